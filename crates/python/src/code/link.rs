//! Linking: names and constants become values, once, so that running meets nothing else. Here, too, the
//! way from a text to linked code.

use std::rc::Rc;

use interleave_compiler::{Constant, Draft, Naming, Options};
use interleave_syntax::SyntaxError;

use super::{Code, CodeKind, Site, Source};
use crate::object::Set;
use crate::provenance::Origin;
use crate::value::{Str, Value, intern};

/// Compiles a module's text, or one given to `exec`.
pub(crate) fn compiled(
    text: &str,
    source: &Rc<Source>,
    options: Options<'_>,
) -> Result<Rc<Code>, SyntaxError> {
    let tree = interleave_syntax::parse(text, interleave_syntax::Limits::default())?;
    Ok(linked_text(interleave_compiler::compile(&tree, text, options)?, source))
}

/// Compiles an expression to code that returns its value.
pub(crate) fn compiled_expression(
    text: &str,
    source: &Rc<Source>,
    options: Options<'_>,
) -> Result<Rc<Code>, SyntaxError> {
    let tree = interleave_syntax::parse_expression(text, interleave_syntax::Limits::default())?;
    Ok(linked_text(interleave_compiler::compile_expression(&tree, text, options)?, source))
}

fn linked_text(draft: Draft, source: &Rc<Source>) -> Rc<Code> {
    link(draft, source, &|name: Box<str>| intern(&name), &|constant| Value::from(&constant))
}

/// The code of a whole text. `name` and `value` say what the draft's names and constants are.
pub(crate) fn link<N, C>(
    draft: Draft<N, C>,
    source: &Rc<Source>,
    name: &impl Fn(N) -> Str,
    value: &impl Fn(C) -> Value,
) -> Rc<Code> {
    linked(draft, source, name, value, "")
}

/// `prefix` is what the qualified names begin with.
fn linked<N, C>(
    draft: Draft<N, C>,
    source: &Rc<Source>,
    name: &impl Fn(N) -> Str,
    value: &impl Fn(C) -> Value,
    prefix: &str,
) -> Rc<Code> {
    let temporaries = draft.temporaries();
    let own = name(draft.name);
    let qualname = match draft.naming {
        Naming::Global => own.clone(),
        Naming::Nested | Naming::Transparent if prefix.is_empty() => own.clone(),
        Naming::Nested | Naming::Transparent => intern(&format!("{prefix}{}", own.as_str())),
    };
    let inner = match (draft.naming, draft.kind) {
        (Naming::Transparent, _) => prefix.to_owned(),
        (_, CodeKind::Module | CodeKind::Class) => format!("{}.", qualname.as_str()),
        (_, _) => format!("{}.<locals>.", qualname.as_str()),
    };
    let site = |used| Site { name: name(used), cache: Default::default() };
    Rc::new(Code {
        name: own,
        qualname,
        source: source.clone(),
        kind: draft.kind,
        parameters: draft.parameters,
        locals: draft.locals.into_iter().map(name).collect(),
        free: draft.free,
        captures: draft.captures,
        registers: draft.registers,
        temporaries,
        instructions: draft.instructions,
        spans: draft.spans,
        anchors: draft.anchors,
        handlers: draft.handlers,
        constants: draft.constants.into_iter().map(value).collect(),
        sites: draft.sites.into_iter().map(site).collect(),
        children: draft
            .children
            .into_iter()
            .map(|child| linked(child, source, name, value, &inner))
            .collect(),
        name_lists: draft.name_lists.into_iter().map(|list| list.into_iter().map(name).collect()).collect(),
        first_line: draft.first_line,
        doc: draft.doc.map(|doc| intern(&doc)),
        hidden: source.is_library,
    })
}

impl From<&Constant> for Value {
    fn from(constant: &Constant) -> Self {
        let values = |items: &[Constant]| items.iter().map(Self::from).collect();
        match constant {
            Constant::None => Self::None,
            Constant::Bool(truth) => Self::Bool(*truth),
            Constant::Ellipsis => Self::Ellipsis,
            Constant::Int(number, literal) => Self::Int(*number, origin(*literal)),
            Constant::Big(number) => Self::big(number.clone()),
            Constant::Float(bits, literal) => Self::Float(f64::from_bits(*bits), origin(*literal)),
            Constant::Imaginary(bits) => {
                // `-2j` is the negative of `0+2j`, its real part included.
                let imaginary = f64::from_bits(*bits);
                Self::Complex(Rc::new((0_f64.copysign(imaginary), imaginary)))
            }
            // A text that looks like a name is one object wherever it is written, as in CPython.
            Constant::Str(text) if text.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric()) => {
                Self::name(text)
            }
            Constant::Str(text) => Self::str(text),
            Constant::Bytes(bytes) => Self::bytes(bytes.to_vec()),
            Constant::Tuple(items) => Self::tuple(values(items)),
            // CPython makes a second set of the first, and so settles its order.
            Constant::Set(items) => Self::Set(Rc::new(frozen(frozen(values(items)).keys()))),
        }
    }
}

/// A frozen set. Every constant has a hash, and none has to be asked whether it equals another.
fn frozen(items: Vec<Value>) -> Set {
    let set = Set::empty(true);
    for item in items {
        if let Ok(hash) = crate::vm::hashing::of(&item) {
            let _: Result<_, _> = set.add(hash, item);
        }
    }
    set
}

fn origin(literal: Option<usize>) -> Origin {
    literal.map_or(Origin::NONE, Origin::literal)
}
