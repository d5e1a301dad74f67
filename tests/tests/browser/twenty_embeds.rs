//! Twenty programs on one page: what they take while nobody looks at them, and together.

use interleave_tests::browser::{Page, Reader, visit_host};
use serde_json::json;

const PROGRAMS: usize = 20;

/// What an idle one may hold, in KiB.
const IDLE: f64 = 50.0;

/// What they may take of the renderer's memory together, with their engine, in MiB.
const ALL: f64 = 60.0;

/// What may move that nobody has touched, as a share of the screen times a share of the way across it: less than
/// anybody sees.
const SHIFT: f64 = 0.0001;

/// What the page and its worker may compute in two seconds in which nothing happens, in hundredths of a second: the
/// browser's own bookkeeping.
const TICKS: f64 = 3.0;

/// What of our scripts may be here until something is started, in bytes after gzip.
const UNTIL_STARTED: f64 = 15_000.0;

/// Which of our scripts the page has, but for the worker's, and what they weigh.
const SCRIPTS: &str = "
    const names = fetched().filter((name) => /^embed(\\.js|\\/)/.test(name)).sort();
    const weigh = async (name) => {
        const packed = (await fetch(`interleave/${name}`)).body.pipeThrough(new CompressionStream('gzip'));
        return (await new Response(packed).arrayBuffer()).byteLength;
    };
    Promise.all(names.map(weigh)).then((bytes) => {
        arguments[0]([names, bytes.reduce((one, other) => one + other)]);
    });";

async fn bring_to_the_screen(page: &Page, number: usize) {
    page.evaluate(&format!(
        "document.querySelectorAll('interleave-play')[{number}].id = 'number-{number}';
        document.querySelector('#number-{number}').scrollIntoView()"
    ))
    .await;
}

/// Clicks its button as a hand does, and waits for its run.
async fn start(page: &Page, number: usize) {
    bring_to_the_screen(page, number).await;
    let inside = |selector: &str| {
        format!("document.querySelector('#number-{number}').shadowRoot.querySelector('{selector}')")
    };
    let (element, button) = (format!("#number-{number}"), (0.97, 0.06));
    page.point(&element, button).await;
    page.wait_until("the player's script", "fetched().includes('embed/player.js')", "seen").await;
    page.click_at(&element, button).await;
    let told = format!("{}?.innerText", inside(".log"));
    page.wait_until("the log", &told, &format!("seen?.includes('program {}')", number + 1)).await;
}

/// Goes where nobody sees any of them.
async fn leave_all(page: &Page) {
    page.evaluate("scrollTo(0, 0)").await;
    let drawn = "[...document.querySelectorAll('interleave-play')]
        .filter(({ shadowRoot }) => shadowRoot.querySelector('.interleave-figure')).length";
    page.wait_until("all to rest", drawn, "seen === 0").await;
}

#[test]
fn what_is_not_near_fetches_nothing_and_all_share_one_engine() {
    visit_host("twenty.html", Reader::WIDE, async |page| {
        // What the browser needs once for looking at a page.
        page.heap_kib().await;
        let before = (page.heap_kib().await, page.renderer_own_mib());
        page.evaluate("embed()").await;
        let upgraded = "document.querySelectorAll('interleave-play').length";
        page.wait_until("the elements", upgraded, &format!("seen === {PROGRAMS}")).await;
        let idle = (page.heap_kib().await - before.0) / PROGRAMS as f64;
        assert_eq!(
            page.evaluate("return fetched()").await,
            json!(["embed.js"]),
            "nobody is near any of them"
        );
        assert_eq!(page.evaluate("return workers.length").await, 0);

        bring_to_the_screen(page, 0).await;
        page.wait_until("the engine, to be ready", "fetched()", "seen.includes('worker_bg.wasm')").await;
        let scripts = page.evaluate_async(SCRIPTS).await;
        assert_eq!(scripts[0], json!(["embed.js", "embed/line.js", "embed/source.js"]), "nothing is started");
        assert!(scripts[1].as_f64().is_some_and(|bytes| bytes <= UNTIL_STARTED), "{scripts}");
        start(page, 0).await;
        leave_all(page).await;
        let first = page.heap_kib().await;
        for number in 1..PROGRAMS {
            start(page, number).await;
        }
        let engine = "fetched().filter(name => /worker_bg.wasm|engine.js|second/.test(name)).length";
        assert_eq!(page.evaluate(&format!("return [workers.length, {engine}]")).await, json!([1, 2]));

        leave_all(page).await;
        let rested = (page.heap_kib().await - first) / (PROGRAMS - 1) as f64;
        let together = page.renderer_own_mib() - before.1;
        let ticks = page.renderer_ticks();
        page.evaluate_async("setTimeout(arguments[0], 2000)").await;
        let ticks = page.renderer_ticks() - ticks;
        let shifted = page.evaluate("return shifted").await;
        assert!(
            idle <= IDLE && rested <= IDLE,
            "an idle one takes {idle:.1} KiB, and {rested:.1} when it has run"
        );
        assert!(together <= ALL, "they take {together:.1} MiB");
        assert!(ticks <= TICKS, "{ticks} hundredths of a second were computed in two seconds");
        let moved = shifted.as_f64().unwrap_or(f64::NAN);
        assert!(moved < SHIFT, "{moved} of the screen has moved that nobody has touched");

        // One that comes back has its picture again.
        bring_to_the_screen(page, 3).await;
        let told = "document.querySelector('#number-3').shadowRoot.querySelector('.log')?.innerText";
        page.wait_until("the log", told, "seen?.includes('program 4')").await;
    });
}
