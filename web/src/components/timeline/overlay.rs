//! What lies over the rows and moves: arrows, the mark of the segment at the cursor, the cursor,
//! and the sentence about what the pointer is on.

use interleave_hints::Seen;
use interleave_views::sight::{Arrow, ArrowKind, Segment};
use interleave_views::{decimal, layout};
use yew::prelude::*;

use super::Picture;
use super::geometry::{Fit, Geometry, INSET};
use crate::engine::protocol::Advice;

/// With more arrows than this only those of the selected row are drawn.
const FEW: usize = 24;

/// Arrows end no more than so many rows beyond those that are drawn: a browser takes its time for each of a hundred
/// thousand dashes, though nobody sees them.
const FAR: f64 = 40.0;

/// The kinds of arrows, in their order.
pub(super) const KINDS: [ArrowKind; 4] =
    [ArrowKind::Spawn, ArrowKind::Wake, ArrowKind::Cancel, ArrowKind::Cause];

/// The head of a kind's arrows.
pub(super) fn head(kind: ArrowKind) -> String {
    format!("url(#head-{})", layout::arrow_class(kind))
}

/// The arrows that are worth drawing; `selected` is the number of the selected row.
pub(super) fn arrows(picture: &Picture, geometry: Geometry, fit: Fit, selected: Option<u32>) -> Html {
    let arrows = &picture.timeline.arrows;
    let is_cause = |arrow: &Arrow| arrow.kind == ArrowKind::Cause;
    // A chain of causes is to be seen, not to be looked for.
    let has_chain = arrows.iter().any(is_cause);
    let is_few = arrows.len() <= FEW;
    let touches_selected = |arrow: &Arrow| selected.is_some_and(|row| arrow.row0 == row || arrow.row1 == row);
    let wanted = |arrow: &&Arrow| {
        let telling = if has_chain { is_cause(arrow) } else { is_few || touches_selected(arrow) };
        telling && arrow.row0 != arrow.row1
    };
    let rows = picture.timeline.rows.len() as f64;
    let end = |x: f32, row: u32| {
        let row = (f64::from(row) - f64::from(picture.frame.first_row)).clamp(-FAR, rows + FAR);
        ((fit.x(x) + INSET) as f32, geometry.middle(row) as f32)
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

/// Where mistakes show: a line below each stretch of a lane that one of them is about.
pub(super) fn hinted(picture: &Picture, geometry: Geometry, fit: Fit, hints: &[Advice]) -> Html {
    let stretches = hints.iter().flat_map(|hint| &hint.seen);
    let line = |seen: &Seen| {
        let rows = &picture.timeline.rows;
        let (index, row) = rows.iter().enumerate().find(|(_, row)| row.lane == seen.lane)?;
        let within = |segment: &&Segment| segment.from < seen.to && seen.from < segment.to;
        let (first, last) = (row.segments.iter().find(within)?, row.segments.iter().rfind(within)?);
        let y = decimal::of(geometry.middle(index as f64) + geometry.bars / 2.0);
        let [x1, x2] = [first.x0, last.x1].map(|x| decimal::of(fit.x(x) + INSET));
        Some(html! { <line class="hinted" {x1} {x2} y1={y.clone()} y2={y} /> })
    };
    html! { <g>{ for stretches.filter_map(line) }</g> }
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

/// The outline around the segment of the selected lane at the cursor: its row and its segment, as indices
/// into the picture.
pub(super) fn active_mark(
    picture: &Picture,
    geometry: Geometry,
    fit: Fit,
    (row, segment): (usize, usize),
) -> Html {
    const MARGIN: f64 = 3.0;
    let found = picture.timeline.rows.get(row).and_then(|row| row.segments.get(segment));
    let Some(segment) = found else { return html! {} };
    let (left, right) = (fit.x(segment.x0) + INSET, fit.x(segment.x1) + INSET);
    let height = 22.0 * geometry.scale;
    html! {
        <rect
            class="active-mark"
            x={decimal::of(left - MARGIN)}
            y={decimal::of(geometry.middle(row as f64) - height / 2.0)}
            width={decimal::of(right - left + 2.0 * MARGIN)}
            height={decimal::of(height)}
            rx="4"
        />
    }
}

/// The sentence about what the pointer is on.
pub(super) struct Tip {
    pub(super) sentence: String,
    pub(super) x: f64,
    /// The row in the list.
    pub(super) row: usize,
    pub(super) rows: usize,
}

impl Tip {
    /// Below its row, or above it near the foot.
    pub(super) fn show(self, geometry: Geometry) -> Html {
        let Geometry { width, row: row_height, scale, .. } = geometry;
        let room = (22.0 * 16.0 * scale).min(width);
        let below = self.row < 2 || self.row + 2 < self.rows;
        let height = 3.0 * row_height;
        let top =
            if below { (self.row as f64 + 1.0) * row_height } else { self.row as f64 * row_height - height };
        // The pointer's side of the box is its text's side, too.
        let leftwards = self.x > width / 2.0;
        let left = (if leftwards { self.x - room } else { self.x }).min(width - room).max(0.0);
        let class = classes!("tip-room", (!below).then_some("above"), leftwards.then_some("leftwards"));
        html! {
            <foreignObject
                x={decimal::of(left)}
                y={decimal::of(top)}
                width={decimal::of(room)}
                height={decimal::of(height)}
            >
                <div xmlns="http://www.w3.org/1999/xhtml" {class}><p class="tip">{ self.sentence }</p></div>
            </foreignObject>
        }
    }
}
