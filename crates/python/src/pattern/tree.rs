//! A pattern as a tree.

use super::class::Class;
use super::flags::Fold;

/// How often and how eagerly something repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Eagerness {
    Greedy,
    Lazy,
    /// Greedy, and gives nothing back.
    Possessive,
}

/// A place between characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    TextStart,
    LineStart,
    TextEnd,
    /// The end, or before a newline that ends the text.
    LastLineEnd,
    LineEnd,
    Boundary {
        negative: bool,
        ascii: bool,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Character {
        c: char,
        fold: Fold,
    },
    Any {
        newline: bool,
    },
    Class(Class),
    At(Anchor),
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    Repeat {
        node: Box<Node>,
        least: u32,
        most: u32,
        eagerness: Eagerness,
    },
    Capture {
        group: usize,
        node: Box<Node>,
    },
    Reference {
        group: usize,
        fold: Fold,
    },
    Look {
        behind: bool,
        negative: bool,
        node: Box<Node>,
    },
    Atomic(Box<Node>),
    /// `(?(group)yes|no)`.
    Conditional {
        group: usize,
        yes: Box<Node>,
        no: Box<Node>,
    },
}

/// Repeats without bound.
pub(super) const UNBOUNDED: u32 = u32::MAX;

impl Node {
    /// The least and most characters that it takes; `widths` are those of groups so far.
    pub(super) fn width(&self, widths: &mut [(u64, u64)]) -> (u64, u64) {
        match self {
            Self::Character { .. } | Self::Any { .. } | Self::Class(_) => (1, 1),
            Self::At(_) => (0, 0),
            Self::Look { node, .. } => {
                node.width(widths);
                (0, 0)
            }
            Self::Sequence(nodes) => nodes.iter().fold((0, 0), |sum, node| {
                let (least, most) = node.width(widths);
                (sum.0 + least, most.saturating_add(sum.1))
            }),
            Self::Choice(nodes) => nodes.iter().map(|node| node.width(widths)).fold((u64::MAX, 0), widest),
            Self::Repeat { node, least, most, .. } => {
                let (narrow, wide) = node.width(widths);
                let times = if *most == UNBOUNDED { u64::MAX } else { u64::from(*most) };
                (narrow.saturating_mul(u64::from(*least)), wide.saturating_mul(times))
            }
            Self::Capture { group, node } => {
                let width = node.width(widths);
                widths[*group] = width;
                width
            }
            Self::Reference { group, .. } => widths[*group],
            Self::Atomic(node) => node.width(widths),
            Self::Conditional { yes, no, .. } => widest(yes.width(widths), no.width(widths)),
        }
    }

    /// Whether it takes exactly one character and captures nothing.
    pub(super) fn is_single(&self) -> bool {
        matches!(self, Self::Character { .. } | Self::Any { .. } | Self::Class(_))
    }
}

fn widest(a: (u64, u64), b: (u64, u64)) -> (u64, u64) {
    (a.0.min(b.0), a.1.max(b.1))
}
