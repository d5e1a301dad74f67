//! The steps of a script: bodies that have begun, and how each step and each
//! expression goes on. Frames and routines are in `program`; library calls, in `calls`.

use std::mem;
use std::rc::Rc;

use interleave_core::{AsCompleted, Flow, Input, Machine};

use super::language::{Block, Expr, Handler, Operator, Piece, Step};
use super::methods::{Manager, Thing};
use super::program::{Frame, Scripted, Turn};
use super::values::{Exception, Value};

/// A body that has begun.
pub(crate) struct Activation {
    nests: Vec<Nest>,
    then: Then,
    parameter: Option<String>,
    /// A function prints under its own name.
    function: Option<Rc<str>>,
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

/// Within one activation.
enum Next {
    Step,
    Leave(Completion),
    Turn(Turn),
}

impl Scripted {
    pub(crate) fn advance_script(
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
        machine.bury(self);
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

    fn step(
        &mut self,
        machine: &mut Machine<Self>,
        who: &Rc<str>,
        activation: &mut Activation,
    ) -> Result<Next, Exception> {
        let Some(nest) = activation.nests.last_mut() else {
            return Ok(Next::Leave(Completion::Normal));
        };
        let steps = Rc::clone(&nest.steps);
        let Some(step) = steps.get(nest.next) else {
            return Ok(Next::Leave(Completion::Normal));
        };
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
                self.say(machine, activation.function.as_ref().unwrap_or(who), &words);
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
                    Value::List(items) => Items::Values(Vec::from(&*items).into_iter()),
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
                        let any =
                            handler.kinds.is_empty() || handler.kinds.iter().any(|kind| exception.is_a(kind));
                        any.then(|| (exception.clone(), handler))
                    }),
                    Completion::Normal | Completion::Return(_) => None,
                };
                match caught {
                    Some((exception, handler)) => {
                        if let Some(name) = &handler.name {
                            self.set(name, Value::Exception(exception.clone()));
                        }
                        activation.enter(
                            NestKind::Handler(exception, handler.name.clone(), finally),
                            &handler.body,
                        );
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
                let (Value::Number(left), Value::Number(right)) = (left, right) else {
                    panic!("no numbers: {expr:?}")
                };
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
    pub(crate) fn new(steps: Block) -> Self {
        let nests = vec![Nest { kind: NestKind::Plain, steps, next: 0 }];
        Self { nests, then: Then::Forget, parameter: None, function: None }
    }

    pub(crate) fn of_function(name: &str, parameter: Option<String>, steps: Block) -> Self {
        Self { parameter, function: Some(name.into()), ..Self::new(steps) }
    }

    pub(crate) fn has_begun(&self) -> bool {
        self.nests.iter().any(|nest| nest.next > 0)
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
