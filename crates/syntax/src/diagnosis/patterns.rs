//! The patterns of `case`.

use super::{Kind, Mistake, Read, Reader, is_keyword};

impl Reader<'_> {
    pub(super) fn patterns(&mut self) -> Read<()> {
        self.star_pattern()?;
        while self.accept(",") && !self.is_any(&[":", "if"]) {
            self.star_pattern()?;
        }
        Ok(())
    }

    fn star_pattern(&mut self) -> Read<()> {
        if self.accept("*") { self.name().map(drop) } else { self.as_pattern() }
    }

    fn as_pattern(&mut self) -> Read<()> {
        self.closed_pattern()?;
        while self.accept("|") {
            self.closed_pattern()?;
        }
        if self.accept("as") {
            if self.is("_") {
                return Err(self.here("cannot use '_' as a target"));
            }
            if !self.is_name() || self.word(self.at + 1) == "." {
                let start = self.at;
                return Err(match self.guess(Self::expression) {
                    Some(piece) => {
                        let message = format!("cannot use {} as pattern target", piece.description());
                        Mistake::new(message, self.span_from(start))
                    }
                    None => self.unexpected(),
                });
            }
            self.at += 1;
        }
        Ok(())
    }

    fn closed_pattern(&mut self) -> Read<()> {
        match self.kind() {
            Kind::Number => self.number_pattern(),
            Kind::String | Kind::FStringStart => self.strings().map(drop),
            Kind::Name if matches!(self.word(self.at), "None" | "True" | "False") => {
                self.at += 1;
                Ok(())
            }
            Kind::Name if !is_keyword(self.word(self.at)) => self.name_pattern(),
            Kind::Operator => match self.word(self.at) {
                "-" => {
                    self.at += 1;
                    if self.kind() == Kind::Number { self.number_pattern() } else { Err(self.unexpected()) }
                }
                "(" => self.sequence_pattern(")"),
                "[" => self.sequence_pattern("]"),
                "{" => self.mapping_pattern(),
                _ => Err(self.unexpected()),
            },
            Kind::Name | Kind::FStringText | Kind::FStringEnd | Kind::Newline => Err(self.unexpected()),
            Kind::Indent | Kind::Dedent | Kind::End | Kind::Wrong => Err(self.unexpected()),
        }
    }

    fn number_pattern(&mut self) -> Read<()> {
        let is_imaginary = |word: &str| word.ends_with(['j', 'J']);
        let first = self.word(self.at);
        self.at += 1;
        if !self.accept_any(&["+", "-"]) {
            return Ok(());
        }
        if self.kind() != Kind::Number {
            return Err(self.unexpected());
        }
        if is_imaginary(first) {
            let span = self.token(self.at - 2).span;
            return Err(Mistake::new("real number required in complex literal", span));
        }
        if !is_imaginary(self.word(self.at)) {
            return Err(self.here("imaginary number required in complex literal"));
        }
        self.at += 1;
        Ok(())
    }

    fn name_pattern(&mut self) -> Read<()> {
        self.at += 1;
        while self.accept(".") {
            self.name()?;
        }
        if self.accept("(") { self.class_pattern() } else { Ok(()) }
    }

    fn class_pattern(&mut self) -> Read<()> {
        let mut has_keywords = false;
        while !self.accept(")") {
            let start = self.at;
            if self.is_name() && self.word(self.at + 1) == "=" {
                self.at += 2;
                has_keywords = true;
                self.as_pattern()?;
            } else {
                self.as_pattern()?;
                if has_keywords {
                    let message = "positional patterns follow keyword patterns";
                    return Err(Mistake::new(message, self.span_from(start)));
                }
            }
            if !self.is(")") {
                self.expect(",")?;
            }
        }
        Ok(())
    }

    fn sequence_pattern(&mut self, closing: &str) -> Read<()> {
        self.at += 1;
        while !self.accept(closing) {
            self.star_pattern()?;
            if !self.is(closing) {
                self.expect(",")?;
            }
        }
        Ok(())
    }

    fn mapping_pattern(&mut self) -> Read<()> {
        self.at += 1;
        while !self.accept("}") {
            if self.accept("**") {
                self.name()?;
                self.accept(",");
                return self.expect("}");
            }
            self.closed_pattern()?;
            self.expect(":")?;
            self.as_pattern()?;
            if !self.is("}") {
                self.expect(",")?;
            }
        }
        Ok(())
    }
}
