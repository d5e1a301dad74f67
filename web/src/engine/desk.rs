//! What the worker is busy with: a run under way, or a look back into the one that it keeps.
//!
//! Whoever owns the desk puts requests on it, and lets it work in short bouts as long as it is
//! busy. It reads the clock that it is given, and knows no browser.

use interleave_python::{Ending, Execution, Groundwork, Looking, Options, Run, provide_library};
use interleave_quiz::{Quiz, Stop, stops};
use interleave_text::Language;
use interleave_trace::Origins;
use interleave_views::Story;
use interleave_views::comparison::{Against, compare};
use interleave_views::sight::{DelayId, Moment, Overview};

use super::protocol::{Foresight, Request, RequestId, Response};
use super::pulling::Hold;
use super::{advice, links, memory, offers, outcome, program, record, variables};

/// How long a bout lasts, in milliseconds: so long does a request wait.
const BOUT: f64 = 12.0;

/// How often a run tells how far it is, in milliseconds.
const PULSE: f64 = 100.0;

/// Records of so many events are large: there is never room for two of them.
const LARGE: usize = if cfg!(test) { 2_000 } else { 1 << 20 };

/// A run with so many events may become large, and most of what it takes is still to come: a large record before
/// it makes room now, so that the run takes that room instead of more.
const GROWING: usize = LARGE / 16;

/// After so many events somebody has to be asked whether to go on, however few instructions that took: no more are
/// recorded.
const MANY: usize = if cfg!(test) { 4 * LARGE } else { 4_000_000 };

/// Instructions between two looks at the clock.
const STRETCH: u64 = 20_000;

/// How often a run is repeated when the reader comes nearer.
const PRACTICE: u8 = 20;

/// The worker's state.
#[derive(Default)]
pub(crate) struct Desk {
    work: Work,
    kept: Option<Kept>,
    hold: Option<Hold>,
    /// So many times is the run that is kept still to be repeated, for practice.
    practice: u8,
    /// What the run that has just ended leaves behind, if that is little: it can wait until its answer is out.
    leavings: Option<(Execution, Option<Kept>)>,
    /// For the next run.
    ground: Option<Groundwork>,
}

/// One program runs at a time: values of two would meet on one thread.
#[derive(Default)]
enum Work {
    #[default]
    Nothing,
    Run(Box<UnderWay>),
    /// A run that goes on when the library's second volume is here.
    Wait(Box<UnderWay>),
    Look(Box<Inquiry>),
}

/// A program that runs.
struct UnderWay {
    id: RequestId,
    goal: Goal,
    scenario: Scenario,
    execution: Execution,
    /// Instructions that are left before somebody has to be asked; no limit if there are none.
    fuel: Option<u64>,
    is_paused: bool,
    /// It goes no further, and what it has done so far is to be looked at.
    is_stopped: bool,
    /// When the page last heard of it.
    told: f64,
}

/// What a program is run for.
enum Goal {
    /// To be looked at, instead of the run that is kept: at first so. Of what came of a pull the text is told, too.
    Looks { foresight: Option<Box<Foresight>>, is_pulled: bool },
    /// To be compared with the run that is kept, which this is, on a clock that is so long.
    Comparison { with: RequestId, against: Against, width: f32 },
}

/// A program, and what it takes to run it.
#[derive(Clone)]
struct Scenario {
    text: String,
    options: Options,
    language: Language,
}

impl Scenario {
    fn new(text: String, stdin: String, language: Language) -> Self {
        Self { text, options: Options { stdin, record: true, ..Options::default() }, language }
    }

    /// With other random numbers than its text asks for.
    fn with_seed(mut self, seed: Option<String>) -> Self {
        self.options.settings = seed.map(|seed| ("seed".to_owned(), seed)).into_iter().collect();
        self
    }
}

/// A run that is over.
struct Kept {
    id: RequestId,
    scenario: Scenario,
    foresight: Option<Box<Foresight>>,
    story: Story,
    checkpoints: interleave_python::Checkpoints,
    origins: Origins,
}

/// A run that is repeated for its variables.
struct Inquiry {
    id: RequestId,
    run: RequestId,
    about: About,
    looking: Looking,
}

