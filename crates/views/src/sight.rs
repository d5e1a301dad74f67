//! What can be seen: the questions that a reader's screen asks, and their answers, as plain data.
//!
//! Sentences are in the language that the question names. Positions along an
//! axis are in pixels of the frame that was asked for; lanes are rows.

use interleave_text::{Language, Span};
use serde::{Deserialize, Serialize};

/// A moment of a run: so many events of its trace have happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment(pub u32);

/// Whose line of life it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Lane {
    /// A thread's own code; 0 is the main one, whose lane shows its event loop, too.
    Thread(u32),
    /// A task.
    Task(u32),
}

/// What somebody does for a while, or has become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// In the ready queue, or created and not yet begun.
    Ready,
    /// It has the loop.
    Running,
    /// It waits for a time.
    Sleeping,
    /// It waits for something else.
    Waiting,
    /// It keeps its thread from doing anything else (`time.sleep`, a lock of threads).
    Blocking,
    /// It ended with a value.
    Done,
    /// It ended with an exception.
    Failed,
    /// It was cancelled.
    Cancelled,
}

/// What the horizontal axis counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Axis {
    /// Virtual time, in nanoseconds.
    #[default]
    Time,
    /// Events, so that what takes no time has a width.
    Steps,
}

/// How the cursor can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Pace {
    /// To the next line of the program that is executed.
    Line,
    /// To the next event.
    Event,
    /// To where somebody else runs.
    Switch,
    /// To the next output.
    Print,
    /// To the next event of this lane.
    Of(Lane),
    /// To where the clock moves.
    Clock,
    /// To the next execution of a line that has a breakpoint.
    Breakpoint,
}

/// Where the cursor is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Aim {
    /// At this moment.
    At(Moment),
    /// At the last moment not after this place of an axis: nanoseconds or events.
    Along(Axis, i64),
    /// At this moment if that is at this time, in nanoseconds; else at the last one not after the time.
    Noted {
        /// The moment, as it was counted when it was noted.
        moment: Moment,
        /// Its time.
        ns: i64,
    },
    /// From a moment to the next stop of this kind, or to the one before; to the end where there is none.
    Step {
        /// Where it starts.
        from: Moment,
        /// Where it stops.
        pace: Pace,
        /// Which way.
        forward: bool,
    },
    /// On from a moment, but no further than to where a line is executed that has a breakpoint.
    Play {
        /// Where it starts.
        from: Moment,
        /// Where it would come without any.
        to: Way,
    },
}

/// What is played towards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Way {
    /// A time, in nanoseconds.
    Time(i64),
    /// The next stop of this kind.
    Next(Pace),
}

/// A part of the timeline, and how large it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// What the axis counts.
    pub axis: Axis,
    /// Where it begins: nanoseconds or events.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
    /// How wide that is drawn, in pixels.
    pub width: f32,
    /// The first row that is wanted.
    pub first_row: u32,
    /// How many rows are.
    pub rows: u32,
}

/// What a whole run is, before one looks at any part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// The last moment.
    pub end: Moment,
    /// Virtual time at the end, in nanoseconds.
    pub end_ns: i64,
    /// Lanes there are.
    pub lanes: u32,
    /// Rows of the log.
    pub log_rows: u32,
    /// Events that the record had no room for.
    pub left_out: u64,
    /// It ended because nothing could ever go on: waits reach beyond its end.
    pub stuck: bool,
}

/// Where a moment lies.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// The moment.
    pub moment: Moment,
    /// Its virtual time.
    pub ns: i64,
    /// That of the next event; at the end, of the last.
    pub next_ns: i64,
    /// Who runs.
    pub lane: Option<Lane>,
    /// The loop's iteration, counted from one.
    pub iteration: u64,
    /// The row of the log that was printed last.
    pub log_row: Option<u32>,
    /// What has just happened, in a sentence.
    pub sentence: String,
    /// The line of code at which whoever runs stands.
    pub code: String,
    /// What the program's author has to say about the line that is executed.
    pub note: Option<String>,
    /// A line that has a breakpoint is executed from here on.
    pub at_stop: bool,
}

