//! Programs in other people's pages: `<interleave-play>` in a page beside the built one, as a course would have it.

use interleave_python::{Options, run};
use interleave_tests::browser::{Key, Page, Reader, visit_abroad, visit_host};

use super::engine::{PRINTED, RARE};

const LESSON: &str = "lesson.html";

/// An expression for something inside an embed.
fn inside(embed: &str, selector: &str) -> String {
    format!("document.querySelector('{embed}').shadowRoot.querySelector('{selector}')")
}

/// The same for all that are like it.
fn every(embed: &str, selector: &str) -> String {
    format!("document.querySelector('{embed}').shadowRoot.querySelectorAll('{selector}')")
}

async fn press(page: &Page, embed: &str, button: &str) {
    page.evaluate(&format!("{}.click()", inside(embed, button))).await;
}

async fn wait_for(page: &Page, embed: &str, selector: &str, text: &str) {
    let seen = format!("{}.innerText", inside(embed, selector));
    page.wait_until(&format!("{selector} to say {text:?}"), &seen, &format!("seen.includes({text:?})")).await;
}

async fn start(page: &Page, embed: &str) {
    page.wait_until("the element", &inside(embed, ".start"), "seen !== null").await;
    press(page, embed, ".start").await;
}

#[test]
fn a_program_runs_where_it_stands() {
    visit_host(LESSON, Reader::WIDE, async |page| {
        start(page, "#tea").await;
        wait_for(page, "#tea", ".log", "coffee <b>ready</b>").await;
        wait_for(page, "#tea", ".picture", "brew()").await;
        let told = page.evaluate("return told.filter(([id]) => id === 'tea').map(([, kind]) => kind)").await;
        assert_eq!(told, serde_json::json!(["ready", "runstart", "runend"]));
        assert_eq!(page.evaluate(&format!("return {}", inside("#tea", "b"))).await, serde_json::Value::Null);
        page.audit_accessibility().await;
        // What stood there is drawn on, unseen: a figure may lend its patterns to others of the page.
        let below = "const { width, height } = document.querySelector('#tea').shadowRoot.querySelector('slot')\
            .getBoundingClientRect(); return [document.querySelector('#tea pre').getClientRects().length, width, height]";
        assert_eq!(page.evaluate(below).await, serde_json::json!([1, 0, 0]));

        let moved = "return document.querySelector('#tea').seek({ time: 1 })";
        assert_eq!(page.evaluate(moved).await["time"], 1.0);
        wait_for(page, "#tea", "output", "1 s").await;
        let printed =
            format!("[...{}.querySelectorAll('.log-row:not(.later)')].length", inside("#tea", ".log"));
        page.wait_until("what was printed by then", &printed, "seen === 1").await;
        press(page, "#tea", "[part=on]").await;
        page.wait_until("a step", "told.filter(([, kind]) => kind === 'seek').length", "seen === 2").await;
    });
}

#[test]
fn a_timeline_is_as_wide_as_a_phone() {
    visit_host(LESSON, Reader::NARROW, async |page| {
        start(page, "#tea").await;
        wait_for(page, "#tea", ".picture", "brew()").await;
        let widths = format!(
            "return [{picture}.scrollWidth - {picture}.clientWidth, {picture}.querySelector('.legend').getBBox().width < {picture}.clientWidth]",
            picture = inside("#tea", ".picture")
        );
        assert_eq!(page.evaluate(&widths).await, serde_json::json!([0, true]));
    });
}

#[test]
fn blocks_are_found_by_a_selector_and_by_name() {
    visit_host(LESSON, Reader::NARROW, async |page| {
        let found = "document.querySelectorAll('interleave-play').length";
        page.wait_until("an element around each block", found, "seen === 3").await;
        page.evaluate("document.querySelector('interleave-play:not([id])').id = 'found'").await;
        start(page, "#found").await;
        wait_for(page, "#found", ".log", "by a selector").await;
        start(page, "#stuck").await;
        wait_for(page, "#stuck", ".status", "Nothing can ever go on").await;
        wait_for(page, "#stuck", ".status", "Task-1 waits").await;
        assert_eq!(page.evaluate(&format!("return {}.hidden", inside("#stuck", ".picture"))).await, true);
        page.audit_accessibility().await;
    });
}

