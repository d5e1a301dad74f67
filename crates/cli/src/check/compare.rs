//! Whether a program printed what is claimed, and what differs.

/// Stands for any lines.
const ANYTHING: &str = "...";

/// Whether the lines are those that are claimed, but for white space at their ends and empty lines at the end.
pub(super) fn agree(claimed: &str, printed: &str) -> bool {
    let (claimed, printed) = (lines(claimed), lines(printed));
    // Where the claim stands, and where it goes back to: behind the latest line that stands for any, with one
    // line more for that.
    let (mut at, mut next) = (0, 0);
    let mut back: Option<(usize, usize)> = None;
    while next < printed.len() {
        match claimed.get(at) {
            Some(&ANYTHING) => {
                back = Some((at + 1, next));
                at += 1;
            }
            Some(line) if *line == printed[next] => (at, next) = (at + 1, next + 1),
            _ => match back {
                Some((behind, from)) => {
                    back = Some((behind, from + 1));
                    (at, next) = (behind, from + 1);
                }
                None => return false,
            },
        }
    }
    claimed[at..].iter().all(|line| *line == ANYTHING)
}

fn lines(text: &str) -> Vec<&str> {
    text.trim_end().lines().map(str::trim_end).collect()
}

/// What is claimed, or was (`-`), and what is printed, or will be (`+`), between the lines that both begin and end with.
pub(crate) fn difference(claimed: &str, printed: &str) -> String {
    let (claimed, printed) = (lines(claimed), lines(printed));
    let before = claimed.iter().zip(&printed).take_while(|(one, other)| one == other).count();
    let (claimed, printed) = (&claimed[before..], &printed[before..]);
    let after =
        claimed.iter().rev().zip(printed.iter().rev()).take_while(|(one, other)| one == other).count();
    let signed = |sign: char, lines: &[&str]| -> String {
        let differ = &lines[..lines.len() - after];
        differ.iter().map(|line| format!("  {sign} {line}").trim_end().to_owned() + "\n").collect()
    };
    signed('-', claimed) + &signed('+', printed)
}

#[cfg(test)]
mod tests {
    use super::{agree, difference};

    #[test]
    fn lines_agree_but_for_white_space_at_their_ends() {
        assert!(agree("a\nb\n", "a  \r\nb\n\n"));
        assert!(agree("", "\n"));
        assert!(!agree("a\nb", "a"));
        assert!(!agree(" a", "a"), "indentation is part of a line");
    }

    #[test]
    fn dots_stand_for_any_lines() {
        for claimed in ["...", "a\n...", "...\nd", "a\n...\nc\nd", "...\nb\n...", "a\n...\nb\nc\nd\n..."] {
            assert!(agree(claimed, "a\nb\nc\nd\n"), "{claimed:?}");
        }
        for claimed in ["b\n...", "...\nc", "a\n...\na", "a ...", "...\nd\n...\nd"] {
            assert!(!agree(claimed, "a\nb\nc\nd\n"), "{claimed:?}");
        }
        assert!(agree("...\nb\nc", "b\nb\nc"));
    }

    #[test]
    fn only_what_differs_is_shown() {
        assert_eq!(
            difference("one\ntea\nmilk\nend\n", "one\ncoffee\nend\n"),
            "  - tea\n  - milk\n  + coffee\n"
        );
        assert_eq!(difference("a", "a\nb"), "  + b\n");
        assert_eq!(difference("", ""), "");
    }
}
