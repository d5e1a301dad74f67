//! The signs in the editor: where tasks stand, and breakpoints; and that none of it
//! disturbs who writes Chinese.

use interleave_tests::browser::{Key, Reader, visit};

/// At one second one task sleeps; everything before its line is Chinese.
const CHINESE: &str = "import asyncio\n# 等待咖啡與紅茶𠀀\nasync def 等待():\n    # 一秒\n    await asyncio.sleep(1)\n    print('好')\n\nasyncio.run(等待())\n";

const THREE_LINES: &str = "print('first')\nprint('second')\nprint('third')";

#[test]
fn the_line_of_a_waiting_task_is_marked_also_behind_chinese() {
    visit(Reader::WIDE, async |page| {
        page.write_program(CHINESE).await;
        page.wait_for_text("#log", "好").await;
        page.choose("#stride", "print").await;
        page.click("#step-back").await;
        page.choose("#stride", "event").await;
        page.evaluate("document.querySelector('#to-start').click()").await;
        page.evaluate(
            "const slider = document.querySelector('#scrub');
             slider.value = 500_000_000;
             slider.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        )
        .await;
        page.wait_in_editor(".cm-taken", &["    await asyncio.sleep(1)"]).await;
    });
}

#[test]
fn a_breakpoint_is_set_by_a_click_and_by_a_key() {
    visit(Reader::WIDE, async |page| {
        page.write_program(THREE_LINES).await;
        page.wait_for_text("#log", "third").await;
        page.press_with(Key::Alt, Key::Enter).await;
        page.wait_in_editor(".cm-stop", &[""]).await;
        page.evaluate(
            "const editor = document.querySelector('#editor').shadowRoot;
             const { top } = editor.querySelector('.cm-line').getBoundingClientRect();
             const places = [...editor.querySelectorAll('.cm-stops .cm-gutterElement')];
             places.find(place => place.getBoundingClientRect().top >= top - 1)
                 .dispatchEvent(new MouseEvent('click', { bubbles: true, clientY: top + 8 }));",
        )
        .await;
        page.wait_in_editor(".cm-stop", &["", ""]).await;
    });
}

#[test]
fn a_step_can_be_to_a_breakpoint_and_back() {
    visit(Reader::WIDE, async |page| {
        page.write_program(THREE_LINES).await;
        page.wait_for_text("#log", "third").await;
        page.press(Key::Up).await;
        page.press_with(Key::Alt, Key::Enter).await;
        page.wait_in_editor(".cm-stop", &[""]).await;
        page.choose("#stride", "breakpoint").await;
        page.click("#to-start").await;
        page.click("#step").await;
        page.wait_in_editor(".cm-taken-running", &["print('second')"]).await;
        page.click("#to-end").await;
        page.click("#step-back").await;
        page.wait_in_editor(".cm-taken-running", &["print('second')"]).await;
    });
}

#[test]
fn playing_is_held_by_a_breakpoint_and_goes_on_behind_it() {
    visit(Reader::WIDE, async |page| {
        page.write_program(THREE_LINES).await;
        page.wait_for_text("#log", "third").await;
        page.press(Key::Up).await;
        page.press_with(Key::Alt, Key::Enter).await;
        page.wait_in_editor(".cm-stop", &[""]).await;
        page.choose("#speed", "8×").await;
        page.click("#play").await;
        page.wait_in_editor(".cm-taken-running", &["print('second')"]).await;
        page.wait_for_attribute("#play", "aria-label", "Play").await;
        page.wait_in_editor(".cm-taken-running", &["print('second')"]).await;
        page.click("#play").await;
        page.wait_for_text("#player", "Main thread is done").await;
    });
}

#[test]
fn a_composition_is_left_alone_until_it_ends() {
    visit(Reader::WIDE, async |page| {
        page.write_program("print('').").await;
        page.wait_for_attribute("#status", "data-ending", "mistake").await;
        page.write_program("print(1)\n# ").await;
        page.wait_for_attribute("#status", "data-ending", "finished").await;
        page.compose("ㄋ").await;
        page.compose("ㄋㄧ").await;
        page.commit("你").await;
        page.compose("ㄏㄠ").await;
        page.commit("好").await;
        assert_eq!(page.editor_text().await, "print(1)\n# 你好");
        page.wait_for_attribute("#status", "data-ending", "finished").await;
    });
}

#[test]
fn keys_go_from_breakpoint_to_breakpoint() {
    visit(Reader::WIDE, async |page| {
        page.write_program(THREE_LINES).await;
        page.wait_for_text("#log", "third").await;
        page.press_with(Key::Alt, Key::Enter).await;
        page.press(Key::Up).await;
        page.press(Key::Up).await;
        page.press_with(Key::Alt, Key::Enter).await;
        page.wait_in_editor(".cm-stop", &["", ""]).await;
        page.evaluate("document.querySelector('#scrub').focus()").await;
        page.press_with(Key::Control, Key::Left).await;
        page.wait_in_editor(".cm-taken-running", &["print('third')"]).await;
        page.press_with(Key::Control, Key::Left).await;
        page.wait_in_editor(".cm-taken-running", &["print('first')"]).await;
        page.press_with(Key::Control, Key::Right).await;
        page.wait_in_editor(".cm-taken-running", &["print('third')"]).await;
    });
}
