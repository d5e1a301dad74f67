//! How states, prints and ends are drawn. Shapes, patterns and names are `interleave_views::layout`'s,
//! which draws files by them, too; what is written here is how they become elements.

use interleave_views::decimal;
use interleave_views::layout::{self, PATTERNS, Px, WORD_LEFT, WORD_RIGHT};
use interleave_views::sight::{Segment, State};
use yew::prelude::*;

/// The states, in their order.
pub(super) const STATES: [State; 8] = [
    State::Ready,
    State::Running,
    State::Sleeping,
    State::Waiting,
    State::Blocking,
    State::Done,
    State::Failed,
    State::Cancelled,
];

/// The fill of a state; without one the class has a plain one.
pub(super) fn fill(state: State) -> Option<String> {
    layout::pattern_of(state).map(|id| format!("url(#{id})"))
}

/// The patterns, once in a document.
#[component]
pub(super) fn Patterns() -> Html {
    html! {
        <svg class="patterns" width="0" height="0" aria-hidden="true">
            <defs>
                { for PATTERNS.iter().map(|pattern| {
                    let (width, height) = (decimal::of(pattern.size.0.into()), decimal::of(pattern.size.1.into()));
                    html! {
                        <pattern
                            id={pattern.id}
                            class={layout::state_class(pattern.state)}
                            width={width.clone()}
                            height={height.clone()}
                            patternUnits="userSpaceOnUse"
                        >
                            <rect class="ground" {width} {height} />
                            <path class="mark" d={pattern.path} />
                        </pattern>
                    }
                }) }
            </defs>
        </svg>
    }
}

/// A segment about the middle of its row, in the picture's own pixels: the bar of a state, or the sign of
/// an end.
pub(in crate::components) fn segment(segment: &Segment, middle: f64, scale: f64) -> Html {
    let Some(bar) = layout::bar(segment, 0) else {
        return end(segment.state, segment.x0.into(), middle);
    };
    let top = middle + f64::from(bar.y - layout::middle(0)) * scale;
    html! {
        <>
            <rect
                class={classes!("segment", layout::state_class(segment.state))}
                x={Px(bar.x).to_string()}
                y={decimal::of(top)}
                width={Px(bar.width).to_string()}
                height={decimal::of(f64::from(bar.height) * scale)}
                rx="1.5"
                fill={fill(segment.state)}
            />
            if segment.endless {
                { sign(layout::ENDLESS_SHAPE, segment.state, (bar.x + bar.width + layout::ENDLESS_GAP).into(), middle) }
            }
        </>
    }
}

/// The word in a bar, if there is room for it.
pub(in crate::components) fn word(segment: &Segment, middle: f64, scale: f64) -> Option<Html> {
    let bar = layout::bar(segment, 0).filter(|bar| label_fits(&segment.label, bar.width.into(), scale))?;
    Some(html! {
        <text
            class="label"
            dominant-baseline="central"
            x={Px(bar.x + WORD_LEFT).to_string()}
            y={decimal::of(middle)}
        >
            { &segment.label }
        </text>
    })
}

/// The sign of an end; nothing for what goes on.
pub(super) fn end(state: State, x: f64, middle: f64) -> Html {
    layout::end_shape(state).map_or_else(Html::default, |shape| sign(shape, state, x, middle))
}

fn sign(shape: &'static str, state: State, x: f64, middle: f64) -> Html {
    html! {
        <path
            class={classes!("end", layout::state_class(state))}
            d={shape}
            transform={format!("translate({} {})", decimal::of(x), decimal::of(middle))}
        />
    }
}

/// The sign of a print.
pub(in crate::components) fn print(x: f64, middle: f64) -> Html {
    html! {
        <circle
            class="dot"
            cx={decimal::of(x)}
            cy={decimal::of(middle)}
            r={decimal::of(layout::DOT_RADIUS.into())}
        />
    }
}

/// Is there room for a word? Chinese glyphs are as wide as two others.
fn label_fits(label: &str, width: f64, scale: f64) -> bool {
    let columns: usize = label.chars().map(|glyph| if glyph < '\u{1100}' { 1 } else { 2 }).sum();
    columns > 0 && (columns as f64) * 6.2 * scale + f64::from(WORD_LEFT + WORD_RIGHT) <= width
}

#[cfg(test)]
mod tests {
    use super::label_fits;

    #[test]
    fn words_stand_where_there_is_room() {
        assert!(label_fits("sleep 2 s", 80.0, 1.0));
        assert!(!label_fits("sleep 2 s", 60.0, 1.0));
        assert!(!label_fits("等待旗號", 60.0, 1.0));
        assert!(!label_fits("", 100.0, 1.0));
    }
}
