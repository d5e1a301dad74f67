//! What is folded away until it is asked for, and what a click on the log or the timeline asks.

use interleave_tests::browser::{Key, Page, Reader, visit};

const PERMITS: &str = "\
import asyncio


async def job(n, permits):
    async with permits:
        print('job', n, 'begins')
        await asyncio.sleep(5)


async def main():
    permits = asyncio.Semaphore(1)
    await asyncio.gather(job(1, permits), job(2, permits))


asyncio.run(main())
";

/// Scrolls to a fold, as a reader does, and opens it.
async fn open(page: &Page, fold: &str) {
    let summary = format!(".{fold}-fold > summary");
    page.evaluate(&format!("document.querySelector('{summary}').scrollIntoView({{ block: 'center' }})"))
        .await;
    page.click(&summary).await;
    shows(page, fold).await;
}

/// Waits for what an open fold shows, which pushes those below it away.
async fn shows(page: &Page, fold: &str) {
    let inside = format!("document.querySelector('.{fold}-fold > .fold-inside')?.textContent ?? ''");
    page.wait_until(&format!("the fold {fold} to show something"), &inside, "seen !== ''").await;
}

async fn with_permits(page: &Page) {
    page.write_program(PERMITS).await;
    page.wait_for_text("#log", "job 2 begins").await;
    page.wait_for_attribute("#status", "data-ending", "finished").await;
}

#[test]
fn a_loop_with_nothing_to_run_says_for_whom_it_waits() {
    visit(Reader::WIDE, async |page| {
        page.wait_for_attribute("#status", "data-ending", "finished").await;
        page.click(".lane:first-of-type .bars").await;
        page.wait_for_text(".why-chain", "Main thread sleeps until 2 s").await;
        page.wait_for_text(".why-chain", "Task-3 sleeps until 2 s").await;
    });
}

#[test]
fn a_line_of_the_log_says_why() {
    visit(Reader::WIDE, async |page| {
        with_permits(page).await;
        open(page, "why").await;
        page.click(".log-row:nth-of-type(2)").await;
        page.wait_for_text(".why-chain", "gave back the semaphore permits").await;
        page.wait_for_text(".why-chain", "asyncio.run").await;
        page.wait_until(
            "the chain's arrows",
            "document.querySelectorAll('#timeline .arrow-cause').length",
            "seen > 0",
        )
        .await;
    });
}

#[test]
fn the_reasons_are_asked_for_where_one_has_stepped_to() {
    visit(Reader::WIDE, async |page| {
        with_permits(page).await;
        open(page, "why").await;
        page.click("#why-here").await;
        page.wait_for_text(".why-question", "Why").await;
        page.wait_for_text(".why-chain", "asyncio.run").await;
        let offered = "document.querySelectorAll('#why-here').length";
        page.wait_until("nothing else to ask about", offered, "seen === 0").await;
        let chain = page.text(".why-chain").await;
        page.click("#step-back").await;
        page.wait_until("another moment", offered, "seen === 1").await;
        assert_eq!(page.text(".why-chain").await, chain, "what was asked stays");
    });
}

#[test]
fn a_link_of_the_chain_takes_the_cursor_there() {
    visit(Reader::WIDE, async |page| {
        with_permits(page).await;
        open(page, "why").await;
        page.click(".log-row:nth-of-type(2)").await;
        page.wait_for_text(".why-chain", "asyncio.run").await;
        page.wait_for_text("#now", "5 s").await;
        page.click(".why-link:last-child .why-step").await;
        page.wait_for_text("#now", "0 s").await;
    });
}

#[test]
fn the_chain_is_told_in_the_readers_language() {
    visit(Reader::WIDE.reading("zh-TW"), async |page| {
        with_permits(page).await;
        open(page, "why").await;
        page.click(".log-row:nth-of-type(2)").await;
        page.wait_for_text(".why-chain", "旗號").await;
    });
}

#[test]
fn the_loop_shows_who_holds_and_who_waits() {
    visit(Reader::WIDE, async |page| {
        with_permits(page).await;
        page.click(".log-row:nth-of-type(1)").await;
        open(page, "loop").await;
        page.wait_for_text(".resource", "permits").await;
        page.wait_for_text(".resource", "Semaphore").await;
        page.wait_for_text(".loop", "Task-2").await;
    });
}

