//! The classes behind `re`: compiled patterns, over the engine in `pattern`. What calls the
//! program's functions is in the library's `re.py`; matches are in `matches`.

use std::rc::Rc;

use super::constant;
use super::matches::{self, Subject};
use crate::builtins::{Table, install, install_class_methods, install_getters, install_static, receive};
use crate::effort::{self, Refused};
use crate::object::iter::Walk;
use crate::object::{Dict, Exception, Instance, Iter, Payload};
use crate::pattern::matcher::{Mode, Spans, TooManySteps};
use crate::pattern::scan::{self, Scan};
use crate::pattern::{self, PatternError, Refusal, template};
use crate::types::{Types, types};
use crate::value::Value;
use crate::vm::describe::class_name;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::operators::LARGEST;
use crate::vm::raise::{runtime_error, type_error};

/// Steps that one call may take: some hundredths of a second.
const STEPS: u64 = 10_000_000;

/// Steps that are left of a call's. Those that were taken count, however it ends.
struct Steps(u64);

impl Drop for Steps {
    fn drop(&mut self) {
        effort::spend(STEPS - self.0);
    }
}

/// A compiled pattern, as an object.
pub(super) struct Pattern {
    /// The text or bytes it was made of.
    pub(super) source: Value,
    pub(super) compiled: pattern::Pattern,
    pub(super) of_bytes: bool,
}

impl From<TooManySteps> for Exception {
    fn from(_: TooManySteps) -> Self {
        effort::refuse(Refused::Pattern);
        runtime_error("this regular expression tries too many ways to match")
    }
}

pub(super) fn fill(namespace: &Dict) {
    constant(namespace, "Pattern", Value::Class(types().pattern.clone()));
    constant(namespace, "Match", Value::Class(types().match_.clone()));
}

const METHODS: &Table = &[
    ("match", match_),
    ("fullmatch", full_match),
    ("search", search),
    ("split", split),
    ("findall", find_all),
    ("finditer", find_iter),
    ("replaced", replaced),
    ("__repr__", repr),
    ("__copy__", itself),
];

pub(super) fn fill_classes(types: &Types) {
    let class = &types.pattern;
    install_static(class, &[("__new__", new)]);
    install(class, METHODS);
    install(class, &[("__init__", init), ("__deepcopy__", itself)]);
    install_getters(
        class,
        &[("pattern", source), ("flags", flags), ("groups", groups), ("groupindex", group_index)],
    );
    install_class_methods(class, &[("__class_getitem__", crate::builtins::type_expressions::make_alias)]);
    matches::fill_classes(types);
}

fn init(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

fn itself(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(arguments.object().clone()))
}

/// Text as the engine takes it: bytes count as characters of Latin-1.
fn latin1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

fn text_and_kind(value: &Value) -> Option<(String, bool)> {
    match receive::inside(value) {
        Value::Str(text) => Some((text.as_str().to_owned(), false)),
        Value::Bytes(bytes) => Some((latin1(&bytes.get()), true)),
        _ => None,
    }
}

/// What the engine refuses: `re.error` is made by the library, of the class given.
fn refused(cx: &mut Context<'_>, refusal: Refusal, error_class: &Value, source: &Value) -> Answer {
    match refusal {
        Refusal::Other(failure) => Err(failure.into()),
        Refusal::Pattern(PatternError { message, position }) => {
            let position = position.map_or(Value::None, Value::index);
            let arguments = vec![error_class.clone(), Value::string(message), source.clone(), position];
            cx.prelude("raise_new", arguments)
        }
    }
}

/// `Pattern(pattern, flags, error class)`
fn new(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Class(class), source, flags, error_class] = arguments.positional() else {
        return Err(type_error("cannot create 're.Pattern' instances"));
    };
    let Some((text, of_bytes)) = text_and_kind(source) else {
        return Err(type_error("first argument must be string or compiled pattern"));
    };
    let flags = u32::try_from(receive::count(flags)?).unwrap_or(0);
    effort::spend_length(text.len().saturating_mul(16), 0);
    match pattern::Pattern::compile(&text, flags, of_bytes) {
        Ok(compiled) => {
            let pattern = Pattern { source: source.clone(), compiled, of_bytes };
            let instance = Instance::new(class.clone(), Payload::Native(Box::new(pattern)));
            Ok(Outcome::Value(Value::Instance(Rc::new(instance))))
        }
        Err(refusal) => refused(cx, refusal, error_class, source),
    }
}

