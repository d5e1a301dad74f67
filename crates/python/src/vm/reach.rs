//! What a program still leads to when it is over: by way of values, and of what the event loop keeps for it. Library
//! modules are no part of that, and neither is what only they lead to.
//!
//! The order in which things are come to is that in which CPython's collector leaves them in its list. It goes
//! through them as they were made. What it knows by then to be held stays in its place; what it has passed as garbage,
//! and then comes to from another, moves to the list's end.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use interleave_core::{EventLoop, Future, Held, Kept};
use interleave_trace::FutureId;

use super::cycles::{address, for_each_child, frame_children};
use super::program::Routine;
use super::tear_down::Mortal;
use super::{Loop, Vm};
use crate::modules::asyncio::{future_of, home_of, keeping, loop_object, loops_by_birth};
use crate::object::exception::{Remains, args_of};
use crate::object::identity::Birth;
use crate::object::{Dict, Instance, Traceback};
use crate::value::Value;

/// All that was reached.
pub(crate) struct Reach<'a> {
    vm: &'a Vm,
    machine: &'a Loop,
    main: &'a Rc<Dict>,
    values: BTreeSet<usize>,
    futures: BTreeSet<FutureId>,
    loops: BTreeSet<EventLoop>,
    order: Vec<Mortal>,
    /// Futures, which the ideal machine holds until what is garbage already is gone.
    held: Vec<Future<Vm>>,
    /// What stays in its place, by birth; of what is as old, the first that was come to is first.
    in_place: BTreeMap<(Birth, usize), Ahead>,
    moved: VecDeque<Ahead>,
    /// The birth of what is being passed, if that has stayed in its place.
    now: Option<Birth>,
}

/// Something that leads on.
pub(crate) enum Ahead {
    Value(Value),
    Future(Future<Vm>),
    Loop(EventLoop),
    Line(Rc<Traceback>),
    Frame(Rc<Remains>),
}

impl<'a> Reach<'a> {
    /// All that these lead to, in a program whose main module has these names.
    pub(crate) fn from(
        vm: &'a Vm,
        machine: &'a Loop,
        main: &'a Rc<Dict>,
        ahead: impl IntoIterator<Item = Ahead>,
    ) -> Self {
        let mut reach = Self::new(vm, machine, main);
        ahead.into_iter().for_each(|next| reach.older(next));
        reach.go_through();
        reach
    }

    /// All that a program leads to: by the names of its main module, and by the exception that has ended it.
    pub(crate) fn of_main(
        vm: &'a Vm,
        machine: &'a Loop,
        main: &'a Rc<Dict>,
        last_exception: Option<Value>,
    ) -> Self {
        let names = Value::Dict(main.clone());
        let roots = [names.clone()].into_iter().chain(last_exception.clone()).map(Ahead::Value);
        let found = Self::from(vm, machine, main, roots).order;
        let mut reach = Self::new(vm, machine, main);
        reach.older(Ahead::Value(names));
        // Futures are held, and so stay in their places.
        reach.now = Some(0);
        for mortal in found {
            if let Mortal::Future(_, future) = mortal
                && let Some(future) = future.upgrade()
            {
                reach.held.push(future.clone());
                reach.younger(Ahead::Future(future));
            }
        }
        reach.now = Some(Birth::MAX);
        last_exception.into_iter().for_each(|exception| reach.younger(Ahead::Value(exception)));
        reach.go_through();
        reach
    }

    fn new(vm: &'a Vm, machine: &'a Loop, main: &'a Rc<Dict>) -> Self {
        Self {
            vm,
            machine,
            main,
            values: BTreeSet::new(),
            futures: BTreeSet::new(),
            loops: BTreeSet::new(),
            order: Vec::new(),
            held: Vec::new(),
            in_place: BTreeMap::new(),
            moved: VecDeque::new(),
            now: None,
        }
    }

