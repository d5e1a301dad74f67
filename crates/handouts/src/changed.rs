//! The lines in which two texts differ.

/// A stretch of lines that others have taken the place of.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Changed<'a> {
    /// The number of the first, counted from one.
    pub(crate) first: usize,
    /// As they were.
    pub(crate) before: Vec<&'a str>,
    /// As they are.
    pub(crate) after: Vec<&'a str>,
}

/// All that lies between what the two have in common at their beginning and at their end.
pub(crate) fn changed<'a>(before: &'a str, after: &'a str) -> Changed<'a> {
    let mut before: Vec<_> = before.lines().collect();
    let mut after: Vec<_> = after.lines().collect();
    let same = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    before.drain(..same);
    after.drain(..same);
    while !before.is_empty() && before.last() == after.last() {
        before.pop();
        after.pop();
    }
    Changed { first: same + 1, before, after }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, first: usize, before: &[&str], after: &[&str]) {
        assert_eq!(changed(one, other), Changed { first, before: before.to_vec(), after: after.to_vec() });
    }

    #[test]
    fn only_what_differs_is_left() {
        check("a\nb\nc\n", "a\nx\ny\nc\n", 2, &["b"], &["x", "y"]);
        check("a\nb\n", "a\nb\nb\n", 3, &[], &["b"]);
        check("a\nb\n", "b\n", 1, &["a"], &[]);
        check("a\n", "a\n", 2, &[], &[]);
    }
}
