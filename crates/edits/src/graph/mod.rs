//! A program as a graph: a card per coroutine with its steps, a node per thing that tasks share, and who
//! creates, awaits and uses whom. Plain data, read off the text alone; laying it out is not here.
//!
//! [`names`] tells what names mean, [`things`] which things there are and where they are handed to,
//! [`reading`] what each statement is.

mod names;
mod reading;
mod things;

pub(crate) use names::Imports;
pub(crate) use things::{Meaning, Scope, Things, callee, each_expression, each_statement, scopes};

use interleave_text::Span;
use serde::{Deserialize, Serialize};

use crate::Program;

/// The whole picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProgramGraph {
    /// In the order of the text; the program's own statements come last.
    pub cards: Vec<Card>,
    /// In the order of the text.
    pub things: Vec<Thing>,
    /// In the order of the steps that they begin at.
    pub edges: Vec<Edge>,
}

/// A coroutine function, a function that takes part, or the program's own statements.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// With the names of what it stands in: `Shop.serve`. Empty for the program's own statements.
    pub name: String,
    /// What kind of card.
    pub kind: CardKind,
    /// All of it.
    pub span: Span,
    /// Where its name is written; an empty place at the beginning for the program's own statements.
    pub name_span: Span,
    /// As they are written.
    pub parameters: Vec<String>,
    /// What it does, in order.
    pub steps: Vec<Step>,
}

/// What kind of card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CardKind {
    /// `async def`
    Coroutine,
    /// `def`, called by the loop, a thread or a coroutine
    Function,
    /// What stands in no function.
    #[default]
    Script,
}

/// A statement that people think of as one step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The whole statement, blocks included.
    pub span: Span,
    /// Up to its blocks.
    pub head: Span,
    /// What it does.
    pub kind: StepKind,
    /// What can be changed in place.
    pub fields: Vec<Field>,
    /// What stands inside.
    pub blocks: Vec<Block>,
}

/// What a step does, as far as one can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are those of what Python calls so")]
pub enum StepKind {
    Print,
    /// Makes a thing and names it.
    Make,
    Sleep,
    /// `time.sleep`: nothing else goes on meanwhile.
    BlockingSleep,
    /// Awaits a coroutine, a task or something unknown.
    Await,
    CreateTask,
    /// `async with` or `with` a thing.
    Hold,
    Acquire,
    Release,
    Put,
    Get,
    TaskDone,
    Join,
    SetEvent,
    ClearEvent,
    WaitFor,
    /// For an event, a condition or a barrier.
    WaitThing,
    Notify,
    SetResult,
    SetException,
    Gather,
    Wait,
    AsCompleted,
    TaskGroup,
    Timeout,
    Shield,
    Cancel,
    InThread,
    CallLater,
    Run,
    Loop,
    Branch,
    Try,
    Return,
    Raise,
    /// Anything else, shown as its source.
    Code,
}

/// A block inside a step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// What introduces it, without the colon: `else`, `except ValueError`; empty for the first block.
    pub label: String,
    /// What stands in it.
    pub steps: Vec<Step>,
}

/// A literal that can be changed in place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// What it is to its step or thing.
    pub role: Role,
    /// Where it is written.
    pub span: Span,
}

/// What a literal is to its step or thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// How long a sleep lasts, in seconds.
    Delay,
    /// When patience ends, in seconds.
    Deadline,
    /// How many may hold it.
    Permits,
    /// How many fit in it.
    Size,
    /// How many must come.
    Parties,
    /// How many workers it has.
    Workers,
    /// What is printed, put or given.
    Text,
    /// How often.
    Times,
}

/// Something that tasks share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thing {
    /// What the program calls it where it is made.
    pub name: String,
    /// What it is.
    pub kind: ThingKind,
    /// Where its name is written.
    pub name_span: Span,
    /// The call that makes it.
    pub span: Span,
    /// Its number, if one is written.
    pub number: Option<Field>,
}

/// What a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are those of the classes")]
pub enum ThingKind {
    Lock,
    Semaphore,
    Event,
    Condition,
    Barrier,
    Queue,
    Future,
    ThreadPool,
    ProcessPool,
}

/// One end of an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Node {
    /// A card, by its place among the cards.
    Card(u32),
    /// A thing, by its place among the things.
    Thing(u32),
}

/// What a card does to another, or to a thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edge {
    /// The card that acts, by its place.
    pub from: u32,
    /// Whom it acts on.
    pub to: Node,
    /// How.
    pub kind: EdgeKind,
    /// How often, where loops tell.
    pub times: Times,
    /// The step that acts.
    pub span: Span,
}

/// How a card acts on another or on a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EdgeKind {
    /// Makes a task of it.
    Creates,
    /// Waits for it to end.
    Awaits,
    /// Calls it right there.
    Calls,
    /// Has it called: later by the loop, or by a thread.
    Schedules,
    /// Holds it for a while, or waits at it.
    Uses,
    /// Puts into it.
    Puts,
    /// Takes out of it.
    Gets,
    /// Ends the waiting of others.
    Sets,
}

/// How often something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Times {
    /// So often.
    Exactly(u32),
    /// As often as a loop goes round.
    Many,
}

impl ProgramGraph {
    /// Reads the graph off a program.
    pub fn of(program: &Program<'_>) -> Self {
        reading::graph(program)
    }

    /// The step at a place, in whatever card and block.
    pub fn step(&self, span: Span) -> Option<&Step> {
        fn find(steps: &[Step], span: Span) -> Option<&Step> {
            let step =
                steps.iter().find(|step| step.span.start <= span.start && span.end <= step.span.end)?;
            if step.span == span {
                return Some(step);
            }
            step.blocks.iter().find_map(|block| find(&block.steps, span))
        }
        self.cards.iter().find_map(|card| find(&card.steps, span))
    }
}
