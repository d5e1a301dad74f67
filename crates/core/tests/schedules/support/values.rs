//! What scripts compute with: values, exceptions, and how both are shown, which is
//! how `show` of `prelude.py` shows them.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use interleave_core::{ConcurrentFuture, Future, Handle, Kind, Pool, Raised, Signal, Task};

use super::methods::Thing;
use super::program::{Frame, Scripted};

#[derive(Clone)]
pub(crate) enum Value {
    Nothing,
    Truth(bool),
    Number(f64),
    Text(Rc<str>),
    List(Rc<[Value]>),
    Exception(Exception),
    Future(Future<Scripted>),
    /// With the name that a task of it prints under.
    Coroutine(Unstarted, Rc<str>),
    /// A body of the script that is called, not awaited.
    Function(Rc<str>),
    Handle(Handle<Scripted>),
    Pool(Pool<Scripted>),
    Job(ConcurrentFuture<Scripted>),
    /// A thread, as the signal that it has ended.
    Thread(Signal),
    /// What tasks share.
    Thing(Thing),
}

/// A coroutine that nobody has awaited yet; whoever does takes it.
pub(crate) type Unstarted = Rc<RefCell<Option<Frame>>>;

#[derive(Clone)]
pub(crate) struct Exception {
    pub(crate) class: Rc<str>,
    pub(crate) args: Rc<[Value]>,
    /// Those that a group holds.
    pub(crate) members: Rc<[Exception]>,
}

impl Exception {
    pub(crate) fn new(class: &str, args: impl Into<Rc<[Value]>>) -> Self {
        Self { class: class.into(), args: args.into(), members: Rc::new([]) }
    }

    pub(crate) fn saying(class: &str, text: impl Into<Rc<str>>) -> Self {
        Self::new(class, [Value::Text(text.into())])
    }

    /// The exception that the loop raises.
    pub(crate) fn of(raised: Raised<Scripted>) -> Self {
        match raised {
            Raised::Cancelled(message) => Self::new("CancelledError", Vec::from_iter(message)),
            Raised::CancelledChild(message) => {
                Self::new("CancelledError", [message.unwrap_or(Value::Text("".into()))])
            }
            Raised::JobCancelled => Self::new("futures.CancelledError", []),
            Raised::Timeout(_) => Self::new("TimeoutError", []),
            Raised::InvalidState(text) => Self::saying("InvalidStateError", text),
            Raised::Runtime(text) => Self::saying("RuntimeError", text),
            Raised::Refused(_) => Self::saying("RuntimeError", "Event loop is closed"),
            Raised::ForeignFuture(..) => Self::saying("RuntimeError", "attached to a different loop"),
            Raised::AwaitsItself(_) => Self::saying("RuntimeError", "Task cannot await on itself"),
            Raised::OtherLoop(_) => Self::saying("RuntimeError", "bound to a different event loop"),
            Raised::NoLoop => {
                Self::saying("AttributeError", "'NoneType' object has no attribute 'create_future'")
            }
            Raised::StopAsyncIteration => Self::new("StopAsyncIteration", []),
            Raised::Value(text) => Self::saying("ValueError", text),
            Raised::QueueEmpty => Self::new("QueueEmpty", []),
            Raised::QueueFull => Self::new("QueueFull", []),
            Raised::QueueShutDown => Self::new("QueueShutDown", []),
            Raised::BrokenBarrier(text) => Self::saying("BrokenBarrierError", text),
            Raised::Group(text, members) => {
                let base = members.iter().any(|member| member.kind() != Kind::Ordinary);
                let class = if base { "BaseExceptionGroup" } else { "ExceptionGroup" };
                Self { members: members.into(), ..Self::saying(class, text) }
            }
        }
    }

    pub(crate) fn kind(&self) -> Kind {
        match &*self.class {
            "CancelledError" => Kind::Cancelled,
            "SystemExit" | "KeyboardInterrupt" => Kind::Exit,
            "BaseException" | "BaseExceptionGroup" | "GeneratorExit" => Kind::Base,
            _ => Kind::Ordinary,
        }
    }

    /// It is an instance of this class.
    pub(crate) fn is_a(&self, class: &str) -> bool {
        match class {
            "BaseException" => true,
            "Exception" => self.kind() == Kind::Ordinary,
            "RuntimeError" => matches!(&*self.class, "RuntimeError" | "BrokenBarrierError"),
            "BaseExceptionGroup" => self.class.ends_with("ExceptionGroup"),
            _ => *self.class == *class,
        }
    }
}

impl Value {
    pub(crate) fn coroutine(name: &str, frame: Frame) -> Self {
        Self::Coroutine(Rc::new(RefCell::new(Some(frame))), name.into())
    }

    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    pub(crate) fn is_true(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Truth(truth) => *truth,
            Self::Number(number) => *number != 0.0,
            Self::Text(text) => !text.is_empty(),
            Self::List(items) => !items.is_empty(),
            _ => true,
        }
    }
}

impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let args = self.args.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        if self.class.ends_with("ExceptionGroup") {
            let members = self.members.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            return write!(f, "{}({args}: [{members}])", self.class);
        }
        let name = self.class.rsplit('.').next().unwrap_or_default();
        write!(f, "{name}({args})")
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("None"),
            Self::Truth(true) => f.write_str("True"),
            Self::Truth(false) => f.write_str("False"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
            Self::List(items) => {
                let items = items.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                write!(f, "[{items}]")
            }
            Self::Exception(exception) => write!(f, "{exception}"),
            Self::Future(future) => match Task::of(future) {
                Some(task) => f.write_str(&task.name()),
                None => f.write_str("future"),
            },
            Self::Function(name) => f.write_str(name),
            Self::Coroutine(..) => f.write_str("coroutine"),
            Self::Handle(_) => f.write_str("handle"),
            Self::Pool(_) => f.write_str("pool"),
            Self::Job(_) => f.write_str("job"),
            Self::Thread(_) => f.write_str("thread"),
            Self::Thing(_) => f.write_str("thing"),
        }
    }
}