/// What the variables are wanted for.
enum About {
    /// To be shown, as they are at a moment.
    Moment(Moment),
    /// To ask what one of them holds, at one of these places.
    Quiz(Vec<Stop>),
}

impl Desk {
    /// There is work to do.
    pub(crate) fn is_busy(&self) -> bool {
        match &self.work {
            Work::Nothing => self.practice > 0 && self.kept.is_some(),
            Work::Wait(_) => false,
            Work::Run(run) => !run.is_paused || run.is_stopped,
            Work::Look(_) => true,
        }
    }

    /// A run waits for the library's second volume.
    pub(crate) fn wants_library(&self) -> bool {
        matches!(self.work, Work::Wait(_))
    }

    /// Takes what came when the second volume was sent for, and begins the run that waits for it anew.
    pub(crate) fn receive_library(&mut self, volume: Option<String>, now: f64) -> Vec<Response> {
        let is_here = volume.is_some_and(provide_library);
        match std::mem::take(&mut self.work) {
            Work::Wait(run) if is_here => {
                let UnderWay { id, goal, scenario, fuel, execution, .. } = *run;
                // Else what dies of it would die in the run that begins.
                drop(execution);
                self.begin(id, goal, scenario, fuel, now).into_iter().collect()
            }
            Work::Wait(run) => vec![self.end(*run, false)],
            other @ (Work::Run(_) | Work::Look(_) | Work::Nothing) => {
                self.work = other;
                Vec::new()
            }
        }
    }

    /// Takes a request; what can be answered at once.
    pub(crate) fn take(&mut self, request: Request, now: f64) -> Vec<Response> {
        match request {
            Request::Run { id, text, stdin, seed, fuel, language, foresight } => {
                let goal = Goal::Looks { foresight, is_pulled: false };
                let scenario = Scenario::new(text, stdin, language).with_seed(seed);
                self.begin_instead(id, goal, scenario, fuel, now)
            }
            Request::GoOn { id } => match &mut self.work {
                Work::Run(run) if run.id == id => {
                    (run.is_paused, run.fuel, run.told) = (false, None, now);
                    Vec::new()
                }
                Work::Run(_) | Work::Wait(_) | Work::Look(_) | Work::Nothing => vec![Response::Gone { id }],
            },
            Request::Stop { id } => match std::mem::take(&mut self.work) {
                Work::Run(mut run) if run.id == id && run.execution.events() >= GROWING => {
                    // Its story takes a while, and somebody waits for the word that it has stopped.
                    run.is_stopped = true;
                    self.work = Work::Run(run);
                    vec![Response::Stopped { id }]
                }
                Work::Run(run) | Work::Wait(run) if run.id == id => vec![self.end(*run, true)],
                other @ (Work::Run(_) | Work::Wait(_) | Work::Look(_) | Work::Nothing) => {
                    self.work = other;
                    vec![Response::Gone { id }]
                }
            },
            Request::Look { id, run, look } => vec![match self.kept(run) {
                Some(kept) => Response::Seen { id, run, sight: Box::new(kept.story.look(&look)) },
                None => Response::Gone { id },
            }],
            Request::Variables { id, run, moment } => self.inquire(id, run, |_| About::Moment(moment)),
            Request::OpenLink { id, link, language } => {
                vec![Response::LinkOpened { id, opened: links::opened(&link, language).into() }]
            }
            Request::MakeLink { id, shared, language } => {
                vec![Response::LinkMade { id, link: links::made(&shared, language) }]
            }
            Request::Offer { id, run, shared, language, page, dark } => {
                let story = run.and_then(|run| self.kept(run)).map(|kept| &kept.story);
                let offer = offers::of(&shared, &page, story, dark, language);
                vec![Response::Offered { id, offer: offer.into() }]
            }
            Request::Grip { id, run, delay } => vec![self.grip(id, run, delay)],
            Request::Pull { id, grip, literal, length_ns, fuel, language, foresight } => {
                let Some(hold) = self.hold.as_ref().filter(|hold| hold.id == grip) else {
                    return vec![Response::Gone { id }];
                };
                self.practice = 0;
                match hold.pulled(literal, length_ns) {
                    Ok(text) => {
                        let scenario = Scenario::new(text, hold.stdin.clone(), language);
                        let goal = Goal::Looks { foresight, is_pulled: true };
                        self.begin_instead(id, goal, scenario, fuel, now)
                    }
                    Err(lock) => vec![Response::Locked { id, lock }],
                }
            }
            Request::Compare { id, run, text, against, fuel, language, width } => {
                if self.runs_to_be_seen() || self.kept(run).is_none() {
                    return vec![Response::Gone { id }];
                }
                let scenario = Scenario::new(text, String::new(), language);
                let goal = Goal::Comparison { with: run, against, width };
                self.begin_instead(id, goal, scenario, Some(fuel), now)
            }
            Request::Record { id, run } => vec![match self.kept(run) {
                Some(kept) => {
                    Response::Recorded { id, lines: record::of(kept.story.trace(), &kept.scenario.text) }
                }
                None => Response::Gone { id },
            }],
            Request::Hints { id, run, language } => vec![match self.kept(run) {
                Some(kept) => {
                    let hints = advice::of(&kept.scenario.text, &kept.story, language);
                    Response::Hints { id, hints }
                }
                None => Response::Gone { id },
            }],
            Request::Quiz { id, run } => self.inquire(id, run, |story| About::Quiz(stops(story))),
            Request::Draw { id, text } => vec![Response::Drawn { id, graph: program::draw(&text) }],
            Request::Change { id, text, command } => {
                vec![Response::Changed { id, edit: program::change(&text, &command) }]
            }
            // The parts of the module have come.
            Request::Prepare { .. } => {
                self.practice = PRACTICE;
                Vec::new()
            }
        }
    }

