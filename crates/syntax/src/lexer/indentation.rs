//! Blocks: the white space that begins a line.

use super::{Kind, Lexed, Lexer, in_turn, span};
use crate::error::{ErrorKind, Mistake};

/// A tab goes on to the next column that eight divides.
const TAB: usize = 8;

impl Lexer<'_> {
    /// At the start of a line outside brackets: passes over empty lines, then opens or closes blocks.
    pub(super) fn indentation(&mut self) -> Lexed {
        let (mut column, mut characters) = (0, 0);
        loop {
            match self.byte() {
                Some(b' ') => (column, characters) = (column + 1, characters + 1),
                Some(b'\t') => (column, characters) = ((column / TAB + 1) * TAB, characters + 1),
                Some(b'\x0c') => (column, characters) = (0, 0),
                Some(b'#') => {
                    self.comment();
                    continue;
                }
                Some(b'\n' | b'\r') => {
                    self.newline();
                    (column, characters) = (0, 0);
                    continue;
                }
                None => return Ok(()),
                Some(_) => break,
            }
            self.at += 1;
        }
        self.open_or_close_blocks(column, characters)
    }

    fn open_or_close_blocks(&mut self, column: usize, characters: usize) -> Lexed {
        let outer = self.indents.last().copied().unwrap_or_default();
        if column > outer.0 {
            if characters <= outer.1 {
                return self.tabs_and_spaces();
            }
            self.indents.push((column, characters));
            self.push(Kind::Indent, self.at);
            return Ok(());
        }
        while self.indents.last().is_some_and(|block| block.0 > column) {
            self.indents.pop();
            self.push(Kind::Dedent, self.at);
        }
        let block = self.indents.last().copied().unwrap_or_default();
        if block.0 != column {
            self.comment();
            let message = "unindent does not match any outer indentation level";
            return Err(in_turn(Mistake::indentation(message, span(self.at, self.at))));
        }
        if block.1 != characters {
            return self.tabs_and_spaces();
        }
        Ok(())
    }

    /// CPython points at the start of the line.
    fn tabs_and_spaces(&self) -> Lexed {
        let message = "inconsistent use of tabs and spaces in indentation";
        let blank = self.bytes[..self.at]
            .iter()
            .rev()
            .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\x0c'))
            .count();
        let start = self.at - blank;
        Err(in_turn(Mistake { kind: ErrorKind::Tab, ..Mistake::new(message, span(start, start)) }))
    }
}