    /// Whether it has come to this.
    pub(super) fn has(&self, mortal: &Mortal) -> bool {
        match mortal {
            Mortal::Future(id, _) => self.futures.contains(id),
            Mortal::Loop(home) => self.loops.contains(home),
            Mortal::Generator(generator) => self.values.contains(&generator.as_ptr().addr()),
            Mortal::Instance(instance) => self.values.contains(&instance.as_ptr().addr()),
        }
    }

    /// Whether it has come to the names of the main module.
    pub(crate) fn has_main(&self) -> bool {
        self.values.contains(&Rc::as_ptr(self.main).addr())
    }

    /// All that may have last words, in the order in which it has come to them, the futures that are held meanwhile,
    /// and where the values and frames are that it has come to.
    pub(super) fn into_order(self) -> (Vec<Mortal>, Vec<Future<Vm>>, BTreeSet<usize>) {
        (self.order, self.held, self.values)
    }

    /// Where the values and frames are that it has come to.
    pub(super) fn into_places(self) -> BTreeSet<usize> {
        self.values
    }

    fn go_through(&mut self) {
        loop {
            let next = match self.in_place.pop_first() {
                Some(((birth, _), next)) => {
                    self.now = Some(birth);
                    next
                }
                None => {
                    self.now = None;
                    let Some(next) = self.moved.pop_front() else { return };
                    next
                }
            };
            match next {
                Ahead::Value(value) => self.pass(&value),
                Ahead::Future(future) => self.pass_future(&future),
                Ahead::Loop(home) => self.pass_loop(home),
                Ahead::Line(line) => {
                    line.next.borrow().iter().for_each(|next| self.older(Ahead::Line(next.clone())));
                    self.younger(Ahead::Frame(line.remains.clone()));
                }
                Ahead::Frame(remains) => self.pass_frame(&remains),
            }
        }
    }

    /// Comes to something that was made before what leads to it, as far as nothing else is known of it.
    fn older(&mut self, next: Ahead) {
        self.come_to(next, None);
    }

    /// Comes to something that was made after what leads to it, as far as nothing else is known of it.
    fn younger(&mut self, next: Ahead) {
        self.come_to(next, self.now);
    }

    fn come_to(&mut self, next: Ahead, supposed: Option<Birth>) {
        let next = self.as_itself(next);
        if !self.is_new(&next) {
            return;
        }
        let birth = self.birth_of(&next).or(supposed);
        match (self.now, birth) {
            (Some(now), Some(birth)) if birth >= now => {
                self.in_place.insert((birth, self.values.len() + self.futures.len()), next);
            }
            _ => self.moved.push_back(next),
        }
    }

    /// What an object stands for.
    fn as_itself(&self, next: Ahead) -> Ahead {
        match &next {
            Ahead::Value(value @ Value::Instance(instance)) => match (future_of(instance), home_of(value)) {
                (Some(future), _) => Ahead::Future(future.clone()),
                (None, Some(home)) => Ahead::Loop(home),
                (None, None) => next,
            },
            Ahead::Value(_) | Ahead::Future(_) | Ahead::Loop(_) | Ahead::Line(_) | Ahead::Frame(_) => next,
        }
    }

    fn is_new(&mut self, next: &Ahead) -> bool {
        let place = match next {
            Ahead::Future(future) => return self.futures.insert(future.id()),
            Ahead::Loop(home) => return self.loops.insert(*home),
            Ahead::Value(Value::Module(_)) => return false,
            Ahead::Value(value) => address(value),
            Ahead::Line(line) => Some(Rc::as_ptr(line).addr()),
            Ahead::Frame(remains) => Some(Rc::as_ptr(remains).addr()),
        };
        place.is_some_and(|place| self.values.insert(place))
    }

    fn birth_of(&self, next: &Ahead) -> Option<Birth> {
        match next {
            Ahead::Value(Value::Generator(generator)) => Some(generator.birth),
            Ahead::Future(future) => Some(future.face().birth),
            Ahead::Loop(home) => {
                loops_by_birth(self.vm).find(|(_, other)| other == home).map(|(birth, _)| birth)
            }
            Ahead::Value(_) | Ahead::Line(_) | Ahead::Frame(_) => None,
        }
    }

