//! Who visits: how wide their screen is, what colours they prefer, what they read.

/// A reader, as far as a page can tell. The page's state must follow from this and
/// from what the reader does, so every test says it in full.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) touch: bool,
    pub(super) dark: bool,
    pub(super) languages: &'static str,
}

impl Reader {
    /// At a desk, reading English in light colours.
    pub const WIDE: Self = Self { width: 1440, height: 900, touch: false, dark: false, languages: "en-US" };

    /// With the narrowest phone in use, reading English in light colours.
    pub const NARROW: Self = Self { width: 360, height: 740, touch: true, ..Self::WIDE };

    /// The same reader, whose system asks for dark colours.
    #[must_use]
    pub const fn in_the_dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// The same reader, whose browser asks for these languages: `"zh-TW,en"`.
    #[must_use]
    pub const fn reading(self, languages: &'static str) -> Self {
        Self { languages, ..self }
    }
}
