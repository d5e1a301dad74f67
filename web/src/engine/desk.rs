//! What the worker is busy with: a run under way, or a look back into the one that it keeps.
//!
//! Whoever owns the desk puts requests on it, and lets it work in short bouts as long as it is
//! busy. It reads the clock that it is given, and knows no browser.

use interleave_edits::drag::Lock;
use interleave_python::{Ending, Execution, Looking, Options, Run, provide_library};
use interleave_text::{Language, Span};
use interleave_trace::Origins;
use interleave_views::Story;
use interleave_views::comparison::compare;
use interleave_views::sight::{DelayId, Moment, Overview};

use super::protocol::{Request, RequestId, Response};
use super::pulling::Hold;
use super::{links, memory, outcome, program, variables};

/// How long a bout lasts, in milliseconds: so long does a request wait.
const BOUT: f64 = 12.0;

/// How often a run tells how far it is, in milliseconds.
const PULSE: f64 = 100.0;

/// Records of so many events are large: there is never room for two of them.
const LARGE: usize = if cfg!(test) { 2_000 } else { 1 << 20 };

/// Instructions between two looks at the clock.
const STRETCH: u64 = 20_000;

/// The worker's state.
#[derive(Default)]
pub(crate) struct Desk {
    work: Work,
    kept: Option<Kept>,
    hold: Option<Hold>,
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
    /// When the page last heard of it.
    told: f64,
}

/// What a program is run for.
#[derive(Clone, Copy)]
enum Goal {
    /// To be looked at, instead of the run that is kept.
    Looks,
    /// To be compared with the run that is kept, which this is, on a clock that is so long.
    Comparison(RequestId, f32),
}

/// A program, and what it takes to run it.
struct Scenario {
    text: String,
    options: Options,
    language: Language,
}

/// A run that is over.
struct Kept {
    id: RequestId,
    scenario: Scenario,
    story: Story,
    checkpoints: interleave_python::Checkpoints,
    origins: Origins,
}

/// A run that is repeated for its variables.
struct Inquiry {
    id: RequestId,
    run: RequestId,
    moment: Moment,
    looking: Looking,
}

