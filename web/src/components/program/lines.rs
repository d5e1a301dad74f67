//! The lines between cards and things, drawn under them where the browser has put them.

use interleave_edits::graph::{EdgeKind, Node, Times};
use interleave_views::decimal;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element};
use yew::prelude::*;

use crate::components::size::Size;
use crate::held::Held;
use crate::state::{Drawn, Item, Open};

#[derive(Properties, PartialEq)]
pub(super) struct LinesProps {
    pub(super) drawn: Held<Drawn>,
    /// The element that cards and things stand in.
    pub(super) room: NodeRef,
    /// Its size, and what is open in it: with these, places change.
    pub(super) size: Size,
    pub(super) open: Option<Open>,
    pub(super) focus: Option<Item>,
    pub(super) many: &'static str,
}

#[derive(Clone, Debug, PartialEq)]
struct Line {
    kind: EdgeKind,
    path: String,
    times: Option<(String, f64, f64)>,
    is_near: bool,
}

/// A place in the room, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    left: f64,
    right: f64,
    middle: f64,
}

/// How far a line reaches out that joins what stands in one column.
const BOW: f64 = 26.0;

#[component]
pub(super) fn Lines(props: &LinesProps) -> Html {
    let lines = use_state_eq(Vec::<Line>::new);
    {
        let lines = lines.setter();
        let seen = (props.drawn.clone(), props.room.clone(), props.size, props.open, props.focus, props.many);
        use_effect_with(seen, move |(drawn, room, _, _, focus, many)| {
            if let Some(room) = room.cast::<Element>() {
                lines.set(measure(drawn, &room, *focus, many));
            }
        });
    }
    html! {
        <svg class="lines" aria-hidden="true">
            { for lines.iter().map(|line| html! {
                <>
                    <path class={classes!("line", class(line.kind), line.is_near.then_some("near"))} d={line.path.clone()} />
                    if let Some((times, x, y)) = &line.times {
                        <text class="line-times" x={decimal::of(*x)} y={decimal::of(*y)}>{ times }</text>
                    }
                </>
            }) }
        </svg>
    }
}

fn class(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Creates | EdgeKind::Schedules => "line-creates",
        EdgeKind::Awaits | EdgeKind::Calls => "line-awaits",
        EdgeKind::Uses | EdgeKind::Gets => "line-uses",
        EdgeKind::Puts | EdgeKind::Sets => "line-sets",
    }
}

fn measure(drawn: &Drawn, room: &Element, focus: Option<Item>, many: &str) -> Vec<Line> {
    let origin = room.get_bounding_client_rect();
    let area = |item: Item| {
        let element =
            room.query_selector(&format!("[data-item='{}']", super::name_of(item))).ok().flatten()?;
        let rect: DomRect = element.unchecked_ref::<Element>().get_bounding_client_rect();
        Some(Area {
            left: rect.left() - origin.left(),
            right: rect.right() - origin.left(),
            middle: (rect.top() + rect.bottom()) / 2.0 - origin.top(),
        })
    };
    let graph = &drawn.graph;
    let lines = graph.edges.iter().filter_map(|edge| {
        let to = match edge.to {
            Node::Card(card) => Item::Card(card as usize),
            Node::Thing(thing) => Item::Thing(thing as usize),
        };
        let (from_item, from) = [Item::Step(edge.span), Item::Card(edge.from as usize)]
            .into_iter()
            .find_map(|item| Some((item, area(item)?)))?;
        let (path, end) = route(from, area(to)?);
        let times = match edge.times {
            Times::Exactly(1) => None,
            Times::Exactly(times) => Some(format!("×{times}")),
            Times::Many => Some(format!("×{many}")),
        };
        let is_near = focus == Some(from_item) || focus == Some(to);
        Some(Line { kind: edge.kind, path, times: times.map(|times| (times, end.0, end.1)), is_near })
    });
    lines.collect()
}

/// A line from one side to the facing one, and where its number stands. Within a column it bows out.
fn route(from: Area, to: Area) -> (String, (f64, f64)) {
    let (y0, y1) = (from.middle, to.middle);
    let (x0, x1, c0, c1, label) = if to.left >= from.right {
        let half = (to.left - from.right) / 2.0;
        (from.right, to.left, from.right + half, to.left - half, to.left - 6.0)
    } else if to.right <= from.left {
        let half = (from.left - to.right) / 2.0;
        (from.left, to.right, from.left - half, to.right + half, to.right + 6.0)
    } else {
        let out = from.right.max(to.right) + BOW;
        (from.right, to.right, out, out, to.right + 8.0)
    };
    let [a, b, c, d, e, f] = [x0, y0, c0, c1, x1, y1].map(decimal::of);
    (format!("M{a} {b}C{c} {b} {d} {f} {e} {f}"), (label, y1 - 5.0))
}

#[cfg(test)]
mod tests {
    use super::{Area, route};

    #[test]
    fn lines_leave_on_the_side_that_faces_and_bow_within_a_column() {
        let (one, other) = (
            Area { left: 0.0, right: 100.0, middle: 10.0 },
            Area { left: 150.0, right: 200.0, middle: 40.0 },
        );
        assert_eq!(route(one, other).0, "M100 10C125 10 125 40 150 40");
        assert_eq!(route(other, one).0, "M150 40C125 40 125 10 100 10");
        let below = Area { middle: 90.0, ..one };
        assert_eq!(route(one, below).0, "M100 10C126 10 126 90 100 90");
    }
}
