//! The fields of f-strings.

use super::{Kind, Mistake, Read, Reader};

impl Reader<'_> {
    pub(super) fn f_string(&mut self) -> Read<()> {
        let is_raw = self.word(self.at).contains(['r', 'R']);
        self.at += 1;
        loop {
            match self.kind() {
                Kind::FStringText => {
                    let message = super::literals::escape_message(self.word(self.at)).filter(|_| !is_raw);
                    if let Some(message) = message {
                        return Err(self.here(message));
                    }
                    self.at += 1;
                }
                Kind::FStringEnd => {
                    self.at += 1;
                    return Ok(());
                }
                Kind::Operator if self.word(self.at) == "{" => self.field()?,
                Kind::Name | Kind::Number | Kind::String | Kind::FStringStart | Kind::Operator => {
                    return Err(self.unexpected());
                }
                Kind::Newline | Kind::Indent | Kind::Dedent | Kind::End | Kind::Wrong => {
                    return Err(self.unexpected());
                }
            }
        }
    }

    fn field(&mut self) -> Read<()> {
        self.at += 1;
        let start = self.at;
        if let sign @ ("=" | "!" | ":" | "}") = self.sign() {
            return Err(self.here(format!("f-string: valid expression required before '{sign}'")));
        }
        let value = if self.is("yield") { self.yield_expression() } else { self.star_expressions() };
        if let Err(mistake) = value {
            return Err(self.half_expression(start, mistake));
        }
        let is_debug = self.accept("=");
        let has_conversion = self.accept("!");
        if has_conversion {
            self.conversion()?;
        }
        if self.accept(":") {
            self.format_spec()?;
            if !self.is("}") {
                return Err(self.here("f-string: expecting '}', or format specs"));
            }
        }
        if self.accept("}") {
            return Ok(());
        }
        let expected = match (has_conversion, is_debug) {
            (true, _) => "':' or '}'",
            (false, true) => "'!', or ':', or '}'",
            (false, false) => "'=', or '!', or ':', or '}'",
        };
        Err(self.here(format!("f-string: expecting {expected}")))
    }

    /// CPython reads as much of the value as makes sense, and complains about what comes next.
    fn half_expression(&mut self, start: usize, mistake: Mistake) -> Mistake {
        if mistake.message != "invalid syntax" || self.furthest > self.at {
            return mistake;
        }
        let is_sign = |reader: &Self, index: usize| {
            let word = reader.word(index);
            reader.token(index).kind == Kind::Operator && !matches!(word, ")" | "]" | "}")
                || super::is_keyword(word) && !matches!(word, "None" | "True" | "False")
        };
        let mut end = self.at;
        while end > start && is_sign(self, end - 1) {
            end -= 1;
        }
        self.at = end;
        if end == start {
            self.here("f-string: expecting a valid expression after '{'")
        } else {
            self.here("f-string: expecting '=', or '!', or ':', or '}'")
        }
    }

    fn conversion(&mut self) -> Read<()> {
        if self.is_any(&[":", "}"]) {
            return Err(self.here("f-string: missing conversion character"));
        }
        if self.kind() != Kind::Name {
            return Err(self.here("f-string: invalid conversion character"));
        }
        let letter = self.word(self.at);
        if !matches!(letter, "s" | "r" | "a") {
            let message =
                format!("f-string: invalid conversion character '{letter}': expected 's', 'r', or 'a'");
            return Err(self.here(message));
        }
        self.at += 1;
        Ok(())
    }

    fn format_spec(&mut self) -> Read<()> {
        loop {
            if self.kind() == Kind::FStringText {
                self.at += 1;
            } else if self.is("{") {
                self.field()?;
            } else {
                return Ok(());
            }
        }
    }
}
