//! The ends of delays, which a hand can pull at: where they lie, how they look, and how far a pull goes.

use interleave_views::sight::{DelayId, Pull, Row};
use interleave_views::{decimal, layout};
use yew::prelude::*;

use super::Picture;
use super::geometry::{Fit, Geometry, INSET};
use crate::state::{Handle, SECOND, last_digit};

/// How near a pointer must come to an end; a finger is thicker than a mouse.
const REACH: f64 = 7.0;
const FINGER_REACH: f64 = 18.0;

/// A pull jumps by so many pixels at least, so that the numbers that come of it are short.
const JUMP: f64 = 3.0;

/// The end under a pointer: the nearest, and of equals the one that lies inside the others.
pub(super) fn at(row: &Row, fit: Fit, x: f64, finger: bool) -> Option<Pull> {
    let reach = if finger { FINGER_REACH } else { REACH };
    let distance = |pull: &Pull| (fit.x(pull.x1) - x).abs();
    let near = row.pulls.iter().filter(|pull| distance(pull) <= reach);
    near.min_by(|one, other| distance(one).total_cmp(&distance(other)).then(one.over.cmp(&other.over)))
        .copied()
}

/// The delay that a lane is in at this moment: the one that was set last.
pub(super) fn during(row: &Row, event: u32, ns: i64) -> Option<Pull> {
    let in_it =
        row.pulls.iter().filter(|pull| pull.delay.0 < event && pull.from_ns <= ns && ns <= pull.due_ns);
    in_it.max_by_key(|pull| pull.delay).copied()
}

/// No pull is coarser, however much time a pixel is.
const COARSEST: i64 = 10 * SECOND;

/// By how much delays differ that a pull makes, at so many nanoseconds a pixel: by as much as one sees, and by
/// no less than the last digit of the literal or a tenth; `finely` a tenth of that.
pub(super) fn grid(ns_per_pixel: f64, literal: &str, finely: bool) -> i64 {
    let visible = layout::pleasant(ns_per_pixel * JUMP).min(COARSEST);
    let step = visible.max(last_digit(literal).min(SECOND / 10));
    if finely { (step / 10).max(1) } else { step }
}

/// The nearest length on the grid that is not nothing.
pub(super) fn snapped(length_ns: f64, grid: i64) -> i64 {
    let grid = grid.max(1);
    ((length_ns / grid as f64).round() as i64).max(1).saturating_mul(grid)
}

/// The ends of some rows (indices into the picture), and all that changes with the delay that is held.
pub(super) fn show(
    picture: &Picture,
    geometry: Geometry,
    fit: Fit,
    rows: &[usize],
    handle: Option<&Handle>,
    pulled: Option<DelayId>,
) -> Html {
    let held = handle.map(|handle| if handle.is_pulled { pulled } else { Some(handle.pull.delay) });
    let held = held.flatten();
    // The run that follows from a pull has other events: what changes with it is told before.
    let changing = handle.filter(|handle| !handle.is_pulled).and_then(Handle::choice);
    let changes = |pull: &Pull| changing.is_some_and(|choice| choice.delays.contains(&pull.delay));
    let all = picture.timeline.rows.iter().enumerate();
    html! {
        <g class="pulls">
            { for all.map(|(index, row)| {
                let open = rows.contains(&index);
                let shown = row.pulls.iter().filter(|pull| open || held == Some(pull.delay) || changes(pull));
                let middle = geometry.middle(index as f64);
                html! { { for shown.map(|pull| {
                    end(pull, (fit, geometry, middle), held == Some(pull.delay), changes(pull))
                }) } }
            }) }
        </g>
    }
}

fn end(pull: &Pull, (fit, geometry, middle): (Fit, Geometry, f64), held: bool, changes: bool) -> Html {
    let (left, right) = (fit.x(pull.x0) + INSET, fit.x(pull.x1) + INSET);
    let half = 9.0 * geometry.scale;
    let class = classes!(
        "pull",
        held.then_some("held"),
        changes.then_some("changes"),
        (!pull.written).then_some("locked"),
    );
    let (top, left, right) = (middle - half, decimal::of(left), decimal::of(right));
    html! {
        <g {class}>
            if pull.over {
                <path class="pull-span" d={format!("M{left} {0}V{1}H{right}V{0}", decimal::of(top), decimal::of(top - 4.0))} />
            } else if changes {
                <path class="pull-span" d={format!("M{left} {0}H{right}", decimal::of(middle + half + 1.5))} />
            }
            <path
                class="pull-end"
                d={format!("M{right} {}V{}", decimal::of(if pull.over { top - 5.0 } else { top }), decimal::of(middle + half))}
            />
        </g>
    }
}

#[cfg(test)]
mod tests {
    use super::{grid, snapped};

    #[test]
    fn pulls_make_short_numbers() {
        // A second over 100 pixels.
        assert_eq!(grid(1e7, "2", false), 100_000_000);
        assert_eq!(grid(1e7, "0.25", false), 50_000_000);
        assert_eq!(grid(1e7, "0.25", true), 5_000_000);
        // An hour over 360 pixels.
        assert_eq!(grid(1e10, "2", false), 10_000_000_000);
        assert_eq!(snapped(1.26e9, 100_000_000), 1_300_000_000);
        assert_eq!(snapped(-3.0, 100_000_000), 100_000_000);
    }
}
