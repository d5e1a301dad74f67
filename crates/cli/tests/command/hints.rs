//! `interleave hints`: what a program does wrong.

use crate::{assert_complains, assert_said, interleave};

const FORGETS: &str = "\
import asyncio

async def save(text):
    await asyncio.sleep(1)

async def main():
    save('first')

asyncio.run(main())
";

#[test]
fn a_mistake_has_a_place_a_name_two_sentences_and_a_repair() {
    assert_said(
        &interleave(&["hints", "-"], FORGETS),
        1,
        "-:7:5: forgotten-await\n  \
         `save('first')` only makes a coroutine: nothing awaits it, so none of its code runs.\n  \
         Put `await` in front of it, or make a task of it and await that.\n  \
         -     save('first')\n  \
         +     await save('first')\n",
        "",
    );
}

#[test]
fn its_sentences_are_in_the_language_that_is_asked_for() {
    for (tag, word) in [("zh-Hant", "協程物件"), ("zh-Hans", "协程对象")] {
        let output = interleave(&["hints", "-", "--lang", tag], FORGETS);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.contains("-:7:5: forgotten-await\n") && said.contains(word), "{said}");
    }
}

#[test]
fn a_program_without_mistakes_gets_no_hints() {
    let repaired = FORGETS.replace("    save", "    await save");
    assert_said(&interleave(&["hints", "-"], &repaired), 0, "", "");
}

#[test]
fn a_text_that_is_no_program_is_no_case_for_hints() {
    assert_complains(&interleave(&["hints", "-"], "x = = 1\n"), 2, &["SyntaxError", "line 1"]);
}

#[test]
fn a_mistake_that_ends_in_a_standstill_is_found() {
    let program = "\
import asyncio

async def main():
    lock = asyncio.Lock()
    async with lock, lock:
        print('never')

asyncio.run(main())
";
    let output = interleave(&["hints", "-"], program);
    assert_complains(&output, 1, &["Task-1"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains(":5:22: held-twice\n"));
}
