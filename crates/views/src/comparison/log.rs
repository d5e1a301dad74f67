//! Lines of two logs that belong together: as many as possible in their order, and of the rest those
//! that say the same.

use std::collections::{BTreeMap, VecDeque};

use interleave_text::Language;

use super::{Change, LinePair};
use crate::compact::size;
use crate::log;
use crate::sight::{LogRow, Stream};
use crate::story::Story;

/// The most lines of a run that are compared.
const MOST: u32 = 300;

/// Lines in the order of the present run, and how many there are beyond those.
pub(super) fn pairs(before: &Story, after: &Story, language: Language) -> (Vec<LinePair>, u32) {
    let more = |story: &Story| size(story.output.lines.len()).saturating_sub(MOST);
    let rows = |story: &Story| log::rows(story, language, 0, MOST);
    (joined(aligned(rows(before), rows(after))), more(before).max(more(after)))
}

/// What is compared of a line: who wrote it may be called otherwise in the other run.
fn says(row: &LogRow) -> (bool, &str) {
    (row.stream == Stream::Err, &row.text)
}

/// What a line counts that both logs have; one of the same time counts one more, which no number of
/// such lines makes up for.
const LINE: u32 = MOST + 1;

fn weight(earlier: &LogRow, later: &LogRow) -> Option<u32> {
    (says(earlier) == says(later)).then(|| LINE + u32::from(earlier.ns == later.ns))
}

/// A longest common subsequence: each line of both logs once, in an order that is that of both.
fn aligned(before: Vec<LogRow>, after: Vec<LogRow>) -> Vec<LinePair> {
    let width = after.len() + 1;
    // What the rest of one log and the rest of the other have in common at best.
    let mut common = vec![0_u32; (before.len() + 1) * width];
    let at = |common: &[u32], i: usize, j: usize| common.get(i * width + j).copied().unwrap_or(0);
    for (i, earlier) in before.iter().enumerate().rev() {
        for (j, later) in after.iter().enumerate().rev() {
            let joined = weight(earlier, later).map_or(0, |weight| at(&common, i + 1, j + 1) + weight);
            let best = joined.max(at(&common, i + 1, j)).max(at(&common, i, j + 1));
            if let Some(place) = common.get_mut(i * width + j) {
                *place = best;
            }
        }
    }
    let (mut before, mut after) =
        (before.into_iter().enumerate().peekable(), after.into_iter().enumerate().peekable());
    let mut lines = Vec::new();
    loop {
        let (takes_before, takes_after) = match (before.peek(), after.peek()) {
            (Some((i, earlier)), Some((j, later))) => {
                let best = at(&common, *i, *j);
                let joined =
                    weight(earlier, later).is_some_and(|weight| at(&common, i + 1, j + 1) + weight == best);
                let first_before = at(&common, i + 1, *j) == best;
                (joined || first_before, joined || !first_before)
            }
            (Some(_), None) => (true, false),
            (None, Some(_)) => (false, true),
            (None, None) => return lines,
        };
        let before = before.next_if(|_| takes_before).map(|(_, row)| row);
        let after = after.next_if(|_| takes_after).map(|(_, row)| row);
        let change = match (&before, &after) {
            (Some(before), Some(after)) if before.ns == after.ns => Change::Same,
            (Some(_), Some(_)) => Change::Shifted,
            (Some(_), None) => Change::Gone,
            (None, _) => Change::New,
        };
        lines.push(LinePair { before, after, change });
    }
}

/// Lines that seem to be gone and to be new, and say the same, are one that comes in another place.
fn joined(mut lines: Vec<LinePair>) -> Vec<LinePair> {
    let mut gone: BTreeMap<(bool, String), VecDeque<usize>> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| line.change == Change::Gone) {
        if let Some(row) = &line.before {
            let (is_error, text) = says(row);
            gone.entry((is_error, text.to_owned())).or_default().push_back(place);
        }
    }
    for place in 0..lines.len() {
        let new =
            lines.get(place).filter(|line| line.change == Change::New).and_then(|line| line.after.as_ref());
        let key = new.map(|row| (row.stream == Stream::Err, row.text.clone()));
        let from = key.and_then(|key| gone.get_mut(&key)?.pop_front());
        let row = from.and_then(|from| lines.get_mut(from)?.before.take());
        if let Some(line) = lines.get_mut(place).filter(|_| row.is_some()) {
            (line.before, line.change) = (row, Change::Reordered);
        }
    }
    lines.retain(|line| line.before.is_some() || line.after.is_some());
    lines
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use super::{aligned, joined};
    use crate::sight::{Lane, LogRow, Moment, Stream};

    fn log(lines: &str) -> Vec<LogRow> {
        let row = |line: &str| LogRow {
            moment: Moment(0),
            ns: line.chars().last().and_then(|last| last.to_digit(10)).unwrap_or(0).into(),
            lane: Lane::Task(0),
            name: String::new(),
            colour: 0,
            stream: Stream::Out,
            text: line.trim_end_matches(|last: char| last.is_ascii_digit()).to_owned(),
            span: Span::default(),
        };
        lines.split_whitespace().map(row).collect()
    }

    /// Letters are texts, and digits are times.
    fn compared(before: &str, after: &str) -> Vec<String> {
        let lines = joined(aligned(log(before), log(after)));
        let said = lines.iter().map(|line| {
            let side = |row: &Option<LogRow>| {
                row.as_ref().map_or(String::from("-"), |row| format!("{}{}", row.text, row.ns))
            };
            format!("{} {} {:?}", side(&line.before), side(&line.after), line.change)
        });
        said.collect()
    }

    #[test]
    fn lines_keep_their_order_as_far_as_can_be() {
        assert_eq!(compared("a0 b1", "a0 b2"), ["a0 a0 Same", "b1 b2 Shifted"]);
        assert_eq!(compared("a0 b1 c2", "a0 x1 c2"), ["a0 a0 Same", "b1 - Gone", "- x1 New", "c2 c2 Same"]);
        assert_eq!(compared("", "a0"), ["- a0 New"]);
        assert_eq!(compared("a0", ""), ["a0 - Gone"]);
    }

    #[test]
    fn what_comes_in_another_place_is_one_line() {
        assert_eq!(
            compared("a0 A1 b1 B2", "a0 b0 A1 B1"),
            ["a0 a0 Same", "b1 b0 Reordered", "A1 A1 Same", "B2 B1 Shifted"]
        );
        assert_eq!(compared("a0 a1", "a0 a1 a2"), ["a0 a0 Same", "a1 a1 Same", "- a2 New"]);
    }
}
