//! The command as mdBook runs it: a book on standard input, a book on standard output.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use expect_test::{Expect, expect};
use serde_json::{Value, json};

fn preprocessor(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mdbook-interleave"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    // Who only answers does not read.
    let _ = child.stdin.take().expect("it is piped").write_all(input.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn chapter(path: &str, text: &str, inner: &Value) -> Value {
    json!({ "Chapter": {
        "name": "Tea", "content": text, "number": [1], "sub_items": inner, "path": path, "source_path": path,
        "parent_names": [],
    } })
}

/// A book of these chapters, as mdBook 0.5 hands it over.
fn book(settings: &Value, language: &str, items: &Value) -> String {
    let config = json!({ "book": { "language": language }, "preprocessor": { "interleave": settings } });
    let context =
        json!({ "root": "course", "config": config, "renderer": "html", "mdbook_version": "0.5.4" });
    json!([context, { "items": items }]).to_string()
}

/// The text that a chapter becomes, and what the author is told.
fn processed(text: &str) -> (String, String) {
    let input = book(&json!({}), "en", &json!([chapter("tea.md", text, &json!([]))]));
    let output = preprocessor(&[], &input);
    let told = String::from_utf8(output.stderr).expect("text");
    assert!(output.status.success(), "{told}");
    let book: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    (book["items"][0]["Chapter"]["content"].as_str().expect("a text").to_owned(), told)
}

/// A text without what other tests look at: styles, and what is within a picture.
fn shortened(text: &str) -> String {
    let mut short = text.to_owned();
    for (from, to) in [("<style>", "</style>"), ("<svg xmlns", "</svg>\n</div>"), ("<svg class", "</svg>")] {
        let mut at = 0;
        while let Some(start) = short[at..].find(from).map(|found| found + at) {
            let end = start + short[start..].find(to).expect("it ends");
            short.replace_range(start + from.len()..end, "…");
            at = start + from.len();
        }
    }
    short
}

#[track_caller]
fn check(text: &str, expected: &Expect) {
    expected.assert_eq(&shortened(&processed(text).0));
}

#[test]
fn a_block_becomes_an_element_with_its_run_inside() {
    check(
        "# Tea\n\n```python,interleave label=\"Tea & more\" loading=click\nprint(\"tea\")\n\n\nprint(2)\n```\nAfter.\n",
        &expect![[r##"
            # Tea


            <interleave-play label="Tea &amp; more" loading="click">
            <figure class="interleave-figure" lang="en">
            <style>…</style>
            <pre class="code"><code><span class="code-line"><span class="code-function">print</span>(<span class="code-string">&quot;tea&quot;</span>)
            </span><span class="code-line">
            </span><span class="code-line">
            </span><span class="code-line"><span class="code-function">print</span>(<span class="code-number">2</span>)
            </span></code></pre>
            <ol class="log"><li class="log-row"><span class="log-time">0.000 s</span><span class="log-name"><span class="who colour-0"><svg class…</svg><span class="who-name">main thread</span></span></span><span class="log-text">tea</span></li><li class="log-row"><span class="log-time">0.000 s</span><span class="log-name"><span class="who colour-0"><svg class…</svg><span class="who-name">main thread</span></span></span><span class="log-text">2</span></li></ol>
            <div class="picture"><svg xmlns…</svg>
            </div>
            <figcaption>Tea &amp; more</figcaption>
            </figure>
            </interleave-play>

            After.


            <script type="module">import(new URL("interleave/embed.js", new URL(path_to_root, location.href)));</script>
        "##]],
    );
}

#[test]
fn the_first_of_a_page_brings_styles_and_views_leave_out_what_they_do() {
    check(
        "```python,interleave\nprint(1)\n```\n\n- a list\n\n  ```py, interleave, view=\"code\"\n  print(2)\n  ```\n\n  more\n",
        &expect![[r#"

            <interleave-play>
            <figure class="interleave-figure" lang="en">
            <style>…</style>
            <pre class="code"><code><span class="code-line"><span class="code-function">print</span>(<span class="code-number">1</span>)
            </span></code></pre>
            <ol class="log"><li class="log-row"><span class="log-time">0.000 s</span><span class="log-name"><span class="who colour-0"><svg class…</svg><span class="who-name">main thread</span></span></span><span class="log-text">1</span></li></ol>
            <div class="picture"><svg xmlns…</svg>
            </div>
            <figcaption></figcaption>
            </figure>
            </interleave-play>


            - a list


              <interleave-play view="code">
              <figure class="interleave-figure" lang="en">
              <pre class="code"><code><span class="code-line"><span class="code-function">print</span>(<span class="code-number">2</span>)
              </span></code></pre>
              <figcaption></figcaption>
              </figure>
              </interleave-play>


              more


            <script type="module">import(new URL("interleave/embed.js", new URL(path_to_root, location.href)));</script>
        "#]],
    );
}

#[test]
fn all_else_stays_as_it_is() {
    let text = "# Tea\n\n```python\nprint(1)\n```\n\n```rust,interleave\nfn main() {}\n```\n\n`interleave`\n";
    assert_eq!(processed(text), (text.to_owned(), String::new()));
}

#[test]
fn a_book_keeps_all_but_its_programs() {
    let inner = chapter("week-2/inner.md", "```python,interleave\nprint('inner')\n```\n", &json!([]));
    let items = json!([
        "Separator",
        { "PartTitle": "Part" },
        chapter("tea.md", "no program", &json!([inner])),
        { "Chapter": { "name": "Draft", "content": "", "number": null, "sub_items": [], "path": null } },
    ]);
    for name in ["items", "sections"] {
        let input = book(&json!({ "site": "https://course.example/i/" }), "zh-TW", &items);
        let input = input.replace("\"items\"", &format!("\"{name}\""));
        let output = preprocessor(&[], &input);
        let mut got: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let text = &mut got[name][2]["Chapter"]["sub_items"][0]["Chapter"]["content"];
        let inner = text.as_str().expect("a text").to_owned();
        assert!(inner.contains("lang=\"zh-Hant\""), "{inner}");
        assert!(inner.contains("import(new URL(\"https://course.example/i/embed.js\","), "{inner}");
        *text = json!("```python,interleave\nprint('inner')\n```\n");
        assert_eq!(got, json!({ name: items }));
    }
}

#[test]
fn programs_that_fail_have_figures_and_authors_hear_of_mistakes() {
    for (program, seen, heard) in [
        ("1 / 0", "ZeroDivisionError", ""),
        ("import asyncio\nasyncio.run(asyncio.Event().wait())", "Task-1 waits for Event 1 (since 0 s", ""),
        (
            "while True: pass",
            "100,000,000 instructions",
            "tea.md, line 3: The program has run 100,000,000 instructions",
        ),
        ("x = []\nwhile True: x.append(bytearray(10_000_000))", "bytearray", "MiB"),
        ("print(1", "SyntaxError", "SyntaxError: '(' was never closed"),
        ("\r\r\0\x1b[31m", "SyntaxError", "SyntaxError"),
    ] {
        let (text, told) = processed(&format!("# Tea\n\n```python,interleave\n{program}\n```\nAfter.\n"));
        assert!(text.contains(seen), "{program}: {seen} in {text}");
        assert!(text.contains("<figure"), "{program}: {text}");
        assert!(text.contains("\nAfter.\n"), "{program}: {text}");
        let element =
            text.split("<interleave-play>").nth(1).and_then(|rest| rest.split("</interleave-play>").next());
        let has_empty_line = element.expect("an element").trim().lines().any(|line| line.trim().is_empty());
        assert!(!has_empty_line, "an empty line ends HTML in Markdown: {text}");
        assert_eq!(told.is_empty(), heard.is_empty(), "{program}: {told}");
        assert!(told.contains(heard), "{program}: {heard} in {told}");
    }
}

#[test]
fn attributes_cannot_leave_their_place() {
    let (text, told) =
        processed("```python,interleave label=\"<b> & '\" x\"><script>=1 STDIN=2\nprint(1)\n```\n");
    assert!(text.contains("<interleave-play label=\"&lt;b&gt; &amp; '\">\n"), "{text}");
    assert!(told.contains("no attribute is called `x\"><script>`"), "{told}");
    assert!(told.contains("no attribute is called `STDIN`"), "{told}");
    assert!(!text.contains("<script>"), "{text}");
}

#[test]
fn input_is_the_reader_s() {
    let (text, _) = processed("```python,interleave stdin=\"oolong\"\nprint(input().upper())\n```\n");
    assert!(text.contains("OOLONG"), "{text}");
}

#[test]
fn what_is_no_book_is_refused_with_a_reason() {
    let deep = "[".repeat(100_000);
    let nested =
        book(&json!({}), "en", &json!([{ "Chapter": { "name": "x", "content": "", "sub_items": 7 } }]));
    for (input, reason) in [
        ("", "no book as mdBook hands it over"),
        ("{}", "no book as mdBook hands it over"),
        ("[1, 2, 3]", "no book as mdBook hands it over"),
        ("[{}, {\"items\": []", "no book as mdBook hands it over"),
        (deep.as_str(), "no book as mdBook hands it over"),
        ("[null, null]", "the book has no chapters"),
        ("[{}, {\"items\": 7}]", "the book's chapters are no list"),
        ("[{}, {\"items\": [{\"Chapter\": {\"name\": \"Tea\"}}]}]", "Tea has no text"),
        ("[{}, {\"items\": [{\"Chapter\": 7}]}]", "a chapter has no text"),
        (nested.as_str(), "the book's chapters are no list"),
        (&book(&json!({ "site": 7 }), "en", &json!([])), "preprocessor.interleave.site"),
    ] {
        let output = preprocessor(&[], input);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(told.starts_with("mdbook-interleave: ") && told.contains(reason), "{reason}: {told}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn it_says_what_it_is_for() {
    for (arguments, code) in
        [(&["supports", "html"][..], 0), (&["supports", "markdown"], 1), (&["--help"], 2)]
    {
        assert_eq!(preprocessor(arguments, "").status.code(), Some(code), "{arguments:?}");
    }
    assert!(String::from_utf8_lossy(&preprocessor(&["help"], "").stderr).contains("book.toml"));
}
