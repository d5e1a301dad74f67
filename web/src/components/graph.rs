//! The picture of tasks and what they share: who created whom, who waits for what, who holds it.
//!
//! For assistive tools it is a list, whose entries say what the lines show.

use interleave_text::{Language, count};
use interleave_views::decimal;
use interleave_views::sight::{Edge, EdgeKind, Graph, Lane, Node, State};
use web_sys::Element;
use yew::prelude::*;

use super::scrolling::{reveal, reveal_across};
use super::who::colour_class;
use crate::held::Held;
use crate::messages::{self, ViewMessages};

const NODE_WIDTH: f64 = 148.0;
const NODE_HEIGHT: f64 = 44.0;
const COLUMN: f64 = 212.0;
const ROW: f64 = 60.0;
const MARGIN: f64 = 8.0;

/// How far a line reaches out that joins nodes of one column.
const BOW: f64 = 36.0;

/// How far from the middle of a node's side lines leave and arrive.
const ASIDE: f64 = 6.0;

/// The columns of type that a node has room for; Chinese glyphs take two.
const NODE_COLUMNS: usize = 18;

#[derive(Properties, PartialEq)]
pub(crate) struct GraphPanelProps {
    pub(crate) language: Language,
    pub(crate) graph: Held<Graph>,
    pub(crate) selected: Option<Lane>,
    pub(crate) on_select: Callback<Option<Lane>>,
}

#[component]
pub(crate) fn GraphPanel(props: &GraphPanelProps) -> Html {
    let room = use_node_ref();
    let chosen = use_state_eq(|| None::<usize>);
    let (texts, graph) = (&messages::of(props.language).views, &props.graph);
    let active = graph
        .nodes
        .iter()
        .position(|node| node.lane.is_some() && node.lane == props.selected)
        .filter(|_| chosen.and_then(|index| graph.nodes.get(index)).is_none_or(|node| node.lane.is_some()))
        .or((*chosen).filter(|index| *index < graph.nodes.len()));
    let choose = {
        let (chosen, graph, on_select) = (chosen.setter(), graph.clone(), props.on_select.clone());
        move |index: usize| {
            chosen.set(Some(index));
            if let Some(lane) = graph.nodes.get(index).and_then(|node| node.lane) {
                on_select.emit(Some(lane));
            }
        }
    };
    let onkeydown = {
        let (graph, choose) = (graph.clone(), choose.clone());
        move |event: KeyboardEvent| {
            let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key());
            if let Some(target) = neighbour(&graph.nodes, active, &event.key()).filter(|_| plain) {
                event.prevent_default();
                event.stop_propagation();
                choose(target);
            }
        }
    };
    let onclick = move |event: MouseEvent| {
        use wasm_bindgen::JsCast;
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let node = element.and_then(|element| element.closest("[data-node]").ok().flatten());
        if let Some(index) = node.and_then(|node| node.get_attribute("data-node")?.parse().ok()) {
            choose(index);
        }
    };
    {
        let (room, graph) = (room.clone(), graph.clone());
        use_effect_with(active, move |active| {
            let node = active.and_then(|active| graph.nodes.get(active));
            if let Some((node, room)) = node.zip(room.cast::<Element>()) {
                let (x, y) = place(node);
                reveal(&room, y - MARGIN, NODE_HEIGHT + 2.0 * MARGIN);
                reveal_across(&room, x - MARGIN, NODE_WIDTH + 2.0 * MARGIN);
            }
        });
    }
    if graph.nodes.is_empty() {
        return html! { <p class="graph-empty">{ texts.graph_empty }</p> };
    }
    let (width, height) = extent(graph);
    html! {
        <div class="graph">
            <div
                class="graph-room"
                ref={room}
                role="listbox"
                tabindex="0"
                aria-label={texts.graph_label}
                aria-activedescendant={active.map(node_id)}
                {onkeydown}
                {onclick}
            >
                <svg role="none" width={decimal::of(width)} height={decimal::of(height)}>
                    <g aria-hidden="true">
                        { edge_head(HEAD) }
                        { for graph.edges.iter().filter_map(|edge| show_edge(&graph.nodes, edge, active, HEAD)) }
                    </g>
                    { for graph.nodes.iter().enumerate().map(|(index, node)| {
                        show_node(texts, graph, index, node, active == Some(index))
                    }) }
                </svg>
            </div>
            if graph.more > 0 {
                <p class="graph-more">{ (texts.more)(&count(graph.more.into())) }</p>
            }
            { legend(texts, &EDGES, HEAD) }
        </div>
    }
}

/// Who waits for whom where nothing can go on: a picture to be looked at, beside sentences that say the same.
pub(super) fn deadlock_picture(texts: &ViewMessages, graph: &Graph) -> Html {
    const HEAD: &str = "head-deadlock";
    let (width, height) = extent(graph);
    html! {
        <div class="deadlock" aria-hidden="true">
            <svg
                class="deadlock-picture"
                width={decimal::of(width)}
                height={decimal::of(height)}
                viewBox={format!("0 0 {} {}", decimal::of(width), decimal::of(height))}
            >
                { edge_head(HEAD) }
                { for graph.edges.iter().filter_map(|edge| show_edge(&graph.nodes, edge, None, HEAD)) }
                { for graph.nodes.iter().map(|node| html! {
                    <g class={node_class(node)} transform={at(node)}>{ node_face(texts, node) }</g>
                }) }
            </svg>
            { legend(texts, &EDGES[1..], HEAD) }
        </div>
    }
}

