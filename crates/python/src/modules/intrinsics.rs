//! Small natives that the library in Python is built on, each a leaf: the settings of the run,
//! the files, digests, templates taken apart, and the texts of functions.

use std::rc::Rc;

use interleave_text::Span;

use super::constant;
use crate::builtins::{Table, functions_into, receive};
use crate::code::{Code, Source};
use crate::object::Dict;
use crate::provenance::Origin;
use crate::text::number_text;
use crate::text::str_format::{self, Access, Field, First, Part};
use crate::types::{names, types};
use crate::value::{Str, Value};
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};

const FUNCTIONS: &Table = &[
    ("allow_await", allow_await),
    ("delay_of_address", delay_of_address),
    ("digest", digest),
    ("format_field_steps", format_field_steps),
    ("format_parts", format_parts),
    ("getsource", get_source),
    ("network_latency", network_latency),
];

pub(super) fn fill(namespace: &Dict) {
    for table in [
        FUNCTIONS,
        super::contextvars::INTRINSICS,
        super::gc::INTRINSICS,
        super::json::INTRINSICS,
        super::random::INTRINSICS,
        super::weakrefs::INTRINSICS,
    ] {
        functions_into(namespace, "_interleave", table);
    }
    constant(namespace, "files", Value::Dict(Rc::default()));
    let types = types();
    for (name, class) in [
        ("AsyncGeneratorType", &types.async_generator),
        ("CellType", &types.cell),
        ("CodeType", &types.code),
        ("CoroutineType", &types.coroutine),
        ("FrameType", &types.frame),
        ("FunctionType", &types.function),
        ("GeneratorType", &types.generator),
        ("MemberDescriptorType", &types.member),
        ("MethodType", &types.method),
        ("TracebackType", &types.traceback),
    ] {
        constant(namespace, name, Value::Class(class.clone()));
    }
    super::random::fill(namespace);
    super::regex::fill(namespace);
    super::weakrefs::fill(namespace);
}

fn network_latency(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    let settings = cx.vm.settings();
    let origin = settings.latency_place.map_or(Origin::NONE, |place| cx.vm.origin_at(place));
    Ok(Outcome::Value(Value::Float(settings.latency, origin)))
}

/// `delay_of_address(ending)`: the seconds that an address asks for. They come from the program's text if an address
/// ends so in one place only.
fn delay_of_address(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Str(ending)] = arguments.plain_between("delay_of_address", 1, 1)? else {
        return nothing();
    };
    let seconds = number_text::float_of_text(ending).unwrap_or_default();
    let source = cx.vm.sources.first().cloned();
    let place = source.and_then(|source| only_ending(&source.text, ending));
    let origin = place.map_or(Origin::NONE, |place| cx.vm.origin_at(place));
    Ok(Outcome::Value(Value::Float(seconds, origin)))
}

fn only_ending(text: &str, ending: &str) -> Option<Span> {
    const WORD: &str = "/delay/";
    let address = format!("{WORD}{ending}");
    let mut found = text.match_indices(&address).filter(|(at, _)| {
        let rest = text.get(at + address.len()..).unwrap_or_default();
        rest.starts_with(['\'', '"'])
    });
    let (at, _) = found.next().filter(|_| found.next().is_none())?;
    let (start, end) = (at + WORD.len(), at + address.len());
    Some(Span::new(u32::try_from(start).ok()?, u32::try_from(end).ok()?))
}

/// `digest(name, data)`, or `None` if there is no such digest.
fn digest(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Str(name), Value::Bytes(data)] = arguments.plain_between("digest", 2, 2)? else {
        return nothing();
    };
    crate::effort::spend_length(data.get().len(), 0);
    let digest = crate::number::digest::named(name, &data.get());
    Ok(Outcome::Value(digest.map_or(Value::None, Value::bytes)))
}

/// `types.coroutine`: the generators of a function can be awaited.
fn allow_await(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Value::Function(function) = arguments.object() {
        function.awaitable.set(true);
    }
    Ok(Outcome::Value(arguments.object().clone()))
}

// --- templates of `str.format` ---

fn pair(one: Value, other: Value) -> Value {
    Value::tuple(vec![one, other])
}

/// The name of a field, as it was written.
fn field_name(field: &Field) -> String {
    let mut name = match &field.first {
        First::Next => String::new(),
        First::Index(index) => index.to_string(),
        First::Name(name) => name.clone(),
    };
    for step in &field.path {
        match step {
            Access::Attribute(attribute) => name.push_str(&format!(".{attribute}")),
            Access::Index(index) => name.push_str(&format!("[{index}]")),
            Access::Key(key) => name.push_str(&format!("[{key}]")),
            Access::Fault(_) => {}
        }
    }
    name
}

fn without_field(literal: String) -> Value {
    Value::tuple(vec![Value::string(literal), Value::None, Value::None, Value::None])
}

