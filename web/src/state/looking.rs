//! What the screen wants to show of a run, what it shows, and the one question
//! about it that may be on its way to the worker.
//!
//! While an answer is awaited wishes gather, and the newest is asked next; steps
//! of the cursor are the exception, since each counts.

use std::collections::VecDeque;
use std::rc::Rc;

use interleave_text::{Language, Span};
use interleave_views::layout;
use interleave_views::sight::{
    Aim, Anchor, Axis, DelayId, Frame, Graph, Grasp, Identity, Lane, Look, LoopState, Mark, Moment, Overview,
    Position, Question, Selected, Sight, Why,
};

use super::Panels;
use super::running::Finished;
use crate::components::{LogRows, Picture};
use crate::engine::protocol::{Foresight, Request, RequestId};
use crate::held::Held;
use crate::places::Places;

/// Steps of the cursor that may wait: more than a reader strikes ahead.
const STEPS_AHEAD: usize = 64;

/// Looks at the run that is to be seen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Looking {
    pub(crate) wish: Wish,
    /// Is the whole run to be in the timeline's frame, also after an edit?
    whole: bool,
    /// Where the cursor is to go, one after the other.
    aims: VecDeque<Aim>,
    asked: Option<Asked>,
    /// What is asked together with the run under way.
    ahead: Option<Ahead>,
    /// What is on the screen.
    pub(crate) seen: Option<Rc<Seen>>,
    /// The run that the worker said it does not have.
    gone: Option<RequestId>,
}

/// What the screen wants to show, apart from the cursor.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wish {
    pub(crate) language: Language,
    /// Rows of the log: the first, and how many.
    pub(crate) rows: (u32, u32),
    pub(crate) frame: Frame,
    pub(crate) stops: Rc<[u32]>,
    pub(crate) panels: Panels,
    pub(crate) question: Option<Question>,
    pub(crate) selected: Option<Selected>,
    /// The delay that is pulled at.
    pub(crate) grasp: Option<Grasp>,
}

#[derive(Clone, Debug, PartialEq)]
struct Asked {
    id: RequestId,
    run: RequestId,
    wish: Wish,
    request: Rc<Request>,
}

#[derive(Clone, Debug, PartialEq)]
struct Ahead {
    run: RequestId,
    wish: Wish,
    foresight: Foresight,
}

/// What was seen, and what had been wished for then.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Seen {
    pub(crate) picture: Rc<Finished>,
    pub(crate) wish: Wish,
    pub(crate) position: Position,
    pub(crate) marks: Held<Vec<Mark>>,
    pub(crate) log: Held<LogRows>,
    pub(crate) timeline: Option<Held<Picture>>,
    pub(crate) loop_state: Option<Held<LoopState>>,
    pub(crate) graph: Option<Held<Graph>>,
    pub(crate) why: Option<Held<Why>>,
    /// What holds the question in the text.
    anchor: Option<Anchor>,
    selected: Option<(Lane, Identity)>,
    /// The delay that is pulled at, and how long it is.
    pub(crate) pulled: Option<(DelayId, i64)>,
}

impl Wish {
    /// What the worker is to be asked for it, where all that had been wished for has been seen.
    fn look(&self, cursor: Aim, seen: Option<&Self>) -> Look {
        let same = |part: fn(&Self, &Self) -> bool| seen.is_some_and(|seen| part(seen, self));
        let log = !same(|one, other| one.language == other.language && one.rows == other.rows);
        let question = !same(|one, other| one.language == other.language && one.question == other.question);
        let selected = !same(|one, other| one.selected == other.selected);
        // The question's arrows are in the timeline.
        let timeline = question || !same(|one, other| one.frame == other.frame);
        Look {
            language: self.language,
            cursor,
            log: log.then_some(self.rows),
            frame: self.frame,
            timeline,
            stops: self.stops.to_vec(),
            loop_state: self.panels.loop_state,
            graph: self.panels.graph,
            question: self.question.filter(|_| timeline),
            selected: self.selected.filter(|_| selected),
            grasp: self.grasp,
        }
    }
}

impl Seen {
    pub(crate) fn is_at_end(&self) -> bool {
        self.position.moment >= self.picture.overview.end
    }

    /// Along what one goes through the run: where no time goes by, along its steps.
    pub(crate) fn axis(&self) -> Axis {
        match layout::axis(&self.picture.overview) {
            Axis::Time => self.wish.frame.axis,
            Axis::Steps => Axis::Steps,
        }
    }

    /// Where the run ends along that.
    pub(crate) fn end(&self) -> i64 {
        match self.axis() {
            Axis::Time => self.picture.overview.end_ns,
            Axis::Steps => i64::from(self.picture.overview.end.0),
        }
    }

