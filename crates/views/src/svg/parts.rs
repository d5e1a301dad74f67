//! The parts of the picture: axis, names, lanes, arrows, legend.

use interleave_text::Language;

use super::{Escaped, put};
use crate::layout::{
    AXIS_HEIGHT, DOT_RADIUS, ENDLESS_GAP, ENDLESS_SHAPE, INDENT, INSTANT_WIDTH, LABEL_WIDTH, Px, ROW_HEIGHT,
    THIN_BAR_HEIGHT, WORD_LEFT, WORD_RIGHT, arrow_class, arrow_path, bar, end_shape, middle, pattern_of,
    state_class,
};
use crate::sight::{Arrow, Row, Segment, State, Tick, Timeline};
use crate::{columns, words};

/// About how wide a column of small text is.
const COLUMN: f32 = 6.6;
/// The same of the text inside bars.
const SMALL_COLUMN: f32 = 5.6;
/// From one line of the legend to the next.
const LEGEND_LINE: f32 = 20.0;

pub(super) fn axis(out: &mut String, ticks: &[Tick], width: f32, height: f32) {
    for tick in ticks.iter().filter(|tick| (0.0..=width).contains(&tick.x)) {
        let (x, bottom) = (Px(tick.x), Px(AXIS_HEIGHT + height));
        put(
            out,
            format_args!(
                "<path class=\"tick\" d=\"M{x} {}V{bottom}\"/><text class=\"tick-label\" x=\"{x}\" y=\"13\">{}</text>\n",
                Px(AXIS_HEIGHT - 5.0),
                Escaped(&tick.label),
            ),
        );
    }
}

pub(super) fn name(out: &mut String, row: &Row, index: usize) {
    let (indent, most) = INDENT;
    let x = indent * f32::from(row.depth.min(most)) + 10.0;
    let room = LABEL_WIDTH - x - 8.0;
    let fits = |text: &str, column: f32| columns::fitted(text, (room / column).max(1.0) as usize);
    let middle = middle(index);
    let base = if row.code.is_empty() { middle + 4.0 } else { middle - 2.0 };
    put(
        out,
        format_args!(
            "<g class=\"lane-name\"><title>{}</title><rect class=\"lane-mark colour-{}\" x=\"{}\" y=\"{}\" width=\"5\" \
             height=\"{}\" rx=\"2\"/><text class=\"name\" x=\"{}\" y=\"{}\">{}</text>",
            Escaped(&row.sentence),
            row.colour,
            Px(x - 10.0),
            Px(middle - 12.0),
            Px(24.0),
            Px(x),
            Px(base),
            Escaped(&fits(&row.name, COLUMN)),
        ),
    );
    if !row.code.is_empty() {
        put(
            out,
            format_args!(
                "<text class=\"code\" x=\"{}\" y=\"{}\">{}</text>",
                Px(x),
                Px(middle + 11.0),
                Escaped(&fits(&row.code, COLUMN)),
            ),
        );
    }
    out.push_str("</g>\n");
}

pub(super) fn lane(out: &mut String, row: &Row, index: usize, width: f32) {
    out.push_str("<g class=\"lane\">");
    put(
        out,
        format_args!(
            "<path class=\"rule\" d=\"M-8 {}H{}\"/>\n",
            Px(ROW_HEIGHT * (index as f32 + 1.0)),
            Px(width)
        ),
    );
    // Who runs lies above who waits: where it takes no time, it would be hidden.
    let (ran, waited): (Vec<_>, Vec<_>) =
        row.segments.iter().partition(|segment| matches!(segment.state, State::Running | State::Blocking));
    for segment in waited.into_iter().chain(ran) {
        self::segment(out, segment, index);
    }
    for segment in row.segments.iter().filter(|segment| segment.endless) {
        put(
            out,
            format_args!(
                "<path class=\"end {}\" transform=\"translate({} {})\" d=\"{ENDLESS_SHAPE}\"/>\n",
                state_class(segment.state),
                Px(segment.x1 + ENDLESS_GAP),
                Px(middle(index)),
            ),
        );
    }
    for segment in &row.segments {
        if let Some(shape) = end_shape(segment.state) {
            put(
                out,
                format_args!(
                    "<path class=\"end {}\" transform=\"translate({} {})\" d=\"{shape}\"><title>{}</title></path>\n",
                    state_class(segment.state),
                    Px(segment.x0 + INSTANT_WIDTH / 2.0),
                    Px(middle(index)),
                    Escaped(&segment.sentence),
                ),
            );
        }
    }
    for dot in &row.dots {
        let (x, y) =
            (Px(dot.x + INSTANT_WIDTH / 2.0), Px(middle(index) - ROW_HEIGHT / 2.0 + DOT_RADIUS + 1.0));
        put(out, format_args!("<circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"{DOT_RADIUS}\"/>\n"));
    }
    out.push_str("</g>\n");
}

