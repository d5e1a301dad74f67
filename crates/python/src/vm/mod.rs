//! The virtual machine: frames that live on the heap, run one instruction after the
//! other, and are set aside wherever a program waits.

pub(crate) mod attributes;
pub(crate) mod boot;
pub(crate) mod cache;
pub(crate) mod call;
pub(crate) mod classes;
pub(crate) mod compare;
pub(crate) mod cycles;
pub(crate) mod describe;
pub(crate) mod enter;
pub(crate) mod equality;
pub(crate) mod finalize;
pub(crate) mod frame;
pub(crate) mod graves;
pub(crate) mod hashing;
pub(crate) mod imports;
pub(crate) mod items;
pub(crate) mod iterate;
pub(crate) mod leave;
pub(crate) mod library;
pub(crate) mod native;
pub(crate) mod operators;
pub(crate) mod patterns;
pub(crate) mod pause;
pub(crate) mod program;
pub(crate) mod questions;
mod quick;
pub(crate) mod raise;
mod rare;
pub(crate) mod reach;
pub(crate) mod run;
mod signature;
pub(crate) mod suggest;
mod tear_down;
mod work;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use interleave_core::{Input, Machine};
use interleave_text::Span;
use interleave_trace::ThreadId;

use crate::code::Source;
use crate::effort::Refused;
use crate::inspect::Checkpoints;
use crate::object::exception::Place;
use crate::object::{Dict, Exception, Function};
use crate::options::Options;
use crate::output::Output;
use crate::provenance::Provenance;
use crate::traceback::lines::Line;
use crate::value::Value;
use frame::Frame;
use native::Resumption;

/// CPython's default recursion limit.
pub(crate) const RECURSION_LIMIT: usize = 1000;

/// How deep frames of the library's own may go inside the program's.
const LIBRARY_DEPTH: usize = 20_000;

/// Everything that a program's code shares.
pub(crate) struct Vm {
    pub(crate) options: Options,
    pub(crate) output: Output,
    /// Frames to be used again.
    #[expect(clippy::vec_box, reason = "frames are handed on in their boxes")]
    pool: Vec<Box<Frame>>,
    /// See [`Vm::stand_in`].
    stand_in: Option<Box<Frame>>,
    /// `sys.modules`
    pub(crate) modules: Rc<Dict>,
    pub(crate) builtins: Rc<Dict>,
    /// The functions of the library's prelude.
    prelude: Rc<Dict>,
    /// The name of the module whose code made the last call of a class or of `type`.
    pub(crate) current_module: Value,
    /// `__build_class__`
    build_class: Value,
    /// The thread whose frames these are.
    thread: ThreadId,
    /// Frames of the program that call each other now.
    depth: usize,
    library_depth: usize,
    /// The same for threads that stand still in the middle of their code.
    depths: BTreeMap<ThreadId, (usize, usize)>,
    /// What threads are handling that stand still in the middle of their code: in a call that runs a loop, mostly.
    handled_below: BTreeMap<ThreadId, Exception>,
    /// The frames of threads that stand still in a call that runs a loop, the innermost first.
    stacks_below: BTreeMap<ThreadId, Vec<Line>>,
    /// The loop that runs is in debug mode: coroutines note where they were made.
    notes_origins: bool,
    pub(crate) recursion_limit: usize,
    /// Instructions run so far, without those of the slice that is running.
    pub(crate) instructions: u64,
    /// Instructions left in this slice.
    budget: u64,
    /// Instructions that the slice had.
    slice: u64,
    /// Instructions that the host lets run before it wants its turn.
    granted: u64,
    /// Events after which the host wants its turn, whatever is left of the grant.
    until: usize,
    /// The record has room for lines.
    keeps_lines: bool,
    /// What runs now does not end with the slice.
    is_unsliced: bool,
    /// Where the run was, now and then.
    pub(crate) checkpoints: Checkpoints,
    /// What the innermost `await` or `yield from` is resumed with.
    sent: Option<Resumption>,
    /// What the event loop resumes a coroutine of its library with.
    wake: Option<Input<Vm>>,
    /// The future that the coroutine which yields waits for.
    awaited: Option<interleave_core::Future<Vm>>,
    /// The program's exit code, as far as its own code says.
    pub(crate) exit: i32,
    /// A limit that was reached.
    pub(crate) stop: Option<Halt>,
    /// The line of the program's at which that was.
    pub(crate) stopped_at: Option<(u32, String)>,
    work: work::Work,
    /// The program has ended, and what is left of it dies.
    pub(crate) is_ending: bool,
    /// The function of relay frames.
    relay_function: Rc<Function>,
    pub(crate) sources: Vec<Rc<Source>>,
    /// Lines of the library's at which something has died: warnings show their text.
    pub(crate) deathbeds: RefCell<Vec<Line>>,
    pub(crate) provenance: Provenance,
    /// Bytes of standard input that have been read.
    read: usize,
    /// The program's literals, by number.
    pub(crate) literals: Vec<Span>,
    /// State of modules written in Rust.
    pub(crate) state: crate::modules::State,
}