/// Where a live task stands in the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Who.
    pub lane: Lane,
    /// Its colour, as a number below [`COLOURS`].
    pub colour: u8,
    /// What it does.
    pub state: State,
    /// Where.
    pub span: Span,
    /// In words, such as "Task-2 sleeps until 2 s".
    pub sentence: String,
}

/// How many colours lanes take turns in.
pub const COLOURS: u8 = 8;

/// Where output went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// A line of the interleaved log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LogRow {
    /// When it had just been written.
    pub moment: Moment,
    /// The virtual time of that.
    pub ns: i64,
    /// Who wrote it.
    pub lane: Lane,
    /// The writer's name.
    pub name: String,
    /// The writer's colour.
    pub colour: u8,
    /// Where to.
    pub stream: Stream,
    /// The line, without its end.
    pub text: String,
    /// Where in the program.
    pub span: Span,
}

/// A part of the timeline, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// The rows that were asked for.
    pub rows: Vec<Row>,
    /// Who started and who woke whom, on the rows that were asked for; those nearest the cursor.
    pub arrows: Vec<Arrow>,
    /// Marks along the axis.
    pub ticks: Vec<Tick>,
    /// How many lanes do what, over the whole frame; empty when all lanes are on the screen.
    pub crowd: Vec<Crowd>,
}

/// A lane on the screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Whose.
    pub lane: Lane,
    /// The task's or thread's name.
    pub name: String,
    /// The coroutine it runs, such as `worker()`; empty for a thread.
    pub code: String,
    /// How many creators stand above it.
    pub depth: u16,
    /// Its colour.
    pub colour: u8,
    /// What it did, from left to right; together they cover its life.
    pub segments: Vec<Segment>,
    /// Where it printed.
    pub dots: Vec<Dot>,
    /// Delays whose ends can be pulled at; none along steps.
    pub pulls: Vec<Pull>,
    /// Its whole life in a sentence, for those who hear it.
    pub sentence: String,
}

/// A stretch of a lane in which it did one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// What.
    pub state: State,
    /// Left edge.
    pub x0: f32,
    /// Right edge; the same as the left where it took no time.
    pub x1: f32,
    /// The moment in which it began.
    pub from: Moment,
    /// The moment in which it ended.
    pub to: Moment,
    /// A word for inside the bar, such as "sleep 2 s" or "sem"; may be empty.
    pub label: String,
    /// In words, such as "waits for the semaphore sem, from 0 s to 1 s".
    pub sentence: String,
    /// Where in the program it waits, sleeps or blocks.
    pub span: Span,
    /// It is a wait that nothing ends: it reaches the frame's right edge, and a sign stands there.
    pub endless: bool,
}

/// A delay on a lane, from when it was set to when it is due.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pull {
    /// Which.
    pub delay: DelayId,
    /// Where it was set.
    pub x0: f32,
    /// Where it is due.
    pub x1: f32,
    /// The time at which it was set.
    pub from_ns: i64,
    /// The time at which it is due.
    pub due_ns: i64,
    /// It stands over what the lane does meanwhile, as a timeout does.
    pub over: bool,
    /// It is a number that the program's text has made.
    pub written: bool,
}

/// A delay of a run: the event that set it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DelayId(pub u32);

/// What finds a delay again after the program has been edited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grasp {
    /// Whose it is.
    pub who: Identity,
    /// How many delays it had set before.
    pub nth: u32,
}

/// A print on a lane.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dot {
    /// Where.
    pub x: f32,
    /// When.
    pub moment: Moment,
}

/// From a cause to its effect.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arrow {
    /// What it tells.
    pub kind: ArrowKind,
    /// Where it begins.
    pub x0: f32,
    /// On which row of the whole timeline; it may be off the screen.
    pub row0: u32,
    /// Where it ends.
    pub x1: f32,
    /// On which row.
    pub row1: u32,
    /// The cause's moment.
    pub from: Moment,
    /// The effect's.
    pub to: Moment,
}

