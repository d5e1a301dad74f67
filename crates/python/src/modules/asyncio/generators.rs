//! Asynchronous generators and the loop: which have begun, so that `shutdown_asyncgens`
//! can close them, and what becomes of one that nobody holds any more.

use std::cell::Cell;
use std::rc::{Rc, Weak};

use interleave_core::EventLoop;

use super::{loop_object, loops};
use crate::builtins::Table;
use crate::object::Generator;
use crate::value::Value;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::program::Routine;
use crate::vm::{Loop, Vm};

pub(super) const FUNCTIONS: &Table = &[("begun_generators", begun_generators)];

/// An asynchronous generator that has begun.
pub(super) struct Begun {
    /// The number of its address: what is left of it when it dies has the same.
    number: u32,
    home: EventLoop,
    generator: Weak<Generator>,
    /// `shutdown_asyncgens` has closed it, or has tried to.
    shut_down: Cell<bool>,
}

/// It is iterated for the first time.
pub(crate) fn async_generator_begins(vm: &mut Vm, machine: &mut Loop, generator: &Rc<Generator>) {
    let Some(home) = machine.running_loop() else { return };
    let begun = &mut vm.state.asyncio.generators;
    if begun.len() >= 64 && begun.len().is_power_of_two() {
        begun.retain(|other| other.generator.strong_count() > 0);
    }
    let number = generator.id.number();
    begun.push(Begun { number, home, generator: Rc::downgrade(generator), shut_down: Cell::new(false) });
}

/// It is suspended, and nobody holds it any more: its loop closes it in a task. False if it has no loop.
pub(crate) fn async_generator_dropped(vm: &mut Vm, machine: &mut Loop, generator: &Rc<Generator>) -> bool {
    let number = generator.id.number();
    let Some(index) = vm.state.asyncio.generators.iter().position(|begun| begun.number == number) else {
        return false;
    };
    let home = vm.state.asyncio.generators.remove(index).home;
    if machine.is_closed(home) {
        return true;
    }
    let close = crate::builtins::async_generator::aclose(generator.clone());
    let create_task = vm.state.asyncio.python.create_task.clone();
    let arguments = vec![loop_object(vm, home), close, Value::None, Value::None];
    let routine = Routine::callback(home, create_task, arguments, vm.state.context.copy());
    machine.call_soon_threadsafe(home, routine).is_ok()
}

/// `begun_generators(loop)`: those that have begun on this loop and that somebody holds, even if they have ended;
/// they are asked for once.
fn begun_generators(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [home] = arguments.plain_between("begun_generators", 1, 1)? else { return nothing() };
    let home = loops::home_of(home)?;
    let begun = cx.vm.state.asyncio.generators.iter();
    let here = begun.filter(|begun| begun.home == home && !begun.shut_down.replace(true));
    let alive = here.filter_map(|begun| begun.generator.upgrade());
    Ok(Outcome::Value(Value::list(alive.map(Value::Generator).collect())))
}
