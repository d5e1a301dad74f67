//! The shared things that values refer to, each as plain state with the
//! questions that need no program to answer. What Python code can do with them
//! is in `builtins`; what may call the program's own code, in `vm`.

pub(crate) mod bytes;
pub(crate) mod class;
pub(crate) mod dict;
pub(crate) mod exception;
pub(crate) mod function;
pub(crate) mod generator;
pub(crate) mod identity;
pub(crate) mod instance;
pub(crate) mod iter;
pub(crate) mod list;
pub(crate) mod module;
pub(crate) mod range;
pub(crate) mod set;
pub(crate) mod text;
pub(crate) mod trashcan;
pub(crate) mod tuple;
pub(crate) mod weak;

pub(crate) use bytes::Bytes;
pub(crate) use class::Class;
pub(crate) use dict::Dict;
pub(crate) use exception::{Exception, Traceback};
pub(crate) use function::{CellObject, Function, Method, NativeFunction};
pub(crate) use generator::Generator;
pub(crate) use identity::Id;
pub(crate) use instance::{Instance, Payload};
pub(crate) use iter::Iter;
pub(crate) use list::List;
pub(crate) use module::Module;
pub(crate) use range::{Range, Slice};
pub(crate) use set::Set;
pub(crate) use tuple::Tuple;
