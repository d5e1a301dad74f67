//! Programs in frames of other people's pages: their height, and what both windows may say to each other.

use interleave_tests::browser::{Page, Reader, visit, visit_host};

const FRAMES: &str = "frames.html";

fn inside(title: &str, selector: &str) -> String {
    format!(
        "frame('{title}').contentDocument.querySelector('interleave-play').shadowRoot.querySelector('{selector}')"
    )
}

async fn wait_for(page: &Page, title: &str, selector: &str, text: &str) {
    let seen = format!("{}.innerText", inside(title, selector));
    page.wait_until(&format!("{selector} to say {text:?}"), &seen, &format!("seen.includes({text:?})")).await;
}

#[test]
fn a_frame_opens_a_link_and_tells_its_height() {
    visit_host(FRAMES, Reader::WIDE, async |page| {
        page.wait_until("it to be ready", "heard('tea', 'ready').length", "seen === 1").await;
        assert_eq!(page.evaluate("return heard('tea', 'hello').length > 0").await, true);
        page.evaluate("say('tea', { type: 'run' })").await;
        wait_for(page, "tea", ".log", "tea").await;
        page.wait_until("the end of the run", "heard('tea', 'runend')[0]", "seen.ending === 'finished'")
            .await;
        let height = "[frame('tea').offsetHeight, heard('tea', 'size').at(-1).height]";
        page.wait_until(
            "the height that it needs",
            height,
            "seen[1] > 200 && seen[0] >= Math.min(seen[1], 500)",
        )
        .await;
        wait_for(page, "damaged", ".code", "tea").await;
        wait_for(page, "damaged", ".status", "link").await;
        page.audit_accessibility().await;
    });
}

#[test]
fn a_host_may_say_what_is_documented_and_nobody_else() {
    visit_host(FRAMES, Reader::WIDE, async |page| {
        page.wait_until("it to be ready", "heard('tea', 'ready').length", "seen === 1").await;
        let message = serde_json::json!({
            "type": "set",
            "text": "import asyncio\nasync def main():\n    await asyncio.sleep(5)\n    print('slept')\nasyncio.run(main())\n",
            "attributes": { "src": "elsewhere.py", "view": "code log" },
        });
        page.evaluate(&format!("say('tea', {message})")).await;
        page.evaluate("say('tea', { type: 'run' })").await;
        wait_for(page, "tea", ".log", "slept").await;
        assert_eq!(page.evaluate(&format!("return {}.hidden", inside("tea", ".picture"))).await, true);
        for (message, time) in [("time: 1e300", 5.0), ("time: -7", 0.0)] {
            page.evaluate(&format!("told.length = 0; say('tea', {{ type: 'seek', {message} }})")).await;
            page.wait_until(message, "heard('tea', 'seek')[0]?.time", &format!("seen === {time:?}")).await;
        }
        // None of these is heard: no type, no method of objects, another version, and another window's words.
        page.evaluate(
            "told.length = 0;
            for (const type of [undefined, 'toString', '__proto__', 'destroy', 7]) say('tea', { type });
            say('tea', { type: 'set', text: 'print(1)', v: 2 });
            const foreign = document.createElement('iframe');
            document.body.append(foreign);
            foreign.contentWindow.eval(`parent.frames[0].postMessage(
                { source: 'interleave', v: 1, type: 'set', text: 'print(1)' }, '*')`);
            say('tea', { type: 'lang', lang: 'zh-Hans' });",
        )
        .await;
        wait_for(page, "tea", ".bar", "运行").await;
        wait_for(page, "tea", ".code", "slept").await;
        page.evaluate("say('tea', { type: 'theme', theme: 'dark' })").await;
        let dark = format!("{}.matches('.dark')", inside("tea", ".interleave-figure"));
        page.wait_until("dark colours", &dark, "seen").await;
    });
}

#[test]
fn a_frame_without_a_program_says_so() {
    let readers = [
        (Reader::WIDE, "", "No program"),
        (Reader::NARROW.reading("zh-TW"), "", "沒有程式"),
        (Reader::NARROW, "?lang=zh-Hans", "没有程序"),
    ];
    for (reader, settings, sentence) in readers {
        visit(reader, async |page| {
            page.go_to(&format!("embed/{settings}")).await;
            let status =
                "document.querySelector('interleave-play').shadowRoot.querySelector('.status').innerText";
            page.wait_until(sentence, status, &format!("seen.includes({sentence:?})")).await;
        });
    }
}

#[test]
fn a_guarded_frame_of_fixed_height_works() {
    visit_host(FRAMES, Reader::WIDE, async |page| {
        wait_for(page, "guarded", ".log", "tea").await;
        wait_for(page, "guarded", ".bar", "執行").await;
        page.wait_until("the end", "heard('guarded', 'runend').length", "seen === 1").await;
        let inner = "frame('guarded').contentDocument.documentElement.scrollHeight";
        assert_eq!(page.evaluate(&format!("return {inner}")).await, 300);
    });
}

/// Neither a script's module nor a worker's address works there, and this server sends no header that would help.
#[test]
fn a_frame_without_an_origin_works_as_one_file() {
    visit_host("sandboxed.html", Reader::WIDE, async |page| {
        page.wait_until(
            "the end of its run",
            "heard('runend')[0]",
            "seen.exit === 0 && seen.origin === 'null'",
        )
        .await;
        page.wait_until("its height", "document.querySelector('iframe').offsetHeight", "seen > 200").await;
        // What is in the library's second volume, and in the engine's second part.
        let message = serde_json::json!({
            "type": "set",
            "text": "import csv, json, statistics\nprint(json.dumps(statistics.mean([1, 2])))\n",
        });
        page.evaluate(&format!("told.length = 0; say({message})")).await;
        page.wait_until("the end of that", "heard('runend')[0]", "seen.exit === 0").await;
        let fetched =
            page.evaluate("return performance.getEntriesByType('resource').map(({ name }) => name)").await;
        assert_eq!(fetched.as_array().map(Vec::len), Some(2), "the page's script and its frame: {fetched}");
        page.screenshot("sandboxed").await;
    });
}
