//! What an instruction remembers of its last look-up.

/// Where a name was found. A note is good as long as the class has the same version; a
/// place in a dict is looked at first and checked.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum Cache {
    #[default]
    Empty,
    /// A global: its place.
    Global { place: u32 },
    /// A builtin, found while the globals had this version.
    BuiltinName { globals: u32, place: u32 },
    /// An attribute.
    Attribute {
        /// Of the class of the object.
        version: u32,
        found: Found,
        /// The place in the object's own attributes where it was last.
        place: u32,
    },
}

impl Cache {
    /// It is about attributes of a class at this version.
    #[inline]
    pub(crate) fn is_of(self, version: u32) -> bool {
        matches!(self, Self::Attribute { version: known, .. } if known == version)
    }
}

/// What a class has under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing: only the object's own attributes count.
    Nothing,
    /// A function, which yields to the object's own attribute: of ancestor number `.0` (0 for the class itself), at
    /// place `.1` of its namespace.
    Function(u16, u32),
    /// Some other value that yields to the object's own attribute.
    Plain(u16, u32),
    /// A property with a getter, which comes before the object's own attributes.
    Property(u16, u32),
}
