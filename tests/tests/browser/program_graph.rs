//! The program's picture: three lessons built from an empty page, by pointer and again by keyboard, and what is said
//! when something can't be done.

use interleave_tests::browser::{Key, Page, Reader, visit};
use serde_json::json;

/// How a reader gives commands.
#[derive(Clone, Copy, PartialEq)]
enum Hands {
    Pointer,
    Keyboard,
}

use Hands::{Keyboard, Pointer};

/// The editor's whole text, also of what is not on the screen.
async fn program(page: &Page) -> String {
    page.evaluate("return localStorage.getItem('interleave.draft')")
        .await
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// A reader before the picture of an empty program.
struct Drafter<'p> {
    page: &'p Page,
    hands: Hands,
    /// The text after each change.
    texts: Vec<String>,
}

impl<'p> Drafter<'p> {
    async fn begin(page: &'p Page, hands: Hands) -> Self {
        page.write_program("x").await;
        page.press_with(Key::Control, 'a').await;
        page.press(Key::Delete).await;
        open(page, hands).await;
        page.wait_for_text("#new-card", "Begin with main").await;
        let mut drafter = Self { page, hands, texts: Vec::new() };
        drafter.press_button("new-card").await;
        drafter.writes(None).await;
        drafter.has("asyncio.run(main())").await;
        drafter
    }

    async fn press_button(&self, id: &str) {
        match self.hands {
            Pointer => click(self.page, &format!("#{id}")).await,
            Keyboard => {
                self.page.evaluate(&format!("document.getElementById('{id}').focus()")).await;
                self.page.press(Key::Enter).await;
            }
        }
    }

    /// Writes over what waits for it.
    async fn writes(&self, text: Option<&str>) {
        self.page
            .wait_until("a place to write", "document.activeElement.className", "seen === 'writing'")
            .await;
        match text {
            Some(text) => {
                self.page.press_with(Key::Control, 'a').await;
                self.page.type_text(text).await;
                self.page.press(Key::Enter).await;
            }
            None => self.page.press(Key::Escape).await,
        }
        self.page
            .wait_until("it to be written", "document.querySelectorAll('.writing').length", "seen === 0")
            .await;
    }

    /// Waits until the program has this.
    async fn has(&mut self, source: &str) {
        let seen = "localStorage.getItem('interleave.draft')";
        let wanted = format!("seen?.includes({})", json!(source));
        self.page.wait_until(&format!("the program to have {source:?}"), seen, &wanted).await;
        self.settled().await;
        self.texts.push(program(self.page).await);
    }

    /// Waits until the picture is that of the text.
    async fn settled(&self) {
        self.page.wait_for_attribute("#run-controls", "data-run", "idle").await;
        self.page
            .wait_until(
                "the picture to be drawn",
                "document.querySelector('.program').dataset.drawn",
                "seen === ''",
            )
            .await;
    }