#[test]
fn keys_are_for_the_embed_that_has_the_focus() {
    visit_host(LESSON, Reader::WIDE, async |page| {
        for embed in ["#tea", "#stuck"] {
            start(page, embed).await;
            page.wait_until("its run", &inside(embed, ".log-row, .status strong"), "seen !== null").await;
        }
        let place = |embed: &str| format!("Number({}.value)", inside(embed, "[part=moment]"));
        let before = page.evaluate(&format!("return {}", place("#stuck"))).await;
        page.evaluate(&format!("{}.focus()", inside("#tea", "[part=moment]"))).await;
        page.press(Key::Home).await;
        page.press(Key::Right).await;
        page.wait_until("a step", &place("#tea"), "seen === 1").await;
        page.evaluate(&format!("{}.focus()", inside("#tea", "textarea"))).await;
        page.type_text("s/?").await;
        page.wait_until(
            "what was typed",
            &format!("{}.value", inside("#tea", "textarea")),
            "seen.includes('s/?')",
        )
        .await;
        assert_eq!(page.evaluate(&format!("return {}", place("#stuck"))).await, before);
        assert_eq!(page.evaluate("return keys").await, serde_json::json!([]));
    });
}

#[test]
fn what_is_written_runs() {
    visit_host(LESSON, Reader::WIDE, async |page| {
        page.wait_until("the element", &inside("#tea", ".start"), "seen !== null").await;
        page.evaluate("return document.querySelector('#tea').setCode('print(6 * 7)')").await;
        page.evaluate(&format!("{}.focus()", inside("#tea", "textarea"))).await;
        page.press_with(Key::Control, Key::Enter).await;
        wait_for(page, "#tea", ".log", "42").await;
        page.press_with(Key::Control, Key::End).await;
        page.type_text("\nprint('more')").await;
        wait_for(page, "#tea", ".log", "more").await;
        let change = "told.findLast(([, kind]) => kind === 'change')?.[2].text";
        page.wait_until("the event", change, "seen === \"print(6 * 7)\\nprint('more')\"").await;
        let link = page.evaluate("return document.querySelector('#tea').getShareUrl()").await;
        assert!(link.as_str().is_some_and(|link| link.contains("/course/interleave/#v1.")), "{link}");
        let picture = page.evaluate("return document.querySelector('#tea').exportSvg()").await;
        assert!(picture.as_str().is_some_and(|picture| picture.starts_with("<svg")), "{picture}");

        page.evaluate("return document.querySelector('#tea').setCode('print(1')").await;
        wait_for(page, "#tea", ".status", "SyntaxError").await;
        page.evaluate("document.querySelector('#tea').setCode('while True:\\n    pass\\n'); return null")
            .await;
        wait_for(page, "#tea", ".status", "Still running").await;
        press(page, "#tea", ".status button:last-child").await;
        wait_for(page, "#tea", ".status", "Stopped").await;
    });
}

#[test]
fn colours_and_language_are_those_of_the_page() {
    visit_host(LESSON, Reader::WIDE, async |page| {
        start(page, "#tea").await;
        wait_for(page, "#tea", ".log", "coffee").await;
        let ground = format!("getComputedStyle({}).backgroundColor", inside("#tea", ".interleave-figure"));
        page.wait_until("paper", &ground, "seen === 'rgb(255, 253, 249)'").await;
        page.evaluate(
            "document.body.style.background = 'oklch(0.2 0.02 250)'; document.body.dataset.theme = 'slate'",
        )
        .await;
        page.wait_until("ink", &ground, "seen === 'rgb(27, 29, 33)'").await;
        page.evaluate("document.documentElement.lang = 'zh-TW'").await;
        wait_for(page, "#tea", ".bar", "執行").await;
        wait_for(page, "#tea", ".picture", "主執行緒").await;
        page.evaluate("document.querySelector('main').lang = 'zh-CN'").await;
        wait_for(page, "#tea", ".bar", "运行").await;
        page.evaluate("Object.assign(document.querySelector('#tea'), { theme: 'light', lang: 'en' })").await;
        page.wait_until("paper", &ground, "seen === 'rgb(255, 253, 249)'").await;
        wait_for(page, "#tea", ".bar", "Run").await;
    });
}

