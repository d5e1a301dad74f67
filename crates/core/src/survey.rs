//! Lets whoever looks from outside see all code that has begun and not ended, wherever it rests.
//! Nothing is changed by that.

use std::rc::Weak;

use interleave_trace::Actor;

use crate::futures::Future;
use crate::machine::Machine;
use crate::program::Program;
use crate::tasks::Task;

impl<P: Program> Machine<P> {
    /// Shows the code of each thread, threads by number: its own, and then the callback that it is in the
    /// middle of. Then the code of each task that has not ended, in the order of creation.
    pub fn survey(&self, mut look: impl FnMut(Actor, &P::Routine)) {
        let mut running = Vec::new();
        for thread in self.threads.by_number() {
            let actor = Actor::Thread(thread.id);
            if let Some(own) = &thread.own {
                look(actor, own);
            }
            if let Some(handle) = &thread.running {
                match &handle.task {
                    Some(task) => running.push((task.id(), &handle.routine)),
                    None => look(actor, &handle.routine),
                }
            }
        }
        for task in self.live_tasks() {
            let id = task.id();
            match running.iter().find(|(other, _)| *other == id) {
                Some((_, routine)) => look(Actor::Task(id), routine),
                None => task.with_routine(|routine| look(Actor::Task(id), routine)).unwrap_or_default(),
            }
        }
    }

    /// The same tasks as futures, in that order.
    pub fn futures_of_live_tasks(&self) -> Vec<Future<P>> {
        self.live_tasks().iter().map(|task| task.future().clone()).collect()
    }

    /// Tasks of all loops that are not done, in order of creation.
    pub(crate) fn live_tasks(&self) -> Vec<Task<P>> {
        self.tasks_that(|task| !task.is_done())
    }

    /// Tasks of which this is so, in order of creation.
    pub(crate) fn tasks_that(&self, is_one: impl Fn(&Future<P>) -> bool) -> Vec<Task<P>> {
        let alive = self.tasks.iter().flatten().filter_map(Weak::upgrade).map(Future);
        let mut tasks: Vec<_> = alive.filter(is_one).filter_map(|task| Task::of(&task)).collect();
        tasks.sort_by_key(Task::id);
        tasks
    }
}
