//! Predict, then run: nothing gives the run away until its reader has said what they expect, and then it is told why.

use interleave_tests::browser::{Key, Page, Reader, visit};

const PROGRAM: &str = "\
import asyncio


async def tea():
    print('kettle on')
    await asyncio.sleep(2)
    print('tea is ready')


async def main():
    task = asyncio.create_task(tea())
    print('tea is ordered')
    await asyncio.sleep(1)
    print('still waiting')
    await task


asyncio.run(main())
";

async fn begin(page: &Page) {
    page.write_program(PROGRAM).await;
    page.wait_for_text("#log", "tea is ready").await;
    page.wait_for_attribute("#run-controls", "data-run", "idle").await;
    page.evaluate(
        "const slider = document.querySelector('#scrub');
         slider.value = 1_500_000_000;
         slider.dispatchEvent(new InputEvent('input', { bubbles: true }));",
    )
    .await;
    page.wait_in_editor(".cm-taken", &["    await asyncio.sleep(2)", "    await task"]).await;
    page.click("#predict").await;
    page.wait_for_text("[data-question=order]", "kettle on").await;
}

/// The lines are offered sorted: `kettle on`, `still waiting`, `tea is ordered`, `tea is ready`.
async fn wait_for_order(page: &Page, wanted: [&str; 4]) {
    let seen = "[...document.querySelectorAll('.order-text')].map(line => line.textContent)";
    let wanted = serde_json::to_string(&wanted).expect("text");
    page.wait_until("the lines in another order", seen, &format!("JSON.stringify(seen) === {wanted:?}"))
        .await;
}

#[test]
fn a_run_gives_nothing_away_until_it_is_predicted() {
    visit(Reader::WIDE, async |page| {
        begin(page).await;
        let gives_away = "return ['#log', '#timeline', '.player', '.fold', '.status-run', '.problem']\
                          .filter(part => document.querySelector(part) !== null)";
        assert_eq!(page.evaluate(gives_away).await, serde_json::json!([]));
        page.wait_in_editor(".cm-taken", &[]).await;
        page.audit_accessibility().await;
        page.screenshot("prediction-wide").await;

        page.click(".order > li:nth-child(3) > .order-up").await;
        page.click(".order > li:nth-child(2) > .order-up").await;
        wait_for_order(page, ["tea is ordered", "kettle on", "still waiting", "tea is ready"]).await;
        assert_eq!(page.evaluate("return document.querySelector('#mark').disabled").await, true);
        page.click("[data-question=end] > label:nth-of-type(3)").await;
        page.click("[data-question=at-once] > label:nth-of-type(2)").await;
        page.click("#mark").await;
        page.wait_until("the keys at the marks", "document.activeElement.id", "seen === 'verdict'").await;
        page.wait_for_text("#verdict", "You were right about 2 of 3.").await;
        page.wait_for_text("#verdict [data-mark=wrong]", "It is 2 s, not 3 s.").await;
        page.wait_for_text("#verdict [data-mark=wrong]", "if a sleep held everybody up").await;
        page.wait_for_text("#log", "tea is ready").await;
        page.click("#verdict [data-mark=wrong] button").await;
        page.wait_for_text(".why-question", "Why was this printed now?").await;
        page.wait_for_text(".log-row.active", "tea is ready").await;
        page.audit_accessibility().await;

        page.write_program("print('another')\n").await;
        page.wait_for_text("#log", "another").await;
        page.wait_until("no marks of another program", "document.querySelector('#verdict') === null", "seen")
            .await;
    });
}

#[test]
fn lines_are_dragged_and_moved_by_keys() {
    visit(Reader::NARROW.reading("zh-Hans"), async |page| {
        begin(page).await;
        page.audit_accessibility().await;
        page.evaluate("document.querySelector('.order > li:nth-child(1) > .order-down').focus()").await;
        page.press(Key::Enter).await;
        page.press(Key::Enter).await;
        wait_for_order(page, ["still waiting", "tea is ordered", "kettle on", "tea is ready"]).await;
        page.wait_for_text("[data-question=order] .unseen", "kettle on：第 3 个").await;
        page.screenshot("prediction-narrow").await;
    });
    visit(Reader::WIDE, async |page| {
        begin(page).await;
        page.drag(".order", (0.3, 0.6), (0.3, 0.1)).await;
        wait_for_order(page, ["tea is ordered", "kettle on", "still waiting", "tea is ready"]).await;
    });
}

#[test]
fn what_cannot_be_asked_is_said() {
    visit(Reader::WIDE.in_the_dark(), async |page| {
        page.write_program("print('cocoa')\n").await;
        page.wait_for_text("#log", "cocoa").await;
        page.click("#predict").await;
        page.wait_for_text("#prediction", "nothing in this run that one could be mistaken about").await;
        page.write_program("print('tea'\n").await;
        page.wait_for_text("#prediction", "does not run yet").await;
        page.wait_for_text(".problem", "was never closed").await;
        page.write_program(PROGRAM).await;
        page.wait_for_text("[data-question=order]", "kettle on").await;
        page.audit_accessibility().await;
        page.click("#leave-prediction").await;
        page.wait_until("the keys where it began", "document.activeElement.id", "seen === 'predict'").await;
        page.wait_for_text("#log", "tea is ready").await;
    });
}

#[test]
fn what_a_variable_holds_is_asked_and_answered() {
    visit(Reader::WIDE.reading("zh-Hant"), async |page| {
        page.write_program("n = 0\nfor word in ('one', 'two', 'three'):\n    n += 10\n    print(word)\n")
            .await;
        page.wait_for_text("#log", "three").await;
        page.click("#predict").await;
        page.wait_for_text("[data-question=holds]", "剛印出「two」時，n 是什麼？").await;
        page.click("[data-question=holds] > label:nth-of-type(3)").await;
        page.click("#mark").await;
        page.wait_for_text("#verdict [data-mark=wrong]", "是 20，不是 30。").await;
    });
}
