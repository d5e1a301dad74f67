//! Comparisons, truth, length, and turning values into text: at once for builtin values,
//! by the program's own methods otherwise.

use std::cmp::Ordering;

use super::describe::{error_name, with_class};
use super::equality::{MustAsk, equal, order};
use super::native::{Answer, Context, Outcome};
use super::operators::truth;
use super::raise::type_error;
use crate::code::{Comparison, Conversion};
use crate::types::names;
use crate::value::Value;

impl Context<'_> {
    /// `left operator right`; for `in` and its like the answer is a truth already.
    pub(crate) fn compare(&mut self, operator: Comparison, left: Value, right: Value) -> Answer {
        match operator {
            Comparison::Is => Ok(Outcome::from(left.is(&right))),
            Comparison::IsNot => Ok(Outcome::from(!left.is(&right))),
            Comparison::In | Comparison::NotIn => {
                let negate = operator == Comparison::NotIn;
                match super::items::contains(&right, &left)? {
                    Ok(truth) => Ok(Outcome::from(truth != negate)),
                    Err(MustAsk) => {
                        let function = if negate { "not_contains" } else { "contains" };
                        self.prelude(function, vec![right, left])
                    }
                }
            }
            Comparison::Equal | Comparison::NotEqual => match equal(&left, &right) {
                Ok(truth) => Ok(Outcome::from(truth == (operator == Comparison::Equal))),
                Err(MustAsk) => {
                    let function = if operator == Comparison::Equal { "equal" } else { "not_equal" };
                    self.prelude(function, vec![left, right])
                }
            },
            Comparison::Less | Comparison::LessEqual | Comparison::Greater | Comparison::GreaterEqual => {
                if let (Value::Set(one), Value::Set(other)) = (&left, &right) {
                    return match super::items::compare_sets(operator, one, other) {
                        Ok(truth) => Ok(Outcome::from(truth)),
                        Err(MustAsk) => {
                            self.prelude("compare_sets", vec![left, right, Value::name(operator.symbol())])
                        }
                    };
                }
                match order(&left, &right) {
                    Ok(Some(order)) => Ok(Outcome::from(holds(operator, order))),
                    Ok(None) => Err(unordered(operator, &left, &right)),
                    Err(MustAsk) => {
                        let function = match operator {
                            Comparison::Less => "less",
                            Comparison::LessEqual => "less_equal",
                            Comparison::Greater => "greater",
                            _ => "greater_equal",
                        };
                        self.prelude(function, vec![left, right])
                    }
                }
            }
        }
    }

    /// `bool(value)`, as a value whose truth is known.
    pub(crate) fn truth_of(&mut self, value: &Value) -> Answer {
        match truth(value) {
            Some(truth) => Ok(Outcome::from(truth)),
            None => self.prelude("truth", vec![value.clone()]),
        }
    }

    /// `len(value)`
    pub(crate) fn length(&mut self, value: &Value) -> Answer {
        // A range may be longer than what fits in memory on a small machine.
        if let Value::Range(range) = value
            && let Ok(length) = i64::try_from(range.len())
        {
            return Ok(Outcome::Value(Value::int(length)));
        }
        if let Some(length) = super::items::builtin_length(value) {
            return Ok(Outcome::Value(Value::index(length)));
        }
        match super::attributes::special(value, &names().len) {
            Some(len) => self.prelude("length", vec![len]),
            None => Err(type_error(format!("object of type '{}' has no len()", error_name(value)))),
        }
    }

    /// `str(value)`
    pub(crate) fn str(&mut self, value: &Value) -> Answer {
        if let Value::Str(_) = value {
            return Ok(Outcome::Value(value.clone()));
        }
        match crate::builtins::repr::str_of(self, value) {
            Some(text) => Ok(Outcome::from(text?)),
            None => self.prelude("str_of", vec![value.clone()]),
        }
    }

    /// `repr(value)`
    pub(crate) fn repr(&mut self, value: &Value) -> Answer {
        match crate::builtins::repr::repr_of(self, value) {
            Some(text) => Ok(Outcome::from(text?)),
            None => self.prelude("repr_of", vec![value.clone()]),
        }
    }

    /// A replacement field of an f-string.
    pub(crate) fn format(&mut self, conversion: Conversion, value: Value, spec: Value) -> Answer {
        match conversion {
            Conversion::None => {
                let plain = match &spec {
                    Value::Unset => true,
                    Value::Str(spec) => spec.is_empty(),
                    _ => false,
                };
                if plain && (matches!(value, Value::Str(_)) || !matches!(value, Value::Instance(_))) {
                    return self.str(&value);
                }
                let spec = if plain { Value::name("") } else { spec };
                self.format_with(value, spec)
            }
            Conversion::Str if spec.is_unset() => self.str(&value),
            Conversion::Repr if spec.is_unset() => self.repr(&value),
            Conversion::Str | Conversion::Repr | Conversion::Ascii => {
                let function = match conversion {
                    Conversion::Str => "format_str",
                    Conversion::Repr => "format_repr",
                    _ => "format_ascii",
                };
                self.prelude(function, vec![value, spec.or(Value::name(""))])
            }
        }
    }

    /// `format(value, spec)`
    pub(crate) fn format_with(&mut self, value: Value, spec: Value) -> Answer {
        match crate::builtins::format_builtin(&value, &spec) {
            Some(text) => Ok(Outcome::from(text?)),
            None => match super::attributes::special(&value, &names().format) {
                Some(format) => self.prelude("format_by_method", vec![value, format, spec]),
                None => self.str(&value),
            },
        }
    }
}

/// Whether an order is what an operator asks for; numbers that are no number have none.
pub(crate) fn holds(operator: Comparison, order: Option<Ordering>) -> bool {
    let Some(order) = order else { return false };
    match operator {
        Comparison::Less => order.is_lt(),
        Comparison::LessEqual => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::GreaterEqual => order.is_ge(),
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Is | Comparison::IsNot | Comparison::In | Comparison::NotIn => false,
    }
}

/// `'<' not supported between instances of …`
pub(crate) fn unordered(operator: Comparison, left: &Value, right: &Value) -> crate::object::Exception {
    type_error(format!(
        "'{}' not supported between instances of '{}' and '{}'",
        operator.symbol(),
        error_name(left),
        error_name(right)
    ))
}

/// Whether the class of a value has a method of its own, in Python, under a name.
pub(crate) fn has_python_method(value: &Value, name: &crate::value::Str) -> bool {
    with_class(value, |class| class.lookup(name).is_some_and(|method| !matches!(method, Value::Native(_))))
}
