//! The judge: plays a script on the core, and says whether CPython, playing the same,
//! prints the same and runs the same handles in the same iterations.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::rc::Rc;

use interleave_core::{Limit, Limits, Machine, Stop};
use interleave_trace::{Actor, LoopId, Reason, Trace, What};

use super::language::Script;
use super::oracle;
use super::program::{Scripted, moment};

/// What became of a script.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Played {
    /// What is printed, one line each, and how it ended.
    pub(crate) text: String,
    /// Unless CPython has ended in a deadlock: then some have begun that never do on the core.
    pub(crate) iterations: Option<u64>,
    pub(crate) end_ns: i64,
    /// Every handle that a loop ran.
    pub(crate) handles: Vec<Ran>,
    /// What else there is to say, if this is CPython.
    pub(crate) stderr: String,
    /// Futures that something still holds when the script has come to its own end.
    pub(crate) alive: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ran {
    pub(crate) ns: i64,
    /// Unless several loops run, which count together.
    pub(crate) iteration: Option<u64>,
    pub(crate) what: String,
}

impl Played {
    /// CPython's answer, if there is a CPython.
    pub(crate) fn by_python(script: &Script) -> Option<Self> {
        oracle::play(&script.python())
    }
}

/// The core's answer, and the trace of it. With `pauses`, the program rests after each of its
/// steps, which must make no difference.
pub(crate) fn play(script: &Rc<Script>, pauses: bool) -> (Played, Trace) {
    let mut program = Scripted::new(Rc::clone(script), pauses);
    let mut machine = Machine::new(program.main(), Limits { iterations: 50_000, ..Limits::default() });
    machine.record();
    let ended = loop {
        match machine.run(&mut program) {
            Stop::Slice => {}
            Stop::Finished(_) => break None,
            Stop::Deadlock => break Some("deadlock"),
            Stop::Limit(Limit::Iterations | Limit::Time) => break Some("limit"),
        }
    };
    match ended {
        None => program.tear_down(&mut machine),
        Some(ended) => program.lines.push(format!("{}  {ended}", moment(machine.now().ns))),
    }
    let alive = if ended.is_none() { machine.futures_alive() } else { 0 };
    let trace = machine.take_trace().unwrap_or_default();
    let text = program.lines.iter().map(|line| format!("{line}\n")).collect();
    let (iterations, end_ns) = (Some(machine.iterations()), machine.now().ns);
    (Played { text, iterations, end_ns, handles: handles(&trace), stderr: String::new(), alive }, trace)
}

fn handles(trace: &Trace) -> Vec<Ran> {
    let mut iteration = 0;
    let mut handles = Vec::new();
    let mut open_steps = BTreeSet::new();
    for event in &trace.events {
        match event.what {
            What::Iteration { .. } => iteration += 1,
            What::End => {
                open_steps.remove(&event.step);
            }
            What::Start { cause, reason, .. } => {
                let is_eager = reason == Reason::Created && open_steps.contains(&cause);
                open_steps.insert(event.step);
                // The first step of an eager task is part of the one that makes it.
                if is_eager {
                    continue;
                }
                let what = match reason {
                    Reason::Created | Reason::Yielded | Reason::Thrown => "step",
                    Reason::Awaited(_) => "wakeup",
                    Reason::CalledSoon | Reason::Timer(_) | Reason::Done(_) => "call",
                };
                handles.push(Ran { ns: event.ns, iteration: Some(iteration), what: what.to_owned() });
            }
            _ => {}
        }
    }
    if trace.events.iter().any(|event| event.actor == Actor::Loop(LoopId(1))) {
        handles.iter_mut().for_each(|ran| ran.iteration = None);
    }
    handles
}

fn is_same(ours: Option<&Ran>, theirs: Option<&Ran>) -> bool {
    match (ours, theirs) {
        (Some(ours), Some(theirs)) => {
            (ours.ns, &ours.what) == (theirs.ns, &theirs.what)
                && (ours.iteration.is_none() || ours.iteration == theirs.iteration)
        }
        (ours, theirs) => ours == theirs,
    }
}

/// Or says how they differ.
pub(crate) fn agree(script: &Script, ours: &Played, theirs: &Played) -> Result<(), String> {
    let differs = if ours.text != theirs.text {
        "the schedules".to_owned()
    } else if let Some(at) = (0..ours.handles.len().max(theirs.handles.len()))
        .find(|at| !is_same(ours.handles.get(*at), theirs.handles.get(*at)))
    {
        format!("handle {at}: ours is {:?}, CPython's {:?}", ours.handles.get(at), theirs.handles.get(at))
    } else if theirs.iterations.is_some() && ours.iterations != theirs.iterations {
        format!("the iterations: {:?} and CPython's {:?}", ours.iterations, theirs.iterations)
    } else if ours.end_ns != theirs.end_ns {
        format!("the ends: {} ns and CPython's {} ns", ours.end_ns, theirs.end_ns)
    } else {
        return Ok(());
    };
    Err(format!(
        "CPython disagrees about {differs}\n\n{}\n{}\n{}\nWhat CPython ran, after prelude.py:\n{}",
        script.text(),
        side_by_side(&ours.text, &theirs.text),
        theirs.stderr,
        script.translated()
    ))
}

fn side_by_side(ours: &str, theirs: &str) -> String {
    let width = ours.lines().map(|line| line.chars().count()).max().unwrap_or(0).max("core".len());
    let mut text = format!("    {:width$}    CPython\n", "core");
    let (mut ours, mut theirs) = (ours.lines(), theirs.lines());
    loop {
        let (our, their) = match (ours.next(), theirs.next()) {
            (None, None) => return text,
            (our, their) => (our.unwrap_or_default(), their.unwrap_or_default()),
        };
        let mark = if our == their { ' ' } else { '≠' };
        let _ = writeln!(text, "  {mark} {our:width$}    {their}");
    }
}
