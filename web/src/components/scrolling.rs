//! Long lists of which only what is in sight is in the document: the room of the rest, and ways
//! to bring a part into sight.

use interleave_views::decimal;
use web_sys::Element;
use yew::prelude::*;

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
    use super::nearest;

    #[test]
    fn no_more_is_scrolled_than_needed() {
        for (start, length, expected) in
            [(120.0, 20.0, None), (80.5, 20.0, Some(80)), (190.0, 20.5, Some(111)), (150.0, 500.0, Some(150))]
        {
            assert_eq!(nearest((100, 100), start, length), expected, "{length} from {start}");
        }
    }
}