    /// Where the cursor is along that, at this virtual time.
    pub(crate) fn place(&self, now_ns: i64) -> i64 {
        match self.axis() {
            Axis::Time => now_ns,
            Axis::Steps => i64::from(self.position.moment.0),
        }
    }
}

impl Looking {
    pub(super) fn new(language: Language) -> Self {
        let wish = Wish {
            language,
            rows: (0, 64),
            // Until the screen tells how wide it is.
            frame: Frame { axis: Axis::Time, from: 0, to: 1, width: 640.0, first_row: 0, rows: 24 },
            stops: Rc::default(),
            panels: Panels::default(),
            question: None,
            selected: None,
            grasp: None,
        };
        Self { wish, whole: true, aims: VecDeque::new(), asked: None, ahead: None, seen: None, gone: None }
    }

    /// What the worker is asked, if it is asked something.
    pub(crate) fn request(&self) -> Option<Rc<Request>> {
        self.asked.as_ref().map(|asked| Rc::clone(&asked.request))
    }

    /// The look that is awaited.
    pub(crate) fn awaits(&self) -> Option<RequestId> {
        self.asked.as_ref().map(|asked| asked.id)
    }

    /// Whether nothing is awaited.
    pub(super) fn is_idle(&self) -> bool {
        self.asked.is_none() && self.aims.is_empty()
    }

    /// Let the cursor go there. A step is taken from where earlier ones lead.
    pub(super) fn aim(&mut self, aim: Aim) {
        match aim {
            Aim::At(_) | Aim::Along(..) | Aim::Noted { .. } | Aim::Play { .. } => self.aims.clear(),
            Aim::Step { .. } if self.aims.len() >= STEPS_AHEAD => return,
            Aim::Step { .. } => {}
        }
        self.aims.push_back(aim);
    }

    pub(super) fn show_frame(&mut self, frame: Frame) {
        self.wish.frame = frame;
        self.whole = self.seen.as_ref().is_none_or(|seen| {
            let (from, to) = layout::extent(frame.axis, &seen.picture.overview);
            frame.from <= from && frame.to >= to
        });
    }

    /// Another run is to be seen. The cursor stays at the end, if it was there, or else at its time;
    /// the frame stays where it is under a hand that pulls at a delay.
    pub(super) fn turn_to(&mut self, picture: &Finished, to_the_end: bool, pulled: bool) {
        self.aim(within(self.next_aim(&picture.text, to_the_end), &picture.overview));
        self.wish = self.next_wish(&picture.text);
        if self.whole && !pulled {
            let (from, to) = layout::extent(self.wish.frame.axis, &picture.overview);
            self.wish.frame = Frame { from, to, ..self.wish.frame };
        }
    }

    /// Where the cursor will be in a run of this program.
    fn next_aim(&self, text: &Rc<str>, to_the_end: bool) -> Aim {
        match &self.seen {
            Some(seen) if *text == seen.picture.text && !to_the_end => {
                // Where the reader wanted to go while it was not there.
                self.aims.back().copied().unwrap_or(Aim::At(seen.position.moment))
            }
            Some(seen) if !to_the_end && !seen.is_at_end() => Aim::Along(Axis::Time, seen.position.ns),
            _ => Aim::At(Moment(u32::MAX)),
        }
    }

    /// What will be wished for of it.
    fn next_wish(&self, text: &Rc<str>) -> Wish {
        let mut wish = self.wish.clone();
        if let Some(seen) = &self.seen {
            if seen.picture.text != *text {
                wish.question = self.carried(seen, text);
            }
            if let (Some(Selected::Lane(lane)), Some((other, identity))) = (wish.selected, seen.selected)
                && lane == other
            {
                wish.selected = Some(Selected::Identity(identity));
            }
        }
        wish
    }

    /// Say together with a run what will be wished for of it; `text`, if that is known.
    pub(super) fn foresee(
        &mut self,
        run: RequestId,
        text: Option<&Rc<str>>,
        to_the_end: bool,
        pulled: bool,
    ) -> Option<Box<Foresight>> {
        self.ahead = None;
        // Whether a question can stay is known when the text is.
        if text.is_none() && self.wish.question.is_some() {
            return None;
        }
        let text = text.cloned().unwrap_or_default();
        let wish = self.next_wish(&text);
        let look = wish.look(self.next_aim(&text, to_the_end), None);
        let foresight = Foresight { look, whole: self.whole && !pulled };
        self.ahead = Some(Ahead { run, wish, foresight: foresight.clone() });
        Some(foresight.into())
    }

