//! The geometry and the words of a run's graph. The page and the SVG file draw by these, so that both look alike.

use interleave_text::Language;

use crate::decimal;
use crate::sight::{Edge, EdgeKind, Graph, Node};
use crate::words;

/// A node.
pub const NODE_WIDTH: f64 = 148.0;
/// The same.
pub const NODE_HEIGHT: f64 = 44.0;
/// From a column to the next.
const COLUMN: f64 = 212.0;
/// From a row to the next.
const ROW: f64 = 60.0;
/// What is left free around everything.
pub const MARGIN: f64 = 8.0;

/// How far a line reaches out that joins nodes of one column.
const BOW: f64 = 36.0;

/// How far from the middle of a node's side lines leave and arrive.
const ASIDE: f64 = 6.0;

/// The columns of type that a node has room for; Chinese glyphs take two.
const NODE_COLUMNS: usize = 18;

/// The kinds of lines, in their order.
pub const EDGES: [EdgeKind; 3] = [EdgeKind::Created, EdgeKind::WaitsFor, EdgeKind::Holds];

/// The outline of a line's head, in a square of 8 whose right side is where the line ends.
pub const HEAD: &str = "M0 0.5L8 4L0 7.5z";

/// How wide and how high a picture of it is.
pub fn extent(graph: &Graph) -> (f64, f64) {
    let columns = graph.nodes.iter().map(|node| node.column).max().unwrap_or(0);
    let rows = graph.nodes.iter().map(|node| node.row).max().unwrap_or(0);
    let width = f64::from(columns) * COLUMN + NODE_WIDTH + BOW + 2.0 * MARGIN;
    (width, f64::from(rows) * ROW + NODE_HEIGHT + 2.0 * MARGIN)
}

/// Where a node has its upper left corner.
pub fn place(node: &Node) -> (f64, f64) {
    (MARGIN + f64::from(node.column) * COLUMN, MARGIN + f64::from(node.row) * ROW)
}

/// The class that says what a line tells.
pub const fn edge_class(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Created => "edge-created",
        EdgeKind::WaitsFor => "edge-waits",
        EdgeKind::Holds => "edge-holds",
    }
}

/// Does such a line end in an arrow's head?
pub fn has_head(kind: EdgeKind) -> bool {
    kind == EdgeKind::WaitsFor
}

/// What such lines tell, in a word.
pub fn edge_word(language: Language, kind: EdgeKind) -> &'static str {
    words::edge(language, kind)
}

/// A line in words.
pub fn edge_sentence(language: Language, graph: &Graph, edge: &Edge) -> Option<String> {
    let (from, to) = ends(graph, edge)?;
    Some(words::joined(language, edge.kind, &from.name, &to.name))
}

fn ends<'a>(graph: &'a Graph, edge: &Edge) -> Option<(&'a Node, &'a Node)> {
    Some((graph.nodes.get(edge.from as usize)?, graph.nodes.get(edge.to as usize)?))
}

/// The path of a line, from the side of one node that faces the other; a bow where one stands above the other, with
/// some between them. Lines leave on one side of the middle and arrive on the other, so that none ends where another
/// begins.
pub fn edge_path(graph: &Graph, edge: &Edge) -> Option<String> {
    let (from, to) = ends(graph, edge)?;
    let ((x0, y0), (x1, y1)) = (place(from), place(to));
    if x0 == x1 && (y1 - y0).abs() <= ROW {
        let (from, to) = if y0 < y1 { (y0 + NODE_HEIGHT, y1) } else { (y0, y1 + NODE_HEIGHT) };
        let middle = x0 + NODE_WIDTH / 2.0;
        let [left, from, right, to] = [middle - ASIDE, from, middle + ASIDE, to].map(decimal::of);
        return Some(format!("M{left} {from}L{right} {to}"));
    }
    let (y0, y1) = (y0 + NODE_HEIGHT / 2.0 - ASIDE, y1 + NODE_HEIGHT / 2.0 + ASIDE);
    let (x0, x1, c0, c1) = if x1 > x0 {
        let middle = (x0 + NODE_WIDTH + x1) / 2.0;
        (x0 + NODE_WIDTH, x1, middle, middle)
    } else if x1 < x0 {
        let middle = (x1 + NODE_WIDTH + x0) / 2.0;
        (x0, x1 + NODE_WIDTH, middle, middle)
    } else {
        // Who holds one thing often waits for another: those lines do not lie upon each other.
        let out = x0 + NODE_WIDTH + if edge.kind == EdgeKind::Holds { BOW / 2.0 } else { BOW };
        (x0 + NODE_WIDTH, x1 + NODE_WIDTH, out, out)
    };
    let [x0, y0, x1, y1, c0, c1] = [x0, y0, x1, y1, c0, c1].map(decimal::of);
    Some(format!("M{x0} {y0}C{c0} {y0} {c1} {y1} {x1} {y1}"))
}

/// As much of a text as a node has room for.
pub fn shortened(text: &str) -> String {
    let mut columns = 0;
    let fits = |glyph: &char| {
        columns += if *glyph < '\u{1100}' { 1 } else { 2 };
        columns <= NODE_COLUMNS
    };
    let short: String = text.chars().take_while(fits).collect();
    if short.len() == text.len() { short } else { format!("{short}…") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_by_their_width() {
        assert_eq!(shortened("Task-2"), "Task-2");
        assert_eq!(shortened("a_name_that_is_much_too_long"), "a_name_that_is_muc…");
        assert_eq!(shortened("任务任务任务任务任务任务"), "任务任务任务任务任…");
    }

    #[test]
    fn lines_leave_on_the_side_that_faces_the_other() {
        let node = |column, row| Node {
            lane: None,
            colour: 0,
            name: String::new(),
            note: String::new(),
            state: None,
            column,
            row,
        };
        let graph = Graph { nodes: vec![node(0, 0), node(1, 0), node(0, 1), node(0, 2)], ..Graph::default() };
        let path = |from, to| edge_path(&graph, &Edge { from, to, kind: EdgeKind::Created });
        for (from, to, expected) in [
            (0, 1, "M156 24C188 24 188 36 220 36"),
            (1, 0, "M220 24C188 24 188 36 156 36"),
            (0, 2, "M76 52L88 68"),
            (0, 3, "M156 24C192 24 192 156 156 156"),
        ] {
            assert_eq!(path(from, to).as_deref(), Some(expected), "from {from} to {to}");
        }
        assert_eq!(path(0, 9), None);
    }
}