fn own<'a>(arguments: &Arguments<'a>) -> Result<(&'a Rc<Instance>, &'a Pattern), Exception> {
    if let Value::Instance(instance) = arguments.object()
        && let Some(pattern) = instance.native()
    {
        return Ok((instance, pattern));
    }
    let class = class_name(arguments.object());
    Err(type_error(format!("descriptor requires a 're.Pattern' object but received a '{class}'")))
}

// --- searching ---

/// What to search in, and between which places.
struct Search<'a> {
    object: &'a Rc<Instance>,
    pattern: &'a Pattern,
    subject: Subject,
    start: usize,
    budget: Steps,
}

impl<'a> Search<'a> {
    /// By the arguments `string, pos=0, endpos=sys.maxsize`.
    fn new(arguments: &Arguments<'a>, function: &str) -> Result<Self, Exception> {
        let (object, pattern) = own(arguments)?;
        let [string, start, end] = arguments.rest().bind(function, ["string", "pos", "endpos"], 1, 0)?;
        let place = |value: &Value, default: i64| match value {
            Value::Unset => Ok(default),
            value => Ok::<_, Exception>(receive::integer(value)?.small().unwrap_or(i64::MAX)),
        };
        let subject = Subject::new(pattern, &string)?;
        let length = i64::try_from(subject.length()).unwrap_or(i64::MAX);
        let start = place(&start, 0)?.clamp(0, length);
        let end = place(&end, length)?.clamp(0, length);
        let [start, end] = [start, end].map(|place| usize::try_from(place).unwrap_or(0));
        Ok(Self { object, pattern, subject: subject.between(start, end), start, budget: Steps(STEPS) })
    }

    fn run(&mut self, mode: Mode) -> Answer {
        if self.start > self.subject.characters().len() {
            return nothing();
        }
        let found =
            self.pattern.compiled.run(self.subject.characters(), self.start, mode, &mut self.budget.0)?;
        Ok(Outcome::Value(match found {
            Some(spans) => self.found(spans),
            None => Value::None,
        }))
    }

    fn found(&self, spans: Spans) -> Value {
        matches::made(self.object, &self.subject, spans)
    }

    /// Every match.
    fn all(&mut self) -> Result<Vec<Spans>, Exception> {
        let mut scan = Scan::starting_at(self.start);
        let mut found = Vec::new();
        while let Some(spans) =
            scan.next(&self.pattern.compiled, self.subject.characters(), &mut self.budget.0)?
        {
            found.push(spans);
        }
        Ok(found)
    }
}

fn match_(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Search::new(&arguments, "match")?.run(Mode::Match)
}

fn full_match(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Search::new(&arguments, "fullmatch")?.run(Mode::Full)
}

fn search(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Search::new(&arguments, "search")?.run(Mode::Search)
}

fn find_all(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let mut search = Search::new(&arguments, "findall")?;
    let empty = search.subject.empty();
    let mut result = Vec::new();
    for spans in search.all()? {
        let group = |number: usize| search.subject.group(&spans, number).unwrap_or_else(|| empty.clone());
        result.push(match search.pattern.compiled.groups {
            0 => group(0),
            1 => group(1),
            count => Value::tuple((1..=count).map(group).collect()),
        });
    }
    Ok(Outcome::Value(Value::list(result)))
}

fn find_iter(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let mut search = Search::new(&arguments, "finditer")?;
    let found: Vec<Value> = search.all()?.into_iter().map(|spans| search.found(spans)).collect();
    Ok(Outcome::Value(Value::Iter(Iter::new(Walk::Values(found.into_iter())))))
}

fn split(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (_, pattern) = own(&arguments)?;
    let [string, most] = arguments.rest().bind("split", ["string", "maxsplit"], 1, 0)?;
    let subject = Subject::new(pattern, &string)?;
    let most = receive::count(&most.or(Value::int(0)))?;
    if most < 0 {
        return Ok(Outcome::Value(Value::list(vec![string])));
    }
    let mut budget = Steps(STEPS);
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let pieces = scan::split(&pattern.compiled, subject.characters(), most, &mut budget.0)?;
    let shown =
        |piece: Option<(usize, usize)>| piece.map_or(Value::None, |(start, end)| subject.slice(start, end));
    Ok(Outcome::Value(Value::list(pieces.into_iter().map(shown).collect())))
}

fn no_template(value: &Value) -> Exception {
    type_error(format!("decoding to str: need a bytes-like object, {} found", class_name(value)))
}

