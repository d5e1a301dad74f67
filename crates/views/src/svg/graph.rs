//! A run's graph at a moment as SVG, for whoever has styles for it: its colours are those of its surroundings.
//! Geometry and words are `graph::layout`'s.

use interleave_text::{Language, count};

use super::{Escaped, put};
use crate::decimal;
use crate::graph::layout::{
    EDGES, HEAD, MARGIN, NODE_HEIGHT, NODE_WIDTH, edge_class, edge_path, edge_sentence, edge_word, extent,
    has_head, place, shortened,
};
use crate::sight::{EdgeKind, Graph, Node, State};
use crate::{columns, words};

/// The room for what the lines mean, below the picture.
const LEGEND_HEIGHT: f64 = 24.0;
/// A sample of a line, and about how wide a column of the text beside it is.
const SAMPLE: f64 = 32.0;
const COLUMN: f64 = 6.6;

/// Draws it.
pub fn graph_svg(graph: &Graph, language: Language) -> String {
    let (width, height) = extent(graph);
    let who = graph.nodes.iter().map(|node| named(node, language));
    let how = graph.edges.iter().filter_map(|edge| edge_sentence(language, graph, edge));
    let mut out = String::new();
    put(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"interleave\" role=\"img\" lang=\"{}\" \
             width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\">\n<title>{}</title>\n<desc>{}</desc>\n\
             <defs><marker id=\"il-edge\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" \
             markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">\
             <path class=\"edge-head\" d=\"{HEAD}\"/></marker></defs>\n",
            language.tag(),
            Escaped(words::graph_name(language)),
            Escaped(&who.chain(how).collect::<Vec<_>>().join("\n")),
            w = decimal::of(width.max(legend_width(language))),
            h = decimal::of(height + LEGEND_HEIGHT),
        ),
    );
    for edge in &graph.edges {
        if let Some(path) = edge_path(graph, edge) {
            line(&mut out, edge.kind, &path);
        }
    }
    for node in &graph.nodes {
        self::node(&mut out, node, language);
    }
    let end = legend(&mut out, language, height + LEGEND_HEIGHT / 2.0);
    if graph.more > 0 {
        let more = format!("⋯ +{}", count(graph.more.into()));
        words_at(&mut out, end, height + LEGEND_HEIGHT / 2.0, &more);
    }
    out.push_str("</svg>\n");
    out
}

fn line(out: &mut String, kind: EdgeKind, path: &str) {
    let head = if has_head(kind) { " marker-end=\"url(#il-edge)\"" } else { "" };
    put(out, format_args!("<path class=\"edge {}\" d=\"{path}\"{head}/>\n", edge_class(kind)));
}

/// A node's coroutine or class, its numbers, and what it does.
fn note(node: &Node, language: Language) -> String {
    let state = node.state.map(|state| words::state(language, state));
    let note = Some(node.note.as_str()).filter(|note| !note.is_empty()).into_iter().chain(state);
    note.collect::<Vec<_>>().join(" · ")
}

fn named(node: &Node, language: Language) -> String {
    let note = note(node, language);
    if note.is_empty() { node.name.clone() } else { format!("{}: {note}", node.name) }
}

fn node(out: &mut String, node: &Node, language: Language) {
    let is_over = matches!(node.state, Some(State::Done | State::Failed | State::Cancelled));
    let (x, y) = place(node);
    put(
        out,
        format_args!(
            "<g class=\"node{}\" transform=\"translate({} {})\"><title>{}</title>\
             <rect class=\"node-box\" width=\"{}\" height=\"{}\" rx=\"{}\"/>",
            if is_over { " over" } else { "" },
            decimal::of(x),
            decimal::of(y),
            Escaped(&named(node, language)),
            decimal::of(NODE_WIDTH),
            decimal::of(NODE_HEIGHT),
            // What tasks share is round.
            if node.lane.is_some() { "6" } else { "22" },
        ),
    );
    if node.lane.is_some() {
        put(
            out,
            format_args!(
                "<rect class=\"lane-mark colour-{}\" x=\"5\" y=\"10\" width=\"5\" height=\"24\" rx=\"2\"/>",
                node.colour
            ),
        );
    }
    put(
        out,
        format_args!(
            "<text class=\"name\" x=\"15\" y=\"18\">{}</text><text class=\"legend-label\" x=\"15\" y=\"34\">{}</text></g>\n",
            Escaped(&shortened(&node.name)),
            Escaped(&shortened(&note(node, language))),
        ),
    );
}

