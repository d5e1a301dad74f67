//! The texts around what is taken away of a program, and around where another one comes from.

pub(super) mod en;
pub(super) mod zh_hans;
pub(super) mod zh_hant;

/// Those texts in one language.
pub(crate) struct SharingMessages {
    pub(crate) share: &'static str,
    pub(crate) share_hint: &'static str,
    pub(crate) open: &'static str,
    pub(crate) open_hint: &'static str,

    /// Headings.
    pub(crate) link: &'static str,
    pub(crate) code: &'static str,
    pub(crate) picture: &'static str,
    pub(crate) program: &'static str,

    /// What the link holds.
    pub(crate) holds: &'static str,
    pub(crate) characters: fn(&str) -> String,
    /// Some places cut such a link.
    pub(crate) is_long: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) copy_markdown: &'static str,
    pub(crate) copy_with_code: &'static str,
    pub(crate) copy_element: &'static str,
    pub(crate) copy_frame: &'static str,
    pub(crate) copied: &'static str,
    pub(crate) not_copied: &'static str,
    /// What a link in Markdown says.
    pub(crate) run_it: &'static str,

    pub(crate) code_label: &'static str,
    pub(crate) no_code: &'static str,
    pub(crate) no_picture: &'static str,
    pub(crate) left_out: fn(&str) -> String,
    pub(crate) save: fn(&str) -> String,
    pub(crate) saved: &'static str,
    pub(crate) not_saved: &'static str,

    pub(crate) choose_file: &'static str,
    /// Files may also be dropped.
    pub(crate) drop: &'static str,
    pub(crate) paste: &'static str,
    pub(crate) which: &'static str,
    pub(crate) block: fn(line: &str, lines: &str) -> String,
    pub(crate) as_program: &'static str,
    pub(crate) opened: &'static str,
    pub(crate) too_large: &'static str,
    pub(crate) no_text: &'static str,
}
