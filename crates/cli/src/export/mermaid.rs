//! A run as a sequence diagram in Mermaid's language: a lifeline for each thread and task, arrows for who
//! created, woke and cancelled whom, and notes for what was printed and how time went by.

use std::fmt::Write;

use interleave_text::{Language, count};
use interleave_views::account::{Account, deed, state, time};
use interleave_views::sight::{ArrowKind, State};

/// Messages and notes: Mermaid draws no more in a picture that can be looked at.
const MOST: usize = 300;

/// Lifelines, for the same reason.
const MOST_LANES: usize = 40;

/// Something to be drawn, at its moment.
struct Mark {
    at: u32,
    ns: i64,
    text: String,
}

/// The diagram, as the text of a block in `mermaid`.
pub(super) fn written(account: &Account, language: Language) -> String {
    let lanes = account.lanes.len().min(MOST_LANES);
    let mut out = String::from("sequenceDiagram\n");
    for (number, lane) in account.lanes.iter().enumerate().take(lanes) {
        let name = format!("{} {}", lane.name, lane.code);
        put(&mut out, &format!("participant L{number} as {}", plain(name.trim())));
    }
    let mut marks = marks(account, language, lanes);
    marks.sort_by_key(|mark| mark.at);
    let mut now = 0;
    for mark in marks.iter().take(MOST) {
        if mark.ns > now {
            now = mark.ns;
            put(&mut out, &format!("Note over L0,L{}: {}", lanes.saturating_sub(1), time(language, now)));
        }
        put(&mut out, &mark.text);
    }
    let left_out = marks.len().saturating_sub(MOST) + account.lanes.len() - lanes;
    if left_out > 0 {
        put(&mut out, &format!("Note over L0,L{}: ⋯ +{}", lanes.saturating_sub(1), count(left_out as u64)));
    }
    out
}

/// What there is to draw between so many lanes, each kind in its own order.
fn marks(account: &Account, language: Language, lanes: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    for cause in account.causes.iter().filter(|cause| cause.lane.max(cause.whom) < lanes) {
        let arrow = match cause.kind {
            ArrowKind::Spawn => "->>",
            ArrowKind::Wake | ArrowKind::Cause => "-->>",
            ArrowKind::Cancel => "-x",
        };
        let text = format!("L{}{arrow}L{}: {}", cause.lane, cause.whom, deed(language, cause.kind));
        marks.push(Mark { at: cause.to, ns: cause.to_ns, text });
    }
    for line in account.lines.iter().filter(|line| line.lane < lanes) {
        let text = format!("Note right of L{}: {}", line.lane, plain(&line.text));
        marks.push(Mark { at: line.at, ns: line.ns, text });
    }
    for (number, lane) in account.lanes.iter().enumerate().take(lanes) {
        for stretch in &lane.stretches {
            let word = state(language, stretch.state);
            let text = match stretch.state {
                State::Sleeping | State::Blocking if !lane.code.is_empty() => {
                    format!("Note over L{number}: {word} {}", plain(&stretch.label))
                }
                State::Done | State::Failed | State::Cancelled => format!("Note over L{number}: {word}"),
                State::Ready | State::Running | State::Waiting | State::Sleeping | State::Blocking => {
                    continue;
                }
            };
            marks.push(Mark { at: stretch.from, ns: stretch.from_ns, text: text.trim_end().to_owned() });
        }
    }
    marks
}

fn put(out: &mut String, line: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(out, "    {line}");
}

/// Text that Mermaid takes for nothing else.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '#' | ';' | '<' | '>' | '"' | '%' => out += &format!("#{};", u32::from(character)),
            '\n' | '\r' | '\t' => out.push(' '),
            _ => out.push(character),
        }
    }
    // It would end a block of the diagram, or be nothing at all.
    match out.trim() {
        "" => "#160;".to_owned(),
        "end" => "end#8203;".to_owned(),
        _ => out,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn signs_of_the_language_are_escaped() {
        assert_eq!(plain("a; b #1 <x>"), "a#59; b #35;1 #60;x#62;");
        assert_eq!([plain(""), plain("end"), plain("茶\n好")], ["#160;", "end#8203;", "茶 好"]);
    }
}
