//! Programs run as they are typed, and in full when asked; what takes long can be
//! stopped, and what is wrong is said at its line.

use interleave_tests::browser::{Key, Page, Reader, visit};

const ENDLESS: &str = "print('begun')\nwhile True:\n    pass\n";

async fn wait_for_run(page: &Page, word: &str) {
    page.wait_for_attribute("#run-controls", "data-run", word).await;
}

async fn wait_for_ending(page: &Page, word: &str) {
    page.wait_for_attribute("#status", "data-ending", word).await;
}

/// Stop the run, once the button for it has come.
async fn stop(page: &Page) {
    page.click("#stop").await;
}

#[test]
fn the_opening_program_has_run_when_one_arrives() {
    visit(Reader::WIDE, async |page| {
        page.wait_for_text("#log", "neither has started").await;
        wait_for_ending(page, "finished").await;
        assert_eq!(page.evaluate("return document.querySelector('#opening')").await, serde_json::Value::Null);
    });
}

#[test]
fn what_is_typed_is_run() {
    visit(Reader::WIDE, async |page| {
        page.write_program("print('typed', 6 * 7)\n").await;
        page.wait_for_text("#log", "typed 42").await;
    });
}

#[test]
fn the_log_is_as_high_as_its_lines_and_scrolls_where_there_are_more() {
    const HEIGHTS: &str = "
        const [log, rows] = ['.log', '.log-row'].map((each) => document.querySelectorAll(each));
        return [log[0].clientHeight, log[0].scrollHeight, 24 * rows.length + 8];";
    for (reader, fits, scrolls) in [(Reader::WIDE, 7, 40), (Reader::NARROW, 7, 40)] {
        visit(reader, async |page| {
            let heights = async |lines: u32| {
                page.write_program(&format!(
                    "for n in range({lines}):\n    print('line', n, 'of {lines}')\n"
                ))
                .await;
                page.wait_for_text("#log", &format!("of {lines}")).await;
                let found = page.evaluate(HEIGHTS).await;
                [0, 1, 2].map(|index| found[index].as_u64().unwrap_or_default())
            };
            let [room, content, lines] = heights(fits).await;
            assert!(room == content && lines <= room && room < lines + 24, "{room} px for {lines}");
            let [room, content, lines] = heights(scrolls).await;
            assert!(room < content && content == lines, "{room} px for {lines}, of {content}");
        });
    }
}

#[test]
fn a_mistake_keeps_the_last_run_and_is_told_at_its_line() {
    visit(Reader::WIDE, async |page| {
        page.write_program("print('kept')\n").await;
        page.wait_for_text("#log", "kept").await;
        page.write_program("# 等待\nprint('kept')\nprint(1\n").await;
        wait_for_ending(page, "mistake").await;
        page.wait_for_text("#problem", "SyntaxError: '(' was never closed").await;
        assert!(page.text("#log").await.contains("kept"), "the last good run is gone");
        page.wait_in_editor(".cm-problem", &["("]).await;
        page.wait_in_editor(".cm-alarm", &["!"]).await;
        page.click("#problem .link").await;
        assert!(page.editor_has_focus().await, "the line's name leads to the line");
    });
}

#[test]
fn a_mended_program_has_no_problem() {
    visit(Reader::WIDE, async |page| {
        page.write_program("print(1").await;
        wait_for_ending(page, "mistake").await;
        page.type_into_editor(")").await;
        wait_for_ending(page, "finished").await;
        page.wait_until("the problem to go", "document.querySelector('#problem')", "seen === null").await;
        page.wait_in_editor(".cm-problem", &[]).await;
    });
}

#[test]
fn an_error_while_it_runs_is_told_with_what_was_printed_before() {
    visit(Reader::WIDE, async |page| {
        page.write_program("print('before')\nprint(1 / 0)\n").await;
        wait_for_ending(page, "failed").await;
        page.wait_for_text("#problem", "ZeroDivisionError: division by zero").await;
        page.wait_for_text("#log", "before").await;
    });
}

#[test]
fn what_takes_long_asks_before_it_goes_on() {
    visit(Reader::WIDE, async |page| {
        page.write_program(ENDLESS).await;
        wait_for_run(page, "paused").await;
        page.click("#go-on").await;
        wait_for_run(page, "going").await;
        page.wait_until(
            "progress to be told",
            "document.querySelector('.status-progress')?.textContent ?? ''",
            "/[0-9]/.test(seen)",
        )
        .await;
        stop(page).await;
        wait_for_ending(page, "stopped").await;
        page.wait_for_text("#log", "begun").await;
        let notices = page.evaluate("return document.querySelectorAll('.status-notice').length").await;
        assert_eq!(notices, 0, "the worker had to be replaced");
    });
}

#[test]
fn what_ticks_for_ever_is_seen_when_it_is_stopped() {
    const TICKER: &str = "import asyncio
async def main():
    while True:
        print('tick')
        await asyncio.sleep(1)
asyncio.run(main())
";
    visit(Reader::WIDE, async |page| {
        page.write_program(TICKER).await;
        wait_for_run(page, "paused").await;
        page.click("#stop-here").await;
        wait_for_ending(page, "stopped").await;
        page.wait_for_text("#log", "tick").await;
        let notices = page.evaluate("return document.querySelectorAll('.status-notice').length").await;
        assert_eq!(notices, 0, "the worker had to be replaced");
    });
}

#[test]
fn stop_answers_at_once_whatever_runs() {
    visit(Reader::WIDE, async |page| {
        page.write_program(ENDLESS).await;
        wait_for_run(page, "paused").await;
        page.click("#go-on").await;
        wait_for_run(page, "going").await;
        page.evaluate("window.asked = performance.now(); document.querySelector('#stop').click();").await;
        let millis = page
            .wait_until(
                "the run to stop",
                "document.querySelector('#run-controls').dataset.run === 'idle' && performance.now() - asked",
                "seen",
            )
            .await;
        // A tenth of a second is promised; a machine with other work to do may take some more.
        assert!(millis.as_f64().is_some_and(|millis| millis < 400.0), "it took {millis} ms");
    });
}

#[test]
fn a_new_text_ends_a_run_that_takes_long() {
    visit(Reader::WIDE, async |page| {
        page.write_program(ENDLESS).await;
        wait_for_run(page, "paused").await;
        page.write_program("print('another')\n").await;
        page.wait_for_text("#log", "another").await;
        wait_for_run(page, "idle").await;
    });
}

#[test]
fn the_key_for_run_works_everywhere_and_sets_no_limit() {
    visit(Reader::WIDE, async |page| {
        page.write_program(ENDLESS).await;
        wait_for_run(page, "paused").await;
        page.press_with(Key::Control, Key::Enter).await;
        wait_for_run(page, "going").await;
        stop(page).await;
        wait_for_run(page, "idle").await;
        page.evaluate("document.activeElement.blur()").await;
        page.press_with(Key::Control, Key::Enter).await;
        wait_for_run(page, "going").await;
        stop(page).await;
        wait_for_run(page, "idle").await;
        assert!(!page.editor_text().await.contains("pass\n\n\n"), "the key wrote into the program");
    });
}

#[test]
fn a_deadlock_is_told() {
    visit(Reader::WIDE, async |page| {
        page.write_program(
            "import asyncio\n\nasync def main():\n    await asyncio.Event().wait()\n\nasyncio.run(main())\n",
        )
        .await;
        wait_for_ending(page, "deadlock").await;
        page.wait_for_text("#problem", "Task-1").await;
    });
}
