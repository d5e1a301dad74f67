//! Bodies of code that are read out of a volume when they are first asked for.

use std::cell::OnceCell;
use std::rc::Rc;

use interleave_compiler::Naming;
use interleave_compiler::volume::{Heading, Pool, Unread};

use super::link::{prefix_inside, qualified};
use super::{Body, Code, Site, Source};
use crate::value::{Str, Value, intern};

/// The names and constants of a volume, each with the value that it becomes when it is first used.
#[derive(Debug)]
pub(crate) struct Words {
    names: Vec<(&'static str, OnceCell<Str>)>,
    constants: Vec<(interleave_compiler::Constant, OnceCell<Value>)>,
}

/// A body, or where it is to be had.
#[derive(Debug)]
pub(crate) struct Lazy {
    body: OnceCell<Body>,
    shelved: Option<Box<Shelved>>,
}

#[derive(Debug)]
struct Shelved {
    pages: Unread<'static>,
    words: Rc<Words>,
    naming: Naming,
    /// What the code's own qualified name begins with.
    prefix: Rc<str>,
}

impl Words {
    pub(crate) fn new(names: Vec<&'static str>, constants: Vec<interleave_compiler::Constant>) -> Self {
        Self {
            names: names.into_iter().map(|name| (name, OnceCell::new())).collect(),
            constants: constants.into_iter().map(|constant| (constant, OnceCell::new())).collect(),
        }
    }

    /// A module's code.
    pub(crate) fn code(self: &Rc<Self>, heading: Heading<'static, Self>, source: &Rc<Source>) -> Rc<Code> {
        self.nested(heading, source, &"".into())
    }

    fn nested(
        self: &Rc<Self>,
        heading: Heading<'static, Self>,
        source: &Rc<Source>,
        prefix: &Rc<str>,
    ) -> Rc<Code> {
        let shelved = Shelved {
            pages: heading.body,
            words: self.clone(),
            naming: heading.naming,
            prefix: prefix.clone(),
        };
        Rc::new(Code {
            qualname: qualified(&heading.name, heading.naming, prefix),
            name: heading.name,
            source: source.clone(),
            kind: heading.kind,
            parameters: heading.parameters,
            locals: heading.locals,
            free: heading.free,
            captures: heading.captures,
            registers: heading.registers,
            first_line: heading.first_line,
            doc: heading.doc.map(intern),
            hidden: source.is_library,
            body: Lazy { body: OnceCell::new(), shelved: Some(Box::new(shelved)) },
            object: Default::default(),
        })
    }
}

impl Pool for Words {
    type Name = Str;
    type Constant = Value;

    fn name(&self, number: usize) -> Option<Str> {
        let (text, name) = self.names.get(number)?;
        Some(name.get_or_init(|| intern(text)).clone())
    }

    fn constant(&self, number: usize) -> Option<Value> {
        let (constant, value) = self.constants.get(number)?;
        Some(value.get_or_init(|| Value::from(constant)).clone())
    }
}

impl Lazy {
    /// The body of the code whose this is.
    #[inline]
    pub(super) fn get(&self, code: &Code) -> &Body {
        self.body.get_or_init(|| {
            let body = self.shelved.as_ref().and_then(|shelved| shelved.read(code));
            let Some(body) = body else { unreachable!("{} has lost its body", code.qualname) };
            body
        })
    }
}

impl From<Body> for Lazy {
    fn from(body: Body) -> Self {
        Self { body: body.into(), shelved: None }
    }
}

impl Shelved {
    fn read(&self, code: &Code) -> Option<Body> {
        let body = self.pages.read(&*self.words)?;
        let inside = prefix_inside(&code.qualname, self.naming, code.kind, &self.prefix).into();
        let nested = |heading| self.words.nested(heading, &code.source, &inside);
        Some(Body {
            temporaries: code.temporaries(),
            instructions: body.instructions,
            spans: body.spans,
            anchors: body.anchors,
            handlers: body.handlers,
            constants: body.constants,
            sites: body.sites.into_iter().map(Site::new).collect(),
            children: body.children.into_iter().map(nested).collect(),
            name_lists: body.name_lists.into_iter().map(Into::into).collect(),
        })
    }
}
