//! The rules of the house, as tests over the files of the repository.
//!
//! Each rule says what it found, why the rule exists, and what to do instead; each has
//! a test of its own that it finds what it is for. Exceptions are lists in the rules'
//! files: an entry says why, and falls with its need.

mod imports;
mod markup;
mod places;
mod purity;
mod repository;
mod rule;
mod shape;
mod words;
