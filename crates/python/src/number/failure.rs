//! What goes wrong in a computation: the class of the exception to raise, and its text.

/// The exception classes that a computation on plain values can call for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ErrorClass {
    Index,
    Memory,
    Overflow,
    Type,
    Value,
    ZeroDivision,
}

/// An exception to raise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) class: ErrorClass,
    pub(crate) text: String,
}

pub(crate) type Outcome<T> = Result<T, Failure>;

impl Failure {
    pub(crate) fn index(text: impl Into<String>) -> Self {
        Self { class: ErrorClass::Index, text: text.into() }
    }

    pub(crate) fn overflow(text: impl Into<String>) -> Self {
        Self { class: ErrorClass::Overflow, text: text.into() }
    }

    pub(crate) fn type_error(text: impl Into<String>) -> Self {
        Self { class: ErrorClass::Type, text: text.into() }
    }

    pub(crate) fn value(text: impl Into<String>) -> Self {
        Self { class: ErrorClass::Value, text: text.into() }
    }

    pub(crate) fn zero_division(text: impl Into<String>) -> Self {
        Self { class: ErrorClass::ZeroDivision, text: text.into() }
    }

    /// A result that would not fit in what a run may hold. CPython's text is empty;
    /// a reader deserves the figure.
    pub(crate) fn too_large(what: &str, size: u64, limit: u64) -> Self {
        let text = format!("{what} of {size} exceeds what this playground computes ({limit})");
        Self { class: ErrorClass::Memory, text }
    }
}

/// Refuses a text or byte string of more than `limit` bytes before it is built.
pub(crate) fn within_bytes(size: usize, limit: usize) -> Outcome<()> {
    if size <= limit {
        Ok(())
    } else {
        Err(Failure::too_large("a length in bytes", size as u64, limit as u64))
    }
}
