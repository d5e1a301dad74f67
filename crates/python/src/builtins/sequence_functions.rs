use super::Table;
pub(crate) const FUNCTIONS: &Table = &[];