/// The arrow's head in the panel.
const HEAD: &str = "head-edge";

fn extent(graph: &Graph) -> (f64, f64) {
    let columns = graph.nodes.iter().map(|node| node.column).max().unwrap_or(0);
    let rows = graph.nodes.iter().map(|node| node.row).max().unwrap_or(0);
    let width = f64::from(columns) * COLUMN + NODE_WIDTH + BOW + 2.0 * MARGIN;
    (width, f64::from(rows) * ROW + NODE_HEIGHT + 2.0 * MARGIN)
}

/// Each picture has a head of its own: one that is folded away would lend it to nobody.
fn edge_head(id: &'static str) -> Html {
    html! {
        <defs>
            <marker
                {id}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="8"
                markerHeight="8"
                markerUnits="userSpaceOnUse"
                orient="auto"
            >
                <path class="head-edge" d="M0 0.5L8 4L0 7.5z" />
            </marker>
        </defs>
    }
}

fn legend(texts: &ViewMessages, kinds: &[EdgeKind], head_id: &str) -> Html {
    html! {
        <ul class="graph-legend">
            { for kinds.iter().map(|kind| html! {
                <li class="legend-entry">
                    <svg class="legend-mark" viewBox="0 0 32 20" width="32" height="20" aria-hidden="true">
                        <path class={classes!("edge", edge_class(*kind))} d="M2 10H29" marker-end={head(*kind, head_id)} />
                    </svg>
                    { texts.edges[*kind as usize] }
                </li>
            }) }
        </ul>
    }
}

/// The kinds of lines, in their order.
const EDGES: [EdgeKind; 3] = [EdgeKind::Created, EdgeKind::WaitsFor, EdgeKind::Holds];

fn edge_class(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Created => "edge-created",
        EdgeKind::WaitsFor => "edge-waits",
        EdgeKind::Holds => "edge-holds",
    }
}

fn head(kind: EdgeKind, id: &str) -> Option<String> {
    (kind == EdgeKind::WaitsFor).then(|| format!("url(#{id})"))
}

fn place(node: &Node) -> (f64, f64) {
    (MARGIN + f64::from(node.column) * COLUMN, MARGIN + f64::from(node.row) * ROW)
}

fn show_edge(nodes: &[Node], edge: &Edge, active: Option<usize>, head_id: &str) -> Option<Html> {
    let (from, to) = (nodes.get(edge.from as usize)?, nodes.get(edge.to as usize)?);
    let near = active.is_some_and(|active| active == edge.from as usize || active == edge.to as usize);
    Some(html! {
        <path
            class={classes!("edge", edge_class(edge.kind), near.then_some("near"))}
            d={curve(place(from), place(to))}
            marker-end={head(edge.kind, head_id)}
        />
    })
}