#[test]
fn one_plays_at_a_time() {
    visit_host(LESSON, Reader::WIDE, async |page| {
        page.wait_until("the elements", &inside("#stuck", ".start"), "seen !== null").await;
        page.evaluate("for (const play of document.querySelectorAll('interleave-play')) play.speed = 10")
            .await;
        page.evaluate("document.querySelector('#tea').setAttribute('loop-from', '0')").await;
        page.evaluate("document.querySelector('#tea').play(); return null").await;
        let plays = |embed: &str| format!("{}.title", inside(embed, "[part=play]"));
        page.wait_until("the first to play", &plays("#tea"), "seen === 'Pause'").await;
        page.evaluate("document.querySelector('#stuck').play(); return null").await;
        page.wait_until("the first to pause", &plays("#tea"), "seen === 'Play'").await;
    });
}

/// Under a policy that allows what `docs/embedding.md` says, and no more.
#[test]
fn a_page_of_another_origin_has_programs_too() {
    visit_abroad("abroad.html", Reader::WIDE, async |page| {
        start(page, "#tea").await;
        wait_for(page, "#tea", ".log", "tea").await;
        // What is in the library's second volume, and in the engine's last part.
        let text = serde_json::json!(format!("import csv, json\n{RARE}"));
        page.evaluate(&format!("return document.querySelector('#tea').setCode({text})")).await;
        wait_for(page, "#tea", ".log", PRINTED).await;
        let link = page.evaluate("return document.querySelector('#tea').getShareUrl()").await;
        let site = page.evaluate("return location.search.slice(1)").await;
        assert!(link.as_str().unwrap().starts_with(site.as_str().unwrap()), "{link} is where {site} is");
        let kept = "navigator.serviceWorker.getRegistrations().then((all) => arguments[0](all.length))";
        assert_eq!(page.evaluate_async(kept).await, 0, "nothing is kept for a page of somebody else");
    });
}

#[test]
fn the_loop_is_shown_at_every_moment() {
    visit_host(LESSON, Reader::NARROW, async |page| {
        page.evaluate("document.querySelector('#tea').view = 'log loop'").await;
        start(page, "#tea").await;
        wait_for(page, "#tea", ".log", "coffee").await;
        wait_for(page, "#tea", ".loop", "Ready queue").await;
        page.evaluate("return document.querySelector('#tea').seek({ time: 0.5 })").await;
        wait_for(page, "#tea", ".loop", "1.000 s Task-3").await;
        wait_for(page, "#tea", ".loop", "2.000 s Task-2").await;
        page.audit_accessibility().await;
        page.screenshot("embed-loop").await;
        page.evaluate(
            "Object.assign(document.querySelector('#tea'), { lang: 'zh-Hant', view: 'code log loop' })",
        )
        .await;
        wait_for(page, "#tea", ".loop", "計時器").await;
        page.evaluate("document.querySelector('#tea').view = 'code'").await;
        page.wait_until("it to go", &format!("{}.hidden", inside("#tea", ".loop")), "seen").await;
    });
}

#[test]
fn variables_are_shown_at_every_moment() {
    visit_host(LESSON, Reader::NARROW, async |page| {
        page.evaluate("document.querySelector('#tea').view = 'code vars'").await;
        start(page, "#tea").await;
        wait_for(page, "#tea", ".status", "Main thread is done").await;
        page.evaluate("return document.querySelector('#tea').seek({ time: 0.5 })").await;
        wait_for(page, "#tea", ".variables", "Task-3").await;
        for said in ["'coffee'", "seconds", "line 5"] {
            wait_for(page, "#tea", ".variables", said).await;
        }
        page.audit_accessibility().await;
        page.screenshot("embed-variables").await;
        // Another run takes the engine, and its own comes back.
        page.evaluate("document.querySelector('#stuck').view = 'vars'").await;
        start(page, "#stuck").await;
        wait_for(page, "#stuck", ".variables", "Task-1").await;
        page.evaluate("return document.querySelector('#tea').seek({ time: 1.5 })").await;
        let coffee = format!("!{}.innerText.includes(\"'coffee'\")", inside("#tea", ".variables"));
        page.wait_until("the one that has ended to go", &coffee, "seen").await;
        wait_for(page, "#tea", ".variables", "'tea'").await;

        let text = "document.querySelector('#tea').setCode('n = 1\\nn = 2\\nprint(n)\\n')";
        page.evaluate(&format!("return {text}")).await;
        page.evaluate("return document.querySelector('#tea').seek({ event: 0 })").await;
        let steps = format!(
            "return (async () => {{
                const changes = new Set();
                for (let count = 0; count < 5; count++) {{
                    await document.querySelector('#tea').step(1);
                    changes.add({}?.innerText);
                }}
                return [...changes].filter(Boolean);
            }})()",
            inside("#tea", ".variables em"),
        );
        assert_eq!(page.evaluate(&steps).await, serde_json::json!(["new", "changed"]));
        page.evaluate("document.querySelector('#tea').lang = 'zh-Hant'").await;
        wait_for(page, "#tea", ".variables", "第 3 行").await;
    });
}