/// What an arrow tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ArrowKind {
    /// One created the other.
    Spawn,
    /// One made the other ready.
    Wake,
    /// One asked for the other's cancellation.
    Cancel,
    /// A link of the chain of causes that was asked for.
    Cause,
}

/// A mark along the axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// Where.
    pub x: f32,
    /// What it says, such as "1.5 s".
    pub label: String,
}

/// How many lanes do what at one place of the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Crowd {
    /// Where.
    pub x: f32,
    /// Lanes by state, in the order of [`State`]'s variants; those that ended count only where they end.
    pub lanes: [u32; 8],
}

/// The event loop at a moment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LoopState {
    /// The iteration, counted from one; 0 where no loop runs.
    pub iteration: u64,
    /// What runs.
    pub running: Option<Entry>,
    /// The ready queue, first the one that is next.
    pub ready: Vec<Entry>,
    /// Entries beyond those listed.
    pub more_ready: u32,
    /// Timers, first the one that falls due next.
    pub timers: Vec<TimerEntry>,
    /// Timers beyond those listed.
    pub more_timers: u32,
    /// Locks, semaphores, queues and the like.
    pub resources: Vec<ResourceState>,
    /// Such things beyond those listed.
    pub more_resources: u32,
}

/// Something in a list of the loop.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Whose, if it is a task's or thread's.
    pub lane: Option<Lane>,
    /// Its colour.
    pub colour: u8,
    /// What it is called.
    pub name: String,
    /// More about it, such as why it is ready.
    pub note: String,
    /// The moment that put it there.
    pub since: Moment,
}

/// A timer that is set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TimerEntry {
    /// When it falls due.
    pub due_ns: i64,
    /// What it is for.
    pub entry: Entry,
}

/// A thing that tasks share, at a moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResourceState {
    /// What the program calls it, as far as its text tells; else its class and a number.
    pub name: String,
    /// Its class, such as `Semaphore`.
    pub class: String,
    /// Its numbers in words, such as "1 of 3 permits free" or "2 items, room for 5".
    pub note: String,
    /// Who holds it.
    pub holders: Vec<Entry>,
    /// Holders beyond those listed.
    pub more_holders: u32,
    /// Who waits for it: a line for each thing one can wait for.
    pub lines: Vec<WaitingLine>,
    /// Who waits beyond those listed, in the last line.
    pub more_waiters: u32,
    /// Where it was made.
    pub span: Span,
    /// The moment it was made.
    pub since: Moment,
}

/// Those who wait for the same of a thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WaitingLine {
    /// What they wait for, unless that goes without saying.
    pub note: String,
    /// Whoever is first goes on first, and the others wait further; else one deed lets all go on.
    pub in_turn: bool,
    /// Who they are, first in line first.
    pub waiters: Vec<Entry>,
}

/// A chain of causes, or of what somebody waits for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// What is asked, such as "Why was this printed now?".
    pub question: String,
    /// The answer, link by link; each is the reason for the one before it.
    pub links: Vec<Link>,
}

/// One reason.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// In words.
    pub sentence: String,
    /// When it happened, for the cursor to go there; none for what has not happened yet.
    pub moment: Option<Moment>,
    /// The virtual time of that.
    pub ns: i64,
    /// Who it is about.
    pub lane: Option<Lane>,
    /// Where in the program.
    pub span: Span,
}

/// What a reader asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Question {
    /// Why did what happened at this moment happen, and why then?
    Why(Moment),
    /// Why does this lane not go on at this moment?
    WhyNotYet(Lane, Moment),
    /// What was asked in the run before, for what is the same in this one.
    Again(Anchor),
}

/// Who somebody is in the runs of a program before and after an edit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Identity {
    /// The name that the program gave.
    pub name: Option<u64>,
    /// By whom it was created, with which code, and as which of that kind.
    pub path: u64,
}

/// What holds a question in the text, so that it can be asked of another run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Anchor {
    /// Who it is about.
    pub who: Identity,
    /// Where that was; empty if nowhere.
    pub place: Span,
    /// How often it had been there before.
    pub nth: u32,
    /// What is asked about it.
    pub topic: Topic,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Topic {
    /// A line of the log.
    #[default]
    Line,
    /// Something else that somebody did.
    Deed,
    /// That somebody does not go on.
    Wait,
}

