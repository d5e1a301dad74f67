//! The texts around sharing and opening in English.

use super::SharingMessages;

pub(in crate::messages) const SHARING: SharingMessages = SharingMessages {
    share: "Share",
    share_hint: "A link, a picture, a file",
    open: "Open",
    open_hint: "A program from a file, or from a lesson in Markdown",

    link: "Link",
    code: "For a phone",
    picture: "Picture",
    program: "Program",

    holds: "The whole program is in the link, and how you look at it now. Nothing is sent anywhere.",
    characters: |count| format!("{count} characters"),
    is_long: "Some chats and lists of bookmarks cut links of more than 2,000 characters.",
    copy: "Copy the link",
    copy_markdown: "Copy as Markdown",
    copy_with_code: "Copy as Markdown with the program",
    copy_element: "Copy as HTML",
    copy_frame: "Copy as a frame",
    copied: "Copied.",
    not_copied: "The browser does not allow that. Copy the link from the field above by hand.",
    run_it: "Run it in Interleave",

    code_label: "A QR code with the link",
    no_code: "The link is too long for a QR code.",
    no_picture: "There is a picture when the program has run.",
    left_out: |count| format!("Without the last {count} lanes, for which it has no room."),
    save: |kind| format!("Save as {kind}"),
    saved: "Saved.",
    not_saved: "The browser does not allow that.",

    choose_file: "Choose a file: a program, or a lesson in Markdown",
    drop: "Or drop it anywhere on this page. The file stays on your computer.",
    paste: "Or paste a program or a lesson in Markdown here",
    which: "Which of its programs?",
    block: |line, lines| format!("Line {line}, {lines} {}", if lines == "1" { "line" } else { "lines" }),
    as_program: "Open as a program",
    opened: "This program is the one that you have opened.",
    too_large: "This file is too large: programs have 256 KiB at most.",
    no_text: "This file holds no text.",
};
