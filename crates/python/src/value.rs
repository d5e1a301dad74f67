//! Values: what a register, a variable or an element of a list holds.
//!
//! Numbers, truths and `None` are kept in place; everything else is shared and
//! counted. What each shared thing is, is in `object`.

use std::mem;
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

pub(crate) use crate::object::text::{Str, intern};
use crate::object::{
    Bytes, CellObject, Class, Dict, Function, Generator, Instance, Iter, List, Method, Module,
    NativeFunction, Range, Set, Slice, Traceback, Tuple,
};
use crate::provenance::Origin;

/// Any Python value, in sixteen bytes.
#[derive(Clone, Debug, Default)]
pub(crate) enum Value {
    /// A register that holds nothing, a variable that is not bound.
    #[default]
    Unset,
    None,
    NotImplemented,
    Ellipsis,
    Bool(bool),
    Int(i64, Origin),
    /// An int beyond 64 bits; never one that would fit.
    Big(Rc<BigInt>),
    Float(f64, Origin),
    Complex(Rc<(f64, f64)>),
    Str(Str),
    Bytes(Rc<Bytes>),
    Tuple(Rc<Tuple>),
    List(Rc<List>),
    Dict(Rc<Dict>),
    /// A set or a frozenset.
    Set(Rc<Set>),
    Range(Rc<Range>),
    Slice(Rc<Slice>),
    /// An iterator of the machine's own.
    Iter(Rc<Iter>),
    Cell(Rc<CellObject>),
    Function(Rc<Function>),
    Native(Rc<NativeFunction>),
    Method(Rc<Method>),
    /// A generator, coroutine, or asynchronous generator.
    Generator(Rc<Generator>),
    Class(Rc<Class>),
    Module(Rc<Module>),
    Traceback(Rc<Traceback>),
    /// An object of a class that the program or a module defines, exceptions among them.
    Instance(Rc<Instance>),
}

impl Value {
    pub(crate) fn int(number: i64) -> Self {
        Self::Int(number, Origin::NONE)
    }

    pub(crate) fn index(number: usize) -> Self {
        Self::int(i64::try_from(number).unwrap_or(i64::MAX))
    }

    pub(crate) fn big(number: BigInt) -> Self {
        match number.to_i64() {
            Some(small) => Self::int(small),
            None => Self::Big(Rc::new(number)),
        }
    }

    pub(crate) fn float(number: f64) -> Self {
        Self::Float(number, Origin::NONE)
    }

    pub(crate) fn str(text: &str) -> Self {
        Self::Str(Str::new(text))
    }

    pub(crate) fn string(text: String) -> Self {
        Self::Str(Str::from(text))
    }

    /// A text that is a name: shared with every other of the same letters.
    pub(crate) fn name(text: &str) -> Self {
        Self::Str(intern(text))
    }

    pub(crate) fn bytes(bytes: Vec<u8>) -> Self {
        Self::Bytes(Rc::new(Bytes::new(bytes)))
    }

    pub(crate) fn tuple(items: Vec<Self>) -> Self {
        Self::Tuple(Rc::new(Tuple::new(items)))
    }

    pub(crate) fn list(items: Vec<Self>) -> Self {
        Self::List(Rc::new(List::new(items)))
    }

    pub(crate) fn is_unset(&self) -> bool {
        matches!(self, Self::Unset)
    }

    pub(crate) fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// It is kept in place, and nothing ends when it is let go.
    #[inline]
    pub(crate) fn is_plain(&self) -> bool {
        matches!(
            self,
            Self::Unset
                | Self::None
                | Self::NotImplemented
                | Self::Ellipsis
                | Self::Bool(_)
                | Self::Int(..)
                | Self::Float(..)
        )
    }

    /// Lets go of what is in a place; nothing is called if that is plain.
    #[inline]
    pub(crate) fn empty(&mut self) -> &mut Self {
        if !self.is_plain() {
            drop(mem::take(self));
        }
        self
    }

