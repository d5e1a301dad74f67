//! A value in a few words: what a person sees who looks at a variable. Not `repr`, which is the
//! program's to say: what is in pointed brackets or braces after a name is our description of an object.

use std::rc::Rc;

use crate::modules::asyncio::glance as asyncio;
use crate::modules::deque;
use crate::object::{Dict, Exception, Instance, Payload};
use crate::text::{float_repr, repr};
use crate::types::{names, types};
use crate::value::Value;
use crate::vm::describe::class_name;

/// The most characters of a text; what is cut off is told by `…`.
const LENGTH: usize = 120;
/// Items of a collection, attributes of an object, and how deep they are told.
const ITEMS: usize = 12;
const ATTRIBUTES: usize = 4;
const DEPTH: usize = 4;

/// The value in a few words.
pub(crate) fn text(value: &Value) -> String {
    let mut glance = Glance { text: String::new(), inside: Vec::new() };
    glance.push(value);
    match glance.text.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", glance.text.get(..end).unwrap_or_default()),
        None => glance.text,
    }
}

struct Glance {
    text: String,
    /// Where the collections and objects are that are being told now.
    inside: Vec<usize>,
}

impl Glance {
    fn is_full(&self) -> bool {
        self.text.len() > 4 * LENGTH
    }

    fn push(&mut self, value: &Value) {
        if self.is_full() {
            return;
        }
        let shown = match value {
            Value::Unset => "unbound".to_owned(),
            Value::None => "None".to_owned(),
            Value::NotImplemented => "NotImplemented".to_owned(),
            Value::Ellipsis => "Ellipsis".to_owned(),
            Value::Bool(truth) => if *truth { "True" } else { "False" }.to_owned(),
            Value::Int(number, _) => number.to_string(),
            // Far more than fits; all digits of a giant would take long.
            Value::Big(number) if number.bits() > 400 => format!("<int of {} bits>", number.bits()),
            Value::Big(number) => number.to_string(),
            Value::Float(number, _) => float_repr::repr(*number),
            Value::Complex(parts) => crate::builtins::complex::text(parts.0, parts.1),
            Value::Str(text) => repr::text(beginning(text.as_str())),
            Value::Bytes(bytes) => {
                let bytes = bytes.get();
                repr::bytes(bytes.get(..LENGTH).unwrap_or(&bytes))
            }
            Value::Range(range) if range.step == 1 => format!("range({}, {})", range.start, range.stop),
            Value::Range(range) => format!("range({}, {}, {})", range.start, range.stop, range.step),
            Value::Function(function) => format!("<function {}>", function.qualname.borrow()),
            Value::Native(native) => format!("<function {}>", native.name),
            Value::Method(method) => return self.push_method(&method.function, &method.object),
            Value::Generator(generator) => format!("<{} {}>", class_name(value), generator.qualname.borrow()),
            Value::Class(class) => format!("<class {}>", class.name()),
            Value::Module(module) => match module.name() {
                Some(name) => format!("<module {name}>"),
                None => "<module>".to_owned(),
            },
            Value::Slice(_) | Value::Iter(_) | Value::Traceback(_) => format!("<{}>", class_name(value)),
            Value::Cell(cell) => return self.push(&cell.get()),
            Value::List(list) => {
                let items = list.items();
                return self.push_items("[", &items, items.len(), "]", Rc::as_ptr(list) as usize);
            }
            Value::Tuple(tuple) => {
                let is_plain = tuple.class().is(&types().tuple);
                let opening = if is_plain { "(".to_owned() } else { format!("{}(", tuple.class().name()) };
                let closing = if tuple.len() == 1 && is_plain { ",)" } else { ")" };
                return self.push_items(&opening, tuple, tuple.len(), closing, Rc::as_ptr(tuple) as usize);
            }
            Value::Set(set) => {
                let name = set.class().name();
                let mut place = 0;
                let first: Vec<Value> = std::iter::from_fn(|| {
                    let (next, item) = set.next_from(place)?;
                    place = next;
                    Some(item)
                })
                .take(ITEMS)
                .collect();
                let (opening, closing) = match (set.len(), &name == "set") {
                    (0, _) => (format!("{name}("), ")"),
                    (_, true) => ("{".to_owned(), "}"),
                    (_, false) => (format!("{name}({{"), "})"),
                };
                return self.push_items(&opening, &first, set.len(), closing, Rc::as_ptr(set) as usize);
            }
            Value::Dict(dict) => return self.push_dict(dict),
            Value::Instance(instance) => return self.push_instance(value, instance),
        };
        self.text.push_str(&shown);
    }