    /// Works for a bout; what there is to tell after it.
    pub(crate) fn work(&mut self, clock: impl Fn() -> f64) -> Vec<Response> {
        let begun = clock();
        match std::mem::take(&mut self.work) {
            Work::Nothing => {
                self.practise(begun);
                Vec::new()
            }
            Work::Wait(run) => {
                self.work = Work::Wait(run);
                Vec::new()
            }
            Work::Run(run) if run.is_stopped => vec![self.end(*run, true)],
            Work::Run(mut run) => {
                let ended = run.advance(|| clock() - begun >= BOUT);
                if ended && run.execution.ending() == Some(&Ending::Library) {
                    self.work = Work::Wait(run);
                    return Vec::new();
                }
                let is_enough = run.is_paused && matches!(run.goal, Goal::Comparison { .. });
                if ended || is_enough {
                    return vec![self.end(*run, is_enough)];
                }
                if run.execution.events() >= GROWING && matches!(run.goal, Goal::Looks { .. }) {
                    // What is on the screen stays there, and can be looked at more closely when this run is over.
                    self.kept = self.kept.take().filter(|kept| kept.story.trace().events.len() < LARGE);
                }
                let told = run.tell(clock());
                self.work = Work::Run(run);
                told.into_iter().collect()
            }
            Work::Look(mut inquiry) => loop {
                if inquiry.looking.advance(STRETCH) {
                    return vec![self.answer(*inquiry)];
                }
                if clock() - begun >= BOUT {
                    self.work = Work::Look(inquiry);
                    return Vec::new();
                }
            },
        }
    }

    /// Uses the time while nobody waits: clears up, and lays the ground for the next run.
    pub(crate) fn tidy(&mut self) {
        self.leavings = None;
        if matches!(self.work, Work::Nothing) && self.ground.is_none() {
            self.ground = Some(Groundwork::lay());
        }
    }

    fn kept(&self, run: RequestId) -> Option<&Kept> {
        self.kept.as_ref().filter(|kept| kept.id == run)
    }

    /// Takes hold of a delay, if it can be pulled at.
    fn grip(&mut self, id: RequestId, run: RequestId, delay: DelayId) -> Response {
        let Some(kept) = self.kept(run) else { return Response::Gone { id } };
        let Scenario { text, options, .. } = &kept.scenario;
        match Hold::of(id, (text, &options.stdin), &kept.origins, &kept.story, delay) {
            Ok((hold, grip)) => {
                self.hold = Some(hold);
                Response::Gripped { id, grip: Ok(grip) }
            }
            Err(lock) => Response::Gripped { id, grip: Err(lock) },
        }
    }

