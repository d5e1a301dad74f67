//! The interleaved log as a list.

use std::fmt::Write as _;

use interleave_text::{Language, count};
use interleave_views::instant::seconds_with_unit;
use interleave_views::layout::lane_shape;
use interleave_views::sight::{COLOURS, LogRow, Stream};

use crate::markup::Plain;

/// The rows, each with its time, its writer and its text; of so many that there are.
pub(crate) fn html(rows: &[LogRow], all: u32, language: Language) -> String {
    let mut html = String::from("<ol class=\"log\">");
    for row in rows {
        let colour = row.colour % COLOURS;
        let (outline, is_hollow) = lane_shape(colour);
        let hollow = if is_hollow { " hollow" } else { "" };
        let error = match row.stream {
            Stream::Out => "",
            Stream::Err => "<abbr class=\"log-error\">stderr</abbr>",
        };
        // Writing to a string does not fail.
        let _ = write!(
            html,
            "<li class=\"log-row\"><span class=\"log-time\">{}</span>\
             <span class=\"log-name\"><span class=\"who colour-{colour}\">\
             <svg class=\"shape{hollow}\" viewBox=\"-6 -6 12 12\" aria-hidden=\"true\"><path d=\"{outline}\"/></svg>\
             <span class=\"who-name\">{}</span></span></span>\
             <span class=\"log-text\">{error}{}</span></li>",
            seconds_with_unit(row.ns, language),
            Plain(&row.name),
            Plain(&row.text),
        );
    }
    let more = u64::from(all).saturating_sub(rows.len() as u64);
    if more > 0 {
        let _ = write!(html, "<li class=\"log-more\">⋯ +{}</li>", count(more));
    }
    html.push_str("</ol>");
    html
}
