//! `str`: how texts are made, and their methods. What the methods compute is in
//! `crate::text`; formatting is in `formatting`.

use super::collections::MOST_ITEMS;
use super::operator_methods::{COMPARISONS, PERCENT, SEQUENCE, format};
use super::receive::{bound, class_to_make, count, inside, made, own_text, shown_class, text};
use super::{Table, install, install_static};
use crate::effort;
use crate::number::failure::Outcome as Computed;
use crate::object::{Class, Dict, Exception};
use crate::text::codecs::{self, Encoding, OnError, Untranslatable};
use crate::text::methods::{self, Place};
use crate::text::split::{self, Sides};
use crate::text::{case, encode};
use crate::types::{Types, types};
use crate::value::{Str, Value, intern};
use crate::vm::describe::class_name;
use crate::vm::hashing;
use crate::vm::iterate::known_items;
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators::{LARGEST, integer, truth};
use crate::vm::raise::{memory_error, type_error, value_error};
use std::rc::Rc;

/// Gives `str` its methods.
pub(crate) fn fill(types: &Types) {
    let class = &types.str;
    for table in [COMPARISONS, SEQUENCE, PERCENT, METHODS, CHANGES, QUESTIONS] {
        install(class, table);
    }
    install_static(class, &[("__new__", new), ("maketrans", maketrans)]);
}

const METHODS: &Table = &[
    ("__format__", format),
    ("__getnewargs__", new_arguments),
    ("__str__", itself),
    ("center", center),
    ("count", count_parts),
    ("encode", encoded),
    ("endswith", endswith),
    ("expandtabs", expandtabs),
    ("find", find),
    ("format", format_fields),
    ("format_map", format_map),
    ("index", index),
    ("join", join),
    ("ljust", ljust),
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
    ("split", split_at),
    ("splitlines", splitlines),
    ("startswith", startswith),
    ("strip", strip),
    ("translate", translate),
    ("zfill", zfill),
];

/// Methods without arguments that compute something of the text.
macro_rules! of_text {
    ($table:ident: $($function:ident $name:literal $compute:expr;)*) => {
        const $table: &Table = &[$(($name, $function)),*];

        $(fn $function(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
            let text = own_text(&arguments, $name)?;
            let [] = arguments.exactly(concat!("str.", $name))?;
            Ok(Outcome::from($compute(text.as_str())))
        })*
    };
}

of_text! {
    CHANGES:
    capitalize "capitalize" case::capitalize;
    casefold "casefold" case::casefold;
    lower "lower" case::lower;
    swapcase "swapcase" case::swap_case;
    title "title" case::title;
    upper "upper" case::upper;
}

of_text! {
    QUESTIONS:
    isalnum "isalnum" case::is_alnum;
    isalpha "isalpha" case::is_alpha;
    isascii "isascii" str::is_ascii;
    isdecimal "isdecimal" case::is_decimal_text;
    isdigit "isdigit" case::is_digit_text;
    isidentifier "isidentifier" case::is_identifier;
    islower "islower" case::is_lower;
    isnumeric "isnumeric" case::is_numeric_text;
    isprintable "isprintable" case::is_printable_text;
    isspace "isspace" case::is_space_text;
    istitle "istitle" case::is_title_text;
    isupper "isupper" case::is_upper;
}

// --- making, encoding ---

/// `str(object, encoding, errors)`
fn new(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_to_make(&arguments, &types().str)?;
    let given = arguments.rest();
    if given.all().len() > 3 {
        return Err(type_error(format!("str expected at most 3 arguments, got {}", given.all().len())));
    }
    let [object, encoding, errors] = given.bind("str", ["object", "encoding", "errors"], 0, 0)?;
    if !(encoding.is_unset() && errors.is_unset()) {
        names_of_codec(&encoding, &errors, "str")?;
        let bytes = match (super::bytes::bytes_like(&object), inside(&object)) {
            (Some(bytes), _) => bytes,
            (None, Value::Str(_)) => return Err(type_error("decoding str is not supported")),
            (None, Value::Unset) => Vec::new(),
            (None, _) => {
                let class = class_name(&object);
                return Err(type_error(format!("decoding to str: need a bytes-like object, {class} found")));
            }
        };
        return decoded(cx, class, &bytes, (&encoding, &errors), "str");
    }
    if object.is_unset() {
        return made(class, Value::name(""));
    }
    if class.is_builtin {
        return cx.str(&object);
    }
    match super::repr::str_of(cx, &object) {
        Some(text) => made(class, Value::string(text?)),
        None => cx.prelude("str_for", vec![Value::Class(class.clone()), object]),
    }
}

