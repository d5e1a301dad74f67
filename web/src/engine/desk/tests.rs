//! What is asked of a desk, and what it says.

use std::cell::Cell;

use interleave_edits::drag::Lock;
use interleave_text::Language;
use interleave_views::comparison::{Against, Change};
use interleave_views::sight::{Aim, Axis, DelayId, Frame, Lane, Look, Moment, Overview, Pull};

use super::super::protocol::{
    Choice, Ending, Foresight, Grip, LaneVariables, Outcome, Request, RequestId, Response, VariableChange,
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
        let said = self.desk.work(|| {
            now.set(now.get() + 1.0);
            now.get()
        });
        self.desk.tidy();
        said
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
            Some(Response::Ran { id: told, outcome, overview, .. }) if told == RequestId(id) => {
                (outcome, overview)
            }
            other => panic!("{other:?}"),
        }
    }
}

fn run(id: u32, text: &str) -> Request {
    let (id, language) = (RequestId(id), Language::English);
    Request::Run {
        id,
        text: text.into(),
        stdin: "Ada\n".into(),
        seed: None,
        fuel: None,
        language,
        foresight: None,
    }
}

fn look(id: u32, run: u32) -> Request {
    let frame = Frame { axis: Axis::Time, from: 0, to: 1, width: 100.0, first_row: 0, rows: 9 };
    let look = Look { log: Some((0, 10)), ..Look::at(Language::English, Aim::At(Moment(u32::MAX)), frame) };
    Request::Look { id: RequestId(id), run: RequestId(run), look }
}