/// Why a run stops where it is, without the program hearing of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Halt {
    /// Too many instructions.
    Instructions,
    /// Too many bytes.
    Memory,
    /// Too much output.
    Output,
    /// Work that is too much.
    Refused(Refused),
    /// Virtual time is at its end.
    Time,
    /// A module that may be in the library's second volume, which is not here.
    Library,
}

impl Vm {
    pub(crate) fn new(options: Options) -> Self {
        crate::types::prepare();
        Self {
            output: Output::new(&options),
            options,
            pool: Vec::new(),
            stand_in: None,
            modules: Rc::default(),
            builtins: crate::builtins::namespace(),
            prelude: Rc::default(),
            current_module: Value::name("__main__"),
            build_class: crate::builtins::build_class(),
            thread: ThreadId(0),
            depth: 0,
            library_depth: 0,
            depths: BTreeMap::new(),
            handled_below: BTreeMap::new(),
            stacks_below: BTreeMap::new(),
            notes_origins: false,
            recursion_limit: RECURSION_LIMIT,
            instructions: 0,
            budget: 0,
            slice: 0,
            granted: u64::MAX,
            until: usize::MAX,
            keeps_lines: true,
            is_unsliced: false,
            checkpoints: Checkpoints::default(),
            provenance: Provenance::default(),
            read: 0,
            sent: None,
            wake: None,
            awaited: None,
            exit: 0,
            stop: None,
            stopped_at: None,
            work: work::Work::default(),
            is_ending: false,
            relay_function: library::relay_function(),
            sources: Vec::new(),
            deathbeds: RefCell::default(),
            literals: Vec::new(),
            state: crate::modules::State::default(),
        }
    }

    /// The program that is to be run is run so.
    pub(crate) fn set_options(&mut self, options: &Options) {
        self.output = Output::new(options);
        self.options = options.clone();
    }

    /// A function of the library's prelude.
    pub(crate) fn prelude_function(&self, name: &str) -> Value {
        self.prelude.get_name(name).unwrap_or(Value::None)
    }

    /// A limit is reached: the run ends before the next instruction.
    pub(crate) fn stop_at(&mut self, halt: Halt) {
        if self.stop.is_none() {
            self.stop = Some(halt);
        }
        self.end_stretch();
    }

    /// This thread's code runs from now on: each thread has a depth of calls of its own.
    fn enter_thread(&mut self, thread: ThreadId) {
        if thread == self.thread {
            return;
        }
        let depths = self.depths.remove(&thread).unwrap_or_default();
        let before = (self.depth, self.library_depth);
        if before != (0, 0) {
            self.depths.insert(self.thread, before);
        }
        self.thread = thread;
        (self.depth, self.library_depth) = depths;
    }