    /// Repeats the run that is kept, if it is short. Nothing comes of it but that the browser compiles for speed what
    /// it has seen so often, before the reader types, or pulls at a delay in every frame.
    ///
    /// It is kept apart: it is in a later part of the module.
    #[inline(never)]
    fn practise(&mut self, now: f64) {
        let (Some(left), Some(kept)) = (self.practice.checked_sub(1), &self.kept) else { return };
        self.practice = left;
        let goal = Goal::Looks { foresight: kept.foresight.clone(), is_pulled: true };
        let (id, scenario, events) = (kept.id, kept.scenario.clone(), kept.story.trace().events.len());
        self.begin(id, goal, scenario, None, now);
        if let Work::Run(mut run) = std::mem::take(&mut self.work)
            // It is the same one, unless a part of the library has come since.
            && run.execution.advance(STRETCH)
            && run.execution.events() == events
        {
            self.end(*run, false);
        } else {
            self.practice = 0;
        }
    }

    /// A run is under way that will take the place of the one that is kept.
    fn runs_to_be_seen(&self) -> bool {
        matches!(&self.work, Work::Run(run) | Work::Wait(run) if matches!(run.goal, Goal::Looks { .. }))
    }

    /// Drops what is under way, so that something else can begin; who asked about the run that is kept is told.
    fn give_up(&mut self) -> Option<Response> {
        match std::mem::take(&mut self.work) {
            Work::Look(inquiry) => Some(Response::Gone { id: inquiry.id }),
            Work::Run(run) | Work::Wait(run) if matches!(run.goal, Goal::Comparison { .. }) => {
                Some(Response::Gone { id: run.id })
            }
            Work::Run(_) | Work::Wait(_) | Work::Nothing => None,
        }
    }

    /// Begins a run instead of what is under way.
    fn begin_instead(
        &mut self,
        id: RequestId,
        goal: Goal,
        scenario: Scenario,
        fuel: Option<u64>,
        now: f64,
    ) -> Vec<Response> {
        let given_up = self.give_up();
        given_up.into_iter().chain(self.begin(id, goal, scenario, fuel, now)).collect()
    }

    /// A program that has mistakes is answered at once; the run before it stays.
    fn begin(
        &mut self,
        id: RequestId,
        goal: Goal,
        scenario: Scenario,
        fuel: Option<u64>,
        now: f64,
    ) -> Option<Response> {
        // Else what dies of it would die in the run that begins.
        self.leavings = None;
        memory::begin();
        let ground = self.ground.take().unwrap_or_else(Groundwork::lay);
        match Execution::on(ground, &scenario.text, &scenario.options) {
            Ok(execution) => {
                let (is_paused, is_stopped) = (false, false);
                let run = UnderWay { id, goal, scenario, execution, fuel, is_paused, is_stopped, told: now };
                self.work = Work::Run(Box::new(run));
                None
            }
            Err(run) => Some(match goal {
                Goal::Comparison { .. } => Response::Compared { id, comparison: None },
                Goal::Looks { is_pulled, .. } => {
                    let Scenario { text, language, .. } = scenario;
                    let outcome = outcome::of(&run, None, &text, language, false);
                    let (overview, text) = (Overview::default(), is_pulled.then_some(text));
                    Response::Ran { id, outcome, overview, sight: None, text }
                }
            }),
        }
    }

    fn end(&mut self, run: UnderWay, stopped: bool) -> Response {
        let UnderWay { id, goal, scenario, mut execution, .. } = run;
        let mut run: Run = execution.finish();
        let (foresight, is_pulled) = match goal {
            Goal::Looks { foresight, is_pulled } => (foresight, is_pulled),
            Goal::Comparison { with, against, width } => {
                return self.compared(id, (with, against, width), &scenario, run);
            }
        };
        let trace = run.trace.take().unwrap_or_default();
        let before = self.kept.take();
        let is_large = |kept: &Kept| kept.story.trace().events.len() >= GROWING;
        // The one before goes first: two traces may not fit.
        if trace.events.len() >= GROWING || before.as_ref().is_some_and(is_large) {
            drop((execution, before));
        } else {
            self.leavings = Some((execution, before));
        }
        let story = Story::new(&scenario.text, trace);
        let outcome = outcome::of(&run, Some(&story), &scenario.text, scenario.language, stopped);
        let overview = story.overview();
        let sight =
            foresight.as_deref().cloned().map(|foresight| Box::new(story.look(&foresight.look(&overview))));
        let text = is_pulled.then(|| scenario.text.clone());
        let Run { checkpoints, origins, .. } = run;
        self.kept = Some(Kept { id, scenario, foresight, story, checkpoints, origins });
        Response::Ran { id, outcome, overview, sight, text }
    }

