//! Statements with blocks.

use super::piece::Use;
use super::{Kind, Mistake, Read, Reader};
use crate::error::{ErrorKind, line_number};

impl Reader<'_> {
    pub(super) fn program(&mut self) -> Read<()> {
        while self.kind() != Kind::End {
            self.statement()?;
        }
        Ok(())
    }

    fn statement(&mut self) -> Read<()> {
        let start = self.at;
        match self.sign() {
            "if" => self.if_statement(),
            "while" => {
                self.at += 1;
                self.named_expression()?;
                self.colon()?;
                self.block("'while' statement", start)?;
                self.else_block()
            }
            "for" => self.for_statement(),
            "with" => self.with_statement(),
            "try" => self.try_statement(),
            "def" => self.function(),
            "class" => self.class(),
            "@" => self.decorated(),
            "async" => {
                self.at += 1;
                match self.sign() {
                    "def" => self.function(),
                    "for" => self.for_statement(),
                    "with" => self.with_statement(),
                    _ => Err(self.unexpected()),
                }
            }
            "match" => match self.match_statement() {
                Some(read) => read,
                None => self.simple_statements(),
            },
            _ => self.simple_statements(),
        }
    }

    /// `:`, which CPython misses by name only at the end of a line.
    fn colon(&mut self) -> Read<()> {
        if self.kind() == Kind::Newline { Err(self.here("expected ':'")) } else { self.expect(":") }
    }

    /// A block of the statement that began with the token `header`.
    fn block(&mut self, owner: &str, header: usize) -> Read<()> {
        if self.kind() != Kind::Newline {
            return self.simple_statements();
        }
        self.at += 1;
        self.indent(owner, header)?;
        while !matches!(self.kind(), Kind::Dedent | Kind::End) {
            self.statement()?;
        }
        self.at += usize::from(self.kind() == Kind::Dedent);
        Ok(())
    }

    fn indent(&mut self, owner: &str, header: usize) -> Read<()> {
        if self.kind() == Kind::Indent {
            self.at += 1;
            return Ok(());
        }
        let line = line_number(&self.source[..self.token(header).span.start as usize]);
        let mistake = self.here(format!("expected an indented block after {owner} on line {line}"));
        let without_caret = mistake.without_caret || self.kind() == Kind::Dedent;
        Err(Mistake { kind: ErrorKind::Indentation, without_caret, ..mistake })
    }

    fn else_block(&mut self) -> Read<()> {
        let start = self.at;
        if self.accept("else") {
            self.demand(":")?;
            self.block("'else' statement", start)?;
        }
        Ok(())
    }

    fn if_statement(&mut self) -> Read<()> {
        loop {
            let start = self.at;
            let owner = format!("'{}' statement", self.sign());
            self.at += 1;
            self.named_expression()?;
            self.colon()?;
            self.block(&owner, start)?;
            if !self.is("elif") {
                return self.else_block();
            }
        }
    }

    fn for_statement(&mut self) -> Read<()> {
        let start = self.at;
        self.at += 1;
        let target = self.targets()?;
        if let Some(wrong) = target.wrong_target(Use::Assign) {
            return Err(Mistake::new(format!("cannot assign to {}", wrong.description()), wrong.span));
        }
        self.expect("in")?;
        self.star_expressions()?;
        self.colon()?;
        self.block("'for' statement", start)?;
        self.else_block()
    }

    fn with_statement(&mut self) -> Read<()> {
        let start = self.at;
        self.at += 1;
        let has_brackets = self.is("(") && self.bracketed_items();
        self.at += usize::from(has_brackets);
        loop {
            self.with_item()?;
            if !self.accept(",") || has_brackets && self.is(")") {
                break;
            }
        }
        if has_brackets {
            self.expect(")")?;
        }
        self.colon()?;
        self.block("'with' statement", start)
    }

    /// Whether the brackets here hold items of `with`, as `as` inside them shows.
    fn bracketed_items(&mut self) -> bool {
        let level = self.token(self.at).level;
        let inside = self.tokens[self.at + 1..].iter().take_while(|token| token.level >= level);
        inside.clone().any(|token| token.level == level && token.span.of(self.source) == Some("as"))
    }

    fn with_item(&mut self) -> Read<()> {
        self.expression()?;
        if self.accept("as") {
            let target = self.star_target()?;
            if let Some(wrong) =
                target.wrong_target(Use::Assign).filter(|_| matches!(self.sign(), "," | ")" | ":"))
            {
                return Err(Mistake::new(format!("cannot assign to {}", wrong.description()), wrong.span));
            }
        }
        Ok(())
    }

    fn try_statement(&mut self) -> Read<()> {
        let start = self.at;
        self.at += 1;
        self.demand(":")?;
        self.block("'try' statement", start)?;
        if !self.is_any(&["except", "finally"]) {
            return Err(self.here("expected 'except' or 'finally' block"));
        }
        let mut is_star = None;
        while self.is("except") {
            self.handler(&mut is_star)?;
        }
        if is_star.is_some() {
            self.else_block()?;
        }
        let start = self.at;
        if self.accept("finally") {
            self.demand(":")?;
            self.block("'finally' statement", start)?;
        }
        Ok(())
    }

    fn handler(&mut self, is_star: &mut Option<bool>) -> Read<()> {
        let start = self.at;
        self.at += 1;
        let has_star = self.accept("*");
        if *is_star.get_or_insert(has_star) != has_star {
            let message = "cannot have both 'except' and 'except*' on the same 'try'";
            return Err(Mistake::new(message, self.span_from(start)));
        }
        if has_star && (self.kind() == Kind::Newline || self.is(":")) {
            return Err(self.here("expected one or more exception types"));
        }
        if self.kind() != Kind::Newline && !self.is(":") {
            let first = self.at;
            self.expression()?;
            if self.accept(",") {
                self.star_expressions()?;
                let listed = self.span_from(first);
                if self.accept("as") {
                    self.name()?;
                }
                self.expect(":")?;
                return Err(Mistake::new("multiple exception types must be parenthesized", listed));
            }
            if self.accept("as") {
                self.name()?;
            }
        }
        self.colon()?;
        self.block(if has_star { "'except*' statement" } else { "'except' statement" }, start)
    }

    /// From `def` on.
    fn function(&mut self) -> Read<()> {
        let header = self.at;
        self.at += 1;
        self.name()?;
        let bracket = self.token(self.at).span;
        self.type_parameters().map_err(|mistake| match mistake.message.as_str() {
            // What is no list of them is none at all.
            "invalid syntax" => Mistake::new("expected '('", bracket),
            _ => mistake,
        })?;
        self.demand("(")?;
        self.parameters(")")?;
        self.expect(")")?;
        if self.is("->") {
            let at = self.at;
            self.at += 1;
            if self.begins_expression() {
                self.expression()?;
            } else {
                self.at = at;
            }
        }
        self.demand(":")?;
        self.block("function definition", header)
    }

    fn class(&mut self) -> Read<()> {
        let start = self.at;
        self.at += 1;
        self.name()?;
        self.type_parameters()?;
        if self.accept("(") {
            self.arguments()?;
        }
        self.colon()?;
        self.block("class definition", start)
    }

    fn decorated(&mut self) -> Read<()> {
        while self.accept("@") {
            self.named_expression()?;
            if self.kind() != Kind::Newline {
                return Err(self.unexpected());
            }
            self.at += 1;
        }
        if self.is_any(&["def", "class"]) || self.is("async") && self.word(self.at + 1) == "def" {
            return self.statement();
        }
        Err(self.unexpected())
    }

    /// `match` may be a mere name: then there is no such statement here.
    fn match_statement(&mut self) -> Option<Read<()>> {
        let start = self.at;
        let is_expression = self.look_ahead(Self::simple_statements).is_some();
        let subject = |reader: &mut Self| {
            reader.at += 1;
            reader.star_expressions()?;
            if reader.is(":") || reader.kind() == Kind::Newline { Ok(()) } else { Err(reader.unexpected()) }
        };
        if is_expression || self.guess(subject).is_none() {
            return None;
        }
        Some(self.match_cases(start))
    }

    fn match_cases(&mut self, start: usize) -> Read<()> {
        self.colon()?;
        if self.kind() != Kind::Newline {
            return Err(self.unexpected());
        }
        self.at += 1;
        self.indent("'match' statement", start)?;
        while self.is("case") {
            let case = self.at;
            self.at += 1;
            self.patterns()?;
            if self.accept("if") {
                self.named_expression()?;
            }
            self.colon()?;
            self.block("'case' statement", case)?;
        }
        if self.kind() != Kind::Dedent {
            return Err(self.unexpected());
        }
        self.at += 1;
        Ok(())
    }
}
