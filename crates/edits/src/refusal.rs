//! Why a change of the picture can't be a change of the text, as data: whoever shows it finds the words.

use serde::{Deserialize, Serialize};

/// Why a change is not made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// The text has changed since the picture was drawn: there is no such step any more.
    Gone,
    /// The text does not parse; there is no picture to change.
    Broken,
    /// Other code stands on the same line.
    SharesLine,
    /// It would move into itself.
    IntoItself,
    /// The new text is not what may stand there: a number, an expression, a name.
    NotA(Wanted),
    /// The name is taken where it would be seen.
    Taken(String),
    /// The name is not the program's own: a module's, or a method of something that the program did not define.
    Foreign(String),
    /// The thing can't be handed to where it is wanted: the function is not only called, or takes whatever it is given.
    OutOfReach(String),
    /// The steps can't be taken out of the function around them, because of this name or word.
    Tangled(String),
    /// Something still uses what would go.
    StillUsed(String),
    /// The steps are not all awaits of something that can run as a task, or there is only one.
    NotAwaits,
    /// The step is no gather of single calls, nor a task group that only starts tasks.
    NotTogether,
    /// One step needs what this name gets in a step before.
    Depends(String),
    /// Comments stand where they would have no place.
    HasComments,
    /// The change would give a program that does not parse: what CPython would say.
    WouldBreak(String),
}

/// What a new text has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wanted {
    /// A literal number.
    Number,
    /// A whole literal number.
    WholeNumber,
    /// An expression.
    Expression,
    /// A name that is no keyword.
    Name,
    /// One statement or several.
    Statement,
}