    fn compared(
        &self,
        id: RequestId,
        (with, against, width): (RequestId, Against, f32),
        scenario: &Scenario,
        mut run: Run,
    ) -> Response {
        let other = Story::new(&scenario.text, run.trace.take().unwrap_or_default());
        match self.kept(with) {
            Some(kept) => {
                let comparison = compare(&kept.story, (against, &other), scenario.language, width);
                Response::Compared { id, comparison: Some(Box::new(comparison)) }
            }
            None => Response::Gone { id },
        }
    }

    fn inquire(&mut self, id: RequestId, run: RequestId, about: impl Fn(&Story) -> About) -> Vec<Response> {
        if self.runs_to_be_seen() {
            return vec![Response::Gone { id }];
        }
        let mut told: Vec<_> = self.give_up().into_iter().collect();
        // The repeated run has ground of its own, and no other at its side.
        (self.leavings, self.ground) = (None, None);
        let inquiry = self.kept(run).and_then(|kept| {
            let about = about(&kept.story);
            let Scenario { text, options, .. } = &kept.scenario;
            let looking = match &about {
                About::Moment(moment) => {
                    Looking::new(text, options, kept.story.trace(), &kept.checkpoints, moment.0 as usize)
                }
                About::Quiz(stops) => {
                    let moments: Vec<_> = stops.iter().map(|stop| stop.moment.0 as usize).collect();
                    Looking::along(text, options, &kept.checkpoints, &moments)
                }
            };
            Some(Inquiry { id, run, about, looking: looking? })
        });
        match inquiry {
            Some(inquiry) => self.work = Work::Look(Box::new(inquiry)),
            None => told.push(Response::Gone { id }),
        }
        told
    }

    fn answer(&self, inquiry: Inquiry) -> Response {
        let Inquiry { id, run, about, looking } = inquiry;
        let Some(kept) = self.kept(run) else { return Response::Gone { id } };
        match about {
            About::Moment(moment) => {
                let tasks = variables::of(&looking.finish(), &kept.story, kept.scenario.language);
                Response::Variables { id, run, moment, tasks }
            }
            About::Quiz(stops) => {
                let seen: Vec<_> =
                    looking.seen().iter().map(|tasks| variables::unmistakable(tasks)).collect();
                let quiz = Quiz::of(&kept.story).with_variables(&stops, &seen);
                Response::Quiz { id, quiz: quiz.into() }
            }
        }
    }
}

impl UnderWay {
    /// Runs until it has ended (then the answer is yes), its fuel is used up, or it is time for a break.
    fn advance(&mut self, is_time: impl Fn() -> bool) -> bool {
        loop {
            let stretch = self.fuel.map_or(STRETCH, |fuel| fuel.min(STRETCH));
            if self.execution.advance(stretch) {
                return true;
            }
            if let Some(fuel) = &mut self.fuel {
                *fuel -= stretch;
                self.is_paused = *fuel == 0 || self.execution.events() >= MANY;
            }
            if self.is_paused || is_time() {
                return false;
            }
        }
    }

    /// What the page should hear of it now.
    fn tell(&mut self, now: f64) -> Option<Response> {
        let (id, instructions) = (self.id, self.execution.instructions());
        if self.is_paused {
            return Some(Response::Paused { id, instructions });
        }
        if now - self.told < PULSE {
            return None;
        }
        self.told = now;
        let events = u32::try_from(self.execution.events()).unwrap_or(u32::MAX);
        Some(Response::Progress { id, instructions, now_ns: self.execution.now_ns(), events })
    }
}

#[cfg(test)]
mod tests;
