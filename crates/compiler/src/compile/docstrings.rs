//! Docstrings as CPython keeps them: without the indentation that all their lines share.

use interleave_syntax::tree::Stmt;

/// The docstring of a body, without indentation.
pub(super) fn docstring(body: &[Stmt]) -> Option<String> {
    interleave_syntax::tree::docstring(body).map(without_indentation)
}

fn without_indentation(text: &str) -> String {
    let text = with_spaces(text);
    let mut lines = text.split('\n');
    let mut cleaned = lines.next().unwrap_or_default().trim_start_matches(' ').to_owned();
    let indentation = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let margin = lines.clone().filter(|line| !line.trim_start_matches(' ').is_empty()).map(indentation).min();
    for line in lines {
        cleaned.push('\n');
        cleaned.push_str(&line[margin.unwrap_or(usize::MAX).min(indentation(line))..]);
    }
    cleaned
}

/// Tabs as spaces up to the next multiple of eight.
fn with_spaces(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut column = 0;
    for character in text.chars() {
        match character {
            '\t' => {
                let width = 8 - column % 8;
                spaced.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            _ => {
                spaced.push(character);
                column = if matches!(character, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::without_indentation;

    #[test]
    fn indentation_goes() {
        assert_eq!(without_indentation("  One.\n\n    More.\n      Most.\n    "), "One.\n\nMore.\n  Most.\n");
        assert_eq!(without_indentation("One\n\ttwo"), "One\ntwo");
        assert_eq!(without_indentation(" only "), "only ");
    }
}
