//! No change of the picture of any program breaks it. `fuzz/` looks for such programs and changes; what it found is in
//! its corpus, tried here.

#![allow(clippy::disallowed_methods, reason = "the corpus lies in files")]

mod laws;

use std::fs;
use std::path::Path;

#[test]
fn no_edit_of_the_corpus_breaks_a_law() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/edits");
    let files =
        fs::read_dir(&folder).expect("there is a corpus").map(|file| file.expect("it can be listed").path());
    let mut files: Vec<_> = files.collect();
    files.sort();
    assert!(files.len() > 20, "the corpus is there");
    for file in files {
        laws::hold(&fs::read(file).expect("it can be read"));
    }
}

#[test]
fn each_kind_of_change_can_be_made_and_taken_back() {
    const TEXT: &str = "\
import asyncio


async def job(n):
    await asyncio.sleep(1)
    print(n)


async def spare():
    pass


async def main():
    lock = asyncio.Lock()
    event = asyncio.Event()
    await job(1)
    await job(2)
    await asyncio.gather(job(3), job(4))
    async with lock:
        print('held')


asyncio.run(main())
";
    for kind in 0..laws::KINDS {
        let made = (0..400_u32).filter(|choices| {
            let [a, b, c, _] = choices.wrapping_mul(0x9e37_79b9).to_le_bytes();
            let mut bytes = vec![kind, a, b, c, a ^ b, b ^ c, a ^ c, c];
            bytes.extend_from_slice(TEXT.as_bytes());
            laws::hold(&bytes)
        });
        assert!(made.count() > 0, "no change of kind {kind} can be made");
    }
}
