//! How what is left of a program ends: tasks that hold themselves alive, together with what they wait for. Either all at
//! once, or one by one, as the program says.

use crate::futures::Future;
use crate::machine::Machine;
use crate::program::{Program, Report};
use crate::tasks::Task;

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
        self.timed_out.clear();
        self.stranded.clear();
        self.bury(program);
    }

    /// Futures that have something to say at their end, in the order of their creation: tasks that have not ended, and
    /// those whose exception nobody has seen.
    pub fn left_over(&mut self, program: &mut P) -> Vec<Future<P>> {
        self.bury(program);
        let failed = self.failed.living().map(Future).filter(Future::is_unseen);
        let tasks = self.tasks_that(|task| !task.is_done() || task.is_unseen());
        let mut left: Vec<_> = failed.chain(tasks.iter().map(|task| task.future().clone())).collect();
        left.sort_by_key(Future::id);
        left
    }

    /// A future ends, whoever holds it: it says now, and only now, what it would say when nobody did.
    pub fn end_future(&mut self, program: &mut P, future: &Future<P>) {
        if future.is_unseen() {
            future.mark_retrieved();
            program.report(self, Report::NeverRetrieved(future.clone()));
        } else if let Some(task) = Task::of(future).filter(|task| !task.future().is_done()) {
            self.report_lost(program, &task);
        }
    }

    /// Tasks let go of all that they hold, and jobs that a closed loop could not hear of, of who waited for them.
    pub fn abandon_all(&mut self, program: &mut P, futures: impl Iterator<Item = Future<P>>) {
        for future in futures {
            drop(Task::of(&future).and_then(|task| task.abandon()));
        }
        self.stranded.clear();
        self.bury(program);
    }

    fn report_lost(&mut self, program: &mut P, task: &Task<P>) {
        if task.part().is_some_and(|part| !part.silent.replace(true)) {
            program.report(self, Report::TaskDestroyed(task.clone()));
        }
    }
}
