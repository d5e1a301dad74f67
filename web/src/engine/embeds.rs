//! What embeds ask, and how they are answered. An embed is a plain script in a stranger's page (`web/embed`): it
//! speaks in plain objects, and is told what to show as the parts of a figure. A worker serves the page or embeds.

use interleave_figure::{Figure, frame, look, style_sheet};
use interleave_text::Language;
use interleave_views::instant::seconds_with_unit;
use interleave_views::layout::state_class;
use interleave_views::sight::{Aim, Axis, Entry, Look, LoopState, Moment, Overview, Pace, Sight, State};
use interleave_views::svg::{Colours, Picture, graph_svg, svg};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use super::protocol::{
    Ending, Foresight, FrameVariables, LaneVariables, OpenedLink, Outcome, Request, RequestId, Response,
    Shared, VariableChange,
};
use super::question::{self, Choice, Question};

/// What a program may do before its reader is asked, unless its page says otherwise, and the bounds of that.
const FUEL: u64 = 20_000_000;
const LIMITS: (f64, f64) = (1_000.0, 20_000_000_000.0);

/// How wide a timeline may be drawn, in pixels.
const WIDTHS: (f64, f64) = (160.0, 4_000.0);

/// All embeds of a page, which take turns.
#[derive(Default)]
pub(super) struct Embeds {
    /// The program that runs or has run last, and how it is looked at.
    asked: Option<(String, Look)>,
    /// The same of the last that began at all: what there is to be seen.
    kept: Option<(String, Look)>,
    /// Whoever asked last wants variables, too.
    wants_variables: bool,
    /// Which question is wanted, and in which language.
    check: Option<(String, Language)>,
    /// What there is to be told as soon as they are there, and the part of that which they belong to.
    unfinished: Option<(JsValue, JsValue)>,
}

/// What is to be done about a message.
pub(super) enum Heard {
    Request(Request),
    Answer(JsValue),
    /// Nothing that anybody asks.
    Nonsense,
}

/// What comes of a response.
pub(super) enum Told {
    Answer(JsValue),
    /// What is missing from the answer.
    Question(Request),
    /// No embed asks such a thing.
    Nothing,
}

impl Embeds {
    #[cold]
    #[inline(never)]
    pub(super) fn hear(&mut self, message: &JsValue) -> Heard {
        self.read(&Given(message)).unwrap_or(Heard::Nonsense)
    }

    fn read(&mut self, given: &Given<'_>) -> Option<Heard> {
        let id = given.id("id")?;
        let language = given.text("language").and_then(|tag| Language::from_tag(&tag)).unwrap_or_default();
        Some(Heard::Request(match given.text("ask")?.as_str() {
            "run" => {
                let text = given.text("text")?;
                let width = given.number("width").unwrap_or(WIDTHS.0).clamp(WIDTHS.0, WIDTHS.1) as f32;
                let frame = frame(&Overview::default(), width);
                let look = Look {
                    loop_state: given.is("loop"),
                    graph: given.is("graph"),
                    ..look(language, given.aim(), frame)
                };
                let fuel = given.number("limit").map_or(FUEL, |most| most.clamp(LIMITS.0, LIMITS.1) as u64);
                self.asked = Some((text.clone(), look.clone()));
                self.wants_variables = given.is("variables");
                let foresight = Some(Box::new(Foresight { look, whole: true }));
                let stdin = given.text("stdin").unwrap_or_default();
                let seed = given.text("seed").filter(|seed| !seed.is_empty());
                Request::Run { id, text, stdin, seed, fuel: Some(fuel), language, foresight }
            }
            "go on" => Request::GoOn { id: given.id("run")? },
            "stop" => Request::Stop { id: given.id("run")? },
            "look" => {
                let (_, whole) = self.kept.as_ref()?;
                self.wants_variables = given.is("variables");
                let is_whole = given.is("whole");
                let log = whole.log.filter(|_| is_whole);
                let look = Look {
                    cursor: given.aim(),
                    language,
                    log,
                    timeline: is_whole,
                    loop_state: given.is("loop"),
                    graph: given.is("graph"),
                    ..whole.clone()
                };
                Request::Look { id, run: given.id("run")?, look }
            }
            "question" => {
                self.check = Some((given.text("check")?, language));
                Request::Quiz { id, run: given.id("run")? }
            }
            "record" => Request::Record { id, run: given.id("run")? },
            "open link" => Request::OpenLink { id, link: given.text("link")?, language },
            "make link" => {
                let time_ns = given.number("ns").map(|ns| ns as i64);
                let shared = Shared { text: given.text("text")?, time_ns, ..Shared::default() };
                Request::MakeLink { id, shared, language }
            }
            "styles" => return Some(Heard::Answer(styles(id))),
            _ => return None,
        }))
    }