    /// Waits until a key has had its effect.
    async fn drawn(&self) {
        let frames = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))";
        self.page.evaluate_async(frames).await;
    }

    async fn new_card(&mut self, name: &str) {
        self.press_button("new-card").await;
        self.writes(Some(name)).await;
        self.has(&format!("async def {name}():")).await;
    }

    async fn new_thing(&mut self, kind: &str, name: &str) {
        self.press_button("new-thing").await;
        self.chooses(kind).await;
        self.writes(Some(name)).await;
        self.has(&format!("{name} = asyncio.")).await;
    }

    /// Goes to the item that is called so.
    async fn goes_to(&self, label: &str) {
        let item = format!("[data-item][aria-label={}]", json!(label));
        let here = "document.activeElement?.getAttribute('aria-label') ?? ''";
        self.page
            .wait_until(
                &format!("{label} to be there"),
                &format!("document.querySelectorAll({}).length", json!(item)),
                "seen > 0",
            )
            .await;
        match self.hands {
            // Beside what would be written over.
            Pointer => click(self.page, &format!("{item} [data-grip]")).await,
            Keyboard => {
                self.page.evaluate("document.querySelector('.chart [tabindex=\"0\"]').focus()").await;
                self.page.press(Key::Home).await;
                self.drawn().await;
                for _ in 0..40 {
                    if self.page.evaluate(&format!("return {here}")).await == json!(label) {
                        return;
                    }
                    self.page.press(Key::Down).await;
                    self.drawn().await;
                }
                panic!("the keys do not lead to {label}");
            }
        }
        self.page
            .wait_until(&format!("the focus at {label}"), here, &format!("seen === {}", json!(label)))
            .await;
    }

    /// Chooses an entry of the list that is open.
    async fn chooses(&self, words: &str) {
        self.page
            .wait_until(
                "the list",
                "document.querySelectorAll('dialog[open] [role=menuitem]').length",
                "seen > 0",
            )
            .await;
        match self.hands {
            Pointer => {
                let mark = format!(
                    "const found = [...document.querySelectorAll('dialog[open] [role=menuitem]')]
                        .find((item) => item.textContent === {});
                     found.scrollIntoView({{ block: 'center' }});
                     found.dataset.wanted = '';",
                    json!(words)
                );
                self.page.evaluate(&mark).await;
                self.page.click("[data-wanted]").await;
            }
            Keyboard => {
                let first = words.chars().next().unwrap_or_default();
                for _ in 0..40 {
                    if self.page.evaluate("return document.activeElement.textContent").await == json!(words) {
                        self.page.press(Key::Enter).await;
                        return;
                    }
                    self.page.type_text(&first.to_string()).await;
                }
                panic!("the list has no {words}");
            }
        }
    }

    /// Does something with an item.
    async fn does(&mut self, label: &str, words: &str, then: &str) {
        self.goes_to(label).await;
        self.opens_list(label).await;
        self.chooses(words).await;
        self.has(then).await;
    }

    async fn opens_list(&self, label: &str) {
        match self.hands {
            Pointer => {
                click(self.page, &format!("[data-item][aria-label={}] > .more", json!(label))).await;
            }
            Keyboard => self.page.press(Key::Enter).await,
        }
    }

    /// Writes over the first literal of a step.
    async fn sets(&mut self, label: &str, to: &str, then: &str) {
        self.goes_to(label).await;
        match self.hands {
            Pointer => {
                click(self.page, &format!("[data-item][aria-label={}] .literal", json!(label))).await;
            }
            Keyboard => self.page.press(Key::F2).await,
        }
        self.writes(Some(to)).await;
        self.has(then).await;
    }

    /// Does something with several steps.
    async fn does_with(&mut self, first: &str, last: &str, more: usize, words: &str, then: &str) {
        self.goes_to(first).await;
        match self.hands {
            Pointer => {
                let grip = format!("[data-item][aria-label={}] [data-grip]", json!(last));
                self.page.click_with_shift(&grip).await;
            }
            Keyboard => {
                for _ in 0..more {
                    self.page.press_with(Key::Shift, Key::Down).await;
                }
            }
        }
        let label = "document.activeElement?.getAttribute('aria-label') ?? ''";
        self.page.wait_until("the steps to be chosen", label, &format!("seen === {}", json!(last))).await;
        self.opens_list(last).await;
        self.chooses(words).await;
        self.has(then).await;
    }

    /// The program is this, and undo takes back change by change.
    async fn has_written(self, expected: &str) {
        assert_eq!(program(self.page).await, expected);
        let focus = "document.querySelector('.chart [tabindex=\"0\"]').focus()";
        for (number, text) in self.texts.iter().enumerate().rev().skip(1) {
            // What was made was also named.
            for _ in 0..2 {
                let before = program(self.page).await;
                self.page.evaluate(focus).await;
                self.page.press_with(Key::Control, 'z').await;
                let seen = "localStorage.getItem('interleave.draft')";
                let wanted = format!("seen !== {}", json!(before));
                self.page.wait_until(&format!("change {number} to be taken back"), seen, &wanted).await;
                self.settled().await;
                if program(self.page).await == *text {
                    break;
                }
            }
            assert_eq!(program(self.page).await, *text, "after change {number}");
        }
    }
}

/// Clicks what is first brought to the middle of the screen: at its edge lies the status line of narrow ones.
async fn click(page: &Page, selector: &str) {
    let place = format!("document.querySelector({}).scrollIntoView({{ block: 'center' }})", json!(selector));
    page.evaluate(&place).await;
    page.click(selector).await;
}