    fn pass_future(&mut self, future: &Future<Vm>) {
        self.order.push(Mortal::future(future));
        self.older(Ahead::Value(future.face().coroutine()));
        future.each_kept(&mut |kept| self.keep(kept));
        if let Some(object) = future.face().object() {
            self.pass_attributes(&object);
        }
    }

    fn pass_loop(&mut self, home: EventLoop) {
        self.order.push(Mortal::Loop(home));
        self.machine.each_kept_by(home, &mut |kept| self.keep(kept));
        if let Value::Instance(object) = loop_object(self.vm, home) {
            self.pass_attributes(&object);
        }
    }

    fn keep(&mut self, kept: Kept<'_, Vm>) {
        match kept {
            Kept::Future(future) => self.younger(Ahead::Future(future.clone())),
            Kept::Code(routine) => self.keep_code(routine),
            Kept::Loop(home) => self.older(Ahead::Loop(home)),
            Kept::Value(value) => self.younger(Ahead::Value(value.clone())),
            Kept::Exception(exception) => self.younger(Ahead::Value(exception.value())),
        }
    }

    fn keep_code(&mut self, routine: &Routine) {
        routine.each_value(|value| self.older(Ahead::Value(value.clone())));
    }

    fn pass_frame(&mut self, remains: &Rc<Remains>) {
        remains.back.borrow().iter().for_each(|back| self.younger(Ahead::Frame(back.clone())));
        for held in &*remains.held.borrow() {
            match held {
                Held::Future(future) => self.older(Ahead::Future(future.clone())),
                Held::Completions(completions) => {
                    completions.futures().into_iter().for_each(|future| self.older(Ahead::Future(future)));
                }
                Held::Refused(refused) => refused.each_kept(&mut |kept| self.keep(kept)),
            }
        }
        remains.locals.borrow().iter().for_each(|value| self.older(Ahead::Value(value.clone())));
    }

    fn pass_attributes(&mut self, object: &Instance) {
        if let Some(attributes) = object.attributes() {
            for_each_child(&Value::Dict(attributes), &mut |value| self.older(Ahead::Value(value.clone())));
        }
    }

    fn pass(&mut self, value: &Value) {
        match value {
            Value::Generator(generator) => {
                self.order.extend(Mortal::of(value));
                if let Some(frame) = &*generator.frame.borrow() {
                    frame_children(frame, &mut |value| self.older(Ahead::Value(value.clone())));
                    let handled = frame.handled.iter().map(|exception| exception.value());
                    handled.for_each(|exception| self.older(Ahead::Value(exception)));
                }
            }
            Value::Instance(instance) => {
                self.order.extend(Mortal::of(value));
                self.pass_attributes(instance);
                match instance.exception() {
                    Some(_) => self.pass_exception(instance),
                    None => for_each_child(value, &mut |child| self.older(Ahead::Value(child.clone()))),
                }
                keeping::each_kept(value, &mut |next| self.older(next));
            }
            Value::Function(function) if !Rc::ptr_eq(&function.globals, self.main) => {
                let is_library =
                    |names: &Value| matches!(names, Value::Dict(dict) if Rc::ptr_eq(dict, &function.globals));
                for_each_child(value, &mut |child| {
                    if !is_library(child) {
                        self.older(Ahead::Value(child.clone()));
                    }
                });
            }
            _ => for_each_child(value, &mut |child| self.older(Ahead::Value(child.clone()))),
        }
    }

    fn pass_exception(&mut self, instance: &Instance) {
        let Some(state) = instance.exception() else { return };
        args_of(state).iter().for_each(|argument| self.older(Ahead::Value(argument.clone())));
        let members = state.members.borrow().clone();
        members
            .iter()
            .flat_map(|members| members.iter())
            .for_each(|member| self.older(Ahead::Value(member.clone())));
        state.traceback.borrow().iter().for_each(|line| self.younger(Ahead::Line(line.clone())));
        for link in [&state.cause, &state.context] {
            link.borrow().iter().for_each(|exception| self.older(Ahead::Value(exception.value())));
        }
    }
}
