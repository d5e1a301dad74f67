//! A program's whole life: compiled, run in slices, ended, and taken apart.

use std::rc::Rc;

use interleave_core::{Limit as LoopLimit, Machine, Stop};
use interleave_trace::{Limit, Origins, Span, Stopped, Trace};

use crate::code::{Source, compiled};
use crate::effort::Refused;
use crate::groundwork::Groundwork;
use crate::inspect::{self, Checkpoints, LiveTask};
use crate::modules;
use crate::object::exception::take_remains;
use crate::object::{Exception, Module};
use crate::options::Options;
use crate::settings;
use crate::types::names;
use crate::value::{Value, intern};
use crate::vm::program::Routine;
use crate::vm::{Halt, Vm, graves};

/// A program that runs, or could.
pub struct Execution {
    vm: Vm,
    machine: Machine<Vm>,
    ending: Option<Ending>,
    exit: i32,
    /// What there was to see when the program had ended well.
    last_sight: Option<Vec<LiveTask>>,
}

/// How a program came to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It ended, well or with an error of its own.
    Finished,
    /// It never began: there is a mistake in its text, at this place.
    Mistake(Span),
    /// Nothing could ever go on; what waits for what.
    Deadlock(String),
    /// A limit was reached.
    Limit(Stopped),
    /// A module may be in the library's second volume, which has to be given to the engine
    /// ([`provide_library`](crate::provide_library)) before the program is run again.
    Library,
}

/// What a run came to.
#[derive(Clone, Debug)]
pub struct Run {
    /// What was written to standard output, if nobody has taken it before.
    pub stdout: String,
    /// What was written to standard error.
    pub stderr: String,
    /// As of `python main.py`; 3 for a deadlock, 4 for a limit.
    pub exit: i32,
    /// Virtual time at the end, in nanoseconds.
    pub end_ns: i64,
    /// Iterations of all event loops.
    pub iterations: u64,
    /// Instructions.
    pub instructions: u64,
    /// How it ended.
    pub ending: Ending,
    /// What happened, if a record was asked for.
    pub trace: Option<Trace>,
    /// Where the run was, now and then, if a record was asked for: the way back to a moment.
    pub checkpoints: Checkpoints,
    /// Where the numbers in the trace come from.
    pub origins: Origins,
}

/// Runs a program to its end.
pub fn run(source: &str, options: &Options) -> Run {
    match Execution::new(source, options) {
        Ok(mut execution) => {
            while !execution.advance(u64::MAX) {}
            execution.finish()
        }
        Err(run) => *run,
    }
}

impl Execution {
    /// Compiles a program; what is wrong with it, as a run that has ended.
    pub fn new(source: &str, options: &Options) -> Result<Self, Box<Run>> {
        Self::on(Groundwork::lay(), source, options)
    }

    /// The same, on ground that has been laid before.
    pub fn on(ground: Groundwork, source: &str, options: &Options) -> Result<Self, Box<Run>> {
        if source.len() > options.limits.source {
            let limit = Limit::Source { bytes: source.len(), most: options.limits.source };
            let stopped = Stopped { limit, at: None, ideal: false };
            return Err(Box::new(Run::refused(Ending::Limit(stopped), String::new(), 4)));
        }
        let mut literals = Vec::new();
        let mut warnings = interleave_syntax::wrong_escapes(source);
        let filename = intern(&options.filename);
        let text = Rc::new(Source::new(filename, source.into(), false));
        let compiler_options = interleave_compiler::Options {
            literals: (options.record && options.origins).then_some(&mut literals),
            warnings: Some(&mut warnings),
            marks_lines: options.record,
            ..Default::default()
        };
        let code = match compiled(source, &text, compiler_options) {
            Ok(code) => code,
            Err(error) => {
                let stderr = interleave_syntax::render(&error, &options.filename);
                return Err(Box::new(Run::refused(Ending::Mistake(error.span), stderr, 1)));
            }
        };
        let mut vm = ground.with(options);
        if vm.options.stdin.is_empty() {
            vm.options.stdin = settings::input(source);
        }
        for (span, message) in warnings {
            let number = text.line_of(span.start);
            let line = text.line(number).trim();
            let shown = format!("{}:{number}: SyntaxWarning: {message}\n  {line}\n", options.filename);
            vm.output.write_error(&shown);
        }
        vm.literals = literals;
        vm.sources.push(text);
        let main = Module::new(&names().main);
        main.namespace.set_name("__doc__", code.doc.clone().map_or(Value::None, Value::Str));
        for unknown in ["__package__", "__loader__", "__spec__"] {
            main.namespace.set_name(unknown, Value::None);
        }
        let builtins = vm.builtins_module();
        main.namespace.set_name("__annotations__", Value::Dict(Rc::default()));
        main.namespace.set_name("__builtins__", builtins.clone());
        main.namespace.set_name("__file__", Value::str(&options.filename));
        main.namespace.set_name("__cached__", Value::None);
        let namespace = main.namespace.clone();
        drop(vm.modules.set_str(&names().main, Value::Module(Rc::new(main))));
        drop(vm.modules.set_str(&intern("builtins"), builtins));
        let function = vm.module_function(code, namespace);
        let frame = vm.blank_frame(function);
        let limits = interleave_core::Limits {
            events: options.limits.events,
            lines: options.limits.lines,
            ..Default::default()
        };
        let mut machine = Machine::new(Routine::main(frame), limits);
        let cost_ns = vm.settings().cost_ns;
        vm.start_work(cost_ns.into());
        if options.record {
            machine.record();
        }
        Ok(Self { vm, machine, ending: None, exit: 0, last_sight: None })
    }

