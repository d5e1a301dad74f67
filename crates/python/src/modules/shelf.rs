//! The library that is written in Python: volumes of texts, compiled ones and others, and what the machine
//! has made of them. Where programs are downloaded, the second volume comes when a run asks for it.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use interleave_compiler::volume::{Book, Opened, Volume};
use interleave_library::{FIRST, SECOND, is_second};

use crate::code::{Code, Source, Words};
use crate::value::intern;

/// A volume that has been opened.
struct Shelved {
    /// By their files. A module is the same in every run, and is made once.
    books: BTreeMap<&'static str, (Book<'static>, OnceCell<Rc<Code>>)>,
    words: Rc<Words>,
}

#[derive(Default)]
struct Shelf {
    volumes: Vec<Shelved>,
    /// One that nobody has asked for yet.
    closed: Option<&'static str>,
}

thread_local! {
    static SHELF: RefCell<Shelf> = RefCell::new(Shelf::new());
}

impl Shelf {
    fn new() -> Self {
        let closed = cfg!(not(target_family = "wasm")).then_some(SECOND);
        Self { volumes: vec![Shelved::open(FIRST)], closed }
    }

    fn is_complete(&self) -> bool {
        self.closed.is_some() || self.volumes.len() > 1
    }

    /// The volume that has a file, if one has.
    fn volume_of(&mut self, file: &str) -> Option<&Shelved> {
        let has_it = |volume: &Shelved| volume.books.contains_key(file);
        let index = self.volumes.iter().position(has_it).or_else(|| {
            self.volumes.push(Shelved::open(self.closed.take()?));
            self.volumes.iter().position(has_it)
        })?;
        self.volumes.get(index)
    }
}

impl Shelved {
    fn open(text: &'static str) -> Self {
        let Some(volume) = Volume::open(text) else { unreachable!("a volume of the library is none") };
        Self {
            books: volume.books.into_iter().map(|(file, book)| (file, (book, OnceCell::new()))).collect(),
            words: Rc::new(Words::new(volume.names, volume.constants)),
        }
    }

    fn code(&self, file: &str) -> Option<Rc<Code>> {
        let (book, code) = self.books.get(file)?;
        Some(code.get_or_init(|| self.made(file, *book)).clone())
    }

    fn made(&self, file: &str, book: Book<'static>) -> Rc<Code> {
        let filename = intern(&format!("/usr/lib/python3.13/{file}"));
        let source = |text: &str| Rc::new(Source::new(filename, text.into(), true));
        match book {
            Book::Compiled(pages) => {
                let Some(Opened { text, code }) = pages.open(&*self.words) else {
                    unreachable!("{file} is not whole")
                };
                self.words.code(code, &source(text))
            }
            Book::Text(text) => match crate::code::compiled(text, &source(text), Default::default()) {
                Ok(code) => code,
                Err(error) => unreachable!("{}", interleave_syntax::render(&error, file)),
            },
        }
    }
}

/// Gives the engine the library's second volume, once for all runs, where it does not have it from
/// the beginning. A run that needs it ends with [`Ending::Library`](crate::Ending::Library). Whether
/// the text was that volume.
pub fn provide_library(volume: String) -> bool {
    let fits = is_second(&volume);
    SHELF.with_borrow_mut(|shelf| {
        if fits && !shelf.is_complete() {
            // Like what is part of the engine, it stays for good.
            shelf.closed = Some(volume.leak());
        }
    });
    fits
}

/// Nothing of the library is missing.
pub(crate) fn is_complete() -> bool {
    SHELF.with_borrow(Shelf::is_complete)
}

/// It is a module with modules inside.
pub(crate) fn is_package(name: &str) -> bool {
    SHELF.with_borrow_mut(|shelf| shelf.volume_of(&package(name)).is_some())
}

fn package(name: &str) -> String {
    name.replace('.', "/") + "/__init__.py"
}

