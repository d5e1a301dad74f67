//! Text and bytes as Python treats them: methods by code points, formatting, the reading
//! and writing of numbers, reprs, and codecs.
//!
//! Nothing here knows the objects of the virtual machine. Functions whose result may be
//! much larger than their input take the most bytes it may have.

pub(crate) mod bytes;
pub(crate) mod case;
pub(crate) mod codecs;
pub(crate) mod encode;
pub(crate) mod float_repr;
pub(crate) mod format_spec;
pub(crate) mod methods;
pub(crate) mod number_text;
pub(crate) mod percent;
pub(crate) mod repr;
pub(crate) mod split;
pub(crate) mod str_format;
pub(crate) mod unicode;
mod unicode_tables;
