//! Delays that are pulled at on the timeline, and numbers that are moved in the code: the text changes, the run
//! follows, and one undo takes all of it back.

use interleave_tests::browser::{Key, Page, Reader, visit};

const PROGRAM: &str = "\
import asyncio

pause = 2


async def job(n):
    await asyncio.sleep(pause)
    print('job', n)


async def main():
    await asyncio.gather(job(1), job(2))
    await asyncio.sleep(2)


asyncio.run(main())
";

const DRAWN: &str = "\
import asyncio, random


async def main():
    await asyncio.sleep(random.random())
    print('after some time')


asyncio.run(main())
";

/// The bars of the first job, whose sleep ends in the middle, and a place where it would end a second later.
const BARS: &str = ".lane:nth-of-type(3) .bars";
const BEFORE_END: (f64, f64) = (0.2, 0.5);
const END: (f64, f64) = (0.5, 0.5);
const LATER: (f64, f64) = (0.74, 0.5);

async fn opened(page: &Page, program: &str, last_line: &str) {
    page.write_program(program).await;
    page.wait_for_text("#log", last_line).await;
    page.wait_for_attribute("#run-controls", "data-run", "idle").await;
}

async fn wait_for_pause(page: &Page, line: &str) {
    page.wait_in_editor(".cm-line:nth-child(3)", &[line]).await;
}

#[test]
fn the_end_of_a_sleep_changes_the_number_that_it_came_from() {
    visit(Reader::WIDE, async |page| {
        opened(page, PROGRAM, "job 2").await;
        page.drag(BARS, END, LATER).await;
        wait_for_pause(page, "pause = 3").await;
        page.wait_for_text(".pull-line", "3 s").await;
        page.wait_for_text("#log", "3.000 s").await;
        // The hand is still on the timeline.
        page.press_with(Key::Control, 'z').await;
        wait_for_pause(page, "pause = 2").await;
        assert_eq!(page.editor_text().await, PROGRAM, "one undo takes back all of it");
        page.press_with(Key::Control, 'y').await;
        wait_for_pause(page, "pause = 3").await;
    });
}

#[test]
fn what_changes_with_it_is_marked_before() {
    visit(Reader::WIDE, async |page| {
        opened(page, PROGRAM, "job 2").await;
        page.drag(BARS, END, END).await;
        page.wait_for_text(".pull-line", "2 in line 3").await;
        page.wait_until("both sleeps", "document.querySelectorAll('.pull.changes').length", "seen === 2")
            .await;
        page.audit_accessibility().await;
        assert_eq!(page.editor_text().await, PROGRAM, "nothing was pulled yet");
    });
}

#[test]
fn another_of_several_numbers_can_be_chosen() {
    visit(Reader::WIDE, async |page| {
        opened(page, &PROGRAM.replace("sleep(pause)", "sleep(pause * n)"), "job 2").await;
        page.drag(BARS, BEFORE_END, BEFORE_END).await;
        page.wait_for_text(".pull-choice", "1 in line 12, 1 delay").await;
        page.choose(".pull-choice select", "1").await;
        page.click(".pull-line .tool:last-of-type").await;
        wait_for_pause(page, "pause = 3").await;
    });
}

#[test]
fn escape_gives_back_what_was_pulled() {
    visit(Reader::WIDE, async |page| {
        opened(page, PROGRAM, "job 2").await;
        page.drag_and_hold(BARS, END, LATER).await;
        wait_for_pause(page, "pause = 3").await;
        page.press(Key::Escape).await;
        wait_for_pause(page, "pause = 2").await;
        assert_eq!(page.editor_text().await, PROGRAM);
    });
}

