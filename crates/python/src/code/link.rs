//! Linking: names and constants become values, once, so that running meets nothing else. Here, too, the
//! way from a text to linked code.

use std::rc::Rc;

use interleave_compiler::{Constant, Draft, Naming, Options};
use interleave_syntax::SyntaxError;

use super::{Body, Code, CodeKind, Site, Source};
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
    linked(draft, source, "")
}

/// `prefix` is what the qualified names begin with.
fn linked(draft: Draft, source: &Rc<Source>, prefix: &str) -> Rc<Code> {
    let temporaries = draft.temporaries();
    let name = intern(&draft.name);
    let qualname = qualified(&name, draft.naming, prefix);
    let inner = prefix_inside(&qualname, draft.naming, draft.kind, prefix);
    let children = draft.children.into_iter().map(|child| linked(child, source, &inner));
    let body = Body {
        temporaries,
        instructions: draft.instructions,
        spans: draft.spans,
        anchors: draft.anchors,
        handlers: draft.handlers,
        constants: draft.constants.iter().map(Value::from).collect(),
        sites: interned(&draft.sites).map(Site::new).collect(),
        children: children.collect(),
        name_lists: draft.name_lists.iter().map(|names| interned(names).collect()).collect(),
    };
    Rc::new(Code {
        name,
        qualname,
        source: source.clone(),
        kind: draft.kind,
        parameters: draft.parameters,
        locals: interned(&draft.locals).collect(),
        free: draft.free,
        captures: draft.captures,
        registers: draft.registers,
        first_line: draft.first_line,
        doc: draft.doc.map(|doc| intern(&doc)),
        hidden: source.is_library,
        body: body.into(),
        object: Default::default(),
    })
}

fn interned(names: &[Box<str>]) -> impl Iterator<Item = Str> {
    names.iter().map(|name| intern(name))
}

/// The qualified name of a code in one whose insides have names that begin so.
pub(super) fn qualified(name: &Str, naming: Naming, prefix: &str) -> Str {
    match naming {
        Naming::Nested | Naming::Transparent if !prefix.is_empty() => intern(&format!("{prefix}{name}")),
        Naming::Nested | Naming::Transparent | Naming::Global => name.clone(),
    }
}

/// What the qualified names inside of a code begin with.
pub(super) fn prefix_inside(qualname: &str, naming: Naming, kind: CodeKind, prefix: &str) -> String {
    match (naming, kind) {
        (Naming::Transparent, _) => prefix.to_owned(),
        (_, CodeKind::Module | CodeKind::Class) => format!("{qualname}."),
        (_, _) => format!("{qualname}.<locals>."),
    }
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