fn names_of_codec(encoding: &Value, errors: &Value, function: &str) -> Result<(String, String), Exception> {
    let named = |value: &Value, name: &str, default: &str| match inside(value) {
        Value::Unset => Ok(default.to_owned()),
        Value::Str(text) => Ok(text.as_str().to_owned()),
        _ => {
            Err(type_error(format!("{function}() argument '{name}' must be str, not {}", shown_class(value))))
        }
    };
    Ok((named(encoding, "encoding", "utf-8")?, named(errors, "errors", "strict")?))
}

/// Bytes as text of a class. A codec or a handler that only the library may know is left to that.
pub(crate) fn decoded(
    cx: &Context<'_>,
    class: &Rc<Class>,
    bytes: &[u8],
    (encoding, errors): (&Value, &Value),
    function: &str,
) -> Answer {
    let (codec, handler) = names_of_codec(encoding, errors, function)?;
    let (Some(codec), Some(handler)) = (Encoding::named(&codec), OnError::named(&handler)) else {
        return recoded(cx, class, "text_decoded", Value::bytes(bytes.to_vec()), (encoding, errors));
    };
    match codecs::decode(bytes, codec, handler) {
        Ok(text) => made(class, Value::string(text)),
        Err(flaw) => Err(untranslatable(&types().unicode_decode_error, &flaw, Value::bytes(bytes.to_vec()))),
    }
}

/// Text as bytes of a class, that `make` makes. A codec or a handler that only the library may know is left to that.
pub(crate) fn encoded_text(
    cx: &Context<'_>,
    class: &Rc<Class>,
    text: &Str,
    (encoding, errors): (&Value, &Value),
    make: impl FnOnce(Vec<u8>) -> Answer,
) -> Answer {
    let (codec, handler) = names_of_codec(encoding, errors, "encode")?;
    let (Some(codec), Some(handler)) = (Encoding::named(&codec), OnError::named(&handler)) else {
        return recoded(cx, class, "text_encoded", Value::Str(text.clone()), (encoding, errors));
    };
    match encode::encode(text, codec, handler) {
        Ok(bytes) => make(bytes),
        Err(flaw) => Err(untranslatable(&types().unicode_encode_error, &flaw, Value::Str(text.clone()))),
    }
}

/// As the library's `codecs` does it.
fn recoded(
    cx: &Context<'_>,
    class: &Rc<Class>,
    function: &str,
    value: Value,
    (encoding, errors): (&Value, &Value),
) -> Answer {
    let named = |name: &Value, default| if name.is_unset() { default } else { name.clone() };
    let arguments = [value, named(encoding, Value::name("utf-8")), named(errors, Value::None)];
    let called = [Value::Class(class.clone()), Value::name(function)];
    cx.prelude("recoded", called.into_iter().chain(arguments).collect())
}

/// A `UnicodeError` with the attributes that its constructor would give it.
fn untranslatable(class: &Rc<Class>, flaw: &Untranslatable, object: Value) -> Exception {
    let args = vec![
        Value::str(flaw.encoding),
        object,
        Value::index(flaw.start),
        Value::index(flaw.end),
        Value::str(flaw.reason),
    ];
    let exception = Exception::new(class, args.clone());
    for (name, value) in ["encoding", "object", "start", "end", "reason"].into_iter().zip(args) {
        exception.instance().set(&intern(name), value);
    }
    exception
}

fn encoded(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let text = own_text(&arguments, "encode")?;
    let [encoding, errors] = arguments.rest().bind("encode", ["encoding", "errors"], 0, 0)?;
    encoded_text(cx, &types().bytes, text, (&encoding, &errors), |bytes| {
        Ok(Outcome::Value(Value::bytes(bytes)))
    })
}

