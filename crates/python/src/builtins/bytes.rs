//! `bytes` and `bytearray`: how they are made, and their methods. What the methods compute
//! is in `crate::text::bytes`; what only a bytearray can do is in `bytearray`.

use std::rc::Rc;

use super::memoryview::viewed;
use super::operator_methods::{COMPARISONS, PERCENT, SEQUENCE};
use super::receive::{bound, class_to_make, count, inside, integer, made, own_bytes};
use super::text::{decoded, encoded_text};
use super::{Table, install, install_class_methods, install_static};
use crate::code::BinaryOperator;
use crate::effort;
use crate::number::failure::Outcome as Computed;
use crate::object::{Bytes, Class, Exception};
use crate::text::bytes as compute;
use crate::text::case;
use crate::text::methods::{self, Place};
use crate::text::split::Sides;
use crate::types::{Types, names, types};
use crate::value::Value;
use crate::vm::attributes::special;
use crate::vm::compare::has_python_method;
use crate::vm::describe::class_name;
use crate::vm::equality::MustAsk;
use crate::vm::iterate::known_items;
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators::{self, LARGEST, truth};
use crate::vm::raise::{memory_error, overflow_error, type_error, value_error};

pub(crate) use super::bytearray::set_item;

/// Gives `bytes` and `bytearray` their methods.
pub(crate) fn fill(types: &Types) {
    for class in [&types.bytes, &types.bytearray] {
        for table in [COMPARISONS, SEQUENCE, PERCENT, METHODS, QUESTIONS] {
            install(class, table);
        }
        install_class_methods(class, &[("fromhex", fromhex)]);
    }
    install_static(&types.bytes, &[("__new__", new_bytes), ("maketrans", maketrans)]);
    install_static(&types.bytearray, &[("__new__", new_array), ("maketrans", maketrans)]);
    super::bytearray::fill(types);
    super::memoryview::fill(types);
}

const METHODS: &Table = &[
    ("__add__", add),
    ("__bytes__", to_bytes),
    ("__getnewargs__", new_arguments),
    ("capitalize", capitalize),
    ("center", center),
    ("count", count_parts),
    ("decode", decode),
    ("endswith", endswith),
    ("expandtabs", expandtabs),
    ("find", find),
    ("hex", hex),
    ("index", index),
    ("join", join),
    ("ljust", ljust),
    ("lower", lower),
    ("lstrip", lstrip),
    ("partition", partition),
    ("removeprefix", removeprefix),
    ("removesuffix", removesuffix),
    ("replace", replace),
    ("rfind", rfind),
    ("rindex", rindex),
    ("rjust", rjust),
    ("rpartition", rpartition),
    ("rsplit", rsplit),
    ("rstrip", rstrip),
    ("split", split),
    ("splitlines", splitlines),
    ("startswith", startswith),
    ("strip", strip),
    ("swapcase", swapcase),
    ("title", title),
    ("translate", translate),
    ("upper", upper),
    ("zfill", zfill),
];

/// What the text of ASCII letters answers, with other bytes as characters that are nothing.
macro_rules! questions {
    ($($function:ident $ask:expr;)*) => {
        const QUESTIONS: &Table = &[$((stringify!($function), $function)),*];

        $(fn $function(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
            let bytes = own_bytes(&arguments, stringify!($function))?;
            let [] = arguments.exactly(&qualified(bytes, stringify!($function)))?;
            let ask: fn(&str) -> bool = $ask;
            let text: String =
                bytes.get().iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '\0' }).collect();
            Ok(Outcome::from(ask(&text)))
        })*
    };
}

questions! {
    isalnum case::is_alnum;
    isalpha case::is_alpha;
    isascii |text| !text.contains('\0');
    isdigit case::is_digit_text;
    islower case::is_lower;
    isspace |text| !text.is_empty() && text.bytes().all(compute::is_space);
    istitle case::is_title_text;
    isupper case::is_upper;
}

fn qualified(bytes: &Bytes, method: &str) -> String {
    format!("{}.{method}", if bytes.is_array() { "bytearray" } else { "bytes" })
}

// --- what counts as bytes ---

/// A copy of the bytes that a bytes-like object holds.
pub(crate) fn bytes_like(value: &Value) -> Option<Vec<u8>> {
    match inside(value) {
        Value::Bytes(bytes) => {
            let bytes = bytes.get();
            effort::make(bytes.len(), 6);
            Some(bytes.clone())
        }
        value => viewed(value),
    }
}