/// How wide a sample and its word are.
fn entry_width(language: Language, kind: EdgeKind) -> f64 {
    SAMPLE + 6.0 + columns::of(edge_word(language, kind)) as f64 * COLUMN + 14.0
}

fn legend_width(language: Language) -> f64 {
    MARGIN + EDGES.iter().map(|kind| entry_width(language, *kind)).sum::<f64>()
}

/// Says what the lines mean, and where there is room behind that.
fn legend(out: &mut String, language: Language, middle: f64) -> f64 {
    EDGES.iter().fold(MARGIN, |x, kind| {
        line(out, *kind, &format!("M{} {}h{}", decimal::of(x), decimal::of(middle), decimal::of(SAMPLE)));
        words_at(out, x + SAMPLE + 6.0, middle, edge_word(language, *kind));
        x + entry_width(language, *kind)
    })
}

fn words_at(out: &mut String, x: f64, middle: f64, said: &str) {
    let (x, y) = (decimal::of(x), decimal::of(middle + 4.0));
    put(out, format_args!("<text class=\"legend-label\" x=\"{x}\" y=\"{y}\">{}</text>\n", Escaped(said)));
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use interleave_text::Language;

    use super::graph_svg;
    use crate::sight::{Edge, EdgeKind, Graph, Lane, Node, State};

    #[test]
    fn a_graph_says_what_it_draws() {
        let lane = Some(Lane::Task(2));
        let task = Node {
            lane,
            colour: 1,
            name: "a<b".into(),
            note: "job()".into(),
            state: Some(State::Done),
            column: 0,
            row: 0,
        };
        let thing = Node {
            lane: None,
            name: "sem".into(),
            note: String::new(),
            state: None,
            column: 1,
            ..task.clone()
        };
        let edge = Edge { from: 0, to: 1, kind: EdgeKind::WaitsFor };
        let graph = Graph { nodes: vec![task, thing], edges: vec![edge], more: 1_200 };
        expect![[r#"
            <svg xmlns="http://www.w3.org/2000/svg" class="interleave" role="img" lang="zh-Hant" width="412" height="84" viewBox="0 0 412 84">
            <title>任務與它們共用的東西</title>
            <desc>a&lt;b: job() · 已完成
            sem
            a&lt;b 等待 sem</desc>
            <defs><marker id="il-edge" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="edge-head" d="M0 0.5L8 4L0 7.5z"/></marker></defs>
            <path class="edge edge-waits" d="M156 24C188 24 188 36 220 36" marker-end="url(#il-edge)"/>
            <g class="node over" transform="translate(8 8)"><title>a&lt;b: job() · 已完成</title><rect class="node-box" width="148" height="44" rx="6"/><rect class="lane-mark colour-1" x="5" y="10" width="5" height="24" rx="2"/><text class="name" x="15" y="18">a&lt;b</text><text class="legend-label" x="15" y="34">job() · 已完成</text></g>
            <g class="node" transform="translate(220 8)"><title>sem</title><rect class="node-box" width="148" height="44" rx="22"/><text class="name" x="15" y="18">sem</text><text class="legend-label" x="15" y="34"></text></g>
            <path class="edge edge-created" d="M8 72h32"/>
            <text class="legend-label" x="46" y="76">建立</text>
            <path class="edge edge-waits" d="M86.4 72h32" marker-end="url(#il-edge)"/>
            <text class="legend-label" x="124.4" y="76">等待</text>
            <path class="edge edge-holds" d="M164.8 72h32"/>
            <text class="legend-label" x="202.8" y="76">持有</text>
            <text class="legend-label" x="243.2" y="76">⋯ +1,200</text>
            </svg>
        "#]].assert_eq(&graph_svg(&graph, Language::TraditionalChinese));
    }
}
