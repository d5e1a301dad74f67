//! What scripts do, as a program of the core: frames on a stack of their own, one
//! step at a time. What the words of the library mean is in `calls`.

use std::mem;
use std::rc::Rc;

use interleave_core::{
    AsCompleted, Block as Blocking, ConcurrentFuture, Coroutine, Flow, Future, Input, Kind, Machine, Output, Program, Raised,
    Report, Step as Wish, seconds,
};

use super::calls::{Manager, Thing};
use super::language::{Block, BodyKind, Expr, Handler, Operator, Piece, Script, Step};
use super::values::{Exception, Value};

/// The state that a script's routines share.
pub(crate) struct Scripted {
    pub(crate) script: Rc<Script>,
    variables: Vec<(String, Value)>,
    pub(crate) lines: Vec<String>,
    /// It rests after each of its steps, as a program does whose slice is used up.
    pauses: bool,
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
    Waiting(Option<Blocking<Scripted>>, Given),
}

pub(crate) enum Given {
    Value(Value),
    ResultOf(ConcurrentFuture<Scripted>),
}

/// A body that has begun.
pub(crate) struct Activation {
    nests: Vec<Nest>,
    then: Then,
    parameter: Option<String>,
}

/// Steps inside each other.
struct Nest {
    kind: NestKind,
    steps: Block,
    next: usize,
}

enum NestKind {
    Plain,
    Repeat(u32),
    While(Expr),
    For(String, Items),
    AsyncFor(String, AsCompleted<Scripted>),
    Try(Vec<Handler>, Option<Block>),
    Handler(Exception, Option<String>, Option<Block>),
    Finally(Completion),
    With(Manager),
}

/// What `for` goes through.
pub(crate) enum Items {
    Values(std::vec::IntoIter<Value>),
    Completed(AsCompleted<Scripted>),
}

/// What happens with the value of the frame above.
enum Then {
    Forget,
    Assign(String),
    /// What was called gave something to await.
    Await(Box<Then>),
    Return,
    /// `with` has begun.
    Enter(Manager, Option<String>, Block),
    /// `with` has ended; a true value takes the exception back.
    Leave(Completion),
    /// `async for` has an item.
    Item(String, AsCompleted<Scripted>, Block),
}

#[derive(Clone)]
pub(crate) enum Completion {
    Normal,
    Return(Value),
    Raise(Exception),
}

enum Turn {
    Ends(Result<Value, Exception>),
    Rests(Flow<Scripted>),
    Calls(Frame),
    /// A routine of the library's making, such as the body of a `wait_for`.
    CallsRoutine(Routine),
    Answered(Input<Scripted>),
}

/// Within one activation.
enum Next {
    Step,
    Leave(Completion),
    Turn(Turn),
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
        let parameter = match &body.kind {
            BodyKind::Coroutine => None,
            BodyKind::Function(parameter) => parameter.clone(),
        };
        Some((Self::Script(Activation::new(Rc::clone(&body.steps), parameter)), body.kind.clone()))
    }

    pub(crate) fn native(coroutine: impl Coroutine<Scripted> + 'static) -> Self {
        Self::Native(Box::new(coroutine))
    }
}

