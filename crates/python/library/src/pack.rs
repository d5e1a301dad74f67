//! What of a text is compiled: all but what only its readers need.
//!
//! Comments and docstrings go, and an indentation is one space. Remarks of the form `#@ 148` stay, and so
//! does the look of a statement of several lines: tracebacks show both. Understands as much of Python as
//! that takes; in this folder an f-string has no quotes of its own kind inside.

/// Spaces of an indentation, as the texts are written.
const INDENTATION: usize = 4;

/// A text without that.
pub(crate) fn packed(text: &str) -> String {
    let mut packed = String::new();
    let mut rest = text;
    let mut docstring: Option<usize> = None;
    while !rest.is_empty() {
        let statement = Statement::read(rest);
        rest = &rest[statement.length..];
        if statement.text.is_empty() {
            continue;
        }
        // A body that was nothing but its docstring needs a statement.
        if let Some(depth) = docstring.take()
            && statement.depth < depth
        {
            packed.extend(std::iter::repeat_n(' ', depth));
            packed += "pass\n";
        }
        if statement.is_docstring() {
            docstring = Some(statement.depth);
        } else {
            packed.extend(std::iter::repeat_n(' ', statement.depth));
            packed += statement.text.trim_end();
            packed.push('\n');
        }
    }
    if let Some(depth) = docstring.filter(|depth| *depth > 0) {
        packed.extend(std::iter::repeat_n(' ', depth));
        packed += "pass\n";
    }
    packed
}

/// The lines of one statement; empty for a line that has none.
struct Statement {
    /// Bytes that were read, the line's end included.
    length: usize,
    /// Indentations.
    depth: usize,
    text: String,
}

impl Statement {
    fn read(source: &str) -> Self {
        let indent = source.len() - source.trim_start_matches(' ').len();
        let depth = indent / INDENTATION;
        let mut text = String::new();
        let mut brackets = 0_usize;
        let mut at = indent;
        while let Some(next) = source[at..].chars().next() {
            let rest = &source[at..];
            match next {
                '"' | '\'' => {
                    let length = literal(rest, next);
                    text += &rest[..length];
                    at += length;
                    continue;
                }
                '#' => {
                    let length = rest.find('\n').unwrap_or(rest.len());
                    if rest.starts_with("#@") {
                        text += &rest[..length];
                    }
                    at += length;
                    continue;
                }
                '\n' if brackets == 0 && !text.ends_with('\\') => {
                    at += 1;
                    break;
                }
                '\n' => {
                    text.truncate(text.trim_end_matches(' ').len());
                    let spaces = rest[1..].len() - rest[1..].trim_start_matches(' ').len();
                    if !text.ends_with('\n') {
                        text.push('\n');
                    }
                    text.extend(std::iter::repeat_n(' ', spaces.saturating_sub(indent - depth)));
                    at += 1 + spaces;
                    continue;
                }
                '(' | '[' | '{' => brackets += 1,
                ')' | ']' | '}' => brackets = brackets.saturating_sub(1),
                _ => {}
            }
            text.push(next);
            at += next.len_utf8();
        }
        Self { length: at, depth, text }
    }

    fn is_docstring(&self) -> bool {
        let text = self.text.trim_end();
        let text = text.strip_prefix('r').unwrap_or(text);
        text.starts_with("\"\"\"") && literal(text, '"') == text.len()
    }
}

/// How long the literal is that a text begins with.
fn literal(text: &str, quote: char) -> usize {
    let triple: String = [quote; 3].iter().collect();
    let delimiter = if text.starts_with(&triple) { triple.as_str() } else { &triple[..1] };
    let mut at = delimiter.len();
    while at < text.len() && !text[at..].starts_with(delimiter) {
        at += match text[at..].chars().next() {
            Some('\\') => 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8),
            next => next.map_or(1, char::len_utf8),
        };
    }
    (at + delimiter.len()).min(text.len())
}
