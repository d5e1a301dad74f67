//! The built page, by its own marks.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::{PROGRAMS, open, program};
use crate::browser::{Key, Page, Reader, dist};

/// Keys typed, and steps made: enough for a 95th percentile.
const KEYS: usize = 60;
/// Three seconds of a hand that moves in every frame.
const PULLS: usize = 180;

/// The largest run: every lane of it must be found again.
const MANY_TASKS: u32 = 100_000;

/// Three at a time, five seconds each.
const TWELVE_TASKS: &str = "\
import asyncio


async def job(n, permits):
    async with permits:
        print(f'job {n} has a permit')
        await asyncio.sleep(5)
    print(f'job {n} is done')


async def main():
    permits = asyncio.Semaphore(3)
    await asyncio.gather(*(job(n, permits) for n in range(12)))


asyncio.run(main())
";

pub(super) fn measure() -> BTreeMap<String, f64> {
    let folder = dist();
    let mut figures = floor();
    figures.extend(opening(&folder));
    figures.extend(open(&folder, pulling));
    for (name, size) in PROGRAMS {
        let run = open(&folder, async |page| running(page, &program(name, size)).await);
        figures.insert(name.to_owned(), run);
    }
    figures.extend(crowd(&folder));
    figures
}

/// What a page of a few words takes in this browser: no page can be below that.
fn floor() -> BTreeMap<String, f64> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/calm");
    open(&folder, async |page| {
        page.wait_until("its first paint", "performance.getEntriesByType('paint').length", "seen > 0").await;
        let paint = first_paint(page).await;
        [
            ("floor: first paint".to_owned(), paint),
            ("floor: MiB".to_owned(), page.renderer_peak_mib()),
            ("floor: own MiB".to_owned(), page.renderer_own_mib()),
        ]
        .into()
    })
}

async fn first_paint(page: &Page) -> f64 {
    let paint = "return performance.getEntriesByName('first-contentful-paint')[0].startTime";
    number(&page.evaluate(paint).await)
}

/// From nothing to the opening program, then typing in it and stepping through it.
fn opening(folder: &Path) -> BTreeMap<String, f64> {
    open(folder, async |page| {
        let mut figures = BTreeMap::new();
        alive(page).await;
        let mut note = |name: &str, value: f64| figures.insert(name.to_owned(), value);
        note("first paint", first_paint(page).await);
        note(
            "ready",
            number(
                &page.evaluate("return performance.getEntriesByName('interleave.alive')[0].startTime").await,
            ),
        );

        page.click("#editor").await;
        for _ in 0..KEYS {
            let before = count(page, "interleave.run").await;
            page.type_text(" ").await;
            grows(page, "interleave.run", before).await;
        }
        note("keystroke, 95 %", late(page, "interleave.run").await);

        page.click("#timeline").await;
        for _ in 0..KEYS {
            let before = count(page, "interleave.look").await;
            page.press(Key::Left).await;
            grows(page, "interleave.look", before).await;
        }
        note("step, 95 %", late(page, "interleave.look").await);
        note("longest task", longest_task(page).await);
        figures
    })
}

/// A hand that pulls to and fro at the end of a sleep without resting, on which all twelve tasks hang: from each pull
/// to what comes of it, and from one picture to the next.
async fn pulling(page: &Page) -> BTreeMap<String, f64> {
    const ROW: &str = ".lane:nth-of-type(3) .bars";
    const END: &str = "(document.querySelector('.pull-end')?.getBoundingClientRect().x ?? 0)";
    const HAND: &str = "
        const [selector, from, pulls, done] = arguments;
        const row = document.querySelector(selector);
        const area = row.getBoundingClientRect();
        const runs = () => performance.getEntriesByName('interleave.run').length;
        performance.clearMeasures('interleave.run');
        const pictures = [];
        let seen = -1;
        let frame = 0;
        requestAnimationFrame(function pull(now) {
            if (runs() > seen) {
                seen = runs();
                pictures.push(now);
            }
            if (seen >= pulls) {
                done(pictures.slice(1).map((shown, index) => shown - pictures[index]));
                return;
            }
            frame += 1;
            row.dispatchEvent(new PointerEvent('pointermove', {
                bubbles: true,
                pointerId: 1,
                pointerType: 'mouse',
                buttons: 1,
                clientX: area.x + area.width * (from + 0.02 * (frame % 8)),
                clientY: area.y + area.height / 2,
            }));
            requestAnimationFrame(pull);
        });";
    show(page, TWELVE_TASKS).await;
    page.point(ROW, (0.02, 0.5)).await;
    page.wait_until("the ends of the row", END, "seen > 0").await;
    let area = format!("document.querySelector('{ROW}').getBoundingClientRect()");
    let share = format!("const area = {area}; return ({END} - area.x) / area.width");
    let end = number(&page.evaluate(&share).await);
    page.drag_and_hold(ROW, (end, 0.5), (end + 0.03, 0.5)).await;
    grows(page, "interleave.run", 1).await;
    let frames = page.evaluate_async_with(HAND, vec![json!(ROW), json!(end + 0.03), json!(PULLS)]).await;
    [
        ("pull, 95 %".to_owned(), late(page, "interleave.run").await),
        ("pull, from picture to picture, 95 %".to_owned(), late_of(&frames)),
    ]
    .into()
}

