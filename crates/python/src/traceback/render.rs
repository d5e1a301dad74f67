//! The text of an exception: what led to it, its own frames and message, and the members of groups as a tree.

use std::rc::Rc;

use super::lines::{self, Detail, Line};
use super::{suggestions, syntax};
use crate::builtins::exception_groups::members;
use crate::builtins::exception_texts::text_or_class;
use crate::object::{Class, Exception};
use crate::types::{names, types};
use crate::value::Value;
use crate::vm::native::Context;
use crate::vm::operators::unwrapped;

/// How many members of a group are shown, and how many groups inside each other.
const WIDTH: usize = 15;
const DEPTH: usize = 10;

/// The most exceptions that one text tells of.
const MOST: usize = 100_000;

/// What of an exception is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Manner {
    /// How many frames: the first, or for a negative number the last.
    pub(crate) limit: Option<i64>,
    /// With causes and contexts.
    pub(crate) chain: bool,
    /// The message alone.
    pub(crate) only: bool,
}

impl Default for Manner {
    fn default() -> Self {
        Self { limit: None, chain: true, only: false }
    }
}

/// All exceptions that belong to one: causes, contexts, members, each once.
pub(crate) fn family(exception: &Exception) -> Vec<Exception> {
    let mut found = vec![exception.clone()];
    let mut seen = std::collections::BTreeSet::from([address(exception)]);
    let mut next = 0;
    while let Some(one) = found.get(next).cloned() {
        next += 1;
        let state = one.state();
        let links = [state.cause.borrow().clone(), state.context.borrow().clone()];
        let inside = members(&one);
        let inside = inside.iter().flat_map(|inside| inside.iter().filter_map(Exception::of));
        found.extend(links.into_iter().flatten().chain(inside).filter(|other| seen.insert(address(other))));
    }
    found
}

fn address(exception: &Exception) -> *const crate::object::Instance {
    Rc::as_ptr(exception.instance())
}

/// The text. `texts` are those messages that code of the program's has made.
pub(crate) fn exception(
    cx: &mut Context<'_>,
    exception: &Exception,
    manner: &Manner,
    texts: &[(Exception, String)],
) -> String {
    let mut teller =
        Teller { cx, manner, texts, story: Vec::new(), text: String::new(), depth: 0, must_close: false };
    if manner.only {
        return teller.message(exception);
    }
    teller.gather(exception);
    teller.tell(0);
    teller.text
}

/// An exception, and which others it leads to, by number.
struct Chapter {
    exception: Exception,
    cause: Option<usize>,
    context: Option<usize>,
    members: Option<Vec<usize>>,
}

struct Teller<'a, 'b> {
    cx: &'a mut Context<'b>,
    manner: &'a Manner,
    texts: &'a [(Exception, String)],
    story: Vec<Chapter>,
    text: String,
    /// How deep in groups.
    depth: usize,
    must_close: bool,
}

impl Teller<'_, '_> {
    /// Puts the story in order; an exception that has been met before is no cause or context again.
    fn gather(&mut self, exception: &Exception) {
        let mut seen = std::collections::BTreeSet::new();
        let mut queue = vec![self.chapter(exception, &mut seen)];
        while let Some(index) = queue.pop() {
            let exception = self.story[index].exception.clone();
            let state = exception.state();
            let (cause, context) = (state.cause.borrow().clone(), state.context.borrow().clone());
            let mut link = |this: &mut Self, other: Option<Exception>| {
                let other = other.filter(|other| !seen.contains(&address(other)))?;
                Some(this.chapter(&other, &mut seen))
            };
            let cause = link(self, cause);
            let context = link(self, context);
            let inside = members(&exception).map(|inside| {
                let inside =
                    inside.iter().filter_map(Exception::of).take(MOST.saturating_sub(self.story.len()));
                inside.map(|member| self.chapter(&member, &mut seen)).collect::<Vec<_>>()
            });
            queue.extend(cause.into_iter().chain(context));
            queue.extend(inside.iter().flatten());
            let chapter = &mut self.story[index];
            (chapter.cause, chapter.context, chapter.members) = (cause, context, inside);
        }
    }

    fn chapter(
        &mut self,
        exception: &Exception,
        seen: &mut std::collections::BTreeSet<*const crate::object::Instance>,
    ) -> usize {
        seen.insert(address(exception));
        self.story.push(Chapter { exception: exception.clone(), cause: None, context: None, members: None });
        self.story.len() - 1
    }

    /// Tells what led to an exception, and then of itself.
    fn tell(&mut self, index: usize) {
        const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
        const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";
        let mut chain = vec![(index, "")];
        let mut told = self.manner.chain.then_some(index);
        while let Some(index) = told {
            let chapter = &self.story[index];
            let suppressed = chapter.exception.state().suppress_context.get();
            let (before, link) = match (chapter.cause, chapter.context) {
                (Some(cause), _) => (cause, CAUSE),
                (None, Some(context)) if !suppressed => (context, CONTEXT),
                _ => break,
            };
            if let Some((_, words)) = chain.last_mut() {
                *words = link;
            }
            chain.push((before, ""));
            told = Some(before);
        }
        for (index, link) in chain.into_iter().rev() {
            if !link.is_empty() {
                self.emit(link, '|');
            }
            self.tell_one(index);
        }
    }

