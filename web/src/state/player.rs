//! How the reader goes through time: step by step, or by letting it play.

use interleave_views::sight::{Aim, Axis, Lane, Moment, Pace, Position, Way};

use super::looking::Seen;

/// How long a step is shown while it plays step by step, at speed 1.
const BEAT_MILLIS: f64 = 400.0;

/// So far, in virtual time, what is shown may lag behind: what happens at one time is seen one after the other.
const LAG_NANOS: f64 = 1e9;

/// An event that is not the last one at its time is shown for this part of what is left of that.
const GLIMPSE: f64 = 0.125;

/// How fast what lags behind catches up.
const CATCHING_UP: f64 = 1.5;

const NANOS_PER_MILLI: f64 = 1e6;

/// The reader's choices, and the clock while it plays.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Player {
    pub(crate) playing: bool,
    pub(crate) stride: Stride,
    pub(crate) speed: Speed,
    /// Are stretches in which nothing happens skipped?
    pub(crate) skips: bool,
    /// What was seen when it began to play.
    before: Moment,
    /// As far as it is known to have come.
    from: Moment,
    /// Virtual nanoseconds since the start, to which it would have played if events took no time to be seen.
    clock: f64,
    /// Those to which it has played.
    shown: f64,
    /// Milliseconds since the last step, times the speed.
    beat: f64,
}

/// What a step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Stride {
    /// An event.
    #[default]
    Event,
    Line,
    Switch,
    Print,
    /// An event of the lane that is selected.
    Selected,
    Breakpoint,
}

impl Stride {
    /// In the order in which the page offers them.
    pub(crate) const ALL: [Self; 6] =
        [Self::Event, Self::Line, Self::Switch, Self::Print, Self::Selected, Self::Breakpoint];

    /// Stands for it in the document.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Line => "line",
            Self::Switch => "switch",
            Self::Print => "print",
            Self::Selected => "selected",
            Self::Breakpoint => "breakpoint",
        }
    }

    pub(crate) fn pace(self, selection: Option<Lane>) -> Pace {
        match self {
            Self::Event => Pace::Event,
            Self::Line => Pace::Line,
            Self::Switch => Pace::Switch,
            Self::Print => Pace::Print,
            Self::Selected => selection.map_or(Pace::Event, Pace::Of),
            Self::Breakpoint => Pace::Breakpoint,
        }
    }
}

/// How fast it plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Speed {
    Quarter,
    Half,
    #[default]
    One,
    Two,
    Four,
    Eight,
}

impl Speed {
    /// From the slowest to the fastest.
    pub(crate) const ALL: [Self; 6] =
        [Self::Quarter, Self::Half, Self::One, Self::Two, Self::Four, Self::Eight];

    /// How the page writes it.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Quarter => "0.25×",
            Self::Half => "0.5×",
            Self::One => "1×",
            Self::Two => "2×",
            Self::Four => "4×",
            Self::Eight => "8×",
        }
    }

    /// In thousandths, as links have it.
    pub(crate) const fn milli(self) -> u32 {
        match self {
            Self::Quarter => 250,
            Self::Half => 500,
            Self::One => 1000,
            Self::Two => 2000,
            Self::Four => 4000,
            Self::Eight => 8000,
        }
    }

    /// The one that is nearest.
    pub(crate) fn nearest(milli: u32) -> Self {
        Self::ALL.into_iter().min_by_key(|speed| speed.milli().abs_diff(milli)).unwrap_or_default()
    }

    fn factor(self) -> f64 {
        f64::from(self.milli()) / 1000.0
    }

    /// The next one up or down, if there is one.
    pub(crate) fn next(self, faster: bool) -> Self {
        let mut speeds = Self::ALL.into_iter();
        let found = if faster {
            speeds.find(|speed| *speed > self)
        } else {
            speeds.rev().find(|speed| *speed < self)
        };
        found.unwrap_or(self)
    }
}

impl Player {
    /// Start or pause; from the end it starts over, and this is where the cursor goes.
    pub(super) fn toggle(&mut self, seen: &Seen) -> Option<Aim> {
        self.playing = !self.playing;
        self.beat = 0.0;
        let over = self.playing && seen.is_at_end();
        self.clock = if over { 0.0 } else { nanos(seen.position.ns) };
        self.shown = self.clock;
        self.before = seen.position.moment;
        self.from = if over { Moment(0) } else { seen.position.moment };
        over.then_some(Aim::At(Moment(0)))
    }

    /// Time has passed; where the cursor goes. `idle`: it is where it was sent.
    pub(super) fn tick(&mut self, millis: f64, seen: &Seen, idle: bool, pace: Pace) -> Option<Aim> {
        let passed = millis * self.speed.factor();
        if idle {
            self.from = seen.position.moment;
        }
        let at_stop = seen.position.at_stop && seen.position.moment != self.before;
        if at_stop || idle && seen.is_at_end() {
            self.playing = false;
            return None;
        }
        if self.skips || seen.axis() == Axis::Steps {
            self.beat += passed;
            if !idle || self.beat < BEAT_MILLIS {
                return None;
            }
            self.beat = 0.0;
            return Some(Aim::Play { from: self.from, to: Way::Next(pace) });
        }
        self.clock += passed * NANOS_PER_MILLI;
        self.beat += passed;
        let to = if idle { self.way_in_time(passed, seen)? } else { return None };
        self.beat = 0.0;
        Some(Aim::Play { from: self.from, to })
    }

    /// Where to play on to in virtual time. What happens at one time is shown one after the other; no time goes by
    /// meanwhile, and more of it afterwards.
    fn way_in_time(&mut self, passed: f64, seen: &Seen) -> Option<Way> {
        let position = &seen.position;
        let (here, next) = (nanos(position.ns), nanos(position.next_ns));
        let latest = self.clock - LAG_NANOS;
        let on = Way::Next(Pace::Event);
        if here >= next && here > latest {
            let glimpse = (here - latest) / NANOS_PER_MILLI * GLIMPSE;
            return (self.beat >= glimpse).then_some(on);
        }
        if latest > next {
            self.shown = latest;
            return Some(Way::Time(whole(latest)));
        }
        let ahead = self.shown.max(here) + passed * NANOS_PER_MILLI * CATCHING_UP;
        self.shown = ahead.min(self.clock).min(next);
        (self.shown >= next).then_some(on)
    }

    /// The virtual time that is shown: between two events it goes by while it plays, in whole milliseconds.
    pub(crate) fn now_ns(&self, seen: &Seen) -> i64 {
        let Position { ns, next_ns, .. } = seen.position;
        let shown = (self.shown / NANOS_PER_MILLI).floor() * NANOS_PER_MILLI;
        if self.playing && !self.skips { whole(shown).min(next_ns).max(ns) } else { ns }
    }
}

#[expect(clippy::cast_precision_loss, reason = "it is exact for the first hundred days")]
fn nanos(ns: i64) -> f64 {
    ns as f64
}

#[expect(clippy::cast_possible_truncation, reason = "what is too large becomes the largest")]
fn whole(value: f64) -> i64 {
    value as i64
}