/// Who is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Selected {
    /// A lane of this run.
    Lane(Lane),
    /// Who was selected in the run before.
    Identity(Identity),
}

/// What one looks at: one message asks for all that is on the screen, and one answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// The reader's language.
    pub language: Language,
    /// The moment that everything shows; which one it came to is in the answer.
    pub cursor: Aim,
    /// Rows of the log from, and how many; nothing if the ones at hand are still right.
    pub log: Option<(u32, u32)>,
    /// The part of the timeline that is on the screen.
    pub frame: Frame,
    /// Is its picture wanted, or is the one at hand still right?
    pub timeline: bool,
    /// Breakpoints, as lines counted from one.
    pub stops: Vec<u32>,
    /// Is the loop's panel open?
    pub loop_state: bool,
    /// Is the picture of tasks open?
    pub graph: bool,
    /// What is asked.
    pub question: Option<Question>,
    /// Who is selected, if that is not known yet.
    pub selected: Option<Selected>,
    /// The delay that is being pulled at.
    pub grasp: Option<Grasp>,
}

impl Look {
    /// With the cursor there, and this part of the timeline in mind; nothing is wanted yet.
    pub fn at(language: Language, cursor: Aim, frame: Frame) -> Self {
        Self {
            language,
            cursor,
            log: None,
            frame,
            timeline: false,
            stops: Vec::new(),
            loop_state: false,
            graph: false,
            question: None,
            selected: None,
            grasp: None,
        }
    }
}

/// The answer to a [`Look`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sight {
    /// Where the cursor is.
    pub position: Position,
    /// Where live tasks stand in the text.
    pub marks: Vec<Mark>,
    /// The rows of the log that were asked for.
    pub log: Option<Vec<LogRow>>,
    /// The timeline, if it was asked for.
    pub timeline: Option<Timeline>,
    /// Where the cursor is on the frame's axis, in pixels; beyond its edges where it is off the screen.
    pub cursor_x: f32,
    /// The loop, if it was asked for.
    pub loop_state: Option<LoopState>,
    /// Tasks and what they wait for, if that was asked for.
    pub graph: Option<Graph>,
    /// The answer, if something was asked.
    pub why: Option<Why>,
    /// What holds the question in the text.
    pub anchor: Option<Anchor>,
    /// The selected lane, and who it is.
    pub selected: Option<(Lane, Identity)>,
    /// The delay that is being pulled at, and how long it is, if this run has it.
    pub pulled: Option<(DelayId, i64)>,
}

/// Who created whom, and who waits for what, at a moment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Graph {
    /// Tasks, threads and shared things, in order of creation.
    pub nodes: Vec<Node>,
    /// What connects them.
    pub edges: Vec<Edge>,
    /// Nodes that were left out for want of room.
    pub more: u32,
}

/// Why nothing could ever go on at the end of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Deadlock {
    /// Who waits for what, one after the other; and the ring, if there is one.
    pub waits: Vec<Link>,
    /// The same as a picture.
    pub graph: Graph,
    /// Tasks and threads that wait for ever, beyond those told.
    pub more: u32,
}

/// A thing in the picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// The lane, if it is one's.
    pub lane: Option<Lane>,
    /// Its colour, if it is a lane's.
    pub colour: u8,
    /// What it is called.
    pub name: String,
    /// Its coroutine or class, and its numbers.
    pub note: String,
    /// What a lane does.
    pub state: Option<State>,
    /// Its column: how far from where it all began.
    pub column: u16,
    /// Its place in the column.
    pub row: u16,
}

/// A line in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// Index of the node where it begins.
    pub from: u32,
    /// Index of the node where it ends.
    pub to: u32,
    /// What it tells.
    pub kind: EdgeKind,
}

/// What a line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EdgeKind {
    /// One created the other.
    Created,
    /// One waits for the other.
    WaitsFor,
    /// One holds the other.
    Holds,
}
