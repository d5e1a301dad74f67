//! Classes of characters: `[a-z\d]`, `\w` and their opposites.

use super::flags::Fold;
use crate::text::unicode;

/// `\d`, `\s`, `\w`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    Digit,
    Space,
    Word,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Range(char, char),
    Category { category: Category, negative: bool, ascii: bool },
}

/// A class, and how it compares letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Class {
    pub(super) items: Vec<Item>,
    pub(super) negative: bool,
    pub(super) fold: Fold,
}

/// Whether a character is a letter, digit or underscore.
pub(super) fn is_word(c: char, ascii: bool) -> bool {
    c == '_' || if ascii || c.is_ascii() { c.is_ascii_alphanumeric() } else { unicode::is_alphanumeric(c) }
}

impl Item {
    pub(super) fn single(c: char) -> Self {
        Self::Range(c, c)
    }

    fn contains(self, c: char) -> bool {
        match self {
            Self::Range(first, last) => (first..=last).contains(&c),
            Self::Category { category, negative, ascii } => {
                let belongs = match category {
                    Category::Digit => {
                        if ascii {
                            c.is_ascii_digit()
                        } else {
                            unicode::is_decimal(c)
                        }
                    }
                    Category::Space if ascii => matches!(c, ' ' | '\t'..='\r'),
                    Category::Space => unicode::is_space(c),
                    Category::Word => is_word(c, ascii),
                };
                belongs != negative
            }
        }
    }
}

impl Class {
    pub(super) fn contains(&self, c: char) -> bool {
        let listed = |c: char| self.items.iter().any(|item| item.contains(c));
        let found = listed(c)
            || (self.fold != Fold::Exact && {
                let small = self.fold.canonical(c);
                listed(small) || listed(self.fold.capital(c)) || self.lists_kin(small)
            });
        found != self.negative
    }

    /// Whether a single character listed is one with this one but for case.
    fn lists_kin(&self, small: char) -> bool {
        let kin = |item: &Item| matches!(item, Item::Range(first, last) if first == last && self.fold.canonical(*first) == small);
        self.fold == Fold::Unicode && self.items.iter().any(kin)
    }
}