fn needed(value: &Value) -> Result<Vec<u8>, Exception> {
    bytes_like(value)
        .ok_or_else(|| type_error(format!("a bytes-like object is required, not '{}'", class_name(value))))
}

/// One byte, from an int.
pub(crate) fn byte(value: &Value, for_array: bool) -> Result<u8, Exception> {
    let number = integer(value)?.small().and_then(|number| u8::try_from(number).ok());
    number.ok_or_else(|| {
        value_error(if for_array {
            "byte must be in range(0, 256)"
        } else {
            "bytes must be in range(0, 256)"
        })
    })
}

/// Bytes from ints.
pub(crate) fn of_items(items: &[Value], for_array: bool) -> Result<Vec<u8>, Exception> {
    items.iter().map(|item| byte(item, for_array)).collect()
}

/// New bytes of the same kind.
fn alike(own: &Bytes, bytes: Vec<u8>) -> Value {
    Value::Bytes(Rc::new(if own.is_array() { Bytes::array(bytes) } else { Bytes::new(bytes) }))
}

fn answer(own: &Bytes, bytes: Vec<u8>) -> Answer {
    Ok(Outcome::Value(alike(own, bytes)))
}

// --- making ---

fn new_bytes(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_to_make(&arguments, &types().bytes)?;
    new(cx, class, &arguments, false)
}

fn new_array(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_to_make(&arguments, &types().bytearray)?;
    new(cx, class, &arguments, true)
}

fn new(cx: &mut Context<'_>, class: &Rc<Class>, arguments: &Arguments<'_>, for_array: bool) -> Answer {
    let kind = if for_array { "bytearray" } else { "bytes" };
    let [source, encoding, errors] = arguments.rest().bind(kind, ["source", "encoding", "errors"], 0, 0)?;
    let make = |bytes: Vec<u8>| {
        let bytes = if for_array { Bytes::array(bytes) } else { Bytes::new(bytes) };
        made(class, Value::Bytes(Rc::new(bytes)))
    };
    if let Value::Str(text) = inside(&source) {
        if encoding.is_unset() {
            return Err(type_error("string argument without an encoding"));
        }
        return encoded_text(cx, class, text, (&encoding, &errors), make);
    }
    if !encoding.is_unset() {
        return Err(type_error("encoding without a string argument"));
    }
    if !errors.is_unset() {
        return Err(type_error("errors without a string argument"));
    }
    if source.is_unset() {
        return make(Vec::new());
    }
    let own = |name| matches!(source, Value::Instance(_)) && has_python_method(&source, name);
    if own(&names().bytes) || own(&names().index) {
        return cx.prelude("bytes_of", vec![Value::Class(class.clone()), source]);
    }
    if let Some(bytes) = bytes_like(&source) {
        return make(bytes);
    }
    if let Ok(size) = integer(&source) {
        let size =
            size.small().ok_or_else(|| overflow_error("cannot fit 'int' into an index-sized integer"))?;
        let size = usize::try_from(size).map_err(|_| value_error("negative count"))?;
        if size > LARGEST {
            return Err(memory_error(""));
        }
        return make(vec![0; size]);
    }
    if let Some(items) = known_items(&source) {
        return make(of_items(&items, for_array)?);
    }
    if special(&source, &names().iter).is_none() && special(&source, &names().getitem).is_none() {
        return Err(type_error(format!("cannot convert '{}' object to {kind}", class_name(&source))));
    }
    cx.prelude("bytes_of", vec![Value::Class(class.clone()), source])
}

fn to_bytes(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::bytes(own_bytes(&arguments, "__bytes__")?.get().clone())))
}

/// `bytes + other`, where the other may be anything that is like bytes.
fn add(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "__add__")?;
    let [other] = arguments.exactly("bytes.__add__")?;
    let Some(more) = bytes_like(other) else {
        return Err(operators::unsupported(BinaryOperator::Add, arguments.object(), other, false));
    };
    let mut joined = own.get().clone();
    if joined.len().saturating_add(more.len()) > LARGEST {
        return Err(memory_error(""));
    }
    joined.extend(more);
    answer(own, joined)
}

fn new_arguments(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "__getnewargs__")?;
    Ok(Outcome::Value(Value::tuple(vec![alike(own, own.get().clone())])))
}

