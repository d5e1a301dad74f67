//! Binding volumes, which is done when the engine is built.

use std::collections::BTreeMap;

use interleave_text::Span;

use super::excerpt::excerpt;
use super::{character_of, without_sign};
use crate::code::{CONSTANTS, Constant, Draft, Label, NOTHING, Operand, SiteIndex};

/// Books that become a volume.
#[derive(Debug, Default)]
pub struct Binder {
    /// With their files.
    books: Vec<(String, Entry)>,
}

#[derive(Debug)]
enum Entry {
    Text(String),
    /// With what is kept of the text.
    Compiled(String, Box<Draft>),
}

impl Binder {
    /// Adds a text that is compiled when it is wanted.
    pub fn add_text(&mut self, file: &str, text: &str) {
        self.books.push((file.to_owned(), Entry::Text(text.to_owned())));
    }

    /// Adds the code of a text. Of the text itself, and of where the code comes from, that is kept which
    /// tracebacks show: lines that end in a remark like `#@ 148`.
    pub fn add_code(&mut self, file: &str, text: &str, mut code: Draft) {
        let kept = excerpt(text, &mut code);
        self.books.push((file.to_owned(), Entry::Compiled(kept, Box::new(code))));
    }

    /// The volume.
    pub fn bind(&self) -> String {
        let mut counts = Counts::default();
        for (_, entry) in &self.books {
            if let Entry::Compiled(_, code) = entry {
                counts.add(code);
            }
        }
        let (names, constants) = (by_frequency(counts.names), by_frequency(counts.constants));
        let pool = Places {
            names: (0..).zip(&names).map(|(place, name)| (*name, place)).collect(),
            constants: (0..).zip(&constants).map(|(place, constant)| (*constant, place)).collect(),
        };
        let mut volume = Writer::new(&pool);
        volume.list(&names, |writer, name| writer.text(name));
        volume.list(&constants, |writer, constant| constant.write(writer));
        volume.list(&self.books, |writer, (file, entry)| {
            writer.text(file);
            match entry {
                Entry::Text(text) => writer.tagged(0, text),
                Entry::Compiled(kept, code) => {
                    let mut book = Writer::new(&pool);
                    book.text(kept);
                    book.code(code);
                    writer.tagged(1, &book.text);
                }
            }
        });
        volume.text
    }
}

/// How often names and constants are there.
#[derive(Default)]
struct Counts<'c> {
    names: BTreeMap<&'c str, usize>,
    constants: BTreeMap<&'c Constant, usize>,
}

impl<'c> Counts<'c> {
    fn add(&mut self, code: &'c Draft) {
        let listed = code.name_lists.iter().flatten();
        for name in code.locals.iter().chain(&code.sites).chain(listed).chain([&code.name]) {
            *self.names.entry(name).or_default() += 1;
        }
        for constant in &code.constants {
            *self.constants.entry(constant).or_default() += 1;
        }
        code.children.iter().for_each(|child| self.add(child));
    }
}

fn by_frequency<T: Ord>(counts: BTreeMap<T, usize>) -> Vec<T> {
    let mut counts: Vec<(T, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.into_iter().map(|(thing, _)| thing).collect()
}

/// Where names and constants stand at the volume's beginning.
struct Places<'c> {
    names: BTreeMap<&'c str, u32>,
    constants: BTreeMap<&'c Constant, u32>,
}

/// Where a volume is written to.
pub(crate) struct Writer<'c> {
    text: String,
    pool: &'c Places<'c>,
    /// The code that is being written.
    code: Option<&'c Draft>,
    /// Its instruction that is being written.
    label: Label,
    /// The temporary that was named last: the next one is not far.
    temporary: u32,
}

impl<'c> Writer<'c> {
    fn new(pool: &'c Places<'c>) -> Self {
        Self { text: String::new(), pool, code: None, label: 0, temporary: 0 }
    }

    pub(crate) fn number(&mut self, number: u32) {
        let Some(character) = character_of(number) else { panic!("{number} is too large for a volume") };
        self.text.push(character);
    }

    fn length(&mut self, length: usize) {
        self.number(u32::try_from(length).unwrap_or(u32::MAX));
    }

