//! The arguments of a call.

use super::{Kind, Mistake, Piece, Read, Reader};
use interleave_text::Span;

/// What kinds of arguments have been read.
#[derive(Default)]
struct Seen {
    count: usize,
    keyword: bool,
    unpacking: bool,
    /// A positional argument came after one by keyword.
    is_misplaced: bool,
}

impl Reader<'_> {
    /// Up to and with the closing bracket.
    pub(super) fn arguments(&mut self) -> Read<()> {
        let mut seen = Seen::default();
        while !self.is(")") {
            let comma = self.at.saturating_sub(1);
            self.argument(&mut seen, comma)?;
            seen.count += 1;
            if !self.is(")") {
                self.expect(",")?;
            }
        }
        if seen.is_misplaced {
            let tail = if seen.unpacking { " unpacking" } else { "" };
            return Err(self.here(format!("positional argument follows keyword argument{tail}")));
        }
        self.at += 1;
        Ok(())
    }

    fn argument(&mut self, seen: &mut Seen, comma: usize) -> Read<()> {
        let start = self.at;
        match self.sign() {
            "*" => {
                self.at += 1;
                if self.is_any(&[")", ","]) {
                    return Err(self.here("Invalid star expression"));
                }
                self.expression()?;
                self.unassignable(start, "iterable argument unpacking")?;
                if seen.unpacking {
                    let message = "iterable argument unpacking follows keyword argument unpacking";
                    return Err(Mistake::new(message, self.span_from(comma)));
                }
                return Ok(());
            }
            "**" => {
                self.at += 1;
                self.expression()?;
                seen.unpacking = true;
                return self.unassignable(start, "keyword argument unpacking");
            }
            word @ ("True" | "False" | "None") if self.word(start + 1) == "=" => {
                self.at += 2;
                return Err(Mistake::new(format!("cannot assign to {word}"), self.span_from(start)));
            }
            _ => {}
        }
        if self.is_name() && self.word(start + 1) == "=" {
            seen.keyword = true;
            return self.keyword_argument(start);
        }
        let is_named = self.is_name() && self.word(start + 1) == ":=";
        self.at += if is_named { 2 } else { 0 };
        let piece = self.expression()?;
        if self.is_clause() {
            return self.bare_generator(&piece, seen.count);
        }
        if self.is("=") && !is_named {
            self.at += 1;
            let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
            return Err(Mistake::new(message, self.span_from(start)));
        }
        seen.is_misplaced |= seen.keyword || seen.unpacking;
        Ok(())
    }

    fn unassignable(&mut self, start: usize, what: &str) -> Read<()> {
        if self.accept("=") && self.guess(Self::expression).is_some() {
            return Err(Mistake::new(format!("cannot assign to {what}"), self.span_from(start)));
        }
        Ok(())
    }

    fn keyword_argument(&mut self, start: usize) -> Read<()> {
        self.at += 2;
        let equation = self.span_from(start);
        if self.is_any(&[",", ")"]) {
            return Err(Mistake::new("expected argument value expression", equation));
        }
        self.expression()?;
        if self.is_clause() && self.look_ahead(Self::clauses).is_some() {
            return Err(Mistake::new(
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                equation,
            ));
        }
        Ok(())
    }

    /// A generator without brackets may only be the only argument.
    fn bare_generator(&mut self, element: &Piece, before: usize) -> Read<()> {
        self.clauses()?;
        let is_alone = before == 0 && self.kind() == Kind::Operator && self.is(")");
        if is_alone || !self.is_any(&[",", ")"]) {
            return Ok(());
        }
        let end = self.token(self.at - 1).span.end;
        Err(Mistake::new("Generator expression must be parenthesized", Span::new(element.span.start, end)))
    }
}