fn fromhex(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let is_array = matches!(arguments.object(), Value::Class(class) if class.inherits(&types().bytearray));
    let [text] = arguments.exactly(if is_array { "bytearray.fromhex" } else { "bytes.fromhex" })?;
    let text = super::receive::text(text, "fromhex() argument")?;
    let bytes = compute::from_hex(text)?;
    let Value::Class(class) = arguments.object() else { return Ok(Outcome::Value(Value::bytes(bytes))) };
    let value = Value::Bytes(Rc::new(if is_array { Bytes::array(bytes) } else { Bytes::new(bytes) }));
    if class.is_builtin {
        Ok(Outcome::Value(value))
    } else {
        Ok(Outcome::call(Value::Class(class.clone()), vec![value]))
    }
}

fn decode(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "decode")?;
    let [encoding, errors] = arguments.rest().bind("decode", ["encoding", "errors"], 0, 0)?;
    decoded(cx, &types().str, &own.get(), (&encoding, &errors), "decode")
}

fn hex(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "hex")?;
    hex_text(&own.get(), &arguments)
}

/// `hex(sep, bytes_per_sep)` of `bytes` and of `memoryview`.
pub(crate) fn hex_text(bytes: &[u8], arguments: &Arguments<'_>) -> Answer {
    let [separator, group] = arguments.rest().bind("hex", ["sep", "bytes_per_sep"], 0, 0)?;
    let separator = match inside(&separator) {
        Value::Unset => None,
        Value::Str(text) => Some(text.chars().collect::<Vec<_>>()),
        Value::Bytes(text) => Some(text.get().iter().copied().map(char::from).collect()),
        other => return Err(type_error(format!("object of type '{}' has no len()", class_name(other)))),
    };
    let separator = match separator.as_deref() {
        None => None,
        Some([only]) if only.is_ascii() => Some(*only),
        Some([_]) => return Err(value_error("sep must be ASCII.")),
        Some(_) => return Err(value_error("sep must be length 1.")),
    };
    let group = if group.is_unset() { 1 } else { count(&group)? };
    Ok(Outcome::from(compute::hex(bytes, separator, group)))
}

/// `bytes.maketrans(from, to)`
fn maketrans(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [from, to] = arguments.plain_between("bytes.maketrans", 2, 2)? else {
        return Err(type_error("maketrans expected 2 arguments"));
    };
    let (from, to) = (needed(from)?, needed(to)?);
    if from.len() != to.len() {
        return Err(value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.into_iter().zip(to) {
        table[usize::from(from)] = to;
    }
    Ok(Outcome::Value(Value::bytes(table)))
}

fn translate(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "translate")?;
    let [table, gone] = arguments.rest().bind("translate", ["", "delete"], 1, 0)?;
    let table = if table.is_none() { None } else { Some(needed(&table)?) };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(value_error("translation table must be 256 characters long"));
    }
    let gone = if gone.is_unset() { Vec::new() } else { needed(&gone)? };
    let kept = own.get().iter().filter(|byte| !gone.contains(byte)).copied().collect::<Vec<_>>();
    let result = match table {
        Some(table) => kept.into_iter().map(|byte| table[usize::from(byte)]).collect(),
        None => kept,
    };
    answer(own, result)
}

// --- searching ---

/// `item in bytes`
pub(crate) fn contains(bytes: &Bytes, item: &Value) -> Result<Result<bool, MustAsk>, Exception> {
    effort::make(bytes.get().len(), 4);
    if operators::integer(item).is_some() {
        return Ok(Ok(bytes.get().contains(&byte(item, true)?)));
    }
    let part = needed(item)?;
    Ok(Ok(compute::find(&bytes.get(), &part, None, None, false).is_some()))
}

/// Part, start and end.
type Search = (Vec<u8>, Option<i64>, Option<i64>);

fn search(arguments: &Arguments<'_>, method: &str) -> Result<Search, Exception> {
    let given = arguments.between(method, 1, 3)?;
    let part = match bytes_like(&given[0]) {
        Some(part) => part,
        None if integer(&given[0]).is_ok() => vec![byte(&given[0], true)?],
        None => {
            let class = class_name(&given[0]);
            return Err(type_error(format!(
                "argument should be integer or bytes-like object, not '{class}'"
            )));
        }
    };
    Ok((part, bound(given.get(1))?, bound(given.get(2))?))
}

