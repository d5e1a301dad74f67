//! `math`, over the computations in `number`.

use std::rc::Rc;

use super::{again_with_floats, again_with_index, constant, exactly_one};
use crate::builtins::{Table, functions_into, receive};
use crate::number::integer::Integer;
use crate::number::mathematics::{self, Logarithm, log_quotient};
use crate::number::{combinatorics, failure, ratio, summation};
use crate::object::{Dict, Exception};
use crate::value::{Value, intern};
use crate::vm::attributes::special;
use crate::vm::describe::class_name;
use crate::vm::iterate::known_items;
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators::{as_float, integer};
use crate::vm::raise::{type_error, value_error};

pub(super) fn fill(_: &mut Context<'_>, namespace: &Rc<Dict>) {
    functions_into(namespace, "math", FUNCTIONS);
    functions_into(namespace, "math", OF_ONE_FLOAT);
    for (name, value) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        constant(namespace, name, Value::float(value));
    }
    // One of those modules in C that CPython has a file for.
    const FILE: &str = "/usr/lib/python3.13/lib-dynload/math.cpython-313-x86_64-linux-gnu.so";
    namespace.set_name("__file__", Value::str(FILE));
}

const FUNCTIONS: &Table = &[
    ("atan2", atan2),
    ("ceil", ceil),
    ("comb", comb),
    ("copysign", copysign),
    ("dist", dist),
    ("factorial", factorial),
    ("floor", floor),
    ("fma", fma),
    ("fmod", fmod),
    ("frexp", frexp),
    ("fsum", fsum),
    ("gcd", gcd),
    ("hypot", hypot),
    ("isclose", isclose),
    ("isfinite", isfinite),
    ("isinf", isinf),
    ("isnan", isnan),
    ("isqrt", isqrt),
    ("lcm", lcm),
    ("ldexp", ldexp),
    ("log", log),
    ("log10", log10),
    ("log2", log2),
    ("modf", modf),
    ("nextafter", nextafter),
    ("perm", perm),
    ("pow", pow),
    ("prod", prod),
    ("remainder", remainder),
    ("sumprod", sumprod),
    ("trunc", trunc),
    ("ulp", ulp),
];

macro_rules! of_one_float {
    ($($name:ident)*) => {
        /// Functions that take a float and give one.
        const OF_ONE_FLOAT: &Table = &[$((stringify!($name), one::$name)),*];

        mod one {
            use super::*;

            $(pub(super) fn $name(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
                of_one_float(cx, concat!("math.", stringify!($name)), &arguments)
            })*
        }
    };
}

of_one_float! {
    acos acosh asin asinh atan atanh cbrt cos cosh degrees erf erfc exp exp2 expm1 fabs gamma lgamma
    log1p radians sin sinh sqrt tan tanh
}

/// A float, or nothing if `__float__` or `__index__` of the program's has to be asked.
fn float(value: &Value) -> Result<Option<f64>, Exception> {
    if let Some(number) = as_float(value) {
        return number.map(Some);
    }
    let converts = |method: &str| special(value, &intern(method)).is_some();
    if matches!(value, Value::Instance(_)) && (converts("__float__") || converts("__index__")) {
        return Ok(None);
    }
    Err(type_error(format!("must be real number, not {}", class_name(value))))
}

/// All values as floats; nothing if the program has to be asked.
fn floats(values: &[Value]) -> Result<Option<Vec<f64>>, Exception> {
    let mut numbers = Vec::with_capacity(values.len());
    for value in values {
        match float(value)? {
            Some(number) => numbers.push(number),
            None => return Ok(None),
        }
    }
    Ok(Some(numbers))
}

fn of_one_float(cx: &mut Context<'_>, function: &str, arguments: &Arguments<'_>) -> Answer {
    let [value] = exactly_one(function, arguments)?;
    let Some(number) = float(value)? else { return again_with_floats(cx, function, arguments) };
    let short = function.trim_start_matches("math.");
    match mathematics::one_argument(short, number) {
        Some(result) => Ok(Outcome::Value(Value::float(result?))),
        None => Err(type_error(format!("{function}() is not known"))),
    }
}