fn itself(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(own_text(&arguments, "__str__")?.clone())))
}

fn new_arguments(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::tuple(vec![Value::Str(own_text(&arguments, "__getnewargs__")?.clone())])))
}

// --- searching ---

/// Text, part, start and end of a search.
type Search<'a> = (&'a Str, &'a Str, Option<i64>, Option<i64>);

fn search<'a>(arguments: &Arguments<'a>, method: &str) -> Result<Search<'a>, Exception> {
    let own = own_text(arguments, method)?;
    let given = arguments.between(method, 1, 3)?;
    let part = text(&given[0], &format!("{method}() argument 1"))?;
    Ok((own, part, bound(given.get(1))?, bound(given.get(2))?))
}

fn found(arguments: &Arguments<'_>, method: &str, last: bool, must: bool) -> Answer {
    let (text, part, start, end) = search(arguments, method)?;
    match methods::find(text, part, start, end, last) {
        Some(place) => Ok(Outcome::Value(Value::index(place))),
        None if must => Err(value_error("substring not found")),
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
    let (text, part, start, end) = search(&arguments, "count")?;
    Ok(Outcome::Value(Value::index(methods::count(text, part, start, end))))
}

type EndTest = fn(&str, &str, Option<i64>, Option<i64>) -> bool;

fn has_end(arguments: &Arguments<'_>, method: &str, test: EndTest) -> Answer {
    let own = own_text(arguments, method)?;
    let given = arguments.between(method, 1, 3)?;
    let (start, end) = (bound(given.get(1))?, bound(given.get(2))?);
    match inside(&given[0]) {
        Value::Str(part) => Ok(Outcome::from(test(own, part, start, end))),
        Value::Tuple(parts) => {
            for part in parts.iter() {
                let Value::Str(part) = inside(part) else {
                    let class = class_name(part);
                    return Err(type_error(format!("tuple for {method} must only contain str, not {class}")));
                };
                if test(own, part, start, end) {
                    return Ok(Outcome::from(true));
                }
            }
            Ok(Outcome::from(false))
        }
        _ => {
            let class = class_name(&given[0]);
            Err(type_error(format!("{method} first arg must be str or a tuple of str, not {class}")))
        }
    }
}

fn startswith(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    has_end(&arguments, "startswith", methods::starts_with)
}

fn endswith(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    has_end(&arguments, "endswith", methods::ends_with)
}

// --- parts ---

fn list_of(parts: Vec<impl AsRef<str>>) -> Answer {
    effort::spend_length(parts.len(), 0);
    if parts.len() > MOST_ITEMS {
        return Err(memory_error(""));
    }
    Ok(Outcome::Value(Value::list(parts.into_iter().map(|part| Value::str(part.as_ref())).collect())))
}

type Splitter = for<'a> fn(&'a str, Option<&str>, i64) -> Computed<Vec<&'a str>>;

fn split_by(arguments: &Arguments<'_>, method: &str, split: Splitter) -> Answer {
    let own = own_text(arguments, method)?;
    let [separator, most] = arguments.rest().bind(method, ["sep", "maxsplit"], 0, 0)?;
    let most = if most.is_unset() { -1 } else { count(&most)? };
    match inside(&separator) {
        Value::Unset | Value::None => list_of(split(own, None, most)?),
        Value::Str(separator) => list_of(split(own, Some(separator), most)?),
        _ => Err(type_error(format!("must be str or None, not {}", class_name(&separator)))),
    }
}

fn split_at(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    split_by(&arguments, "split", split::split)
}

fn rsplit(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    split_by(&arguments, "rsplit", split::split_right)
}

fn splitlines(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_text(&arguments, "splitlines")?;
    let [keep_ends] = arguments.rest().bind("splitlines", ["keepends"], 0, 0)?;
    let keep_ends = truth(&keep_ends.or(Value::Bool(false))).unwrap_or(true);
    list_of(split::split_lines(own, keep_ends))
}

type Partition = for<'a> fn(&'a str, &'a str) -> Computed<[&'a str; 3]>;

