//! `interleave link`: programs as links, and links as programs.

use crate::{assert_complains, assert_said, interleave};

const PROGRAM: &str = "print('tea')\n";

#[test]
fn a_program_becomes_a_link() {
    let made = |words: &[&str]| interleave(&[&["link", "-"], words].concat(), PROGRAM);
    assert_said(&made(&[]), 0, "#v1.d1.g3ZVS1ITgTUaAA.z-pUJw\n", "");
    assert_said(
        &made(&[
            "--form", "public", "--at", "3.50", "--view", "log,code", "--select", "task-2", "--lang", "en",
        ]),
        0,
        "#v1.z.KyjKzCvRUC9JTVTX5AIA.z-pUJw&t=3.5&view=code,log&sel=task-2&lang=en\n",
        "",
    );
    assert_said(
        &made(&["--base", "https://example.org/play/#top", "--event", "7", "--speed", "0.5"]),
        0,
        "https://example.org/play/#v1.d1.g3ZVS1ITgTUaAA.z-pUJw&e=7&speed=0.5\n",
        "",
    );
}

#[test]
fn a_link_becomes_the_program_again() {
    let link = "https://example.org/play/#v1.z.KyjKzCvRUC9JTVTX5AIA.z-pUJw&t=3.5&view=log";
    assert_said(&interleave(&["link", "--read", link], ""), 0, PROGRAM, "t=3.5&view=log\n");
    assert_said(&interleave(&["link", "--read", "-"], &format!("{link}\n")), 0, PROGRAM, "t=3.5&view=log\n");
}

#[test]
fn what_is_left_of_a_damaged_link_is_printed() {
    let output = interleave(&["link", "--read", "v1.z.KyjKzCvRUC"], "");
    assert_complains(&output, 1, &["interleave: The end of this link is missing"]);
    assert_eq!(output.stdout, b"print(");
    assert_complains(
        &interleave(&["link", "--read", "v1.z.KyjKzCvRUC9JTVTX5AIA.z-pUJw&t=soon"], ""),
        1,
        &["What the link says of “t” cannot be read."],
    );
    assert_complains(
        &interleave(&["link", "--read", "https://example.org/"], ""),
        1,
        &["no link to a program"],
    );
}

#[test]
fn what_no_link_can_say_is_refused() {
    let made = |words: &[&str], program: &str| interleave(&[&["link", "-"], words].concat(), program);
    assert_complains(&made(&["--at", "soon"], PROGRAM), 2, &["seconds are wanted"]);
    assert_complains(&made(&["--view", "smell"], PROGRAM), 2, &["code, log, timeline"]);
    assert_complains(&made(&["--select", "task-0"], PROGRAM), 2, &["counted from 1"]);
    assert_complains(&made(&[], &"#".repeat(300_000)), 2, &["at most 256 KiB"]);
    assert_complains(&interleave(&["link"], ""), 2, &["<FILE>"]);
}

#[test]
fn a_long_link_is_printed_with_a_warning() {
    let program: String = (0..1_000_u64).map(|n| format!("x{} = {}\n", n * n, n * n * n)).collect();
    assert_complains(&interleave(&["link", "-"], &program), 0, &["the link has", "characters"]);
}
