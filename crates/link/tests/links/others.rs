//! The format as others read and write it: a Python program that knows nothing of this crate.

use std::env;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use interleave_link::{Form, View, link, open};
use serde_json::Value;

use crate::lessons::programs;

#[test]
fn another_program_reads_our_links_and_we_read_its() {
    let Some(python) = python() else {
        // Said so that it can be seen with `--nocapture`: the test has nothing to ask.
        return;
    };
    let view = View { time_ns: Some(2_500_000_000), event: Some(7), ..View::default() };
    let texts = [programs(), vec![String::new(), "print('tea')\n".into(), "時刻 = '🫖'\r\n".into()]].concat();
    let asked: Vec<(&String, Form)> =
        texts.iter().flat_map(|text| Form::ALL.map(|form| (text, form))).collect();
    let links: String =
        asked.iter().map(|(text, form)| link(text, &view, *form).expect("it is short") + "\n").collect();
    let answers = ask(&python, &links);
    assert_eq!(answers.len(), asked.len());
    for ((text, form), answer) in asked.iter().zip(answers) {
        assert_eq!(answer["text"].as_str(), Some(text.as_str()), "{form:?}");
        assert_eq!(answer["fits"], true, "{form:?} {text}");
        assert_eq!((answer["view"]["t"].as_str(), answer["view"]["e"].as_str()), (Some("2.5"), Some("7")));
        let opened = open(answer["ours"].as_str().expect("it makes a link, too"));
        assert_eq!((opened.text.as_ref(), opened.damage), (Some(*text), None));
        assert_eq!(opened.view.time_ns, Some(1_000_000_000));
    }
}

#[test]
fn the_page_on_the_format_names_the_dictionary() {
    let Some(python) = python() else { return };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let hash = "import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], 'rb').read()).hexdigest())";
    let output = Command::new(python)
        .args(["-c", hash])
        .arg(folder.join("dictionary/d1.txt"))
        .output()
        .expect("it runs");
    let sum = String::from_utf8(output.stdout).expect("a sum is text");
    let page = include_str!("../../FORMAT.md");
    assert!(sum.trim().len() == 64 && page.contains(sum.trim()), "{sum}");
}

fn ask(python: &Path, links: &str) -> Vec<Value> {
    let reader = concat!(env!("CARGO_MANIFEST_DIR"), "/read_link.py");
    let mut process = Command::new(python)
        .args(["-B", "-X", "utf8", reader])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it has just answered");
    // It reads a line and answers it, so what it cannot say yet must find room: in a thread of its own.
    let mut stdin = process.stdin.take().expect("stdin is a pipe");
    let links = links.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(links.as_bytes()));
    let output = process.wait_with_output().expect("it has been started");
    writer.join().expect("writing does not panic").expect("it reads everything");
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).expect("JSON is text");
    said.lines().map(|line| serde_json::from_str(line).expect("it says JSON")).collect()
}

/// Any CPython that is new enough; without one, nobody is asked.
fn python() -> Option<PathBuf> {
    let named = env::var_os("INTERLEAVE_PYTHON313").map(PathBuf::from);
    let on_path = env::var_os("PATH");
    let on_path = on_path.iter().flat_map(env::split_paths);
    let found = on_path.flat_map(|folder| ["python3.13", "python3"].map(|name| folder.join(name)));
    named.into_iter().chain(found).find(|python| {
        let version = Command::new(python).arg("--version").stderr(Stdio::null()).output();
        version.is_ok_and(|output| output.stdout.starts_with(b"Python 3."))
    })
}
