//! A script as a program of the core: variables, and routines that are stacks of
//! frames. What a step does is in `steps`; what the words of the library mean, in `calls`.

use std::cell::Cell;
use std::mem;
use std::rc::Rc;

use interleave_core::{
    Block, Code, ConcurrentFuture, Coroutine, Flow, Future, Input, Kind, Machine, Output, Program, Raised,
    Report, Step as Wish, seconds,
};
use interleave_trace::Span;

use super::language::{BodyKind, Script, Step, parse_expr};
use super::steps::Activation;
use super::values::{Exception, Value};

/// The state that a script's routines share.
pub(crate) struct Scripted {
    pub(crate) script: Rc<Script>,
    variables: Vec<(String, Value)>,
    pub(crate) lines: Vec<String>,
    /// The exceptions that tasks were resumed with and that had to be asked for.
    pub(crate) asked_for: Vec<String>,
    /// It rests after each of its steps, as a program does whose slice is used up.
    pub(crate) pauses: bool,
}

/// Frames, and the name under which they print.
pub(crate) struct Routine(Box<Stack>);

struct Stack {
    who: Rc<str>,
    frames: Vec<Frame>,
}

pub(crate) enum Frame {
    /// Steps of the script.
    Script(Activation),
    Native(Box<dyn Coroutine<Scripted>>),
    Awaiting(Future<Scripted>),
    /// Prints how the frame above has ended.
    Outcome,
    /// What a call that may hold its thread up gives after that.
    Waiting(Option<Block<Scripted>>, Given),
    /// Computes for so many nanoseconds.
    Computing(i64),
}

pub(crate) enum Given {
    Value(Value),
    ResultOf(ConcurrentFuture<Scripted>),
}

/// What a frame wants when it comes to rest.
pub(crate) enum Turn {
    Ends(Result<Value, Exception>),
    Rests(Flow<Scripted>),
    Calls(Frame),
    /// A routine of the library's making, such as the body of a `wait_for`.
    CallsRoutine(Routine),
    Answered(Input<Scripted>),
}

impl Routine {
    pub(crate) fn new(who: &str, frame: Frame) -> Self {
        Self(Box::new(Stack { who: who.into(), frames: vec![frame] }))
    }

    pub(crate) fn who(&self) -> &str {
        &self.0.who
    }
}

impl Frame {
    /// The beginning of a body of the script, if there is one of this name.
    pub(crate) fn of_body(script: &Script, name: &str) -> Option<(Self, BodyKind)> {
        let body = script.body(name)?;
        let steps = Rc::clone(&body.steps);
        let activation = match &body.kind {
            BodyKind::Coroutine => Activation::new(steps),
            BodyKind::Function(parameter) => Activation::of_function(name, parameter.clone(), steps),
        };
        Some((Self::Script(activation), body.kind.clone()))
    }

    pub(crate) fn native(coroutine: impl Coroutine<Scripted> + 'static) -> Self {
        Self::Native(Box::new(coroutine))
    }
}

impl Scripted {
    pub(crate) fn new(script: Rc<Script>, pauses: bool) -> Self {
        Self { script, variables: Vec::new(), lines: Vec::new(), asked_for: Vec::new(), pauses }
    }

    /// The routine of a whole script.
    pub(crate) fn main(&self) -> Routine {
        let globals = self.script.globals.iter().map(|(name, expr)| Step::Do {
            target: Some(name.clone()),
            awaits: false,
            expr: expr.clone(),
        });
        let run = match self.script.body("program") {
            Some(_) => "program()",
            None => "run(main())",
        };
        let run = Step::Return(Some(parse_expr(run)));
        let script = Frame::Script(Activation::new(globals.chain([run]).collect()));
        Routine(Box::new(Stack { who: "program".into(), frames: vec![Frame::Outcome, script] }))
    }

    pub(crate) fn say(&mut self, machine: &Machine<Self>, who: &str, text: &str) {
        self.lines.push(format!("{}  {who}  {text}", moment(machine.now().ns)));
    }

    pub(crate) fn set(&mut self, name: &str, value: Value) {
        let place = self.variables.iter_mut().find(|(other, _)| other == name);
        match place {
            // What it was may be the last of something, which is dropped when the variable is free.
            Some((_, place)) => drop(mem::replace(place, value)),
            None => self.variables.push((name.to_owned(), value)),
        }
    }

    pub(crate) fn delete(&mut self, name: &str) {
        if let Some(at) = self.variables.iter().position(|(other, _)| other == name) {
            drop(self.variables.remove(at));
        }
    }

