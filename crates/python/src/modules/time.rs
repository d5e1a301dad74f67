//! `time`: every clock of it is the virtual one, and the local zone is UTC.

use std::rc::Rc;

use interleave_core::{Block, delay, nanoseconds, seconds};

use super::constant;
use super::records::{namespace, record};
use crate::builtins::{Table, functions_into, install_getters, install_static};
use crate::number::calendar::{Moment, days_from_date};
use crate::number::ratio;
use crate::object::{Dict, Exception};
use crate::types::{Types, types};
use crate::value::Value;
use crate::vm::describe::class_name;
use crate::vm::iterate::known_items;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::operators::integer;
use crate::vm::raise::{overflow_error, type_error, value_error};

const FUNCTIONS: &Table = &[
    ("time", time),
    ("time_ns", time_ns),
    ("monotonic", monotonic),
    ("monotonic_ns", monotonic_ns),
    ("perf_counter", monotonic),
    ("perf_counter_ns", monotonic_ns),
    ("process_time", process_time),
    ("process_time_ns", process_time_ns),
    ("thread_time", thread_time),
    ("thread_time_ns", thread_time_ns),
    ("sleep", sleep),
    ("localtime", localtime),
    ("gmtime", gmtime),
    ("mktime", mktime),
    ("strftime", strftime),
    ("strptime", strptime),
    ("asctime", asctime),
    ("ctime", ctime),
    ("get_clock_info", get_clock_info),
    ("tzset", tzset),
];

pub(super) fn fill(_: &mut Context<'_>, namespace: &Rc<Dict>) {
    functions_into(namespace, "time", FUNCTIONS);
    constant(namespace, "struct_time", Value::Class(types().struct_time.clone()));
    constant(namespace, "tzname", Value::tuple(vec![Value::name("UTC"), Value::name("UTC")]));
    for name in ["timezone", "altzone", "daylight"] {
        constant(namespace, name, Value::int(0));
    }
}

pub(super) fn fill_classes(types: &Types) {
    install_static(&types.struct_time, &[("__new__", new_struct_time)]);
    install_getters(&types.struct_time, &[("tm_zone", tm_zone), ("tm_gmtoff", tm_gmtoff)]);
}

// --- clocks ---

impl Context<'_> {
    /// Seconds of the Unix clock: one addition, so that it rounds as in reality.
    fn unix_time(&mut self) -> f64 {
        let start = self.vm.settings().start;
        start + seconds(self.machine.now().ns)
    }
}

fn time(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("time.time", &arguments)?;
    Ok(Outcome::Value(Value::float(cx.unix_time())))
}

fn time_ns(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("time.time_ns", &arguments)?;
    let start = nanoseconds(cx.vm.settings().start).unwrap_or(0);
    Ok(Outcome::Value(Value::int(start.saturating_add(cx.machine.now().ns))))
}

fn monotonic(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("time.monotonic", &arguments)?;
    Ok(Outcome::Value(Value::float(seconds(cx.machine.now().ns))))
}

fn monotonic_ns(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("time.monotonic_ns", &arguments)?;
    Ok(Outcome::Value(Value::int(cx.machine.now().ns)))
}

fn process_time(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("time.process_time", &arguments)?;
    Ok(Outcome::Value(Value::float(seconds(cx.machine.process_cpu_ns()))))
}

fn process_time_ns(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("time.process_time_ns", &arguments)?;
    Ok(Outcome::Value(Value::int(cx.machine.process_cpu_ns())))
}

fn thread_time(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("time.thread_time", &arguments)?;
    Ok(Outcome::Value(Value::float(seconds(cx.machine.thread_cpu_ns()))))
}

fn thread_time_ns(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    super::no_arguments("time.thread_time_ns", &arguments)?;
    Ok(Outcome::Value(Value::int(cx.machine.thread_cpu_ns())))
}