    /// Fills a place that has been emptied. A value is best made for its place: what is made part by part and read as a
    /// whole at once has to wait for its parts.
    #[inline]
    pub(crate) fn fill(&mut self, value: Self) {
        mem::forget(mem::replace(self, value));
    }

    /// Puts the same into another place.
    #[inline]
    pub(crate) fn copy_to(&self, place: &mut Self) {
        let place = place.empty();
        match self {
            Self::Int(number, origin) => place.fill(Self::Int(*number, *origin)),
            Self::Float(number, origin) => place.fill(Self::Float(*number, *origin)),
            Self::Function(function) => place.fill(Self::Function(function.clone())),
            Self::Native(function) => place.fill(Self::Native(function.clone())),
            Self::Instance(instance) => place.fill(Self::Instance(instance.clone())),
            other => place.fill(other.clone()),
        }
    }

    /// Moves it to an empty place.
    #[inline]
    pub(crate) fn move_to(&mut self, place: &mut Self) {
        match self {
            Self::Int(number, origin) => {
                place.fill(Self::Int(*number, *origin));
                self.fill(Self::Unset);
            }
            other => mem::swap(other, place),
        }
    }

    /// As `clone`, but nothing is called for what is plain.
    #[inline]
    pub(crate) fn copied(&self) -> Self {
        match self {
            Self::Int(number, origin) => Self::Int(*number, *origin),
            Self::Float(number, origin) => Self::Float(*number, *origin),
            Self::Bool(truth) => Self::Bool(*truth),
            Self::None => Self::None,
            other => other.clone(),
        }
    }

    /// Python's `is`.
    pub(crate) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Unset, Self::Unset)
            | (Self::None, Self::None)
            | (Self::NotImplemented, Self::NotImplemented)
            | (Self::Ellipsis, Self::Ellipsis) => true,
            (Self::Bool(left), Self::Bool(right)) => left == right,
            (Self::Int(left, _), Self::Int(right, _)) => left == right,
            (Self::Float(left, _), Self::Float(right, _)) => left.to_bits() == right.to_bits(),
            (Self::Big(left), Self::Big(right)) => Rc::ptr_eq(left, right),
            (Self::Complex(left), Self::Complex(right)) => Rc::ptr_eq(left, right),
            (Self::Str(left), Self::Str(right)) => left.is(right) || (left.len() <= 1 && left == right),
            (Self::Bytes(left), Self::Bytes(right)) => Rc::ptr_eq(left, right),
            (Self::Tuple(left), Self::Tuple(right)) => {
                Rc::ptr_eq(left, right)
                    || (left.is_empty() && right.is_empty() && left.class().is(right.class()))
            }
            (Self::List(left), Self::List(right)) => Rc::ptr_eq(left, right),
            (Self::Dict(left), Self::Dict(right)) => Rc::ptr_eq(left, right),
            (Self::Set(left), Self::Set(right)) => Rc::ptr_eq(left, right),
            (Self::Range(left), Self::Range(right)) => Rc::ptr_eq(left, right),
            (Self::Slice(left), Self::Slice(right)) => Rc::ptr_eq(left, right),
            (Self::Iter(left), Self::Iter(right)) => Rc::ptr_eq(left, right),
            (Self::Cell(left), Self::Cell(right)) => Rc::ptr_eq(left, right),
            (Self::Function(left), Self::Function(right)) => Rc::ptr_eq(left, right),
            (Self::Native(left), Self::Native(right)) => Rc::ptr_eq(left, right),
            (Self::Method(left), Self::Method(right)) => Rc::ptr_eq(left, right),
            (Self::Generator(left), Self::Generator(right)) => Rc::ptr_eq(left, right),
            (Self::Class(left), Self::Class(right)) => Rc::ptr_eq(left, right),
            (Self::Module(left), Self::Module(right)) => Rc::ptr_eq(left, right),
            (Self::Traceback(left), Self::Traceback(right)) => Rc::ptr_eq(left, right),
            (Self::Instance(left), Self::Instance(right)) => Rc::ptr_eq(left, right),
            _ => false,
        }
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<Str> for Value {
    fn from(text: Str) -> Self {
        Self::Str(text)
    }
}
