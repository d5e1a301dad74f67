//! The page in English.

use super::Messages;

pub(super) const MESSAGES: Messages = Messages {
    views: super::views::en::VIEWS,

    title: "Interleave: see asyncio take turns",
    tagline: "See Python’s asyncio take turns",

    language: "Language",
    theme: "Theme",
    theme_auto: "Auto",
    theme_light: "Light",
    theme_dark: "Dark",

    program: "Program",
    log: "Log",
    timeline: "Timeline",
    editor: "Program, Python code",
    way_out: "Esc, then Tab, leaves the editor",

    log_empty: "Nothing has run yet. This version cannot run programs; a later one will write here what yours prints, and when.",
    timeline_empty: "Nothing has run yet. A later version will give each task a lane here, and show when it runs and when it waits.",

    engine_loading: "The engine is loading…",
    engine_ready: |version| format!("Engine {version} ready"),
    engine_broken: "The engine did not start, or has stopped. Your program is still here: copy it, then reload the page.",
    engine_garbled: "The page and its engine do not understand each other; one of them may be an old copy. Copy your program, then reload the page.",
};
