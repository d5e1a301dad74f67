//! Long lists of which only what is in sight is in the document: the room of the rest, and ways
//! to bring a part into sight. Of what is in the document, that which is out of sight may be older.

use std::ops::Range;

use gloo_timers::callback::Timeout;
use interleave_views::decimal;
use web_sys::Element;
use yew::prelude::*;

/// How long nothing must have changed for what is out of sight to be drawn, too. Under a hand that pulls, or
/// while somebody types or pans, it would be drawn for nobody.
const SETTLED_AFTER_MILLIS: u32 = 200;

/// A value as it was when it had not changed for a while. The first one, and one after none, is so at once.
#[hook]
pub(super) fn use_settled<T: Clone + PartialEq + 'static>(value: Option<T>) -> Option<T> {
    let settled = use_state_eq(|| value.clone());
    let setter = settled.setter();
    let is_first = settled.is_none();
    use_effect_with((value.clone(), is_first), move |(value, is_first)| {
        let value = value.clone();
        let rest = if *is_first {
            setter.set(value);
            None
        } else {
            Some(Timeout::new(SETTLED_AFTER_MILLIS, move || setter.set(value)))
        };
        move || drop(rest)
    });
    (*settled).clone()
}

/// The rows that are seen, and the next ones, of a list that is scrolled so far.
pub(super) fn rows_in_sight(scrolled: f64, room: f64, row_height: f64) -> Range<u32> {
    let first = (scrolled / row_height).floor() as u32;
    let last = ((scrolled + room) / row_height).ceil() as u32;
    first.saturating_sub(1)..last.saturating_add(1)
}

/// The room of rows that are not in the document.
pub(super) fn gap(height: f64) -> Html {
    html! { <svg class="gap" width="1" height={decimal::of(height)} aria-hidden="true"></svg> }
}

/// Scroll as little as brings a row into sight.
pub(super) fn reveal(scroller: &Element, top: f64, height: f64) {
    let sight = (scroller.scroll_top(), scroller.client_height());
    if let Some(to) = nearest(sight, top, height) {
        scroller.set_scroll_top(to);
    }
}

/// The same sideways.
pub(super) fn reveal_across(scroller: &Element, left: f64, width: f64) {
    let sight = (scroller.scroll_left(), scroller.client_width());
    if let Some(to) = nearest(sight, left, width) {
        scroller.set_scroll_left(to);
    }
}

/// Where to begin, if a stretch is not wholly in sight.
fn nearest((from, room): (i32, i32), start: f64, length: f64) -> Option<i32> {
    let (from, room) = (f64::from(from), f64::from(room));
    if start < from {
        Some(start.floor() as i32)
    } else if start + length > from + room {
        // Of what is longer than the room the beginning is seen.
        Some((start + length - room).min(start).ceil() as i32)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{nearest, rows_in_sight};

    #[test]
    fn what_is_near_counts_as_seen() {
        assert_eq!(rows_in_sight(0.0, 100.0, 20.0), 0..6);
        assert_eq!(rows_in_sight(30.0, 100.0, 20.0), 0..8);
        assert_eq!(rows_in_sight(200.0, 90.0, 20.0), 9..16);
    }

    #[test]
    fn no_more_is_scrolled_than_needed() {
        for (start, length, expected) in
            [(120.0, 20.0, None), (80.5, 20.0, Some(80)), (190.0, 20.5, Some(111)), (150.0, 500.0, Some(150))]
        {
            assert_eq!(nearest((100, 100), start, length), expected, "{length} from {start}");
        }
    }
}
