//! The catalogue of lessons, as plain data: for each a program, texts in three languages, where to
//! look, what to try, and a question.
//!
//! What a lesson says of a run is a [`Claim`], so that whoever runs the program can hold it to that.
//! Nothing here runs anything or touches files: a caller hands over what lies in `catalogue/`.

mod catalogue;
mod claims;
mod leaf;
mod prose;
mod trilingual;

pub use catalogue::{Catalogue, Chapter, Fault, Lesson, TEXTS};
pub use claims::{Claim, Experiment, Look, Moment, Question};
pub use leaf::{Leaf, Line, List, Part};
pub use prose::{Choice, Paragraph, Piece, Prose};
pub use trilingual::Trilingual;