    fn tell_one(&mut self, index: usize) {
        let exception = self.story[index].exception.clone();
        let Some(members) = self.story[index].members.clone() else {
            self.tell_frames(&exception, "Traceback (most recent call last):\n", '|');
            let message = self.message(&exception);
            return self.emit(&message, '|');
        };
        if self.depth > DEPTH {
            return self.emit(&format!("... (max_group_depth is {DEPTH})\n"), '|');
        }
        let is_outermost = self.depth == 0;
        self.depth = self.depth.max(1);
        let margin = if is_outermost { '+' } else { '|' };
        self.tell_frames(&exception, "Exception Group Traceback (most recent call last):\n", margin);
        let message = self.message(&exception);
        self.emit(&message, '|');
        self.must_close = false;
        let shown = members.len().min(WIDTH + 1);
        for (number, member) in members.iter().take(shown).enumerate() {
            let is_last = number + 1 == shown;
            self.must_close |= is_last;
            let cut = number == WIDTH;
            let title = if cut { "...".to_owned() } else { (number + 1).to_string() };
            let corner = if number == 0 { "+-" } else { "  " };
            let indent = self.indent();
            self.text += &format!("{indent}{corner}+---------------- {title} ----------------\n");
            self.depth += 1;
            if cut {
                let more = members.len() - WIDTH;
                let plural = if more == 1 { "" } else { "s" };
                self.emit(&format!("and {more} more exception{plural}\n"), '|');
            } else {
                self.tell(*member);
            }
            if is_last && self.must_close {
                let indent = self.indent();
                self.text += &format!("{indent}+------------------------------------\n");
                self.must_close = false;
            }
            self.depth -= 1;
        }
        if is_outermost {
            self.depth = 0;
        }
    }

    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    fn emit(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            self.text += text;
            return;
        }
        let indent = self.indent();
        for line in text.split_inclusive('\n') {
            self.text.extend([indent.as_str(), margin.encode_utf8(&mut [0; 4]), " ", line]);
        }
    }

    fn tell_frames(&mut self, exception: &Exception, heading: &str, margin: char) {
        let frames = frames_of(exception, self.manner.limit);
        if frames.is_empty() {
            return;
        }
        self.emit(heading, margin);
        for text in lines::texts(&frames, Detail::Marks) {
            self.emit(&text, '|');
        }
    }

    /// The last lines: class and message, and notes.
    fn message(&mut self, exception: &Exception) -> String {
        let class = class_text(&exception.class());
        let mut text = if exception.is_a(&types().syntax_error) {
            syntax::text(self.cx, exception, &class)
        } else {
            let known = self.texts.iter().find(|(other, _)| other.is(exception));
            let mut message = match known {
                Some((_, message)) => message.clone(),
                None => text_or_class(self.cx, exception),
            };
            message += &suggestions::text(self.cx, exception);
            if message.is_empty() { format!("{class}\n") } else { format!("{class}: {message}\n") }
        };
        text += &self.notes(exception);
        text
    }

    fn notes(&mut self, exception: &Exception) -> String {
        let notes = match exception.instance().get(&names().notes) {
            None | Some(Value::None) => return String::new(),
            Some(notes) => notes,
        };
        let list = match unwrapped(&notes) {
            Value::List(list) => list.to_vec(),
            Value::Tuple(tuple) => tuple.to_vec(),
            other => {
                let text = crate::builtins::repr::repr_of(self.cx, other);
                return format!("{}\n", known(text, "<__notes__ repr() failed>"));
            }
        };
        let mut text = String::new();
        for note in list {
            let note = known(crate::builtins::repr::str_of(self.cx, &note), "<note str() failed>");
            text.extend([note.as_str(), "\n"]);
        }
        text
    }
}

fn known(text: Option<Result<String, Exception>>, otherwise: &str) -> String {
    text.and_then(Result::ok).unwrap_or_else(|| otherwise.to_owned())
}

/// A class as it stands before its message.
pub(crate) fn class_text(class: &Class) -> String {
    let qualname = class.qualname.borrow().clone();
    match class.lookup(&names().module) {
        Some(Value::Str(module)) if module == "builtins" || module == "__main__" => {
            qualname.as_str().to_owned()
        }
        Some(Value::Str(module)) => format!("{module}.{qualname}"),
        _ => format!("<unknown>.{qualname}"),
    }
}

/// The frames of an exception that show, the outermost first.
pub(super) fn frames_of(exception: &Exception, limit: Option<i64>) -> Vec<Line> {
    let mut lines = lines_from(exception.state().traceback.borrow().clone());
    if let Some(limit) = limit {
        let most = usize::try_from(limit.unsigned_abs()).unwrap_or(usize::MAX);
        let surplus = lines.len().saturating_sub(most);
        if limit < 0 {
            lines.drain(..surplus);
        } else {
            lines.truncate(most);
        }
    }
    lines
}

/// The lines of a traceback that show.
pub(super) fn lines_from(mut traceback: Option<Rc<crate::object::Traceback>>) -> Vec<Line> {
    let mut lines = Vec::new();
    while let Some(here) = traceback {
        lines.extend(Line::of(&here.place));
        traceback = here.next.borrow().clone();
    }
    lines
}