#[test]
fn nothing_is_drawn_before_the_run_that_is_asked_for() {
    const OBSERVE: &str = "
        window.changes = [];
        const name = ({ target, attributeName, type }) => `${target.id || target.nodeName} ${attributeName ?? type}`;
        const everything = { subtree: true, childList: true, characterData: true, attributes: true };
        new MutationObserver((all) => changes.push(all.map(name))).observe(document.querySelector('#app'), everything);";
    visit(Reader::WIDE, async |page| {
        opened(page, PROGRAM, "job 2").await;
        page.drag_and_hold(BARS, END, LATER).await;
        wait_for_pause(page, "pause = 3").await;
        page.wait_for_attribute("#run-controls", "data-run", "idle").await;
        page.evaluate(OBSERVE).await;
        page.drag_on(BARS, END).await;
        wait_for_pause(page, "pause = 2").await;
        page.wait_for_text(".pull-line", "2 s").await;
        // What the run before it left to be drawn may come first.
        let asking = "changes.find((batch) => batch.includes('run-controls data-run')).join()";
        let all = "changes.flat().length";
        assert_eq!(page.evaluate(&format!("return {asking}")).await, "run-controls data-run");
        assert!(page.evaluate(&format!("return {all}")).await.as_u64() > Some(10), "then all of it is drawn");
    });
}

#[test]
fn what_was_drawn_has_a_lock_with_its_reason() {
    visit(Reader::WIDE, async |page| {
        opened(page, DRAWN, "after some time").await;
        page.click(".lane:nth-of-type(2) .bars").await;
        page.wait_for_text(".pull-line", "drawn, measured or counted").await;
        assert_eq!(page.editor_text().await, DRAWN);
    });
}

#[test]
fn a_simulated_latency_is_said_where_it_was_not() {
    const FETCH: &str = "import httpx\n\nprint(httpx.get('https://a.test').status_code)\n";
    visit(Reader::WIDE, async |page| {
        opened(page, FETCH, "200").await;
        page.click(".lane:nth-of-type(1) .bars").await;
        page.wait_for_text(".pull-line", "latency").await;
        page.click(".pull-line .tool:last-of-type").await;
        page.wait_in_editor(".cm-line:nth-child(1)", &["# interleave: latency=0.3"]).await;
        page.wait_for_text("#log", "0.300 s").await;
        page.click("#editor").await;
        page.press_with(Key::Control, 'z').await;
        page.wait_in_editor(".cm-line:nth-child(1)", &["import httpx"]).await;
    });
}

#[test]
fn delays_are_pulled_at_by_keyboard_and_by_button() {
    visit(Reader::WIDE, async |page| {
        opened(page, PROGRAM, "job 2").await;
        page.click(BARS).await;
        page.wait_for_text(".pull-line", "2 in line 3").await;
        page.press_with(Key::Shift, Key::Up).await;
        wait_for_pause(page, "pause = 3").await;
        page.click(".pull-line .tool:last-of-type").await;
        wait_for_pause(page, "pause = 4").await;
        page.click(".pull-line .tool:first-of-type").await;
        wait_for_pause(page, "pause = 3").await;
        page.wait_for_text("#log", "3.000 s").await;
    });
}

#[test]
fn a_finger_pulls_at_what_it_has_touched() {
    visit(Reader::NARROW, async |page| {
        opened(page, PROGRAM, "job 2").await;
        page.evaluate("document.querySelector('.timeline-rows').scrollIntoView({ block: 'center' })").await;
        page.click(".lane:nth-of-type(3) .lane-name").await;
        page.touch(BARS, &[(END, LATER)]).await;
        wait_for_pause(page, "pause = 3").await;
    });
}

#[test]
fn numbers_are_moved_in_the_code() {
    visit(Reader::WIDE, async |page| {
        opened(page, PROGRAM, "job 2").await;
        page.click("#editor").await;
        page.press_with(Key::Control, Key::Home).await;
        for key in [Key::Down, Key::Down, Key::End] {
            page.press(key).await;
        }
        page.press_with(Key::Alt, Key::Up).await;
        wait_for_pause(page, "pause = 3").await;
        page.wait_for_text("#log", "3.000 s").await;
        page.press_with(Key::Alt, Key::Down).await;
        page.press_with(Key::Alt, Key::Down).await;
        wait_for_pause(page, "pause = 1").await;
        page.press_with(Key::Control, 'z').await;
        wait_for_pause(page, "pause = 2").await;
        assert_eq!(page.editor_text().await, PROGRAM);
    });
}
