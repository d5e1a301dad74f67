//! A trace as lines of JSON, one event a line: the format of `interleave trace` and of `run --trace`, which this
//! crate's README explains. What a line has in it is `interleave_views::record`'s.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use interleave_trace::Trace;
use interleave_views::record::lines;

/// Writes them to a file.
pub(crate) fn write(path: &Path, trace: &Trace, source: &str) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    write_lines(&mut file, trace, source)?;
    file.flush()
}

/// Writes them to standard output.
pub(crate) fn print(trace: &Trace, source: &str) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    write_lines(&mut out, trace, source)?;
    out.flush()
}

fn write_lines(out: &mut impl Write, trace: &Trace, source: &str) -> io::Result<()> {
    for line in lines(trace, source, usize::MAX) {
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use interleave_trace::{
        Actor, Change, Event, FutureId, LoopId, Reason, ResourceId, Span, StepId, TaskId, TextId, What,
    };

    use super::*;

    fn written(trace: &Trace, source: &str) -> String {
        let mut out = Vec::new();
        write_lines(&mut out, trace, source).expect("memory takes everything");
        String::from_utf8(out).expect("JSON is text")
    }

    #[test]
    fn each_event_is_a_line_that_needs_no_table() {
        let source = "import asyncio\nasync def nap(): ...\n";
        let event = |step, actor, place, what| Event { step: StepId(step), actor, ns: 250, place, what };
        let task = TaskId(1);
        let created = What::TaskCreated { task, future: FutureId(2), name: TextId(0), code: TextId(1) };
        let start = What::Start { cause: StepId(3), reason: Reason::Awaited(FutureId(2)), call: None };
        let level = What::ResourceChanged(ResourceId(0), Change::Level(3));
        let trace = Trace {
            events: [
                event(3, Actor::Loop(LoopId(0)), Span::new(15, 20), created),
                event(4, Actor::Task(task), Span::default(), start),
                event(4, Actor::Task(task), Span::default(), level),
                event(4, Actor::Task(task), Span::default(), What::Blocks { until_ns: i64::MAX }),
            ]
            .into_iter()
            .collect(),
            left_out: 2,
            stuck: false,
            texts: ["Task-1", "nap"].into_iter().collect(),
            definitions: [(TextId(1), Span::new(15, 35))].into(),
        };
        let expected = r#"
{"step":3,"ns":250,"who":{"loop":0},"line":2,"span":[15,20],"event":"task_created","task":1,"future":2,"name":"Task-1","code":"nap","defined":[15,35]}
{"step":4,"ns":250,"who":{"task":1},"event":"start","cause":3,"reason":"awaited","future":2}
{"step":4,"ns":250,"who":{"task":1},"event":"resource_changed","resource":0,"change":"level","level":3}
{"step":4,"ns":250,"who":{"task":1},"event":"blocks","until_ns":null}
{"event":"left_out","count":2}
"#;
        assert_eq!(written(&trace, source), expected.trim_start());
    }
}