/// For functions of `N` floats, all of them given.
fn with_floats<const N: usize>(
    cx: &mut Context<'_>,
    function: &str,
    arguments: &Arguments<'_>,
    compute: impl FnOnce([f64; N]) -> failure::Outcome<Value>,
) -> Answer {
    let values = if N == 1 {
        exactly_one(function, arguments)?.as_slice()
    } else {
        arguments.plain_between(function, N, N)?
    };
    match floats(values)? {
        Some(numbers) => match <[f64; N]>::try_from(numbers) {
            Ok(numbers) => Ok(Outcome::Value(compute(numbers)?)),
            Err(_) => Err(type_error(format!("{function} expected {N} arguments"))),
        },
        None => again_with_floats(cx, function, arguments),
    }
}

fn atan2(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    with_floats(cx, "math.atan2", &arguments, |[y, x]| Ok(Value::float(mathematics::atan2(y, x))))
}

fn copysign(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    with_floats(cx, "math.copysign", &arguments, |[x, y]| Ok(Value::float(x.copysign(y))))
}

fn fmod(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    with_floats(cx, "math.fmod", &arguments, |[x, y]| mathematics::fmod(x, y).map(Value::float))
}

fn remainder(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    with_floats(cx, "math.remainder", &arguments, |[x, y]| mathematics::remainder(x, y).map(Value::float))
}

fn pow(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    with_floats(cx, "math.pow", &arguments, |[x, y]| mathematics::pow(x, y).map(Value::float))
}

fn fma(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    with_floats(cx, "math.fma", &arguments, |[x, y, z]| mathematics::fma(x, y, z).map(Value::float))
}

fn frexp(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    with_floats(cx, "math.frexp", &arguments, |[x]| {
        let (fraction, exponent) = mathematics::frexp(x);
        Ok(Value::tuple(vec![Value::float(fraction), Value::int(exponent.into())]))
    })
}

fn modf(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    with_floats(cx, "math.modf", &arguments, |[x]| {
        let (fraction, whole) = mathematics::modf(x);
        Ok(Value::tuple(vec![Value::float(fraction), Value::float(whole)]))
    })
}

fn ulp(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    with_floats(cx, "math.ulp", &arguments, |[x]| Ok(Value::float(mathematics::ulp(x))))
}

fn isfinite(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    with_floats(cx, "math.isfinite", &arguments, |[x]| Ok(Value::Bool(x.is_finite())))
}

fn isinf(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    with_floats(cx, "math.isinf", &arguments, |[x]| Ok(Value::Bool(x.is_infinite())))
}

fn isnan(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    with_floats(cx, "math.isnan", &arguments, |[x]| Ok(Value::Bool(x.is_nan())))
}

fn hypot(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.no_names("math.hypot")?;
    match floats(arguments.all())? {
        Some(numbers) => Ok(Outcome::Value(Value::float(summation::hypot(&numbers)))),
        None => again_with_floats(cx, "math.hypot", &arguments),
    }
}

fn ldexp(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [number, exponent] = arguments.plain_between("ldexp", 2, 2)? else { return no_answer() };
    let Some(exponent) = integer(exponent) else {
        return Err(type_error("Expected an int as second argument to ldexp."));
    };
    match float(number)? {
        Some(number) => Ok(Outcome::Value(Value::float(mathematics::ldexp(number, &exponent)?))),
        None => again_with_floats(cx, "math.ldexp", &arguments),
    }
}

/// For what the checks before have ruled out.
fn no_answer() -> Answer {
    Err(type_error("wrong number of arguments"))
}

fn isclose(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.bind("isclose", ["a", "b", "rel_tol", "abs_tol"], 2, 2)?;
    let [a, b, relative, absolute] = given;
    let values = [a, b, relative.or(Value::float(1e-9)), absolute.or(Value::float(0.0))];
    match floats(&values)?.as_deref() {
        Some([a, b, relative, absolute]) => {
            Ok(Outcome::from(mathematics::is_close(*a, *b, *relative, *absolute)?))
        }
        _ => again_with_floats(cx, "math.isclose", &arguments),
    }
}

fn nextafter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [x, y, steps] = arguments.bind("nextafter", ["", "", "steps"], 2, 1)?;
    let steps = match &steps {
        Value::Unset | Value::None => None,
        steps => Some(receive::integer(steps)?),
    };
    match floats(&[x, y])?.as_deref() {
        Some([x, y]) => Ok(Outcome::Value(Value::float(mathematics::next_after(*x, *y, steps.as_ref())?))),
        _ => again_with_floats(cx, "math.nextafter", &arguments),
    }
}

// --- logarithms ---

