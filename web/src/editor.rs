//! The binding to the code editor, whose source is `vendor/editor/editor.js`. `boot.js` loads it
//! beside the page.
//!
//! It tells the text a moment after the last change (at once while a number is being
//! moved), and never in the middle of a
//! composition: a half-typed syllable is not yet a program. Places are in the
//! editor's units, those of UTF-16.
//!
//! `unsafe` is allowed for what `#[wasm_bindgen]` writes, and nothing else here.
#![allow(unsafe_code)]

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use interleave_text::Edit;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::places::Places;

/// How long a pause in typing ends a change: one answer for a burst of keys, and
/// still at once to the eye.
const PAUSE_MILLIS: u32 = 40;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Handle;

    // `boot.js` has put it there.
    #[wasm_bindgen(js_name = interleaveEditor)]
    fn create_editor(
        host: &Element,
        text: &str,
        changed: &Closure<dyn FnMut(Handle)>,
        stopped: &Closure<dyn Fn(Vec<u32>)>,
        run: &Closure<dyn Fn()>,
    ) -> Handle;

    #[wasm_bindgen(method)]
    fn text(this: &Handle) -> String;

    #[wasm_bindgen(method)]
    fn composing(this: &Handle) -> bool;

    #[wasm_bindgen(method)]
    fn hurried(this: &Handle) -> bool;

    #[wasm_bindgen(method)]
    fn name(this: &Handle, name: &str, way_out: &str, number: &str);

    #[wasm_bindgen(method, js_name = showTasks)]
    fn show_tasks(
        this: &Handle,
        places: Vec<u32>,
        colours: Vec<u8>,
        states: Vec<String>,
        titles: Vec<String>,
    );

    #[wasm_bindgen(method, js_name = showProblem)]
    fn show_problem(this: &Handle, from: u32, to: u32, title: &str);

    #[wasm_bindgen(method, js_name = showHints)]
    fn show_hints(this: &Handle, from: Vec<u32>, to: Vec<u32>, titles: Vec<String>);

    #[wasm_bindgen(method, js_name = clearProblem)]
    fn clear_problem(this: &Handle);

    #[wasm_bindgen(method)]
    fn reveal(this: &Handle, from: u32, to: u32);

    #[wasm_bindgen(method)]
    fn show(this: &Handle, from: u32);

    #[wasm_bindgen(method)]
    fn replace(this: &Handle, text: &str);

    #[wasm_bindgen(method)]
    fn draft(this: &Handle, text: &str);

    #[wasm_bindgen(method)]
    fn settle(this: &Handle, before: &str, text: &str);

    #[wasm_bindgen(method)]
    fn change(this: &Handle, from: Vec<u32>, to: Vec<u32>, inserts: Vec<String>);

    #[wasm_bindgen(method)]
    fn undo(this: &Handle);

    #[wasm_bindgen(method)]
    fn redo(this: &Handle);

    #[wasm_bindgen(method)]
    fn destroy(this: &Handle);
}

/// What an editor tells.
pub(crate) struct Listeners {
    /// The text, after a change.
    pub(crate) text: Box<dyn Fn(Rc<str>)>,
    /// The lines that have a breakpoint, after a change of them.
    pub(crate) stops: Box<dyn Fn(Vec<u32>)>,
    /// The keys that run the program.
    pub(crate) run: Box<dyn Fn()>,
}

/// Where a task stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TaskSign {
    pub(crate) place: u32,
    pub(crate) colour: u8,
    /// What it does, in the editor's word.
    pub(crate) state: &'static str,
    /// What it does, in a sentence.
    pub(crate) title: String,
}

/// A place with something wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ProblemSign {
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) title: String,
}

/// An editor in the document. Dropping it takes it away.
pub(crate) struct Editor {
    handle: Handle,
    /// The last draft that was shown.
    drafted: RefCell<Rc<str>>,
    // The editor calls these for as long as it lives.
    _changed: Closure<dyn FnMut(Handle)>,
    _stopped: Closure<dyn Fn(Vec<u32>)>,
    _run: Closure<dyn Fn()>,
}