#[test]
fn who_waits_for_whom_is_drawn_at_every_moment() {
    visit_host(LESSON, Reader::WIDE, async |page| {
        page.evaluate("document.querySelector('#stuck').view = 'code graph resources'").await;
        start(page, "#stuck").await;
        for said in ["Task-1", "Event", "waits for"] {
            wait_for(page, "#stuck", ".graph", said).await;
        }
        wait_for(page, "#stuck", ".loop", "In line: Task-1").await;
        let ready = format!("{}.innerText.includes('Ready queue')", inside("#stuck", ".loop"));
        assert_eq!(page.evaluate(&format!("return {ready}")).await, false, "lines of things alone");
        page.audit_accessibility().await;
        page.evaluate("return document.querySelector('#stuck').seek({ event: 0 })").await;
        let event = format!("{}.innerText.includes('Event')", inside("#stuck", ".graph"));
        page.wait_until("what is not there yet to go", &event, "!seen").await;
        page.evaluate(
            "Object.assign(document.querySelector('#stuck'), { lang: 'zh-Hans', view: 'graph loop' })",
        )
        .await;
        wait_for(page, "#stuck", ".graph", "持有").await;
        wait_for(page, "#stuck", ".loop", "就绪队列").await;
    });
}

#[test]
fn a_page_gets_what_happened_and_chooses_the_random_numbers() {
    const TEXT: &str = "# a comment\nimport random\nprint(random.randrange(10**6))\n";
    // As a program says it itself.
    let said = |seed: &str| TEXT.replace("import", &format!("# interleave: seed={seed}\nimport"));
    visit_host(LESSON, Reader::WIDE, async |page| {
        page.wait_until("the element", &inside("#tea", ".start"), "seen !== null").await;
        let text = serde_json::json!(TEXT);
        page.evaluate(&format!("return document.querySelector('#tea').setCode({text})")).await;
        let printed = format!("{}?.innerText", inside("#tea", ".log-text"));
        let mut all = Vec::new();
        for seed in ["7", "8"] {
            page.evaluate(&format!("document.querySelector('#tea').seed = '{seed}'")).await;
            page.evaluate("return document.querySelector('#tea').run().then(() => null)").await;
            let number = run(&said(seed), &Options::default()).stdout.trim_end().to_owned();
            page.wait_until("what this seed makes", &printed, &format!("seen === '{number}'")).await;
            all.push(number);
        }
        assert_ne!(all[0], all[1]);
        // Another run takes the engine, and its own comes back.
        start(page, "#stuck").await;
        wait_for(page, "#stuck", ".status", "Task-1 waits").await;
        let trace = page.evaluate("return document.querySelector('#tea').getTrace()").await;
        let trace = trace.as_str().expect("lines");
        let events: Vec<serde_json::Value> =
            trace.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let prints: Vec<_> = events.iter().filter(|event| event["event"] == "prints").collect();
        assert_eq!(prints.len(), 1, "{trace}");
        assert_eq!(prints[0]["line"], 3);
        assert_eq!(prints[0]["text"], format!("{}\n", all[1]));
        // A link has no seed but the program's own.
        let link = page.evaluate("return document.querySelector('#tea').getShareUrl()").await;
        let opened = interleave_link::open(link.as_str().expect("a link"));
        assert_eq!(opened.text.as_deref(), Some(said("8").as_str()));
    });
}

