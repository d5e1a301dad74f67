//! Operators, conditions, lambdas and the trailers of a value.

use super::piece::Shape;
use super::{Kind, Mistake, Piece, Read, Reader, is_keyword};
use interleave_text::Span;

/// Binary operators from the loosest to the tightest.
const BINARY: [&[&str]; 6] =
    [&["|"], &["^"], &["&"], &["<<", ">>"], &["+", "-"], &["*", "/", "//", "%", "@"]];

const COMPARISONS: [&str; 8] = ["==", "!=", "<", "<=", ">", ">=", "in", "is"];

/// Keywords that begin an expression.
const OPENERS: [&str; 6] = ["None", "True", "False", "lambda", "not", "await"];

impl Reader<'_> {
    /// One or more expressions, with or without a comma at the end.
    pub(super) fn star_expressions(&mut self) -> Read<Piece> {
        self.list_of(Self::star_expression)
    }

    /// As [`Self::star_expressions`], but of targets, which stop before `in`.
    pub(super) fn targets(&mut self) -> Read<Piece> {
        self.list_of(Self::star_target)
    }

    pub(super) fn list_of(&mut self, item: impl Fn(&mut Self) -> Read<Piece>) -> Read<Piece> {
        let start = self.at;
        let first = item(self)?;
        if !self.is(",") {
            return Ok(first);
        }
        let mut items = vec![first];
        while self.accept(",") && self.begins_item() {
            items.push(item(self)?);
        }
        Ok(Piece { span: self.span_from(start), shape: Shape::Tuple { items, has_brackets: false } })
    }

    fn begins_item(&mut self) -> bool {
        self.is("*") || self.begins_expression()
    }

    pub(super) fn begins_expression(&mut self) -> bool {
        match self.kind() {
            Kind::Number | Kind::String | Kind::FStringStart => true,
            Kind::Name => !is_keyword(self.word(self.at)) || self.is_any(&OPENERS),
            Kind::Operator => self.is_any(&["(", "[", "{", "-", "+", "~", "..."]),
            Kind::FStringText | Kind::FStringEnd | Kind::Newline => false,
            Kind::Indent | Kind::Dedent | Kind::End | Kind::Wrong => false,
        }
    }

    fn star_expression(&mut self) -> Read<Piece> {
        if self.is("*") { self.starred() } else { self.expression() }
    }

    pub(super) fn star_target(&mut self) -> Read<Piece> {
        if self.is("*") { self.starred() } else { self.binary(0) }
    }

    pub(super) fn starred(&mut self) -> Read<Piece> {
        let start = self.at;
        self.expect("*")?;
        let value = Box::new(self.binary(0)?);
        Ok(Piece { span: self.span_from(start), shape: Shape::Starred(value) })
    }

    pub(super) fn star_named_expression(&mut self) -> Read<Piece> {
        if self.is("*") { self.starred() } else { self.named_expression() }
    }

    pub(super) fn named_expression(&mut self) -> Read<Piece> {
        let start = self.at;
        if self.is_name() && self.word(self.at + 1) == ":=" {
            self.at += 2;
            self.expression()?;
            return Ok(Piece::loose("named expression", self.span_from(start)));
        }
        let piece = self.expression()?;
        self.checked_condition(piece)
    }

    fn checked_condition(&mut self, piece: Piece) -> Read<Piece> {
        if self.is_guessing {
            return Ok(piece);
        }
        if self.is(":=")
            && self
                .look_ahead(|reader| {
                    reader.at += 1;
                    reader.expression()
                })
                .is_some()
        {
            return Err(self.cannot("use assignment expressions with", &piece));
        }
        match self.lone_equals(&piece) {
            Some(mistake) => Err(mistake),
            None => Ok(piece),
        }
    }

    fn cannot(&self, what: &str, piece: &Piece) -> Mistake {
        Mistake::new(format!("cannot {what} {}", piece.description()), piece.span)
    }

    /// `x = 1` where only a condition can stand.
    pub(super) fn lone_equals(&mut self, piece: &Piece) -> Option<Mistake> {
        let is_equation = |reader: &mut Self| {
            reader.expect("=")?;
            let right = reader.binary(0)?;
            if reader.is_any(&["=", ":="]) { Err(reader.unexpected()) } else { Ok(right) }
        };
        if !self.is("=") {
            return None;
        }
        let hint = match &piece.shape {
            Shape::Name => {
                let right = self.look_ahead(is_equation)?;
                let span = Span::new(piece.span.start, right.span.end);
                return Some(Mistake::new(
                    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                    span,
                ));
            }
            Shape::List(_) | Shape::Tuple { .. } => None,
            Shape::Other { name: "True" | "False" | "None" | "generator expression", .. } => None,
            Shape::Other { name, is_loose } if !is_loose || *name == "named expression" => Some(()),
            Shape::Other { .. } | Shape::Starred(_) => None,
            Shape::Attribute | Shape::Subscript => Some(()),
        };
        hint.and_then(|()| self.look_ahead(is_equation))?;
        let message =
            format!("cannot assign to {} here. Maybe you meant '==' instead of '='?", piece.description());
        Some(Mistake::new(message, piece.span))
    }

    pub(super) fn expression(&mut self) -> Read<Piece> {
        let start = self.at;
        if self.is("lambda") {
            return self.lambda();
        }
        let piece = self.disjunction()?;
        self.rest_of_expression(start, piece)
    }

    /// What follows a value is read in functions of their own, which are not on the stack
    /// while the brackets of that value are.
    fn rest_of_expression(&mut self, start: usize, piece: Piece) -> Read<Piece> {
        if self.accept("if") {
            self.disjunction()?;
            if !self.is("else") {
                let message = "expected 'else' after 'if' expression";
                let span = self.span_from(start);
                return Err(if self.is(":") { self.unexpected() } else { Mistake::new(message, span) });
            }
            self.at += 1;
            self.expression()?;
            return Ok(Piece::loose("conditional expression", self.span_from(start)));
        }
        if !self.is_guessing && self.begins_expression() {
            self.juxtaposition(start, &piece)?;
        }
        Ok(piece)
    }

    /// Two expressions with nothing between them: a comma is missing, or the brackets of `print`.
    fn juxtaposition(&mut self, start: usize, piece: &Piece) -> Read<()> {
        let is_legacy = |word: &str| matches!(word, "print" | "exec");
        let is_one_word = self.at == start + 1;
        let first = self.word(start);
        let names_a_string =
            self.is_name_at(start) && matches!(self.token(start + 1).kind, Kind::String | Kind::FStringStart);
        let is_soft_keyword = matches!(first, "match" | "case" | "type" | "_");
        let is_print =
            matches!(piece.shape, Shape::Name) && is_legacy(piece.span.of(self.source).unwrap_or_default());
        if !names_a_string && !is_soft_keyword && !is_print {
            let at = self.at;
            if let Some(second) = self.guess(Self::expression) {
                let level = self.token(self.at - 1).level;
                if level > 0 {
                    let span = Span::new(piece.span.start, second.span.end);
                    return Err(Mistake::new("invalid syntax. Perhaps you forgot a comma?", span));
                }
            }
            self.at = at;
        }
        if is_one_word && is_legacy(first) {
            let at = self.at;
            if let Some(printed) = self.guess(Self::star_expressions) {
                let span = Span::new(piece.span.start, printed.span.end);
                let message = format!("Missing parentheses in call to '{first}'. Did you mean {first}(...)?");
                return Err(Mistake::new(message, span));
            }
            self.at = at;
        }
        Ok(())
    }

    fn lambda(&mut self) -> Read<Piece> {
        let start = self.at;
        self.at += 1;
        self.parameters(":")?;
        self.expect(":")?;
        if self.kind() == Kind::FStringText {
            let message = "f-string: lambda expressions are not allowed without parentheses";
            return Err(Mistake::new(message, self.span_from(start)));
        }
        self.expression()?;
        Ok(Piece::loose("lambda", self.span_from(start)))
    }

    pub(super) fn yield_expression(&mut self) -> Read<Piece> {
        let start = self.at;
        self.expect("yield")?;
        if self.accept("from") {
            self.expression()?;
        } else if self.begins_item() {
            self.star_expressions()?;
        }
        Ok(Piece::other("yield expression", self.span_from(start)))
    }

    pub(super) fn disjunction(&mut self) -> Read<Piece> {
        let start = self.at;
        let mut piece = self.inversion()?;
        while self.accept_any(&["and", "or"]) {
            self.inversion()?;
            piece = Piece::loose("expression", self.span_from(start));
        }
        Ok(piece)
    }

    fn inversion(&mut self) -> Read<Piece> {
        let start = self.at;
        if self.accept("not") {
            self.inversion()?;
            return Ok(Piece::loose("expression", self.span_from(start)));
        }
        let piece = self.binary(0)?;
        self.comparisons(start, piece)
    }

    fn comparisons(&mut self, start: usize, mut piece: Piece) -> Read<Piece> {
        loop {
            if self.is("not") && self.word(self.at + 1) == "in" {
                self.at += 2;
            } else if self.accept("is") {
                self.accept("not");
            } else if !self.accept_any(&COMPARISONS) {
                return Ok(piece);
            }
            self.binary(0)?;
            piece = Piece::loose("comparison", self.span_from(start));
        }
    }

    /// Binary operators that bind at least as tightly as those of this row.
    pub(super) fn binary(&mut self, row: usize) -> Read<Piece> {
        let start = self.at;
        let piece = self.factor()?;
        self.operations(start, row, piece)
    }

    fn operations(&mut self, start: usize, row: usize, mut piece: Piece) -> Read<Piece> {
        while let sign = self.sign()
            && let Some(found) =
                BINARY.iter().position(|operators| operators.contains(&sign)).filter(|&found| found >= row)
        {
            self.at += 1;
            self.binary(found + 1)?;
            piece = Piece::other("expression", self.span_from(start));
        }
        Ok(piece)
    }

    fn factor(&mut self) -> Read<Piece> {
        let start = self.at;
        if self.is_any(&["+", "-", "~", "await"]) {
            return self.prefixed();
        }
        let piece = self.primary()?;
        self.power(start, piece)
    }

    fn prefixed(&mut self) -> Read<Piece> {
        let start = self.at;
        self.at += 1;
        if self.word(start) == "await" {
            self.primary()?;
            let piece = Piece::other("await expression", self.span_from(start));
            return self.power(start, piece);
        }
        self.factor()?;
        Ok(Piece::other("expression", self.span_from(start)))
    }

    fn power(&mut self, start: usize, piece: Piece) -> Read<Piece> {
        if !self.accept("**") {
            return Ok(piece);
        }
        self.factor()?;
        Ok(Piece::other("expression", self.span_from(start)))
    }

    pub(super) fn primary(&mut self) -> Read<Piece> {
        let start = self.at;
        let piece = self.atom()?;
        self.trailers(start, piece)
    }

    fn trailers(&mut self, start: usize, mut piece: Piece) -> Read<Piece> {
        loop {
            let shape = match self.sign() {
                "." => {
                    self.at += 1;
                    self.name()?;
                    Shape::Attribute
                }
                "(" => {
                    self.at += 1;
                    self.arguments()?;
                    Shape::Other { name: "function call", is_loose: false }
                }
                "[" => {
                    self.at += 1;
                    self.slices()?;
                    Shape::Subscript
                }
                _ => return Ok(piece),
            };
            piece = Piece { span: self.span_from(start), shape };
        }
    }

    fn atom(&mut self) -> Read<Piece> {
        let start = self.at;
        match self.kind() {
            Kind::Number => {
                self.at += 1;
                Ok(Piece::other("literal", self.span_from(start)))
            }
            Kind::String | Kind::FStringStart => self.strings(),
            Kind::Name if !is_keyword(self.word(start)) => self.name(),
            Kind::Name | Kind::Operator => {
                let name = match self.word(start) {
                    "True" => "True",
                    "False" => "False",
                    "None" => "None",
                    "..." => "ellipsis",
                    "(" => return self.group(),
                    "[" => return self.list(),
                    "{" => return self.braces(),
                    _ => return Err(self.unexpected()),
                };
                self.at += 1;
                Ok(Piece::other(name, self.span_from(start)))
            }
            Kind::FStringText | Kind::FStringEnd | Kind::Newline => Err(self.unexpected()),
            Kind::Indent | Kind::Dedent | Kind::End | Kind::Wrong => Err(self.unexpected()),
        }
    }

    fn slices(&mut self) -> Read<()> {
        loop {
            if self.is("*") {
                self.starred()?;
            } else {
                let mut parts = 0;
                if !self.is(":") {
                    self.named_expression()?;
                }
                while parts < 2 && self.accept(":") {
                    parts += 1;
                    if self.begins_expression() {
                        self.expression()?;
                    }
                }
            }
            let is_more = self.accept(",");
            if self.accept("]") {
                return Ok(());
            }
            if !is_more {
                return Err(self.unexpected());
            }
        }
    }
}
