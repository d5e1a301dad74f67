//! `interleave render`: a program runs, and what its tasks did is drawn: as text for a terminal, as an
//! SVG picture, and as a piece of HTML.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result};
use interleave_figure::Figure;
use interleave_text::Language;
use interleave_views::Story;
use interleave_views::layout::{axis, extent};
use interleave_views::sight::{Aim, Frame, Look, Moment, Timeline};
use interleave_views::svg::{Colours, Picture, svg};
use interleave_views::transcript;

use crate::arguments::{Render, Theme};
use crate::run;

/// Lanes that are drawn; a crowd is for the page.
const MOST_ROWS: u32 = 500;
/// Pixels of a picture for a column of text.
const COLUMN: f32 = 10.0;

/// Draws a program's run; the exit code is that of the command, not of the program.
pub(crate) fn render(verb: &Render) -> Result<u8> {
    let source = run::read(&verb.program.file)?;
    let options = run::options(&verb.program, &source, true)?;
    let story = Story::new(&source, run::recorded(&source, &options)?);
    let pixels = f32::from(verb.width) * COLUMN;
    let title = verb.title.as_deref().unwrap_or(options.filename.as_str());
    let language = verb.lang;
    let colours = match verb.theme {
        Theme::Auto => Colours::Own,
        Theme::Light => Colours::OwnLight,
        Theme::Dark => Colours::OwnDark,
    };
    let (timeline, frame) = whole(&story, language, pixels);
    if let Some(path) = &verb.svg {
        let drawn =
            svg(&Picture { timeline: &timeline, frame: &frame, title, language, cursor_x: None, colours });
        write(path, &drawn)?;
    }
    if let Some(path) = &verb.html {
        let figure = Figure::of_story(&source, &story, language, pixels);
        write(path, &figure.standing(title, language, colours))?;
    }
    let mut text = String::new();
    let is_all = verb.svg.is_none() && verb.html.is_none() && !verb.sentences;
    if verb.text || is_all {
        text += &transcript::bars(&timeline, language, pixels, verb.width.into());
    }
    if verb.sentences {
        text += &transcript::sentences(&timeline);
    }
    io::stdout().write_all(text.as_bytes()).context("cannot write to standard output")?;
    Ok(0)
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

/// All of a run's time, so wide.
fn whole(story: &Story, language: Language, width: f32) -> (Timeline, Frame) {
    let overview = story.overview();
    let rows = overview.lanes.min(MOST_ROWS);
    let axis = axis(&overview);
    let (from, to) = extent(axis, &overview);
    let frame = Frame { axis, from, to, width, first_row: 0, rows };
    let look = Look { timeline: true, ..Look::at(language, Aim::At(Moment(0)), frame) };
    (story.look(&look).timeline.unwrap_or_default(), frame)
}
