//! `format(value, spec)`, `str.format` and the `%` operator. What can be shown at once is;
//! where code of the program's has to run, the pieces go to the library's prelude, which
//! puts the text together.

use std::rc::Rc;

use super::receive::inside;
use super::repr::{repr_of, str_of};
use crate::code;
use crate::number::ratio;
use crate::object::{Bytes, Exception};
use crate::text::format_spec;
use crate::text::percent::{self as template, Conversion, Size};
use crate::text::repr::ascii_of_repr;
use crate::text::str_format::{self, Access, Field, First, Numbering};
use crate::types::names;
use crate::value::{Str, Value};
use crate::vm::attributes::special;
use crate::vm::describe::class_name;
use crate::vm::hashing;
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators::{LARGEST, as_float, integer};
use crate::vm::raise::{key_error, overflow_error, type_error};

/// `format(value, spec)` of texts and numbers; nothing for everything else.
pub(crate) fn format_builtin(value: &Value, spec: &Value) -> Option<Result<String, Exception>> {
    let spec = match spec {
        Value::Str(spec) => spec.as_str(),
        Value::Unset => "",
        _ => return None,
    };
    let text = match value {
        Value::Str(text) if spec.is_empty() => Ok(text.as_str().to_owned()),
        Value::Str(text) => format_spec::format_text(text, spec, LARGEST),
        Value::Bool(truth) if spec.is_empty() => Ok(if *truth { "True" } else { "False" }.to_owned()),
        Value::Bool(_) => format_spec::format_integer(&integer(value)?, spec, "bool", LARGEST),
        Value::Int(..) | Value::Big(_) => format_spec::format_integer(&integer(value)?, spec, "int", LARGEST),
        Value::Float(number, _) => format_spec::format_float(*number, spec, LARGEST),
        Value::Complex(parts) => super::complex::format(parts.0, parts.1, spec),
        _ => return None,
    };
    Some(text.map_err(Exception::from))
}

/// A text that is being put together; pieces that only code of the program's can show are tuples.
#[derive(Default)]
struct Pieces {
    text: String,
    /// What comes before `text`, once there is a piece that is open.
    before: Vec<Value>,
}

impl Pieces {
    fn open(&mut self, piece: Vec<Value>) {
        let text = std::mem::take(&mut self.text);
        self.before.push(Value::string(text));
        self.before.push(Value::tuple(piece));
    }

    /// The text, or the list of pieces.
    fn value(self) -> Value {
        if self.before.is_empty() {
            return Value::string(self.text);
        }
        let mut pieces = self.before;
        pieces.push(Value::string(self.text));
        Value::list(pieces)
    }

    fn answer(self, cx: &Context<'_>, function: &str) -> Answer {
        match self.value() {
            text @ Value::Str(_) => Ok(Outcome::Value(text)),
            pieces => cx.prelude(function, vec![pieces]),
        }
    }
}

// --- % ---

/// The values that a `%` template is given.
struct Given<'a> {
    values: &'a [Value],
    next: usize,
    mapping: Option<&'a Value>,
    /// The template is of bytes, and so are its keys.
    of_bytes: bool,
}

impl<'a> Given<'a> {
    fn new(values: &'a Value, of_bytes: bool) -> Self {
        match inside(values) {
            Value::Tuple(tuple) => Self { values: tuple, next: 0, mapping: None, of_bytes },
            inner => {
                let is_text = match inner {
                    Value::Str(_) => true,
                    Value::Bytes(_) => of_bytes,
                    _ => false,
                };
                let is_mapping = !is_text && special(values, &names().getitem).is_some();
                let mapping = is_mapping.then_some(values);
                Self { values: std::slice::from_ref(values), next: 0, mapping, of_bytes }
            }
        }
    }

