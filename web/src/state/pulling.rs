//! A delay that the reader pulls at: what it can be changed by, how long it is to become, and what the editor is
//! to show of that. The run follows in every frame; letting go makes one edit of it all.

use std::rc::Rc;

use interleave_edits::drag::Lock;
use interleave_text::Span;
use interleave_views::sight::{Grasp, Pull};

use super::State;
use super::looking::Seen;
use super::running::{Finished, Purpose};
use crate::engine::protocol::{Choice, Grip, Request, RequestId};
use crate::held::Held;

/// The shortest that a delay is pulled to: one of no length has no end to pull at again.
const SHORTEST_NS: i64 = 1_000_000;

/// The length of a second.
pub(crate) const SECOND: i64 = 1_000_000_000;

/// A change by keyboard or button: by the last digit of the literal, or finely by a tenth of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Nudge {
    pub(crate) longer: bool,
    pub(crate) finely: bool,
}

/// Pulls at delays.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Pulling {
    pub(crate) hold: Option<Hold>,
    asked: Option<(RequestId, Rc<Request>)>,
    /// What the editor is to show of it.
    pub(crate) shown: Option<Held<Shown>>,
}

/// A delay that the reader points at, or pulls at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hold {
    /// The run in which it is, with its text.
    picture: Rc<Finished>,
    pub(crate) handle: Handle,
    /// How long it is to become.
    pub(crate) wanted_ns: Option<i64>,
    /// How long it has last been made.
    done_ns: Option<i64>,
    /// How long it is said to be, while no run is long in coming.
    told_ns: Option<i64>,
    lasts: bool,
    /// The text as it is now, and as it was when the hand last let go.
    text: Rc<str>,
    settled: Rc<str>,
    /// Why it did not become as long as wanted.
    pub(crate) refused: Option<Lock>,
    /// A hand is at it.
    pub(crate) in_hand: bool,
    /// The run that comes of the last pull, until it is over.
    awaited: Option<RequestId>,
    /// A change that waits for the worker to tell of the literals.
    nudge: Option<Nudge>,
}

/// Of a hold, what stays the same from frame to frame while a hand pulls.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Handle {
    pub(crate) pull: Pull,
    /// What it can be changed by; nothing until the worker has told.
    found: Option<Rc<Found>>,
    /// Which of the literals is changed.
    pub(crate) chosen: usize,
    /// It has been pulled at, not only pointed at.
    pub(crate) is_pulled: bool,
}

/// What the worker told.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// The worker's name for the hold.
    id: RequestId,
    pub(crate) grip: Result<Grip, Lock>,
}

/// What the editor is to show.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shown {
    /// Another text for now, in the place of what it had before or of the last draft.
    Draft { before: Rc<str>, text: Rc<str> },
    /// All drafts since then were one edit.
    Settled { before: Rc<str>, text: Rc<str> },
}

impl Handle {
    /// Those literals, or why there are none.
    pub(crate) fn choices(&self) -> Option<Result<&[Choice], Lock>> {
        let found = self.found.as_ref()?;
        Some(found.grip.as_ref().map(|grip| &*grip.choices).map_err(|lock| *lock))
    }

    pub(crate) fn choice(&self) -> Option<&Choice> {
        self.choices()?.ok()?.get(self.chosen)
    }

    fn length_ns(&self) -> i64 {
        self.pull.due_ns - self.pull.from_ns
    }
}

impl Hold {
    /// How long it is, or is to become.
    fn length_ns(&self) -> i64 {
        self.wanted_ns.unwrap_or(self.handle.length_ns())
    }

    /// How long it is said to be. That changes together with the run, or when the run is long in coming: what shows
    /// for less than a frame would cost the frame.
    pub(crate) fn told_ns(&self) -> i64 {
        let told = if self.lasts { self.wanted_ns } else { self.told_ns };
        told.unwrap_or(self.handle.length_ns())
    }

    /// The literal as it stands in the text now.
    pub(crate) fn literal_now(&self) -> Option<&str> {
        let literal = self.handle.choice()?.literal;
        let behind = self.picture.text.len().checked_sub(literal.end as usize)?;
        let written = self.text.get(literal.start as usize..self.text.len().checked_sub(behind)?)?;
        // Where a setting was said first, its name stands there, too.
        let number = written.rsplit('=').next()?.trim_end();
        (!number.is_empty()).then_some(number)
    }

