//! Links: a program, and how one looked at it, in the fragment of an address.
//!
//! `FORMAT.md` is the format, for everybody who makes or reads links. [`link`]
//! makes one, [`open`] reads one: whatever it is given, it answers with what
//! can be kept and with what is wrong, within the bounds of [`bounds`].
//! Nothing here knows what a program means, or what opening a link looks like.

mod alphabet;
pub mod bounds;
mod checksum;
mod damage;
mod decimal;
mod packing;
mod reading;
mod view;
mod words;
mod writing;

pub use damage::{Damage, Refusal};
pub use packing::Form;
pub use reading::{Opened, open};
pub use view::{Key, Panel, Panels, Selection, View};
pub use writing::link;