fn found(arguments: &Arguments<'_>, method: &str, last: bool, must: bool) -> Answer {
    let own = own_bytes(arguments, method)?;
    let (part, start, end) = search(arguments, method)?;
    match compute::find(&own.get(), &part, start, end, last) {
        Some(place) => Ok(Outcome::Value(Value::index(place))),
        None if must => Err(value_error("subsection not found")),
        None => Ok(Outcome::Value(Value::int(-1))),
    }
}

fn find(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    found(&arguments, "find", false, false)
}

fn rfind(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    found(&arguments, "rfind", true, false)
}

fn index(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    found(&arguments, "index", false, true)
}

fn rindex(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    found(&arguments, "rindex", true, true)
}

fn count_parts(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "count")?;
    let (part, start, end) = search(&arguments, "count")?;
    Ok(Outcome::Value(Value::index(compute::count(&own.get(), &part, start, end))))
}

type EndTest = fn(&[u8], &[u8], Option<i64>, Option<i64>) -> bool;

fn has_end(arguments: &Arguments<'_>, method: &str, test: EndTest) -> Answer {
    let own = own_bytes(arguments, method)?;
    let given = arguments.between(method, 1, 3)?;
    let (start, end) = (bound(given.get(1))?, bound(given.get(2))?);
    if let Value::Tuple(parts) = inside(&given[0]) {
        for part in parts.iter() {
            if test(&own.get(), &needed(part)?, start, end) {
                return Ok(Outcome::from(true));
            }
        }
        return Ok(Outcome::from(false));
    }
    let part = bytes_like(&given[0]).ok_or_else(|| {
        let class = class_name(&given[0]);
        type_error(format!("{method} first arg must be bytes or a tuple of bytes, not {class}"))
    })?;
    Ok(Outcome::from(test(&own.get(), &part, start, end)))
}

fn startswith(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    has_end(&arguments, "startswith", compute::starts_with)
}

fn endswith(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    has_end(&arguments, "endswith", compute::ends_with)
}

// --- parts ---

fn list_of(own: &Bytes, parts: Vec<Vec<u8>>) -> Answer {
    Ok(Outcome::Value(Value::list(parts.into_iter().map(|part| alike(own, part)).collect())))
}

fn split_by(arguments: &Arguments<'_>, method: &str, from_right: bool) -> Answer {
    let own = own_bytes(arguments, method)?;
    let [separator, most] = arguments.rest().bind(method, ["sep", "maxsplit"], 0, 0)?;
    let most = if most.is_unset() { -1 } else { count(&most)? };
    let separator =
        if separator.is_unset() || separator.is_none() { None } else { Some(needed(&separator)?) };
    let bytes = own.get().clone();
    let parts = compute::split(&bytes, separator.as_deref(), most, from_right)?;
    list_of(own, parts.into_iter().map(<[u8]>::to_vec).collect())
}

fn split(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    split_by(&arguments, "split", false)
}

fn rsplit(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    split_by(&arguments, "rsplit", true)
}

fn splitlines(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "splitlines")?;
    let [keep_ends] = arguments.rest().bind("splitlines", ["keepends"], 0, 0)?;
    let keep_ends = truth(&keep_ends.or(Value::Bool(false))).unwrap_or(true);
    let bytes = own.get().clone();
    list_of(own, compute::split_lines(&bytes, keep_ends).into_iter().map(<[u8]>::to_vec).collect())
}

fn parted(arguments: &Arguments<'_>, method: &str, from_right: bool) -> Answer {
    let own = own_bytes(arguments, method)?;
    let [given] = arguments.exactly(&qualified(own, method))?;
    let (bytes, separator) = (own.get().clone(), needed(given)?);
    let parts = compute::partition(&bytes, &separator, from_right)?;
    let was_found = !parts[1].is_empty();
    let mut parts: Vec<Value> = parts.into_iter().map(|part| alike(own, part.to_vec())).collect();
    if was_found && !own.is_array() {
        // `bytes` give the separator back as it was given.
        parts[1] = given.clone();
    }
    Ok(Outcome::Value(Value::tuple(parts)))
}

fn partition(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    parted(&arguments, "partition", false)
}

fn rpartition(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    parted(&arguments, "rpartition", true)
}

fn stripped(arguments: &Arguments<'_>, method: &str, sides: Sides) -> Answer {
    let own = own_bytes(arguments, method)?;
    let set = match arguments.between(method, 0, 1)?.first() {
        None | Some(Value::None) => None,
        Some(set) => Some(needed(set)?),
    };
    let result = compute::strip(&own.get(), set.as_deref(), sides).to_vec();
    answer(own, result)
}