    /// What was foreseen has come with the run; who is selected, if that has changed.
    pub(super) fn hear_foreseen(&mut self, picture: &Rc<Finished>, sight: Sight) -> Option<Option<Lane>> {
        let Ahead { run, mut wish, foresight } = self.ahead.take_if(|ahead| ahead.run == picture.run)?;
        let look = foresight.look(&picture.overview);
        wish.frame = look.frame;
        if self.aims == [within(look.cursor, &picture.overview)] {
            self.aims.clear();
        }
        self.asked = Some(Asked { id: run, run, wish, request: Request::Look { id: run, run, look }.into() });
        self.hear(run, sight, Some(picture))
    }

    /// The question that is open, for another program, as long as what it is about still stands there.
    fn carried(&self, seen: &Seen, text: &Rc<str>) -> Option<Question> {
        let question = self.wish.question?;
        let same = seen.wish.question == Some(question) || matches!(question, Question::Again(_));
        let anchor = seen.anchor.filter(|_| same)?;
        let places = Places::new(&seen.picture.text, text);
        let first = seen.why.as_ref()?.links.first()?;
        places.carry(first.span)?;
        let place =
            if anchor.place == Span::default() { anchor.place } else { places.carry(anchor.place)? };
        Some(Question::Again(Anchor { place, ..anchor }))
    }

    /// Ask what is to be asked next, if there is something.
    pub(super) fn proceed(&mut self, picture: &Finished, id: impl FnOnce() -> RequestId) {
        let run = picture.run;
        if self.asked.is_some() || self.gone == Some(run) {
            return;
        }
        let seen = self.seen.as_deref().filter(|seen| seen.picture.run == run);
        if self.aims.is_empty() && seen.is_some_and(|seen| seen.wish == self.wish) {
            return;
        }
        let at = seen.map_or(Moment::default(), |seen| seen.position.moment);
        let cursor = match self.aims.pop_front() {
            None => Aim::At(at),
            Some(Aim::Step { pace, forward, .. }) => Aim::Step { from: at, pace, forward },
            Some(aim) => aim,
        };
        let (id, wish) = (id(), self.wish.clone());
        let look = wish.look(cursor, seen.map(|seen| &seen.wish));
        self.asked = Some(Asked { id, run, wish, request: Request::Look { id, run, look }.into() });
    }

    /// An answer has come; who is selected, if that has changed.
    pub(super) fn hear(
        &mut self,
        id: RequestId,
        sight: Sight,
        picture: Option<&Rc<Finished>>,
    ) -> Option<Option<Lane>> {
        let asked = self.asked.take_if(|asked| asked.id == id)?;
        let picture = picture.filter(|picture| picture.run == asked.run)?;
        let Request::Look { look, .. } = &*asked.request else { return None };
        let (selected, question) = (look.selected, look.question);
        let before = self.seen.take().filter(|seen| seen.picture.run == asked.run);
        let kept = before.as_deref();
        let Asked { wish, .. } = asked;
        let log = sight.log.map(|rows| LogRows { first: wish.rows.0, rows });
        let timeline = sight.timeline.map(|timeline| Picture { frame: wish.frame, timeline });
        let why = latest(sight.why, kept.and_then(|seen| seen.why.as_ref()));
        self.seen = Some(Rc::new(Seen {
            picture: Rc::clone(picture),
            position: sight.position,
            marks: sight.marks.into(),
            log: latest(log, kept.map(|seen| &seen.log)).unwrap_or_default(),
            timeline: latest(timeline, kept.and_then(|seen| seen.timeline.as_ref())),
            loop_state: sight.loop_state.map(Held::from),
            graph: sight.graph.map(Held::from),
            why: why.filter(|_| wish.question.is_some()),
            anchor: if question.is_some() { sight.anchor } else { kept.and_then(|seen| seen.anchor) },
            selected: if selected.is_some() { sight.selected } else { kept.and_then(|seen| seen.selected) },
            pulled: sight.pulled,
            wish,
        }));
        matches!(selected, Some(Selected::Identity(_))).then(|| sight.selected.map(|(lane, _)| lane))
    }

    /// The worker does not have the run that it was asked about.
    pub(super) fn hear_gone(&mut self, id: RequestId) {
        if let Some(asked) = self.asked.take_if(|asked| asked.id == id) {
            self.gone = Some(asked.run);
        }
    }

    /// The worker is another one, which does not have the run. What is wished for waits.
    pub(super) fn give_up(&mut self, run: Option<RequestId>) {
        self.asked = None;
        self.gone = run;
    }
}

/// No moment is behind the last.
pub(super) fn within(aim: Aim, overview: &Overview) -> Aim {
    match aim {
        Aim::At(moment) => Aim::At(moment.min(overview.end)),
        Aim::Along(..) | Aim::Noted { .. } | Aim::Step { .. } | Aim::Play { .. } => aim,
    }
}

/// What has come, or else what there was.
fn latest<T>(came: Option<T>, kept: Option<&Held<T>>) -> Option<Held<T>> {
    came.map(Held::from).or_else(|| kept.cloned())
}
