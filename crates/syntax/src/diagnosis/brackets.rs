//! Groups, tuples, lists, sets, dicts and comprehensions.

use super::piece::{Shape, Use};
use super::{Mistake, Piece, Read, Reader};
use interleave_text::Span;

impl Reader<'_> {
    pub(super) fn is_clause(&mut self) -> bool {
        self.is("for") || self.is("async") && self.word(self.at + 1) == "for"
    }

    /// The clauses of a comprehension.
    pub(super) fn clauses(&mut self) -> Read<()> {
        while self.is_clause() {
            self.accept("async");
            self.expect("for")?;
            let target = self.targets()?;
            if !self.is("in") && !target.is_starred() {
                let reached = self.token(self.furthest).span;
                return Err(Mistake::new("'in' expected after for-loop variables", reached));
            }
            if let Some(wrong) = target.wrong_target(Use::Assign) {
                return Err(Mistake::new(format!("cannot assign to {}", wrong.description()), wrong.span));
            }
            self.expect("in")?;
            self.disjunction()?;
            while self.accept("if") {
                self.disjunction()?;
            }
        }
        Ok(())
    }

    fn unpacked_in_comprehension(&self, piece: &Piece) -> Read<()> {
        if piece.is_starred() {
            return Err(Mistake::new("iterable unpacking cannot be used in comprehension", piece.span));
        }
        Ok(())
    }

    pub(super) fn group(&mut self) -> Read<Piece> {
        let start = self.at;
        self.at += 1;
        if self.accept(")") {
            return Ok(self.tuple(start, Vec::new()));
        }
        if self.is_any(&["yield", "**"]) {
            return self.special_group();
        }
        let first = self.star_named_expression()?;
        self.rest_of_group(start, first)
    }

    fn special_group(&mut self) -> Read<Piece> {
        if self.is("yield") {
            let piece = self.yield_expression()?;
            self.expect(")")?;
            return Ok(piece);
        }
        let stars = self.token(self.at).span;
        let group = self.look_ahead(|reader| {
            reader.at += 1;
            reader.expression()?;
            reader.expect(")")
        });
        let message = "cannot use double starred expression here";
        Err(if group.is_some() { Mistake::new(message, stars) } else { self.unexpected() })
    }

    fn rest_of_group(&mut self, start: usize, first: Piece) -> Read<Piece> {
        if self.is_clause() {
            self.unpacked_in_comprehension(&first)?;
            self.clauses()?;
            self.expect(")")?;
            return Ok(Piece::other("generator expression", self.span_from(start)));
        }
        if self.is(")") {
            if first.is_starred() {
                return Err(Mistake::new("cannot use starred expression here", first.span));
            }
            self.at += 1;
            return Ok(first);
        }
        let items = self.items_until(first, ")")?;
        Ok(self.tuple(start, items))
    }

    fn tuple(&self, start: usize, items: Vec<Piece>) -> Piece {
        Piece { span: self.span_from(start), shape: Shape::Tuple { items, has_brackets: true } }
    }

    /// The items behind the first one, and the closing bracket.
    fn items_until(&mut self, first: Piece, closing: &str) -> Read<Vec<Piece>> {
        let mut items = vec![first];
        while self.accept(",") {
            if self.is_clause() && closing != ")" {
                let end = self.token(self.at - 1).span.end;
                return Err(self.loose_target(&items, end));
            }
            if self.is(closing) {
                break;
            }
            items.push(self.star_named_expression()?);
        }
        if self.is_clause() && closing != ")" && items.len() > 1 {
            let end = items.last().map_or(0, |item| item.span.end);
            return Err(self.loose_target(&items, end));
        }
        self.expect(closing)?;
        Ok(items)
    }

    /// `[a, b for …]`
    fn loose_target(&mut self, items: &[Piece], end: u32) -> Mistake {
        if self.look_ahead(Self::clauses).is_none() {
            return self.unexpected();
        }
        let span = Span::new(items.first().map_or(end, |item| item.span.start), end);
        Mistake::new("did you forget parentheses around the comprehension target?", span)
    }

    pub(super) fn list(&mut self) -> Read<Piece> {
        let start = self.at;
        self.at += 1;
        let mut items = Vec::new();
        if !self.accept("]") {
            let first = self.star_named_expression()?;
            if self.is_clause() {
                self.unpacked_in_comprehension(&first)?;
                self.clauses()?;
                self.expect("]")?;
                return Ok(Piece::other("list comprehension", self.span_from(start)));
            }
            items = self.items_until(first, "]")?;
        }
        Ok(Piece { span: self.span_from(start), shape: Shape::List(items) })
    }

    pub(super) fn braces(&mut self) -> Read<Piece> {
        let start = self.at;
        self.at += 1;
        if self.is_any(&["}", "**"]) {
            return self.dict_items(start);
        }
        let first = self.star_named_expression()?;
        self.rest_of_braces(start, first)
    }

    fn rest_of_braces(&mut self, start: usize, first: Piece) -> Read<Piece> {
        if self.is(":") && !first.is_starred() {
            self.dict_value()?;
            if self.is_clause() {
                self.clauses()?;
                self.expect("}")?;
                return Ok(Piece::other("dict comprehension", self.span_from(start)));
            }
            if !self.is("}") {
                self.expect(",")?;
            }
            return self.dict_items(start);
        }
        if self.is_clause() {
            self.unpacked_in_comprehension(&first)?;
            self.clauses()?;
            self.expect("}")?;
            return Ok(Piece::other("set comprehension", self.span_from(start)));
        }
        self.items_until(first, "}")?;
        Ok(Piece::other("set display", self.span_from(start)))
    }

    fn dict_items(&mut self, start: usize) -> Read<Piece> {
        while !self.accept("}") {
            if self.is("**") {
                let stars = self.token(self.at).span;
                self.at += 1;
                self.binary(0)?;
                if self.is_clause() {
                    return Err(Mistake::new("dict unpacking cannot be used in dict comprehension", stars));
                }
            } else {
                let key = self.later_key()?;
                if !self.is(":") {
                    let last = Span::new(key.span.end.saturating_sub(1), key.span.end.saturating_sub(1));
                    return Err(Mistake::new("':' expected after dictionary key", last));
                }
                self.dict_value()?;
            }
            if !self.is("}") {
                self.expect(",")?;
            }
        }
        Ok(Piece::other("dict literal", self.span_from(start)))
    }

    /// Behind the first item CPython misses the colon rather than a comma.
    fn later_key(&mut self) -> Read<Piece> {
        if !self.is_guessing
            && let Some(key) = self.guess(Self::expression)
        {
            return Ok(key);
        }
        self.expression()
    }

    fn dict_value(&mut self) -> Read<()> {
        let colon = self.token(self.at).span;
        self.at += 1;
        if self.is_any(&["}", ","]) {
            return Err(Mistake::new("expression expected after dictionary key and ':'", colon));
        }
        if self.is("*") {
            let start = self.at;
            if self.guess(Self::starred).is_some() {
                let message = "cannot use a starred expression in a dictionary value";
                return Err(Mistake::new(message, self.span_from(start)));
            }
        }
        self.expression()?;
        Ok(())
    }
}
