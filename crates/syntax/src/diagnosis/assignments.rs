//! Statements of one line: assignments above all.

use super::piece::{Shape, Use};
use super::{Kind, Mistake, Piece, Read, Reader};

const AUGMENTED: [&str; 13] =
    ["+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**="];

impl Reader<'_> {
    /// A line of statements, with its end.
    pub(super) fn simple_statements(&mut self) -> Read<()> {
        loop {
            self.simple_statement()?;
            let is_more = self.accept(";");
            if self.kind() == Kind::Newline {
                self.at += 1;
                return Ok(());
            }
            if !is_more {
                return Err(self.unexpected());
            }
        }
    }

    fn ends_here(&mut self) -> bool {
        self.kind() == Kind::Newline || self.is(";")
    }

    fn simple_statement(&mut self) -> Read<()> {
        match self.sign() {
            "pass" | "break" | "continue" => self.at += 1,
            "import" => self.import()?,
            "from" => self.import_from()?,
            "del" => self.delete()?,
            "global" | "nonlocal" => {
                self.at += 1;
                self.name()?;
                while self.accept(",") {
                    self.name()?;
                }
            }
            "return" => {
                self.at += 1;
                if !self.ends_here() {
                    self.star_expressions()?;
                }
            }
            "raise" => {
                self.at += 1;
                if !self.ends_here() {
                    self.expression()?;
                    if self.accept("from") {
                        self.expression()?;
                    }
                }
            }
            "assert" => {
                self.at += 1;
                self.expression()?;
                if self.accept(",") {
                    self.expression()?;
                }
            }
            "type" if self.is_name_at(self.at + 1) && matches!(self.word(self.at + 2), "=" | "[") => {
                self.at += 2;
                self.type_parameters()?;
                self.expect("=")?;
                self.expression()?;
            }
            _ => self.expression_statement()?,
        }
        Ok(())
    }

    fn delete(&mut self) -> Read<()> {
        self.at += 1;
        let start = self.at;
        let targets = match self.star_expressions() {
            // Only what can be deleted counts as read.
            Err(mistake) if mistake.message == "invalid syntax" => {
                self.at = start;
                self.list_of(Self::primary)?;
                return Err(self.unexpected());
            }
            read => read?,
        };
        match targets.wrong_target(Use::Delete) {
            Some(wrong) => Err(Mistake::new(format!("cannot delete {}", wrong.description()), wrong.span)),
            None => Ok(()),
        }
    }

    fn expression_statement(&mut self) -> Read<()> {
        if self.is("yield") {
            return self.value_or_target()?.map_or(Ok(()), Err);
        }
        let first = self.star_expressions()?;
        if self.is(":") {
            return self.annotated(&first);
        }
        if self.is_any(&AUGMENTED) {
            if !first.is_single_target() {
                let message =
                    format!("'{}' is an illegal expression for augmented assignment", first.description());
                return Err(Mistake::new(message, first.span));
            }
            self.at += 1;
            return if self.is("yield") {
                self.yield_expression().map(drop)
            } else {
                self.star_expressions().map(drop)
            };
        }
        if self.is(":=") && !matches!(first.shape, Shape::Name | Shape::Starred(_)) {
            let value = self.look_ahead(|reader| {
                reader.at += 1;
                reader.expression()
            });
            let last = last_item(&first);
            if value.is_some() && !matches!(last.shape, Shape::Name) {
                let message = format!("cannot use assignment expressions with {}", last.description());
                return Err(Mistake::new(message, last.span));
            }
        }
        if !self.is("=") {
            return Ok(());
        }
        if let Some(wrong) = first.wrong_target(Use::Assign) {
            let last = last_item(&first);
            return Err(match self.lone_equals(last) {
                Some(mistake) => mistake,
                None => Mistake::new(format!("cannot assign to {}", wrong.description()), wrong.span),
            });
        }
        let equals = self.at;
        self.at += 1;
        let wrong = match self.value_or_target()? {
            Some(wrong) => wrong,
            None => return Ok(()),
        };
        // The first equation may have been meant as a comparison.
        self.at = equals;
        Err(self.lone_equals(last_item(&first)).unwrap_or(wrong))
    }

    /// What stands behind `=`, and may stand before another one: gives what is wrong with one that does.
    fn value_or_target(&mut self) -> Read<Option<Mistake>> {
        loop {
            if self.is("yield") {
                let piece = self.yield_expression()?;
                if self.is("=") {
                    return Err(Mistake::new("assignment to yield expression not possible", piece.span));
                }
                return Ok(None);
            }
            let piece = self.star_expressions()?;
            if !self.is("=") {
                return Ok(None);
            }
            if let Some(wrong) = piece.wrong_target(Use::Assign) {
                let message = format!("cannot assign to {}", wrong.description());
                return Ok(Some(Mistake::new(message, wrong.span)));
            }
            self.at += 1;
        }
    }

    fn annotated(&mut self, target: &Piece) -> Read<()> {
        let annotation = self.look_ahead(|reader| {
            reader.at += 1;
            reader.expression()
        });
        if annotation.is_some() && !target.is_single_target() {
            let message = match &target.shape {
                Shape::List(_) => "only single target (not list) can be annotated",
                Shape::Tuple { .. } => "only single target (not tuple) can be annotated",
                Shape::Name
                | Shape::Attribute
                | Shape::Subscript
                | Shape::Starred(_)
                | Shape::Other { .. } => "illegal target for annotation",
            };
            return Err(Mistake::new(message, target.span));
        }
        if !target.is_single_target() {
            return Err(self.unexpected());
        }
        self.at += 1;
        self.expression()?;
        if self.accept("=") {
            if self.is("yield") {
                self.yield_expression()?
            } else {
                self.star_expressions()?
            };
        }
        Ok(())
    }
}

/// The item that stands right before what follows: of `a, b` it is `b`.
fn last_item(piece: &Piece) -> &Piece {
    match &piece.shape {
        Shape::Tuple { items, has_brackets: false } => items.last().unwrap_or(piece),
        Shape::Tuple { .. } | Shape::Name | Shape::Attribute | Shape::Subscript => piece,
        Shape::Starred(_) | Shape::List(_) | Shape::Other { .. } => piece,
    }
}
