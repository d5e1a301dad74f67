//! The messages between the page and its worker, and how they become bytes.
//!
//! A run is named by the request that began it. Page and worker may come from two
//! builds (one cached, one new), so bytes that make no sense are a value, never a
//! panic.

use std::fmt;

use interleave_edits::drag::Lock;
use interleave_edits::graph::ProgramGraph;
use interleave_edits::{Command, Refusal};
use interleave_hints::{Seen, Words};
use interleave_quiz::Quiz;
use interleave_text::{Edit, Language, Span};
use interleave_views::comparison::{Against, Comparison};
use interleave_views::layout;
use interleave_views::sight::{Deadlock, DelayId, Frame, Grasp, Lane, Look, Moment, Overview, Sight};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Which request an answer belongs to. The page counts; the worker repeats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct RequestId(pub(crate) u32);

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Request {
    /// Run a program, instead of the one under way, if there is one.
    Run {
        id: RequestId,
        text: String,
        /// What `input()` reads.
        stdin: String,
        /// Of the random numbers, in the place of the program's own.
        seed: Option<String>,
        /// Stop and ask after so many instructions.
        fuel: Option<u64>,
        /// Of the sentence that helps with a problem.
        language: Language,
        foresight: Option<Box<Foresight>>,
    },
    /// Go on with the run that has used up its fuel, without a limit from now on.
    GoOn { id: RequestId },
    /// End this run now; what it did so far is kept, and told as [`Response::Ran`].
    Stop { id: RequestId },
    /// Look at a run that is over.
    Look { id: RequestId, run: RequestId, look: Look },
    /// Tell all variables as they are at a moment.
    Variables { id: RequestId, run: RequestId, moment: Moment },
    /// Take hold of a delay of a run, and tell which literals it can be changed by.
    Grip { id: RequestId, run: RequestId, delay: DelayId },
    /// Change a literal of the run that is held, so that the delay that is held gets this length, and run that, as by
    /// [`Request::Run`].
    Pull {
        id: RequestId,
        grip: RequestId,
        literal: Span,
        length_ns: i64,
        fuel: Option<u64>,
        language: Language,
        foresight: Option<Box<Foresight>>,
    },
    /// Run this program, for so many instructions at most, and compare that with a run that is over.
    Compare {
        id: RequestId,
        run: RequestId,
        text: String,
        against: Against,
        fuel: u64,
        language: Language,
        /// How long the clock of both is drawn.
        width: f32,
    },
    /// Write out the record of a run that is over.
    Record { id: RequestId, run: RequestId },
    /// Name the mistakes that a program makes, of which this run is over.
    Hints { id: RequestId, run: RequestId, language: Language },
    /// Ask questions about a run that is over.
    Quiz { id: RequestId, run: RequestId },
    /// Read a program as a picture that can be changed.
    Draw { id: RequestId, text: String },
    /// Tell how a change of that picture changes the text.
    Change { id: RequestId, text: String, command: Command },
    /// Read a link.
    OpenLink { id: RequestId, link: String, language: Language },
    /// Make a link.
    MakeLink { id: RequestId, shared: Shared, language: Language },
    /// Make all that can be taken away of a program and, if it is over, this run of it.
    Offer {
        id: RequestId,
        run: Option<RequestId>,
        shared: Shared,
        language: Language,
        /// The page's address, without a fragment.
        page: String,
        /// The picture is to be light on dark.
        dark: bool,
    },
    /// Somebody has come near: fetch so many later parts of the worker's module, and then practise; no answer.
    Prepare { parts: u32 },
}

/// How a run is to be looked at as soon as it is over, so that one answer brings both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Foresight {
    pub(crate) look: Look,
    /// The look's frame is to hold the whole run, however long that is.
    pub(crate) whole: bool,
}

impl Foresight {
    /// What there is to be looked at of the run that came of it.
    pub(crate) fn look(self, overview: &Overview) -> Look {
        let Self { look, whole } = self;
        if !whole {
            return look;
        }
        let (from, to) = layout::extent(look.frame.axis, overview);
        Look { frame: Frame { from, to, ..look.frame }, ..look }
    }
}

/// What a link is to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shared {
    pub(crate) text: String,
    pub(crate) time_ns: Option<i64>,
    /// The moment more exactly: so many events have happened.
    pub(crate) event: Option<u32>,
    pub(crate) selected: Option<Lane>,
    pub(crate) unfolded: Unfolded,
    /// How fast it plays, in thousandths, if that is not the usual.
    pub(crate) speed_milli: Option<u32>,
}