    /// A response as an embed is told it.
    #[cold]
    #[inline(never)]
    pub(super) fn tell(&mut self, response: &Response) -> Told {
        match (self.told(response), response) {
            // One answer brings everything, so that no other embed's run comes between.
            (
                Some((answer, Some(position))),
                Response::Ran { id, sight: Some(sight), .. } | Response::Seen { id, sight, .. },
            ) if self.wants_variables => {
                let run = if let Response::Seen { run, .. } = response { *run } else { *id };
                self.unfinished = Some((answer, position));
                Told::Question(Request::Variables { id: *id, run, moment: sight.position.moment })
            }
            (Some((answer, _)), _) => Told::Answer(answer),
            (None, _) => Told::Nothing,
        }
    }

    /// That, and the part of it which tells of the moment.
    fn told(&mut self, response: &Response) -> Option<(JsValue, Option<JsValue>)> {
        let answer = match response {
            Response::Ran { id, outcome, overview, sight, .. } => {
                let (text, mut look) = self.asked.take()?;
                look.frame = frame(overview, look.frame.width);
                let position = sight.as_deref().map(|sight| position(sight, &text, look.language));
                let ran = object(&[
                    ("id", number(id.0)),
                    ("is", "ran".into()),
                    ("outcome", told(outcome)),
                    ("end", number(overview.end.0)),
                    ("endNs", (overview.end_ns as f64).into()),
                    // Where the timeline ends, which is later if something never ends.
                    ("toNs", (look.frame.to as f64).into()),
                    ("figure", figure(&text, sight.as_deref(), overview, &look)),
                    ("position", position.clone().unwrap_or(JsValue::NULL)),
                    ("tasks", sight.as_deref().map_or(JsValue::NULL, tasks)),
                ]);
                if sight.is_some() {
                    self.kept = Some((text, look));
                }
                return Some((ran, position));
            }
            Response::Seen { id, sight, .. } => {
                let (text, look) = self.kept.as_ref()?;
                let position = position(sight, text, look.language);
                let seen = object(&[
                    ("id", number(id.0)),
                    ("is", "seen".into()),
                    ("position", position.clone()),
                    ("svg", standing_picture(sight, look)),
                ]);
                return Some((seen, Some(position)));
            }
            Response::Variables { tasks, .. } => {
                let (answer, position) = self.unfinished.take()?;
                let tasks: Array = tasks.iter().map(variables).collect();
                // Fails for what is no object.
                Reflect::set(&position, &"variables".into(), &tasks).ok()?;
                answer
            }
            Response::Progress { id, now_ns, .. } => {
                object(&[("id", number(id.0)), ("is", "progress".into()), ("ns", (*now_ns as f64).into())])
            }
            Response::Paused { id, .. } => object(&[("id", number(id.0)), ("is", "paused".into())]),
            // What it has done until then comes next.
            Response::Stopped { .. } => return None,
            // Without them, then.
            Response::Gone { id } => match self.unfinished.take() {
                Some((answer, _)) => answer,
                None => object(&[("id", number(id.0)), ("is", "gone".into())]),
            },
            Response::Quiz { id, quiz } => {
                let (name, language) = self.check.take()?;
                let question = question::of(quiz, &name, language);
                object(&[
                    ("id", number(id.0)),
                    ("is", "asked".into()),
                    ("question", question.as_ref().map_or(JsValue::NULL, asked)),
                ])
            }
            Response::Recorded { id, lines } => {
                object(&[("id", number(id.0)), ("is", "recorded".into()), ("lines", lines.into())])
            }
            Response::LinkOpened { id, opened } => linked(*id, opened),
            Response::LinkMade { id, link } => object(&[
                ("id", number(id.0)),
                ("is", "link".into()),
                ("link", link.as_deref().map_or(JsValue::NULL, Into::into)),
                ("complaint", link.as_ref().err().map_or(JsValue::NULL, Into::into)),
            ]),
            Response::Unintelligible { problem } => {
                object(&[("is", "unintelligible".into()), ("problem", problem.into())])
            }
            Response::Ready { .. }
            | Response::Offered { .. }
            | Response::Gripped { .. }
            | Response::Locked { .. }
            | Response::Compared { .. }
            | Response::Hints { .. }
            | Response::Drawn { .. }
            | Response::Changed { .. } => return None,
        };
        Some((answer, None))
    }
}