/// The code of a module written in Python.
pub(crate) fn code(name: &str) -> Option<Rc<Code>> {
    let files = [name.replace('.', "/") + ".py", package(name)];
    SHELF.with_borrow_mut(|shelf| files.iter().find_map(|file| shelf.volume_of(file)?.code(file)))
}

#[cfg(test)]
mod tests {
    use super::{
        Book, Code, FIRST, SECOND, SHELF, Shelf, Shelved, code, is_complete, is_package, provide_library,
    };
    use crate::{Ending, Options, run};

    /// As where the engine has been downloaded, and nothing else.
    fn first_volume_only() {
        SHELF.with_borrow_mut(|shelf| {
            *shelf = Shelf { volumes: vec![Shelved::open(FIRST)], closed: None };
        });
    }

    /// Reads what would be read when it runs.
    fn each_body(code: &Code) {
        code.body().children.iter().for_each(|child| each_body(child));
    }

    #[test]
    fn every_text_is_found_and_read() {
        let files: Vec<&str> =
            [FIRST, SECOND].iter().flat_map(|volume| Shelved::open(volume).books.into_keys()).collect();
        assert!(files.contains(&"json/__init__.py"));
        for file in files {
            let name = file.trim_end_matches(".py").trim_end_matches("/__init__").replace('/', ".");
            let whole = code(&name).unwrap_or_else(|| panic!("{file}"));
            each_body(&whole);
            assert_eq!(is_package(&name), file.ends_with("__init__.py"), "{file}");
        }
        assert!(code("nothing").is_none());
    }

    #[test]
    fn a_lesson_needs_the_first_volume_only() {
        first_volume_only();
        let program = "import asyncio, time\nasync def tea(queue):\n  async with asyncio.timeout(2):\n    \
                       await asyncio.sleep(0.5)\n  await queue.put(time.time())\nasync def main():\n  \
                       queue = asyncio.Queue()\n  async with asyncio.TaskGroup() as group:\n    \
                       group.create_task(tea(queue))\n  print(await queue.get() > 0)\nasyncio.run(main())\n";
        let run = run(program, &Options::default());
        assert_eq!((run.ending, run.exit, run.stderr.as_str()), (Ending::Finished, 0, ""));
    }

    #[test]
    fn what_every_lesson_loads_is_compiled_already() {
        first_volume_only();
        let program = "import asyncio, time\nasync def main():\n  async with asyncio.Semaphore(2):\n    \
                       await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))\n    print(time.time())\n\
                       asyncio.run(main())\n";
        assert_eq!(run(program, &Options::default()).stderr, "");
        SHELF.with_borrow(|shelf| {
            for (file, (book, code)) in shelf.volumes.iter().flat_map(|volume| &volume.books) {
                assert!(code.get().is_none() || matches!(book, Book::Compiled(_)), "{file}");
            }
        });
    }

    #[test]
    fn what_last_words_lack_is_asked_for_too() {
        first_volume_only();
        let program = "async def tea(): pass\ntea()\n";
        assert_eq!(run(program, &Options::default()).ending, Ending::Library);
        assert!(provide_library(SECOND.to_owned()));
        let again = run(program, &Options::default());
        assert_eq!((again.ending, again.stderr.contains("never awaited")), (Ending::Finished, true));
    }

    #[test]
    fn what_is_missing_is_asked_for() {
        first_volume_only();
        let program =
            "import time\ntry:\n  import json\nexcept ImportError:\n  print('no')\nprint(json.dumps([2]))\n";
        let first = run(program, &Options::default());
        assert_eq!((first.ending, first.stdout.as_str()), (Ending::Library, ""));
        assert!(!provide_library(FIRST.to_owned()) && !is_complete());
        assert!(provide_library(SECOND.to_owned()) && is_complete());
        let again = run(program, &Options::default());
        assert_eq!((again.ending, again.stdout.as_str()), (Ending::Finished, "[2]\n"));
    }
}
