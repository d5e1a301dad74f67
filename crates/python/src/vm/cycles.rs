//! Finding what keeps only itself alive: objects, generators and tasks that can be reached from
//! nowhere but from each other. CPython's collector is off on the ideal machine; this runs
//! when a program says `gc.collect()`, and at the end. When nobody can look at a run any
//! more, all of its rings are cut.
//!
//! Every object and generator is noted when it is made. Starting from those that live, all
//! that they lead to is counted: what has more owners than were met is held from outside.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use interleave_core::{Future, Kept};
use interleave_trace::FutureId;

use super::{Loop, Vm};
use crate::modules::asyncio::future_of;
use crate::object::identity::{self, Birth};
use crate::object::{CellObject, Class, Dict, Generator, Instance, Payload};
use crate::types::types;
use crate::value::Value;
use crate::vm::frame::Frame;

enum Noted {
    Instance(Birth, Weak<Instance>),
    Generator(Weak<Generator>),
}

/// What a function holds and may be held by.
enum Knot {
    Cell(Weak<CellObject>),
    Globals(Weak<Dict>),
}

#[derive(Default)]
struct Notes {
    all: Vec<Noted>,
    /// When there are so many, the dead are struck off.
    next_look: usize,
    knots: Vec<Knot>,
    next_look_at_knots: usize,
}

thread_local! {
    static NOTES: RefCell<Notes> = RefCell::default();
}

/// An object that may come to be part of a ring.
pub(crate) fn note_instance(instance: &Rc<Instance>) {
    note(Noted::Instance(identity::birth(), Rc::downgrade(instance)));
}

/// A generator that may come to be part of a ring.
pub(crate) fn note_generator(generator: &Rc<Generator>) {
    note(Noted::Generator(Rc::downgrade(generator)));
}

fn note(noted: Noted) {
    NOTES.with(|notes| {
        let Notes { all, next_look, .. } = &mut *notes.borrow_mut();
        strike_off(all, next_look, Noted::lives);
        all.push(noted);
    });
}

/// A variable that functions share, and that may hold one of them.
pub(crate) fn note_cell(cell: &Rc<CellObject>) {
    note_knot(Knot::Cell(Rc::downgrade(cell)));
}

/// Global variables of a function that are not those of a module.
pub(crate) fn note_globals(globals: &Rc<Dict>) {
    note_knot(Knot::Globals(Rc::downgrade(globals)));
}

fn note_knot(knot: Knot) {
    NOTES.with(|notes| {
        let Notes { knots, next_look_at_knots, .. } = &mut *notes.borrow_mut();
        strike_off(knots, next_look_at_knots, Knot::lives);
        knots.push(knot);
    });
}

fn strike_off<T>(all: &mut Vec<T>, next_look: &mut usize, lives: impl Fn(&T) -> bool) {
    if all.len() >= *next_look {
        all.retain(lives);
        *next_look = (all.len() * 2).max(1000);
    }
}

/// Cuts all rings that lead through an object, a generator, a function's variables or a class of the run's.
pub(super) fn cut_all() {
    let left = living();
    left.iter().for_each(|(_, value)| empty(value));
    let knots = NOTES.with(|notes| std::mem::take(&mut notes.borrow_mut().knots));
    knots.iter().for_each(Knot::untie);
    cut_below(&types().object);
}

/// Empties the classes that a run has made below this one. Those of the machine's own outlive it.
fn cut_below(class: &Rc<Class>) {
    for subclass in class.subclasses() {
        cut_below(&subclass);
        if !subclass.is_builtin {
            drop(subclass.namespace.clear());
        }
    }
}

/// A run begins.
pub(crate) fn forget_all() {
    let old = NOTES.with(RefCell::take);
    drop(old);
}

impl Knot {
    fn lives(&self) -> bool {
        match self {
            Self::Cell(cell) => cell.strong_count() > 0,
            Self::Globals(globals) => globals.strong_count() > 0,
        }
    }

    fn untie(&self) {
        match self {
            Self::Cell(cell) => drop(cell.upgrade().map(|cell| cell.set(Value::Unset))),
            Self::Globals(globals) => drop(globals.upgrade().map(|globals| globals.clear())),
        }
    }
}

impl Noted {
    fn lives(&self) -> bool {
        match self {
            Self::Instance(_, instance) => instance.strong_count() > 0,
            Self::Generator(generator) => generator.strong_count() > 0,
        }
    }
}

/// Every object and generator that is still there, and when it was made.
pub(super) fn living() -> Vec<(Birth, Value)> {
    let born = |noted: &Noted| match noted {
        Noted::Instance(birth, instance) => Some((*birth, Value::Instance(instance.upgrade()?))),
        Noted::Generator(generator) => {
            let generator = generator.upgrade()?;
            Some((generator.birth, Value::Generator(generator)))
        }
    };
    NOTES.with(|notes| notes.borrow().all.iter().filter_map(born).collect())
}

