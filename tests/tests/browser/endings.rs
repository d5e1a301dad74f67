//! How programs end, and what the page says then: one of each kind.

use interleave_tests::browser::{Page, Reader, visit};

/// Each of two tasks holds the lock that the other waits for.
const CROSSED: &str = "\
import asyncio


async def cook(name, first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            print(name)


async def main():
    pan = asyncio.Lock()
    knife = asyncio.Lock()
    await asyncio.gather(cook('Ann', pan, knife), cook('Bob', knife, pan))


asyncio.run(main())
";

/// A limit that is reached at once.
const TOO_LARGE: &str = "print('begun')\npow(3, 3 ** 500_000, 2 ** 900_000 - 1)\n";

async fn wait_for_ending(page: &Page, word: &str) {
    page.wait_for_attribute("#status", "data-ending", word).await;
}

#[test]
fn each_kind_of_ending_has_its_word() {
    visit(Reader::WIDE, async |page| {
        for (program, word, said) in [
            ("print('well')\n", "finished", "Ran to its end"),
            ("raise SystemExit(3)\n", "failed", "Ended with an error"),
            ("print(1 / 0)\n", "failed", "Ended with an error"),
            ("print('open'\n", "mistake", "Could not begin"),
            (CROSSED, "deadlock", "Nothing can ever go on"),
            (TOO_LARGE, "limit", "Stopped at a limit"),
        ] {
            page.write_program(program).await;
            wait_for_ending(page, word).await;
            page.wait_for_text("#status", said).await;
        }
    });
}

#[test]
fn a_deadlock_is_drawn_as_the_ring_that_it_is() {
    visit(Reader::WIDE, async |page| {
        page.write_program(CROSSED).await;
        wait_for_ending(page, "deadlock").await;
        page.wait_until(
            "the picture",
            "[...document.querySelectorAll('.deadlock .node-name')].map(name => name.textContent).sort().join()",
            "seen === 'Task-1,Task-2,Task-3,knife,pan'",
        )
        .await;
        let lines = page
            .evaluate(
                "return ['.edge-waits', '.edge-holds'].map(kind => document.querySelectorAll(`.deadlock-picture ${kind}`).length)",
            )
            .await;
        assert_eq!(lines, serde_json::json!([4, 2]));
        page.wait_for_text(".waits", "Task-2 waits for the lock knife, held by Task-3").await;
        page.wait_for_text(".waits", "in a circle").await;
        page.click(".waits .link").await;
        assert!(page.editor_has_focus().await, "a wait leads to its line");
        page.screenshot("deadlock").await;
        page.audit_accessibility().await;
    });
}

#[test]
fn waits_that_never_end_reach_the_edge_of_the_timeline() {
    visit(Reader::WIDE, async |page| {
        page.write_program(CROSSED).await;
        wait_for_ending(page, "deadlock").await;
        page.wait_until(
            "their signs",
            "document.querySelectorAll('.bars .end.state-waiting').length",
            "seen === 3",
        )
        .await;
        let beyond = page
            .evaluate(
                "const edge = document.querySelector('.timeline-rows').getBoundingClientRect().right;
                 return [...document.querySelectorAll('.bars .end.state-waiting')]
                     .map(sign => edge - sign.getBoundingClientRect().right)
                     .filter(distance => distance < 0 || distance > 20);",
            )
            .await;
        assert_eq!(beyond, serde_json::json!([]), "signs are not at the edge");
        page.wait_until(
            "the cursor at the run's end, left of the edge",
            "[scrub.value, scrub.max]",
            "seen[0] === seen[1]",
        )
        .await;
    });
}

#[test]
fn why_not_yet_tells_the_ring() {
    visit(Reader::WIDE, async |page| {
        page.write_program(CROSSED).await;
        wait_for_ending(page, "deadlock").await;
        page.wait_until("the rows", "document.querySelectorAll('.lane').length", "seen === 4").await;
        page.click(".lane:nth-of-type(3) .ask").await;
        page.wait_for_text(".why-chain", "Task-3 holds the lock knife").await;
        page.wait_for_text(".why-chain", "Task-2 and Task-3 wait for each other").await;
        page.wait_for_text(".why-chain", "Nobody is left who could end that").await;
    });
}

#[test]
fn a_deadlock_is_told_in_the_readers_language_whichever_that_becomes() {
    visit(Reader::WIDE.reading("zh-CN"), async |page| {
        page.write_program(CROSSED).await;
        wait_for_ending(page, "deadlock").await;
        page.wait_for_text("#problem", "死锁").await;
        page.wait_for_text(".waits", "互相等待").await;
        page.choose("#language", "zh-Hant").await;
        page.wait_for_text("#problem", "死結").await;
        page.wait_for_text(".waits", "從 1 秒起").await;
    });
}

#[test]
fn a_deadlock_fits_a_phone() {
    visit(Reader::NARROW.in_the_dark().reading("zh-TW"), async |page| {
        page.write_program(CROSSED).await;
        page.wait_for_text(".waits", "互相等待").await;
        let wider = page
            .evaluate("const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth")
            .await;
        assert_eq!(wider, 0, "the page is wider than the phone");
        page.screenshot("deadlock-phone").await;
        page.audit_accessibility().await;
    });
}

#[test]
fn a_limit_is_told_with_its_line_and_what_was_printed() {
    visit(Reader::WIDE.reading("zh-TW"), async |page| {
        page.write_program(TOO_LARGE).await;
        wait_for_ending(page, "limit").await;
        page.wait_for_text("#problem", "要花太久").await;
        page.wait_for_text("#problem", "第 2 行").await;
        page.wait_for_text("#log", "begun").await;
        page.choose("#language", "en").await;
        page.wait_for_text("#problem", "would take too long").await;
    });
}

#[test]
fn help_is_in_the_readers_language_beside_pythons_words() {
    visit(Reader::WIDE.reading("zh-CN"), async |page| {
        page.write_program("async def tea():\n    pass\n\ntea()\n").await;
        page.wait_for_text("#problem", "was never awaited").await;
        page.wait_for_text(".problem-help", "await").await;
        page.wait_in_editor(".cm-problem", &["tea()"]).await;
        page.click("#problem .link").await;
        assert!(page.editor_has_focus().await);
    });
}

#[test]
fn of_a_group_that_failed_one_reads_first_what_its_task_said() {
    visit(Reader::WIDE, async |page| {
        let program = "import asyncio\n\nasync def bake():\n    raise ValueError('no | oven')\n\n\
                       async def main():\n    async with asyncio.TaskGroup() as group:\n        \
                       group.create_task(bake())\n\nasyncio.run(main())\n";
        page.write_program(program).await;
        wait_for_ending(page, "failed").await;
        let first = page.text(".problem-words").await;
        let said = "ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)\nValueError: no | oven";
        assert_eq!(first, said);
    });
}

#[test]
fn a_mistake_in_the_first_program_speaks_of_no_earlier_run() {
    visit(Reader::WIDE, async |page| {
        wait_for_ending(page, "finished").await;
        page.write_program("print(").await;
        wait_for_ending(page, "mistake").await;
        page.wait_for_text(".problem-note", "last run").await;
        page.reload().await;
        wait_for_ending(page, "mistake").await;
        let notes = page.evaluate("return document.querySelectorAll('.problem-note').length").await;
        assert_eq!(notes, 0, "there is no earlier run");
    });
}

#[test]
fn where_a_mistake_is_nothing_else_is_marked() {
    visit(Reader::WIDE, async |page| {
        for (program, marked) in [
            ("x = 1 +* 2\n", "*"),
            ("if True\n    pass\n", "e"),
            ("def f(a, a):\n    pass\n", "a"),
            ("x = [1, 2\n", "["),
        ] {
            page.write_program(program).await;
            page.wait_in_editor(".cm-problem", &[marked]).await;
        }
    });
}
