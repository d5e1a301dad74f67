//! One thing in each of the three languages.

use interleave_text::Language;
use serde::{Deserialize, Serialize};

/// One thing in each of the three languages; in files, under their tags.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trilingual<T> {
    /// As in Taiwan.
    #[serde(rename = "zh-Hant")]
    pub traditional_chinese: T,
    /// As in mainland China.
    #[serde(rename = "zh-Hans")]
    pub simplified_chinese: T,
    /// In English.
    #[serde(rename = "en")]
    pub english: T,
}

impl<T> Trilingual<T> {
    /// Whatever makes one of a language makes all three, or the first error.
    pub fn build<E>(mut one: impl FnMut(Language) -> Result<T, E>) -> Result<Self, E> {
        Ok(Self {
            traditional_chinese: one(Language::TraditionalChinese)?,
            simplified_chinese: one(Language::SimplifiedChinese)?,
            english: one(Language::English)?,
        })
    }

    /// The one for readers of a language.
    pub fn of(&self, language: Language) -> &T {
        match language {
            Language::TraditionalChinese => &self.traditional_chinese,
            Language::SimplifiedChinese => &self.simplified_chinese,
            Language::English => &self.english,
        }
    }
}
