//! Modules: which there are, and how each comes to be. Those written in Rust are tables
//! of functions and constants; the others are texts that our own compiler reads.

pub(crate) mod asyncio;
pub(crate) mod interleave;
mod sources;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::code::{Code, Source};
use crate::object::{Dict, Module};
use crate::value::{Str, Value, intern};
use crate::vm::imports::Found;
use crate::vm::native::Context;

/// What modules written in Rust keep during a run.
#[derive(Default)]
pub(crate) struct State {
    pub(crate) asyncio: asyncio::State,
    /// The module `sys`, once it has been imported, and the stream it began with.
    pub(crate) stdout: Option<(Rc<Dict>, Value)>,
}

impl State {
    /// `sys.stdout` has been set to something else.
    pub(crate) fn stdout_replaced(&self) -> bool {
        let Some((sys, stream)) = &self.stdout else { return false };
        sys.get_name("stdout").is_none_or(|now| !now.is(stream))
    }
}

/// How a module written in Rust is filled.
type Fill = fn(&mut Context<'_>, &Dict);

/// The modules written in Rust, by name.
const NATIVE: &[(&str, Fill)] = &[("_interleave", interleave::fill)];

/// The module of a name, if the playground has it.
pub(crate) fn find(cx: &mut Context<'_>, name: &Str) -> Option<Found> {
    if let Some((_, fill)) = NATIVE.iter().find(|(known, _)| name == known) {
        let module = Module::new(name);
        fill(cx, &module.namespace);
        return Some(Found::Native(Rc::new(module)));
    }
    library_code(name).map(Found::Library)
}

/// It is written in Rust, and stands in no package.
pub(crate) fn is_native(name: &str) -> bool {
    NATIVE.iter().any(|(known, _)| name == *known)
}

/// It has modules inside.
pub(crate) fn is_package(name: &str) -> bool {
    source(name).is_some_and(|(file, _)| file.ends_with("__init__.py"))
}

/// Every module that can be imported.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    NATIVE.iter().map(|(name, _)| *name).chain(sources::SOURCES.iter().map(|(name, ..)| *name))
}

fn source(name: &str) -> Option<(&'static str, &'static str)> {
    let index = sources::SOURCES.binary_search_by_key(&name, |(known, ..)| known).ok()?;
    let (_, file, text) = sources::SOURCES[index];
    Some((file, text))
}

thread_local! {
    /// Texts that were compiled before: they are the same in every run.
    static COMPILED: RefCell<HashMap<&'static str, Rc<Code>>> = RefCell::default();
}

/// The code of a module written in Python.
pub(crate) fn library_code(name: &str) -> Option<Rc<Code>> {
    let (file, text) = source(name)?;
    if let Some(code) = COMPILED.with(|compiled| compiled.borrow().get(file).cloned()) {
        return Some(code);
    }
    let limits = interleave_syntax::Limits::default();
    let tree = match interleave_syntax::parse(text, limits) {
        Ok(tree) => tree,
        Err(error) => unreachable!("{}", interleave_syntax::render(&error, file)),
    };
    let filename = intern(&format!("/usr/lib/python3.13/{file}"));
    let source = Rc::new(Source::new(filename, text.into(), true));
    let options = crate::compile::Options { hidden: true, ..Default::default() };
    let code = crate::compile::compile(&tree, source, options).ok()?;
    COMPILED.with(|compiled| compiled.borrow_mut().insert(file, code.clone()));
    Some(code)
}

/// Puts a constant into a module.
pub(crate) fn constant(namespace: &Dict, name: &str, value: Value) {
    drop(namespace.set_str(&intern(name), value));
}
