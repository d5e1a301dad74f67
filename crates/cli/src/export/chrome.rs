//! A run in Chrome's trace event format, which Perfetto and chrome://tracing show: a thread of theirs for
//! each lane, a slice for each stretch, an instant for each line printed, and flows from causes to effects.

use anyhow::{Context, Result};
use interleave_text::Language;
use interleave_views::account::{Account, Cause, Lane, deed, state};
use interleave_views::sight::State;
use serde_json::{Value, json};

/// The one process of the trace.
const PROCESS: u32 = 1;

/// One event a line. By steps instead of time, each event of the run takes a microsecond, so that what took no
/// time can be seen.
pub(super) fn written(account: &Account, language: Language, by_steps: bool) -> Result<String> {
    let scale = |ns: i64, event: u32| if by_steps { f64::from(event) } else { ns as f64 / 1_000.0 };
    let mut events = vec![named("process_name", 0, "asyncio")];
    for (number, lane) in (1..).zip(&account.lanes) {
        events.push(named("thread_name", number, &title(lane)));
        events.push(json!({
            "ph": "M", "name": "thread_sort_index", "pid": PROCESS, "tid": number, "args": { "sort_index": number },
        }));
        for stretch in &lane.stretches {
            let word = state(language, stretch.state);
            let name =
                if stretch.label.is_empty() { word.to_owned() } else { format!("{word}: {}", stretch.label) };
            let (from, to) = (scale(stretch.from_ns, stretch.from), scale(stretch.to_ns, stretch.to));
            let args = json!({ "what": stretch.sentence });
            events.push(match stretch.state {
                State::Done | State::Failed | State::Cancelled => json!({
                    "ph": "i", "s": "t", "name": name, "cat": "end", "pid": PROCESS, "tid": number, "ts": from,
                    "args": args,
                }),
                State::Ready | State::Running | State::Sleeping | State::Waiting | State::Blocking => json!({
                    "ph": "X", "name": name, "cat": stretch.state, "pid": PROCESS, "tid": number, "ts": from,
                    "dur": to - from, "args": args,
                }),
            });
        }
    }
    for line in &account.lines {
        events.push(json!({
            "ph": "i", "s": "t", "name": line.text, "cat": line.stream, "pid": PROCESS, "tid": line.lane + 1,
            "ts": scale(line.ns, line.at),
        }));
    }
    for (number, cause) in account.causes.iter().enumerate() {
        let Cause { kind, lane, from, from_ns, whom, to, to_ns } = *cause;
        let name = deed(language, kind);
        events.push(json!({
            "ph": "s", "id": number, "name": name, "cat": kind, "pid": PROCESS, "tid": lane + 1,
            "ts": scale(from_ns, from),
        }));
        events.push(json!({
            "ph": "f", "bp": "e", "id": number, "name": name, "cat": kind, "pid": PROCESS, "tid": whom + 1,
            "ts": scale(to_ns, to),
        }));
    }
    let lines: Result<Vec<String>, _> = events.iter().map(serde_json::to_string).collect();
    let lines = lines.context("cannot write JSON")?;
    Ok(format!("{{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n{}\n]}}\n", lines.join(",\n")))
}

fn named(what: &str, number: u32, name: &str) -> Value {
    json!({ "ph": "M", "name": what, "pid": PROCESS, "tid": number, "args": { "name": name } })
}

fn title(lane: &Lane) -> String {
    [lane.name.as_str(), lane.code.as_str()].join(" ").trim_end().to_owned()
}