/// From the side of one node that faces the other; a bow where one stands above the other, with some
/// between them. Lines leave on one side of the middle and arrive on the other, so that none ends where
/// another begins.
fn curve((x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> String {
    if x0 == x1 && (y1 - y0).abs() <= ROW {
        let (from, to) = if y0 < y1 { (y0 + NODE_HEIGHT, y1) } else { (y0, y1 + NODE_HEIGHT) };
        let middle = x0 + NODE_WIDTH / 2.0;
        let [left, from, right, to] = [middle - ASIDE, from, middle + ASIDE, to].map(decimal::of);
        return format!("M{left} {from}L{right} {to}");
    }
    let (y0, y1) = (y0 + NODE_HEIGHT / 2.0 - ASIDE, y1 + NODE_HEIGHT / 2.0 + ASIDE);
    let (x0, x1, c0, c1) = if x1 > x0 {
        let middle = (x0 + NODE_WIDTH + x1) / 2.0;
        (x0 + NODE_WIDTH, x1, middle, middle)
    } else if x1 < x0 {
        let middle = (x1 + NODE_WIDTH + x0) / 2.0;
        (x0, x1 + NODE_WIDTH, middle, middle)
    } else {
        let out = x0 + NODE_WIDTH + BOW;
        (x0 + NODE_WIDTH, x1 + NODE_WIDTH, out, out)
    };
    let [x0, y0, x1, y1, c0, c1] = [x0, y0, x1, y1, c0, c1].map(decimal::of);
    format!("M{x0} {y0}C{c0} {y0} {c1} {y1} {x1} {y1}")
}

fn show_node(texts: &ViewMessages, graph: &Graph, index: usize, node: &Node, active: bool) -> Html {
    html! {
        <g
            class={classes!(node_class(node), active.then_some("selected"))}
            id={node_id(index)}
            data-node={index.to_string()}
            role="option"
            aria-selected={active.to_string()}
            aria-description={lines(texts, graph, index)}
            transform={at(node)}
        >
            { node_face(texts, node) }
        </g>
    }
}

fn at(node: &Node) -> String {
    let (x, y) = place(node);
    format!("translate({} {})", decimal::of(x), decimal::of(y))
}

fn node_class(node: &Node) -> Classes {
    let kind = if node.lane.is_some() { "node-lane" } else { "node-thing" };
    let is_over = matches!(node.state, Some(State::Done | State::Failed | State::Cancelled));
    classes!("node", kind, colour_class(node.colour), is_over.then_some("over"))
}

fn node_face(texts: &ViewMessages, node: &Node) -> Html {
    let corner = if node.lane.is_some() { "6" } else { "22" };
    let state = node.state.map(|state| texts.states[state as usize]);
    let note = Some(node.note.as_str()).filter(|note| !note.is_empty()).into_iter().chain(state);
    let note = note.collect::<Vec<_>>().join(" · ");
    html! {
        <>
            <rect class="node-box" width={decimal::of(NODE_WIDTH)} height={decimal::of(NODE_HEIGHT)} rx={corner} />
            <title>{ &node.name }{ " " }{ &note }</title>
            <text class="node-name" x="14" y="18">{ shortened(&node.name) }</text>
            <text class="node-note" x="14" y="34">{ shortened(&note) }</text>
        </>
    }
}

fn node_id(index: usize) -> String {
    format!("node-{index}")
}

/// A node's lines in words.
fn lines(texts: &ViewMessages, graph: &Graph, index: usize) -> String {
    let own = graph.edges.iter().filter(|edge| edge.from as usize == index || edge.to as usize == index);
    let sentences = own.filter_map(|edge| {
        let (from, to) = (graph.nodes.get(edge.from as usize)?, graph.nodes.get(edge.to as usize)?);
        Some(texts.edge[edge.kind as usize](&from.name, &to.name))
    });
    sentences.collect::<Vec<_>>().join("; ")
}

/// As much of a text as a node has room for.
fn shortened(text: &str) -> String {
    let mut columns = 0;
    let fits = |glyph: &char| {
        columns += if *glyph < '\u{1100}' { 1 } else { 2 };
        columns <= NODE_COLUMNS
    };
    let short: String = text.chars().take_while(fits).collect();
    if short.len() == text.len() { short } else { format!("{short}…") }
}

/// The node to which a key leads: the nearest one on that side, or the first or last of all.
fn neighbour(nodes: &[Node], active: Option<usize>, key: &str) -> Option<usize> {
    let direction = match key {
        "ArrowLeft" => (-1, 0),
        "ArrowRight" => (1, 0),
        "ArrowUp" => (0, -1),
        "ArrowDown" => (0, 1),
        "Home" => return Some(0),
        "End" => return nodes.len().checked_sub(1),
        "Enter" | " " => return active,
        _ => return None,
    };
    let Some(here) = active.and_then(|active| nodes.get(active)) else { return Some(0) };
    let offset = |node: &Node| {
        (i32::from(node.column) - i32::from(here.column), i32::from(node.row) - i32::from(here.row))
    };
    let distance = |node: &Node| {
        let (across, down) = offset(node);
        let (along, aside) = if direction.0 == 0 {
            (down * direction.1, across.abs())
        } else {
            (across * direction.0, down.abs())
        };
        // A little ahead before far ahead, and hardly ever aside.
        (along > 0).then_some(along + 3 * aside)
    };
    let ahead = nodes.iter().enumerate().filter_map(|(index, node)| Some((distance(node)?, index)));
    ahead.min().map(|(_, index)| index)
}

#[cfg(test)]
mod tests {
    use interleave_views::sight::Node;

    use super::{neighbour, shortened};

    fn node(column: u16, row: u16) -> Node {
        Node { lane: None, colour: 0, name: String::new(), note: String::new(), state: None, column, row }
    }

    #[test]
    fn keys_lead_to_the_nearest_node_on_that_side() {
        let nodes = [node(0, 0), node(1, 0), node(1, 1), node(2, 1)];
        for (active, key, expected) in [
            (None, "ArrowDown", Some(0)),
            (Some(0), "ArrowRight", Some(1)),
            (Some(1), "ArrowDown", Some(2)),
            (Some(2), "ArrowRight", Some(3)),
            (Some(3), "ArrowLeft", Some(2)),
            (Some(0), "ArrowLeft", None),
            (Some(0), "End", Some(3)),
            (Some(0), "x", None),
        ] {
            assert_eq!(neighbour(&nodes, active, key), expected, "{key} from {active:?}");
        }
    }

    #[test]
    fn long_names_are_cut_by_their_width() {
        assert_eq!(shortened("Task-2"), "Task-2");
        assert_eq!(shortened("a_name_that_is_much_too_long"), "a_name_that_is_muc…");
        assert_eq!(shortened("任务任务任务任务任务任务"), "任务任务任务任务任…");
    }
}
