//! How what is left of a program ends: tasks that hold themselves alive, together with what they wait for. Either all at
//! once, or in the order in which CPython's collector goes about it.

use crate::event_loop::EventLoop;
use crate::futures::Future;
use crate::machine::Machine;
use crate::program::{Program, Report};
use crate::tasks::Task;

/// When something was made: a later one has a greater number.
pub type Birth = u32;

/// A task, or its code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Code,
    Itself,
}

impl<P: Program> Machine<P> {
    /// The program is over, and everything goes: also tasks that hold themselves alive, together with
    /// what they wait for. Those that have not ended are reported in the order of their creation, and
    /// then their code goes, as when the last name of each is taken away.
    pub fn end(&mut self, program: &mut P) {
        self.bury(program);
        let left = self.live_tasks();
        for task in &left {
            self.report_lost(program, task);
        }
        for task in left {
            if let Some(code) = task.abandon() {
                program.report(self, Report::CodeDropped(code));
            }
        }
        self.bury(program);
    }

    /// Tasks to which nothing leads any more die, those that have not ended and those whose exception nobody has
    /// seen: they and their code in the order in which they were born.
    pub fn end_garbage(
        &mut self,
        program: &mut P,
        is_kept: impl Fn(&Task<P>) -> bool,
        births: impl Fn(&Task<P>) -> (Birth, Birth),
    ) {
        let dying = self.left_over(program, |task| !is_kept(task));
        let mut parts = Vec::new();
        for task in &dying {
            let (code, itself) = births(task);
            parts.push((code, task.id(), Part::Code, task));
            parts.push((itself, task.id(), Part::Itself, task));
        }
        parts.sort_by_key(|(birth, id, part, _)| (*birth, *id, *part));
        for (_, _, part, task) in parts {
            match part {
                Part::Code => self.end_code(program, task),
                Part::Itself => self.report_lost(program, task),
            }
        }
        self.abandon_all(program, dying);
    }

    /// What the program itself still led to dies, unless it outlives the program: first loops that are open,
    /// which are closed, then tasks, then their code.
    pub fn end_named(
        &mut self,
        program: &mut P,
        loops: impl IntoIterator<Item = EventLoop>,
        outlives: impl Fn(&Task<P>) -> bool,
    ) {
        for home in loops {
            if !self.is_closed(home) && self.close(home).is_ok() {
                self.bury(program);
            }
        }
        let dying = self.left_over(program, |task| !task.future().is_done() && !outlives(task));
        for task in &dying {
            self.report_lost(program, task);
        }
        for task in &dying {
            self.end_code(program, task);
        }
        self.abandon_all(program, dying);
    }

    /// Tasks that have something to say at their end, in the order of their creation.
    fn left_over(&mut self, program: &mut P, is_one: impl Fn(&Task<P>) -> bool) -> Vec<Task<P>> {
        self.bury(program);
        let mut left = self.tasks_that(|future| !future.is_done() || Future::is_unseen(future));
        left.retain(is_one);
        left
    }

    fn abandon_all(&mut self, program: &mut P, tasks: Vec<Task<P>>) {
        for task in tasks {
            drop(task.abandon());
        }
        self.bury(program);
    }

    fn end_code(&mut self, program: &mut P, task: &Task<P>) {
        if let Some(code) = task.take_code() {
            program.report(self, Report::CodeEnds(code));
        }
    }

    fn report_lost(&mut self, program: &mut P, task: &Task<P>) {
        if task.future().is_unseen() {
            task.future().mark_retrieved();
            program.report(self, Report::NeverRetrieved(task.future().clone()));
        } else if !task.future().is_done() && task.part().is_some_and(|part| !part.silent.replace(true)) {
            program.report(self, Report::TaskDestroyed(task.clone()));
        }
    }
}