/// What is found in a frame that a generator is suspended in.
pub(crate) fn find_suspended<T>(look: impl Fn(&Frame) -> Option<T>) -> Option<T> {
    NOTES.with(|notes| {
        notes.borrow().all.iter().find_map(|noted| match noted {
            Noted::Generator(generator) => look(generator.upgrade()?.frame.borrow().as_deref()?),
            Noted::Instance(..) => None,
        })
    })
}

/// What may be part of a ring.
pub(crate) enum Thing {
    Value(Value),
    /// A future or a task, which objects stand for.
    Future(Future<Vm>),
}

/// Where it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Whereabouts {
    Value(usize),
    Future(FutureId),
}

/// One thing that was met.
struct Met {
    thing: Thing,
    /// References from others that were met.
    inside: usize,
    held: bool,
}

/// The things that only hold each other, in the order in which they were made or met: a task among them, and what it
/// waits for, if nobody else could ever end that.
pub(crate) fn garbage(machine: &Loop) -> Vec<Thing> {
    let tasks = machine.futures_of_live_tasks().into_iter();
    let tasks = tasks.map(|task| (task.face().birth, Thing::Future(task)));
    let values = living().into_iter().map(|(birth, value)| (birth, Thing::Value(value)));
    let mut roots: Vec<_> = values.chain(tasks).collect();
    roots.sort_by_key(|(birth, _)| *birth);
    let mut met: Vec<Met> = Vec::new();
    let mut places: BTreeMap<Whereabouts, usize> = BTreeMap::new();
    for (_, root) in roots {
        meet(root, &mut met, &mut places);
    }
    let mut next = 0;
    while next < met.len() {
        let mut children = Vec::new();
        met[next].thing.each_held(&mut |child| children.push(child));
        for child in children {
            if let Some(place) = meet(child, &mut met, &mut places) {
                met[place].inside += 1;
            }
        }
        next += 1;
    }
    crate::effort::spend_length(met.len().saturating_mul(64), 0);
    let mut ahead: Vec<usize> = Vec::new();
    for (place, each) in met.iter().enumerate() {
        // One owner is the list of what was met.
        if each.thing.owners() > each.inside + 1 {
            ahead.push(place);
        }
    }
    while let Some(place) = ahead.pop() {
        if std::mem::replace(&mut met[place].held, true) {
            continue;
        }
        met[place].thing.each_held(&mut |child| {
            if let Some(place) = child.whereabouts().and_then(|place| places.get(&place)) {
                ahead.push(*place);
            }
        });
    }
    met.into_iter().filter(|each| !each.held).map(|each| each.thing).collect()
}

fn meet(thing: Thing, met: &mut Vec<Met>, places: &mut BTreeMap<Whereabouts, usize>) -> Option<usize> {
    let whereabouts = thing.whereabouts()?;
    if let Some(place) = places.get(&whereabouts) {
        return Some(*place);
    }
    met.push(Met { thing, inside: 0, held: false });
    places.insert(whereabouts, met.len() - 1);
    Some(met.len() - 1)
}

impl Thing {
    fn whereabouts(&self) -> Option<Whereabouts> {
        match self {
            Self::Value(value) => address(value).map(Whereabouts::Value),
            Self::Future(future) => Some(Whereabouts::Future(future.id())),
        }
    }

    fn owners(&self) -> usize {
        match self {
            Self::Value(value) => owners(value),
            Self::Future(future) => future.owners(),
        }
    }

    /// Lets `visit` see what it holds, each thing as often as it is held.
    fn each_held(&self, visit: &mut dyn FnMut(Self)) {
        let mut visit_value = |value: &Value| visit(Self::Value(value.clone()));
        match self {
            Self::Value(value) => {
                for_each_child(value, &mut visit_value);
                if let Value::Instance(instance) = value
                    && let Some(future) = future_of(instance)
                {
                    visit(Self::Future(future.clone()));
                }
            }
            Self::Future(future) => {
                visit_value(&future.face().coroutine());
                future.each_held(&mut |kept| match kept {
                    Kept::Future(other) => visit(Self::Future(other.clone())),
                    Kept::Code(routine) => routine.each_held(|value| visit(Self::Value(value.clone()))),
                    Kept::Loop(_) | Kept::Value(_) | Kept::Exception(_) => {}
                });
            }
        }
    }
}

