//! The generator behind `random`, and the bytes of `os.urandom`. What is derived from these
//! numbers is in the library's `random.py`.

use std::cell::RefCell;
use std::rc::Rc;

use super::constant;
use crate::builtins::{Table, install, install_static, receive};
use crate::effort;
use crate::number::integer::Integer;
use crate::number::mersenne::Mersenne;
use crate::object::{Dict, Exception, Instance, Payload};
use crate::types::{Types, types};
use crate::value::Value;
use crate::vm::describe::class_name;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::operators::{LARGEST, integer};
use crate::vm::raise::{memory_error, type_error, value_error};

pub(super) const INTRINSICS: &Table = &[("program_seed", program_seed), ("urandom", urandom)];

/// Where bytes come from that a program believes to be chance.
#[derive(Default)]
pub(crate) struct Entropy(Option<Mersenne>);

impl Entropy {
    fn source(&mut self, seed: &Integer) -> &mut Mersenne {
        self.0.get_or_insert_with(|| {
            let text = format!("urandom {}", seed.digits(16).unwrap_or_default());
            Mersenne::from_bytes(text.as_bytes())
        })
    }
}

pub(super) fn fill(namespace: &Dict) {
    constant(namespace, "Mersenne", Value::Class(types().mersenne.clone()));
}

pub(super) fn fill_classes(types: &Types) {
    install_static(&types.mersenne, &[("__new__", new)]);
    install(
        &types.mersenne,
        &[
            ("__init__", init),
            ("seed", seed),
            ("random", random),
            ("getrandbits", bits),
            ("getstate", get_state),
            ("setstate", set_state),
        ],
    );
}

fn program_seed(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(cx.vm.settings().seed.clone().into()))
}

fn urandom(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [size] = super::exactly_one("posix.urandom", &arguments)?;
    let Ok(size) = usize::try_from(receive::count(size)?) else {
        return Err(value_error("negative argument not allowed"));
    };
    if size > LARGEST {
        return Err(memory_error(""));
    }
    let seed = cx.vm.settings().seed.clone();
    let source = cx.vm.state.entropy.source(&seed);
    effort::spend_length(size, 3);
    let mut bytes = Vec::with_capacity(size + 4);
    while bytes.len() < size {
        bytes.extend(source.word().to_le_bytes());
    }
    bytes.truncate(size);
    Ok(Outcome::Value(Value::bytes(bytes)))
}

/// Arguments are for `__init__`, which the library writes.
fn new(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = receive::class_to_make(&arguments, &types().mersenne)?.clone();
    let generator = RefCell::new(Mersenne::from_integer(&Integer::from(0_i64)));
    Ok(Outcome::Value(Value::Instance(Rc::new(Instance::new(class, Payload::Native(Box::new(generator)))))))
}

fn init(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

fn own<'a>(arguments: &Arguments<'a>) -> Result<&'a RefCell<Mersenne>, Exception> {
    arguments.object().native().ok_or_else(|| {
        let class = class_name(arguments.object());
        type_error(format!("descriptor requires a '_random.Random' object but received a '{class}'"))
    })
}

fn seed(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own(&arguments)?;
    let given = arguments.between("seed", 0, 1)?;
    let seeded = match given.first().map_or(&Value::None, receive::inside) {
        Value::None => {
            let seed = cx.vm.settings().seed.clone();
            let source = cx.vm.state.entropy.source(&seed);
            Mersenne::from_integer(&source.bits(&Integer::from(256_i64))?)
        }
        Value::Float(number, _) => Mersenne::from_float(*number),
        Value::Str(text) => {
            effort::spend_length(text.as_str().len(), 0);
            Mersenne::from_bytes(text.as_str().as_bytes())
        }
        Value::Bytes(bytes) => {
            let bytes = bytes.get();
            effort::spend_length(bytes.len(), 0);
            Mersenne::from_bytes(&bytes)
        }
        other => match integer(other) {
            Some(number) => Mersenne::from_integer(&number),
            None => return Err(type_error(format!("a seed cannot be a '{}'", class_name(other)))),
        },
    };
    *own.borrow_mut() = seeded;
    nothing()
}

fn random(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.exactly::<0>("Random.random")?;
    Ok(Outcome::Value(Value::float(own(&arguments)?.borrow_mut().random())))
}

fn bits(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [count] = arguments.exactly("Random.getrandbits")?;
    let count = receive::integer(count)?;
    Ok(Outcome::Value(own(&arguments)?.borrow_mut().bits(&count)?.into()))
}

/// 624 words, and the place among them.
fn get_state(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own(&arguments)?.borrow();
    let (words, place) = own.snapshot();
    let numbers = words.iter().map(|word| Value::int(i64::from(*word))).chain([Value::index(place)]);
    Ok(Outcome::Value(Value::tuple(numbers.collect())))
}

fn set_state(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [state] = arguments.exactly("Random.setstate")?;
    let Value::Tuple(numbers) = state else { return Err(type_error("state vector must be a tuple")) };
    let invalid = || value_error("invalid state");
    let Some((place, words)) = numbers.split_last() else { return Err(invalid()) };
    let words: Option<Vec<u32>> =
        words.iter().map(|word| u32::try_from(integer(word)?.small()?).ok()).collect();
    let place = integer(place).and_then(|place| usize::try_from(place.small()?).ok());
    let restored = words.zip(place).and_then(|(words, place)| Mersenne::restore(words, place));
    *own(&arguments)?.borrow_mut() = restored.ok_or_else(invalid)?;
    nothing()
}
