//! Reading volumes. What is no volume gives nothing.

use std::str::Chars;

use interleave_text::Span;

use super::{number_of, with_sign};
use crate::code::{
    CONSTANTS, CodeKind, Constant, Handler, Instruction, Label, NOTHING, Naming, Operand, Parameters,
    Register, SiteIndex,
};

/// A volume that has been opened: its books are found, and not read yet.
#[derive(Clone, Debug)]
pub struct Volume<'t> {
    /// What the books' names are, by their numbers.
    pub names: Vec<&'t str>,
    /// The same of their constants.
    pub constants: Vec<Constant>,
    /// By their files.
    pub books: Vec<(&'t str, Book<'t>)>,
}

/// What the names and constants of a volume are to the reader, by their numbers.
pub trait Pool {
    /// What a name becomes.
    type Name;
    /// What a constant becomes.
    type Constant;

    /// A name, if there is one of that number.
    fn name(&self, number: usize) -> Option<Self::Name>;

    /// A constant, if there is one of that number.
    fn constant(&self, number: usize) -> Option<Self::Constant>;
}

/// As they are written.
impl Pool for Volume<'_> {
    type Name = Box<str>;
    type Constant = Constant;

    fn name(&self, number: usize) -> Option<Box<str>> {
        self.names.get(number).map(|name| (*name).into())
    }

    fn constant(&self, number: usize) -> Option<Constant> {
        self.constants.get(number).cloned()
    }
}

/// What there is in a volume.
#[derive(Clone, Copy, Debug)]
pub enum Book<'t> {
    /// A text that is still to be compiled.
    Text(&'t str),
    /// One that has been compiled.
    Compiled(Pages<'t>),
}

/// A compiled text in a volume.
#[derive(Clone, Copy, Debug)]
pub struct Pages<'t>(pub(super) &'t str);

/// A book that has been opened.
pub struct Opened<'t, P: Pool> {
    /// The lines of the text that tracebacks show; the code's spans are places in it.
    pub text: &'t str,
    /// What the text was compiled to.
    pub code: Heading<'t, P>,
}

/// What there is to know of a code before it runs. The fields are those of a [`Draft`](crate::Draft).
#[expect(missing_docs, reason = "they are a draft's")]
pub struct Heading<'t, P: Pool> {
    pub name: P::Name,
    pub naming: Naming,
    pub kind: CodeKind,
    pub parameters: Parameters,
    pub locals: Vec<P::Name>,
    pub free: Vec<Register>,
    pub captures: Vec<Register>,
    pub registers: u16,
    pub first_line: u32,
    pub doc: Option<&'t str>,
    /// The rest, which few of a library's functions are ever asked for.
    pub body: Unread<'t>,
}

/// A code's body, which has not been read yet.
#[derive(Clone, Copy, Debug)]
pub struct Unread<'t> {
    pub(super) pages: &'t str,
    temporaries: u32,
}

/// What running a code needs. The fields are those of a [`Draft`](crate::Draft).
#[expect(missing_docs, reason = "they are a draft's")]
pub struct Body<'t, P: Pool> {
    pub instructions: Vec<Instruction>,
    pub spans: Vec<Span>,
    pub anchors: Vec<(Label, Span)>,
    pub handlers: Vec<Handler>,
    pub constants: Vec<P::Constant>,
    pub sites: Vec<P::Name>,
    pub name_lists: Vec<Vec<P::Name>>,
    pub children: Vec<Heading<'t, P>>,
}

impl<'t> Volume<'t> {
    /// Opens a volume.
    pub fn open(text: &'t str) -> Option<Self> {
        let empty = Self { names: Vec::new(), constants: Vec::new(), books: Vec::new() };
        let mut reader = Reader::new(text, &empty);
        let names = reader.list(Reader::text)?;
        let constants = reader.list(Constant::read)?;
        let books = reader.list(|reader| {
            let file = reader.text()?;
            let book = match reader.number()? {
                0 => Book::Text(reader.text()?),
                1 => Book::Compiled(Pages(reader.text()?)),
                _ => return None,
            };
            Some((file, book))
        })?;
        Some(Self { names, constants, books })
    }
}

impl<'t> Pages<'t> {
    /// Opens the book; the volume's names and constants are in the pool.
    pub fn open<P: Pool>(self, pool: &P) -> Option<Opened<'t, P>> {
        let mut reader = Reader::new(self.0, pool);
        Some(Opened { text: reader.text()?, code: reader.heading()? })
    }
}

impl<'t> Unread<'t> {
    /// Reads it; the volume's names and constants are in the pool.
    pub fn read<P: Pool>(self, pool: &P) -> Option<Body<'t, P>> {
        let mut reader = Reader::new(self.pages, pool);
        reader.temporaries = self.temporaries;
        reader.body()
    }
}

/// The span of each instruction, and the anchors.
type Places = (Vec<Span>, Vec<(Label, Span)>);

/// Where a volume is read from.
pub(crate) struct Reader<'t, 'p, P: Pool> {
    rest: Chars<'t>,
    pool: &'p P,
    // --- of the body that is being read ---
    sites: Vec<P::Name>,
    /// The constants so far, by their numbers in the volume.
    constants: Vec<usize>,
    temporaries: u32,
    /// The temporary that was named last.
    temporary: u32,
    /// The instruction that is being read.
    label: Label,
}

