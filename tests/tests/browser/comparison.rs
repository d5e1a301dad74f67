//! Two runs under one clock: the one that is kept, and the present one.

use interleave_tests::browser::{Page, Reader, visit};

const TOGETHER: &str = "\
import asyncio


async def brew(drink, seconds):
    print(drink)
    await asyncio.sleep(seconds)
    print(drink, 'is ready')


async def main():
    await asyncio.gather(brew('tea', 2), brew('coffee', 1))


asyncio.run(main())
";

fn one_after_the_other() -> String {
    TOGETHER.replace(
        "asyncio.gather(brew('tea', 2), brew('coffee', 1))",
        "brew('tea', 2)\n    await brew('coffee', 1)",
    )
}

/// Keeps the run of one program, and runs another.
async fn kept_and_changed(page: &Page) {
    page.write_program(&one_after_the_other()).await;
    page.wait_for_text("#log", "coffee is ready").await;
    page.evaluate("document.querySelector('.comparison-fold > summary').scrollIntoView({ block: 'center' })")
        .await;
    page.click(".comparison-fold > summary").await;
    page.wait_until("a comparison", "document.querySelector('#keep')?.disabled", "seen === false").await;
    page.click("#keep").await;
    page.wait_until("the run to be kept", "document.querySelector('#keep').disabled", "seen === true").await;
    page.write_program(TOGETHER).await;
}

#[test]
fn an_edit_is_compared_with_the_run_that_is_kept() {
    for reader in [Reader::WIDE, Reader::NARROW.in_the_dark()] {
        visit(reader, async |page| {
            kept_and_changed(page).await;
            page.wait_for_text("#comparison-summary", "The run took 3 s before and takes 2 s now.").await;
            page.wait_for_text(".both.differs .change", "differs").await;
            page.wait_for_text(".both-lines .shifted", "other time").await;
            page.wait_for_text(".both-lines .reordered", "other order").await;
            let wide = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
            assert_eq!(page.evaluate(wide).await, 0, "the page scrolls sideways");
            page.audit_accessibility().await;
        });
    }
}

#[test]
fn a_line_of_both_logs_takes_the_cursor_there() {
    visit(Reader::WIDE, async |page| {
        kept_and_changed(page).await;
        page.wait_for_text("#comparison-summary", "2 s now").await;
        page.click(".both-lines tr:nth-of-type(1) button").await;
        page.wait_for_text("#now", "0 s").await;
    });
}

#[test]
fn the_two_programs_can_be_swapped() {
    visit(Reader::WIDE, async |page| {
        kept_and_changed(page).await;
        page.wait_for_text("#comparison-summary", "took 3 s before").await;
        page.click("#swap").await;
        page.wait_for_text("#comparison-summary", "The run took 2 s before and takes 3 s now.").await;
        assert_eq!(page.editor_text().await.trim_end(), one_after_the_other().trim_end());
    });
}

#[test]
fn what_was_opened_is_kept_until_told_otherwise() {
    visit(Reader::WIDE.reading("zh-TW"), async |page| {
        page.write_program("print('茶')\n").await;
        page.wait_for_text("#log", "茶").await;
        page.click("#timeline").await;
        page.type_text("c").await;
        page.wait_for_text("#comparison-summary", "先前用了").await;
        page.wait_for_text(".both-lines .new", "新出現").await;
        page.type_text("c").await;
        page.wait_until("it to be closed", "document.querySelectorAll('.comparison').length", "seen === 0")
            .await;
    });
}