fn strip(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    stripped(&arguments, "strip", Sides { left: true, right: true })
}

fn lstrip(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    stripped(&arguments, "lstrip", Sides { left: true, right: false })
}

fn rstrip(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    stripped(&arguments, "rstrip", Sides { left: false, right: true })
}

fn removeprefix(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "removeprefix")?;
    let [prefix] = arguments.exactly(&qualified(own, "removeprefix"))?;
    let (bytes, prefix) = (own.get().clone(), needed(prefix)?);
    answer(own, bytes.strip_prefix(&prefix[..]).unwrap_or(&bytes).to_vec())
}

fn removesuffix(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "removesuffix")?;
    let [suffix] = arguments.exactly(&qualified(own, "removesuffix"))?;
    let (bytes, suffix) = (own.get().clone(), needed(suffix)?);
    answer(own, bytes.strip_suffix(&suffix[..]).unwrap_or(&bytes).to_vec())
}

// --- building ---

fn join(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "join")?;
    let [parts] = arguments.exactly(&qualified(own, "join"))?;
    let Some(items) = known_items(parts) else {
        return cx.prelude("join", vec![arguments.object().clone(), parts.clone()]);
    };
    let mut result = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let Some(part) = bytes_like(item) else {
            let class = class_name(item);
            return Err(type_error(format!(
                "sequence item {place}: expected a bytes-like object, {class} found"
            )));
        };
        if place > 0 {
            result.extend_from_slice(&own.get());
        }
        result.extend(part);
        if result.len() > LARGEST {
            return Err(memory_error(""));
        }
    }
    answer(own, result)
}

fn replace(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "replace")?;
    let given = arguments.between("replace", 2, 3)?;
    let (old, new) = (needed(&given[0])?, needed(&given[1])?);
    let times = given.get(2).map_or(Ok(-1), count)?;
    let result = compute::replace(&own.get(), &old, &new, times, LARGEST)?;
    answer(own, result)
}

fn padded(arguments: &Arguments<'_>, method: &str, place: Place) -> Answer {
    let own = own_bytes(arguments, method)?;
    let given = arguments.between(method, 1, 2)?;
    let width = count(&given[0])?;
    let fill = match given.get(1) {
        None => b' ',
        Some(fill) => match bytes_like(fill).as_deref() {
            Some([only]) => *only,
            _ => {
                let class = class_name(fill);
                return Err(type_error(format!(
                    "{method}() argument 2 must be a byte string of length 1, not {class}"
                )));
            }
        },
    };
    let result = compute::pad(&own.get(), width, fill, place, LARGEST)?;
    answer(own, result)
}

fn center(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    padded(&arguments, "center", Place::Center)
}

fn ljust(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    padded(&arguments, "ljust", Place::Left)
}

fn rjust(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    padded(&arguments, "rjust", Place::Right)
}

/// What a method of texts makes of bytes, each taken as a character.
fn as_text(own: &Bytes, change: impl FnOnce(&str) -> Computed<String>) -> Answer {
    let text: String = own.get().iter().copied().map(char::from).collect();
    let changed = change(&text)?;
    let result = changed.chars().filter_map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
    answer(own, result)
}

fn expandtabs(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "expandtabs")?;
    let [size] = arguments.rest().bind("expandtabs", ["tabsize"], 0, 0)?;
    let size = if size.is_unset() { 8 } else { count(&size)? };
    as_text(own, |text| methods::expand_tabs(text, size, LARGEST))
}

fn zfill(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "zfill")?;
    let [width] = arguments.exactly(&qualified(own, "zfill"))?;
    let width = count(width)?;
    as_text(own, |text| methods::zero_fill(text, width, LARGEST))
}

fn changed(arguments: &Arguments<'_>, method: &str, change: fn(&[u8]) -> Vec<u8>) -> Answer {
    let own = own_bytes(arguments, method)?;
    let [] = arguments.exactly(&qualified(own, method))?;
    let result = change(&own.get());
    answer(own, result)
}

fn capitalize(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    changed(&arguments, "capitalize", compute::capitalize)
}

fn lower(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    changed(&arguments, "lower", <[u8]>::to_ascii_lowercase)
}

fn swapcase(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    changed(&arguments, "swapcase", compute::swap_case)
}

fn title(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    changed(&arguments, "title", compute::title)
}

fn upper(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    changed(&arguments, "upper", <[u8]>::to_ascii_uppercase)
}