fn sleep(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [duration] = super::exactly_one("time.sleep", &arguments)?;
    let (duration, too_long) = match crate::builtins::receive::inside(duration) {
        Value::Float(duration, _) => (*duration, "timestamp out of range for platform time_t"),
        other => match integer(other) {
            Some(whole) => (
                ratio::to_float(&whole).unwrap_or(f64::INFINITY),
                "timestamp too large to convert to C PyTime_t",
            ),
            None => return super::again_with_index(cx, "time.sleep", &arguments),
        },
    };
    if duration.is_nan() {
        return Err(value_error("Invalid value NaN (not a number)"));
    }
    if duration < 0.0 {
        return Err(value_error("sleep length must be non-negative"));
    }
    cx.note_delay(arguments.object());
    match delay(duration) {
        Some(ns) => Ok(Outcome::Block(Box::new(Block::For(ns)), Value::None)),
        None => Err(overflow_error(too_long)),
    }
}

// --- dates ---

fn broken_down(moment: Moment) -> Value {
    let Moment { year, month, day, hour, minute, second } = moment;
    let items = [year, month, day, hour, minute, second, moment.weekday(), moment.day_of_year(), 0];
    record(&types().struct_time, items.into_iter().map(Value::int).collect())
}

/// Whole seconds of the Unix clock: those given, or else now.
fn whole_seconds(cx: &mut Context<'_>, function: &str, arguments: &Arguments<'_>) -> Result<i64, Exception> {
    let out_of_range = || overflow_error("timestamp out of range for platform time_t");
    let given = arguments.plain_between(function, 0, 1)?.first().unwrap_or(&Value::None);
    let seconds = match crate::builtins::receive::inside(given) {
        Value::None => cx.unix_time(),
        Value::Float(seconds, _) if seconds.is_nan() => {
            return Err(value_error("Invalid value NaN (not a number)"));
        }
        Value::Float(seconds, _) => *seconds,
        other => match integer(other) {
            // Years of more than nine digits are more than C's calendar knows.
            Some(whole) => {
                let known = whole.small().filter(|whole| whole.abs() < 67_767_976_233_532_799);
                return known.ok_or_else(out_of_range);
            }
            None => {
                let class = class_name(other);
                return Err(type_error(format!("'{class}' object cannot be interpreted as an integer")));
            }
        },
    };
    if seconds.abs() >= 67_767_976_233_532_799.0 {
        return Err(out_of_range());
    }
    #[expect(clippy::cast_possible_truncation, reason = "its size was looked at")]
    Ok(seconds.floor() as i64)
}

fn localtime(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let seconds = whole_seconds(cx, "localtime", &arguments)?;
    Ok(Outcome::Value(broken_down(Moment::from_seconds(seconds))))
}

fn gmtime(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let seconds = whole_seconds(cx, "gmtime", &arguments)?;
    Ok(Outcome::Value(broken_down(Moment::from_seconds(seconds))))
}

fn ctime(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let seconds = whole_seconds(cx, "ctime", &arguments)?;
    Ok(Outcome::from(Moment::from_seconds(seconds).asctime()))
}

/// A tuple of nine numbers, as they are.
fn nine_numbers(function: &str, value: &Value) -> Result<[i64; 9], Exception> {
    let Value::Tuple(tuple) = crate::builtins::receive::inside(value) else {
        return Err(type_error("Tuple or struct_time argument required"));
    };
    let numbers: Option<Vec<i64>> = tuple
        .iter()
        .map(|item| integer(item)?.small().filter(|number| i32::try_from(*number).is_ok()))
        .collect();
    numbers
        .and_then(|numbers| <[i64; 9]>::try_from(numbers).ok())
        .ok_or_else(|| type_error(format!("{function}(): illegal time tuple argument")))
}

/// A moment to be shown, with its days of the week and of the year as stated.
struct Stated {
    moment: Moment,
    weekday: i64,
    yearday: i64,
}

