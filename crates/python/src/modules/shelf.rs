//! The texts of the library that is written in Python, and what our compiler has made of them.
//! Where programs are downloaded, the second volume comes when a run asks for it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use interleave_library::{FIRST, SECOND, is_second, texts};

use crate::code::{Code, Source};
use crate::value::intern;

/// A text. It is the same in every run, and compiled once.
struct Book {
    text: &'static str,
    code: Option<Rc<Code>>,
}

struct Shelf {
    /// By their files.
    books: BTreeMap<&'static str, Book>,
    is_complete: bool,
}

thread_local! {
    static SHELF: RefCell<Shelf> = RefCell::new(Shelf::new());
}

impl Shelf {
    fn new() -> Self {
        let mut shelf = Self { books: BTreeMap::new(), is_complete: false };
        shelf.add(FIRST);
        if cfg!(not(target_family = "wasm")) {
            shelf.complete(SECOND);
        }
        shelf
    }

    fn add(&mut self, volume: &'static str) {
        self.books.extend(texts(volume).map(|(file, text)| (file, Book { text, code: None })));
    }

    fn complete(&mut self, volume: &'static str) {
        self.add(volume);
        self.is_complete = true;
    }
}

/// Gives the engine the library's second volume, once for all runs, where it does not have it from
/// the beginning. A run that needs it ends with [`Ending::Library`](crate::Ending::Library). Whether
/// the text was that volume.
pub fn provide_library(volume: String) -> bool {
    let fits = is_second(&volume);
    SHELF.with_borrow_mut(|shelf| {
        if fits && !shelf.is_complete {
            // Like what is part of the engine, it stays for good.
            shelf.complete(volume.leak());
        }
    });
    fits
}

/// Nothing of the library is missing.
pub(crate) fn is_complete() -> bool {
    SHELF.with_borrow(|shelf| shelf.is_complete)
}

/// It is a module with modules inside.
pub(crate) fn is_package(name: &str) -> bool {
    let file = package(name);
    SHELF.with_borrow(|shelf| shelf.books.contains_key(file.as_str()))
}

fn package(name: &str) -> String {
    name.replace('.', "/") + "/__init__.py"
}

/// The code of a module written in Python.
pub(crate) fn code(name: &str) -> Option<Rc<Code>> {
    SHELF.with_borrow_mut(|shelf| {
        let mut file = name.replace('.', "/") + ".py";
        if !shelf.books.contains_key(file.as_str()) {
            file = package(name);
        }
        let book = shelf.books.get_mut(file.as_str())?;
        if book.code.is_none() {
            book.code = Some(compiled(&file, book.text));
        }
        book.code.clone()
    })
}

fn compiled(file: &str, text: &str) -> Rc<Code> {
    let tree = match interleave_syntax::parse(text, interleave_syntax::Limits::default()) {
        Ok(tree) => tree,
        Err(error) => unreachable!("{}", interleave_syntax::render(&error, file)),
    };
    let filename = intern(&format!("/usr/lib/python3.13/{file}"));
    let source = Rc::new(Source::new(filename, text.into(), true));
    let options = crate::compile::Options { hidden: true, ..Default::default() };
    match crate::compile::compile(&tree, source, options) {
        Ok(code) => code,
        Err(error) => unreachable!("{}", interleave_syntax::render(&error, file)),
    }
}

#[cfg(test)]
mod tests {
    use super::{FIRST, SECOND, SHELF, Shelf, code, is_complete, is_package, provide_library, texts};
    use crate::{Ending, Options, run};

    /// As where the engine has been downloaded, and nothing else.
    fn first_volume_only() {
        SHELF.with_borrow_mut(|shelf| {
            *shelf = Shelf { books: Default::default(), is_complete: false };
            shelf.add(FIRST);
        });
    }

    #[test]
    fn every_text_is_found_and_compiles() {
        for (file, _) in texts(FIRST).chain(texts(SECOND)) {
            let name = file.trim_end_matches(".py").trim_end_matches("/__init__").replace('/', ".");
            assert!(code(&name).is_some(), "{file}");
            assert_eq!(is_package(&name), file.ends_with("__init__.py"), "{file}");
        }
        assert!(code("nothing").is_none());
    }

    #[test]
    fn a_lesson_needs_the_first_volume_only() {
        first_volume_only();
        let program = "import asyncio, time, random\nasync def main():\n  async with asyncio.TaskGroup() as group:\n    \
                       group.create_task(asyncio.to_thread(time.sleep, random.random()))\nasyncio.run(main())\n";
        let run = run(program, &Options::default());
        assert_eq!((run.ending, run.exit, run.stderr.as_str()), (Ending::Finished, 0, ""));
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
