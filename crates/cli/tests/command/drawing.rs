//! `interleave render`: what a run looks like.

use std::fs;

use crate::{assert_complains, file, interleave};

#[test]
fn a_run_is_drawn_as_text_and_as_a_picture() {
    let program = "import asyncio\nasyncio.run(asyncio.sleep(2))\nprint('tea')\n";
    let picture = file("drawn.svg", "");
    let words = ["render", "-", "--width", "20", "--lang", "zh-Hant", "--text", "--svg"];
    let output =
        interleave(&[&words[..], &[picture.to_str().expect("cargo's paths are text")]].concat(), program);
    let drawn = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(drawn.contains("Task-1") && drawn.contains("- 睡眠中") && drawn.contains('#'), "{drawn}");
    let picture = fs::read_to_string(picture).expect("it was written");
    assert!(picture.starts_with("<svg ") && picture.contains("state-sleeping"), "{picture}");
    assert!(output.stderr.is_empty(), "what the program prints is no part of its picture");
}

#[test]
fn what_has_not_run_cannot_be_drawn() {
    assert_complains(&interleave(&["render", "-"], "x = = 1\n"), 2, &["SyntaxError", "line 1"]);
}

#[test]
fn a_figure_is_a_piece_of_html() {
    let program = "import asyncio\nasyncio.run(asyncio.sleep(2))\nprint('<tea>')\n";
    let figure = file("drawn.html", "");
    let path = figure.to_str().expect("cargo's paths are text");
    let words =
        ["render", "-", "--html", path, "--title", "Tea & cake", "--theme", "dark", "--lang", "zh-Hans"];
    let output = interleave(&words, program);
    assert!(output.stdout.is_empty() && output.stderr.is_empty(), "all that was asked for is the file");
    let html = fs::read_to_string(figure).expect("it was written");
    for part in [
        "<figure class=\"interleave-figure\" lang=\"zh-Hans\">",
        "<span class=\"log-text\">&lt;tea&gt;</span>",
        "<svg xmlns=",
        "休眠",
        "<figcaption>Tea &amp; cake</figcaption>",
    ] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    assert!(!html.contains("prefers-color-scheme"), "dark was asked for");
}
