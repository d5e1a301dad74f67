//! What is written into a volume is read from it.

use interleave_syntax::{Limits, parse};

use super::{Binder, Book, Heading, Pages, Volume, character_of, number_of, with_sign, without_sign};
use crate::code::Draft;
use crate::compile::tests::listing::listing;
use crate::compile::{Options, compile};

fn compiled(text: &str) -> Draft {
    let module = parse(text, Limits::default()).expect("it parses");
    compile(&module, text, Options::default()).expect("it compiles")
}

/// The text that is kept, and the code.
fn bound_and_read(text: &str) -> (String, Draft) {
    let mut binder = Binder::default();
    binder.add_code("other.py", "pass\n", compiled("pass\n"));
    binder.add_text("text.py", "x = 1\n");
    binder.add_code("tea.py", text, compiled(text));
    let volume = binder.bind();
    let volume = Volume::open(&volume).expect("it is a volume");
    let [_, ("text.py", Book::Text("x = 1\n")), ("tea.py", Book::Compiled(pages))] = &volume.books[..] else {
        panic!("{:?}", volume.books)
    };
    let opened = pages.open(&volume).expect("it is all there");
    (opened.text.to_owned(), whole(opened.code, &volume).expect("it is all there"))
}

/// With its body, and those of the code inside.
fn whole(code: Heading<'_, Volume<'_>>, volume: &Volume<'_>) -> Option<Draft> {
    let body = code.body.read(volume)?;
    Some(Draft {
        name: code.name,
        naming: code.naming,
        kind: code.kind,
        parameters: code.parameters,
        locals: code.locals,
        free: code.free,
        captures: code.captures,
        registers: code.registers,
        instructions: body.instructions,
        spans: body.spans,
        anchors: body.anchors,
        handlers: body.handlers,
        constants: body.constants,
        sites: body.sites,
        children: body.children.into_iter().map(|child| whole(child, volume)).collect::<Option<_>>()?,
        name_lists: body.name_lists,
        first_line: code.first_line,
        doc: code.doc.map(Into::into),
    })
}

/// Without the names that nothing asks for.
fn bare(mut code: Draft) -> Draft {
    for name in code.locals.iter_mut().skip(code.parameters.count()) {
        *name = Box::default();
    }
    code.children = code.children.into_iter().map(bare).collect();
    code
}

const PROGRAM: &str = r#"
import asyncio as a, os.path
from typing import *
class Tea[T](Base, metaclass=Meta):
    cups: int = 2
    def __init__(self, a, /, b, *rest, c=3.5, **named) -> None:
        super().__init__(a, *rest, **named)
        global pot
        def pot(): return __class__, a
    async def brew(self):
        async with self as x, y:
            async for z in x: await z
        try: yield 1, -2, 3j, 12345678901234567890, b"\x00\xff", "\u00e9\n", ..., None, True
        except* (A, B) as e: raise E from e
        finally: del x, self.y, z[1:2:3]
match pot:
    case {"a": [1, *rest], **more} if f"{rest!r:>{more}}": pass
    case Tea(cups=2) | None: x = [i for i in y if i in {1, 2}] or not (lambda: (yield))
while x < y: x += 1; assert x is not y, -x @ y
"#;

#[test]
fn code_comes_back_as_it_was() {
    let (text, code) = bound_and_read(PROGRAM);
    assert_eq!(text, "\n");
    assert_eq!(listing(&code), listing(&bare(compiled(PROGRAM))));
    let heads = |code: &Draft| {
        code.children
            .iter()
            .map(|inner| (inner.parameters, inner.naming, inner.name_lists.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(heads(&code), heads(&compiled(PROGRAM)));
}

#[test]
fn what_tracebacks_show_is_kept_with_its_places() {
    let text = "x = 1\ndef brew():  #@ 7\n    y = 2\n    raise Cold(  #@ 12+\n        'tea')\n";
    let (kept, code) = bound_and_read(text);
    assert_eq!(kept, "\ndef brew():  #@ 7\n    raise Cold(  #@ 12+\n        'tea')\n");
    let brew = code.children.first().expect("there is a function");
    assert_eq!((code.first_line, brew.first_line), (1, 2));
    let mut shown: Vec<&str> = brew.spans.iter().filter_map(|span| span.of(&kept)).collect();
    shown.dedup();
    assert_eq!(
        shown,
        ["", "Cold", "'tea'", "Cold(  #@ 12+\n        'tea')", "raise Cold(  #@ 12+\n        'tea')"]
    );
    let anchors: Vec<_> = brew.anchors.iter().filter_map(|(_, anchor)| anchor.of(&kept)).collect();
    assert_eq!(anchors, ["(  #@ 12+\n        'tea')"]);
}

#[test]
fn numbers_are_characters_and_back() {
    for number in [0, 1, 127, 128, 0xd7ff, 0xd800, 0xffff, 0x1_0000, 0x10_f7ff] {
        assert_eq!(character_of(number).map(number_of), Some(number));
    }
    assert_eq!(character_of(0x10_f800), None);
    for number in [0, -1, 1, 200, i32::MIN, i32::MAX] {
        assert_eq!(with_sign(without_sign(number)), number);
    }
}

#[test]
fn what_is_no_volume_gives_nothing() {
    assert!(Volume::open("").is_none());
    let mut binder = Binder::default();
    binder.add_code("tea.py", PROGRAM, compiled(PROGRAM));
    let whole = binder.bind();
    for (end, _) in whole.char_indices() {
        assert!(Volume::open(&whole[..end]).is_none(), "{end}");
    }
    let volume = Volume::open(&whole).expect("it is a volume");
    let (_, Book::Compiled(pages)) = volume.books[0] else { panic!("it is compiled") };
    for (end, _) in pages.0.char_indices() {
        assert!(Pages(&pages.0[..end]).open(&volume).is_none(), "{end}");
    }
    let opened = pages.open(&volume).expect("it is all there");
    for (end, _) in opened.code.body.pages.char_indices() {
        let mut torn = opened.code.body;
        torn.pages = &torn.pages[..end];
        assert!(torn.read(&volume).is_none(), "{end}");
    }
}
