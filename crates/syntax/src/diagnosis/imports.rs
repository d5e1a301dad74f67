//! `import` and `from … import`.

use super::{Kind, Mistake, Read, Reader};

impl Reader<'_> {
    fn dotted_name(&mut self) -> Read<()> {
        self.name()?;
        while self.accept(".") {
            self.name()?;
        }
        Ok(())
    }

    fn as_name(&mut self) -> Read<()> {
        if self.accept("as") {
            self.name()?;
        }
        Ok(())
    }

    pub(super) fn import(&mut self) -> Read<()> {
        let start = self.at;
        self.at += 1;
        if self.kind() == Kind::Newline {
            return Err(self.here("Expected one or more names after 'import'"));
        }
        loop {
            self.dotted_name()?;
            self.as_name()?;
            if !self.accept(",") {
                break;
            }
        }
        if self.is("from") {
            let reversed = self.guess(|reader| {
                reader.at += 1;
                reader.dotted_name()
            });
            if reversed.is_some() {
                let message = "Did you mean to use 'from ... import ...' instead?";
                return Err(Mistake::new(message, self.span_from(start)));
            }
        }
        Ok(())
    }

    pub(super) fn import_from(&mut self) -> Read<()> {
        self.at += 1;
        let start = self.at;
        while self.accept_any(&[".", "..."]) {}
        if self.at == start || !self.is("import") {
            self.dotted_name()?;
        }
        self.expect("import")?;
        if self.kind() == Kind::Newline {
            return Err(self.here("Expected one or more names after 'import'"));
        }
        if self.accept("*") {
            return Ok(());
        }
        let has_brackets = self.accept("(");
        loop {
            self.name()?;
            self.as_name()?;
            if !self.accept(",") {
                break;
            }
            if has_brackets && self.is(")") {
                break;
            }
            if self.kind() == Kind::Newline {
                return Err(self.here("trailing comma not allowed without surrounding parentheses"));
            }
        }
        if has_brackets { self.expect(")") } else { Ok(()) }
    }
}