fn printed(said: &[Response]) -> Vec<String> {
    match said {
        [Response::Seen { sight, .. }] => sight.log.iter().flatten().map(|row| row.text.clone()).collect(),
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
    let said = office.all(Request::Stop { id: RequestId(1) });
    let [Response::Stopped { .. }, Response::Ran { outcome, .. }] = &said[..] else { panic!("{said:?}") };
    assert!(outcome.stopped && outcome.problem.is_none());
    assert!(!office.desk.is_busy());
    assert_eq!(printed(&office.ask(look(2, 1))), ["begun"], "what was printed is kept");
}

#[test]
fn fuel_is_used_up_and_more_is_asked_for() {
    let mut office = Office::default();
    let Request::Run { id, text, stdin, language, .. } = run(1, ENDLESS) else { return };
    let foresight = None;
    let said =
        office.all(Request::Run { id, text, stdin, seed: None, fuel: Some(50_001), language, foresight });
    assert!(matches!(said[..], [Response::Paused { id: RequestId(1), .. }]), "{said:?}");
    assert_eq!(office.ask(Request::GoOn { id }), []);
    assert!(office.desk.is_busy());
    office.bout();
    let said = office.all(Request::Stop { id });
    assert!(matches!(&said[..], [Response::Stopped { .. }, Response::Ran { .. }]), "{said:?}");
    assert_eq!(office.ask(Request::GoOn { id }), [Response::Gone { id }]);
}

#[test]
fn many_events_are_as_good_a_reason_to_ask_and_their_story_comes_after_the_word() {
    const TICKER: &str = "import asyncio

async def main():
    while True:
        print('tick')
        await asyncio.sleep(1)

asyncio.run(main())
";
    let mut office = Office::default();
    let Request::Run { id, text, stdin, language, .. } = run(1, TICKER) else { return };
    let (fuel, foresight) = (Some(u64::MAX), None);
    let said = office.all(Request::Run { id, text, stdin, seed: None, fuel, language, foresight });
    assert!(matches!(said.last(), Some(Response::Paused { id: RequestId(1), .. })), "{said:?}");
    assert_eq!(office.ask(Request::Stop { id }), [Response::Stopped { id }]);
    assert!(office.desk.is_busy());
    let said = office.bout();
    let [Response::Ran { outcome, .. }] = &said[..] else { panic!("{said:?}") };
    assert!(outcome.stopped);
    assert!(printed(&office.ask(look(2, 1))).starts_with(&["tick".into(), "tick".into()]));
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

    let deepest = (0..overview.end.0).map(|moment| variables(&mut office, 1, moment)).max_by_key(Vec::len);
    let deepest = deepest.expect("there are moments");
    let names: Vec<_> = deepest.iter().map(|task| (task.lane, &*task.name)).collect();
    assert_eq!(names[1..], [(Lane::Task(0), "Task-1"), (Lane::Task(1), "Task-2"), (Lane::Task(2), "Task-3")]);
    assert_ne!(deepest[1].colour, deepest[2].colour);
}

fn compare(id: u32, run: u32, text: &str) -> Request {
    let (id, run, text) = (RequestId(id), RequestId(run), text.into());
    let (against, language) = (Against::Earlier, Language::English);
    Request::Compare { id, run, text, against, fuel: 50_000, language, width: 300.0 }
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
fn what_a_repair_would_add_is_new_and_what_it_would_spare_is_gone() {
    let mut office = Office::default();
    office.run(1, "print('one')\nprint('slip')\n");
    let (text, language) = ("print('one')\nprint('two')\n".into(), Language::English);
    let (id, run, against) = (RequestId(2), RequestId(1), Against::Repaired);
    let said = office.all(Request::Compare { id, run, text, against, fuel: 50_000, language, width: 300.0 });
    let [Response::Compared { comparison: Some(comparison), .. }] = &said[..] else { panic!("{said:?}") };
    let changes: Vec<_> = comparison.lines.iter().map(|line| line.change).collect();
    assert_eq!(changes, [Change::Same, Change::Gone, Change::New]);
    let gone = comparison.lines[1].before.as_ref().expect("it is printed now");
    assert_eq!((&*gone.text, comparison.against), ("slip", Against::Repaired));
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
    for (earlier, is_kept) in [("for n in range(10): pass\n", true), ("for n in range(9_000): pass\n", false)]
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
    let inquiry = |id| Request::Variables { id: RequestId(id), run: RequestId(1), moment: Moment(190_000) };
    assert_eq!(office.ask(inquiry(2)), []);
    assert_eq!(office.ask(inquiry(3)), [Response::Gone { id: RequestId(2) }], "the newer one counts");
    assert_eq!(office.ask(run(4, ENDLESS)), [Response::Gone { id: RequestId(3) }]);
    assert_eq!(office.ask(inquiry(5)), [Response::Gone { id: RequestId(5) }]);
}

#[test]
fn a_run_is_the_same_on_ground_that_was_laid_before() {
    let told = |office: &mut Office, id| {
        let (outcome, overview) = office.run(id, NAPS);
        let record = office.ask(Request::Record { id: RequestId(id + 10), run: RequestId(id) });
        let [Response::Recorded { lines, .. }] = &record[..] else { panic!("{record:?}") };
        (outcome, overview, lines.clone())
    };
    let mut office = Office::default();
    let first = told(&mut office, 1);
    assert!(office.desk.ground.is_some(), "it was laid after the first run");
    assert_eq!(first, told(&mut office, 2));
    office.all(Request::Variables { id: RequestId(3), run: RequestId(2), moment: Moment(9) });
    assert_eq!(first, told(&mut office, 4), "looking back has taken it away");
}

const NAPS: &str = "import asyncio\npause = 2\nasync def main():\n    await asyncio.sleep(pause)\n    await asyncio.sleep(pause * 2)\n    print('done')\nasyncio.run(main())\n";

fn first_pull(office: &mut Office, run: u32) -> Pull {
    let frame = Frame { axis: Axis::Time, from: 0, to: 6_000_000_000, width: 600.0, first_row: 0, rows: 9 };
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

/// Runs a program, and takes hold of its first delay; the hold has the number 2.
fn hold(office: &mut Office) -> Grip {
    office.run(1, NAPS);
    let delay = first_pull(office, 1).delay;
    grip(office, 2, 1, delay)
}

fn pull(id: u32, grip: u32, choice: &Choice, length_ns: i64) -> Request {
    let (id, grip, literal) = (RequestId(id), RequestId(grip), choice.literal);
    let Request::Look { look, .. } = look(0, 0) else { panic!("it is one") };
    let foresight = Some(Foresight { look, whole: true }.into());
    Request::Pull { id, grip, literal, length_ns, fuel: None, language: Language::English, foresight }
}

#[test]
fn a_delay_is_pulled_at_again_and_again() {
    let mut office = Office::default();
    let grip = hold(&mut office);
    let [choice] = &grip.choices[..] else { panic!("{grip:?}") };
    assert_eq!((&*choice.text, choice.line, choice.delays.len()), ("2", 2, 2));
    for (id, length_ns, expected) in [(3, 2_500_000_000, 7_500_000_000), (4, 1_000_000_000, 3_000_000_000)] {
        let said = office.all(pull(id, 2, choice, length_ns));
        let [Response::Ran { id: told, outcome, sight: Some(sight), text: Some(text), .. }] = &said[..]
        else {
            panic!("{said:?}")
        };
        assert_eq!((*told, outcome.end_ns), (RequestId(id), expected), "{text}");
        assert_eq!(sight.position.ns, expected, "it is seen at once, at its end");
    }
    let gone = office.ask(pull(5, 99, choice, 1));
    assert_eq!(gone, [Response::Gone { id: RequestId(5) }], "that is not held");
}

#[test]
fn a_short_run_is_repeated_when_the_reader_comes_and_stays_as_it_is() {
    let mut office = Office::default();
    office.ask(Request::Prepare { parts: 1 });
    assert!(!office.desk.is_busy(), "there is no run yet");
    office.ask(run(1, NAPS));
    let ran = office.bout();
    assert!(matches!(ran[..], [Response::Ran { id: RequestId(1), .. }]), "{ran:?}");
    let before = office.ask(look(2, 1));
    for _ in 0..super::PRACTICE {
        assert!(office.desk.is_busy());
        assert_eq!(office.bout(), [], "nobody is told");
        assert_eq!(office.ask(look(2, 1)), before);
    }
    assert!(!office.desk.is_busy());
}

#[test]
fn nobody_waits_for_practice() {
    let mut office = Office::default();
    let grip = hold(&mut office);
    office.ask(Request::Prepare { parts: 1 });
    office.bout();
    office.ask(pull(3, 2, &grip.choices[0], 1_000_000_000));
    let said = office.bout();
    assert!(matches!(said[..], [Response::Ran { id: RequestId(3), .. }]), "{said:?}");
    assert!(!office.desk.is_busy(), "pulls are practice enough");
}

#[test]
fn a_run_that_is_not_short_is_not_repeated() {
    let mut office = Office::default();
    office.run(1, "for _ in range(9_999): pass");
    office.ask(Request::Prepare { parts: 1 });
    assert_eq!(office.bout(), []);
    assert!(!office.desk.is_busy());
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

#[test]
fn a_quiz_asks_what_a_variable_holds() {
    let mut office = Office::default();
    office.run(1, "n = 0\nfor word in ('one', 'two', 'three'):\n    n += 10\n    print(word)\n");
    let said = office.all(Request::Quiz { id: RequestId(2), run: RequestId(1) });
    let Some(Response::Quiz { quiz, .. }) = said.last() else { panic!("{said:?}") };
    let holds = quiz.holds.as_ref().expect("two variables change");
    assert_eq!((holds.name.as_str(), holds.line.as_str()), ("n", "two"));
    assert_eq!(holds.choices.get(holds.right).map(String::as_str), Some("20"));
    let gone = office.all(Request::Quiz { id: RequestId(3), run: RequestId(9) });
    assert_eq!(gone, [Response::Gone { id: RequestId(3) }]);
}

#[test]
fn a_run_is_looked_through_for_mistakes() {
    let mut office = Office::default();
    let program = "import asyncio\nasync def main():\n    asyncio.sleep(1)\nasyncio.run(main())\n";
    office.run(1, program);
    let language = Language::English;
    let said = office.all(Request::Hints { id: RequestId(2), run: RequestId(1), language });
    let [Response::Hints { hints, .. }] = said.as_slice() else { panic!("{said:?}") };
    let [hint] = hints.as_slice() else { panic!("{hints:?}") };
    assert_eq!((hint.rule.as_str(), hint.line), ("forgotten-await", 3));
    assert_eq!(hint.repaired, Some(program.replace("asyncio.sleep", "await asyncio.sleep")));
    let gone = office.all(Request::Hints { id: RequestId(3), run: RequestId(9), language });
    assert_eq!(gone, [Response::Gone { id: RequestId(3) }]);
}

#[test]
fn a_quiz_asks_about_no_variable_that_several_have() {
    let mut office = Office::default();
    office.run(
        1,
        "import asyncio\nasync def job(name):\n    for n in (1, 2):\n        print(name, n)\n        \
         await asyncio.sleep(n)\nasync def main():\n    await asyncio.gather(job('a'), job('b'))\n\
         asyncio.run(main())\n",
    );
    let said = office.all(Request::Quiz { id: RequestId(2), run: RequestId(1) });
    let Some(Response::Quiz { quiz, .. }) = said.last() else { panic!("{said:?}") };
    assert_eq!(quiz.holds, None, "both jobs have an n of their own");
}
