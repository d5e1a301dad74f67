//! What is taken away of a program, and programs that come as files or in lessons.

use interleave_tests::browser::{Key, Page, Reader, visit};
use serde_json::json;

const OWN: &str = "import asyncio\n\n\nasync def main():\n    await asyncio.sleep(1)\n    print('my own')\n\n\nasyncio.run(main())\n";
const LESSON: &str = "# Tea\n\n```sh\nls\n```\n\n```python\nprint('first')\n```\n\n1. then\n\n   ```py\n   if True:\n       print('second')\n   ```\n";

async fn with_own(page: &Page) {
    page.write_program(OWN).await;
    page.wait_for_text("#log", "my own").await;
}

/// Keeps what is copied and what is saved.
async fn keep_what_is_taken(page: &Page) {
    page.evaluate(
        "window.copied = []; window.saved = [];
         Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => copied.push(text) } });
         const make = URL.createObjectURL;
         URL.createObjectURL = (blob) => { saved.push({ blob }); return make.call(URL, blob); };
         HTMLAnchorElement.prototype.click = function () { saved.at(-1).name = this.download; };",
    )
    .await;
}

async fn takes(page: &Page, button: &str, news: &str) {
    page.click(button).await;
    page.wait_for_text("#taken", news).await;
}

#[test]
fn a_program_is_taken_away_in_every_form() {
    visit(Reader::WIDE, async |page| {
        with_own(page).await;
        keep_what_is_taken(page).await;
        page.click("#share").await;
        let here = "document.querySelector('#share-link')?.value";
        let link = page.wait_until("the link", here, "seen?.startsWith(location.href + '#v1.')").await;
        let link = link.as_str().unwrap();
        page.audit_accessibility().await;
        for button in ["#take-link", "#take-markdown", "#take-code", "#take-element", "#take-frame"] {
            takes(page, button, "Copied.").await;
        }
        let markdown = format!("[Run it in Interleave]({link})");
        let with_code = format!("```python\n{OWN}```\n\n{markdown}\n");
        let copied = page.evaluate("return copied").await;
        assert_eq!(copied.as_array().unwrap()[..3], [link, &*markdown, &*with_code]);
        let element =
            format!("document.body.append(document.createRange().createContextualFragment({}))", copied[3]);
        page.evaluate(&element).await;
        let run =
            "document.querySelector('interleave-play').run().then(() => { window.ranThere = true; }) && true";
        page.wait_until("the element", run, "seen").await;
        page.wait_until("its run", "window.ranThere", "seen").await;
        page.evaluate("document.querySelector('interleave-play').remove()").await;
        let frame = copied[4].as_str().and_then(|frame| frame.split('"').nth(3)).expect("its source");
        let fragment = link.split_once('#').expect("it has one").1;
        assert!(frame.ends_with(&format!("/embed/?v=1&amp;lang=en#{fragment}")), "{frame}");
        let found = format!("fetch({}).then((answer) => arguments[0](answer.status))", json!(frame));
        assert_eq!(page.evaluate_async(&found).await, 200, "{frame}");
        page.wait_until("the code", "document.querySelectorAll('#share-code path').length", "seen === 1")
            .await;

        for button in ["#save-program", "#save-svg", "#save-png"] {
            let before = page.evaluate("return saved.length").await;
            takes(page, button, "Saved.").await;
            page.wait_until("the file", "saved.length", &format!("seen > {before} && saved.at(-1).name"))
                .await;
        }
        let files = page
            .evaluate_async(
                "const done = arguments[0];
                 const [py, svg, png] = saved;
                 Promise.all([py.blob.text(), svg.blob.text(), createImageBitmap(png.blob)]).then(
                     ([py, svg, png]) => done([saved.map((file) => file.name), py, svg, png.width]),
                     (problem) => done(String(problem)));",
            )
            .await;
        assert_eq!(files[0], json!(["main.py", "main.svg", "main.png"]), "{files}");
        assert_eq!(files[1], OWN);
        assert!(files[2].as_str().unwrap().starts_with("<svg xmlns="), "{files}");
        assert!(files[3].as_u64().unwrap() > 1000, "it is as sharp as good screens are: {files}");
        page.press(Key::Escape).await;
        page.wait_until("the page", "document.querySelectorAll('dialog[open]').length", "seen === 0").await;
    });
}

