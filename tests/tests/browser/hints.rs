//! Mistakes named where they occur: at the line, on the timeline, in two sentences, and beside a repaired version.

use interleave_tests::browser::{Reader, visit};

const SEQUENTIAL: &str = "\
import asyncio


async def fetch(name):
    await asyncio.sleep(1)
    return name


async def main():
    one = await fetch('one')
    two = await fetch('two')
    print(one, two)


asyncio.run(main())
";

#[test]
fn a_mistake_is_marked_told_shown_and_compared_with_its_repair() {
    visit(Reader::WIDE, async |page| {
        assert_eq!(
            page.evaluate("return document.querySelector('.hints-fold')").await,
            serde_json::Value::Null
        );
        page.write_program(SEQUENTIAL).await;
        page.wait_for_text("#log", "one two").await;
        page.wait_for_text(".hints-fold > summary", "Worth a second thought").await;
        let marks = "document.querySelector('#editor').shadowRoot.querySelectorAll('.cm-hint').length";
        page.wait_until("marks in the editor", marks, "seen > 0").await;
        page.click(".hints-fold > summary").await;
        page.wait_for_text("[data-rule=sequential-awaits]", "Line 10:").await;
        page.audit_accessibility().await;

        page.click("[data-rule=sequential-awaits] .hint-look").await;
        page.wait_for_text(".lane.selected", "Task-1").await;
        page.wait_until(
            "its stretch on the timeline",
            "document.querySelectorAll('.hinted').length",
            "seen > 0",
        )
        .await;

        page.click("[data-rule=sequential-awaits] .hint-compare").await;
        page.wait_for_text("#comparison-summary", "The run takes 2 s now, and 1 s once repaired.").await;
        page.wait_for_text(".both-lines thead", "repaired").await;
        page.wait_until(
            "both runs",
            "document.querySelectorAll('.comparison [role=row], .comparison tr').length",
            "seen > 1",
        )
        .await;
        assert_eq!(page.editor_text().await, SEQUENTIAL, "the program stays as it is");
        page.screenshot("hints").await;

        page.click("[data-rule=sequential-awaits] .hint-repair").await;
        page.wait_for_text("#status", "1 s of virtual time").await;
        page.wait_until("no more hints", "document.querySelector('.hints-fold') === null", "seen").await;
    });
}

#[test]
fn a_program_without_mistakes_is_left_in_peace() {
    visit(Reader::NARROW.reading("zh-Hant"), async |page| {
        page.write_program(
            "import asyncio\n\nasync def main():\n    asyncio.sleep(1)\n\nasyncio.run(main())\n",
        )
        .await;
        page.wait_for_text(".hints-fold > summary", "值得再想想").await;
        page.click(".hints-fold > summary").await;
        page.wait_for_text("[data-rule=forgotten-await]", "第 4 行").await;
        page.audit_accessibility().await;
        page.write_program("print('cocoa')\n").await;
        page.wait_for_text("#log", "cocoa").await;
        page.wait_until("no hints", "document.querySelector('.hints-fold') === null", "seen").await;
    });
}
