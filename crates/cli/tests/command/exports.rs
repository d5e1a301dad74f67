//! `interleave export` and `interleave trace`: runs for other programs.

use serde_json::Value;

use crate::{assert_complains, assert_said, interleave};

const PROGRAM: &str = "\
import asyncio

async def brew(name):
    await asyncio.sleep(2)
    print(name, 'is; ready')

async def main():
    await asyncio.gather(brew('tea'), brew('coffee'))

asyncio.run(main())
";

#[test]
fn a_run_becomes_a_sequence_diagram() {
    let expected = "\
sequenceDiagram
    participant L0 as main thread
    participant L1 as Task-1 main()
    participant L2 as Task-2 brew()
    participant L3 as Task-3 brew()
    L0->>L1: creates
    L1->>L2: creates
    L1->>L3: creates
    Note over L2: sleeping 2 s
    Note over L3: sleeping 2 s
    Note over L0,L3: 2 s
    Note right of L2: tea is#59; ready
    Note over L2: done
    Note right of L3: coffee is#59; ready
    Note over L3: done
    L3-->>L1: wakes
    Note over L1: done
    Note over L0: done
";
    assert_said(&interleave(&["export", "-", "--mermaid"], PROGRAM), 0, expected, "");
    let output = interleave(&["export", "-", "--mermaid", "--lang", "zh-Hans"], PROGRAM);
    assert!(String::from_utf8_lossy(&output.stdout).contains("L3-->>L1: 唤醒"));
}

#[test]
fn what_no_diagram_can_hold_is_counted() {
    let output = interleave(&["export", "-", "--mermaid"], "for n in range(1000): print(n)\n");
    let drawn = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(drawn.ends_with("    Note over L0,L0: ⋯ +701\n"), "{drawn}");
}

#[test]
fn a_run_becomes_a_trace_for_perfetto() {
    let events = |words: &[&str]| -> Vec<Value> {
        let output = interleave(&[&["export", "-", "--chrome"], words].concat(), PROGRAM);
        let trace: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        trace["traceEvents"].as_array().expect("it is a list").clone()
    };
    let all = events(&[]);
    let slices: Vec<_> =
        all.iter().filter(|event| event["ph"] == "X" && event["cat"] == "sleeping").collect();
    assert_eq!((&slices[1]["tid"], &slices[1]["dur"]), (&3.into(), &2_000_000.0.into()));
    assert_eq!(slices[1]["name"], "sleeping: 2 s");
    let of_kind = |kind: &str| all.iter().filter(|event| event["ph"] == kind).count();
    assert_eq!(of_kind("s"), of_kind("f"), "each flow begins and ends");
    assert_eq!(of_kind("s"), 4);
    // By steps, what ran has a length.
    let ran = |all: &[Value]| {
        all.iter().filter(|event| event["cat"] == "running" && event["dur"].as_f64() > Some(0.0)).count()
    };
    assert_eq!((ran(&all), ran(&events(&["--steps"])) > 4), (0, true));
}

#[test]
fn a_run_becomes_json() {
    let output = interleave(&["export", "-", "--json"], PROGRAM);
    let account: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(account["end_ns"], 2_000_000_000_u64);
    assert_eq!(account["lanes"][2]["name"], "Task-2");
    let line = &account["lines"][0];
    assert_eq!(
        (&line["text"], &line["lane"], &line["stream"]),
        (&"tea is; ready".into(), &2.into(), &"out".into())
    );
    assert_eq!(account["causes"][0]["kind"], "spawn");
}

#[test]
fn a_trace_is_printed_as_it_is_written() {
    let output = interleave(&["trace", "-"], PROGRAM);
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(lines.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "{lines}");
    assert!(lines.contains("\"event\":\"timer_set\"") && output.stderr.is_empty());
}

#[test]
fn one_format_is_wanted() {
    assert_complains(&interleave(&["export", "-"], PROGRAM), 2, &["--json", "--chrome", "--mermaid"]);
    assert_complains(
        &interleave(&["export", "-", "--json", "--mermaid"], PROGRAM),
        2,
        &["cannot be used with"],
    );
    assert_complains(
        &interleave(&["export", "-", "--json", "--steps"], PROGRAM),
        2,
        &["cannot be used with"],
    );
}
