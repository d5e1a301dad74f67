//! Through a run forwards and backwards: buttons, slider, keys, and playing.

use interleave_tests::browser::{Key, Page, Reader, visit};

const THUMB: &str = "Number(document.querySelector('#scrub')?.value)";
const END: &str = "Number(document.querySelector('#scrub')?.max)";

/// Wait until the opening program is shown at its end.
async fn wait_for_the_end(page: &Page) {
    page.wait_until("the cursor to be at the end", THUMB, &format!("seen > 0 && seen === {END}")).await;
}

/// Wait until the time at the cursor is this.
async fn wait_for_time(page: &Page, time: &str) {
    let time = format!("seen.split(' · ')[0] === {time:?}");
    page.wait_until("the time", "document.querySelector('#now').textContent.trim()", &time).await;
}

async fn caption(page: &Page) -> String {
    page.text("#caption").await
}

/// Wait until the sentence is another one than this.
async fn wait_for_another_caption(page: &Page, caption: &str) {
    let wanted = format!("seen.trim() !== {:?}.trim()", caption);
    page.wait_until("another sentence", "document.querySelector('#caption').innerText", &wanted).await;
}

#[test]
fn it_opens_at_the_end() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        wait_for_time(page, "3 s").await;
    });
}

#[test]
fn buttons_go_to_the_ends_and_step() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        page.click("#to-start").await;
        wait_for_time(page, "0 s").await;
        let first = caption(page).await;
        page.click("#step").await;
        wait_for_another_caption(page, &first).await;
        let second = caption(page).await;
        page.click("#step").await;
        wait_for_another_caption(page, &second).await;
        page.click("#step-back").await;
        page.wait_for_text("#caption", &second).await;
        page.click("#to-end").await;
        wait_for_the_end(page).await;
    });
}

#[test]
fn a_step_can_be_a_print() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        page.choose("#stride", "print").await;
        page.click("#step-back").await;
        page.click("#step-back").await;
        page.click("#step-back").await;
        wait_for_time(page, "2 s").await;
    });
}

#[test]
fn the_slider_goes_anywhere() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        page.evaluate(
            "const slider = document.querySelector('#scrub');
             slider.value = 2_500_000_000;
             slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
             slider.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await;
        wait_for_time(page, "2 s").await;
    });
}

#[test]
fn keys_step_while_the_focus_is_there_and_the_address_stays() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        let address = page.evaluate("return location.href").await;
        page.evaluate("document.querySelector('#scrub').focus()").await;
        page.press(Key::Home).await;
        wait_for_time(page, "0 s").await;
        let first = caption(page).await;
        page.press(Key::Right).await;
        wait_for_another_caption(page, &first).await;
        page.press(Key::Left).await;
        page.wait_for_text("#caption", &first).await;
        page.press(Key::End).await;
        wait_for_the_end(page).await;
        assert_eq!(page.evaluate("return location.href").await, address);
    });
}

#[test]
fn keys_do_nothing_elsewhere() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        page.evaluate("document.activeElement.blur()").await;
        page.press(Key::Home).await;
        page.type_into_editor("# . , [ ] k ?").await;
        page.wait_for_text("#log", "neither has started").await;
        wait_for_the_end(page).await;
    });
}

#[test]
fn it_plays_to_the_end_and_stays_there() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        page.choose("#speed", "8×").await;
        page.click("#play").await;
        page.wait_for_attribute("#play", "aria-label", "Pause").await;
        page.wait_until("the time to pass", THUMB, &format!("seen > 0 && seen < {END}")).await;
        page.wait_for_attribute("#play", "aria-label", "Play").await;
        wait_for_the_end(page).await;
    });
}

#[test]
fn time_goes_by_while_everybody_waits() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        page.choose("#speed", "0.5×").await;
        page.click("#play").await;
        page.wait_until("a time between two events", THUMB, "seen > 5e8 && seen < 15e8").await;
        page.click("#play").await;
        wait_for_time(page, "0 s").await;
    });
}

#[test]
fn it_plays_without_waiting_where_nothing_happens() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        page.choose("#stride", "print").await;
        page.choose("#speed", "8×").await;
        page.click("#skip").await;
        page.click("#play").await;
        page.wait_for_attribute("#play", "aria-label", "Pause").await;
        page.wait_for_attribute("#play", "aria-label", "Play").await;
        wait_for_the_end(page).await;
    });
}

#[test]
fn the_space_bar_plays_and_pauses() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        page.choose("#speed", "0.25×").await;
        page.evaluate("document.querySelector('#scrub').focus()").await;
        page.type_text(" ").await;
        page.wait_for_attribute("#play", "aria-label", "Pause").await;
        page.type_text(" ").await;
        page.wait_for_attribute("#play", "aria-label", "Play").await;
    });
}

#[test]
fn keys_change_the_speed_and_tell_of_themselves() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        page.evaluate("document.querySelector('#scrub').focus()").await;
        page.type_text(">").await;
        page.wait_until("twice the speed", "document.querySelector('#speed').value", "seen === '2×'").await;
        page.type_text("?").await;
        page.wait_for_text("#keys-dialog", "Ctrl+Enter").await;
        page.audit_accessibility().await;
        page.press(Key::Escape).await;
        page.wait_until("the list to close", "document.querySelector('#keys-dialog').open", "!seen").await;
    });
}

#[test]
fn the_cursor_keeps_its_time_through_an_edit() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        page.choose("#stride", "print").await;
        page.click("#step-back").await;
        page.click("#step-back").await;
        page.click("#step-back").await;
        wait_for_time(page, "2 s").await;
        page.type_into_editor("print('one more')").await;
        page.wait_for_text("#log", "one more").await;
        wait_for_time(page, "2 s").await;
    });
}

#[test]
fn what_happened_is_spoken_once_the_cursor_rests() {
    visit(Reader::WIDE, async |page| {
        wait_for_the_end(page).await;
        page.click("#to-start").await;
        page.click("#step").await;
        page.wait_until(
            "the sentence to be spoken",
            "[document.querySelector('#spoken').textContent, document.querySelector('#caption').textContent]",
            "seen[0] !== '' && seen[0] === seen[1]",
        )
        .await;
    });
}

const NOTED: &str = "\
import asyncio


async def main():
    # note: the kettle is put on
    print('milk')
    await asyncio.sleep(1)  # note: now it boils
    print('cocoa')


asyncio.run(main())
";

#[test]
fn what_an_author_says_about_a_line_is_shown_while_it_is_executed() {
    visit(Reader::WIDE, async |page| {
        page.write_program(NOTED).await;
        page.wait_for_text("#log", "cocoa").await;
        page.choose("#stride", "line").await;
        page.click("#to-start").await;
        for (note, presses) in [("the kettle is put on", 4), ("now it boils", 1), ("", 1)] {
            for _ in 0..presses {
                page.click("#step").await;
            }
            page.wait_until(
                "the note",
                "document.querySelector('#note').textContent",
                &format!("seen === {note:?}"),
            )
            .await;
        }
        page.audit_accessibility().await;
    });
}