    /// Whether the run that is seen came of it, and took another way, on which the delay is not as long as asked.
    pub(crate) fn went_elsewhere(&self, seen: &Seen) -> bool {
        let is_seen = seen.picture.text == self.text && seen.wish.grasp.is_some() && self.awaited.is_none();
        let length = seen.pulled.map(|(_, length)| length);
        is_seen && self.refused.is_none() && self.wanted_ns == self.done_ns && self.wanted_ns != length
    }

    /// What was wanted last is not yet seen, or may change again.
    fn is_busy(&self) -> bool {
        self.in_hand || self.awaited.is_some() || self.wanted_ns != self.done_ns || self.text != self.settled
    }
}

impl Pulling {
    /// What the worker is asked, if it is asked something.
    pub(crate) fn request(&self) -> Option<Rc<Request>> {
        self.asked.as_ref().map(|(_, request)| Rc::clone(request))
    }

    /// What finds the delay that is pulled at in the runs that follow.
    pub(super) fn grasp(&self) -> Option<Grasp> {
        let handle = self.hold.as_ref().map(|hold| &hold.handle).filter(|handle| handle.is_pulled)?;
        handle.found.as_ref()?.grip.as_ref().ok()?.grasp
    }

    /// Is a hand at a delay?
    pub(crate) fn is_in_hand(&self) -> bool {
        self.hold.as_ref().is_some_and(|hold| hold.in_hand && hold.handle.is_pulled)
    }

    /// The reader points at a delay of this picture, or at none.
    pub(super) fn point(&mut self, picture: Option<&Rc<Finished>>, pull: Option<Pull>) {
        if self.hold.as_ref().is_some_and(Hold::is_busy) {
            return;
        }
        // It stays the same delay in the runs that come of pulling at it.
        if pull.is_some() && self.hold.as_ref().map(|hold| hold.handle.pull) == pull {
            return;
        }
        self.asked = None;
        self.hold = pull.zip(picture).map(|(pull, picture)| Hold {
            picture: Rc::clone(picture),
            handle: Handle { pull, found: None, chosen: 0, is_pulled: false },
            wanted_ns: None,
            done_ns: None,
            told_ns: None,
            lasts: false,
            text: Rc::clone(&picture.text),
            settled: Rc::clone(&picture.text),
            refused: None,
            in_hand: false,
            awaited: None,
            nudge: None,
        });
    }

    /// The hand at the delay wants it to become so long. A hand that trembles pulls at nothing.
    pub(super) fn pull(&mut self, length_ns: i64) {
        if let Some(hold) = self.hold.as_mut().filter(|hold| hold.length_ns() != length_ns) {
            hold.in_hand = true;
            hold.wants(length_ns);
        }
    }

    /// The delay is to become a notch longer or shorter.
    pub(super) fn nudge(&mut self, nudge: Nudge) {
        if let Some(hold) = &mut self.hold {
            hold.nudged(nudge);
        }
    }

    /// Another of the literals is to be changed, from now on.
    pub(super) fn choose(&mut self, choice: usize) {
        if let Some(hold) = &mut self.hold {
            hold.handle.chosen = choice;
        }
    }

    pub(super) fn let_go(&mut self) {
        if let Some(hold) = &mut self.hold {
            hold.in_hand = false;
        }
    }

    /// What the hand did is to be forgotten; the text as it was, if something was done.
    pub(super) fn give_back(&mut self) -> Option<Rc<str>> {
        let hold = self.hold.take_if(|hold| hold.is_busy())?;
        self.asked = None;
        let before = hold.settled;
        if hold.text != before {
            let text = Rc::clone(&before);
            self.shown = Some(Shown::Draft { before: Rc::clone(&before), text }.into());
        }
        Some(before)
    }

    /// The text is another one now, or the run is gone.
    pub(super) fn drop_hold(&mut self) {
        (self.hold, self.asked) = (None, None);
    }

    /// Ask by what the delay can be changed; then answer with the pull to run, if the one before has been seen.
    pub(super) fn proceed(&mut self, ready: bool, id: impl FnOnce() -> RequestId) -> Option<Wanted> {
        let hold = self.hold.as_mut()?;
        let Some(found) = hold.handle.found.clone() else {
            if self.asked.is_none() {
                let (id, run, delay) = (id(), hold.picture.run, hold.handle.pull.delay);
                self.asked = Some((id, Request::Grip { id, run, delay }.into()));
            }
            return None;
        };
        let wanted = hold.wanted_ns.filter(|_| ready && hold.wanted_ns != hold.done_ns);
        if let (Some(length_ns), Some(choice)) = (wanted, hold.handle.choice()) {
            let wanted = Wanted { id: id(), grip: found.id, literal: choice.literal, length_ns };
            (hold.done_ns, hold.awaited) = (Some(length_ns), Some(wanted.id));
            return Some(wanted);
        }
        if ready && !hold.in_hand && hold.text != hold.settled {
            let before = std::mem::replace(&mut hold.settled, Rc::clone(&hold.text));
            self.shown = Some(Shown::Settled { before, text: Rc::clone(&hold.text) }.into());
        }
        None
    }