    fn next(&mut self) -> Result<&'a Value, Exception> {
        let value = self.values.get(self.next).ok_or_else(template::too_few)?;
        self.next += 1;
        Ok(value)
    }

    /// A width or precision that is given as a value.
    fn size(&mut self) -> Result<i64, Exception> {
        let value = self.next()?;
        match integer(value) {
            Some(number) => {
                number.small().ok_or_else(|| overflow_error("Python int too large to convert to C long"))
            }
            None => Err(type_error("* wants int")),
        }
    }

    fn key(&self, key: &str) -> Value {
        if !self.of_bytes {
            return Value::str(key);
        }
        // A template of bytes was read as Latin-1.
        Value::bytes(key.chars().filter_map(|character| u8::try_from(character).ok()).collect())
    }

    /// The value under a key; nothing if the mapping has to be asked by running code.
    fn under(&self, key: &str) -> Result<Option<Value>, Exception> {
        let mapping = self.mapping.ok_or_else(|| type_error("format requires a mapping"))?;
        let name = self.key(key);
        let (Value::Dict(dict), Ok(hash)) = (inside(mapping), hashing::of(&name)) else { return Ok(None) };
        match (dict.get(hash, &name), mapping) {
            (Ok(Some(value)), _) => Ok(Some(value)),
            (Ok(None), Value::Dict(_)) => Err(key_error(name)),
            _ => Ok(None),
        }
    }
}

/// `template % values`, of texts and of bytes.
pub(crate) fn percent(cx: &mut Context<'_>, template: &Value, values: &Value) -> Answer {
    let (text, bytes) = match inside(template) {
        Value::Bytes(bytes) => (bytes.get().iter().copied().map(char::from).collect(), Some(bytes)),
        Value::Str(text) => (text.as_str().to_owned(), None),
        _ => return Ok(Outcome::Value(Value::NotImplemented)),
    };
    let mut given = Given::new(values, bytes.is_some());
    let mut pieces = Pieces::default();
    for part in template::parse(&text) {
        match part {
            template::Part::Literal(literal) => pieces.text.push_str(&literal),
            template::Part::Fault(failure) => return Err(failure.into()),
            template::Part::Value(conversion) => {
                push_converted(cx, &mut pieces, conversion, &mut given, bytes.is_some())?;
            }
        }
    }
    if given.mapping.is_none() && given.next < given.values.len() {
        return Err(template::too_many(if bytes.is_some() { "bytes" } else { "string" }).into());
    }
    match bytes {
        None => pieces.answer(cx, "percent_pieces"),
        Some(bytes) => {
            let made = pieces.text.chars().map(|letter| u32::from(letter) as u8).collect();
            let made = if bytes.is_array() { Bytes::array(made) } else { Bytes::new(made) };
            Ok(Outcome::Value(Value::Bytes(Rc::new(made))))
        }
    }
}

fn push_converted(
    cx: &mut Context<'_>,
    pieces: &mut Pieces,
    mut conversion: Conversion,
    given: &mut Given<'_>,
    for_bytes: bool,
) -> Result<(), Exception> {
    let keyed = match &conversion.key {
        Some(key) => Some((given.under(key)?, given.key(key))),
        None => None,
    };
    if conversion.width == Size::Star {
        conversion.set_width(given.size()?);
    }
    if conversion.precision == Size::Star {
        conversion.set_precision(given.size()?);
    }
    let (value, key) = match keyed {
        Some((Some(value), _)) => (value, Value::Unset),
        Some((None, key)) => (given.mapping.cloned().unwrap_or_default(), key),
        None => (given.next()?.clone(), Value::Unset),
    };
    let shown = match (key.is_unset(), for_bytes) {
        (false, _) => None,
        (true, true) => Some(bytes_converted(cx, &conversion, &value)?),
        (true, false) => converted(cx, &conversion, &value)?,
    };
    match shown {
        Some(text) => pieces.text.push_str(&text),
        None => {
            let kind = Value::str(conversion.kind.encode_utf8(&mut [0; 4]));
            let has_key = Value::Bool(!key.is_unset());
            pieces.open(vec![kind, value, Value::string(written(&conversion)), has_key, key.or(Value::None)]);
        }
    }
    Ok(())
}

/// A conversion as a template for the text or number that the prelude makes of a value.
fn written(conversion: &Conversion) -> String {
    let mut text = String::from("%");
    let flags = [
        (conversion.left, '-'),
        (conversion.plus, '+'),
        (conversion.space, ' '),
        (conversion.alternate, '#'),
        (conversion.zero, '0'),
    ];
    text.extend(flags.into_iter().filter(|(is_set, _)| *is_set).map(|(_, flag)| flag));
    if let Size::Fixed(width) = conversion.width {
        text.push_str(&width.to_string());
    }
    if let Size::Fixed(precision) = conversion.precision {
        text.push_str(&format!(".{precision}"));
    }
    text.push(if matches!(conversion.kind, 'r' | 'a') { 's' } else { conversion.kind });
    text
}

