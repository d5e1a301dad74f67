//! The page shows strangers' strings, under a strict policy: no door for markup.

use super::repository::{generated, has_extension};
use super::rule::{Rule, lines_with};

const AS_TEXT: Rule = Rule {
    why: "What a program prints must reach the page as text: a string taken for markup runs as \
          the page itself. Build elements with html! and put strings into text nodes.",
    covers: page_source,
    find: |_, text| {
        lines_with(
            text,
            &[
                "inner_html",
                "set_inner_html",
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "insert_adjacent_html",
                "dangerously_set_inner_html",
                "from_html_unchecked",
                "document.write",
            ],
        )
    },
};

const NO_INLINE_STYLE: Rule = Rule {
    why: "The page's policy blocks style attributes, silently in print and loudly in the console. \
          Give the element a class and write the style in web/styles; draw with the attributes of SVG.",
    covers: page_source,
    find: |_, text| {
        lines_with(text, &[" style=", "\tstyle=", "setAttribute(\"style\"", "set_attribute(\"style\""])
    },
};

fn page_source(path: &str) -> bool {
    path.starts_with("web/") && has_extension(path, &["html", "js", "rs"]) && !generated(path)
}

#[test]
fn no_string_becomes_markup() {
    AS_TEXT.enforce();
}

#[test]
fn no_element_has_a_style_attribute() {
    NO_INLINE_STYLE.enforce();
}

#[test]
fn doors_for_markup_are_found() {
    for line in ["element.set_inner_html(&log);", "Html::from_html_unchecked(log)", "pane.innerHTML = log;"] {
        assert!(AS_TEXT.fires("web/src/components/log.rs", line), "{line}");
    }
    assert!(!AS_TEXT.fires("web/vendor/editor/editor.min.js", "e.innerHTML=\"\""));
}

#[test]
fn style_attributes_are_found() {
    assert!(NO_INLINE_STYLE.fires("web/src/components/lane.rs", "<rect style={width} />"));
    assert!(NO_INLINE_STYLE.fires("web/index.html", "<p style=\"color: red\">"));
    assert!(!NO_INLINE_STYLE.fires("web/src/app.rs", "<div class=\"style\">"));
}
