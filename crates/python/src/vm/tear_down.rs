//! How what is left of a program dies, in the order in which CPython's collector goes about it: first what is garbage
//! when the program ends, in the order in which it was made; then what the program still led to, in the order in
//! which the collector has put that meanwhile (`reach`).

use std::rc::{Rc, Weak};

use interleave_core::{EventLoop, Future, WeakFuture};
use interleave_trace::FutureId;

use super::cycles;
use super::graves;
use super::reach::{Ahead, Reach};
use super::{Loop, Vm};
use crate::modules::asyncio::loops_by_birth;
use crate::object::exception::take_remains;
use crate::object::generator::State;
use crate::object::{Dict, Generator, Instance};
use crate::value::Value;

/// Something that may have last words. It is not held: with another, it may die before its turn.
pub(super) enum Mortal {
    Future(FutureId, WeakFuture<Vm>),
    Loop(EventLoop),
    Generator(Weak<Generator>),
    Instance(Weak<Instance>),
}

impl Mortal {
    pub(super) fn future(future: &Future<Vm>) -> Self {
        Self::Future(future.id(), future.downgrade())
    }

    /// One of values that `cycles` notes.
    pub(super) fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Generator(generator) => Some(Self::Generator(Rc::downgrade(generator))),
            Value::Instance(instance) => Some(Self::Instance(Rc::downgrade(instance))),
            _ => None,
        }
    }
}

impl Vm {
    /// The program is over, and everything dies that does not outlive it.
    pub(crate) fn tear_down(&mut self, machine: &mut Loop) {
        let main = match self.modules.get_name("__main__") {
            Some(Value::Module(main)) => main.namespace.clone(),
            _ => Rc::default(),
        };
        let last_exception = self.call_prelude(machine, "last_exception", Vec::new());
        let left = machine.left_over(self);
        let outliving = self.outliving(machine, &main);
        let named = Reach::of_main(self, machine, &main, last_exception);
        let garbage = self.garbage(&left, |mortal| named.has(mortal) || outliving.has(mortal));
        let dying = left.iter().map(|future| (Mortal::future(future), future.downgrade()));
        let is_kept = |future: &Mortal| named.has(future) || outliving.has(future);
        let (kept, lost): (Vec<_>, Vec<_>) = dying.partition(|(future, _)| is_kept(future));
        let outliving = outliving.into_places();
        let (mut named, held, named_places) = named.into_order();
        drop(left);

        self.end_all(machine, garbage);
        machine.abandon_all(self, lost.iter().filter_map(|(_, future)| future.upgrade()));
        self.clear_remains(machine, |place| named_places.contains(place) || outliving.contains(place));
        self.call_prelude(machine, "collect", Vec::new());
        drop(held);
        machine.bury(self);
        self.last_words(machine);
        self.call_prelude(machine, "begin_tear_down", Vec::new());
        // What has died meanwhile may have been all that led from what outlives the program to something else.
        let outliving = self.outliving(machine, &main);
        named.retain(|mortal| !outliving.has(mortal));
        let dying: Vec<_> = kept.into_iter().filter(|(future, _)| !outliving.has(future)).collect();
        let main_outlives = outliving.has_main();
        let outliving = outliving.into_places();
        self.end_all(machine, named);
        self.clear_remains(machine, |place| outliving.contains(place));
        machine.abandon_all(self, dying.iter().filter_map(|(_, future)| future.upgrade()));
        if !main_outlives {
            self.call_prelude(machine, "clear_main", Vec::new());
        }
    }

    /// All that loops lead to which outlive the program.
    fn outliving<'a>(&'a self, machine: &'a Loop, main: &'a Rc<Dict>) -> Reach<'a> {
        Reach::from(self, machine, main, machine.outliving().map(Ahead::Loop))
    }

    /// What tracebacks hold that nothing leads to any more, except in places that are kept.
    fn clear_remains(&mut self, machine: &mut Loop, is_kept: impl Fn(&usize) -> bool) {
        for remains in take_remains(|remains| !is_kept(&Rc::as_ptr(remains).addr())) {
            remains.clear();
            self.last_words(machine);
        }
    }

    /// What may have last words and is not kept, in the order in which it was made.
    fn garbage(&self, left: &[Future<Self>], is_kept: impl Fn(&Mortal) -> bool) -> Vec<Mortal> {
        let mut all: Vec<_> = loops_by_birth(self).map(|(birth, home)| (birth, Mortal::Loop(home))).collect();
        for future in left {
            let coroutine = future.face().coroutine();
            if let Value::Generator(generator) = &coroutine {
                all.extend(Mortal::of(&coroutine).map(|mortal| (generator.birth, mortal)));
            }
            all.push((future.face().birth, Mortal::future(future)));
        }
        let noted = cycles::living();
        all.extend(noted.iter().filter_map(|(birth, value)| Some((*birth, Mortal::of(value)?))));
        all.retain(|(_, mortal)| !is_kept(mortal));
        all.sort_by_key(|(birth, _)| *birth);
        // A task's coroutine may have been noted besides.
        all.dedup_by(|(_, one), (_, other)| match (one, other) {
            (Mortal::Generator(one), Mortal::Generator(other)) => one.ptr_eq(other),
            _ => false,
        });
        all.into_iter().map(|(_, mortal)| mortal).collect()
    }

    /// One after the other has its last words. Code that goes on in spite of that is let go of when all have had them.
    fn end_all(&mut self, machine: &mut Loop, mortals: Vec<Mortal>) {
        let mut ended = Vec::new();
        for mortal in mortals {
            match mortal {
                Mortal::Future(_, future) => {
                    if let Some(future) = future.upgrade() {
                        machine.end_future(self, &future);
                    }
                }
                Mortal::Generator(generator) => {
                    if let Some(generator) = generator.upgrade() {
                        graves::end(&Value::Generator(generator.clone()));
                        ended.push(generator);
                    }
                }
                Mortal::Instance(instance) => {
                    instance
                        .upgrade()
                        .into_iter()
                        .for_each(|instance| graves::end(&Value::Instance(instance)));
                }
                Mortal::Loop(home) => {
                    // One that is running cannot be closed, and stays as it is.
                    if !machine.is_closed(home) {
                        let _ = self.close_loop(machine, home);
                    }
                }
            }
            self.last_words(machine);
        }
        for generator in ended {
            if generator.state.get() == State::Suspended {
                generator.state.set(State::Closed);
                let left = generator.frame.borrow_mut().take();
                drop(left);
            }
        }
        self.last_words(machine);
    }
}
