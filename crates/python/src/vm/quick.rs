//! What an instruction does at once when its values are of the simplest kinds and nothing has
//! changed since the last time: no code is called and nothing fails. `None`, or false, is for the long way.

use std::mem;
use std::rc::Rc;

use super::Vm;
use super::cache::{Cache, Found};
use super::frame::Frame;
use crate::code::{BinaryOperator, Body, CONSTANTS, Comparison, Operand, Register, Site};
use crate::object::{Class, Function, Instance, Payload};
use crate::provenance::{Operation, Provenance};
use crate::value::{Str, Value};

/// What a place remembers of the class of an object.
#[inline]
pub(super) fn known_of(object: &Value, site: &Site) -> Cache {
    match object {
        Value::Instance(instance) => site.turn_to(instance.with_class(Class::version)),
        _ => Cache::Empty,
    }
}

/// Puts an object's own attribute where it is wanted, if it is where it was the last time.
#[inline]
fn quick_attribute(instance: &Instance, site: &Site, known: Cache, to: &mut Value) -> bool {
    let Cache::Attribute { version, found, place } = known else { return false };
    if matches!(found, Found::Property(..)) {
        return false;
    }
    let Some(now) = instance.copy_hinted(&site.name, place, to) else { return false };
    if now != place {
        site.cache.set(Cache::Attribute { version, found, place: now });
    }
    true
}

/// Puts an own attribute of an object in a register into another, and lets go of the object if it is a temporary; false
/// if that takes the long way, and nothing has happened.
#[inline]
pub(super) fn quick_load(
    frame: &mut Frame,
    body: &Body,
    object: Operand,
    site: &Site,
    known: Cache,
    dst: Register,
) -> bool {
    let registers = &mut frame.registers;
    let is_loaded = match registers.get_disjoint_mut([usize::from(object), usize::from(dst)]) {
        Ok([Value::Instance(instance), to]) => quick_attribute(instance, site, known, to),
        Ok(_) => false,
        // It takes the object's own place, or the object is a constant.
        Err(_) => match registers.get(usize::from(object)).cloned() {
            Some(Value::Instance(instance)) => {
                quick_attribute(&instance, site, known, &mut registers[usize::from(dst)])
            }
            _ => false,
        },
    };
    if is_loaded && object != dst {
        let_go(registers, body, object);
    }
    is_loaded
}

