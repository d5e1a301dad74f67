//! The one method that the parser asks of the real crate: names as NFKC has them. Of its tables,
//! over 100 KB, this keeps what people type: the wide letters of Chinese and Japanese keyboards
//! and the micro sign. Any other name stays as it is written, and means what is written like it.

/// Texts in one of Unicode's normal forms.
pub trait UnicodeNormalization {
    /// The text in normal form KC, as far as names need it.
    fn nfkc(self) -> impl Iterator<Item = char>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> impl Iterator<Item = char> {
        self.chars().map(plain)
    }
}

fn plain(character: char) -> char {
    const WIDE: u32 = '！' as u32 - '!' as u32;
    match character {
        '！'..='～' => char::from_u32(character as u32 - WIDE).unwrap_or(character),
        'µ' => 'μ',
        other => other,
    }
}