    pub(super) fn hear_grip(&mut self, id: RequestId, grip: Result<Grip, Lock>) {
        if self.asked.take_if(|(asked, _)| *asked == id).is_some()
            && let Some(hold) = &mut self.hold
        {
            if grip.is_err() {
                (hold.wanted_ns, hold.handle.is_pulled) = (None, false);
            }
            hold.handle.found = Some(Found { id, grip }.into());
            if let Some(nudge) = hold.nudge.take() {
                hold.nudged(nudge);
            }
        }
    }

    /// A pull has changed the text.
    pub(super) fn hear_pull(&mut self, id: RequestId, text: &Rc<str>) {
        if let Some(hold) = self.awaiting(id) {
            (hold.text, hold.refused) = (Rc::clone(text), None);
            let before = Rc::clone(&hold.settled);
            self.shown = Some(Shown::Draft { before, text: Rc::clone(text) }.into());
        }
    }

    /// It could not.
    pub(super) fn hear_lock(&mut self, id: RequestId, lock: Lock) {
        if let Some(hold) = self.awaiting(id) {
            hold.refused = Some(lock);
        }
    }

    /// The hold that waits for this run, which is over.
    fn awaiting(&mut self, id: RequestId) -> Option<&mut Hold> {
        let hold = self.hold.as_mut().filter(|hold| hold.awaited == Some(id))?;
        (hold.awaited, hold.told_ns, hold.lasts) = (None, hold.done_ns, false);
        Some(hold)
    }

    /// Another run begins, in the place of what came of a pull.
    pub(super) fn miss(&mut self) {
        if let Some(hold) = &mut self.hold {
            (hold.awaited, hold.lasts) = (None, false);
        }
    }

    /// This run takes long.
    pub(super) fn last(&mut self, id: RequestId) {
        if let Some(hold) = self.hold.as_mut().filter(|hold| hold.awaited == Some(id)) {
            hold.lasts = true;
        }
    }

    pub(super) fn hear_gone(&mut self, id: RequestId) {
        if self.asked.take_if(|(asked, _)| *asked == id).is_some() || self.awaiting(id).is_some() {
            self.hold = None;
        }
    }
}

impl State {
    /// The run that a pull asked for is over, and was of another text.
    pub(super) fn hear_pull(&mut self, id: RequestId, text: Rc<str>) {
        if self.running.learn_text(id, &text) {
            self.pulling.hear_pull(id, &text);
            (self.text, self.player.playing) = (text, false);
        }
    }

    /// What the hand did is forgotten.
    pub(super) fn give_back(&mut self) {
        let Some(text) = self.pulling.give_back() else { return };
        // A pull may be under way of which nothing has been heard.
        if self.text == text && self.running.under_way.is_some() {
            self.begin(text, Purpose::Typed);
        } else {
            self.edit(text);
        }
    }
}

/// What the last digit of a literal counts, in nanoseconds.
pub(crate) fn last_digit(literal: &str) -> i64 {
    let is_number = literal.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.');
    let decimals = literal.split_once('.').map_or(0, |(_, decimals)| decimals.len().min(9));
    let decimals = if is_number { decimals } else { 1 };
    (0..decimals).fold(SECOND, |step, _| step / 10)
}

impl Hold {
    fn nudged(&mut self, nudge: Nudge) {
        let Some(choice) = self.handle.choice() else {
            self.nudge = Some(nudge);
            return;
        };
        let step = last_digit(self.literal_now().unwrap_or(&choice.text));
        let by = if nudge.finely { (step / 10).max(1) } else { step };
        let length = self.length_ns();
        // On the way to nothing a finer step is taken.
        let shorter = if length > by { length - by } else { length - (length / 2).min(by / 10) };
        self.wants(if nudge.longer { length.saturating_add(by) } else { shorter });
    }

    fn wants(&mut self, length_ns: i64) {
        if !matches!(self.handle.choices(), Some(Err(_))) {
            (self.wanted_ns, self.handle.is_pulled) = (Some(length_ns.max(SHORTEST_NS)), true);
        }
    }
}

/// A pull that is to be run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// Of the run.
    pub(super) id: RequestId,
    pub(super) grip: RequestId,
    pub(super) literal: Span,
    pub(super) length_ns: i64,
}