impl Desk {
    /// There is work to do.
    pub(crate) fn is_busy(&self) -> bool {
        match &self.work {
            Work::Nothing | Work::Wait(_) => false,
            Work::Run(run) => !run.is_paused,
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
            Request::Run { id, text, stdin, fuel, language } => {
                let options = Options { stdin, record: true, ..Options::default() };
                let given_up = self.give_up();
                let begun = self.begin(id, Goal::Looks, Scenario { text, options, language }, fuel, now);
                given_up.into_iter().chain(begun).collect()
            }
            Request::GoOn { id } => match &mut self.work {
                Work::Run(run) if run.id == id => {
                    (run.is_paused, run.fuel, run.told) = (false, None, now);
                    Vec::new()
                }
                Work::Run(_) | Work::Wait(_) | Work::Look(_) | Work::Nothing => vec![Response::Gone { id }],
            },
            Request::Stop { id } => match std::mem::take(&mut self.work) {
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
            Request::Variables { id, run, moment } => self.inquire(id, run, moment),
            Request::OpenLink { id, link, language } => {
                vec![Response::LinkOpened { id, opened: links::opened(&link, language).into() }]
            }
            Request::MakeLink { id, shared, language } => {
                vec![Response::LinkMade { id, link: links::made(&shared, language) }]
            }
            Request::Grip { id, run, delay } => vec![self.grip(id, run, delay)],
            Request::Pull { id, grip, literal, length_ns, fuel, language } => {
                match self.pulled(grip, literal, length_ns) {
                    Some(Ok(text)) => {
                        let told = Response::Pulled { id, text: Ok(text.clone()) };
                        let stdin = self.hold.as_ref().map(|hold| hold.stdin.clone()).unwrap_or_default();
                        let ran = self.take(Request::Run { id, text, stdin, fuel, language }, now);
                        std::iter::once(told).chain(ran).collect()
                    }
                    Some(Err(lock)) => vec![Response::Pulled { id, text: Err(lock) }],
                    None => vec![Response::Gone { id }],
                }
            }
            Request::Compare { id, run, text, fuel, language, width } => {
                if self.runs_to_be_seen() || self.kept(run).is_none() {
                    return vec![Response::Gone { id }];
                }
                let given_up = self.give_up();
                let options = Options { record: true, ..Options::default() };
                let scenario = Scenario { text, options, language };
                let begun = self.begin(id, Goal::Comparison(run, width), scenario, Some(fuel), now);
                given_up.into_iter().chain(begun).collect()
            }
            Request::Draw { id, text } => vec![Response::Drawn { id, graph: program::draw(&text) }],
            Request::Change { id, text, command } => {
                vec![Response::Changed { id, edit: program::change(&text, &command) }]
            }
        }
    }

    /// Works for a bout; what there is to tell after it.
    pub(crate) fn work(&mut self, clock: impl Fn() -> f64) -> Vec<Response> {
        let begun = clock();
        match std::mem::take(&mut self.work) {
            Work::Nothing => Vec::new(),
            Work::Wait(run) => {
                self.work = Work::Wait(run);
                Vec::new()
            }
            Work::Run(mut run) => {
                let ended = run.advance(|| clock() - begun >= BOUT);
                if ended && run.execution.ending() == Some(&Ending::Library) {
                    self.work = Work::Wait(run);
                    return Vec::new();
                }
                let is_enough = run.is_paused && matches!(run.goal, Goal::Comparison(..));
                if ended || is_enough {
                    return vec![self.end(*run, is_enough)];
                }
                if run.execution.events() >= LARGE && matches!(run.goal, Goal::Looks) {
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

    /// The program after a pull; nothing if the delay is not held any more.
    fn pulled(&self, grip: RequestId, literal: Span, length_ns: i64) -> Option<Result<String, Lock>> {
        let hold = self.hold.as_ref().filter(|hold| hold.id == grip)?;
        Some(hold.pulled(literal, length_ns))
    }

    /// A run is under way that will take the place of the one that is kept.
    fn runs_to_be_seen(&self) -> bool {
        matches!(&self.work, Work::Run(run) | Work::Wait(run) if matches!(run.goal, Goal::Looks))
    }

    /// Drops what is under way, so that something else can begin; who asked about the run that is kept is told.
    fn give_up(&mut self) -> Option<Response> {
        match std::mem::take(&mut self.work) {
            Work::Look(inquiry) => Some(Response::Gone { id: inquiry.id }),
            Work::Run(run) | Work::Wait(run) if matches!(run.goal, Goal::Comparison(..)) => {
                Some(Response::Gone { id: run.id })
            }
            Work::Run(_) | Work::Wait(_) | Work::Nothing => None,
        }
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
        memory::begin();
        match Execution::new(&scenario.text, &scenario.options) {
            Ok(execution) => {
                let run = UnderWay { id, goal, scenario, execution, fuel, is_paused: false, told: now };
                self.work = Work::Run(Box::new(run));
                None
            }
            Err(_) if matches!(goal, Goal::Comparison(..)) => {
                Some(Response::Compared { id, comparison: None })
            }
            Err(run) => {
                let outcome = outcome::of(&run, None, &scenario.text, scenario.language, false);
                Some(Response::Ran { id, outcome, overview: Overview::default() })
            }
        }
    }

    fn end(&mut self, run: UnderWay, stopped: bool) -> Response {
        let UnderWay { id, goal, scenario, execution, .. } = run;
        let mut run: Run = execution.finish();
        if let Goal::Comparison(with, width) = goal {
            let before = Story::new(&scenario.text, run.trace.take().unwrap_or_default());
            return match self.kept(with) {
                Some(kept) => {
                    let comparison = compare(&before, &kept.story, scenario.language, width);
                    Response::Compared { id, comparison: Some(Box::new(comparison)) }
                }
                None => Response::Gone { id },
            };
        }
        // The one before goes first: two traces may not fit.
        self.kept = None;
        let story = Story::new(&scenario.text, run.trace.take().unwrap_or_default());
        let outcome = outcome::of(&run, Some(&story), &scenario.text, scenario.language, stopped);
        let overview = story.overview();
        let Run { checkpoints, origins, .. } = run;
        self.kept = Some(Kept { id, scenario, story, checkpoints, origins });
        Response::Ran { id, outcome, overview }
    }

    fn inquire(&mut self, id: RequestId, run: RequestId, moment: Moment) -> Vec<Response> {
        if self.runs_to_be_seen() {
            return vec![Response::Gone { id }];
        }
        let mut told: Vec<_> = self.give_up().into_iter().collect();
        let looking = self.kept(run).and_then(|kept| {
            let Scenario { text, options, .. } = &kept.scenario;
            Looking::new(text, options, kept.story.trace(), &kept.checkpoints, moment.0 as usize)
        });
        match looking {
            Some(looking) => self.work = Work::Look(Box::new(Inquiry { id, run, moment, looking })),
            None => told.push(Response::Gone { id }),
        }
        told
    }

    fn answer(&self, inquiry: Inquiry) -> Response {
        let Inquiry { id, run, moment, looking } = inquiry;
        match self.kept(run) {
            Some(kept) => {
                let tasks = variables::of(&looking.finish(), &kept.story, kept.scenario.language);
                Response::Variables { id, run, moment, tasks }
            }
            None => Response::Gone { id },
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
                self.is_paused = *fuel == 0;
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
mod tests {
    use std::cell::Cell;

    use interleave_edits::drag::Lock;
    use interleave_text::Language;
    use interleave_views::sight::{Aim, Axis, DelayId, Frame, Lane, Look, Moment, Overview, Pull};

    use super::super::protocol::{
        Choice, Ending, Grip, LaneVariables, Outcome, Request, RequestId, Response, VariableChange,
    };
    use super::Desk;

    const ENDLESS: &str = "print('begun')\nn = 0\nwhile True:\n    n += 1\n";

    /// A desk, and a clock that goes on by a millisecond whenever somebody reads it.
    #[derive(Default)]
    struct Office {
        desk: Desk,
        now: Cell<f64>,
    }

    impl Office {
        fn ask(&mut self, request: Request) -> Vec<Response> {
            self.desk.take(request, self.now.get())
        }

        fn bout(&mut self) -> Vec<Response> {
            let now = &self.now;
            self.desk.work(|| {
                now.set(now.get() + 1.0);
                now.get()
            })
        }

        /// Everything that is said until there is nothing more to do.
        fn all(&mut self, request: Request) -> Vec<Response> {
            let mut said = self.ask(request);
            while self.desk.is_busy() {
                said.extend(self.bout());
            }
            said
        }

        /// Runs a program to its end.
        fn run(&mut self, id: u32, text: &str) -> (Outcome, Overview) {
            match self.all(run(id, text)).pop() {
                Some(Response::Ran { id: told, outcome, overview }) if told == RequestId(id) => {
                    (outcome, overview)
                }
                other => panic!("{other:?}"),
            }
        }
    }

    fn run(id: u32, text: &str) -> Request {
        let language = Language::English;
        Request::Run { id: RequestId(id), text: text.into(), stdin: "Ada\n".into(), fuel: None, language }
    }

    fn look(id: u32, run: u32) -> Request {
        let frame = Frame { axis: Axis::Time, from: 0, to: 1, width: 100.0, first_row: 0, rows: 9 };
        let look = Look {
            language: Language::English,
            cursor: Aim::At(Moment(u32::MAX)),
            log: Some((0, 10)),
            frame,
            timeline: false,
            stops: Vec::new(),
            loop_state: false,
            graph: false,
            question: None,
            selected: None,
            grasp: None,
        };
        Request::Look { id: RequestId(id), run: RequestId(run), look }
    }

    fn printed(said: &[Response]) -> Vec<String> {
        match said {
            [Response::Seen { sight, .. }] => {
                sight.log.iter().flatten().map(|row| row.text.clone()).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_run_is_told_and_can_be_looked_at() {
        let mut office = Office::default();
        let (outcome, overview) = office.run(1, "print('hello', input())\n");
        assert_eq!((outcome.exit, outcome.ending, outcome.problem), (0, Ending::Finished, None));
        assert!(overview.end.0 > 0);
        assert_eq!(printed(&office.ask(look(2, 1))), ["hello Ada"]);
        assert_eq!(office.ask(look(3, 9)), [Response::Gone { id: RequestId(3) }]);
    }

    #[test]
    fn a_long_run_shows_signs_of_life_and_stops_when_told() {
        let mut office = Office::default();
        assert_eq!(office.ask(run(1, ENDLESS)), []);
        let mut said = Vec::new();
        for _ in 0..30 {
            let before = office.now.get();
            said.extend(office.bout());
            assert!(office.now.get() - before < 20.0, "a bout is short");
        }
        assert!(said.len() >= 3, "{said:?}");
        assert!(said.iter().all(|one| matches!(one, Response::Progress { events: 1.., .. })), "{said:?}");
        let said = office.ask(Request::Stop { id: RequestId(1) });
        let [Response::Ran { outcome, .. }] = &said[..] else { panic!("{said:?}") };
        assert!(outcome.stopped && outcome.problem.is_none());
        assert!(!office.desk.is_busy());
        assert_eq!(printed(&office.ask(look(2, 1))), ["begun"], "what was printed is kept");
    }

    #[test]
    fn fuel_is_used_up_and_more_is_asked_for() {
        let mut office = Office::default();
        let Request::Run { id, text, stdin, language, .. } = run(1, ENDLESS) else { return };
        let said = office.all(Request::Run { id, text, stdin, fuel: Some(50_001), language });
        assert!(matches!(said[..], [Response::Paused { id: RequestId(1), .. }]), "{said:?}");
        assert_eq!(office.ask(Request::GoOn { id }), []);
        assert!(office.desk.is_busy());
        office.bout();
        let said = office.ask(Request::Stop { id });
        assert!(matches!(&said[..], [Response::Ran { .. }]), "{said:?}");
        assert_eq!(office.ask(Request::GoOn { id }), [Response::Gone { id }]);
    }

    #[test]
    fn a_newer_run_takes_the_place_of_an_older_one() {
        let mut office = Office::default();
        office.run(1, "print('first')\n");
        office.ask(run(2, ENDLESS));
        office.bout();
        assert_eq!(printed(&office.ask(look(3, 1))), ["first"], "meanwhile the last one can be looked at");
        office.run(4, "print('second')\n");
        assert_eq!(printed(&office.ask(look(5, 4))), ["second"]);
        assert_eq!(office.ask(look(6, 1)), [Response::Gone { id: RequestId(6) }]);
        assert_eq!(office.ask(Request::Stop { id: RequestId(2) }), [Response::Gone { id: RequestId(2) }]);
    }

    #[test]
    fn a_mistake_in_the_grammar_keeps_the_run_before() {
        let mut office = Office::default();
        office.run(1, "print('first')\n");
        let (outcome, overview) = office.run(2, "x = 1\nprint('oops'\n");
        let problem = outcome.problem.expect("that is one");
        assert_eq!((outcome.exit, outcome.instructions, problem.line), (1, 0, 2));
        assert!(problem.text.contains("SyntaxError: '(' was never closed"), "{}", problem.text);
        assert_eq!(overview, Overview::default());
        assert_eq!(printed(&office.ask(look(3, 1))), ["first"]);
    }

    fn variables(office: &mut Office, run: u32, moment: u32) -> Vec<LaneVariables> {
        let request = Request::Variables { id: RequestId(90), run: RequestId(run), moment: Moment(moment) };
        match office.all(request).pop() {
            Some(Response::Variables { tasks, .. }) => tasks,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn variables_come_from_a_run_to_the_moment() {
        let mut office = Office::default();
        let text = "import asyncio\nasync def job(n):\n    await asyncio.sleep(n)\nasync def main():\n    await asyncio.gather(job(1), job(2))\nn = 0\nasyncio.run(main())\nn += 1\n";
        let (_, overview) = office.run(1, text);
        let tasks = variables(&mut office, 1, overview.end.0);
        assert_eq!((tasks.len(), &*tasks[0].frames[0].function), (1, "<module>"));
        let last = &tasks[0].frames[0].variables[0];
        assert_eq!((&*last.name, &*last.text, last.change), ("n", "1", VariableChange::Changed));

        let deepest =
            (0..overview.end.0).map(|moment| variables(&mut office, 1, moment)).max_by_key(Vec::len);
        let deepest = deepest.expect("there are moments");
        let names: Vec<_> = deepest.iter().map(|task| (task.lane, &*task.name)).collect();
        assert_eq!(
            names[1..],
            [(Lane::Task(0), "Task-1"), (Lane::Task(1), "Task-2"), (Lane::Task(2), "Task-3")]
        );
        assert_ne!(deepest[1].colour, deepest[2].colour);
    }

    fn compare(id: u32, run: u32, text: &str) -> Request {
        let (id, run, text) = (RequestId(id), RequestId(run), text.into());
        Request::Compare { id, run, text, fuel: 50_000, language: Language::English, width: 300.0 }
    }

    #[test]
    fn a_program_is_compared_with_the_run_that_is_kept() {
        let mut office = Office::default();
        office.run(1, "print('one')\nprint('two')\n");
        let said = office.all(compare(2, 1, "print('one')\n"));
        let [Response::Compared { id: RequestId(2), comparison: Some(comparison) }] = &said[..] else {
            panic!("{said:?}")
        };
        assert_eq!(comparison.lines.len(), 2);
        assert_eq!(printed(&office.ask(look(3, 1))), ["one", "two"], "that run is still kept");
        let empty = Response::Compared { id: RequestId(4), comparison: None };
        assert_eq!(office.all(compare(4, 1, "print(\n")), [empty]);
        assert_eq!(office.all(compare(5, 9, "pass")), [Response::Gone { id: RequestId(5) }]);
    }

    #[test]
    fn what_never_ends_is_compared_as_far_as_it_went() {
        let mut office = Office::default();
        office.run(1, "print('begun')\n");
        let said = office.all(compare(2, 1, ENDLESS));
        let [Response::Compared { comparison: Some(comparison), .. }] = &said[..] else { panic!("{said:?}") };
        assert_eq!(comparison.lines.len(), 1);
    }

    #[test]
    fn a_run_goes_before_a_comparison() {
        let mut office = Office::default();
        office.run(1, "pass\n");
        assert_eq!(office.ask(compare(2, 1, ENDLESS)), []);
        assert_eq!(office.ask(run(3, ENDLESS)), [Response::Gone { id: RequestId(2) }]);
        assert_eq!(office.ask(compare(4, 1, "pass")), [Response::Gone { id: RequestId(4) }]);
    }

    #[test]
    fn of_two_large_records_the_earlier_one_makes_room() {
        for (earlier, is_kept) in
            [("for n in range(10): pass\n", true), ("for n in range(9_000): pass\n", false)]
        {
            let mut office = Office::default();
            office.run(1, earlier);
            office.ask(run(2, ENDLESS));
            office.bout();
            let gone = [Response::Gone { id: RequestId(3) }];
            assert_eq!(office.ask(look(3, 1)) != gone, is_kept, "{earlier}");
        }
    }

    #[test]
    fn a_run_goes_before_a_look_back() {
        let mut office = Office::default();
        office.run(1, "n = 0\nwhile n < 100_000:\n    n += 1\n");
        let inquiry =
            |id| Request::Variables { id: RequestId(id), run: RequestId(1), moment: Moment(190_000) };
        assert_eq!(office.ask(inquiry(2)), []);
        assert_eq!(office.ask(inquiry(3)), [Response::Gone { id: RequestId(2) }], "the newer one counts");
        assert_eq!(office.ask(run(4, ENDLESS)), [Response::Gone { id: RequestId(3) }]);
        assert_eq!(office.ask(inquiry(5)), [Response::Gone { id: RequestId(5) }]);
    }

    const NAPS: &str = "import asyncio\npause = 2\nasync def main():\n    await asyncio.sleep(pause)\n    await asyncio.sleep(pause * 2)\n    print('done')\nasyncio.run(main())\n";

    fn first_pull(office: &mut Office, run: u32) -> Pull {
        let frame =
            Frame { axis: Axis::Time, from: 0, to: 6_000_000_000, width: 600.0, first_row: 0, rows: 9 };
        let Request::Look { id, run, look } = look(50, run) else { panic!("it is one") };
        let said = office.ask(Request::Look { id, run, look: Look { frame, timeline: true, ..look } });
        let [Response::Seen { sight, .. }] = &said[..] else { panic!("{said:?}") };
        let rows = &sight.timeline.as_ref().unwrap().rows;
        *rows.iter().flat_map(|row| &row.pulls).next().unwrap()
    }

    fn grip(office: &mut Office, id: u32, run: u32, delay: DelayId) -> Grip {
        let said = office.ask(Request::Grip { id: RequestId(id), run: RequestId(run), delay });
        let [Response::Gripped { grip: Ok(grip), .. }] = &said[..] else { panic!("{said:?}") };
        grip.clone()
    }

    fn pull(id: u32, grip: u32, choice: &Choice, length_ns: i64) -> Request {
        let (id, grip, literal) = (RequestId(id), RequestId(grip), choice.literal);
        Request::Pull { id, grip, literal, length_ns, fuel: None, language: Language::English }
    }

    #[test]
    fn a_delay_is_pulled_at_again_and_again() {
        let mut office = Office::default();
        office.run(1, NAPS);
        let delay = first_pull(&mut office, 1).delay;
        let grip = grip(&mut office, 2, 1, delay);
        let [choice] = &grip.choices[..] else { panic!("{grip:?}") };
        assert_eq!((&*choice.text, choice.line, choice.delays.len()), ("2", 2, 2));
        for (id, length_ns, expected) in
            [(3, 2_500_000_000, 7_500_000_000), (4, 1_000_000_000, 3_000_000_000)]
        {
            let said = office.all(pull(id, 2, choice, length_ns));
            let [Response::Pulled { text: Ok(text), .. }, .., Response::Ran { id: told, outcome, .. }] =
                &said[..]
            else {
                panic!("{said:?}")
            };
            assert_eq!((*told, outcome.end_ns), (RequestId(id), expected), "{text}");
        }
        let gone = office.ask(pull(5, 99, choice, 1));
        assert_eq!(gone, [Response::Gone { id: RequestId(5) }], "that is not held");
    }

    #[test]
    fn what_has_no_number_has_a_lock() {
        let mut office = Office::default();
        office.run(1, &NAPS.replace("pause = 2", "pause = len('ab')"));
        let delay = first_pull(&mut office, 1).delay;
        let said = office.ask(Request::Grip { id: RequestId(2), run: RequestId(1), delay });
        assert_eq!(said, [Response::Gripped { id: RequestId(2), grip: Err(Lock::NotWritten) }]);
        let (id, run) = (RequestId(3), RequestId(7));
        assert_eq!(office.ask(Request::Grip { id, run, delay }), [Response::Gone { id }]);
    }
}
