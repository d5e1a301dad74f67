//! A timeline as an SVG file: it needs no script, no font and no page around it, and says in words
//! what it shows. Geometry and names of classes are `layout`'s.

mod graph;
mod parts;

use std::fmt::Write;

pub use graph::graph_svg;
use interleave_text::Language;

use crate::layout::{AXIS_HEIGHT, LABEL_WIDTH, PATTERNS, Px, ROW_HEIGHT, state_class};
use crate::sight::{Frame, Timeline};
use crate::words;

/// What is left free around everything.
const MARGIN: f32 = 12.0;
const TITLE_HEIGHT: f32 = 26.0;
const LEGEND_HEIGHT: f32 = 30.0;
/// How far arrows reach over the frame's right edge.
const BOW: f32 = 20.0;

/// A picture to be made of a timeline.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// What is shown.
    pub timeline: &'a Timeline,
    /// The part of the run that it shows, as it was asked for.
    pub frame: &'a Frame,
    /// Above the picture; nothing if empty.
    pub title: &'a str,
    /// For the words in it.
    pub language: Language,
    /// Where the cursor is, in pixels of the frame.
    pub cursor_x: Option<f32>,
    /// Where its colours come from.
    pub colours: Colours,
}

/// Where a picture's colours come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// From its own style sheet, as light or dark as the reader likes it.
    #[default]
    Own,
    /// From its own style sheet, always light, for paper.
    OwnLight,
    /// From its own style sheet, always dark.
    OwnDark,
    /// From the page that it will be part of.
    OfThePage,
}

/// Draws it.
pub fn svg(picture: &Picture<'_>) -> String {
    let Picture { timeline, frame, title, language, .. } = *picture;
    let frame_width = if frame.width.is_finite() { frame.width.max(1.0) } else { 1.0 };
    let rows = timeline.rows.len();
    let height = ROW_HEIGHT * rows as f32;
    let top = MARGIN + if title.is_empty() { 0.0 } else { TITLE_HEIGHT };
    let all_width = LABEL_WIDTH + frame_width + 3.0 * MARGIN;
    let (legend, more_lines) = parts::legend(timeline, language, all_width - 2.0 * MARGIN);
    let all_height = top + AXIS_HEIGHT + height + LEGEND_HEIGHT + more_lines + MARGIN;
    let mut out = String::new();
    let name = if title.is_empty() { words::picture_name(language) } else { title };
    let heard: Vec<&str> = timeline.rows.iter().map(|row| row.sentence.as_str()).collect();
    put(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"interleave\" role=\"img\" lang=\"{}\" \
             width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\">\n<title>{}</title>\n<desc>{}</desc>\n",
            language.tag(),
            Escaped(name),
            Escaped(&heard.join("\n")),
            w = Px(all_width),
            h = Px(all_height),
        ),
    );
    let styles = style_sheet(picture.colours);
    if !styles.is_empty() {
        put(&mut out, format_args!("<style>\n{styles}</style>\n"));
    }
    definitions(&mut out);
    put(&mut out, format_args!("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n"));
    if !title.is_empty() {
        let (x, y) = (Px(MARGIN), Px(MARGIN + 14.0));
        put(&mut out, format_args!("<text class=\"title\" x=\"{x}\" y=\"{y}\">{}</text>\n", Escaped(title)));
    }
    let left = Px(MARGIN + LABEL_WIDTH);
    put(&mut out, format_args!("<g class=\"axis\" transform=\"translate({left} {})\">\n", Px(top)));
    parts::axis(&mut out, &timeline.ticks, frame_width, height);
    put(
        &mut out,
        format_args!(
            "</g>\n<g class=\"names\" transform=\"translate({} {})\">\n",
            Px(MARGIN),
            Px(top + AXIS_HEIGHT)
        ),
    );
    for (index, row) in timeline.rows.iter().enumerate() {
        parts::name(&mut out, row, index);
    }
    // A picture within the picture cuts off what does not belong to the frame.
    put(
        &mut out,
        format_args!(
            "</g>\n<g class=\"lanes\" transform=\"translate({left} {})\"><svg x=\"-8\" width=\"{}\" height=\"{}\">\
             <g transform=\"translate(8 0)\">\n",
            Px(top + AXIS_HEIGHT),
            Px(frame_width + 8.0 + BOW),
            Px(height),
        ),
    );
    for (index, row) in timeline.rows.iter().enumerate() {
        parts::lane(&mut out, row, index, frame_width);
    }
    for arrow in &timeline.arrows {
        parts::arrow(&mut out, arrow, frame.first_row);
    }
    if let Some(x) = picture.cursor_x.filter(|x| (0.0..=frame_width).contains(x)) {
        let x = Px(x);
        put(&mut out, format_args!("<path class=\"cursor\" d=\"M{x} 0V{}\"/>\n", Px(height)));
    }
    put(&mut out, format_args!("</g></svg></g>\n"));
    let (x, y) = (Px(MARGIN), Px(top + AXIS_HEIGHT + height + LEGEND_HEIGHT / 2.0 + 4.0));
    put(&mut out, format_args!("<g class=\"legend\" transform=\"translate({x} {y})\">\n{legend}</g>\n"));
    out.push_str("</svg>\n");
    out
}

/// What a style sheet of dark colours has behind that of light ones.
pub const DARK: &str = include_str!("dark.css");

/// The style sheet that gives a picture these colours; none where the page has one.
///
/// Its selectors are those of a file of its own: where other things stand beside it, they have to be
/// nested in a selector of the surroundings.
pub fn style_sheet(colours: Colours) -> String {
    const LIGHT: &str = include_str!("picture.css");
    match colours {
        Colours::Own => format!("{LIGHT}@media screen and (prefers-color-scheme: dark) {{\n{DARK}}}\n"),
        Colours::OwnLight => LIGHT.to_owned(),
        Colours::OwnDark => format!("{LIGHT}{DARK}"),
        Colours::OfThePage => String::new(),
    }
}

fn definitions(out: &mut String) {
    out.push_str("<defs>\n");
    for pattern in PATTERNS {
        let (width, height) = pattern.size;
        put(
            out,
            format_args!(
                "<pattern id=\"{}\" class=\"{}\" width=\"{width}\" height=\"{height}\" patternUnits=\"userSpaceOnUse\">\
                 <rect class=\"ground\" stroke=\"none\" width=\"{width}\" height=\"{height}\"/>\
                 <path class=\"mark\" d=\"{}\"/></pattern>\n",
                pattern.id,
                state_class(pattern.state),
                pattern.path,
            ),
        );
    }
    out.push_str(
        "<marker id=\"il-head\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" \
         markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"arrow-head\" d=\"M0 1l7 3-7 3z\"/></marker>\n</defs>\n",
    );
}

/// Appends to a string, which cannot fail.
fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    let written = out.write_fmt(text);
    debug_assert!(written.is_ok(), "a string takes everything");
}

/// Text as XML takes it: its own signs escaped, and what it cannot hold replaced.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for char in self.0.chars() {
            match char {
                '&' => out.write_str("&amp;")?,
                '<' => out.write_str("&lt;")?,
                '>' => out.write_str("&gt;")?,
                '"' => out.write_str("&quot;")?,
                '\t' | '\n' => out.write_char(char)?,
                '\0'..='\x1f' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {
                    out.write_char('\u{fffd}')?
                }
                _ => out.write_char(char)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;