/// For room and for the end of the work, say.
#[test]
fn who_waits_for_different_things_at_a_queue_stands_in_different_lines() {
    const QUEUE: &str = "import asyncio
async def main():
    tray = asyncio.Queue(1)
    await tray.put('tea')
    waiting = [asyncio.create_task(tray.put('milk')), asyncio.create_task(tray.join())]
    await asyncio.sleep(1)
    print('now')
    for task in waiting: task.cancel()
asyncio.run(main())
";
    visit(Reader::WIDE, async |page| {
        page.write_program(QUEUE).await;
        page.wait_for_text("#log", "now").await;
        page.click(".log-row:nth-of-type(1)").await;
        open(page, "loop").await;
        let lines = "[...document.querySelectorAll('.resource-line')].map((line) => line.textContent)";
        let wanted = "seen.length === 2 && /^In linefor room.*Task-2/.test(seen[0])
            && /^Waitinguntil all is doneTask-3$/.test(seen[1].trim())";
        page.wait_until("a line for each", lines, wanted).await;
    });
}

#[test]
fn variables_are_those_of_the_moment() {
    visit(Reader::WIDE, async |page| {
        page.write_program("total = 1\nprint('one')\ntotal = 20\nprint('two')\n").await;
        page.wait_for_text("#log", "two").await;
        open(page, "variables").await;
        page.wait_for_text(".variables", "20").await;
        page.click(".log-row:nth-of-type(1)").await;
        page.wait_until(
            "the earlier value",
            "document.querySelector('.variables .value').textContent",
            "seen === '1'",
        )
        .await;
    });
}

#[test]
fn the_graph_has_tasks_and_what_they_share() {
    visit(Reader::WIDE, async |page| {
        with_permits(page).await;
        page.click(".log-row:nth-of-type(1)").await;
        open(page, "graph").await;
        page.click(".graph-face button:last-child").await;
        page.wait_for_text(".graph-room", "permits").await;
        page.wait_for_text(".graph-room", "Task-3").await;
    });
}

#[test]
fn open_panels_are_in_order_for_everybody() {
    for reader in [Reader::WIDE, Reader::NARROW.in_the_dark()] {
        visit(reader, async |page| {
            with_permits(page).await;
            page.click(".log-row:nth-of-type(1)").await;
            page.wait_for_text(".why-chain", "asyncio.run").await;
            for fold in ["loop", "variables", "graph"] {
                open(page, fold).await;
            }
            page.wait_for_text(".variables", "permits").await;
            page.audit_accessibility().await;
        });
    }
}

#[test]
fn what_lessons_rarely_import_is_fetched_when_it_is() {
    visit(Reader::WIDE, async |page| {
        let fetched = "performance.getEntriesByType('resource').some((entry) => /library-/.test(entry.name))";
        page.wait_for_text("#log", "neither has started").await;
        assert_eq!(page.evaluate(&format!("return {fetched}")).await, false, "it came unasked");
        page.write_program("import json\nprint(json.dumps({'fetched': [1, 2]}))\n").await;
        page.wait_for_text("#log", "{\"fetched\": [1, 2]}").await;
    });
}

#[test]
fn markup_that_a_program_prints_is_text() {
    visit(Reader::WIDE, async |page| {
        page.write_program("print('<img src=x onerror=document.title=1>')\n").await;
        page.wait_for_text("#log", "<img src=x").await;
        let images = page.evaluate("return document.querySelectorAll('#log img').length").await;
        assert_eq!(images, 0, "the program's text has become markup");
    });
}

#[test]
fn rows_of_the_log_are_chosen_by_keys() {
    visit(Reader::WIDE, async |page| {
        with_permits(page).await;
        page.click(".log-row:nth-of-type(1)").await;
        page.wait_for_text("#now", "0 s").await;
        page.press(Key::End).await;
        page.wait_for_text("#now", "5 s").await;
        page.press(Key::Home).await;
        page.wait_for_text("#now", "0 s").await;
    });
}

#[test]
fn what_has_just_changed_is_marked() {
    visit(Reader::WIDE, async |page| {
        page.write_program("total = 1\ntotal = 20\nprint('twice')\n").await;
        page.wait_for_text("#log", "twice").await;
        open(page, "variables").await;
        page.click("#to-start").await;
        page.choose("#stride", "line").await;
        for _ in 0..2 {
            page.click("#step").await;
        }
        page.wait_for_text(".change", "new").await;
        page.click("#step").await;
        page.wait_for_text(".change", "changed").await;
    });
}

#[test]
fn a_waiting_task_says_what_it_waits_for_and_who_could_end_that() {
    visit(Reader::WIDE, async |page| {
        with_permits(page).await;
        page.click(".log-row:nth-of-type(1)").await;
        page.wait_for_text("#now", "0 s").await;
        page.click("#step").await;
        page.wait_until(
            "its question",
            "document.querySelectorAll('.lane:nth-of-type(2) .ask').length",
            "seen === 1",
        )
        .await;
        page.evaluate("document.querySelector('.lane:nth-of-type(2) .ask').click()").await;
        page.wait_for_text(".why-chain", "Task-1").await;
        page.wait_for_text(".why-question", "Task-1").await;
    });
}