fn segment(out: &mut String, segment: &Segment, index: usize) {
    let Some(bar) = bar(segment, index) else { return };
    put(
        out,
        format_args!(
            "<rect class=\"segment {}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"2\"",
            state_class(segment.state),
            Px(bar.x),
            Px(bar.y),
            Px(bar.width),
            Px(bar.height)
        ),
    );
    if let Some(pattern) = pattern_of(segment.state) {
        put(out, format_args!(" fill=\"url(#{pattern})\""));
    }
    put(out, format_args!("><title>{}</title></rect>\n", Escaped(&segment.sentence)));
    let needed = columns::of(&segment.label) as f32 * SMALL_COLUMN + WORD_LEFT + WORD_RIGHT;
    if !segment.label.is_empty() && needed <= bar.width {
        put(
            out,
            format_args!(
                "<text class=\"label\" x=\"{}\" y=\"{}\">{}</text>\n",
                Px(bar.x + WORD_LEFT),
                Px(middle(index) + 3.5),
                Escaped(&segment.label)
            ),
        );
    }
}

pub(super) fn arrow(out: &mut String, arrow: &Arrow, first_row: u32) {
    if let Some(path) = arrow_path(arrow, first_row) {
        let class = arrow_class(arrow.kind);
        put(out, format_args!("<path class=\"arrow {class}\" d=\"{path}\" marker-end=\"url(#il-head)\"/>\n"));
    }
}

/// The states that occur, in their own order, each with a sample, on as many lines as there must be; and how far
/// below the first line the last one is.
pub(super) fn legend(timeline: &Timeline, language: Language, room: f32) -> (String, f32) {
    const STATES: [State; 8] = [
        State::Running,
        State::Ready,
        State::Sleeping,
        State::Waiting,
        State::Blocking,
        State::Done,
        State::Failed,
        State::Cancelled,
    ];
    let occurs = |state: State| {
        timeline.rows.iter().flat_map(|row| &row.segments).any(|segment| {
            segment.state == state && (end_shape(state).is_some() || bar(segment, 0).is_some())
        })
    };
    let mut out = String::new();
    let (mut x, mut y) = (0.0, 0.0);
    let mut say = |sample: std::fmt::Arguments<'_>, word: &str| {
        let width = 24.0 + columns::of(word) as f32 * COLUMN;
        if x > 0.0 && x + width > room {
            (x, y) = (0.0, y + LEGEND_LINE);
        }
        put(
            &mut out,
            format_args!(
                "<g transform=\"translate({} {})\">{sample}<text class=\"legend-label\" x=\"24\" y=\"0\">{}</text></g>\n",
                Px(x),
                Px(y),
                Escaped(word)
            ),
        );
        x += width + 14.0;
    };
    for state in STATES.into_iter().filter(|state| occurs(*state)) {
        let (class, word) = (state_class(state), words::state(language, state));
        match (end_shape(state), pattern_of(state)) {
            (Some(shape), _) => {
                say(
                    format_args!(
                        "<path class=\"end {class}\" transform=\"translate(13 -4)\" d=\"{shape}\"/>"
                    ),
                    word,
                );
            }
            (None, fill) => {
                let fill = fill.map(|id| format!(" fill=\"url(#{id})\"")).unwrap_or_default();
                let height = THIN_BAR_HEIGHT;
                say(
                    format_args!(
                        "<rect class=\"segment {class}\" y=\"-10\" width=\"18\" height=\"{height}\" rx=\"2\"{fill}/>"
                    ),
                    word,
                );
            }
        }
    }
    if timeline.rows.iter().any(|row| !row.dots.is_empty()) {
        say(
            format_args!("<circle class=\"dot\" cx=\"13\" cy=\"-4\" r=\"{DOT_RADIUS}\"/>"),
            words::print_mark(language),
        );
    }
    (out, y)
}