#[test]
fn a_question_comes_before_the_run() {
    visit_host(LESSON, Reader::NARROW, async |page| {
        page.evaluate("document.querySelector('#tea').check = 'end'").await;
        start(page, "#tea").await;
        wait_for(page, "#tea", ".question", "At what time does the program end?").await;
        let is_shown = |part: &str| format!("{}.checkVisibility()", inside("#tea", part));
        for part in [".output", ".picture", ".status"] {
            assert_eq!(page.evaluate(&format!("return {}", is_shown(part))).await, false, "{part}");
        }
        page.audit_accessibility().await;
        page.screenshot("embed-question").await;
        let answer = async |answer: &str| {
            page.evaluate(&format!(
                "[...{}].find((label) => label.innerText.includes('{answer}')).click()",
                every("#tea", "label")
            ))
            .await;
            press(page, "#tea", ".question button").await;
        };
        answer("3.000 s").await;
        wait_for(page, "#tea", ".status", "It is 2.000 s, not 3.000 s.").await;
        wait_for(page, "#tea", ".status", "if a sleep held everybody up").await;
        page.wait_until("the run", &is_shown(".picture"), "seen").await;
        let told = "told.findLast(([, kind]) => kind.startsWith('check')).slice(1)";
        let failed = serde_json::json!(["checkfail", { "check": "end", "answer": "3.000 s" }]);
        assert_eq!(page.evaluate(&format!("return {told}")).await, failed);
        // Who has answered is not asked again.
        page.evaluate("return document.querySelector('#tea').run().then(() => null)").await;
        assert_eq!(page.evaluate(&format!("return {}", is_shown(".picture"))).await, true);

        page.evaluate("Object.assign(document.querySelector('#tea'), { check: 'order', lang: 'zh-Hans' })")
            .await;
        let text = "import asyncio\nasync def job(n):\n    await asyncio.sleep(n)\n    print('job', n)\n\
            async def main():\n    await asyncio.gather(job(3), job(2), job(1))\nasyncio.run(main())\n";
        page.evaluate(&format!("return document.querySelector('#tea').setCode({})", serde_json::json!(text)))
            .await;
        wait_for(page, "#tea", ".question", "job 1\njob 2\njob 3").await;
        answer("job 1\\njob 2\\njob 3").await;
        page.wait_until("the event", told, "seen[0] === 'checkpass'").await;

        // What a run cannot be asked is not asked.
        page.evaluate("return document.querySelector('#tea').setCode('print(1)')").await;
        page.wait_until("the run", &is_shown(".output"), "seen").await;
    });
}

#[test]
fn readers_write_where_they_may() {
    const TEXT: &str = "print('before')\n# region: edit\nprint('mine')\n# endregion\nprint('after')\n";
    visit_host(LESSON, Reader::WIDE, async |page| {
        page.evaluate("document.querySelector('#tea').editable = 'region'").await;
        page.evaluate(&format!("return document.querySelector('#tea').setCode({})", serde_json::json!(TEXT)))
            .await;
        let editor = inside("#tea", "textarea");
        page.evaluate(&format!("{editor}.focus()")).await;
        let text = format!("{editor}.value");
        page.press_with(Key::Control, Key::Home).await;
        page.type_text("x").await;
        page.press(Key::Delete).await;
        page.press_with(Key::Control, 'a').await;
        page.press(Key::Delete).await;
        assert_eq!(page.evaluate(&format!("return {text}")).await, TEXT);
        page.evaluate(&format!("{editor}.setSelectionRange(38, 42)")).await;
        page.type_text("yours").await;
        let changed = TEXT.replace("mine", "yours");
        assert_eq!(page.evaluate(&format!("return {text}")).await, changed);
        wait_for(page, "#tea", ".log", "yours").await;
        // What would end the region before its end.
        page.press(Key::End).await;
        page.type_text("\n# endregion").await;
        assert_eq!(
            page.evaluate(&format!("return {text}")).await,
            changed.replace("yours')\n", "yours')\n# endregio\n")
        );
    });
}