/// `replaced(template, string, count, error class)`: the new text, and how often.
fn replaced(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (_, pattern) = own(&arguments)?;
    let [template, string, count, error_class] = arguments.exactly("replaced")?;
    let Some((text, of_bytes)) = text_and_kind(template) else {
        return Err(no_template(template));
    };
    if of_bytes != pattern.of_bytes {
        let (wanted, given) =
            if of_bytes { ("str instance", "bytes") } else { ("a bytes-like object", "str") };
        return Err(type_error(format!("sequence item 0: expected {wanted}, {given} found")));
    }
    let parts = match template::parse(&text, &pattern.compiled) {
        Ok(parts) => parts,
        Err(refusal) => return refused(cx, refusal, error_class, template),
    };
    let subject = Subject::new(pattern, string)?;
    let most = receive::count(count)?;
    let characters = subject.characters();
    let (mut result, mut from, mut made, mut budget) = (String::new(), 0, 0_i64, Steps(STEPS));
    let mut scan = Scan::starting_at(0);
    while most == 0 || made < most {
        let Some(spans) = scan.next(&pattern.compiled, characters, &mut budget.0)? else { break };
        let Some(Some((start, end))) = spans.groups.first().copied() else { break };
        result.extend(&characters[from..start]);
        result.push_str(&template::expand(&parts, &spans, characters, LARGEST)?);
        crate::number::failure::within_bytes(result.len(), LARGEST)?;
        from = end;
        made += 1;
    }
    if made == 0 {
        return Ok(Outcome::Value(Value::tuple(vec![string.clone(), Value::int(0)])));
    }
    result.extend(&characters[from..]);
    let result = subject.like(result);
    Ok(Outcome::Value(Value::tuple(vec![result, Value::int(made)])))
}

/// `Match.expand`: a template filled in. Errors are `re.error`, which the library knows.
pub(super) fn expanded(
    cx: &mut Context<'_>,
    pattern: &Pattern,
    subject: &Subject,
    spans: &Spans,
    template: &Value,
) -> Answer {
    let Some((text, _)) = text_and_kind(template) else {
        return Err(no_template(template));
    };
    match template::parse(&text, &pattern.compiled) {
        Ok(parts) => {
            let text = template::expand(&parts, spans, subject.characters(), LARGEST)?;
            Ok(Outcome::Value(subject.like(text)))
        }
        Err(refusal) => {
            let module = cx.vm.module("re");
            let error_class = match &module {
                Some(Value::Module(module)) => module.namespace.get_name("PatternError"),
                _ => None,
            };
            refused(cx, refusal, &error_class.unwrap_or(Value::Class(types().value_error.clone())), template)
        }
    }
}

// --- what it is ---

fn source(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(own(&arguments)?.1.source.clone()))
}

fn flags(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(own(&arguments)?.1.compiled.flags.into())))
}

fn groups(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(own(&arguments)?.1.compiled.groups)))
}

fn group_index(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (_, pattern) = own(&arguments)?;
    let dict = Dict::default();
    for (name, number) in &pattern.compiled.names {
        dict.set_name(name, Value::index(*number));
    }
    Ok(Outcome::Value(crate::builtins::views::mapping_proxy(Value::Dict(Rc::new(dict)))))
}

/// Names of flags, as reprs list them; that texts are of Unicode goes without saying.
const FLAG_NAMES: [(u32, &str); 7] = [
    (2, "re.IGNORECASE"),
    (4, "re.LOCALE"),
    (8, "re.MULTILINE"),
    (16, "re.DOTALL"),
    (32, "re.UNICODE"),
    (64, "re.VERBOSE"),
    (256, "re.ASCII"),
];

fn repr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (_, pattern) = own(&arguments)?;
    let shown = match crate::builtins::repr::repr_of(cx, &pattern.source) {
        Some(text) => text?,
        None => String::new(),
    };
    let shown: String = shown.chars().take(200).collect();
    let unsaid = if pattern.of_bytes { 0 } else { 32 };
    let flags = pattern.compiled.flags & !unsaid;
    let names: Vec<&str> =
        FLAG_NAMES.iter().filter(|(bit, _)| flags & bit != 0).map(|(_, name)| *name).collect();
    let separator = if names.is_empty() { "" } else { ", " };
    Ok(Outcome::from(format!("re.compile({shown}{separator}{})", names.join("|"))))
}
