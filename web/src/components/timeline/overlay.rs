//! What lies over the rows and moves: arrows, the mark of the segment at the cursor, the cursor,
//! and the sentence about what the pointer is on.

use interleave_views::sight::{Arrow, ArrowKind};
use interleave_views::{decimal, layout};
use yew::prelude::*;

use super::Picture;
use super::geometry::{Fit, Geometry, INSET};
use crate::held::Held;

/// With more arrows than this only those of the selected row are drawn.
const FEW: usize = 24;

/// The kinds of arrows, in their order.
pub(super) const KINDS: [ArrowKind; 4] =
    [ArrowKind::Spawn, ArrowKind::Wake, ArrowKind::Cancel, ArrowKind::Cause];

/// The head of a kind's arrows.
pub(super) fn head(kind: ArrowKind) -> String {
    format!("url(#head-{})", layout::arrow_class(kind))
}

#[derive(Properties, PartialEq)]
pub(super) struct ArrowsProps {
    pub(super) picture: Held<Picture>,
    pub(super) geometry: Geometry,
    pub(super) fit: Fit,
    /// The number of the selected row.
    pub(super) selected: Option<u32>,
}

/// The arrows that are worth drawing.
#[component]
pub(super) fn Arrows(props: &ArrowsProps) -> Html {
    let arrows = &props.picture.timeline.arrows;
    let is_cause = |arrow: &Arrow| arrow.kind == ArrowKind::Cause;
    // A chain of causes is to be seen, not to be looked for.
    let has_chain = arrows.iter().any(is_cause);
    let is_few = arrows.len() <= FEW;
    let touches_selected =
        |arrow: &Arrow| props.selected.is_some_and(|row| arrow.row0 == row || arrow.row1 == row);
    let wanted = |arrow: &&Arrow| {
        let telling = if has_chain { is_cause(arrow) } else { is_few || touches_selected(arrow) };
        telling && arrow.row0 != arrow.row1
    };
    let end = |x: f32, row: u32| {
        let row = f64::from(row) - f64::from(props.picture.frame.first_row);
        ((props.fit.x(x) + INSET) as f32, props.geometry.middle(row) as f32)
    };
    html! {
        <g class="arrows">
            { for arrows.iter().filter(wanted).map(|arrow| html! {
                <path
                    class={classes!("arrow", layout::arrow_class(arrow.kind))}
                    d={layout::join(end(arrow.x0, arrow.row0), end(arrow.x1, arrow.row1))}
                    marker-end={head(arrow.kind)}
                />
            }) }
        </g>
    }
}

/// The heads of arrows.
pub(super) fn arrow_heads() -> Html {
    html! {
        <defs>
            { for KINDS.into_iter().map(|kind| html! {
                <marker
                    id={format!("head-{}", layout::arrow_class(kind))}
                    viewBox="0 0 8 8"
                    refX="7"
                    refY="4"
                    markerWidth="8"
                    markerHeight="8"
                    markerUnits="userSpaceOnUse"
                    orient="auto"
                >
                    <path class={classes!("arrow-head", layout::arrow_class(kind))} d="M0 1l7 3-7 3z" />
                </marker>
            }) }
        </defs>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ActiveMarkProps {
    pub(super) picture: Held<Picture>,
    pub(super) geometry: Geometry,
    pub(super) fit: Fit,
    /// Row and segment, as indices into the picture.
    pub(super) active: (usize, usize),
}

/// The outline around the segment of the selected lane at the cursor.
#[component]
pub(super) fn ActiveMark(props: &ActiveMarkProps) -> Html {
    const MARGIN: f64 = 3.0;
    let (row, segment) = props.active;
    let found = props.picture.timeline.rows.get(row).and_then(|row| row.segments.get(segment));
    let Some(segment) = found else { return html! {} };
    let (left, right) = (props.fit.x(segment.x0) + INSET, props.fit.x(segment.x1) + INSET);
    let height = 22.0 * props.geometry.scale;
    html! {
        <rect
            class="active-mark"
            x={decimal::of(left - MARGIN)}
            y={decimal::of(props.geometry.middle(row as f64) - height / 2.0)}
            width={decimal::of(right - left + 2.0 * MARGIN)}
            height={decimal::of(height)}
            rx="4"
        />
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct TipProps {
    pub(super) sentence: AttrValue,
    pub(super) x: f64,
    /// The row in the list.
    pub(super) row: usize,
    pub(super) rows: usize,
    pub(super) geometry: Geometry,
}

/// The sentence about what the pointer is on: below its row, or above it near the foot.
#[component]
pub(super) fn Tip(props: &TipProps) -> Html {
    let Geometry { width, row: row_height, scale, .. } = props.geometry;
    let room = (22.0 * 16.0 * scale).min(width);
    let below = props.row < 2 || props.row + 2 < props.rows;
    let height = 3.0 * row_height;
    let top =
        if below { (props.row as f64 + 1.0) * row_height } else { props.row as f64 * row_height - height };
    // The pointer's side of the box is its text's side, too.
    let leftwards = props.x > width / 2.0;
    let left = (if leftwards { props.x - room } else { props.x }).min(width - room).max(0.0);
    let class = classes!("tip-room", (!below).then_some("above"), leftwards.then_some("leftwards"),);
    html! {
        <foreignObject x={decimal::of(left)} y={decimal::of(top)} width={decimal::of(room)} height={decimal::of(height)}>
            <div xmlns="http://www.w3.org/1999/xhtml" {class}><p class="tip">{ props.sentence.clone() }</p></div>
        </foreignObject>
    }
}