fn parted(arguments: &Arguments<'_>, method: &str, partition: Partition) -> Answer {
    let own = own_text(arguments, method)?;
    let [separator] = arguments.exactly(&format!("str.{method}"))?;
    let separator =
        text(separator, "").map_err(|_| type_error(format!("must be str, not {}", class_name(separator))))?;
    let parts = partition(own, separator)?;
    Ok(Outcome::Value(Value::tuple(parts.into_iter().map(Value::str).collect())))
}

fn partition(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    parted(&arguments, "partition", split::partition)
}

fn rpartition(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    parted(&arguments, "rpartition", split::partition_right)
}

fn stripped(arguments: &Arguments<'_>, method: &str, sides: Sides) -> Answer {
    let own = own_text(arguments, method)?;
    let result = match arguments.between(method, 0, 1)?.first().map(inside) {
        None | Some(Value::None) => split::strip(own, None, sides),
        Some(Value::Str(characters)) => {
            effort::make(own.as_str().len().saturating_mul(characters.as_str().len()), 4);
            split::strip(own, Some(characters), sides)
        }
        Some(_) => return Err(type_error(format!("{method} arg must be None or str"))),
    };
    if result.len() == own.as_str().len() {
        return Ok(Outcome::Value(Value::Str(own.clone())));
    }
    Ok(Outcome::from(result))
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
    let own = own_text(&arguments, "removeprefix")?;
    let [prefix] = arguments.exactly("str.removeprefix")?;
    Ok(Outcome::from(methods::remove_prefix(own, text(prefix, "removeprefix() argument")?)))
}

fn removesuffix(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_text(&arguments, "removesuffix")?;
    let [suffix] = arguments.exactly("str.removesuffix")?;
    Ok(Outcome::from(methods::remove_suffix(own, text(suffix, "removesuffix() argument")?)))
}

// --- building ---

fn join(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_text(&arguments, "join")?;
    let [parts] = arguments.exactly("str.join")?;
    let Some(items) = known_items(parts) else {
        return cx.prelude("join", vec![arguments.object().clone(), parts.clone()]);
    };
    let mut size = own.as_str().len().saturating_mul(items.len().saturating_sub(1));
    for (place, item) in items.iter().enumerate() {
        let Value::Str(part) = inside(item) else {
            let class = class_name(item);
            return Err(type_error(format!("sequence item {place}: expected str instance, {class} found")));
        };
        size = size.saturating_add(part.as_str().len());
    }
    if let [only @ Value::Str(_)] = &items[..] {
        return Ok(Outcome::Value(only.clone()));
    }
    if size > LARGEST {
        return Err(memory_error(""));
    }
    effort::spend_length(size, 4);
    let mut text = String::with_capacity(size);
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            text.push_str(own);
        }
        if let Value::Str(part) = inside(item) {
            text.push_str(part);
        }
    }
    Ok(Outcome::from(text))
}

fn replace(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_text(&arguments, "replace")?;
    let given = arguments.rest();
    if given.positional().len() < 2 {
        let given = given.positional().len();
        return Err(type_error(format!("replace() takes at least 2 positional arguments ({given} given)")));
    }
    let [old, new, times] = given.bind("replace", ["", "", "count"], 2, 0)?;
    let (old, new) = (text(&old, "replace() argument 1")?, text(&new, "replace() argument 2")?);
    let times = if times.is_unset() { -1 } else { count(&times)? };
    Ok(Outcome::from(methods::replace(own, old, new, times, LARGEST)?))
}

