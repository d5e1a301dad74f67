//! `re.Match`: what a pattern has found, and in what.

use std::cell::OnceCell;
use std::rc::Rc;

use super::regex::{Pattern, expanded};
use crate::builtins::{install, install_class_methods, install_getters, receive};
use crate::object::{Bytes, Dict, Exception, Instance, Payload};
use crate::pattern::matcher::Spans;
use crate::pattern::no_such_group;
use crate::types::{Types, types};
use crate::value::{Str, Value};
use crate::vm::describe::class_name;
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators::integer;
use crate::vm::raise::type_error;

/// What is searched: a text or bytes, and between which places.
#[derive(Clone)]
pub(super) struct Subject {
    string: Value,
    content: Content,
    start: usize,
    end: usize,
}

#[derive(Clone)]
enum Content {
    Text(Str),
    /// As the engine takes them.
    Bytes(Rc<Bytes>, Rc<OnceCell<Vec<char>>>),
}

impl Subject {
    /// Checks that a pattern fits what it is to be searched in.
    pub(super) fn new(pattern: &Pattern, string: &Value) -> Result<Self, Exception> {
        let (content, end) = match (receive::inside(string), pattern.of_bytes) {
            (Value::Str(text), false) => (Content::Text(text.clone()), text.len()),
            (Value::Bytes(bytes), true) => {
                let length = bytes.get().len();
                (Content::Bytes(bytes.clone(), Rc::default()), length)
            }
            (Value::Str(_), true) => {
                return Err(type_error("cannot use a bytes pattern on a string-like object"));
            }
            (Value::Bytes(_), false) => {
                return Err(type_error("cannot use a string pattern on a bytes-like object"));
            }
            (other, _) => {
                let class = class_name(other);
                return Err(type_error(format!("expected string or bytes-like object, got '{class}'")));
            }
        };
        Ok(Self { string: string.clone(), content, start: 0, end })
    }

    pub(super) fn length(&self) -> usize {
        match &self.content {
            Content::Text(text) => text.len(),
            Content::Bytes(bytes, _) => bytes.get().len(),
        }
    }

    pub(super) fn between(self, start: usize, end: usize) -> Self {
        Self { start, end, ..self }
    }

    /// All characters up to the end of the search.
    pub(super) fn characters(&self) -> &[char] {
        let all = match &self.content {
            Content::Text(text) => text.characters(),
            Content::Bytes(bytes, characters) => {
                characters.get_or_init(|| bytes.get().iter().copied().map(char::from).collect())
            }
        };
        all.get(..self.end).unwrap_or(all)
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> Value {
        match &self.content {
            Content::Text(text) if start == 0 && end == text.len() => Value::Str(text.clone()),
            Content::Text(text) => Value::Str(text.slice(start, end)),
            Content::Bytes(bytes, _) => Value::bytes(bytes.get().get(start..end).unwrap_or(&[]).to_vec()),
        }
    }

    /// A group of a match, if it took part.
    pub(super) fn group(&self, spans: &Spans, number: usize) -> Option<Value> {
        let (start, end) = spans.groups.get(number).copied().flatten()?;
        Some(self.slice(start, end))
    }

    pub(super) fn empty(&self) -> Value {
        self.slice(0, 0)
    }

    /// A text that the engine has made, as the kind of thing that was searched.
    pub(super) fn like(&self, text: String) -> Value {
        match self.content {
            Content::Text(_) => Value::string(text),
            Content::Bytes(..) => {
                Value::bytes(text.chars().map(|character| u8::try_from(character).unwrap_or(b'?')).collect())
            }
        }
    }
}

/// What was found.
struct Match {
    /// An object of `re.Pattern`.
    pattern: Rc<Instance>,
    subject: Subject,
    spans: Spans,
}

pub(crate) fn is_match(value: &Value) -> bool {
    value.native::<Match>().is_some()
}

pub(super) fn made(pattern: &Rc<Instance>, subject: &Subject, spans: Spans) -> Value {
    let found = Match { pattern: pattern.clone(), subject: subject.clone(), spans };
    Value::Instance(Rc::new(Instance::new(types().match_.clone(), Payload::Native(Box::new(found)))))
}

pub(super) fn fill_classes(types: &Types) {
    let class = &types.match_;
    install(
        class,
        &[
            ("group", group),
            ("groups", groups),
            ("groupdict", group_dict),
            ("start", start),
            ("end", end),
            ("span", span),
            ("expand", expand),
            ("__getitem__", group),
            ("__repr__", repr),
            ("__copy__", itself),
            ("__deepcopy__", itself),
        ],
    );
    install_getters(
        class,
        &[
            ("re", pattern),
            ("string", string),
            ("pos", position),
            ("endpos", end_position),
            ("lastindex", last_index),
            ("lastgroup", last_group),
            ("regs", all_spans),
        ],
    );
    install_class_methods(class, &[("__class_getitem__", crate::builtins::type_expressions::make_alias)]);
}

fn itself(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(arguments.object().clone()))
}