/// A value as a conversion shows it; nothing if code of the program's has to be run.
fn converted(
    cx: &mut Context<'_>,
    conversion: &Conversion,
    value: &Value,
) -> Result<Option<String>, Exception> {
    let has = |name: &Str| special(value, name).is_some();
    let wrong = || Err(conversion.wrong_type(&class_name(value)).into());
    let text = match conversion.kind {
        's' => match str_of(cx, value) {
            Some(text) => conversion.text(&text?, LARGEST),
            None => return Ok(None),
        },
        'r' | 'a' => match repr_of(cx, value) {
            Some(text) if conversion.kind == 'a' => conversion.text(&ascii_of_repr(&text?), LARGEST),
            Some(text) => conversion.text(&text?, LARGEST),
            None => return Ok(None),
        },
        'c' => match (inside(value), integer(value)) {
            (Value::Str(text), _) if text.len() == 1 => conversion.text(text, LARGEST),
            (_, Some(number)) => {
                conversion.text(format_spec::character(&number)?.encode_utf8(&mut [0; 4]), LARGEST)
            }
            _ => return wrong(),
        },
        'd' | 'i' | 'u' => match (integer(value), inside(value)) {
            (Some(number), _) => conversion.integer(&number, LARGEST),
            (None, Value::Float(number, _)) => conversion.integer(&ratio::from_float(*number)?, LARGEST),
            _ if has(&names().int) || has(&names().index) => return Ok(None),
            _ => return wrong(),
        },
        'x' | 'X' | 'o' => match integer(value) {
            Some(number) => conversion.integer(&number, LARGEST),
            None if !matches!(inside(value), Value::Float(..)) && has(&names().index) => return Ok(None),
            None => return wrong(),
        },
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => match as_float(value) {
            Some(number) => conversion.float(number?, LARGEST),
            None if has(&names().float) || has(&names().index) => return Ok(None),
            None => return wrong(),
        },
        _ => Err(conversion.unsupported()),
    };
    Ok(Some(text?))
}

/// The same for a template of bytes: every byte is a character.
fn bytes_converted(
    cx: &mut Context<'_>,
    conversion: &Conversion,
    value: &Value,
) -> Result<String, Exception> {
    let text = match (conversion.kind, inside(value)) {
        ('s' | 'b', Value::Bytes(bytes)) => {
            let text: String = bytes.get().iter().copied().map(char::from).collect();
            return Ok(conversion.text(&text, LARGEST)?);
        }
        ('s' | 'b', _) => {
            let class = class_name(value);
            return Err(type_error(format!(
                "%b requires a bytes-like object, or an object that implements __bytes__, not '{class}'"
            )));
        }
        ('c', Value::Bytes(bytes)) if bytes.get().len() == 1 => {
            Some(bytes.get().iter().copied().map(char::from).collect())
        }
        ('c', number) => {
            match integer(number).map(|number| number.small().and_then(|number| u8::try_from(number).ok())) {
                Some(Some(byte)) => Some(char::from(byte).to_string()),
                Some(None) => return Err(overflow_error("%c arg not in range(256)")),
                None => {
                    return Err(type_error("%c requires an integer in range(256) or a single byte"));
                }
            }
        }
        ('e' | 'E' | 'f' | 'F' | 'g' | 'G', number) if as_float(number).is_none() => {
            let class = class_name(value);
            return Err(type_error(format!("float argument required, not {class}")));
        }
        ('r', _) => converted(cx, &Conversion { kind: 'a', ..conversion.clone() }, value)?,
        _ => converted(cx, conversion, value)?,
    };
    text.ok_or_else(|| type_error("the playground cannot ask an object for its text inside of bytes"))
}

// --- str.format ---