async fn open(page: &Page, hands: Hands) {
    let summary = ".graph-fold > summary";
    match hands {
        Pointer => {
            page.evaluate(&format!(
                "document.querySelector('{summary}').scrollIntoView({{ block: 'center' }})"
            ))
            .await;
            page.click(summary).await;
        }
        Keyboard => {
            page.evaluate(&format!("document.querySelector('{summary}').focus()")).await;
            page.press(Key::Enter).await;
        }
    }
    page.wait_until("the picture", "document.querySelectorAll('.program').length", "seen === 1").await;
}

async fn semaphore_lesson(page: &Page, hands: Hands) {
    let mut drafter = Drafter::begin(page, hands).await;
    drafter.new_card("work").await;
    drafter.does("coroutine work", "one more parameter", "work(n)").await;
    drafter.does("coroutine work", "print", "print(\"work\")").await;
    drafter.sets("print \"work\"", "f\"job {n} begins\"", "begins").await;
    drafter.does("print f\"job {n} begins\"", "sleep", "sleep(1)").await;
    drafter.does("sleep 1 s", "print", "print(\"work\")").await;
    drafter.sets("print \"work\"", "f\"job {n} ends\"", "ends").await;
    drafter.does("coroutine main", "several work at once", "range(3)").await;
    drafter.sets("at once: *(work(n) for n in range( 3 ))", "12", "range(12)").await;
    drafter.new_thing("semaphore", "doors").await;
    drafter
        .does_with(
            "print f\"job {n} begins\"",
            "print f\"job {n} ends\"",
            2,
            "hold doors meanwhile",
            "async with doors",
        )
        .await;
    drafter
        .has_written(
            "import asyncio


async def work(n, doors):
    async with doors:
        print(f\"job {n} begins\")
        await asyncio.sleep(1)
        print(f\"job {n} ends\")


async def main():
    doors = asyncio.Semaphore(3)
    await asyncio.gather(*(work(n, doors) for n in range(12)))


asyncio.run(main())
",
        )
        .await;
}

async fn queue_lesson(page: &Page, hands: Hands) {
    let mut drafter = Drafter::begin(page, hands).await;
    drafter.new_card("producer").await;
    drafter.new_card("consumer").await;
    drafter.does("coroutine main", "await producer", "await producer()").await;
    drafter.does("await producer()", "await consumer", "await consumer()").await;
    drafter.does_with("await producer()", "await consumer()", 1, "all at once, with gather", "gather(").await;
    drafter.new_thing("queue", "belt").await;
    drafter.does("coroutine producer", "put into belt", "belt.put(\"item\")").await;
    drafter.sets("put \"item\" into belt", "n", "put(n)").await;
    drafter.does("put n into belt", "print", "print(\"producer\")").await;
    drafter.sets("print \"producer\"", "f\"put {n}\"", "put {n}").await;
    drafter.does_with("put n into belt", "print f\"put {n}\"", 1, "repeat it", "for n in range(3)").await;
    drafter.does("coroutine consumer", "get from belt", "item = await belt.get()").await;
    drafter.does("get from belt → item", "print", "print(\"consumer\")").await;
    drafter.sets("print \"consumer\"", "f\"got {item}\"", "got {item}").await;
    drafter
        .does_with("get from belt → item", "print f\"got {item}\"", 1, "repeat it", "        item = await")
        .await;
    drafter
        .has_written(
            "import asyncio


async def producer(belt):
    for n in range(3):
        await belt.put(n)
        print(f\"put {n}\")


async def consumer(belt):
    for n in range(3):
        item = await belt.get()
        print(f\"got {item}\")


async def main():
    belt = asyncio.Queue(2)
    await asyncio.gather(producer(belt), consumer(belt))


asyncio.run(main())
",
        )
        .await;
}

async fn future_lesson(page: &Page, hands: Hands) {
    let mut drafter = Drafter::begin(page, hands).await;
    drafter.new_card("cook").await;
    drafter.new_card("guest").await;
    drafter.does("coroutine main", "start cook as a task", "task = asyncio.create_task(cook())").await;
    drafter.does("start cook() → task", "await guest", "await guest()").await;
    drafter.new_thing("future", "dish").await;
    drafter.does("coroutine cook", "sleep", "sleep(1)").await;
    drafter.does("sleep 1 s", "set dish", "dish.set_result(\"done\")").await;
    drafter.sets("give dish the result \"done\"", "\"noodles\"", "noodles").await;
    drafter.does("coroutine guest", "await dish", "result = await dish").await;
    drafter.does("await dish → result", "print", "print(\"guest\")").await;
    drafter.sets("print \"guest\"", "f\"eats {result}\"", "eats {result}").await;
    drafter
        .has_written(
            "import asyncio


async def cook(dish):
    await asyncio.sleep(1)
    dish.set_result(\"noodles\")


async def guest(dish):
    result = await dish
    print(f\"eats {result}\")


async def main():
    dish = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(cook(dish))
    await guest(dish)


asyncio.run(main())
",
        )
        .await;
}

#[test]
fn the_semaphore_lesson_by_pointer() {
    visit(Reader::WIDE, async |page| semaphore_lesson(page, Pointer).await);
}

#[test]
fn the_semaphore_lesson_by_keyboard() {
    visit(Reader::WIDE, async |page| semaphore_lesson(page, Keyboard).await);
}

#[test]
fn the_queue_lesson_by_pointer() {
    visit(Reader::WIDE, async |page| queue_lesson(page, Pointer).await);
}

#[test]
fn the_queue_lesson_by_keyboard() {
    visit(Reader::WIDE, async |page| queue_lesson(page, Keyboard).await);
}

#[test]
fn the_future_lesson_by_pointer_on_a_phone() {
    visit(Reader::NARROW, async |page| future_lesson(page, Pointer).await);
}

#[test]
fn the_future_lesson_by_keyboard() {
    visit(Reader::WIDE, async |page| future_lesson(page, Keyboard).await);
}

const SHOP: &str = "\
import asyncio


async def job(n, permits):
    async with permits:
        print('in', n)
        await asyncio.sleep(1)


async def main():
    permits = asyncio.Semaphore(3)
    await asyncio.gather(*(job(n, permits) for n in range(12)))


asyncio.run(main())
";

async fn before_the_shop(page: &Page) {
    page.write_program(SHOP).await;
    page.wait_for_attribute("#status", "data-ending", "finished").await;
    page.evaluate("document.querySelector('.graph-fold').scrollIntoView({ block: 'center' })").await;
    open(page, Pointer).await;
    page.wait_for_text(".chart", "permits").await;
}

/// Awaits become a task group, and awaits again; a pool is made and used; steps get patience, and a coroutine.
async fn at_once_and_back(page: &Page, hands: Hands) {
    let apart = SHOP.replace(
        "await asyncio.gather(*(job(n, permits) for n in range(12)))",
        "await job(1, permits)\n    await job(2, permits)",
    );
    page.write_program(&apart).await;
    page.wait_for_attribute("#status", "data-ending", "finished").await;
    open(page, hands).await;
    page.wait_for_text(".chart", "permits").await;
    let mut drafter = Drafter { page, hands, texts: Vec::new() };
    let (first, second) = ("await job( 1 , permits)", "await job( 2 , permits)");
    drafter.does_with(first, second, 1, "all at once, in a task group", "create_task(job(2, permits))").await;
    let group = "return document.querySelector(\"[data-item][aria-label^='task group']\").ariaLabel";
    let group = page.evaluate(group).await;
    let group = group.as_str().expect("the group is in the picture");
    drafter.does(group, "one after the other", "    await job(1, permits)\n    await job(2, permits)").await;
    assert_eq!(program(page).await, apart);

    drafter.press_button("new-thing").await;
    drafter.chooses("thread pool").await;
    drafter.writes(Some("hands")).await;
    drafter.has("hands = concurrent.futures.ThreadPoolExecutor(2)").await;
    drafter.does("coroutine main", "run something in hands", "run_in_executor(hands, print").await;
    drafter.does(first, "allow it some seconds at most", "async with asyncio.timeout(1):").await;
    drafter.goes_to(second).await;
    drafter.opens_list(second).await;
    drafter.chooses("make it a coroutine of its own").await;
    drafter.writes(Some("second")).await;
    drafter.has("async def second(permits):\n    await job(2, permits)").await;
}

#[test]
fn awaits_together_and_apart_pools_patience_and_coroutines_by_pointer() {
    visit(Reader::WIDE, async |page| at_once_and_back(page, Pointer).await);
}

#[test]
fn awaits_together_and_apart_pools_patience_and_coroutines_by_keyboard() {
    visit(Reader::WIDE, async |page| at_once_and_back(page, Keyboard).await);
}

#[test]
fn what_is_being_written_stays_when_the_picture_is_drawn_anew() {
    visit(Reader::WIDE, async |page| {
        before_the_shop(page).await;
        page.click("[data-item][aria-label='coroutine job'] [data-grip]").await;
        page.press(Key::F2).await;
        let mut drafter = Drafter { page, hands: Keyboard, texts: Vec::new() };
        let here = "document.activeElement.className";
        page.wait_until("a place to write", here, "seen === 'writing'").await;
        page.press_with(Key::Control, 'a').await;
        page.type_text("work").await;
        // Nobody's focus goes along with that.
        page.evaluate("document.getElementById('to-start').click()").await;
        page.wait_until("the start", "document.getElementById('now').textContent", "seen.startsWith('0 s')")
            .await;
        drafter.drawn().await;
        assert_eq!(page.evaluate("return document.activeElement.value").await, "work");
        page.press(Key::Enter).await;
        drafter.has("async def work(n, permits):").await;
    });
}

#[test]
fn what_is_still_used_is_not_deleted_and_that_is_said() {
    visit(Reader::WIDE.reading("zh-TW"), async |page| {
        before_the_shop(page).await;
        page.click("[data-item='thing-0'] [data-grip]").await;
        page.press(Key::Delete).await;
        page.wait_for_text(".refusal[role=alert]", "permits 還有人使用").await;
        assert_eq!(page.editor_text().await.trim_end(), SHOP.trim_end());
    });
}

#[test]
fn steps_are_moved_by_dragging_and_by_keys() {
    visit(Reader::WIDE, async |page| {
        before_the_shop(page).await;
        let sleep = "[data-item][aria-label='sleep 1 s']";
        page.click(&format!("{sleep} .grip")).await;
        page.press_with(Key::Alt, Key::Up).await;
        let sleeps_first = "seen?.includes('sleep(1)\\n        print')";
        let draft = "localStorage.getItem('interleave.draft')";
        page.wait_until("the sleep before the print", draft, sleeps_first).await;
        let here = "document.activeElement?.getAttribute('aria-label')";
        page.wait_until("the focus to go along", here, "seen === 'sleep 1 s'").await;
        page.drag_onto(&format!("{sleep} .grip"), "[data-item][aria-label^='print']", 0.8).await;
        page.wait_until(
            "the sleep behind the print",
            draft,
            "seen?.includes('n)\\n        await asyncio.sleep')",
        )
        .await;
    });
}

#[test]
fn a_thing_is_connected_by_dragging_it_to_a_card() {
    visit(Reader::WIDE, async |page| {
        let text = SHOP
            .replace("(n, permits)", "(n)")
            .replace("    async with permits:\n", "")
            .replace("        ", "    ");
        page.write_program(&text).await;
        page.wait_for_attribute("#status", "data-ending", "finished").await;
        open(page, Pointer).await;
        page.wait_for_text(".chart", "permits").await;
        page.drag_onto("[data-item='thing-0'] .port", "[data-item][aria-label='coroutine job']", 0.5).await;
        page.wait_for_text("dialog[open]", "hold permits meanwhile").await;
        page.click("dialog[open] [role=menuitem]").await;
        page.wait_until(
            "the permits to be held",
            "localStorage.getItem('interleave.draft')",
            "seen?.includes('async def job(n, permits):\\n    async with permits:\\n        print')",
        )
        .await;
    });
}

#[test]
fn a_text_that_does_not_parse_keeps_its_picture() {
    visit(Reader::WIDE, async |page| {
        before_the_shop(page).await;
        page.type_into_editor("x = (").await;
        page.wait_for_text(".program.dim", "does not parse").await;
        page.wait_for_text(".chart", "permits").await;
    });
}

#[test]
fn the_picture_is_in_order_for_everybody() {
    for reader in [Reader::WIDE, Reader::NARROW.in_the_dark(), Reader::WIDE.reading("zh-CN")] {
        visit(reader, async |page| {
            before_the_shop(page).await;
            page.write_program(&SHOP.replace("12", "3")).await;
            page.wait_for_attribute(".program", "data-drawn", "").await;
            page.audit_accessibility().await;
            page.evaluate("document.querySelector('[data-item=\"card-0\"] .more').click()").await;
            page.wait_until(
                "the list",
                "document.querySelectorAll('dialog[open] [role=menuitem]').length",
                "seen > 3",
            )
            .await;
            page.audit_accessibility().await;
        });
    }
}
