//! A scenario that has run, as plain HTML: for the page before its wasm has come, for
//! embeds, for print, and for readers without scripts.
//!
//! The parts carry the classes that the page's styles know, so that what comes alive later
//! looks as before. How they are put together is the caller's affair, unless the figure is to
//! stand on its own (`standing`).

mod code;
mod log;
mod markup;
mod standing;

pub use markup::Plain;
pub use standing::style_sheet;

use interleave_python::{Options, run};
use interleave_text::Language;
use interleave_views::Story;
use interleave_views::layout::{axis, extent};
use interleave_views::sight::{Aim, Frame, Look, Overview, Sight, Timeline};
use interleave_views::svg::{Colours, Picture, svg};

/// Lanes that are drawn, and rows of the log that are written out: a crowd is for the page.
const MOST_LANES: u32 = 500;
const MOST_LOG_ROWS: u32 = 1_000;

/// The parts of a figure, each a fragment of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The program, its words in colours.
    pub code: String,
    /// What it printed: when, who, what.
    pub log: String,
    /// A lane a task, as SVG.
    pub timeline: String,
}

impl Figure {
    /// Runs a program to its end and draws it, with a timeline so many pixels wide.
    pub fn of(source: &str, language: Language, width: f32) -> Self {
        let options = Options { record: true, ..Options::default() };
        let story = Story::new(source, run(source, &options).trace.unwrap_or_default());
        Self::of_story(source, &story, language, width)
    }

    /// Draws a run of this program.
    pub fn of_story(source: &str, story: &Story, language: Language, width: f32) -> Self {
        let overview = story.overview();
        let look = look(language, Aim::At(overview.end), frame(&overview, width));
        Self::of_sight(source, &story.look(&look), &overview, &look)
    }

    /// Draws what was seen of a run of this program when somebody took such a [`look`].
    pub fn of_sight(source: &str, sight: &Sight, overview: &Overview, look: &Look) -> Self {
        let nothing = Timeline::default();
        let picture = Picture {
            timeline: sight.timeline.as_ref().unwrap_or(&nothing),
            frame: &look.frame,
            title: "",
            language: look.language,
            cursor_x: None,
            colours: Colours::OfThePage,
        };
        Self {
            code: code::html(source),
            log: log::html(sight.log.as_deref().unwrap_or_default(), overview.log_rows, look.language),
            timeline: svg(&picture),
        }
    }
}

/// All that a figure shows of a run, drawn so many pixels wide.
pub fn frame(overview: &Overview, width: f32) -> Frame {
    let axis = axis(overview);
    let (from, to) = extent(axis, overview);
    Frame { axis, from, to, width, first_row: 0, rows: MOST_LANES }
}

/// What has to be asked of a run to draw it.
pub fn look(language: Language, cursor: Aim, frame: Frame) -> Look {
    Look { log: Some((0, MOST_LOG_ROWS)), timeline: true, ..Look::at(language, cursor, frame) }
}