/// Where the fields of a template find their values.
enum Values<'a> {
    Arguments(Arguments<'a>),
    Mapping(&'a Value),
}

/// `template.format(*args, **kwargs)`; `arguments` are those after the template.
pub(crate) fn format_with_arguments(
    cx: &mut Context<'_>,
    template: &str,
    arguments: Arguments<'_>,
) -> Answer {
    let mut pieces = Pieces::default();
    push_fields(cx, &mut pieces, template, &Values::Arguments(arguments), &mut Numbering::default(), false)?;
    pieces.answer(cx, "format_pieces")
}

/// `template.format_map(mapping)`
pub(crate) fn format_with_mapping(cx: &mut Context<'_>, template: &str, mapping: &Value) -> Answer {
    let mut pieces = Pieces::default();
    push_fields(cx, &mut pieces, template, &Values::Mapping(mapping), &mut Numbering::default(), false)?;
    pieces.answer(cx, "format_pieces")
}

fn push_fields(
    cx: &mut Context<'_>,
    pieces: &mut Pieces,
    template: &str,
    values: &Values<'_>,
    numbering: &mut Numbering,
    is_spec: bool,
) -> Result<(), Exception> {
    for part in str_format::parse(template) {
        match part {
            str_format::Part::Literal(literal) => pieces.text.push_str(&literal),
            str_format::Part::Fault(failure) => return Err(failure.into()),
            str_format::Part::Field(field) => push_field(cx, pieces, &field, values, numbering, is_spec)?,
        }
    }
    Ok(())
}

fn push_field(
    cx: &mut Context<'_>,
    pieces: &mut Pieces,
    field: &Field,
    values: &Values<'_>,
    numbering: &mut Numbering,
    is_spec: bool,
) -> Result<(), Exception> {
    let mut value = first_value(cx, &field.first, values, numbering)?;
    // Steps that code has to be run for, and those after them, are left to the prelude.
    let mut path = Vec::new();
    if let Values::Mapping(mapping) = values
        && value.is_unset()
        && let First::Name(name) = &field.first
    {
        value = Value::clone(mapping);
        path.push(Value::tuple(vec![Value::Bool(false), Value::str(name)]));
    }
    for step in &field.path {
        let (is_attribute, key) = match step {
            Access::Attribute(name) => (true, Value::name(name)),
            Access::Index(index) => (false, Value::index(*index)),
            Access::Key(key) => (false, Value::str(key)),
            Access::Fault(failure) => return Err(failure.clone().into()),
        };
        if path.is_empty() {
            let found = match &key {
                Value::Str(name) if is_attribute => cx.get_attribute(&value, name)?,
                key => cx.get_item(value.clone(), key.clone())?,
            };
            if let Outcome::Value(found) = found {
                value = found;
                continue;
            }
        }
        path.push(Value::tuple(vec![Value::Bool(is_attribute), key]));
    }
    let spec = if field.spec.contains(['{', '}']) {
        if is_spec {
            return Err(str_format::too_nested().into());
        }
        let mut inner = Pieces::default();
        push_fields(cx, &mut inner, &field.spec, values, numbering, true)?;
        inner.value()
    } else {
        Value::str(&field.spec)
    };
    let conversion = match field.conversion {
        None => code::Conversion::None,
        Some('s') => code::Conversion::Str,
        Some('r') => code::Conversion::Repr,
        Some('a') => code::Conversion::Ascii,
        Some(other) => return Err(Field::unknown_conversion(other).into()),
    };
    if path.is_empty() && matches!(spec, Value::Str(_)) {
        let plain_spec = if field.spec.is_empty() { Value::Unset } else { spec.clone() };
        if let Outcome::Value(Value::Str(text)) = cx.format(conversion, value.clone(), plain_spec)? {
            pieces.text.push_str(&text);
            return Ok(());
        }
    }
    let conversion = field.conversion.map_or_else(|| Value::name(""), |kind| Value::string(kind.to_string()));
    pieces.open(vec![value, Value::list(path), conversion, spec]);
    Ok(())
}

/// The value that a field begins with; `Unset` if a mapping has to be asked for it.
fn first_value(
    cx: &mut Context<'_>,
    first: &First,
    values: &Values<'_>,
    numbering: &mut Numbering,
) -> Result<Value, Exception> {
    let arguments = match (values, first) {
        (Values::Arguments(arguments), _) => arguments,
        (Values::Mapping(_), First::Next | First::Index(_)) => {
            return Err(str_format::positional_in_map().into());
        }
        (Values::Mapping(mapping), First::Name(name)) => {
            return match cx.get_item(Value::clone(mapping), Value::str(name))? {
                Outcome::Value(value) => Ok(value),
                _ => Ok(Value::Unset),
            };
        }
    };
    let index = match first {
        First::Name(name) => {
            let found = arguments.named().find(|(given, _)| *given == name.as_str());
            return found.map(|(_, value)| value.clone()).ok_or_else(|| key_error(Value::str(name)));
        }
        First::Next => numbering.automatic()?,
        First::Index(index) => {
            numbering.manual()?;
            *index
        }
    };
    Ok(arguments.positional().get(index).cloned().ok_or_else(|| str_format::out_of_range(index))?)
}