/// The getter of a property of the class, if nothing has changed and it is a function of the object alone.
pub(super) fn quick_getter(instance: &Instance, site: &Site, known: Cache) -> Option<Rc<Function>> {
    let Cache::Attribute { found: Found::Property(ancestor, place), .. } = known else { return None };
    let found = instance.with_class(|class| super::attributes::fetch(class, &site.name, ancestor, place));
    let Some(Value::Instance(found)) = found else { return None };
    match &found.payload {
        Payload::Property(property) => match &property.getter {
            Value::Function(getter) if getter.code.parameters.are(1) => Some(getter.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// Puts a method of the class where it is wanted, if nothing has changed and the object has no attribute of that name.
#[inline]
pub(super) fn quick_method(instance: &Instance, site: &Site, known: Cache, to: &mut Value) -> bool {
    let Cache::Attribute { found: Found::Function(ancestor, place), .. } = known else { return false };
    let copy = |class: &Class| super::attributes::copy_found(class, &site.name, ancestor, place, to);
    !instance.has(&site.name) && instance.with_class(copy)
}

/// What an operand holds.
#[inline]
pub(super) fn peek<'a>(registers: &'a [Value], body: &'a Body, operand: Operand) -> &'a Value {
    if operand < CONSTANTS {
        &registers[usize::from(operand)]
    } else {
        &body.constants[usize::from(operand - CONSTANTS)]
    }
}

/// Reads an operand: a temporary is moved out.
#[inline]
pub(super) fn read(registers: &mut [Value], body: &Body, operand: Operand) -> Value {
    if operand < body.temporaries {
        registers[usize::from(operand)].copied()
    } else if operand < CONSTANTS {
        mem::take(&mut registers[usize::from(operand)])
    } else {
        body.constants[usize::from(operand - CONSTANTS)].copied()
    }
}

/// Lets go of an operand that has been looked at, if it is a temporary.
#[inline]
pub(super) fn let_go(registers: &mut [Value], body: &Body, operand: Operand) {
    if (body.temporaries..CONSTANTS).contains(&operand) {
        registers[usize::from(operand)].empty().fill(Value::Unset);
    }
}

/// Operators on small numbers that cannot fail.
#[inline]
#[expect(clippy::cast_precision_loss, reason = "a literal that is dragged is no such number")]
pub(super) fn quick_binary(
    provenance: &mut Provenance,
    operator: BinaryOperator,
    left: &Value,
    right: &Value,
) -> Option<Value> {
    match (left, right) {
        (Value::Int(left, a), Value::Int(right, b)) => {
            let (left, right) = (*left, *right);
            let mut derived = |operation, number| {
                Value::Int(number, provenance.derive(operation, (*a, left as f64), (*b, right as f64)))
            };
            Some(match operator {
                BinaryOperator::Subtract => derived(Operation::Subtract, left.checked_sub(right)?),
                BinaryOperator::Multiply => derived(Operation::Multiply, left.checked_mul(right)?),
                BinaryOperator::FloorDivide if right > 0 => Value::int(left.div_euclid(right)),
                BinaryOperator::Modulo if right > 0 => Value::int(left.rem_euclid(right)),
                BinaryOperator::And => Value::int(left & right),
                BinaryOperator::Or => Value::int(left | right),
                BinaryOperator::Xor => Value::int(left ^ right),
                _ => return None,
            })
        }
        (Value::Float(left, a), Value::Float(right, b)) => {
            let mut derived = |operation, number| {
                Value::Float(number, provenance.derive(operation, (*a, *left), (*b, *right)))
            };
            Some(match operator {
                BinaryOperator::Subtract => derived(Operation::Subtract, left - right),
                BinaryOperator::Multiply => derived(Operation::Multiply, left * right),
                BinaryOperator::Divide if *right != 0.0 => derived(Operation::Divide, left / right),
                _ => return None,
            })
        }
        _ => None,
    }
}

#[inline]
pub(super) fn quick_compare(operator: Comparison, left: &Value, right: &Value) -> Option<bool> {
    match operator {
        Comparison::Is if !left.is_unset() && !right.is_unset() => return Some(left.is(right)),
        Comparison::IsNot if !left.is_unset() && !right.is_unset() => return Some(!left.is(right)),
        _ => {}
    }
    match (left, right) {
        (Value::Int(left, _), Value::Int(right, _)) => by_order(operator, left, right),
        (Value::Float(left, _), Value::Float(right, _)) => by_order(operator, left, right),
        (Value::Str(left), Value::Str(right)) => match operator {
            Comparison::Equal if is_quick(left) => Some(left == right),
            Comparison::NotEqual if is_quick(left) => Some(left != right),
            _ => None,
        },
        _ => None,
    }
}

/// What takes longer than an instruction is counted, and not here.
#[inline]
fn is_quick(text: &Str) -> bool {
    text.as_str().len() < 4096
}

#[inline]
fn by_order<T: PartialOrd>(operator: Comparison, left: &T, right: &T) -> Option<bool> {
    Some(match operator {
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
        Comparison::Less => left < right,
        Comparison::LessEqual => left <= right,
        Comparison::Greater => left > right,
        Comparison::GreaterEqual => left >= right,
        Comparison::Is | Comparison::IsNot | Comparison::In | Comparison::NotIn => return None,
    })
}

#[inline]
pub(super) fn quick_item(object: &Value, index: &Value) -> Option<Value> {
    match (object, index) {
        (Value::List(list), Value::Int(at, _)) => {
            let items = list.items();
            let at = if *at < 0 { at + i64::try_from(items.len()).ok()? } else { *at };
            items.get(usize::try_from(at).ok()?).cloned()
        }
        (Value::Tuple(items), Value::Int(at, _)) if items.class().is_builtin => {
            let at = if *at < 0 { at + i64::try_from(items.len()).ok()? } else { *at };
            items.get(usize::try_from(at).ok()?).cloned()
        }
        (Value::Dict(dict), Value::Str(name)) => dict.get(name.python_hash(), index).ok()?,
        _ => None,
    }
}

pub(super) fn quick_unpack(frame: &mut Frame, value: &Value, base: Register, count: u16) -> bool {
    let place = usize::from(base)..usize::from(base) + usize::from(count);
    match value {
        Value::Tuple(items) if items.len() == usize::from(count) => {
            frame.registers[place].clone_from_slice(items);
            true
        }
        Value::List(list) if list.len() == usize::from(count) => {
            frame.registers[place].clone_from_slice(&list.items());
            true
        }
        _ => false,
    }
}

impl Vm {
    /// Puts a global, or else a builtin, into a register; false if there is none of that name.
    #[inline]
    pub(super) fn load_global(&mut self, frame: &mut Frame, body: &Body, site: u16, dst: Register) -> bool {
        let site = &body.sites[usize::from(site)];
        let globals = &frame.function.globals;
        let to = &mut frame.registers[usize::from(dst)];
        let hint = match site.cache.get() {
            Cache::Global { place } => place,
            Cache::BuiltinName { globals: version, place } if version == globals.version() => {
                if self.builtins.copy_hinted(&site.name, place, to).is_some() {
                    return true;
                }
                u32::MAX
            }
            _ => u32::MAX,
        };
        if let Some(place) = globals.copy_hinted(&site.name, hint, to) {
            if place != hint {
                site.cache.set(Cache::Global { place });
            }
            return true;
        }
        let Some(place) = self.builtins.copy_hinted(&site.name, u32::MAX, to) else { return false };
        site.cache.set(Cache::BuiltinName { globals: globals.version(), place });
        true
    }

    #[inline]
    pub(super) fn store_global(&mut self, frame: &Frame, body: &Body, site: u16, value: Value) {
        let site = &body.sites[usize::from(site)];
        let place = match site.cache.get() {
            Cache::Global { place } => place,
            _ => u32::MAX,
        };
        let (old, place) = frame.function.globals.set_hinted(&site.name, value, place);
        site.cache.set(Cache::Global { place });
        drop(old);
    }
}
