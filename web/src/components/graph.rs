//! The picture of tasks and what they share: who created whom, who waits for what, who holds it.
//!
//! For assistive tools it is a list, whose entries say what the lines show.

use interleave_text::{Language, count};
use interleave_views::decimal;
use interleave_views::graph::layout::{
    EDGES, HEAD, MARGIN, NODE_HEIGHT, NODE_WIDTH, edge_class, edge_path, edge_sentence, edge_word, extent,
    has_head, place, shortened,
};
use interleave_views::sight::{Edge, EdgeKind, Graph, Lane, Node, State};
use web_sys::Element;
use yew::prelude::*;

use super::scrolling::{reveal, reveal_across};
use super::who::colour_class;
use crate::held::Held;
use crate::messages;

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
                        { edge_head(HEAD_ID) }
                        { for graph.edges.iter().filter_map(|edge| show_edge(graph, edge, active, HEAD_ID)) }
                    </g>
                    { for graph.nodes.iter().enumerate().map(|(index, node)| {
                        show_node(props.language, graph, index, node, active == Some(index))
                    }) }
                </svg>
            </div>
            if graph.more > 0 {
                <p class="graph-more">{ (texts.more)(&count(graph.more.into())) }</p>
            }
            { legend(props.language, &EDGES, HEAD_ID) }
        </div>
    }
}

/// Who waits for whom where nothing can go on: a picture to be looked at, beside sentences that say the same.
pub(super) fn deadlock_picture(language: Language, graph: &Graph) -> Html {
    const HEAD_ID: &str = "head-deadlock";
    let (width, height) = extent(graph);
    html! {
        <div class="deadlock" aria-hidden="true">
            <svg
                class="deadlock-picture"
                width={decimal::of(width)}
                height={decimal::of(height)}
                viewBox={format!("0 0 {} {}", decimal::of(width), decimal::of(height))}
            >
                { edge_head(HEAD_ID) }
                { for graph.edges.iter().filter_map(|edge| show_edge(graph, edge, None, HEAD_ID)) }
                { for graph.nodes.iter().map(|node| html! {
                    <g class={node_class(node)} transform={at(node)}>{ node_face(language, node) }</g>
                }) }
            </svg>
            { legend(language, &EDGES[1..], HEAD_ID) }
        </div>
    }
}

/// The name of the arrow's head in the panel.
const HEAD_ID: &str = "head-edge";

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
                <path class="head-edge" d={HEAD} />
            </marker>
        </defs>
    }
}

fn legend(language: Language, kinds: &[EdgeKind], head_id: &str) -> Html {
    html! {
        <ul class="graph-legend">
            { for kinds.iter().map(|kind| html! {
                <li class="legend-entry">
                    <svg class="legend-mark" viewBox="0 0 32 20" width="32" height="20" aria-hidden="true">
                        <path class={classes!("edge", edge_class(*kind))} d="M2 10H29" marker-end={head(*kind, head_id)} />
                    </svg>
                    { edge_word(language, *kind) }
                </li>
            }) }
        </ul>
    }
}

fn head(kind: EdgeKind, id: &str) -> Option<String> {
    has_head(kind).then(|| format!("url(#{id})"))
}

fn show_edge(graph: &Graph, edge: &Edge, active: Option<usize>, head_id: &str) -> Option<Html> {
    let path = edge_path(graph, edge)?;
    let near = active.is_some_and(|active| active == edge.from as usize || active == edge.to as usize);
    Some(html! {
        <path
            class={classes!("edge", edge_class(edge.kind), near.then_some("near"))}
            d={path}
            marker-end={head(edge.kind, head_id)}
        />
    })
}

fn show_node(language: Language, graph: &Graph, index: usize, node: &Node, active: bool) -> Html {
    html! {
        <g
            class={classes!(node_class(node), active.then_some("selected"))}
            id={node_id(index)}
            data-node={index.to_string()}
            role="option"
            aria-selected={active.to_string()}
            aria-description={lines(language, graph, index)}
            transform={at(node)}
        >
            { node_face(language, node) }
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

fn node_face(language: Language, node: &Node) -> Html {
    let texts = &messages::of(language).views;
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
fn lines(language: Language, graph: &Graph, index: usize) -> String {
    let own = graph.edges.iter().filter(|edge| edge.from as usize == index || edge.to as usize == index);
    own.filter_map(|edge| edge_sentence(language, graph, edge)).collect::<Vec<_>>().join("; ")
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

    use super::neighbour;

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
}