impl Scripted {
    pub(crate) fn new(script: Rc<Script>, pauses: bool) -> Self {
        Self { script, variables: Vec::new(), lines: Vec::new(), pauses }
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
        let run = Step::Return(Some(super::language::parse_expr(run)));
        let script = Frame::Script(Activation::new(globals.chain([run]).collect(), None));
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

    fn delete(&mut self, name: &str) {
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
    }

    fn advance(&mut self, machine: &mut Machine<Self>, who: &Rc<str>, frame: &mut Frame, input: Input<Self>) -> Turn {
        match frame {
            Frame::Script(activation) => self.advance_script(machine, who, activation, input),
            Frame::Native(native) => match native.resume(machine, input) {
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

    fn advance_script(
        &mut self,
        machine: &mut Machine<Self>,
        who: &Rc<str>,
        activation: &mut Activation,
        input: Input<Self>,
    ) -> Turn {
        let mut next = match input {
            Input::Throw(exception) => activation.receive_exception(exception),
            Input::Value(value) => self.receive(activation, value).unwrap_or_else(raise),
            Input::Done(future) => {
                if let Some(parameter) = &activation.parameter {
                    self.set(parameter, Value::Future(future));
                }
                Next::Step
            }
            Input::Start | Input::Signalled(_) | Input::Answer(_) | Input::Continue => Next::Step,
        };
        loop {
            next = match next {
                Next::Step => self.step(machine, who, activation).unwrap_or_else(raise),
                Next::Leave(completion) => self.leave(machine, activation, completion).unwrap_or_else(raise),
                Next::Turn(turn) => return turn,
            };
            machine.bury(self);
            if self.pauses && matches!(next, Next::Step) {
                return Turn::Rests(Flow::Slice);
            }
        }
    }

    /// The frame above has ended with a value.
    fn receive(&mut self, activation: &mut Activation, value: Value) -> Result<Next, Exception> {
        Ok(match mem::replace(&mut activation.then, Then::Forget) {
            Then::Forget => Next::Step,
            Then::Assign(name) => {
                self.set(&name, value);
                Next::Step
            }
            Then::Await(then) => {
                activation.then = *then;
                Next::Turn(Turn::Calls(self.awaited(value)?))
            }
            Then::Return => Next::Leave(Completion::Return(value)),
            Then::Enter(manager, name, body) => {
                if let Some(name) = name {
                    self.set(&name, value);
                }
                activation.enter(NestKind::With(manager), &body);
                Next::Step
            }
            Then::Leave(Completion::Raise(_)) if value.is_true() => Next::Step,
            Then::Leave(completion) => go_on(completion),
            Then::Item(name, each, body) => {
                self.set(&name, value);
                activation.enter(NestKind::AsyncFor(name, each), &body);
                Next::Step
            }
        })
    }

    fn step(&mut self, machine: &mut Machine<Self>, who: &Rc<str>, activation: &mut Activation) -> Result<Next, Exception> {
        let Some(nest) = activation.nests.last_mut() else { return Ok(Next::Leave(Completion::Normal)) };
        let steps = Rc::clone(&nest.steps);
        let Some(step) = steps.get(nest.next) else { return Ok(Next::Leave(Completion::Normal)) };
        nest.next += 1;
        match step {
            Step::Do { target, awaits, expr } => {
                let then = target.clone().map_or(Then::Forget, Then::Assign);
                let (frame, then) = match (awaits, self.call(machine, expr)?) {
                    (true, Called::Frame(frame)) => (frame, Then::Await(Box::new(then))),
                    (false, Called::Frame(frame)) => (frame, then),
                    (true, Called::Value(value)) => (self.awaited(value)?, then),
                    (false, Called::Value(value)) => {
                        activation.then = then;
                        return self.receive(activation, value);
                    }
                };
                activation.then = then;
                return Ok(Next::Turn(Turn::Calls(frame)));
            }
            Step::Spawn(names) => {
                for name in names {
                    let task = self.create_task(machine, name)?;
                    self.set(name, task);
                }
            }
            Step::Print(pieces) => {
                let mut words = String::new();
                for piece in pieces {
                    match piece {
                        Piece::Text(text) => words.push_str(text),
                        Piece::Value(expr) => words.push_str(&self.eval(machine, expr)?.to_string()),
                    }
                }
                self.say(machine, who, &words);
            }
            Step::Raise(None) => return Ok(Next::Leave(Completion::Raise(activation.handled()))),
            Step::Raise(Some(expr)) => match self.eval(machine, expr)? {
                Value::Exception(exception) => return Err(exception),
                other => panic!("no exception: {other}"),
            },
            Step::Return(None) => return Ok(Next::Leave(Completion::Return(Value::Nothing))),
            Step::Return(Some(expr)) => match self.call(machine, expr)? {
                Called::Value(value) => return Ok(Next::Leave(Completion::Return(value))),
                Called::Frame(frame) => {
                    activation.then = Then::Return;
                    return Ok(Next::Turn(Turn::Calls(frame)));
                }
            },
            Step::Pass => {}
            Step::Delete(name) => self.delete(name),
            Step::Repeat(0, _) => {}
            Step::Repeat(times, body) => activation.enter(NestKind::Repeat(*times), body),
            Step::While(expr, body) => {
                if self.eval(machine, expr)?.is_true() {
                    activation.enter(NestKind::While(expr.clone()), body);
                }
            }
            Step::If(expr, then, otherwise) => {
                let holds = self.eval(machine, expr)?.is_true();
                if let Some(body) = if holds { Some(then) } else { otherwise.as_ref() } {
                    activation.enter(NestKind::Plain, body);
                }
            }
            Step::For { awaits: true, name, each, body } => match self.eval(machine, each)? {
                Value::Thing(Thing::Completed(each)) => {
                    return Ok(next_item(activation, name.clone(), each, Rc::clone(body)));
                }
                other => panic!("no asynchronous iterator: {other}"),
            },
            Step::For { awaits: false, name, each, body } => {
                let items = match self.eval(machine, each)? {
                    Value::List(items) => Items::Values(items.to_vec().into_iter()),
                    Value::Thing(Thing::Completed(each)) => Items::Completed(each),
                    other => panic!("no iterator: {other}"),
                };
                self.next_of(activation, name.clone(), items, body);
            }
            Step::With { manager, name, body } => {
                let manager = self.eval(machine, manager)?;
                let (manager, frame) = Manager::enter(machine, &manager)?;
                activation.then = Then::Enter(manager, name.clone(), Rc::clone(body));
                return Ok(Next::Turn(Turn::Calls(frame)));
            }
            Step::Try { body, handlers, finally } => {
                activation.enter(NestKind::Try(handlers.clone(), finally.clone()), body);
            }
        }
        Ok(Next::Step)
    }

    /// The innermost steps end like this.
    fn leave(
        &mut self,
        machine: &mut Machine<Self>,
        activation: &mut Activation,
        completion: Completion,
    ) -> Result<Next, Exception> {
        let Some(nest) = activation.nests.pop() else {
            return Ok(Next::Turn(Turn::Ends(match completion {
                Completion::Normal => Ok(Value::Nothing),
                Completion::Return(value) => Ok(value),
                Completion::Raise(exception) => Err(exception),
            })));
        };
        let ended = matches!(completion, Completion::Normal);
        Ok(match nest.kind {
            NestKind::Repeat(left) if ended && left > 1 => {
                activation.enter(NestKind::Repeat(left - 1), &nest.steps);
                Next::Step
            }
            NestKind::While(expr) if ended => {
                if self.eval(machine, &expr)?.is_true() {
                    activation.enter(NestKind::While(expr), &nest.steps);
                }
                Next::Step
            }
            NestKind::For(name, items) if ended => {
                self.next_of(activation, name, items, &nest.steps);
                Next::Step
            }
            NestKind::AsyncFor(name, each) if ended => next_item(activation, name, each, nest.steps),
            NestKind::Plain
            | NestKind::Repeat(_)
            | NestKind::While(_)
            | NestKind::For(..)
            | NestKind::AsyncFor(..) => go_on(completion),
            NestKind::Try(handlers, finally) => {
                let caught = match &completion {
                    Completion::Raise(exception) => handlers.iter().find_map(|handler| {
                        let any = handler.kinds.is_empty() || handler.kinds.iter().any(|kind| exception.is_a(kind));
                        any.then(|| (exception.clone(), handler))
                    }),
                    Completion::Normal | Completion::Return(_) => None,
                };
                match caught {
                    Some((exception, handler)) => {
                        if let Some(name) = &handler.name {
                            self.set(name, Value::Exception(exception.clone()));
                        }
                        activation.enter(NestKind::Handler(exception, handler.name.clone(), finally), &handler.body);
                        Next::Step
                    }
                    None => activation.finally(finally, completion),
                }
            }
            NestKind::Handler(_, name, finally) => {
                if let Some(name) = name {
                    self.delete(&name);
                }
                activation.finally(finally, completion)
            }
            NestKind::Finally(before) => go_on(if ended { before } else { completion }),
            NestKind::With(manager) => {
                let frame = manager.exit(machine, &completion)?;
                activation.then = Then::Leave(completion);
                Next::Turn(Turn::Calls(frame))
            }
        })
    }

    fn next_of(&mut self, activation: &mut Activation, name: String, mut items: Items, body: &Block) {
        if let Some(item) = items.next() {
            self.set(&name, item);
            activation.enter(NestKind::For(name, items), body);
        }
    }

    /// The value of an expression that neither blocks nor calls the script.
    pub(crate) fn eval(&mut self, machine: &mut Machine<Self>, expr: &Expr) -> Result<Value, Exception> {
        match self.call(machine, expr)? {
            Called::Value(value) => Ok(value),
            Called::Frame(_) => panic!("this has to be a step of its own: {expr:?}"),
        }
    }

    fn call(&mut self, machine: &mut Machine<Self>, expr: &Expr) -> Result<Called, Exception> {
        Ok(Called::Value(match expr {
            Expr::Number(number) => Value::Number(*number),
            Expr::Text(text) => Value::text(text),
            Expr::Name(name) => self.look_up(name)?,
            Expr::List(items) => {
                Value::List(items.iter().map(|item| self.eval(machine, item)).collect::<Result<_, _>>()?)
            }
            Expr::Not(expr) => Value::Truth(!self.eval(machine, expr)?.is_true()),
            Expr::Binary(left, operator, right) => {
                let (left, right) = (self.eval(machine, left)?, self.eval(machine, right)?);
                let (Value::Number(left), Value::Number(right)) = (left, right) else { panic!("no numbers: {expr:?}") };
                match operator {
                    Operator::Plus => Value::Number(left + right),
                    Operator::Minus => Value::Number(left - right),
                    #[expect(clippy::float_cmp, reason = "Python compares so, too")]
                    Operator::Equals => Value::Truth(left == right),
                    Operator::Less => Value::Truth(left < right),
                }
            }
            Expr::Call { of: None, verb, args } => return self.call_function(machine, verb, args),
            Expr::Call { of: Some(of), verb, args } => {
                let of = self.eval(machine, of)?;
                return self.call_method(machine, &of, verb, args);
            }
            Expr::Attribute { of, name } => {
                let of = self.eval(machine, of)?;
                return self.call_method(machine, &of, name, &[]);
            }
        }))
    }
}

/// What a call gives.
pub(crate) enum Called {
    Value(Value),
    /// Something that has to run first.
    Frame(Frame),
}

impl Iterator for Items {
    type Item = Value;

    fn next(&mut self) -> Option<Value> {
        match self {
            Self::Values(values) => values.next(),
            Self::Completed(each) => each.next().map(|next| Value::coroutine("next", Frame::native(next))),
        }
    }
}

impl Activation {
    fn new(steps: Block, parameter: Option<String>) -> Self {
        let nests = vec![Nest { kind: NestKind::Plain, steps, next: 0 }];
        Self { nests, then: Then::Forget, parameter }
    }

    fn enter(&mut self, kind: NestKind, steps: &Block) {
        self.nests.push(Nest { kind, steps: Rc::clone(steps), next: 0 });
    }

    fn finally(&mut self, finally: Option<Block>, completion: Completion) -> Next {
        match finally {
            Some(steps) => {
                self.enter(NestKind::Finally(completion), &steps);
                Next::Step
            }
            None => go_on(completion),
        }
    }

    /// The frame above has ended with an exception.
    fn receive_exception(&mut self, exception: Exception) -> Next {
        match mem::replace(&mut self.then, Then::Forget) {
            Then::Item(..) if &*exception.class == "StopAsyncIteration" => Next::Step,
            _ => raise(exception),
        }
    }

    /// The exception that the innermost handler has caught.
    fn handled(&self) -> Exception {
        let handled = self.nests.iter().rev().find_map(|nest| match &nest.kind {
            NestKind::Handler(exception, ..) => Some(exception.clone()),
            _ => None,
        });
        handled.unwrap_or_else(|| Exception::saying("RuntimeError", "No active exception to reraise"))
    }
}

fn raise(exception: Exception) -> Next {
    Next::Leave(Completion::Raise(exception))
}

fn go_on(completion: Completion) -> Next {
    match completion {
        Completion::Normal => Next::Step,
        other => Next::Leave(other),
    }
}

fn next_item(activation: &mut Activation, name: String, each: AsCompleted<Scripted>, body: Block) -> Next {
    let frame = Frame::native(each.next_future());
    activation.then = Then::Item(name, each, body);
    Next::Turn(Turn::Calls(frame))
}

impl Program for Scripted {
    type Value = Value;
    type Exception = Exception;
    type Routine = Routine;

    fn resume(&mut self, machine: &mut Machine<Self>, routine: &mut Routine, mut input: Input<Self>) -> Flow<Self> {
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
                format!("{} exception was never retrieved: {}", lost.class, lost.exception)
            }
            Report::TaskDestroyed(routine) => {
                self.say(machine, "!", "Task was destroyed but it is pending!");
                return self.close(machine, routine);
            }
            Report::OrphanFailed { exception, .. } => format!("Task: {exception}"),
            Report::FailedWhileEnding(_, exception) => {
                format!("unhandled exception during asyncio.run() shutdown: {exception}")
            }
        };
        self.say(machine, "!", &words);
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

impl Scripted {
    /// A coroutine that nobody will resume again learns so by a `GeneratorExit`.
    fn close(&mut self, machine: &mut Machine<Self>, routine: Option<Routine>) {
        let Some(mut routine) = routine else { return };
        for frame in &mut routine.0.frames {
            if let Frame::Native(native) = frame {
                native.close(machine);
            }
        }
        routine.0.frames.retain(|frame| matches!(frame, Frame::Script(activation) if activation.has_begun()));
        routine.0.who = "-".into();
        let exit = Exception::new("GeneratorExit", []);
        // A coroutine that goes on all the same is left where it is.
        let _ = self.resume(machine, &mut routine, Input::Throw(exit));
    }
}

impl Activation {
    fn has_begun(&self) -> bool {
        self.nests.iter().any(|nest| nest.next > 0)
    }
}

/// Virtual time as it is printed: to the millisecond, and further if need be.
pub(crate) fn moment(ns: i64) -> String {
    let text = format!("{:.9}", seconds(ns));
    let (whole, digits) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}.{}{}", &digits[..3], digits[3..].trim_end_matches('0'))
}