fn own<'a>(arguments: &Arguments<'a>) -> Result<&'a Match, Exception> {
    arguments.object().native().ok_or_else(|| {
        let class = class_name(arguments.object());
        type_error(format!("descriptor requires a 're.Match' object but received a '{class}'"))
    })
}

impl Match {
    fn compiled(&self) -> Option<&Pattern> {
        self.pattern.native()
    }

    /// The number of a group that is named by number or name.
    fn number(&self, key: &Value) -> Result<usize, Exception> {
        let found = match receive::inside(key) {
            Value::Str(name) => self.compiled().and_then(|pattern| pattern.compiled.group_named(name)),
            other => integer(other).and_then(|number| usize::try_from(number.small()?).ok()),
        };
        found.filter(|number| *number < self.spans.groups.len()).ok_or_else(|| no_such_group().into())
    }

    fn span(&self, arguments: &Arguments<'_>, function: &str) -> Result<(i64, i64), Exception> {
        let number = match arguments.between(function, 0, 1)?.first() {
            Some(key) => self.number(key)?,
            None => 0,
        };
        Ok(match self.spans.groups.get(number).copied().flatten() {
            Some((start, end)) => (place(start), place(end)),
            None => (-1, -1),
        })
    }

    fn default(arguments: &Arguments<'_>, function: &str) -> Result<Value, Exception> {
        let [default] = arguments.rest().bind(function, ["default"], 0, 0)?;
        Ok(default.or(Value::None))
    }
}

fn place(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(i64::MAX)
}

fn group(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own(&arguments)?;
    arguments.no_names("Match.group")?;
    let value = |key: &Value| Ok(own.subject.group(&own.spans, own.number(key)?).unwrap_or(Value::None));
    Ok(Outcome::Value(match arguments.rest().all() {
        [] => own.subject.group(&own.spans, 0).unwrap_or(Value::None),
        [key] => value(key)?,
        keys => Value::tuple(keys.iter().map(value).collect::<Result<_, Exception>>()?),
    }))
}

fn groups(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own(&arguments)?;
    let default = Match::default(&arguments, "groups")?;
    let numbers = 1..own.spans.groups.len();
    let values =
        numbers.map(|number| own.subject.group(&own.spans, number).unwrap_or_else(|| default.clone()));
    Ok(Outcome::Value(Value::tuple(values.collect())))
}

fn group_dict(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own(&arguments)?;
    let default = Match::default(&arguments, "groupdict")?;
    let dict = Dict::default();
    for (name, number) in own.compiled().map_or(&[] as &[_], |pattern| &pattern.compiled.names) {
        dict.set_name(name, own.subject.group(&own.spans, *number).unwrap_or_else(|| default.clone()));
    }
    Ok(Outcome::Value(Value::Dict(Rc::new(dict))))
}

fn start(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(own(&arguments)?.span(&arguments, "start")?.0)))
}

fn end(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(own(&arguments)?.span(&arguments, "end")?.1)))
}

fn pair(start: i64, end: i64) -> Value {
    Value::tuple(vec![Value::int(start), Value::int(end)])
}

fn span(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (start, end) = own(&arguments)?.span(&arguments, "span")?;
    Ok(Outcome::Value(pair(start, end)))
}

fn expand(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own(&arguments)?;
    let [template] = arguments.exactly("Match.expand")?;
    match own.compiled() {
        Some(pattern) => expanded(cx, pattern, &own.subject, &own.spans, template),
        None => Err(type_error("a match without a pattern")),
    }
}

fn pattern(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Instance(own(&arguments)?.pattern.clone())))
}

fn string(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(own(&arguments)?.subject.string.clone()))
}

fn position(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(own(&arguments)?.subject.start)))
}

fn end_position(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(own(&arguments)?.subject.end)))
}

fn last_index(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(own(&arguments)?.spans.last.map_or(Value::None, Value::index)))
}

fn last_group(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own(&arguments)?;
    let name = own.spans.last.and_then(|last| own.compiled()?.compiled.name_of(last));
    Ok(Outcome::Value(name.map_or(Value::None, Value::str)))
}

fn all_spans(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let spans = own(&arguments)?.spans.groups.iter().map(|span| match span {
        Some((start, end)) => pair(place(*start), place(*end)),
        None => pair(-1, -1),
    });
    Ok(Outcome::Value(Value::tuple(spans.collect())))
}

fn repr(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own(&arguments)?;
    let (start, end) = own.span(&Arguments::new(&[Value::Unset], &[]), "span")?;
    let shown = match own.subject.group(&own.spans, 0) {
        Some(Value::Str(text)) => crate::text::repr::text(&text),
        Some(Value::Bytes(bytes)) => crate::text::repr::bytes(&bytes.get()),
        _ => String::new(),
    };
    let shown: String = shown.chars().take(50).collect();
    Ok(Outcome::from(format!("<re.Match object; span=({start}, {end}), match={shown}>")))
}