/// Which panels are open, of those that links know and the page opens folded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Unfolded {
    pub(crate) graph: bool,
    pub(crate) loop_state: bool,
    pub(crate) variables: bool,
    pub(crate) why: bool,
}

/// What can be taken away of a program and its run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Offer {
    /// The address that holds the program, or in a sentence why there is none.
    pub(crate) address: Result<String, String>,
    /// The same for a phone's eye; nothing if it is too long for one.
    pub(crate) code: Option<Code>,
    /// The run as an SVG file, if there is one.
    pub(crate) picture: Option<String>,
    /// Lanes that had no room in it.
    pub(crate) left_out: u32,
}

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Code {
    /// How many squares it has on each side.
    pub(crate) size: u32,
    /// The dark ones, as a path of SVG.
    pub(crate) path: String,
}

/// What a link says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OpenedLink {
    /// The program, or what can be read of it.
    pub(crate) text: Option<String>,
    /// What is wrong with the link.
    pub(crate) complaint: Option<String>,
    pub(crate) time_ns: Option<i64>,
    pub(crate) event: Option<u32>,
    pub(crate) selected: Option<Lane>,
    /// The one that its maker has chosen.
    pub(crate) language: Option<Language>,
    /// The panels that it opens, if it says something about them.
    pub(crate) unfolded: Option<Unfolded>,
    pub(crate) speed_milli: Option<u32>,
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Response {
    /// It listens. Comes once, unasked, before anything else: what is posted to a
    /// worker earlier can be lost, since its module is still loading.
    Ready { version: String },
    /// A run is under way. Comes again and again.
    Progress { id: RequestId, instructions: u64, now_ns: i64, events: u32 },
    /// A run has used up its fuel, and waits for [`Request::GoOn`] or [`Request::Stop`].
    Paused { id: RequestId, instructions: u64 },
    /// A run goes no further; [`Response::Ran`] follows when its story is ready.
    Stopped { id: RequestId },
    /// A run is over, and can be looked at from now on, unless it never began: then
    /// the one before it still can.
    Ran {
        id: RequestId,
        outcome: Outcome,
        overview: Overview,
        /// What was foreseen to be looked at.
        sight: Option<Box<Sight>>,
        /// The program, where that is news: it came of [`Request::Pull`].
        text: Option<String>,
    },
    /// The answer to [`Request::Look`].
    Seen { id: RequestId, run: RequestId, sight: Box<Sight> },
    /// The answer to a request about a run that is no longer there.
    Gone { id: RequestId },
    /// The answer to [`Request::Variables`].
    Variables { id: RequestId, run: RequestId, moment: Moment, tasks: Vec<LaneVariables> },
    /// The answer to [`Request::Grip`].
    Gripped { id: RequestId, grip: Result<Grip, Lock> },
    /// The answer to [`Request::Pull`] where no number gives this length. Otherwise it is that of a run.
    Locked { id: RequestId, lock: Lock },
    /// The answer to [`Request::Compare`]; nothing if the program cannot begin.
    Compared { id: RequestId, comparison: Option<Box<Comparison>> },
    /// The answer to [`Request::Record`]: lines of JSON, as `interleave trace` prints them.
    Recorded { id: RequestId, lines: String },
    /// The answer to [`Request::Hints`].
    Hints { id: RequestId, hints: Vec<Advice> },
    /// The answer to [`Request::Quiz`].
    Quiz { id: RequestId, quiz: Box<Quiz> },
    /// The answer to [`Request::Draw`]: nothing for a text that does not parse.
    Drawn { id: RequestId, graph: Option<Box<ProgramGraph>> },
    /// The answer to [`Request::Change`].
    Changed { id: RequestId, edit: Result<Edit, Refusal> },
    /// The answer to [`Request::OpenLink`].
    LinkOpened { id: RequestId, opened: Box<OpenedLink> },
    /// The answer to [`Request::MakeLink`]: a fragment with its `#`, or in a sentence why there is none.
    LinkMade { id: RequestId, link: Result<String, String> },
    /// The answer to [`Request::Offer`].
    Offered { id: RequestId, offer: Box<Offer> },
    /// It was sent bytes that are no request.
    Unintelligible { problem: String },
}

/// What is worth a second thought in a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Advice {
    /// The name of the rule.
    pub(crate) rule: String,
    pub(crate) span: Span,
    /// The line of that, counted from one.
    pub(crate) line: u32,
    /// What happens there, and what to do instead.
    pub(crate) words: Words,
    /// Where it shows on the timeline.
    pub(crate) seen: Vec<Seen>,
    /// The program without it, where one knows how.
    pub(crate) repaired: Option<String>,
}

