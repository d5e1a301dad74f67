//! Numbers as Python computes them: integers without bound, floats, hashes, the tables of
//! sets, random numbers, the functions of `math`, and the calendar.
//!
//! Nothing here knows the objects of the virtual machine, and nothing asks the machine it
//! runs on: the same input gives the same bits everywhere.

pub(crate) mod calendar;
pub(crate) mod combinatorics;
pub(crate) mod digest;
pub(crate) mod digits;
pub(crate) mod elementary;
pub(crate) mod failure;
pub(crate) mod float;
mod gamma;
pub(crate) mod hash;
pub(crate) mod integer;
pub(crate) mod mathematics;
pub(crate) mod mersenne;
pub(crate) mod ratio;
pub(crate) mod set_table;
mod sha512;
pub(crate) mod summation;