#[test]
fn what_is_shared_brings_back_how_one_looked_at_it() {
    visit(Reader::WIDE, async |page| {
        with_own(page).await;
        page.click(".variables-fold summary").await;
        page.choose("#speed", "2×").await;
        page.click("#share").await;
        let here = "document.querySelector('#share-link')?.value";
        let link = page.wait_until("the link", here, "seen?.includes('#v1.')").await;
        let fragment = link.as_str().unwrap().split_once('#').unwrap().1.to_owned();
        assert!(fragment.ends_with("&view=code,log,timeline,vars&speed=2"), "{fragment}");
        page.evaluate("localStorage.clear()").await;
        page.evaluate(&format!("location.hash = {fragment:?}")).await;
        page.reload().await;
        page.wait_for_text("#log", "my own").await;
        page.wait_until("the variables", "document.querySelector('.variables-fold').open", "seen").await;
        page.wait_until("the speed", "document.querySelector('#speed').value", "seen === '2×'").await;
    });
}

/// Drops a file on the editor.
async fn drop_file(page: &Page, name: &str, text: &str) {
    let script = format!(
        "const dropped = new DataTransfer();
         dropped.items.add(new File([{}], {}));
         const options = {{ dataTransfer: dropped, bubbles: true, cancelable: true, composed: true }};
         const editor = document.querySelector('#editor').shadowRoot.querySelector('.cm-content');
         editor.dispatchEvent(new DragEvent('drop', options));",
        json!(text),
        json!(name)
    );
    page.evaluate(&script).await;
}

#[test]
fn a_file_that_is_dropped_is_the_program_and_can_be_taken_back() {
    visit(Reader::WIDE, async |page| {
        with_own(page).await;
        drop_file(page, "tea.py", "print('dropped')\n").await;
        page.wait_for_text("#log", "dropped").await;
        assert_eq!(page.editor_text().await, "print('dropped')\n");
        page.wait_for_text("#status", "you have opened").await;
        page.click("#undo").await;
        page.wait_for_text("#log", "my own").await;
        assert_eq!(page.editor_text().await, OWN);

        drop_file(page, "tea.png", "\0tea").await;
        page.wait_for_text("#status", "holds no text").await;
        drop_file(page, "tea.txt", &"#".repeat(300 * 1024)).await;
        page.wait_for_text("#status", "too large").await;
        assert_eq!(page.editor_text().await, OWN, "what is not taken changes nothing");
    });
}

#[test]
fn a_block_of_a_lesson_is_chosen() {
    visit(Reader::NARROW.reading("zh-CN"), async |page| {
        with_own(page).await;
        drop_file(page, "lesson.md", LESSON).await;
        let blocks = "[...document.querySelectorAll('.block code')].map((block) => block.textContent)";
        page.wait_until("its blocks", blocks, "seen.length === 2").await;
        page.audit_accessibility().await;
        page.click("li:nth-child(2) .block").await;
        page.wait_for_text("#log", "second").await;
        assert_eq!(page.editor_text().await, "if True:\n    print('second')\n");
    });
}

#[test]
fn a_lesson_or_a_program_is_pasted() {
    visit(Reader::WIDE.in_the_dark(), async |page| {
        with_own(page).await;
        page.click("#open").await;
        page.click("#open-text").await;
        page.type_text("print('pasted')").await;
        page.click("#open-program").await;
        page.wait_for_text("#log", "pasted").await;

        page.click("#open").await;
        page.evaluate(&format!(
            "const chosen = new DataTransfer();
             chosen.items.add(new File([{}], 'lesson.md'));
             const input = document.querySelector('#open-file');
             input.files = chosen.files;
             input.dispatchEvent(new Event('change', {{ bubbles: true }}));",
            json!(LESSON)
        ))
        .await;
        page.click("li:nth-child(1) .block").await;
        page.wait_for_text("#log", "first").await;
    });
}