/// A logarithm of an int, however large, or of a float; nothing if the program has to be asked.
fn logarithm(kind: Logarithm, value: &Value) -> Result<Option<f64>, Exception> {
    match integer(value) {
        Some(whole) => Ok(Some(kind.integer(&whole)?)),
        None => match float(value)? {
            Some(number) => Ok(Some(kind.float(number)?)),
            None => Ok(None),
        },
    }
}

fn log(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let values = arguments.plain_between("log", 1, 2)?;
    let Some(of_value) = logarithm(Logarithm::Natural, &values[0])? else {
        return again_with_floats(cx, "math.log", &arguments);
    };
    let Some(base) = values.get(1) else { return Ok(Outcome::Value(Value::float(of_value))) };
    match logarithm(Logarithm::Natural, base)? {
        Some(of_base) => Ok(Outcome::Value(Value::float(log_quotient(of_value, of_base)?))),
        None => again_with_floats(cx, "math.log", &arguments),
    }
}

fn log_of_one(cx: &mut Context<'_>, function: &str, kind: Logarithm, arguments: &Arguments<'_>) -> Answer {
    let [value] = exactly_one(function, arguments)?;
    match logarithm(kind, value)? {
        Some(result) => Ok(Outcome::Value(Value::float(result))),
        None => again_with_floats(cx, function, arguments),
    }
}

fn log2(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    log_of_one(cx, "math.log2", Logarithm::Binary, &arguments)
}

fn log10(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    log_of_one(cx, "math.log10", Logarithm::Decimal, &arguments)
}

// --- whole numbers ---

/// Whole numbers; nothing if `__index__` of the program's has to be asked.
fn integers(values: &[Value]) -> Result<Option<Vec<Integer>>, Exception> {
    let mut numbers = Vec::with_capacity(values.len());
    for value in values {
        match integer(value) {
            Some(number) => numbers.push(number),
            None if special(value, &intern("__index__")).is_some() => return Ok(None),
            None => {
                let class = class_name(value);
                return Err(type_error(format!("'{class}' object cannot be interpreted as an integer")));
            }
        }
    }
    Ok(Some(numbers))
}

fn of_integers(
    cx: &mut Context<'_>,
    function: &str,
    arguments: &Arguments<'_>,
    compute: impl FnOnce(&[Integer]) -> failure::Outcome<Integer>,
) -> Answer {
    match integers(arguments.all())? {
        Some(numbers) => Ok(Outcome::Value(compute(&numbers)?.into())),
        None => again_with_index(cx, function, arguments),
    }
}

fn gcd(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.no_names("math.gcd")?;
    of_integers(cx, "math.gcd", &arguments, |numbers| {
        Ok(numbers.iter().fold(Integer::from(0_i64), |so_far, number| combinatorics::gcd(&so_far, number)))
    })
}

fn lcm(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.no_names("math.lcm")?;
    of_integers(cx, "math.lcm", &arguments, |numbers| {
        numbers.iter().try_fold(Integer::from(1_i64), |so_far, number| combinatorics::lcm(&so_far, number))
    })
}

fn factorial(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    exactly_one("math.factorial", &arguments)?;
    of_integers(cx, "math.factorial", &arguments, |numbers| combinatorics::factorial(&numbers[0]))
}

fn isqrt(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    exactly_one("math.isqrt", &arguments)?;
    of_integers(cx, "math.isqrt", &arguments, |numbers| combinatorics::integer_root(&numbers[0]))
}

fn comb(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.plain_between("comb", 2, 2)?;
    of_integers(cx, "math.comb", &arguments, |numbers| combinatorics::combinations(&numbers[0], &numbers[1]))
}

fn perm(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.plain_between("perm", 1, 2)?;
    let given = if given.last().is_some_and(Value::is_none) { &given[..1] } else { given };
    of_integers(cx, "math.perm", &Arguments::new(given, &[]), |numbers| {
        combinatorics::permutations(&numbers[0], numbers.get(1))
    })
}

/// `floor`, `ceil` and `trunc`: by a method of the program's, or else of a float.
fn rounded(
    cx: &mut Context<'_>,
    function: &str,
    method: &str,
    arguments: &Arguments<'_>,
    round: fn(f64) -> f64,
) -> Answer {
    let [value] = exactly_one(function, arguments)?;
    if let Some(whole) = integer(value) {
        return Ok(Outcome::Value(whole.into()));
    }
    if let Value::Float(number, _) = receive::inside(value) {
        return Ok(Outcome::Value(ratio::from_float(round(*number))?.into()));
    }
    match special(value, &intern(method)) {
        Some(ask) => Ok(Outcome::call(ask, Vec::new())),
        None if method == "__trunc__" => {
            Err(type_error(format!("type {} doesn't define __trunc__ method", class_name(value))))
        }
        None => match float(value)? {
            Some(number) => Ok(Outcome::Value(ratio::from_float(round(number))?.into())),
            None => again_with_floats(cx, function, arguments),
        },
    }
}