/// Has this program on the screen, as if the reader had come back to it.
async fn show(page: &Page, source: &str) {
    alive(page).await;
    page.evaluate(&format!("localStorage.setItem('interleave.draft', {})", json!(source))).await;
    page.open_afresh(Reader::WIDE).await;
    alive(page).await;
    let seen = "document.querySelector('#run-controls').dataset.run";
    page.wait_until("the first run to end or pause", seen, "seen === 'idle' || seen === 'paused'").await;
}

/// From Run to the picture.
async fn running(page: &Page, source: &str) -> f64 {
    show(page, source).await;
    let before = count(page, "interleave.run").await;
    page.press_with(Key::Control, Key::Enter).await;
    grows(page, "interleave.run", before).await;
    let last =
        "const runs = performance.getEntriesByName('interleave.run'); return runs[runs.length - 1].duration";
    number(&page.evaluate(last).await)
}

/// Keys one after the other, as soon as what came of the one before is there.
const PANS_AND_ZOOMS: &str = "
    const [keys, done] = arguments;
    const looks = () => performance.getEntriesByName('interleave.look').length;
    let seen = -1;
    requestAnimationFrame(function press() {
        if (looks() > seen) {
            seen = looks();
            const key = keys.shift();
            if (key === undefined) {
                done();
                return;
            }
            document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        }
        requestAnimationFrame(press);
    });";

/// A hundred thousand tasks: the run, then zooming in and out of it, and what that takes.
fn crowd(folder: &Path) -> BTreeMap<String, f64> {
    open(folder, async |page| {
        let mut figures = BTreeMap::new();
        let run = running(page, &program("gather_sleeps", MANY_TASKS)).await;
        figures.insert("100,000 tasks".to_owned(), run);
        figures.insert("100,000 tasks, MiB".to_owned(), page.renderer_peak_mib());
        figures.insert("100,000 tasks, own MiB".to_owned(), page.renderer_own_mib());
        page.evaluate("performance.clearMeasures('interleave.look')").await;
        page.click("#timeline").await;
        page.evaluate_async_with(PANS_AND_ZOOMS, vec![json!(["+", "+", "d", "a", "-", "0"].repeat(10))])
            .await;
        figures.insert("pan and zoom, 95 %".to_owned(), late(page, "interleave.look").await);
        figures.insert("100,000 tasks, longest task".to_owned(), longest_task(page).await);
        figures
    })
}

async fn alive(page: &Page) {
    let seen = "performance.getEntriesByName('interleave.alive').length";
    page.wait_until("the first run to be shown", seen, "seen > 0").await;
}

async fn count(page: &Page, measure: &str) -> u64 {
    let script = format!("return performance.getEntriesByName({}).length", json!(measure));
    page.evaluate(&script).await.as_u64().unwrap_or(0)
}

async fn grows(page: &Page, measure: &str, before: u64) {
    let seen = format!("performance.getEntriesByName({}).length", json!(measure));
    page.wait_until(&format!("another {measure}"), &seen, &format!("seen > {before}")).await;
}

/// The 95th percentile of what was measured under this name.
async fn late(page: &Page, measure: &str) -> f64 {
    let script =
        format!("return performance.getEntriesByName({}).map((entry) => entry.duration)", json!(measure));
    late_of(&page.evaluate(&script).await)
}

fn late_of(durations: &Value) -> f64 {
    let mut durations: Vec<f64> = durations.as_array().into_iter().flatten().map(number).collect();
    durations.sort_by(f64::total_cmp);
    let place = (durations.len() * 95).div_ceil(100).saturating_sub(1);
    durations.get(place).copied().unwrap_or(f64::NAN)
}

/// The longest that the page's thread was busy; tasks below 50 ms are not told.
async fn longest_task(page: &Page) -> f64 {
    let script = "
        const done = arguments[0];
        const observer = new PerformanceObserver((list) => done(Math.max(...list.getEntries().map((entry) => entry.duration))));
        observer.observe({ type: 'longtask', buffered: true });
        setTimeout(() => done(0), 200);";
    number(&page.evaluate_async(script).await)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}
