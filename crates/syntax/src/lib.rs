//! A Python program as a small tree with spans, or the error that CPython 3.13 gives.
//!
//! In order: the words ([`lexer`]), their nesting ([`nesting`]), the parser of ruff
//! (which only this crate names), our own tree ([`tree`], made by [`lower`]), and
//! what CPython's compiler would refuse ([`checks`]). If the parser refuses a program,
//! [`diagnosis`] reads its words once more for CPython's reason. Scopes are not
//! analysed here: that is the compiler's.

mod checks;
mod diagnosis;
mod error;
mod escapes;
mod expression;
mod highlight;
mod lexer;
mod lower;
mod nesting;
pub mod tree;
mod walk;

pub use error::{ErrorKind, SyntaxError, render};
pub use escapes::wrong_escapes;
pub use highlight::{Colour, highlight};
pub use nesting::Limits;

use error::Mistake;
use interleave_text::Span;
use ruff_python_ast::{ModModule, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, Parsed, parse_unchecked};

/// The tree of a program.
///
/// ```
/// use interleave_syntax::{Limits, parse, render, tree::StmtKind};
/// let module = parse("await nap(2)\n", Limits::default()).unwrap_err();
/// assert_eq!(module.message, "'await' outside function");
/// let module = parse("x = 1\n", Limits::default()).unwrap();
/// assert!(matches!(module.body[0].kind, StmtKind::Assign { .. }));
/// ```
///
/// # Errors
///
/// What CPython would report as a `SyntaxError` or a subclass of it, and programs that
/// are deeper than `limits` allows.
pub fn parse(source: &str, limits: Limits) -> Result<tree::Module, SyntaxError> {
    let module = read(source, limits).map_err(|mistake| mistake.locate(source))?;
    checked(module, source)
}

fn checked(module: tree::Module, source: &str) -> Result<tree::Module, SyntaxError> {
    match checks::check(&module) {
        Ok(()) => Ok(module),
        Err(mistake) => Err(SyntaxError { is_parsed: true, ..mistake.locate(source) }),
    }
}

/// Reads what has to be one expression, as `eval` does.
///
/// # Errors
///
/// As [`parse`], and where there is more than an expression, or nothing.
pub fn parse_expression(source: &str, limits: Limits) -> Result<tree::Module, SyntaxError> {
    let module = read(source, limits).map_err(|mistake| mistake.locate(source))?;
    let Some(place) = expression::superfluous(&module, source) else {
        return checked(module, source);
    };
    let mut error = Mistake::new("invalid syntax", place).locate(source);
    if module.body.is_empty() {
        (error.lineno, error.end_lineno) = (0, 0);
    }
    Err(error)
}

/// What the grammar allows; what else has to be so is checked afterwards.
fn read(source: &str, limits: Limits) -> Result<tree::Module, Mistake> {
    if let Some(at) = source.find('\0') {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let message = "source code cannot contain null bytes";
        return Err(Mistake::new(message, Span::new(at, at)).without_caret());
    }
    let words = lexer::words(source);
    nesting::check(source, &words.tokens, limits)?;
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY313);
    let parsed = parse_unchecked(source, options).try_into_module();
    let accepted =
        parsed.as_ref().is_some_and(|parsed| words.error.is_none() && parsed.has_no_syntax_errors());
    // The parser reads half a character as a question mark; only the words show it.
    let has_escapes = source.contains("\\u") || source.contains("\\U");
    if (!accepted || has_escapes)
        && let Some(mistake) = diagnosis::diagnose(source, &words)
    {
        return Err(mistake);
    }
    match parsed {
        Some(parsed) if accepted => Ok(lower::module(source, parsed.syntax(), parsed.tokens())),
        Some(parsed) => Err(refused(&parsed)),
        None => Err(Mistake::new("invalid syntax", Span::default())),
    }
}

/// The parser's own place, for mistakes that nothing else explains.
fn refused(parsed: &Parsed<ModModule>) -> Mistake {
    let place = parsed.errors().first().map(|error| error.location);
    let place = place.or_else(|| parsed.unsupported_syntax_errors().first().map(|error| error.range));
    let span = place.map_or(Span::default(), |range| Span::new(range.start().to_u32(), range.end().to_u32()));
    Mistake::new("invalid syntax", span)
}