/// Lets go of all that a thing holds, so that its ring is broken.
pub(crate) fn empty(value: &Value) {
    match value {
        Value::List(list) => drop(list.take()),
        Value::Dict(dict) => drop(dict.clear()),
        Value::Set(set) => drop(set.clear()),
        Value::Cell(cell) => drop(cell.set(Value::Unset)),
        Value::Instance(instance) => {
            if let Some(attributes) = instance.attributes() {
                drop(attributes.clear());
            }
            if let Payload::Exception(state) = &instance.payload {
                drop(state.traceback.take());
            }
        }
        Value::Generator(generator) => {
            let frame = generator.frame.borrow_mut().take();
            generator.state.set(crate::object::generator::State::Closed);
            drop(frame);
        }
        _ => {}
    }
}

/// Where a shared thing is; nothing for what cannot be part of a ring.
pub(super) fn address(value: &Value) -> Option<usize> {
    fn of<T>(shared: &Rc<T>) -> usize {
        Rc::as_ptr(shared).cast::<()>() as usize
    }
    Some(match value {
        Value::Tuple(tuple) => of(tuple),
        Value::List(list) => of(list),
        Value::Dict(dict) => of(dict),
        Value::Set(set) => of(set),
        Value::Cell(cell) => of(cell),
        Value::Function(function) => of(function),
        Value::Method(method) => of(method),
        Value::Generator(generator) => of(generator),
        Value::Class(class) => of(class),
        Value::Module(module) => of(module),
        Value::Instance(instance) => of(instance),
        _ => return None,
    })
}

fn owners(value: &Value) -> usize {
    match value {
        Value::Tuple(tuple) => Rc::strong_count(tuple),
        Value::List(list) => Rc::strong_count(list),
        Value::Dict(dict) => Rc::strong_count(dict),
        Value::Set(set) => Rc::strong_count(set),
        Value::Cell(cell) => Rc::strong_count(cell),
        Value::Function(function) => Rc::strong_count(function),
        Value::Method(method) => Rc::strong_count(method),
        Value::Generator(generator) => Rc::strong_count(generator),
        Value::Module(module) => Rc::strong_count(module),
        Value::Instance(instance) => Rc::strong_count(instance),
        // Classes are held in more ways than are followed here.
        _ => usize::MAX,
    }
}

pub(super) fn for_each_child(value: &Value, visit: &mut dyn FnMut(&Value)) {
    match value {
        Value::Tuple(tuple) => tuple.iter().for_each(visit),
        Value::List(list) => list.items().iter().for_each(visit),
        Value::Dict(dict) => dict.look(|entries| {
            for entry in entries {
                visit(&entry.key);
                visit(&entry.value);
            }
        }),
        Value::Set(set) => set.keys().iter().for_each(visit),
        Value::Cell(cell) => visit(&cell.value.borrow()),
        Value::Function(function) => {
            function.closure.iter().for_each(|cell| visit(&Value::Cell(cell.clone())));
            visit(&Value::Dict(function.globals.clone()));
            if let Some(defaults) = &*function.defaults.borrow() {
                visit(&Value::Tuple(defaults.clone()));
            }
            if let Some(attributes) = function.attributes.get() {
                visit(&Value::Dict(attributes.clone()));
            }
        }
        Value::Method(method) => {
            visit(&method.function);
            visit(&method.object);
        }
        Value::Generator(generator) => {
            if let Some(frame) = &*generator.frame.borrow() {
                frame_children(frame, visit);
            }
        }
        Value::Class(class) => visit(&Value::Dict(class.namespace.clone())),
        Value::Module(module) => visit(&Value::Dict(module.namespace.clone())),
        Value::Instance(instance) => {
            visit(&Value::Class(instance.class()));
            if let Some(attributes) = instance.attributes() {
                visit(&Value::Dict(attributes));
            }
            match &instance.payload {
                Payload::Value(inner) | Payload::StaticMethod(inner) | Payload::ClassMethod(inner) => {
                    visit(inner)
                }
                Payload::Exception(state) => {
                    visit(&Value::Tuple(crate::object::exception::args_of(state)));
                    for link in [&state.cause, &state.context] {
                        if let Some(exception) = &*link.borrow() {
                            visit(&exception.value());
                        }
                    }
                    let mut line = state.traceback.borrow().clone();
                    // What is held by others, too, is no part of this exception.
                    let is_own = |line: &Rc<_>| Rc::strong_count(line) == 2;
                    while let Some(here) = line.filter(is_own) {
                        if Rc::strong_count(&here.remains) == 1 {
                            here.remains.locals.borrow().iter().for_each(&mut *visit);
                        }
                        line = here.next.borrow().clone();
                    }
                }
                Payload::None
                | Payload::Property(_)
                | Payload::Super(_)
                | Payload::Future(_)
                | Payload::Native(_) => {}
            }
        }
        _ => {}
    }
}

pub(super) fn frame_children(frame: &Frame, visit: &mut dyn FnMut(&Value)) {
    frame.registers.iter().for_each(&mut *visit);
    visit(&Value::Function(frame.function.clone()));
    if let Some(namespace) = &frame.namespace {
        visit(namespace);
    }
}
