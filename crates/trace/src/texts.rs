//! The words of a trace, by number.

use std::fmt::{Debug, Formatter, Result};

use crate::TextId;
use crate::pages::Pages;

/// Words that only become more.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Texts(Pages);

impl Texts {
    /// Adds one at the end, and says which it is.
    pub fn push(&mut self, text: &str) -> TextId {
        let id = TextId(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.push(text.as_bytes());
        id
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One of them; empty if it is not one.
    pub fn get(&self, id: TextId) -> &str {
        let bytes = self.0.get(id.0 as usize).unwrap_or_default();
        // They were written as text.
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl<'a> FromIterator<&'a str> for Texts {
    fn from_iter<I: IntoIterator<Item = &'a str>>(texts: I) -> Self {
        let mut all = Self::default();
        for text in texts {
            all.push(text);
        }
        all
    }
}

impl Debug for Texts {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let ids = (0..self.len()).filter_map(|number| u32::try_from(number).ok());
        out.debug_list().entries(ids.map(|number| self.get(TextId(number)))).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;
    use crate::TextId;

    #[test]
    fn words_come_back_as_they_were() {
        let words = ["", "main", "泡茶 🍵", "main"];
        let texts: Texts = words.into_iter().collect();
        for (number, word) in (0..).zip(words) {
            assert_eq!(texts.get(TextId(number)), word);
        }
        assert_eq!((texts.len(), texts.get(TextId(9))), (4, ""));
    }
}
