use crate::types::Types;
pub(crate) fn fill(_: &Types) {}
