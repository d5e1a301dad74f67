//! Who is selected and what is asked stay the same through edits, as far as they are still there.

use interleave_tests::browser::{Page, Reader, visit};

const TWO: &str = "\
import asyncio


async def tea():
    await asyncio.sleep(1)
    print('tea')


async def soup():
    await asyncio.sleep(2)
    print('soup')


async def main():
    await asyncio.gather(tea(), soup())


asyncio.run(main())
";

const SELECTED: &str = "[...document.querySelectorAll('.lane.selected')].map(lane => lane.querySelector('.lane-code').textContent + lane.querySelector('.lane-name').textContent).join()";

async fn wait_for_selected(page: &Page, who: &str) {
    page.wait_until("who is selected", SELECTED, &format!("seen === {who:?}")).await;
}

async fn with_soup_selected(page: &Page) {
    page.write_program(TWO).await;
    page.wait_for_text("#log", "soup").await;
    page.wait_until("the rows", "document.querySelectorAll('.lane').length", "seen === 4").await;
    page.click(".lane:nth-of-type(4) .lane-name").await;
    wait_for_selected(page, "soup()Task-3").await;
}

#[test]
fn who_is_selected_is_found_again_under_another_number() {
    visit(Reader::WIDE, async |page| {
        with_soup_selected(page).await;
        let more = TWO.replace("gather(tea()", "gather(asyncio.sleep(3), tea()");
        page.write_program(&more).await;
        wait_for_selected(page, "soup()Task-4").await;
        page.write_program(TWO).await;
        wait_for_selected(page, "soup()Task-3").await;
    });
}

#[test]
fn a_task_with_a_name_is_found_by_it() {
    visit(Reader::WIDE, async |page| {
        let named = TWO.replace(
            "tea(), soup()",
            "*(asyncio.create_task(make(), name=make.__name__) for make in [tea, soup])",
        );
        page.write_program(&named).await;
        page.wait_for_text("#log", "soup").await;
        page.wait_until("the rows", "document.querySelectorAll('.lane').length", "seen === 4").await;
        page.click(".lane:nth-of-type(4) .lane-name").await;
        wait_for_selected(page, "soup()soup").await;
        page.write_program(&named.replace("[tea, soup]", "[soup, tea]")).await;
        page.wait_until(
            "their new order",
            "[...document.querySelectorAll('.lane-name')].map(name => name.textContent).join()",
            "seen.endsWith('soup,tea')",
        )
        .await;
        wait_for_selected(page, "soup()soup").await;
    });
}

#[test]
fn who_is_gone_is_not_selected() {
    visit(Reader::WIDE, async |page| {
        with_soup_selected(page).await;
        page.write_program(&TWO.replace("tea(), soup()", "tea()")).await;
        wait_for_selected(page, "").await;
    });
}

#[test]
fn a_question_stays_open_while_its_line_stands() {
    visit(Reader::WIDE, async |page| {
        page.write_program(TWO).await;
        page.wait_for_text("#log", "soup").await;
        page.click(".log-row:nth-of-type(1)").await;
        page.wait_for_text(".why-chain", "prints “tea” (1 s, line 6)").await;
        page.write_program(&format!("# a new line\n{}", TWO.replace("sleep(1)", "sleep(1.5)"))).await;
        page.wait_for_text(".why-chain", "prints “tea” (1.5 s, line 7)").await;
        page.write_program("print('nothing of it')\n").await;
        page.wait_until("the answer to go", "document.querySelector('.why-chain')", "seen === null").await;
    });
}

#[test]
fn why_not_yet_stays_open_too() {
    visit(Reader::WIDE, async |page| {
        with_soup_selected(page).await;
        page.click("#to-start").await;
        page.choose("#stride", "print").await;
        page.click("#step").await;
        page.click(".lane:nth-of-type(4) .ask").await;
        page.wait_for_text(".why-chain", "Task-3 sleeps until 2 s").await;
        page.write_program(&TWO.replace("sleep(2)", "sleep(3)")).await;
        page.wait_for_text(".why-chain", "Task-3 sleeps until 3 s").await;
    });
}