/// `format_parts(template)`: tuples of what comes before a field, its name, format and conversion.
fn format_parts(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.plain_between("format_parts", 1, 1)?;
    let template = receive::text(&given[0], "format_parts() argument 1")?;
    let mut parts = Vec::new();
    let mut before = String::new();
    for part in str_format::parse(template) {
        match part {
            // What ends with a brace that was written twice stands alone.
            Part::Literal(literal) if literal.ends_with(['{', '}']) => parts.push(without_field(literal)),
            Part::Literal(literal) => before = literal,
            Part::Fault(failure) => return Err(failure.into()),
            Part::Field(field) => parts.push(Value::tuple(vec![
                Value::string(std::mem::take(&mut before)),
                Value::string(field_name(&field)),
                Value::string(field.spec),
                field.conversion.map_or(Value::None, |conversion| Value::string(conversion.to_string())),
            ])),
        }
    }
    if !before.is_empty() {
        parts.push(without_field(before));
    }
    Ok(Outcome::Value(Value::list(parts)))
}

/// `format_field_steps(name)`: what a field's name begins with, and the steps that lead on from there, each
/// with whether it is an attribute.
fn format_field_steps(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.plain_between("format_field_steps", 1, 1)?;
    let name = receive::text(&given[0], "format_field_steps() argument 1")?;
    let Some(Part::Field(field)) = str_format::parse(&format!("{{{name}}}")).into_iter().next() else {
        return Ok(Outcome::Value(pair(Value::Str(name.clone()), Value::list(Vec::new()))));
    };
    let first = match field.first {
        First::Next => Value::str(""),
        First::Index(index) => Value::index(index),
        First::Name(name) => Value::string(name),
    };
    let mut steps = Vec::new();
    for step in field.path {
        steps.push(match step {
            Access::Attribute(attribute) => pair(Value::Bool(true), Value::string(attribute)),
            Access::Index(index) => pair(Value::Bool(false), Value::index(index)),
            Access::Key(key) => pair(Value::Bool(false), Value::string(key)),
            Access::Fault(failure) => return Err(failure.into()),
        });
    }
    Ok(Outcome::Value(pair(first, Value::list(steps))))
}

// --- the texts of functions ---

/// `getsource(object)`: the text of a function, class or code of the program's, and its first line.
fn get_source(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let of_code = |code: &Rc<Code>| (code.source.clone(), code.first_line as usize);
    let found = match arguments.object() {
        Value::Function(function) => Some(of_code(&function.code)),
        Value::Class(class) => {
            let own = matches!(class.namespace.get_str(&names().module), Some(Value::Str(name)) if name == "__main__");
            let source = cx.vm.sources.first().filter(|_| own).cloned();
            source.and_then(|source| Some((source.clone(), line_of_class(&source, &class.name())?)))
        }
        other => other.native::<Rc<Code>>().map(of_code),
    };
    let Some((source, first)) = found.filter(|(source, _)| !source.is_library) else { return nothing() };
    let text = block(&source.text, first);
    Ok(Outcome::Value(pair(Value::string(text), Value::index(first))))
}

/// The line at which the statement of a class begins, its decorators included.
fn line_of_class(source: &Source, name: &Str) -> Option<usize> {
    let lines: Vec<&str> = source.text.lines().map(str::trim_start).collect();
    let is_it = |line: &&str| {
        let rest = line.strip_prefix("class ").and_then(|rest| rest.trim_start().strip_prefix(name.as_str()));
        rest.is_some_and(|rest| rest.trim_start().starts_with(['(', ':', '[']))
    };
    let mut at = lines.iter().position(is_it)?;
    while at > 0 && lines[at - 1].starts_with('@') {
        at -= 1;
    }
    Some(at + 1)
}

/// The lines of a block that begins at a line: those indented more, after the head has ended.
fn block(text: &str, first: usize) -> String {
    let indentation = |line: &str| line.len() - line.trim_start().len();
    let mut lines = text.split_inclusive('\n').skip(first.saturating_sub(1));
    let Some(head) = lines.next() else { return String::new() };
    let margin = indentation(head);
    let mut result = head.to_owned();
    // Decorators, and a head of several lines.
    let mut in_head = head.trim_start().starts_with('@') || !head.trim_end().ends_with(':');
    let mut waiting = String::new();
    for line in lines {
        let bare = line.trim();
        let is_inside = indentation(line) > margin && !bare.is_empty();
        if in_head {
            let opens = ["def ", "class ", "async ", "@", ")"].iter().any(|word| bare.starts_with(word));
            if !is_inside && !opens {
                break;
            }
            in_head = !bare.ends_with(':');
        } else if bare.is_empty() || (bare.starts_with('#') && !is_inside) {
            waiting.push_str(line);
            continue;
        } else if !is_inside {
            break;
        }
        result.push_str(&std::mem::take(&mut waiting));
        result.push_str(line);
    }
    result
}
