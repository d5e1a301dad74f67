//! The languages that Interleave speaks, and which of them a reader gets.
//!
//! The texts themselves are where they are used. Neither Chinese is ever derived from
//! the other: they are two languages that share a script family.

use serde::{Deserialize, Serialize};

/// A language that Interleave speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Traditional Chinese, as written in Taiwan.
    TraditionalChinese,
    /// Simplified Chinese, as written in mainland China.
    SimplifiedChinese,
    /// English, and what everybody else gets.
    #[default]
    English,
}

impl Language {
    /// In the order in which the page offers them.
    pub const ALL: [Self; 3] = [Self::TraditionalChinese, Self::SimplifiedChinese, Self::English];

    /// The tag for `lang` attributes, storage and links.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::TraditionalChinese => "zh-Hant",
            Self::SimplifiedChinese => "zh-Hans",
            Self::English => "en",
        }
    }

    /// What its own readers call it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::TraditionalChinese => "繁體中文",
            Self::SimplifiedChinese => "简体中文",
            Self::English => "English",
        }
    }

    /// The language with exactly this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The first of the reader's preferences that the page speaks.
    pub fn negotiate<S: AsRef<str>>(preferences: impl IntoIterator<Item = S>) -> Self {
        preferences.into_iter().find_map(|tag| Self::speaking(tag.as_ref())).unwrap_or_default()
    }

    /// The page's language for a browser's tag such as `zh-TW` or `en-GB`. The
    /// script decides where it is named, the region where it is not.
    fn speaking(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut subtags = tag.split(['-', '_']);
        match subtags.next() {
            Some("en") => Some(Self::English),
            Some("zh") => Some(
                subtags
                    .find_map(|subtag| match subtag {
                        "hant" | "tw" | "hk" | "mo" => Some(Self::TraditionalChinese),
                        "hans" => Some(Self::SimplifiedChinese),
                        _ => None,
                    })
                    .unwrap_or(Self::SimplifiedChinese),
            ),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, SimplifiedChinese, TraditionalChinese};

    #[track_caller]
    fn check(preferences: &[&str], expected: Language) {
        assert_eq!(Language::negotiate(preferences), expected, "{preferences:?}");
    }

    #[test]
    fn a_region_or_a_script_tells_the_two_chinese_apart() {
        for tag in ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-HK", "zh_TW", "ZH-hant-mo"] {
            check(&[tag], TraditionalChinese);
        }
        for tag in ["zh", "zh-CN", "zh-SG", "zh-MY", "zh-Hans", "zh-Hans-CN"] {
            check(&[tag], SimplifiedChinese);
        }
    }

    #[test]
    fn a_named_script_outweighs_the_region() {
        check(&["zh-Hans-HK"], SimplifiedChinese);
        check(&["zh-Hant-CN"], TraditionalChinese);
    }

    #[test]
    fn the_first_language_the_page_speaks_wins() {
        check(&["fr", "zh-TW", "en"], TraditionalChinese);
        check(&["en-GB", "zh-CN"], English);
    }

    #[test]
    fn everybody_else_reads_english() {
        check(&[], English);
        check(&["fr", "de-AT", "", "-", "english"], English);
    }

    #[test]
    fn tags_are_read_back() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("tlh"), None);
    }
}
