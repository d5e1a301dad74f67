//! A program with its words in colours, line by line. Lines that end in `# hide` are there, and not shown: by that, a
//! page's author keeps out of sight what is beside the point (embeds do the same: `web/embed/hidden.js`).

use std::fmt::Write as _;

use interleave_syntax::{Colour, highlight};
use interleave_text::Span;

use crate::markup::Plain;

/// What a line ends in that is not shown.
const HIDDEN: &str = "# hide";

/// The program as `<pre>`, each line an element of its own, so that styles can number them.
pub(crate) fn html(source: &str) -> String {
    let mut words = highlight(source).into_iter().peekable();
    let mut html = String::from("<pre class=\"code\"><code>");
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let end = at + u32::try_from(line.len()).unwrap_or(u32::MAX);
        let is_hidden = line.trim_end().ends_with(HIDDEN);
        html.push_str(if is_hidden {
            "<span class=\"code-line\" hidden>"
        } else {
            "<span class=\"code-line\">"
        });
        while at < end {
            // A word that is longer than its line (a string) has its colour on each of them.
            let word = words.peek().map_or(Span::new(end, end), |(word, _)| *word);
            let plain = Span::new(at, word.start.clamp(at, end));
            let coloured = Span::new(plain.end, word.end.clamp(plain.end, end));
            write(&mut html, plain.of(source), None);
            write(&mut html, coloured.of(source), words.peek().map(|(_, colour)| *colour));
            at = coloured.end;
            if word.end <= at {
                words.next();
            }
        }
        html.push_str("</span>");
    }
    html.push_str("</code></pre>");
    html
}

fn write(html: &mut String, text: Option<&str>, colour: Option<Colour>) {
    let text = text.unwrap_or_default();
    if text.is_empty() {
        return;
    }
    // Writing to a string does not fail.
    let _ = match colour {
        None => write!(html, "{}", Plain(text)),
        Some(colour) => write!(html, "<span class=\"{}\">{}</span>", class(colour), Plain(text)),
    };
}

const fn class(colour: Colour) -> &'static str {
    match colour {
        Colour::Keyword => "code-keyword",
        Colour::String => "code-string",
        Colour::Number => "code-number",
        Colour::Function => "code-function",
        Colour::Decorator => "code-meta",
        Colour::Comment => "code-comment",
    }
}

#[cfg(test)]
mod tests {
    use super::html;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let inside = format!("<pre class=\"code\"><code>{expected}</code></pre>");
        assert_eq!(html(source), inside);
    }

    #[test]
    fn words_are_coloured_and_the_rest_is_as_it_was() {
        check(
            "if a < 1:\n    pass  # 好",
            "<span class=\"code-line\"><span class=\"code-keyword\">if</span> a &lt; \
             <span class=\"code-number\">1</span>:\n</span><span class=\"code-line\">    \
             <span class=\"code-keyword\">pass</span>  <span class=\"code-comment\"># 好</span></span>",
        );
    }

    #[test]
    fn a_line_may_be_there_and_not_shown() {
        check(
            "import time  # hide\na\n",
            "<span class=\"code-line\" hidden><span class=\"code-keyword\">import</span> time  \
             <span class=\"code-comment\"># hide</span>\n</span><span class=\"code-line\">a\n</span>",
        );
    }

    #[test]
    fn a_long_string_has_its_colour_on_each_line() {
        check(
            "'''a\nb'''\n",
            "<span class=\"code-line\"><span class=\"code-string\">'''a\n</span></span>\
             <span class=\"code-line\"><span class=\"code-string\">b'''</span>\n</span>",
        );
    }

    #[test]
    fn what_cannot_be_read_is_shown_all_the_same() {
        check("x = 'abc", "<span class=\"code-line\">x = 'abc</span>");
        check("", "");
    }
}
