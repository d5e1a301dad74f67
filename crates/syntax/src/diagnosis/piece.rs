//! An expression as far as messages speak of it: its place, and what it is called.

use interleave_text::Span;

pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) shape: Shape,
}

pub(super) enum Shape {
    Name,
    Attribute,
    Subscript,
    Starred(Box<Piece>),
    List(Vec<Piece>),
    Tuple {
        items: Vec<Piece>,
        has_brackets: bool,
    },
    /// What can't be assigned to, by the name that messages give it; and whether it binds
    /// less than `|`, so that CPython does not take it for the left side of a lone `=`.
    Other {
        name: &'static str,
        is_loose: bool,
    },
}

/// What a target is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Assign,
    Delete,
}

impl Piece {
    pub(super) fn name(span: Span) -> Self {
        Self { span, shape: Shape::Name }
    }

    pub(super) fn other(name: &'static str, span: Span) -> Self {
        Self { span, shape: Shape::Other { name, is_loose: false } }
    }

    pub(super) fn loose(name: &'static str, span: Span) -> Self {
        Self { span, shape: Shape::Other { name, is_loose: true } }
    }

    /// What messages call it.
    pub(super) fn description(&self) -> &'static str {
        match &self.shape {
            Shape::Name => "name",
            Shape::Attribute => "attribute",
            Shape::Subscript => "subscript",
            Shape::Starred(_) => "starred",
            Shape::List(_) => "list",
            Shape::Tuple { .. } => "tuple",
            Shape::Other { name, .. } => name,
        }
    }

    pub(super) fn is_single_target(&self) -> bool {
        matches!(self.shape, Shape::Name | Shape::Attribute | Shape::Subscript)
    }

    pub(super) fn is_starred(&self) -> bool {
        matches!(self.shape, Shape::Starred(_))
    }

    /// The first part of it that can't be a target.
    pub(super) fn wrong_target(&self, purpose: Use) -> Option<&Piece> {
        match &self.shape {
            Shape::Name | Shape::Attribute | Shape::Subscript => None,
            Shape::List(items) | Shape::Tuple { items, .. } => {
                items.iter().find_map(|item| item.wrong_target(purpose))
            }
            Shape::Starred(value) if purpose == Use::Assign => value.wrong_target(purpose),
            Shape::Starred(_) | Shape::Other { .. } => Some(self),
        }
    }
}