    /// A line of standard input, without its end.
    pub(crate) fn read_line(&mut self) -> Option<String> {
        self.read_raw_line().map(|line| line.trim_end_matches('\n').to_owned())
    }

    /// A line of standard input, as it stands there.
    pub(crate) fn read_raw_line(&mut self) -> Option<String> {
        let line = self.options.stdin.get(self.read..)?.split_inclusive('\n').next()?.to_owned();
        self.read += line.len();
        Some(line)
    }

    /// So many characters of a line of standard input, or what is left of it.
    pub(crate) fn read_in_line(&mut self, most: Option<usize>) -> String {
        let rest = self.options.stdin.get(self.read..).unwrap_or_default();
        let line = rest.split_inclusive('\n').next().unwrap_or_default();
        let end = most.and_then(|most| line.char_indices().nth(most)).map_or(line.len(), |(at, _)| at);
        let taken = line[..end].to_owned();
        self.read += taken.len();
        taken
    }

    /// So many characters of standard input, or what is left of it.
    pub(crate) fn read_characters(&mut self, most: Option<usize>) -> String {
        let rest = self.options.stdin.get(self.read..).unwrap_or_default();
        let end = most.and_then(|most| rest.char_indices().nth(most)).map_or(rest.len(), |(at, _)| at);
        let taken = rest[..end].to_owned();
        self.read += taken.len();
        taken
    }

    /// `sys.stdout` is not what it was at the beginning.
    pub(crate) fn redirected(&self) -> bool {
        self.state.stdout_replaced()
    }

    /// Instructions run so far.
    pub(crate) fn instructions_run(&self) -> u64 {
        self.instructions + (self.slice - self.budget)
    }

    /// The exception that the code which runs now is handling, or what runs the loop that it runs on.
    pub(crate) fn handled(&self, frame: &Frame) -> Option<Exception> {
        let mut frame = Some(frame);
        while let Some(here) = frame {
            if let Some(exception) = here.handled.as_ref().filter(|_| !here.passed_over) {
                return Some(exception.clone());
            }
            frame = here.back.as_deref();
        }
        self.handled_below.get(&self.thread).cloned()
    }

    /// The frames that show: of the code that runs now, and of what runs the loop that it runs on; the innermost first.
    pub(crate) fn stack<'a>(&'a self, frame: &'a Frame) -> impl Iterator<Item = Line> + 'a {
        let below = self.stacks_below.get(&self.thread).into_iter().flatten().cloned();
        lines_of(frame).chain(below)
    }
}

/// The frames that show of code that runs: those, too, in which CPython's library waits for it.
fn lines_of(frame: &Frame) -> impl Iterator<Item = Line> {
    let frames = std::iter::successors(Some(frame), |frame| frame.back.as_deref());
    frames.flat_map(|frame| {
        let known = frame.generator.as_ref().and_then(|generator| generator.known);
        let waits = known.map_or(&[] as &[_], |known| known.waits).iter();
        let own = Line::of_code(&frame.function.code, frame.at()).filter(|_| known.is_none());
        waits.filter_map(|line| Line::of(&Place::Library(line))).chain(own)
    })
}

/// What a run of frames comes to.
pub(crate) enum Rest {
    Returned(Value),
    Raised(Exception),
    /// The coroutine or generator at the bottom yields; if nothing, it waits for [`Vm::awaited`].
    Yielded(Value),
    /// The whole thread waits; the frames go on afterwards.
    Blocks(interleave_core::Block<Vm>, Box<Frame>),
    /// The slice is used up, or the run is stopped.
    Slice(Box<Frame>),
}

/// How the dispatch goes on after something that was not simple.
pub(crate) enum Next {
    /// With the frame that is current now.
    Go,
    /// The thread waits.
    Blocks(interleave_core::Block<Vm>),
    Slice,
    /// The outermost frame has ended or yields.
    Ended(Rest),
}

/// The machine, as the frames need it.
pub(crate) type Loop = Machine<Vm>;