#[test]
fn lines_may_be_hidden() {
    const TEXT: &str = "import time  # hide\nprint('a')\nprint('b')  # hide\nprint('c')\n";
    visit_host(LESSON, Reader::WIDE, async |page| {
        page.wait_until("the element", &inside("#tea", ".start"), "seen !== null").await;
        page.evaluate(&format!("return document.querySelector('#tea').setCode({})", serde_json::json!(TEXT)))
            .await;
        let editor = inside("#tea", "textarea");
        let shown = format!("return [{editor}.value, {}.innerText]", inside("#tea", "pre.code"));
        let seen = serde_json::json!(["print('a')\nprint('c')\n", "print('a')\nprint('c')\n"]);
        assert_eq!(page.evaluate(&shown).await, seen);
        press(page, "#tea", "[part=run]").await;
        wait_for(page, "#tea", ".log", "a\n0.000 s\nmain thread\nb").await;
        let seen =
            format!("return [...{}].map((line) => line.checkVisibility())", every("#tea", ".code-line"));
        assert_eq!(page.evaluate(&seen).await, serde_json::json!([false, true, false, true]));

        page.evaluate(&format!("{editor}.focus(); {editor}.setSelectionRange(10, 10)")).await;
        page.type_text("\nprint('new')").await;
        let text = "return document.querySelector('#tea').getCode()";
        let changed = TEXT.replace("print('b')  # hide\n", "print('b')  # hide\nprint('new')\n");
        assert_eq!(page.evaluate(text).await, changed);
        page.press_with(Key::Control, 'a').await;
        page.type_text("print('d')").await;
        let changed = "import time  # hide\nprint('d')\nprint('b')  # hide\n";
        assert_eq!(page.evaluate(text).await, changed);
    });
}

#[test]
fn a_task_is_looked_at() {
    visit_host(LESSON, Reader::NARROW, async |page| {
        start(page, "#tea").await;
        wait_for(page, "#tea", ".picture", "brew()").await;
        let chosen = |selector: &str| {
            format!("[...{}].map((one) => one.classList.contains('chosen'))", every("#tea", selector))
        };
        let told = "told.findLast(([, kind]) => kind === 'select')?.[2].task ?? null";
        page.evaluate(&format!(
            "{}.dispatchEvent(new MouseEvent('click', {{ bubbles: true }}))",
            inside("#tea", ".lane-name:nth-child(3) text")
        ))
        .await;
        page.wait_until("the event", told, "seen === 'Task-2'").await;
        let lanes = serde_json::json!([false, false, true, false]);
        assert_eq!(page.evaluate(&format!("return {}", chosen(".lane-name"))).await, lanes);
        assert_eq!(page.evaluate(&format!("return {}", chosen(".lane"))).await, lanes);
        let tasks = inside("#tea", "select");
        assert_eq!(page.evaluate(&format!("return {tasks}.value")).await, "Task-2");
        page.audit_accessibility().await;
        page.screenshot("embed-task").await;

        page.evaluate(&format!(
            "{tasks}.value = 'Task-3'; {tasks}.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ))
        .await;
        page.wait_until("the event", told, "seen === 'Task-3'").await;
        let rows = page.evaluate(&format!("return {}", chosen(".log-row"))).await;
        assert_eq!(rows, serde_json::json!([true, false]));
        let state = "return document.querySelector('#tea').getState()";
        assert_eq!(page.evaluate(state).await["task"], "Task-3");
        press(page, "#tea", ".log-row .log-name").await;
        page.wait_until("everybody", told, "seen === null").await;
        page.evaluate("return document.querySelector('#tea').select('Task-2').then(() => null)").await;
        page.wait_until("the event", told, "seen === 'Task-2'").await;
        // Another program has no such task.
        page.evaluate("return document.querySelector('#tea').setCode('print(1)').then(() => null)").await;
        page.wait_until("everybody", told, "seen === null").await;
    });
}

#[test]
fn a_page_about_another_python_is_told_which_this_is() {
    visit_host(LESSON, Reader::WIDE, async |page| {
        page.evaluate("document.querySelector('#tea').python = '3.11'").await;
        start(page, "#tea").await;
        wait_for(page, "#tea", ".level", "Python 3.13. The page is about Python 3.11.").await;
        for same in ["3.13", "3.13.1", "nonsense"] {
            page.evaluate(&format!("document.querySelector('#tea').python = '{same}'")).await;
            let level = format!("return {}.innerText", inside("#tea", ".level"));
            assert_eq!(page.evaluate(&level).await, "", "{same}");
        }
    });
}

#[test]
fn a_page_says_how_much_may_run() {
    visit_host(LESSON, Reader::WIDE, async |page| {
        page.evaluate("document.querySelector('#tea').limit = 2000").await;
        page.evaluate(
            "document.querySelector('#tea').setCode('for n in range(5000):\\n    pass\\nprint(n)\\n')",
        )
        .await;
        page.evaluate("document.querySelector('#tea').run(); return null").await;
        wait_for(page, "#tea", ".status", "Still running after 2,000 instructions").await;
        page.evaluate("document.querySelector('#tea').limit = 1e6; return null").await;
        wait_for(page, "#tea", ".log", "4999").await;
    });
}
