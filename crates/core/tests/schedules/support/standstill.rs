//! A script that stands still in the middle, for tests that look at the machine from outside.

use std::rc::Rc;

use interleave_core::{EventLoop, Future, Kept, Limits, Listener, Machine, Stop, Task};

use super::language::Script;
use super::methods::Thing;
use super::program::Scripted;
use super::values::Value;

/// A script that has just printed `now`.
pub(crate) struct Standstill {
    pub(crate) program: Scripted,
    pub(crate) machine: Machine<Scripted>,
}

impl Standstill {
    /// Plays a script as far as its `print now`.
    pub(crate) fn of(text: &str) -> Self {
        let mut program = Scripted::new(Rc::new(Script::parse(text)), true);
        let mut machine = Machine::new(program.main(), Limits::default());
        machine.record();
        while !program.lines.last().is_some_and(|line| line.ends_with("  now")) {
            let stop = machine.run(&mut program);
            assert!(matches!(stop, Stop::Slice), "the script ends before `print now`: {:?}", program.lines);
        }
        Self { program, machine }
    }

    /// What the script prints from now on.
    pub(crate) fn rest(mut self) -> String {
        let before = self.program.lines.len();
        while let Stop::Slice = self.machine.run(&mut self.program) {}
        self.program.tear_down(&mut self.machine);
        self.program.lines[before..].iter().map(|line| format!("{line}\n")).collect()
    }

    pub(crate) fn future(&self, name: &str) -> Future<Scripted> {
        match self.program.look_up(name) {
            Ok(Value::Future(future)) => future,
            _ => panic!("{name} is no future"),
        }
    }

    pub(crate) fn thing(&self, name: &str) -> Thing {
        match self.program.look_up(name) {
            Ok(Value::Thing(thing)) => thing,
            _ => panic!("{name} is nothing that the library made"),
        }
    }

    pub(crate) fn event_loop(&self, name: &str) -> EventLoop {
        match self.thing(name) {
            Thing::Loop(home) => home,
            _ => panic!("{name} is no loop"),
        }
    }

    /// The variable that holds a future, or what else it can be called.
    pub(crate) fn name_of(&self, future: &Future<Scripted>) -> String {
        match self.program.name_of(future) {
            Some(name) => name.to_owned(),
            None => match Task::of(future) {
                Some(task) => format!("task {}", task.name()),
                None => format!("a {}", future.class_name()),
            },
        }
    }

    pub(crate) fn names_of(&self, futures: &[Future<Scripted>]) -> String {
        futures.iter().map(|future| self.name_of(future)).collect::<Vec<_>>().join(", ")
    }

    /// What `show` shows, in words.
    pub(crate) fn kept(&self, show: impl FnOnce(&mut dyn FnMut(Kept<'_, Scripted>))) -> String {
        let mut words = Vec::new();
        show(&mut |kept| {
            words.push(match kept {
                Kept::Future(future) => self.name_of(future),
                Kept::Code(code) => format!("code of {}", code.who()),
                Kept::Loop(_) => "its loop".to_owned(),
                Kept::Value(value) => format!("value {value}"),
                Kept::Exception(exception) => exception.to_string(),
            });
        });
        words.join(", ")
    }

    /// Who hears when a future is done.
    pub(crate) fn listeners(&self, future: &Future<Scripted>) -> String {
        let mut words = Vec::new();
        future.each_listener(|listener| {
            words.push(match listener {
                Listener::Task(task) => format!("task {}", task.name()),
                Listener::Routine(code) => format!("code of {}", code.who()),
                Listener::RunUntilComplete => "run_until_complete".to_owned(),
                Listener::Gather => "gather".to_owned(),
                Listener::Wait => "wait".to_owned(),
                Listener::Impatience => "wait_for, impatient".to_owned(),
                Listener::AsCompleted => "as_completed".to_owned(),
                Listener::ShieldInner => "shield, inside".to_owned(),
                Listener::ShieldOuter => "shield, outside".to_owned(),
                Listener::TaskGroup => "group".to_owned(),
                Listener::Job => "job".to_owned(),
            });
        });
        words.join(", ")
    }
}