    pub(crate) fn look_up(&self, name: &str) -> Result<Value, Exception> {
        if let Some((_, value)) = self.variables.iter().find(|(other, _)| other == name) {
            return Ok(value.clone());
        }
        match name {
            "None" => Ok(Value::Nothing),
            "True" => Ok(Value::Truth(true)),
            "False" => Ok(Value::Truth(false)),
            "inf" => Ok(Value::Number(f64::INFINITY)),
            "nan" => Ok(Value::Number(f64::NAN)),
            "FIRST_COMPLETED" | "FIRST_EXCEPTION" | "ALL_COMPLETED" => Ok(Value::text(name)),
            _ if self.script.body(name).is_some_and(|body| body.kind != BodyKind::Coroutine) => {
                Ok(Value::Function(name.into()))
            }
            _ => Err(Exception::saying("NameError", format!("name '{name}' is not defined"))),
        }
    }

    /// The program is over: its variables go, in the order in which tasks and futures were made.
    pub(crate) fn tear_down(&mut self, machine: &mut Machine<Self>) {
        machine.bury(self);
        let mut left: Vec<_> = mem::take(&mut self.variables).into_iter().map(|(_, value)| value).collect();
        left.sort_by_key(|value| match value {
            Value::Future(future) => (0, future.id()),
            _ => (1, Default::default()),
        });
        for value in left {
            drop(value);
            machine.bury(self);
        }
        machine.end(self);
    }

    /// The variable that holds this future.
    pub(crate) fn name_of(&self, future: &Future<Self>) -> Option<&str> {
        let holds = |value: &Value| matches!(value, Value::Future(other) if other.is(future));
        self.variables.iter().find(|(_, value)| holds(value)).map(|(name, _)| name.as_str())
    }

    fn advance(
        &mut self,
        machine: &mut Machine<Self>,
        who: &Rc<str>,
        frame: &mut Frame,
        input: Input<Self>,
    ) -> Turn {
        match frame {
            Frame::Script(activation) => self.advance_script(machine, who, activation, input),
            Frame::Native(native) => match step_of(&mut **native, machine, input) {
                Wish::Await(future) => Turn::Rests(Flow::Await(future)),
                Wish::Pass => Turn::Rests(Flow::Pass),
                Wish::Call(routine) => Turn::CallsRoutine(routine),
                Wish::Block(block) => Turn::Rests(Flow::Block(block)),
                Wish::Report(report) => {
                    self.report(machine, report);
                    Turn::Answered(Input::Value(Value::Nothing))
                }
                Wish::IsTrue(value) => Turn::Answered(Input::Answer(value.is_true())),
                Wish::IsLess(left, right) => Turn::Answered(match (left, right) {
                    (Value::Number(left), Value::Number(right)) => Input::Answer(left < right),
                    _ => Input::Throw(Exception::saying("TypeError", "'<' not supported")),
                }),
                Wish::Return(output) => Turn::Ends(Ok(self.output(output))),
                Wish::Raise(exception) => Turn::Ends(Err(exception)),
            },
            Frame::Outcome => {
                let outcome = match input {
                    Input::Throw(exception) => exception.to_string(),
                    Input::Value(value) if !matches!(value, Value::Nothing) => value.to_string(),
                    _ => "done".to_owned(),
                };
                self.lines.push(format!("{}  {outcome}", moment(machine.now().ns)));
                Turn::Ends(Ok(Value::Nothing))
            }
            Frame::Awaiting(future) => match input {
                Input::Start if !future.is_done() => Turn::Rests(Flow::Await(future.clone())),
                Input::Throw(exception) => Turn::Ends(Err(exception)),
                _ => Turn::Ends(future.result()),
            },
            Frame::Waiting(block, given) => match (block.take(), input) {
                (_, Input::Throw(exception)) => Turn::Ends(Err(exception)),
                (Some(block), _) => Turn::Rests(Flow::Block(block)),
                (None, _) => Turn::Ends(match given {
                    Given::Value(value) => Ok(value.clone()),
                    Given::ResultOf(job) => job.result().unwrap_or(Ok(Value::Nothing)),
                }),
            },
            Frame::Computing(left) => {
                while *left > 0 {
                    let part = machine.may_compute().min(*left);
                    if part == 0 {
                        return Turn::Rests(Flow::Block(Block::Turn));
                    }
                    machine.compute(part);
                    *left -= part;
                }
                Turn::Ends(Ok(Value::Nothing))
            }
        }
    }

    fn output(&self, output: Output<Self>) -> Value {
        let list = |futures: Vec<_>| Value::List(futures.into_iter().map(Value::Future).collect());
        match output {
            Output::Nothing => Value::Nothing,
            Output::Bool(truth) => Value::Truth(truth),
            #[expect(clippy::cast_precision_loss, reason = "scripts count to small numbers")]
            Output::Count(count) => Value::Number(count as f64),
            Output::Value(value) => value,
            Output::Future(future) => Value::Future(future),
            Output::Sets(done, pending) => Value::List(Rc::new([list(done), list(pending)])),
        }
    }