fn padded(arguments: &Arguments<'_>, method: &str, place: Place) -> Answer {
    let own = own_text(arguments, method)?;
    let given = arguments.between(method, 1, 2)?;
    let width = count(&given[0])?;
    let fill = match given.get(1).map(inside) {
        None => ' ',
        Some(Value::Str(fill)) => match fill.at(0) {
            Some(letter) if fill.len() == 1 => letter,
            _ => return Err(type_error("The fill character must be exactly one character long")),
        },
        Some(other) => {
            let class = class_name(other);
            return Err(type_error(format!("The fill character must be a unicode character, not {class}")));
        }
    };
    Ok(Outcome::from(methods::pad(own, width, fill, place, LARGEST)?))
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

fn zfill(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_text(&arguments, "zfill")?;
    let [width] = arguments.exactly("str.zfill")?;
    Ok(Outcome::from(methods::zero_fill(own, count(width)?, LARGEST)?))
}

fn expandtabs(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_text(&arguments, "expandtabs")?;
    let [size] = arguments.rest().bind("expandtabs", ["tabsize"], 0, 0)?;
    let size = if size.is_unset() { 8 } else { count(&size)? };
    Ok(Outcome::from(methods::expand_tabs(own, size, LARGEST)?))
}

fn format_fields(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let template = own_text(&arguments, "format")?;
    super::formatting::format_with_arguments(cx, template, arguments.rest())
}

fn format_map(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let template = own_text(&arguments, "format_map")?;
    let [mapping] = arguments.exactly("str.format_map")?;
    super::formatting::format_with_mapping(cx, template, mapping)
}

// --- translating ---

/// `str.maketrans(…)`: a dict from code points to what stands for them.
fn maketrans(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let table = Dict::default();
    let set = |code: &Value, value: Value| {
        if let Ok(hash) = hashing::of(code) {
            drop(table.set(hash, code, value));
        }
    };
    let code_of = |letter: char| Value::int(i64::from(u32::from(letter)));
    match arguments.plain_between("str.maketrans", 1, 3)? {
        [mapping] => {
            let Value::Dict(mapping) = inside(mapping) else {
                return Err(type_error("if you give only one argument to maketrans it must be a dict"));
            };
            for entry in mapping.entries() {
                match (inside(&entry.key), integer(&entry.key)) {
                    (Value::Str(letter), _) => match letter.at(0) {
                        Some(only) if letter.len() == 1 => set(&code_of(only), entry.value),
                        _ => return Err(value_error("string keys in translate table must be of length 1")),
                    },
                    (_, Some(_)) => set(&entry.key, entry.value),
                    _ => return Err(type_error("keys in translate table must be strings or integers")),
                }
            }
        }
        [from, to, rest @ ..] => {
            let to = text(to, "maketrans() argument 2")?;
            let Value::Str(from) = inside(from) else {
                return Err(type_error(
                    "first maketrans argument must be a string if there is a second argument",
                ));
            };
            if from.len() != to.len() {
                return Err(value_error("the first two maketrans arguments must have equal length"));
            }
            for (from, to) in from.chars().zip(to.chars()) {
                set(&code_of(from), code_of(to));
            }
            if let [gone] = rest {
                for letter in text(gone, "maketrans() argument 3")?.chars() {
                    set(&code_of(letter), Value::None);
                }
            }
        }
        [] => {}
    }
    Ok(Outcome::Value(Value::Dict(Rc::new(table))))
}

fn translate(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_text(&arguments, "translate")?;
    let [table] = arguments.exactly("str.translate")?;
    let Value::Dict(dict) = table else {
        return cx.prelude("translate", vec![Value::Str(own.clone()), table.clone()]);
    };
    let mut result = String::new();
    for letter in own.chars() {
        let code = Value::int(i64::from(u32::from(letter)));
        let mapped = match hashing::of(&code) {
            Ok(hash) => dict.get(hash, &code),
            Err(_) => Ok(None),
        };
        match mapped {
            Ok(None) => result.push(letter),
            Ok(Some(value)) => push_translated(&mut result, &value)?,
            Err(_) => return cx.prelude("translate", vec![Value::Str(own.clone()), table.clone()]),
        }
        if result.len() > LARGEST {
            return Err(memory_error(""));
        }
    }
    Ok(Outcome::from(result))
}

/// What a table says that a character becomes.
fn push_translated(result: &mut String, value: &Value) -> Result<(), Exception> {
    match inside(value) {
        Value::None => {}
        Value::Str(text) => result.push_str(text),
        inner => {
            let number = integer(inner)
                .ok_or_else(|| type_error("character mapping must return integer, None or str"))?;
            let code =
                number.small().and_then(|code| u32::try_from(code).ok()).filter(|code| *code <= 0x10_ffff);
            let code = code.ok_or_else(|| value_error("character mapping must be in range(0x110000)"))?;
            result.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }
    Ok(())
}
