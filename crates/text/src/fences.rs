//! The fenced code blocks of a Markdown text: where they are, what they are said to hold, and their text.
//!
//! Fences are CommonMark's, at any indentation, since those within lists are indented. What a
//! language or a text means is for whoever asks.

use crate::{Lines, Span};

/// A fenced code block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// What stands behind the opening fence, such as `python title="tea"`.
    pub info: String,
    /// The lines between the fences, each with its end.
    pub inside: Span,
    /// The line of the opening fence, counted from one.
    pub line: u32,
    /// White space before the fences, which is no part of the text.
    indent: String,
    /// The fence, of which no line within may be made.
    mark: String,
    /// How the lines of the text end.
    end: &'static str,
}

impl Fence {
    /// Every block of a text of less than 4 GiB, in order. One that nobody closes reaches to the end.
    pub fn all(markdown: &str) -> Vec<Self> {
        let lines = Lines::new(markdown);
        let mut found: Vec<Self> = Vec::new();
        let mut open: Option<Self> = None;
        for number in 1.. {
            let Some(start) = lines.start(number) else { break };
            let line = lines.line(markdown, number);
            match &mut open {
                None => {
                    open = Self::opened(line, number, lines.start(number + 1));
                    let ends =
                        |fence: &Self| markdown.get(..fence.inside.start as usize)?.strip_suffix("\r\n");
                    if let Some(fence) = open.as_mut().filter(|fence| ends(fence).is_some()) {
                        fence.end = "\r\n";
                    }
                }
                Some(fence) if fence.is_closed_by(line) => found.extend(open.take()),
                Some(fence) => fence.inside.end = lines.start(number + 1).unwrap_or(start + length(line)),
            }
        }
        found.extend(open);
        found
    }

    fn opened(line: &str, number: u32, inside: Option<u32>) -> Option<Self> {
        let rest = line.trim_start_matches([' ', '\t']);
        let indent = line.strip_suffix(rest)?.to_owned();
        let sign = rest.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
        let info = rest.trim_start_matches(sign);
        let mark = rest.strip_suffix(info)?.to_owned();
        let is_fence = mark.len() >= 3 && !(sign == '`' && info.contains('`'));
        // Behind the last line there is nothing, and nowhere to put it.
        let inside = inside.map(|at| Span::new(at, at))?;
        is_fence.then(|| Self { info: info.trim().to_owned(), inside, line: number, indent, mark, end: "\n" })
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let line = line.trim();
        line.len() >= self.mark.len() && line.chars().all(|sign| self.mark.starts_with(sign))
    }

    /// The language that it is said to be in, in small letters: the first word behind the fence, or what
    /// other tools make of it: `{.python}`, `{python}`, `{code-block} python`.
    pub fn language(&self) -> String {
        let mut words = self.info.split([' ', '\t', ',']).filter(|word| !word.is_empty());
        let first = match words.next() {
            Some("{code-block}" | "{code}" | "{code-cell}" | "{sourcecode}") => words.next(),
            word => word,
        };
        let word = first.unwrap_or_default().trim_start_matches(['{', '.']).trim_end_matches('}');
        word.split('{').next().unwrap_or_default().to_ascii_lowercase()
    }

    /// Its text, without the indentation of the fences.
    pub fn text(&self, markdown: &str) -> String {
        let inside = self.inside.of(markdown).unwrap_or_default();
        inside.split_inclusive('\n').map(|line| self.without_indent(line)).collect()
    }

    fn without_indent<'t>(&self, line: &'t str) -> &'t str {
        let white = line.len() - line.trim_start_matches([' ', '\t']).len();
        line.get(white.min(self.indent.len())..).unwrap_or_default()
    }

    /// What stands between the fences when they hold this text; nothing if a line of it would close them.
    pub fn holding(&self, text: &str) -> Option<String> {
        let mut inside = String::new();
        for line in text.lines() {
            if self.is_closed_by(line) {
                return None;
            }
            if !line.is_empty() {
                inside += &self.indent;
                inside += line;
            }
            inside += self.end;
        }
        Some(inside)
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Fence;

    #[track_caller]
    fn check(markdown: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> =
            Fence::all(markdown).iter().map(|fence| (fence.info.clone(), fence.text(markdown))).collect();
        let found: Vec<_> = found.iter().map(|(info, text)| (info.as_str(), text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn blocks_are_found_with_what_they_hold() {
        check("a\n```python x=1\nb\n\nc\n```\nd\n", &[("python x=1", "b\n\nc\n")]);
        check("~~~\n```\n~~~\n````md\n```\n````", &[("", "```\n"), ("md", "```\n")]);
        check("```\n```", &[("", "")]);
        check("```py\r\nx\r\n```\r\n", &[("py", "x\r\n")]);
    }

    #[test]
    fn blocks_of_lists_lose_their_indentation() {
        check(
            "1. tea\n\n   ```python\n   if x:\n       y\n\n  z\n   ```\n",
            &[("python", "if x:\n    y\n\nz\n")],
        );
    }

    #[test]
    fn what_is_no_fence_is_text() {
        check("``x``\n``` a`b\n`` `\n", &[]);
        check("```\n`` `\n~~~\n", &[("", "`` `\n~~~\n")]);
        check("", &[]);
        check("```", &[]);
    }

    #[test]
    fn languages_are_named_in_many_ways() {
        for (info, language) in [
            ("python", "python"),
            ("Python title=\"x\"", "python"),
            ("py,ignore", "py"),
            ("{.python .number}", "python"),
            ("{python}", "python"),
            ("python{1,3}", "python"),
            ("{code-block} python", "python"),
            ("", ""),
        ] {
            let markdown = format!("```{info}\n```");
            assert_eq!(
                Fence::all(&markdown).first().map(Fence::language).as_deref(),
                Some(language),
                "{info}"
            );
        }
    }

    #[test]
    fn a_text_is_put_between_the_fences_as_it_would_be_read() {
        let markdown = "- x\n\n  ```\n  ```\n";
        let fence = &Fence::all(markdown)[0];
        assert_eq!(fence.holding("a\n\n  b").as_deref(), Some("  a\n\n    b\n"));
        assert_eq!(fence.holding("a\n```\n"), None, "that line would end the block");
        let fences = Fence::all("```\r\nx\r\n```\r\n");
        assert_eq!(fences[0].holding("a\nb\n").as_deref(), Some("a\r\nb\r\n"));
    }
}