    /// A coroutine that nobody will resume again learns so by a `GeneratorExit`.
    fn close(&mut self, machine: &mut Machine<Self>, mut routine: Routine) {
        for frame in &mut routine.0.frames {
            if let Frame::Native(native) = frame {
                native.close(machine);
            }
        }
        routine.0.frames.retain(|frame| matches!(frame, Frame::Script(activation) if activation.has_begun()));
        let current = machine.running_loop().and_then(|home| machine.current_task(home));
        routine.0.who = current.map_or("-".into(), |task| task.name().into());
        let mut input = Input::Throw(Exception::new("GeneratorExit", []));
        // A coroutine that awaits something all the same is left where it is.
        while let Flow::Slice = self.resume(machine, &mut routine, input) {
            input = Input::Continue;
        }
    }
}

impl Program for Scripted {
    type Value = Value;
    type Exception = Exception;
    type Routine = Routine;
    type Face = Cell<u32>;

    fn resume(
        &mut self,
        machine: &mut Machine<Self>,
        routine: &mut Routine,
        mut input: Input<Self>,
    ) -> Flow<Self> {
        let stack = &mut *routine.0;
        if matches!(input, Input::Start)
            && let Some(task) = machine.running_loop().and_then(|home| machine.current_task(home))
        {
            task.set_name(&stack.who);
        }
        loop {
            let Some(mut frame) = stack.frames.pop() else {
                return match input {
                    Input::Throw(exception) => Flow::Raise(exception),
                    Input::Value(value) => Flow::Return(value),
                    _ => Flow::Return(Value::Nothing),
                };
            };
            input = match self.advance(machine, &stack.who, &mut frame, input) {
                Turn::Ends(Ok(value)) => Input::Value(value),
                Turn::Ends(Err(exception)) => Input::Throw(exception),
                Turn::Rests(flow) => {
                    stack.frames.push(frame);
                    return flow;
                }
                Turn::Calls(callee) => {
                    stack.frames.extend([frame, callee]);
                    Input::Start
                }
                Turn::CallsRoutine(callee) => {
                    stack.frames.push(frame);
                    stack.frames.extend(callee.0.frames);
                    Input::Start
                }
                Turn::Answered(answer) => {
                    stack.frames.push(frame);
                    answer
                }
            };
        }
    }

    fn report(&mut self, machine: &mut Machine<Self>, report: Report<Self>) {
        let words = match report {
            Report::CallbackFailed(_, exception) => format!("Exception in callback: {exception}"),
            Report::NeverRetrieved(lost) => {
                let exception = lost.peek_exception().expect("that is what is reported");
                format!("{} exception was never retrieved: {exception}", lost.class_name())
            }
            Report::TaskDestroyed(_) => "Task was destroyed but it is pending!".to_owned(),
            Report::CodeDropped(routine) => return self.close(machine, routine),
            Report::StepTookLong(_, took) | Report::CallTookLong(_, _, took) => {
                format!("took {} ns", took.end - took.start)
            }
            Report::OrphanFailed { exception, .. } => format!("Task: {exception}"),
            Report::FailedWhileEnding(_, exception) => {
                format!("unhandled exception during asyncio.run() shutdown: {exception}")
            }
        };
        self.say(machine, "!", &words);
    }

    fn truth(truth: bool) -> Value {
        Value::Truth(truth)
    }

    fn is_plain(value: &Value) -> bool {
        matches!(value, Value::Nothing | Value::Truth(_) | Value::Number(_) | Value::Text(_))
    }

    fn asked_for(&mut self, _: &Machine<Self>, exception: &Exception) {
        self.asked_for.push(exception.to_string());
    }

    /// How often a future's exception was raised.
    fn raised_again(_: &Exception, face: &Cell<u32>) {
        face.set(face.get() + 1);
    }

    fn code(routine: &Routine) -> Code {
        Code { name: routine.who().to_owned(), defined: Span::default() }
    }

    fn call_name(routine: &Routine) -> String {
        routine.who().to_owned()
    }

    fn line(exception: &Exception) -> String {
        exception.to_string()
    }

    fn raise(raised: Raised<Self>) -> Exception {
        Exception::of(raised)
    }

    fn kind(exception: &Exception) -> Kind {
        exception.kind()
    }

    fn nothing() -> Value {
        Value::Nothing
    }

    fn list(values: Vec<Value>) -> Value {
        Value::List(values.into())
    }

    fn caught(exception: Exception) -> Value {
        Value::Exception(exception)
    }

    fn native(coroutine: Box<dyn Coroutine<Self>>) -> Routine {
        Routine::new("native", Frame::Native(coroutine))
    }
}

/// A closed loop that would have to call somebody is an error in whoever asks for it.
fn step_of(
    native: &mut dyn Coroutine<Scripted>,
    machine: &mut Machine<Scripted>,
    input: Input<Scripted>,
) -> Wish<Scripted> {
    machine.heed_closed_loops(|machine| native.resume(machine, input)).unwrap_or_else(Wish::Raise)
}

/// Virtual time as it is printed: to the millisecond, and further if need be.
pub(crate) fn moment(ns: i64) -> String {
    let text = format!("{:.9}", seconds(ns));
    let (whole, digits) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}.{}{}", &digits[..3], digits[3..].trim_end_matches('0'))
}