/// What a run came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Outcome {
    /// As of `python main.py`.
    pub(crate) exit: i32,
    pub(crate) ending: Ending,
    /// Virtual time at the end, in nanoseconds.
    pub(crate) end_ns: i64,
    /// Iterations of all event loops.
    pub(crate) iterations: u64,
    /// Zero for a program that never began, because of a mistake in its grammar.
    pub(crate) instructions: u64,
    /// Was it stopped from outside?
    pub(crate) stopped: bool,
    /// What went wrong, if something did.
    pub(crate) problem: Option<Box<Problem>>,
}

impl Outcome {
    /// Some of it is in the reader's language.
    pub(crate) fn has_sentences(&self) -> bool {
        self.problem.is_some() || matches!(self.ending, Ending::Deadlock(_))
    }
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Ending {
    /// Well, or with an error of its own.
    Finished,
    /// Nothing could ever go on: what waits for what.
    Deadlock(Deadlock),
    /// A limit was reached; the problem says which, and where.
    Limit,
}

/// What went wrong in a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Problem {
    pub(crate) span: Span,
    /// The line of that, counted from one.
    pub(crate) line: u32,
    /// What the words come to.
    pub(crate) head: String,
    /// CPython's words; of a limit the reader's.
    pub(crate) text: String,
    /// A sentence for those who have not met this one before.
    pub(crate) help: Option<String>,
}

/// A delay that can be pulled at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Grip {
    /// What finds it in the runs that follow.
    pub(crate) grasp: Option<Grasp>,
    /// The literals that it can be changed by, the best first.
    pub(crate) choices: Vec<Choice>,
}

/// A literal that a delay can be changed by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Choice {
    pub(crate) literal: Span,
    /// As it is written.
    pub(crate) text: String,
    /// The line, counted from one.
    pub(crate) line: u32,
    /// All delays that change with it.
    pub(crate) delays: Vec<DelayId>,
}

/// The variables of a task or thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LaneVariables {
    pub(crate) lane: Lane,
    pub(crate) name: String,
    pub(crate) colour: u8,
    /// From the outermost to the innermost.
    pub(crate) frames: Vec<FrameVariables>,
}

/// The variables of one function that is being executed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FrameVariables {
    pub(crate) function: String,
    /// Where it stands: a line counted from one.
    pub(crate) line: u32,
    pub(crate) span: Span,
    pub(crate) variables: Vec<Variable>,
}

/// A name and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Variable {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) change: VariableChange,
}

/// What the latest step did to a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum VariableChange {
    New,
    Changed,
    Same,
}

/// Bytes that are no message, or a message that could not become bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CodecError(postcard::Error);

impl fmt::Display for CodecError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// A message as bytes.
pub(crate) fn encode<M: Serialize>(message: &M) -> Result<Vec<u8>, CodecError> {
    postcard::to_allocvec(message).map_err(CodecError)
}

/// The message that these bytes are, all of them.
pub(crate) fn decode<M: DeserializeOwned>(bytes: &[u8]) -> Result<M, CodecError> {
    match postcard::take_from_bytes(bytes).map_err(CodecError)? {
        (message, []) => Ok(message),
        (_, _) => Err(CodecError(postcard::Error::DeserializeBadEncoding)),
    }
}

#[cfg(test)]
mod tests {
    use interleave_edits::drag::Lock;
    use interleave_edits::{Command, Refusal};
    use interleave_text::{Edit, Language, Span};
    use interleave_views::comparison::Against;
    use interleave_views::sight::{
        Aim, Axis, Deadlock, DelayId, Frame, Grasp, Lane, Look, Moment, Overview, Pace,
    };

    use super::{
        Choice, Ending, Foresight, FrameVariables, Grip, LaneVariables, Outcome, Problem, Request, RequestId,
        Response, Shared, Variable, VariableChange, decode, encode,
    };

    const ID: RequestId = RequestId(7);

    fn run() -> Request {
        let (text, stdin) = ("print('你好')\n".into(), "8\n".into());
        let foresight = Some(Foresight { look: look(), whole: true }.into());
        let language = Language::SimplifiedChinese;
        Request::Run { id: ID, text, stdin, seed: Some("7".into()), fuel: Some(1_000), language, foresight }
    }

    fn look() -> Look {
        Look {
            language: Language::English,
            cursor: Aim::Step { from: Moment(3), pace: Pace::Of(Lane::Task(2)), forward: false },
            log: Some((0, 40)),
            frame: Frame { axis: Axis::Time, from: 0, to: 1, width: 640.5, first_row: 0, rows: 8 },
            timeline: true,
            stops: vec![3, 9],
            loop_state: false,
            graph: true,
            question: None,
            selected: None,
            grasp: None,
        }
    }