    pub(super) fn text(&mut self, text: &str) {
        self.length(text.len());
        self.text += text;
    }

    pub(super) fn tagged(&mut self, tag: u32, text: &str) {
        self.number(tag);
        self.text(text);
    }

    pub(super) fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.length(items.len());
        items.iter().for_each(|item| write(self, item));
    }

    fn name(&mut self, name: &str) {
        self.number(self.pool.names.get(name).copied().unwrap_or(u32::MAX));
    }

    /// Of locals, temporaries and constants each kind has every third number, so that all are small, and
    /// what does the same in two functions looks the same. Instead of its number in the code a constant has
    /// its place in the volume.
    pub(crate) fn operand(&mut self, operand: Operand) {
        let Some(code) = self.code else { return };
        let (kind, number) = if operand == NOTHING {
            (2, 0)
        } else if let Some(constant) = operand.checked_sub(CONSTANTS) {
            (2, self.pool.constants.get(&code.constants[usize::from(constant)]).map_or(0, |place| place + 1))
        } else if let Some(temporary) = operand.checked_sub(code.temporaries()) {
            let temporary = u32::from(temporary);
            let distance = temporary.wrapping_sub(std::mem::replace(&mut self.temporary, temporary));
            (1, without_sign(distance.cast_signed()))
        } else {
            (0, operand.into())
        };
        self.number(3 * number + kind);
    }

    /// The name itself: a site belongs to the one instruction that has it.
    pub(crate) fn site(&mut self, site: SiteIndex) {
        if let Some(code) = self.code {
            self.name(&code.sites[usize::from(site)]);
        }
    }

    /// How far away it is.
    pub(crate) fn label(&mut self, label: Label) {
        self.number(without_sign(label.wrapping_sub(self.label).cast_signed()));
    }

    /// Spans and anchors, each by how far it is from the one before it.
    fn places(&mut self, code: &Draft) {
        let spans: Vec<(Label, Span)> =
            (0..).zip(code.spans.iter().copied()).filter(|(_, span)| *span != Span::default()).collect();
        let mut anchors = code.anchors.iter().peekable();
        let (mut label, mut start) = (0, 0);
        self.list(&spans, |writer, (at, span)| {
            writer.number(at - label);
            writer.number(without_sign(span.start.wrapping_sub(start).cast_signed()));
            writer.number(span.end - span.start);
            match anchors.next_if(|(anchored, _)| anchored == at) {
                Some((_, anchor)) => {
                    writer.number(anchor.start - span.start + 1);
                    writer.number(anchor.end - anchor.start);
                }
                None => writer.number(0),
            }
            (label, start) = (*at, span.start);
        });
    }

    fn code(&mut self, code: &'c Draft) {
        self.name(&code.name);
        self.number(code.kind as u32 | (code.naming as u32) << 3);
        let parameters = code.parameters;
        self.number(parameters.positional_only.into());
        self.number(parameters.positional.into());
        self.number(parameters.keyword_only.into());
        self.number(u32::from(parameters.rest) | u32::from(parameters.keywords) << 1);
        self.list(&code.locals, |writer, name| writer.name(name));
        self.list(&code.free, |writer, register| writer.number((*register).into()));
        self.list(&code.captures, |writer, register| writer.number((*register).into()));
        self.number(code.registers.into());
        self.number(code.first_line);
        self.list(code.doc.as_slice(), |writer, doc| writer.text(doc));
        // With its length in front, so that who does not want it can pass over it.
        let mut body = Writer::new(self.pool);
        body.body(code);
        self.text(&body.text);
    }

    fn body(&mut self, code: &'c Draft) {
        self.code = Some(code);
        self.length(code.instructions.len());
        for (label, instruction) in (0..).zip(&code.instructions) {
            self.label = label;
            instruction.write(self);
        }
        self.places(code);
        self.list(&code.handlers, |writer, handler| {
            writer.number(handler.start);
            writer.label = handler.start;
            writer.label(handler.end);
            writer.label(handler.target);
            writer.operand(handler.depth);
        });
        self.list(&code.name_lists, |writer, names| writer.list(names, |writer, name| writer.name(name)));
        self.length(code.children.len());
        code.children.iter().for_each(|child| self.code(child));
    }
}