    /// Lets the program run for at most so many instructions; whether it has ended.
    pub fn advance(&mut self, instructions: u64) -> bool {
        self.advance_until(usize::MAX, instructions)
    }

    /// The same; it stops, too, when so many events are on the record, before anything else is done.
    /// Whether it has come so far, or has ended.
    pub(crate) fn advance_until(&mut self, events: usize, instructions: u64) -> bool {
        if self.ending.is_some() {
            return true;
        }
        self.vm.grant_until(events, instructions);
        let stop = self.machine.run(&mut self.vm);
        let ending = match stop {
            Stop::Finished(result) => {
                self.last_sight = self.vm.options.record.then(|| inspect::survey_of_module(&self.vm));
                self.end(result);
                // Last words may come to a limit, too, and warnings may need the library.
                self.vm.stop.take().map_or(Ending::Finished, |halt| self.halted(halt))
            }
            Stop::Deadlock => {
                self.exit = 3;
                Ending::Deadlock(modules::asyncio::deadlock::explain(&mut self.vm, &mut self.machine))
            }
            Stop::Limit(limit) => self.stopped(match limit {
                LoopLimit::Iterations => Limit::Iterations,
                LoopLimit::Time => Limit::Time,
            }),
            Stop::Slice => match self.vm.stop.take() {
                Some(halt) => self.halted(halt),
                None => return self.machine.events() >= events,
            },
        };
        self.ending = Some(ending);
        true
    }

    /// Takes what was written since the last time: standard output and standard error.
    pub fn take_output(&mut self) -> (String, String) {
        self.vm.output.take()
    }

    /// How the program has ended, if it has.
    pub fn ending(&self) -> Option<&Ending> {
        self.ending.as_ref()
    }

    /// Instructions run so far.
    pub fn instructions(&self) -> u64 {
        self.vm.instructions_run()
    }

    /// Events on the record so far.
    pub fn events(&self) -> usize {
        self.machine.events()
    }

    /// Every task and thread that is in the middle of code of the program's own file, with its variables.
    /// Looking changes nothing. Of a recorded program that has ended: the variables of its module.
    pub fn inspect(&self) -> Vec<LiveTask> {
        self.last_sight.clone().unwrap_or_else(|| inspect::survey(&self.machine))
    }

    /// Virtual time, in nanoseconds.
    pub fn now_ns(&self) -> i64 {
        self.machine.now().ns
    }

    /// What the run came to; a program that has not ended is left where it is. There is nothing more to be had then.
    pub fn finish(&mut self) -> Run {
        let (stdout, stderr) = self.vm.output.take();
        Run {
            stdout,
            stderr,
            exit: self.exit,
            end_ns: self.machine.now().ns,
            iterations: self.machine.iterations(),
            instructions: self.vm.instructions_run(),
            ending: self.ending.take().unwrap_or(Ending::Finished),
            trace: self.machine.take_trace(),
            checkpoints: std::mem::take(&mut self.vm.checkpoints),
            origins: Origins {
                literals: std::mem::take(&mut self.vm.literals),
                computed: std::mem::take(&mut self.vm.provenance).into_computed(),
            },
        }
    }

    /// The main thread and all others have ended: last words, and the exit code.
    fn end(&mut self, result: Result<Value, Exception>) {
        // Last words are not cut into slices.
        self.vm.end_slices();
        drop(result);
        let told = self.vm.call_prelude(&mut self.machine, "end_of_program", Vec::new());
        self.exit = if told.is_some() { self.vm.exit } else { 1 };
        self.vm.tear_down(&mut self.machine);
    }

    fn halted(&mut self, halt: Halt) -> Ending {
        let limits = &self.vm.options.limits;
        let limit = match halt {
            Halt::Library => {
                self.exit = 4;
                return Ending::Library;
            }
            Halt::Instructions => Limit::Instructions(limits.instructions),
            Halt::Memory => Limit::Memory(limits.memory >> 20),
            Halt::Output => Limit::Output(limits.output >> 20),
            Halt::Refused(Refused::Pattern) => Limit::Pattern,
            Halt::Refused(Refused::Numbers) => Limit::Numbers,
            Halt::Time => Limit::Time,
        };
        self.stopped(limit)
    }

    fn stopped(&mut self, limit: Limit) -> Ending {
        self.exit = 4;
        let ideal = self.vm.settings().cost_ns == 0;
        Ending::Limit(Stopped { limit, at: self.vm.stopped_at.take(), ideal })
    }
}

impl Drop for Execution {
    fn drop(&mut self) {
        graves::close();
        take_remains(|_| true).iter().for_each(|remains| remains.clear());
        self.vm.dissolve();
    }
}

impl Run {
    fn refused(ending: Ending, stderr: String, exit: i32) -> Self {
        Self {
            stdout: String::new(),
            stderr,
            exit,
            end_ns: 0,
            iterations: 0,
            instructions: 0,
            ending,
            trace: None,
            checkpoints: Checkpoints::default(),
            origins: Origins::default(),
        }
    }
}