fn stated(cx: &mut Context<'_>, function: &str, value: Option<&Value>) -> Result<Stated, Exception> {
    let Some(value) = value else {
        #[expect(clippy::cast_possible_truncation, reason = "a start and a run fit 64 bits of seconds")]
        let moment = Moment::from_seconds(cx.unix_time().floor() as i64);
        return Ok(Stated { moment, weekday: moment.weekday(), yearday: moment.day_of_year() });
    };
    let [year, month, day, hour, minute, second, weekday, yearday, _] = nine_numbers(function, value)?;
    let zero_is_one = |number: i64| if number == 0 { 1 } else { number };
    let (month, day, yearday) = (zero_is_one(month), zero_is_one(day), zero_is_one(yearday));
    let checks = [
        (month, 1..=12, "month out of range"),
        (day, 1..=31, "day of month out of range"),
        (hour, 0..=23, "hour out of range"),
        (minute, 0..=59, "minute out of range"),
        (second, 0..=61, "seconds out of range"),
        (weekday, -1..=i64::MAX, "day of week out of range"),
        (yearday, 1..=366, "day of year out of range"),
    ];
    for (number, range, complaint) in checks {
        if !range.contains(&number) {
            return Err(value_error(complaint));
        }
    }
    Ok(Stated { moment: Moment { year, month, day, hour, minute, second }, weekday, yearday })
}

fn strftime(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.plain_between("strftime", 1, 2)?;
    let format = crate::builtins::receive::text(&given[0], "strftime() argument 1")?;
    let Stated { moment, weekday, yearday } = stated(cx, "strftime", given.get(1))?;
    Ok(Outcome::from(moment.strftime_on(format, weekday, yearday)))
}

fn asctime(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.plain_between("asctime", 0, 1)?;
    let Stated { moment, weekday, yearday } = stated(cx, "asctime", given.first())?;
    Ok(Outcome::from(moment.strftime_on("%a %b %e %H:%M:%S %Y", weekday, yearday)))
}

fn strptime(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("strptime", arguments.plain_between("strptime", 1, 2)?.to_vec())
}

fn mktime(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [value] = super::exactly_one("time.mktime", &arguments)?;
    let [year, month, day, hour, minute, second, ..] = nine_numbers("mktime", value)?;
    // Months beyond a year, and days beyond a month, run on.
    let months = year * 12 + month - 1;
    let days = days_from_date(months.div_euclid(12), months.rem_euclid(12) + 1, 1) + day - 1;
    let total = ((days * 24 + hour) * 60 + minute) * 60 + second;
    Ok(Outcome::Value(Value::float(ratio::to_float(&total.into())?)))
}

fn new_struct_time(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [_, sequence] = arguments.plain_between("time.struct_time", 2, 2)? else { return nothing() };
    let Some(items) = known_items(sequence) else {
        if !crate::vm::iterate::is_iterator(sequence) {
            return Err(type_error("constructor requires a sequence"));
        }
        return cx.again_with_list(Value::Class(types().struct_time.clone()), &arguments.rest(), 0);
    };
    let refused = |word: &str, count: usize| {
        let given = items.len();
        type_error(format!("time.struct_time() takes an at {word} {count}-sequence ({given}-sequence given)"))
    };
    match items.len() {
        ..9 => Err(refused("least", 9)),
        9..=11 => Ok(Outcome::Value(record(&types().struct_time, items[..9].to_vec()))),
        _ => Err(refused("most", 11)),
    }
}

fn tm_zone(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::from("UTC"))
}

fn tm_gmtoff(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(0)))
}

fn get_clock_info(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [name] = super::exactly_one("time.get_clock_info", &arguments)?;
    let name = crate::builtins::receive::text(name, "get_clock_info() argument 1")?;
    let (id, adjustable) = match name.as_str() {
        "time" => ("REALTIME", true),
        "monotonic" | "perf_counter" => ("MONOTONIC", false),
        "process_time" => ("PROCESS_CPUTIME_ID", false),
        "thread_time" => ("THREAD_CPUTIME_ID", false),
        _ => return Err(value_error("unknown clock")),
    };
    Ok(Outcome::Value(namespace([
        ("implementation", Value::string(format!("clock_gettime(CLOCK_{id})"))),
        ("monotonic", Value::Bool(!adjustable)),
        ("adjustable", Value::Bool(adjustable)),
        ("resolution", Value::float(1e-9)),
    ])))
}

/// The zone cannot change.
fn tzset(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}
