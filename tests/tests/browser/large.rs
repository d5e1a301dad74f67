//! Runs with more tasks than any screen has rows: only what is on the screen is there, and it can be
//! moved, stretched and looked at from afar.

use interleave_tests::browser::{Key, Page, Reader, visit};

use super::axis::{self, LABELS};

const TEN_THOUSAND: &str = "\
import asyncio


async def job(n, permits):
    async with permits:
        await asyncio.sleep(1 + n % 3)


async def main():
    permits = asyncio.Semaphore(500)
    await asyncio.gather(*(job(n, permits) for n in range(10_000)))
    print('all done')


asyncio.run(main())
";

const HUNDRED_THOUSAND: &str = "\
import asyncio


async def main():
    await asyncio.gather(*(asyncio.sleep(n % 100) for n in range(100_000)))
    print('all done')


asyncio.run(main())
";

const ROWS: &str = ".timeline-rows";
/// On the bars, right of the names.
const BARS: (f64, f64) = (0.7, 0.3);

async fn run(page: &Page, program: &str, rows: &str) {
    page.write_program(program).await;
    // However long it takes on a slow machine: a new text of the log is its end.
    page.press_with(Key::Control, Key::Enter).await;
    page.wait_for_text(".crowd-count", rows).await;
    page.wait_for_attribute("#run-controls", "data-run", "idle").await;
    page.wait_until("its time", LABELS, "!seen.includes('0.5 s')").await;
}

async fn with_ten_thousand(page: &Page) {
    run(page, TEN_THOUSAND, "10,002").await;
}

#[test]
fn only_the_rows_in_sight_are_drawn() {
    visit(Reader::WIDE, async |page| {
        with_ten_thousand(page).await;
        page.wait_for_attribute(ROWS, "aria-rowcount", "10002").await;
        let drawn = page.evaluate("return document.querySelectorAll('.lane').length").await;
        assert!(drawn.as_u64().is_some_and(|drawn| (8..200).contains(&drawn)), "{drawn} rows are drawn");
        page.evaluate(
            "const rows = document.querySelector('.timeline-rows'); rows.scrollTop = rows.scrollHeight",
        )
        .await;
        page.wait_for_text(ROWS, "Task-10001").await;
    });
}

#[test]
fn what_is_out_of_sight_is_drawn_a_little_later() {
    const THIRTY: &str = "\
import asyncio


async def job(n):
    await asyncio.sleep(1)
    print(f'job {n}')


async def main():
    await asyncio.gather(*(job(n) for n in range(30)))


asyncio.run(main())
";
    const FAR: &str = "['#log-row-2 .log-text', '#lane-28'].map(what => document.querySelector(what)).map(it => it && [it.getBoundingClientRect(), it.closest('.log, .timeline-rows').getBoundingClientRect(), it.title || it.textContent]).map(it => it && [it[0].top > it[1].bottom || it[0].bottom < it[1].top, it[2]])";
    visit(Reader::WIDE, async |page| {
        page.write_program(THIRTY).await;
        page.wait_until("both, out of sight", FAR, "seen.every(it => it && it[0]) && seen[0][1] === 'job 2'")
            .await;
        page.write_program(&THIRTY.replace("sleep(1)", "sleep(7)").replace("job {n}", "work {n}")).await;
        page.wait_until(
            "both to be new",
            FAR,
            "seen.every(it => it[0]) && seen[0][1] === 'work 2' && seen[1][1].includes('7 s')",
        )
        .await;
    });
}

#[test]
fn no_arrow_goes_far_beyond_the_rows_that_are_drawn() {
    const LENGTH: &str = "return Math.max(...[...document.querySelectorAll('.arrow')].flatMap(arrow => arrow.getAttribute('d').match(/[\\d.]+/g).map(Number)))";
    visit(Reader::WIDE, async |page| {
        with_ten_thousand(page).await;
        let pixels = page.evaluate(LENGTH).await;
        assert!(pixels.as_f64().is_some_and(|pixels| (1000.0..5000.0).contains(&pixels)), "{pixels}");
    });
}

#[test]
fn keys_zoom_and_pan() {
    visit(Reader::WIDE, async |page| {
        with_ten_thousand(page).await;
        let whole = axis::labels(page).await;
        page.evaluate("document.querySelector('.timeline-rows').focus()").await;
        page.type_text("++").await;
        let closer = axis::wait_for_others(page, &whole).await;
        page.type_text("a").await;
        let earlier = axis::wait_for_others(page, &closer).await;
        page.type_text("d").await;
        axis::wait_for_others(page, &earlier).await;
        page.type_text("0").await;
        axis::wait_for(page, &whole).await;
    });
}

#[test]
fn the_wheel_zooms_and_pans() {
    visit(Reader::WIDE, async |page| {
        with_ten_thousand(page).await;
        let whole = axis::labels(page).await;
        page.zoom_by_wheel(ROWS, BARS, -400.0).await;
        let closer = axis::wait_for_others(page, &whole).await;
        page.wheel(ROWS, BARS, (300.0, 0.0)).await;
        axis::wait_for_others(page, &closer).await;
    });
}

#[test]
fn a_drag_pans_and_leaves_the_cursor_alone() {
    visit(Reader::WIDE, async |page| {
        with_ten_thousand(page).await;
        let whole = axis::labels(page).await;
        page.zoom_by_wheel(ROWS, BARS, -400.0).await;
        let closer = axis::wait_for_others(page, &whole).await;
        let now = page.text("#now").await;
        page.drag(ROWS, (0.5, 0.3), (0.8, 0.3)).await;
        axis::wait_for_others(page, &closer).await;
        assert_eq!(page.text("#now").await, now, "a drag is no click");
    });
}

#[test]
fn the_buttons_zoom_and_show_all() {
    visit(Reader::WIDE, async |page| {
        with_ten_thousand(page).await;
        let whole = axis::labels(page).await;
        page.evaluate("document.querySelectorAll('.timeline-pane button').forEach(button => { if (button.textContent.trim() === '+') button.click(); })").await;
        axis::wait_for_others(page, &whole).await;
        page.evaluate("[...document.querySelectorAll('.timeline-pane button')].find(button => button.textContent.trim() === 'Show all').click()").await;
        axis::wait_for(page, &whole).await;
    });
}

#[test]
fn a_hundred_thousand_are_seen_by_their_density_and_closer_one_by_one() {
    visit(Reader::WIDE, async |page| {
        run(page, HUNDRED_THOUSAND, "100,002").await;
        page.wait_until(
            "how many do what",
            "[...document.querySelectorAll('.crowd-strip .layer')].filter(layer => layer.getAttribute('d')).length",
            "seen > 0",
        )
        .await;
        let whole = axis::labels(page).await;
        page.drag(".crowd-strip", (0.10, 0.5), (0.12, 0.5)).await;
        axis::wait_for_others(page, &whole).await;
        page.wait_until("single bars", "document.querySelectorAll('.bars .segment').length", "seen > 8")
            .await;
        page.audit_accessibility().await;
    });
}