    #[test]
    fn requests_survive_the_way() {
        for request in [
            run(),
            Request::GoOn { id: ID },
            Request::Stop { id: ID },
            Request::Look { id: RequestId(8), run: ID, look: look() },
            Request::Variables { id: RequestId(u32::MAX), run: ID, moment: Moment(9) },
            Request::Grip { id: ID, run: ID, delay: DelayId(3) },
            Request::OpenLink { id: ID, link: "#v1.z".into(), language: Language::English },
            Request::MakeLink { id: ID, shared: Shared::default(), language: Language::English },
            Request::Pull {
                id: ID,
                grip: ID,
                literal: Span::new(3, 4),
                length_ns: 5,
                fuel: None,
                language: Language::English,
                foresight: None,
            },
            Request::Compare {
                id: RequestId(9),
                run: ID,
                text: "pass".into(),
                against: Against::Repaired,
                fuel: 7,
                language: Language::English,
                width: 640.5,
            },
            Request::Draw { id: ID, text: "x = 1\n".into() },
            Request::Change { id: ID, text: "x()\n".into(), command: Command::DeleteStep(Span::new(0, 3)) },
        ] {
            assert_eq!(decode(&encode(&request).unwrap()), Ok(request));
        }
    }

    #[test]
    fn responses_survive_the_way() {
        let problem = Problem {
            span: Span::new(2, 3),
            line: 1,
            head: "NameError".into(),
            text: "NameError: name 'x' is not defined".into(),
            help: Some("Nothing has this name yet.".into()),
        };
        let outcome = Outcome {
            exit: 1,
            ending: Ending::Deadlock(Deadlock { more: 7, ..Deadlock::default() }),
            end_ns: -1,
            iterations: 3,
            instructions: 1 << 40,
            stopped: true,
            problem: Some(problem.into()),
        };
        let variable = Variable { name: "n".into(), text: "3".into(), change: VariableChange::Changed };
        let frame = FrameVariables {
            function: "main".into(),
            line: 4,
            span: Span::new(20, 30),
            variables: vec![variable],
        };
        let task =
            LaneVariables { lane: Lane::Task(0), name: "Task-1".into(), colour: 1, frames: vec![frame] };
        let choice = Choice {
            literal: Span::new(3, 4),
            text: "2".into(),
            line: 1,
            delays: vec![DelayId(3), DelayId(9)],
        };
        for response in [
            Response::Ready { version: "1.2.3".into() },
            Response::Progress { id: ID, instructions: 5, now_ns: 6, events: 7 },
            Response::Paused { id: ID, instructions: 5 },
            Response::Stopped { id: ID },
            Response::Ran {
                id: ID,
                outcome,
                overview: Overview::default(),
                sight: Some(Box::default()),
                text: Some("x".into()),
            },
            Response::Seen { id: ID, run: ID, sight: Box::default() },
            Response::Gone { id: ID },
            Response::Variables { id: ID, run: ID, moment: Moment(1), tasks: vec![task] },
            Response::Gripped {
                id: ID,
                grip: Ok(Grip { grasp: Some(Grasp::default()), choices: vec![choice] }),
            },
            Response::Gripped { id: ID, grip: Err(Lock::NotWritten) },
            Response::Locked { id: ID, lock: Lock::NoSolution },
            Response::Compared { id: ID, comparison: None },
            Response::Compared { id: ID, comparison: Some(Box::default()) },
            Response::Drawn { id: ID, graph: None },
            Response::Drawn { id: ID, graph: Some(Box::default()) },
            Response::Changed { id: ID, edit: Ok(Edit::replace(Span::new(4, 5), "2")) },
            Response::Changed { id: ID, edit: Err(Refusal::Taken("x".into())) },
            Response::LinkOpened { id: ID, opened: Box::default() },
            Response::LinkMade { id: ID, link: Err("too long".into()) },
            Response::Unintelligible { problem: String::new() },
        ] {
            assert_eq!(decode(&encode(&response).unwrap()), Ok(response));
        }
    }

    #[test]
    fn bytes_that_are_no_message_are_an_error() {
        let good = encode(&run()).unwrap();
        for length in 0..good.len() {
            assert!(decode::<Request>(&good[..length]).is_err(), "cut to {length} bytes");
        }
        assert!(decode::<Request>(&[good.as_slice(), &[0]].concat()).is_err(), "a byte too many");
        assert!(decode::<Request>(&[0xff; 40]).is_err(), "noise");
        // A text said to be far longer than what follows.
        assert!(decode::<Request>(&[0, 1, 0xff, 0xff, 0xff, 0xff, 0x0f]).is_err());
    }
}