impl Editor {
    /// Put an editor with this text into `host`.
    pub(crate) fn open(host: &Element, text: &str, listeners: Listeners) -> Self {
        let Listeners { text: tell, stops, run } = listeners;
        let tell: Rc<dyn Fn(Rc<str>)> = tell.into();
        let mut pause: Option<Timeout> = None;
        let changed = Closure::new(move |handle: Handle| {
            if handle.hurried() {
                return tell(handle.text().into());
            }
            let tell = Rc::clone(&tell);
            let ended = move || {
                if !handle.composing() {
                    tell(handle.text().into());
                }
            };
            // A further change starts the pause anew.
            if let Some(earlier) = pause.replace(Timeout::new(PAUSE_MILLIS, ended)) {
                earlier.cancel();
            }
        });
        let (stopped, run) = (Closure::new(stops), Closure::new(run));
        let handle = create_editor(host, text, &changed, &stopped, &run);
        Self { handle, drafted: RefCell::new(Rc::default()), _changed: changed, _stopped: stopped, _run: run }
    }

    /// The text as it is now, however lately it changed.
    pub(crate) fn text(&self) -> Rc<str> {
        self.handle.text().into()
    }

    /// Tell screen readers what it is, how to leave it by keyboard, and what a number's slider is.
    pub(crate) fn name(&self, name: &str, way_out: &str, number: &str) {
        self.handle.name(name, way_out, number);
    }

    /// Show where tasks stand, instead of where they stood.
    pub(crate) fn show_tasks(&self, signs: &[TaskSign]) {
        self.handle.show_tasks(
            signs.iter().map(|sign| sign.place).collect(),
            signs.iter().map(|sign| sign.colour).collect(),
            signs.iter().map(|sign| sign.state.to_owned()).collect(),
            signs.iter().map(|sign| sign.title.clone()).collect(),
        );
    }

    /// Show what is wrong, or that nothing is.
    pub(crate) fn show_problem(&self, sign: Option<&ProblemSign>) {
        match sign {
            Some(ProblemSign { from, to, title }) => self.handle.show_problem(*from, *to, title),
            None => self.handle.clear_problem(),
        }
    }

    /// Show what is worth a second thought, instead of what was.
    pub(crate) fn show_hints(&self, signs: &[ProblemSign]) {
        self.handle.show_hints(
            signs.iter().map(|sign| sign.from).collect(),
            signs.iter().map(|sign| sign.to).collect(),
            signs.iter().map(|sign| sign.title.clone()).collect(),
        );
    }

    /// Select a place, bring it into sight, and take the focus.
    pub(crate) fn reveal(&self, (from, to): (u32, u32)) {
        self.handle.reveal(from, to);
    }

    /// Bring a place into sight, without going there.
    pub(crate) fn show(&self, (from, _): (u32, u32)) {
        self.handle.show(from);
    }

    /// Put another text in place of this one. It can be undone.
    pub(crate) fn replace(&self, text: &str) {
        self.handle.replace(text);
    }

    /// Show another text, which the page has; no undo takes it back.
    pub(crate) fn give(&self, text: &str) {
        self.handle.draft(text);
    }

    /// Show another text for now in the place of the one before it or of the last draft. What was typed
    /// meanwhile stays, and the page will hear of it.
    pub(crate) fn draft(&self, before: &str, text: &Rc<str>) {
        if self.shows_draft_of(before) {
            self.handle.draft(text);
            self.drafted.replace(Rc::clone(text));
        }
    }

    /// Make one edit of all drafts since a text.
    pub(crate) fn settle(&self, before: &str, text: &Rc<str>) {
        if self.shows_draft_of(before) {
            self.handle.settle(before, text);
            self.drafted.replace(Rc::clone(text));
        }
    }

    fn shows_draft_of(&self, before: &str) -> bool {
        let shown = self.handle.text();
        shown == before || *shown == **self.drafted.borrow()
    }

    /// Change the text that it has; one undo takes all of it back. No change for places that are not in it.
    pub(crate) fn change(&self, edit: &Edit) {
        let text = self.text();
        let places = Places::new(&text, &text);
        let ends: Option<Vec<(u32, u32)>> =
            edit.replacements().iter().map(|replacement| places.in_editor(replacement.span)).collect();
        let inserts = edit.replacements().iter().map(|replacement| replacement.text.clone()).collect();
        if let Some(ends) = ends {
            let (from, to) = ends.into_iter().unzip();
            self.handle.change(from, to, inserts);
        }
    }

    /// Take back the latest edit.
    pub(crate) fn undo(&self) {
        self.handle.undo();
    }

    /// Make once more what was taken back.
    pub(crate) fn redo(&self) {
        self.handle.redo();
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.handle.destroy();
    }
}
