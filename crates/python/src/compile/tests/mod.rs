//! Tests of the compiler: small programs with their code pinned, and laws that hold for all code.

mod discipline;
mod listing;
mod programs;

use std::rc::Rc;

use interleave_syntax::tree::Module;
use interleave_syntax::{Limits, SyntaxError, parse};

use super::{Options, compile, compile_expression};
use crate::code::{Code, Source};
use crate::value::intern;

/// The code of a program.
fn compiled(text: &str) -> Rc<Code> {
    lawful(attempt(text, compile))
}

/// The code of an expression that is evaluated among local variables.
fn compiled_expression(text: &str) -> Rc<Code> {
    lawful(attempt(text, |module, source, options| {
        compile_expression(module, source, Options { has_namespace: true, ..options })
    }))
}

fn lawful(code: Result<Rc<Code>, SyntaxError>) -> Rc<Code> {
    let code = code.unwrap_or_else(|error| panic!("{}", error.message));
    discipline::check(&code).unwrap_or_else(|breach| panic!("{breach}\n{}", listing::listing(&code)));
    code
}

fn attempt(
    text: &str,
    compile: impl FnOnce(&Module, Rc<Source>, Options<'_>) -> Result<Rc<Code>, SyntaxError>,
) -> Result<Rc<Code>, SyntaxError> {
    let module = parse(text, Limits::default())?;
    let source = Rc::new(Source::new(intern("main.py"), text.into(), false));
    compile(&module, source, Options::default())
}