/// An object that somebody has sent: anything may be missing from it, or be something else.
struct Given<'a>(&'a JsValue);

impl Given<'_> {
    fn get(&self, name: &str) -> Option<JsValue> {
        Reflect::get(self.0, &name.into()).ok()
    }

    fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.as_string()
    }

    fn number(&self, name: &str) -> Option<f64> {
        self.get(name)?.as_f64().filter(|number| number.is_finite())
    }

    fn is(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| value.is_truthy())
    }

    /// A number that counts something; what is too small or too large is made to fit.
    fn id(&self, name: &str) -> Option<RequestId> {
        self.number(name).map(|number| RequestId(number as u32))
    }

    /// Where the cursor is to be: at a time, at an event, a step from there; or at the end.
    fn aim(&self) -> Aim {
        if let Some(ns) = self.number("ns") {
            return Aim::Along(Axis::Time, ns as i64);
        }
        let moment = Moment(self.number("event").map_or(u32::MAX, |event| event as u32));
        let pace = match self.text("step").as_deref() {
            Some("line") => Pace::Line,
            Some("event") => Pace::Event,
            Some("switch") => Pace::Switch,
            Some("print") => Pace::Print,
            Some("clock") => Pace::Clock,
            Some(_) | None => return Aim::At(moment),
        };
        Aim::Step { from: moment, pace, forward: !self.is("back") }
    }
}

/// What a figure wears in light and in dark surroundings.
fn styles(id: RequestId) -> JsValue {
    object(&[
        ("id", number(id.0)),
        ("is", "styles".into()),
        ("light", style_sheet(Colours::OwnLight).into()),
        ("dark", style_sheet(Colours::OwnDark).into()),
    ])
}

fn told(outcome: &Outcome) -> JsValue {
    let (ending, waits) = match &outcome.ending {
        Ending::Finished => ("finished", Array::new()),
        Ending::Deadlock(deadlock) => {
            ("deadlock", deadlock.waits.iter().map(|link| JsValue::from(&link.sentence)).collect())
        }
        Ending::Limit => ("limit", Array::new()),
    };
    let problem = outcome.problem.as_ref().map(|problem| {
        let help = problem.help.as_ref().map_or(JsValue::NULL, Into::into);
        object(&[("line", number(problem.line)), ("text", (&problem.text).into()), ("help", help)])
    });
    object(&[
        ("exit", outcome.exit.into()),
        ("ending", ending.into()),
        ("stopped", outcome.stopped.into()),
        ("waits", waits.into()),
        ("problem", problem.unwrap_or(JsValue::NULL)),
    ])
}

/// The parts of a figure; of a program that never began, its text alone.
fn figure(text: &str, sight: Option<&Sight>, overview: &Overview, look: &Look) -> JsValue {
    let Some(sight) = sight else { return JsValue::NULL };
    let Figure { code, log, timeline } = Figure::of_sight(text, sight, overview, look);
    object(&[("code", code.into()), ("log", log.into()), ("timeline", timeline.into())])
}

/// Whose the lanes are that are drawn, by name, and which of them each row of the log is by: -1 for none of them.
fn tasks(sight: &Sight) -> JsValue {
    let rows = sight.timeline.as_ref().map_or(&[][..], |timeline| &timeline.rows);
    let names: Array = rows.iter().map(|row| JsValue::from(&row.name)).collect();
    let log = sight.log.as_deref().unwrap_or_default().iter();
    let writers = log.map(|line| rows.iter().position(|row| row.lane == line.lane));
    let writers: Array = writers.map(|row| JsValue::from(row.map_or(-1.0, |row| row as f64))).collect();
    object(&[("names", names.into()), ("writers", writers.into())])
}

/// Where the cursor is, who stands where then, and the loop and the graph, if they are shown.
fn position(sight: &Sight, text: &str, language: Language) -> JsValue {
    let position = &sight.position;
    let marks: Array = sight
        .marks
        .iter()
        .map(|mark| {
            let before = text.get(..mark.span.start as usize).unwrap_or_default();
            let line = before.bytes().filter(|byte| *byte == b'\n').count() as f64;
            object(&[
                ("line", line.into()),
                ("state", state_class(mark.state).into()),
                ("runs", (mark.state == State::Running).into()),
                ("sentence", (&mark.sentence).into()),
            ])
        })
        .collect();
    object(&[
        ("event", number(position.moment.0)),
        ("ns", (position.ns as f64).into()),
        ("rows", number(position.log_row.map_or(0, |row| row.saturating_add(1)))),
        ("sentence", (&position.sentence).into()),
        ("note", position.note.as_ref().map_or(JsValue::NULL, Into::into)),
        ("x", f64::from(sight.cursor_x).into()),
        ("marks", marks.into()),
        ("loop", sight.loop_state.as_ref().map_or(JsValue::NULL, |state| loop_state(state, language))),
        ("graph", sight.graph.as_ref().map_or(JsValue::NULL, |graph| graph_svg(graph, language).into())),
    ])
}

