//! Tests of the compiler: small programs with their code pinned, and laws that hold for all code.

mod discipline;
pub(crate) mod listing;
mod programs;

use interleave_syntax::tree::Module;
use interleave_syntax::{Limits, SyntaxError, parse};

use super::{Options, compile, compile_expression};
use crate::code::Draft;

/// The code of a program.
fn compiled(text: &str) -> Draft {
    lawful(attempt(text, compile))
}

/// The code of an expression that is evaluated among local variables.
fn compiled_expression(text: &str) -> Draft {
    lawful(attempt(text, |module, text, options| {
        compile_expression(module, text, Options { has_namespace: true, ..options })
    }))
}

fn lawful(code: Result<Draft, SyntaxError>) -> Draft {
    let code = code.unwrap_or_else(|error| panic!("{}", error.message));
    discipline::check(&code).unwrap_or_else(|breach| panic!("{breach}\n{}", listing::listing(&code)));
    code
}

fn attempt(
    text: &str,
    compile: impl FnOnce(&Module, &str, Options<'_>) -> Result<Draft, SyntaxError>,
) -> Result<Draft, SyntaxError> {
    let module = parse(text, Limits::default())?;
    compile(&module, text, Options::default())
}
