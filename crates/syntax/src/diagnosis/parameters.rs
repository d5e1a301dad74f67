//! The parameters of a function or lambda, and type parameters.

use super::{Mistake, Read, Reader};

/// What has been read of the parameters.
#[derive(Default)]
struct Seen {
    any: bool,
    default: bool,
    slash: bool,
    star: bool,
}

impl Reader<'_> {
    /// Up to `closing`: `)` for a function, `:` for a lambda, which has no annotations.
    pub(super) fn parameters(&mut self, closing: &str) -> Read<()> {
        let mut seen = Seen::default();
        while !self.is(closing) {
            match self.sign() {
                "/" => self.slash(&mut seen)?,
                "*" => self.star(&mut seen, closing)?,
                "**" => return self.keyword_parameters(closing),
                "(" if self.is_parenthesized() => {
                    let start = self.at;
                    while !self.accept(")") {
                        self.at += 1;
                    }
                    let owner = if closing == ":" { "Lambda expression" } else { "Function" };
                    let message = format!("{owner} parameters cannot be parenthesized");
                    return Err(Mistake::new(message, self.span_from(start)));
                }
                _ => self.plain_parameter(&mut seen, closing)?,
            }
            if !self.is(closing) {
                self.expect(",")?;
            }
        }
        Ok(())
    }

    /// Names between brackets, as Python 2 had them.
    fn is_parenthesized(&mut self) -> bool {
        let names = self.look_ahead(|reader| {
            reader.at += 1;
            reader.name()?;
            while reader.accept(",") && reader.is_name() {
                reader.name()?;
            }
            reader.expect(")")
        });
        names.is_some()
    }

    fn slash(&mut self, seen: &mut Seen) -> Read<()> {
        let message = match () {
            () if seen.slash => "/ may appear only once",
            () if seen.star => "/ must be ahead of *",
            () if !seen.any => "at least one argument must precede /",
            () => {
                seen.slash = true;
                self.at += 1;
                return Ok(());
            }
        };
        Err(self.here(message))
    }

    fn star(&mut self, seen: &mut Seen, closing: &str) -> Read<()> {
        if seen.star {
            return Err(self.here("* argument may appear only once"));
        }
        seen.star = true;
        let star = self.token(self.at).span;
        self.at += 1;
        let is_bare = self.is(closing) || self.is(",") && matches!(self.word(self.at + 1), "**" | ")" | ":");
        if is_bare {
            let after = self.at + usize::from(self.is(","));
            // For a lambda CPython points at what it read last.
            let star = if closing == ":" { self.token(after).span } else { star };
            return Err(Mistake::new("named arguments must follow bare *", star));
        }
        if !self.is(",") {
            self.name()?;
            self.annotation(closing)?;
            if self.is("=") {
                return Err(self.here("var-positional argument cannot have default value"));
            }
        }
        Ok(())
    }

    fn keyword_parameters(&mut self, closing: &str) -> Read<()> {
        self.at += 1;
        self.name()?;
        self.annotation(closing)?;
        if self.is("=") {
            return Err(self.here("var-keyword argument cannot have default value"));
        }
        if self.accept(",") && !self.is(closing) {
            if !self.is_name() && !self.is_any(&["*", "**", "/"]) {
                return Err(self.unexpected());
            }
            return Err(self.here("arguments cannot follow var-keyword argument"));
        }
        if self.is(closing) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn plain_parameter(&mut self, seen: &mut Seen, closing: &str) -> Read<()> {
        let start = self.at;
        self.name()?;
        self.annotation(closing)?;
        seen.any = true;
        if self.is("=") {
            seen.default = true;
            let equals = self.token(self.at).span;
            self.at += 1;
            if self.is_any(&[")", ","]) {
                return Err(Mistake::new("expected default value expression", equals));
            }
            self.expression()?;
        } else if seen.default && !seen.star && self.is_any(&[closing, ","]) {
            let message = "parameter without a default follows parameter with a default";
            return Err(Mistake::new(message, self.span_from(start)));
        }
        Ok(())
    }

    fn annotation(&mut self, closing: &str) -> Read<()> {
        if closing != ":" && self.accept(":") {
            if self.is("*") {
                self.starred()?;
            } else {
                self.expression()?;
            }
        }
        Ok(())
    }

    /// `[T: bound = default, *Ts, **P]`, if there.
    pub(super) fn type_parameters(&mut self) -> Read<()> {
        if !self.accept("[") {
            return Ok(());
        }
        if self.is("]") {
            return Err(self.here("Type parameter list cannot be empty"));
        }
        while !self.accept("]") {
            self.accept_any(&["*", "**"]);
            self.name()?;
            if self.accept(":") {
                self.expression()?;
            }
            if self.accept("=") {
                if self.is("*") {
                    self.starred()?
                } else {
                    self.expression()?
                };
            }
            if !self.is("]") {
                self.expect(",")?;
            }
        }
        Ok(())
    }
}
