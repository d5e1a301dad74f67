//! How wide text is: in the columns of a terminal, and about how wide in pixels.
//!
//! Chinese and other wide characters take two columns. What is drawn must fit without asking a font.

/// Columns that a character takes: none, one or two.
pub(crate) fn of_char(char: char) -> usize {
    match u32::from(char) {
        0..=0x1f
        | 0x7f..=0x9f
        | 0xad
        | 0x300..=0x36f
        | 0x200b..=0x200f
        | 0x202a..=0x202e
        | 0x2060..=0x2064
        | 0x20d0..=0x20ff
        | 0xfe00..=0xfe0f
        | 0xfe20..=0xfe2f
        | 0xfeff => 0,
        0x1100..=0x115f
        | 0x2329..=0x232a
        | 0x2e80..=0x303e
        | 0x3041..=0x4dbf
        | 0x4e00..=0xa4cf
        | 0xa960..=0xa97c
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff01..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1f64f
        | 0x1f680..=0x1f6ff
        | 0x1f900..=0x1faff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

/// Columns that a text takes on one line.
pub(crate) fn of(text: &str) -> usize {
    text.chars().map(of_char).sum()
}

/// The text, filled with spaces on the right to so many columns.
pub(crate) fn padded(text: &str, columns: usize) -> String {
    format!("{text}{:1$}", "", columns.saturating_sub(of(text)))
}

/// The text if it fits, else its beginning and an ellipsis.
pub(crate) fn fitted(text: &str, columns: usize) -> String {
    if of(text) <= columns {
        return text.to_owned();
    }
    let mut taken = 0;
    let fits = |char: &char| {
        taken += of_char(*char);
        taken < columns
    };
    let mut kept: String = text.chars().take_while(fits).collect();
    if columns > 0 {
        kept.push('…');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_twice_as_wide() {
        for (text, columns) in
            [("", 0), ("abc", 3), ("泡茶", 4), ("e\u{301}", 1), ("，。", 4), ("🍵", 2), ("é…", 2)]
        {
            assert_eq!(of(text), columns, "{text}");
        }
    }

    #[test]
    fn texts_are_cut_and_filled_by_columns() {
        assert_eq!(padded("茶", 4), "茶  ");
        assert_eq!(padded("toolong", 4), "toolong");
        for (columns, expected) in
            [(0, ""), (1, "…"), (2, "…"), (3, "泡…"), (4, "泡…"), (5, "泡茶…"), (6, "泡茶吧")]
        {
            assert_eq!(fitted("泡茶吧", columns), expected, "{columns}");
        }
    }
}