    /// Tells what is inside of something, unless that is being told already or is too deep.
    fn within(&mut self, place: usize, tell: impl FnOnce(&mut Self)) {
        if self.inside.len() >= DEPTH || self.inside.contains(&place) {
            return self.text.push('…');
        }
        self.inside.push(place);
        tell(self);
        self.inside.pop();
    }

    /// Words between commas: of so many in all, those that are given or as many as are told.
    fn push_row<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        count: usize,
        most: usize,
        mut push: impl FnMut(&mut Self, T),
    ) {
        for (index, item) in items.into_iter().take(most).enumerate() {
            if index > 0 {
                self.text.push_str(", ");
            }
            push(self, item);
        }
        if count > most {
            self.text.push_str(", …");
        }
    }

    fn push_items(&mut self, opening: &str, items: &[Value], count: usize, closing: &str, place: usize) {
        self.text.push_str(opening);
        self.within(place, |this| this.push_row(items, count, ITEMS, Self::push));
        self.text.push_str(closing);
    }

    fn push_dict(&mut self, dict: &Rc<Dict>) {
        self.text.push('{');
        self.within(Rc::as_ptr(dict) as usize, |this| {
            dict.look(|entries| {
                this.push_row(entries, entries.len(), ITEMS, |this, entry| {
                    this.push(&entry.key);
                    this.text.push_str(": ");
                    this.push(&entry.value);
                });
            });
        });
        self.text.push('}');
    }

    fn push_method(&mut self, function: &Value, object: &Value) {
        let name = match function {
            Value::Function(function) => function.name.borrow().clone(),
            Value::Native(native) => native.name.clone(),
            _ => class_name(function),
        };
        self.text.push_str(&format!("<method {}.{name}>", class_name(object)));
    }

    fn push_instance(&mut self, value: &Value, instance: &Rc<Instance>) {
        let name = class_name(value);
        if let Some(exception) = Exception::of(value) {
            return self.text.push_str(&format!("<{}>", super::error::short(&exception)));
        }
        if let Payload::Value(inner) = &instance.payload {
            self.text.push_str(&format!("{name} "));
            return self.push(inner);
        }
        if let (Some(walk), Some(count)) = (deque::iter(instance), deque::length(instance)) {
            let items: Vec<Value> = std::iter::from_fn(|| walk.next().ok()?).take(ITEMS).collect();
            return self.push_items("deque [", &items, count, "]", Rc::as_ptr(instance) as usize);
        }
        if let Some((words, items)) = asyncio::words(value) {
            self.text.push_str(&format!("<{name} {words}"));
            if !items.is_empty() {
                self.push_items(" [", &items, items.len(), "]", Rc::as_ptr(instance) as usize);
            }
            return self.text.push('>');
        }
        let attributes = instance.attributes().filter(|attributes| attributes.len() > 0);
        let Some(attributes) = attributes.filter(|_| is_programs(instance)) else {
            return self.text.push_str(&format!("<{name} object>"));
        };
        if let Some(Value::Str(member)) = attributes.get_name("_name_") {
            return self.text.push_str(&format!("<{name}.{member}>"));
        }
        self.text.push_str(&format!("{name}{{"));
        self.within(Rc::as_ptr(instance) as usize, |this| {
            attributes.look(|entries| {
                this.push_row(entries, entries.len(), ATTRIBUTES, |this, entry| {
                    if let Value::Str(name) = &entry.key {
                        this.text.push_str(name.as_str());
                    }
                    this.text.push('=');
                    this.push(&entry.value);
                });
            });
        });
        self.text.push('}');
    }
}

/// The program defines its class, and so its attributes are no secret.
fn is_programs(instance: &Instance) -> bool {
    let module = instance.with_class(|class| class.lookup(&names().module));
    matches!(module, Some(Value::Str(module)) if &module == "__main__" || &module == "types")
}

/// As much of a text as can be told.
fn beginning(text: &str) -> &str {
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => text.get(..end).unwrap_or_default(),
        None => text,
    }
}