fn floor(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    rounded(cx, "math.floor", "__floor__", &arguments, f64::floor)
}

fn ceil(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    rounded(cx, "math.ceil", "__ceil__", &arguments, f64::ceil)
}

fn trunc(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    rounded(cx, "math.trunc", "__trunc__", &arguments, f64::trunc)
}

// --- of many numbers ---

/// The items of an argument; or the same call again with a list in its place.
fn items(
    cx: &mut Context<'_>,
    function: &str,
    arguments: &Arguments<'_>,
    index: usize,
) -> Result<Vec<Value>, Answer> {
    match known_items(&arguments.all()[index]) {
        Some(items) => Ok(items),
        None => Err(super::again_with_items(cx, function, arguments, index)),
    }
}

fn fsum(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    exactly_one("math.fsum", &arguments)?;
    let values = match items(cx, "math.fsum", &arguments, 0) {
        Ok(values) => values,
        Err(answer) => return answer,
    };
    match floats(&values)? {
        Some(numbers) => Ok(Outcome::Value(Value::float(summation::fsum(&numbers)?))),
        None => cx.prelude("with_list_of_floats", vec![Value::name("math.fsum"), Value::list(values)]),
    }
}

fn dist(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.plain_between("dist", 2, 2)?;
    let points =
        items(cx, "math.dist", &arguments, 0).and_then(|p| Ok((p, items(cx, "math.dist", &arguments, 1)?)));
    let (p, q) = match points {
        Ok(points) => points,
        Err(answer) => return answer,
    };
    match (floats(&p)?, floats(&q)?) {
        (Some(p), Some(q)) => Ok(Outcome::Value(Value::float(summation::distance(&p, &q)?))),
        _ => {
            let lists = vec![Value::name("math.dist"), Value::list(p), Value::list(q)];
            cx.prelude("with_list_of_floats", lists)
        }
    }
}

/// The product of ints that fit and floats; the rest is multiplied by the prelude.
fn prod(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [iterable, start] = arguments.bind("prod", ["", "start"], 1, 1)?;
    let start = start.or(Value::int(1));
    let Some(values) = known_items(&iterable) else { return cx.prelude("prod", vec![iterable, start]) };
    let mut product = start.clone();
    for value in values {
        product = match (&product, &value) {
            (Value::Float(one, _), Value::Float(other, _)) => Value::float(one * other),
            _ => match (integer(&product), integer(&value)) {
                (Some(one), Some(other))
                    if !matches!((&product, &value), (Value::Instance(_), _) | (_, Value::Instance(_))) =>
                {
                    one.multiply(&other)?.into()
                }
                _ => return cx.prelude("prod", vec![iterable, start]),
            },
        };
    }
    Ok(Outcome::Value(product))
}

/// Exact for ints, nearly so for floats; what else there is, by the prelude.
fn sumprod(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.plain_between("sumprod", 2, 2)?;
    let both = items(cx, "math.sumprod", &arguments, 0)
        .and_then(|p| Ok((p, items(cx, "math.sumprod", &arguments, 1)?)));
    let (p, q) = match both {
        Ok(both) => both,
        Err(answer) => return answer,
    };
    if p.len() != q.len() {
        return Err(value_error("Inputs are not the same length"));
    }
    let whole = |values: &[Value]| values.iter().map(integer).collect::<Option<Vec<_>>>();
    if let (Some(p), Some(q)) = (whole(&p), whole(&q)) {
        let mut total = Integer::from(0_i64);
        for (one, other) in p.iter().zip(&q) {
            total = total.add(&one.multiply(other)?)?;
        }
        return Ok(Outcome::Value(total.into()));
    }
    let numbers =
        |values: &[Value]| values.iter().map(|value| as_float(value)?.ok()).collect::<Option<Vec<_>>>();
    match (numbers(&p), numbers(&q)) {
        (Some(p), Some(q)) => Ok(Outcome::Value(Value::float(summation::sum_of_products(&p, &q)?))),
        _ => cx.prelude("sumprod", vec![Value::list(p), Value::list(q)]),
    }
}
