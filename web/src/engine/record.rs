//! The record of a run as lines of JSON, as the command prints it.

use interleave_trace::Trace;
use interleave_views::record::lines;

/// So many events are written out: a hundred bytes or more each.
const MOST: usize = 200_000;

/// The record; what is beyond measure is counted in its last line.
pub(super) fn of(trace: &Trace, text: &str) -> String {
    // Fails for what has keys that are no texts.
    let lines = lines(trace, text, MOST).filter_map(|line| serde_json::to_string(&line).ok());
    lines.flat_map(|line| [line, "\n".to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use interleave_python::{Options, run};

    use super::of;

    #[test]
    fn each_event_is_a_line() {
        let text = "print('tea')\n";
        let trace = run(text, &Options { record: true, ..Options::default() }).trace.expect("it is recorded");
        let lines = of(&trace, text);
        assert_eq!(lines.lines().count(), trace.events.len());
        assert!(lines.contains(r#""line":1,"span":[0,12],"event":"prints","text":"tea\n"}"#), "{lines}");
    }
}