impl<'t, 'p, P: Pool> Reader<'t, 'p, P> {
    fn new(text: &'t str, pool: &'p P) -> Self {
        Self {
            rest: text.chars(),
            pool,
            sites: Vec::new(),
            constants: Vec::new(),
            temporaries: 0,
            temporary: 0,
            label: 0,
        }
    }

    pub(crate) fn number(&mut self) -> Option<u32> {
        self.rest.next().map(number_of)
    }

    pub(crate) fn short(&mut self) -> Option<u16> {
        u16::try_from(self.number()?).ok()
    }

    pub(super) fn text(&mut self) -> Option<&'t str> {
        let length = self.number()? as usize;
        let (text, rest) = self.rest.as_str().split_at_checked(length)?;
        self.rest = rest.chars();
        Some(text)
    }

    pub(super) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.number()? as usize;
        // Whatever is listed takes a byte.
        let mut items = Vec::with_capacity(length.min(self.rest.as_str().len()));
        for _ in 0..length {
            items.push(read(self)?);
        }
        Some(items)
    }

    fn name(&mut self) -> Option<P::Name> {
        let number = self.number()?;
        self.pool.name(number as usize)
    }

    pub(crate) fn operand(&mut self) -> Option<Operand> {
        let number = self.number()?;
        match (number % 3, number / 3) {
            (0, local) => Operand::try_from(local).ok(),
            (1, distance) => {
                self.temporary = self.temporary.checked_add_signed(with_sign(distance))?;
                Operand::try_from(self.temporaries.checked_add(self.temporary)?).ok()
            }
            (_, 0) => Some(NOTHING),
            (_, next) => {
                let place = next as usize - 1;
                let index = self.constants.iter().position(|known| *known == place).unwrap_or_else(|| {
                    self.constants.push(place);
                    self.constants.len() - 1
                });
                Operand::try_from(index).ok()?.checked_add(CONSTANTS)
            }
        }
    }

    pub(crate) fn site(&mut self) -> Option<SiteIndex> {
        let name = self.name()?;
        self.sites.push(name);
        SiteIndex::try_from(self.sites.len() - 1).ok()
    }

    pub(crate) fn label(&mut self) -> Option<Label> {
        let distance = with_sign(self.number()?);
        self.label.checked_add_signed(distance)
    }

    /// Spans and anchors of so many instructions.
    fn places(&mut self, count: usize) -> Option<Places> {
        let (mut spans, mut anchors) = (vec![Span::default(); count], Vec::new());
        let (mut label, mut start) = (0_u32, 0_u32);
        self.list(|reader| {
            label = label.checked_add(reader.number()?)?;
            start = start.checked_add_signed(with_sign(reader.number()?))?;
            *spans.get_mut(label as usize)? = Span::new(start, start.checked_add(reader.number()?)?);
            if let Some(distance) = reader.number()?.checked_sub(1) {
                let anchor = start.checked_add(distance)?;
                anchors.push((label, Span::new(anchor, anchor.checked_add(reader.number()?)?)));
            }
            Some(())
        })?;
        Some((spans, anchors))
    }

    fn heading(&mut self) -> Option<Heading<'t, P>> {
        let name = self.name()?;
        let kind_and_naming = self.number()?;
        let naming = match kind_and_naming >> 3 {
            0 => Naming::Nested,
            1 => Naming::Global,
            2 => Naming::Transparent,
            _ => return None,
        };
        let kind = match kind_and_naming & 7 {
            0 => CodeKind::Module,
            1 => CodeKind::Class,
            2 => CodeKind::Function,
            3 => CodeKind::Generator,
            4 => CodeKind::Coroutine,
            5 => CodeKind::AsyncGenerator,
            _ => return None,
        };
        let (positional_only, positional, keyword_only) = (self.short()?, self.short()?, self.short()?);
        let more = self.number()?;
        let parameters = Parameters {
            positional_only,
            positional,
            keyword_only,
            rest: more & 1 != 0,
            keywords: more & 2 != 0,
        };
        let locals = self.list(Self::name)?;
        let (free, captures) = (self.list(Self::short)?, self.list(Self::short)?);
        let (registers, first_line) = (self.short()?, self.number()?);
        let doc = self.list(Self::text)?.first().copied();
        let temporaries = u32::try_from(locals.len()).ok()?;
        let body = Unread { pages: self.text()?, temporaries };
        Some(Heading {
            name,
            naming,
            kind,
            parameters,
            locals,
            free,
            captures,
            registers,
            first_line,
            doc,
            body,
        })
    }

    fn body(mut self) -> Option<Body<'t, P>> {
        let instructions = self.list(|reader| {
            let instruction = Instruction::read(reader)?;
            reader.label += 1;
            Some(instruction)
        })?;
        let constants: Option<_> = self.constants.drain(..).map(|place| self.pool.constant(place)).collect();
        let constants = constants?;
        let (spans, anchors) = self.places(instructions.len())?;
        let handlers = self.list(|reader| {
            let start = reader.number()?;
            reader.label = start;
            Some(Handler { start, end: reader.label()?, target: reader.label()?, depth: reader.operand()? })
        })?;
        let name_lists = self.list(|reader| reader.list(Self::name))?;
        let children = self.list(Self::heading)?;
        let sites = self.sites;
        Some(Body { instructions, spans, anchors, handlers, constants, sites, name_lists, children })
    }
}