fn asked(question: &Question) -> JsValue {
    let choice = |choice: &Choice| {
        object(&[
            ("lines", choice.lines.iter().map(JsValue::from).collect::<Array>().into()),
            ("isRight", choice.is_right.into()),
            ("verdict", (&choice.verdict).into()),
            ("event", choice.moment.map_or(JsValue::NULL, |moment| number(moment.0))),
        ])
    };
    let choices: Array = question.choices.iter().map(choice).collect();
    object(&[("prompt", (&question.prompt).into()), ("choices", choices.into())])
}

/// The variables of a task, function by function, from the innermost to the outermost.
fn variables(lane: &LaneVariables) -> JsValue {
    let of_frame = |frame: &FrameVariables| {
        let variables = frame.variables.iter().map(|variable| {
            let change = match variable.change {
                VariableChange::New => "new".into(),
                VariableChange::Changed => "changed".into(),
                VariableChange::Same => JsValue::NULL,
            };
            object(&[
                ("name", (&variable.name).into()),
                ("text", (&variable.text).into()),
                ("change", change),
            ])
        });
        object(&[
            ("name", (&frame.function).into()),
            ("line", number(frame.line)),
            ("variables", variables.collect::<Array>().into()),
        ])
    };
    let frames: Array = lane.frames.iter().rev().map(of_frame).collect();
    object(&[("name", (&lane.name).into()), ("frames", frames.into())])
}

/// The loop as lists of lines: each is a name, and more about it.
fn loop_state(state: &LoopState, language: Language) -> JsValue {
    let line = |name: &str, note: &str| object(&[("name", name.into()), ("note", note.into())]);
    let entry = |entry: &Entry| line(&entry.name, &entry.note);
    let ready: Array = state.ready.iter().map(entry).collect();
    let timers = state.timers.iter().map(|timer| {
        line(
            &format!("{} {}", seconds_with_unit(timer.due_ns, language), timer.entry.name),
            &timer.entry.note,
        )
    });
    let things = state.resources.iter().map(|thing| {
        object(&[
            ("name", (&thing.name).into()),
            ("note", (&thing.note).into()),
            ("holders", names(thing.holders.iter()).into()),
            ("waiters", names(thing.lines.iter().flat_map(|line| &line.waiters)).into()),
        ])
    });
    object(&[
        ("ready", ready.into()),
        ("timers", timers.collect::<Array>().into()),
        ("things", things.collect::<Array>().into()),
    ])
}

fn names<'a>(entries: impl Iterator<Item = &'a Entry>) -> Array {
    entries.map(|entry| JsValue::from(&entry.name)).collect()
}

/// The timeline as a file of its own, where it was asked for.
fn standing_picture(sight: &Sight, look: &Look) -> JsValue {
    let Some(timeline) = &sight.timeline else { return JsValue::NULL };
    let (frame, language) = (&look.frame, look.language);
    svg(&Picture { timeline, frame, title: "", language, cursor_x: None, colours: Colours::Own }).into()
}

fn linked(id: RequestId, opened: &OpenedLink) -> JsValue {
    let text = |text: &Option<String>| text.as_ref().map_or(JsValue::NULL, Into::into);
    object(&[
        ("id", number(id.0)),
        ("is", "opened".into()),
        ("text", text(&opened.text)),
        ("complaint", text(&opened.complaint)),
        ("ns", opened.time_ns.map_or(JsValue::NULL, |ns| (ns as f64).into())),
        ("language", opened.language.map_or(JsValue::NULL, |language| language.tag().into())),
    ])
}

fn number(number: u32) -> JsValue {
    number.into()
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let pairs: Array = fields.iter().map(|(name, value)| Array::of2(&(*name).into(), value)).collect();
    // Fails for what is no list of pairs.
    Object::from_entries(&pairs).map_or(JsValue::NULL, Into::into)
}
