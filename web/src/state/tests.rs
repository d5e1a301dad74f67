//! What the page does, told as actions and what comes of them.

use interleave_edits::drag::Lock;
use interleave_text::Span;
use interleave_views::sight::{
    Anchor, Axis, DelayId, Grasp, Identity, Link, Moment, Overview, Pace, Position, Sight, Way, Why,
};

mod advising;
mod course;
mod linking;
mod playing;

use super::*;
use crate::engine::protocol::{
    Choice, Ending, Foresight, Grip, OpenedLink, Outcome, Problem, Request, Shared, Unfolded,
};

/// A page that is talked to, by its reader and by a worker.
struct Page(Rc<State>);

const END: Moment = Moment(40);

fn outcome() -> Outcome {
    Outcome {
        exit: 0,
        ending: Ending::Finished,
        end_ns: 3_000_000_000,
        iterations: 5,
        instructions: 1_000,
        stopped: false,
        problem: None,
    }
}

fn mistake() -> Outcome {
    let text = String::from("SyntaxError: '(' was never closed");
    let problem = Problem { span: Span::new(0, 1), line: 1, head: text.clone(), text, help: None };
    Outcome { exit: 1, instructions: 0, problem: Some(problem.into()), ..outcome() }
}

fn overview() -> Overview {
    Overview { end: END, end_ns: 3_000_000_000, lanes: 3, log_rows: 5, left_out: 0, stuck: false }
}

fn broken() -> Failure {
    Failure::Broken("unreachable".into())
}

impl Page {
    fn opened() -> Self {
        Self(Rc::new(State::new(Language::English, Theme::Auto, "pass")))
    }

    /// A page that shows its opening program, with the cursor at the end.
    fn at_rest() -> Self {
        let mut page = Self::opened();
        page.hear(Response::Ready { version: "1.0.0".into() });
        page.ends(outcome());
        page.sees(END, 3_000_000_000);
        page
    }

    fn act(&mut self, action: Action) {
        self.0 = Rc::clone(&self.0).reduce(action);
    }

    fn hear(&mut self, response: Response) {
        self.act(Action::HearEngine(Ok(response)));
    }

    fn edit(&mut self, text: &str) {
        self.act(Action::Edit(text.into()));
    }

    fn run_id(&self) -> RequestId {
        self.0.running.under_way.as_ref().expect("a run is under way").id
    }

    fn is_idle(&self) -> bool {
        self.0.running.under_way.is_none()
    }

    fn word(&self) -> Option<Request> {
        self.0.running.under_way.as_ref().and_then(UnderWay::word)
    }

    /// The run under way ends.
    fn ends(&mut self, outcome: Outcome) {
        let id = self.run_id();
        self.hear(Response::Ran { id, outcome, overview: overview(), sight: None, text: None });
    }

    fn asked(&self) -> Option<(RequestId, RequestId, interleave_views::sight::Look)> {
        match self.0.looking.request().as_deref() {
            Some(Request::Look { id, run, look }) => Some((*id, *run, look.clone())),
            _ => None,
        }
    }

    fn aim_asked(&self) -> Option<Aim> {
        self.asked().map(|(_, _, look)| look.cursor)
    }

    /// The look that is awaited comes to this moment.
    fn sees(&mut self, moment: Moment, ns: i64) {
        self.sees_with(moment, |sight| sight.position.ns = ns);
    }

    /// The same, with something more to be seen.
    fn sees_with(&mut self, moment: Moment, add: impl FnOnce(&mut Sight)) {
        let (id, run, look) = self.asked().expect("a look is asked for");
        let position = Position { moment, ..Position::default() };
        let (log, timeline) = (look.log.map(|_| Vec::new()), look.timeline.then(Default::default));
        let mut sight = Sight { position, log, timeline, ..Sight::default() };
        add(&mut sight);
        self.hear(Response::Seen { id, run, sight: sight.into() });
    }

    fn cursor(&self) -> Moment {
        self.0.seen().expect("something is seen").position.moment
    }
}

#[test]
fn the_opening_program_runs_and_is_looked_at_from_its_end() {
    let mut page = Page::opened();
    assert_eq!(page.0.engine, Engine::Loading);
    page.ends(outcome());
    assert_eq!(page.aim_asked(), Some(Aim::At(END)));
    let (_, _, look) = page.asked().unwrap();
    assert!(look.log.is_some() && look.timeline, "all is new");
    page.sees(END, 3_000_000_000);
    assert_eq!((page.cursor(), page.asked()), (END, None));
}

#[test]
fn an_edit_is_run_instead_of_what_is_under_way_and_late_answers_are_ignored() {
    let mut page = Page::at_rest();
    page.edit("a");
    let first = page.run_id();
    page.edit("b");
    page.hear(Response::Ran { id: first, outcome: mistake(), overview: overview(), sight: None, text: None });
    assert!(!page.is_idle());
    assert!(page.0.running.latest.as_ref().unwrap().outcome.problem.is_none());
    page.ends(outcome());
    assert_eq!(&*page.0.running.picture.as_ref().unwrap().text, "b");
}

#[test]
fn the_same_text_is_not_run_again_unless_one_asks() {
    let mut page = Page::at_rest();
    page.edit("pass");
    assert!(page.is_idle());
    page.act(Action::Run("pass".into()));
    let request = Rc::clone(&page.0.running.under_way.as_ref().unwrap().request);
    assert!(matches!(&*request, Request::Run { fuel: None, .. }), "without a limit: {request:?}");
}

#[test]
fn the_cursor_stays_at_the_end_or_else_at_its_time() {
    let mut page = Page::at_rest();
    page.edit("a");
    page.ends(outcome());
    assert_eq!(page.aim_asked(), Some(Aim::At(END)));
    page.sees(END, 3_000_000_000);

    page.act(Action::Aim(Aim::At(Moment(7))));
    page.sees(Moment(7), 1_000_000_000);
    page.edit("b");
    page.ends(outcome());
    assert_eq!(page.aim_asked(), Some(Aim::Along(Axis::Time, 1_000_000_000)));
}

#[test]
fn what_a_run_was_asked_to_show_comes_with_it() {
    let mut page = Page::at_rest();
    let ends_in_sight = |page: &mut Page| {
        let request = Rc::clone(&page.0.running.under_way.as_ref().unwrap().request);
        let Request::Run { id, foresight: Some(foresight), .. } = &*request else { panic!("{request:?}") };
        let Foresight { look, whole } = &**foresight;
        assert!(*whole && look.timeline && look.log.is_some(), "{look:?}");
        let position = Position { moment: END, ns: 3_000_000_000, ..Position::default() };
        let (log, timeline) = (Some(Vec::new()), Some(Default::default()));
        let sight = Some(Sight { position, log, timeline, ..Sight::default() }.into());
        let (outcome, overview) = (outcome(), overview());
        page.hear(Response::Ran { id: *id, outcome, overview, sight, text: None });
    };
    page.edit("a");
    ends_in_sight(&mut page);
    assert_eq!((&*page.0.seen().unwrap().picture.text, page.cursor(), page.asked()), ("a", END, None));

    page.edit("b");
    page.act(Action::ShowRows(32, 64));
    let run = page.run_id();
    ends_in_sight(&mut page);
    assert_eq!(&*page.0.seen().unwrap().picture.text, "b");
    let (_, of, look) = page.asked().expect("what is wished for since then is asked for");
    assert_eq!((of, look.log, look.timeline), (run, Some((32, 64)), false));
}

#[test]
fn a_mistake_keeps_the_last_picture() {
    let mut page = Page::at_rest();
    page.edit("print(");
    page.ends(mistake());
    assert_eq!(page.asked(), None, "there is nothing new to be seen");
    assert_eq!(&*page.0.running.picture.as_ref().unwrap().text, "pass");
    assert!(page.0.running.latest.as_ref().unwrap().outcome.problem.is_some());
    page.act(Action::Step { stride: None, forward: false });
    assert!(page.asked().is_some(), "one can still step through it");
}

#[test]
fn steps_are_counted_while_an_answer_is_awaited_and_other_aims_replace_each_other() {
    let mut page = Page::at_rest();
    page.act(Action::Aim(Aim::At(Moment(0))));
    for _ in 0..3 {
        page.act(Action::Step { stride: Some(Stride::Line), forward: true });
    }
    page.sees(Moment(0), 0);
    for moment in [4, 8, 9] {
        let aim = page.aim_asked().unwrap();
        assert_eq!(aim, Aim::Step { from: page.cursor(), pace: Pace::Line, forward: true });
        page.sees(Moment(moment), 0);
    }
    assert_eq!(page.asked(), None);

    for place in 0..100 {
        page.act(Action::Aim(Aim::Along(Axis::Time, place)));
    }
    assert_eq!(page.aim_asked(), Some(Aim::Along(Axis::Time, 0)), "the first is on its way");
    page.sees(Moment(0), 0);
    assert_eq!(page.aim_asked(), Some(Aim::Along(Axis::Time, 99)), "of the others the newest is left");
}

#[test]
fn only_what_changed_is_asked_for() {
    let mut page = Page::at_rest();
    page.act(Action::Step { stride: None, forward: false });
    let (_, _, look) = page.asked().unwrap();
    assert!(look.log.is_none() && !look.timeline);
    page.sees(Moment(39), 0);
    page.act(Action::ShowRows(32, 64));
    let (_, _, look) = page.asked().unwrap();
    assert_eq!((look.log, look.timeline), (Some((32, 64)), false));
    page.sees(Moment(39), 0);
    page.act(Action::Ask(Some(Question::Why(Moment(39)))));
    let (_, _, look) = page.asked().unwrap();
    assert!(look.timeline && look.question.is_some(), "its arrows are in the timeline");
}

#[test]
fn a_language_is_looked_through_anew() {
    let mut page = Page::at_rest();
    page.act(Action::ChooseLanguage(Language::TraditionalChinese));
    let (_, _, look) = page.asked().unwrap();
    assert!(look.log.is_some() && look.timeline);
    assert_eq!(look.language, Language::TraditionalChinese);
}

#[test]
fn what_is_typed_and_takes_long_asks_first() {
    let mut page = Page::at_rest();
    page.edit("while True: pass");
    let id = page.run_id();
    page.hear(Response::Paused { id, instructions: 20_000_000 });
    assert_eq!(page.word(), None);
    page.act(Action::GoOn);
    assert_eq!(page.word(), Some(Request::GoOn { id }));
    page.act(Action::Stop);
    assert_eq!(page.word(), Some(Request::Stop { id }));
    page.hear(Response::Stopped { id });
    page.act(Action::Stop);
    page.act(Action::MissStop(id));
    assert_eq!((page.word(), page.0.notice), (None, None), "its story is waited for");
    page.ends(Outcome { stopped: true, ..outcome() });
    assert!(page.is_idle());
    assert_eq!(&*page.0.running.picture.as_ref().unwrap().text, "while True: pass");
}

#[test]
fn a_run_that_does_not_stop_is_ended_and_the_picture_comes_back() {
    let mut page = Page::at_rest();
    page.edit("stuck");
    let id = page.run_id();
    page.act(Action::MissStop(id));
    assert_eq!(page.run_id(), id, "nobody has said stop");
    page.act(Action::Stop);
    page.act(Action::MissStop(id));
    assert_eq!((page.0.worker, page.0.notice), (1, Some(Notice::Ended)));
    assert_eq!((&*page.0.text, &*page.0.running.under_way.as_ref().unwrap().text), ("stuck", "pass"));
    page.ends(outcome());
    assert_eq!(page.aim_asked(), Some(Aim::At(END)), "the cursor is where it was");
}

#[test]
fn what_is_revived_ends_where_it_ended_before() {
    let mut page = Page::at_rest();
    page.edit("while True: pass");
    page.act(Action::Stop);
    page.ends(Outcome { stopped: true, ..outcome() });
    page.sees(END, 0);
    page.act(Action::HearEngine(Err(broken())));
    let id = page.run_id();
    page.hear(Response::Paused { id, instructions: 1_000 });
    assert_eq!(page.word(), Some(Request::Stop { id }));
}

#[test]
fn a_worker_that_breaks_down_is_replaced_and_tried_again() {
    let mut page = Page::at_rest();
    page.edit("bad");
    for worker in 1..=2 {
        page.act(Action::HearEngine(Err(broken())));
        assert_eq!((page.0.worker, page.0.notice), (worker, Some(Notice::Replaced)));
        assert_eq!(&*page.0.running.under_way.as_ref().unwrap().text, "bad");
    }
    page.act(Action::HearEngine(Err(broken())));
    assert_eq!(page.0.notice, Some(Notice::GivenUp));
    assert_eq!(&*page.0.running.under_way.as_ref().unwrap().text, "pass", "the picture comes back");
    page.act(Action::HearEngine(Err(broken())));
    assert_eq!((page.is_idle(), &page.0.engine), (true, &Engine::Failed(broken())));
    let worker = page.0.worker;
    page.edit("better");
    assert_eq!((page.0.worker, page.0.notice), (worker + 1, None));
    assert!(!page.is_idle(), "another text is another chance");
}

#[test]
fn where_a_reader_goes_while_a_worker_is_replaced_is_not_forgotten() {
    let mut page = Page::at_rest();
    page.act(Action::HearEngine(Err(broken())));
    page.act(Action::Aim(Aim::At(Moment(3))));
    assert!(page.asked().is_none(), "there is nobody to be asked");
    page.ends(outcome());
    assert_eq!(page.asked().unwrap().2.cursor, Aim::At(Moment(3)));
}

#[test]
fn who_is_selected_is_sought_in_the_next_run() {
    let mut page = Page::at_rest();
    let identity = Identity { name: None, path: 7 };
    page.act(Action::Select(Some(Lane::Task(2))));
    assert_eq!(page.asked().unwrap().2.selected, Some(Selected::Lane(Lane::Task(2))));
    page.sees_with(END, |sight| sight.selected = Some((Lane::Task(2), identity)));
    for (text, found) in [("a", Some(Lane::Task(5))), ("b", None), ("c", Some(Lane::Task(1)))] {
        page.edit(text);
        page.ends(outcome());
        assert_eq!(page.asked().unwrap().2.selected, Some(Selected::Identity(identity)));
        page.sees_with(END, |sight| sight.selected = found.map(|lane| (lane, identity)));
        assert_eq!(page.0.selection, found);
    }
    page.act(Action::Select(None));
    assert_eq!(page.0.looking.wish.selected, None);
}

#[test]
fn a_question_stays_open_while_what_it_is_about_still_stands_there() {
    let mut page = Page::at_rest();
    page.edit("nap()\nprint()");
    page.ends(outcome());
    page.sees(END, 0);
    page.act(Action::Ask(Some(Question::Why(Moment(39)))));
    let place = Span::new(6, 13);
    let anchor = Anchor { place, nth: 2, ..Anchor::default() };
    let why = Why { links: vec![Link { span: place, ..Link::default() }], ..Why::default() };
    page.sees_with(END, |sight| (sight.anchor, sight.why) = (Some(anchor), Some(why.clone())));
    page.edit("# first\nnap()\nprint()");
    page.ends(outcome());
    let moved = Span::new(14, 21);
    let again = Question::Again(Anchor { place: moved, ..anchor });
    assert_eq!(page.asked().unwrap().2.question, Some(again));
    let anchor = Anchor { place: moved, ..anchor };
    let why = Why { links: vec![Link { span: moved, ..Link::default() }], ..Why::default() };
    page.sees_with(END, |sight| (sight.anchor, sight.why) = (Some(anchor), Some(why)));
    assert!(page.0.shows_why && page.0.seen().unwrap().why.is_some());
    page.edit("# first\nnap()\n");
    page.ends(outcome());
    assert_eq!(page.asked().unwrap().2.question, None, "the line is gone");
}

#[test]
fn a_leap_is_a_tenth_and_stays_inside() {
    let mut page = Page::at_rest();
    page.act(Action::Leap { forward: false });
    assert_eq!(page.aim_asked(), Some(Aim::Along(Axis::Time, 2_700_000_000)));
    page.sees(Moment(30), 100_000_000);
    page.act(Action::Leap { forward: false });
    assert_eq!(page.aim_asked(), Some(Aim::Along(Axis::Time, 0)));
}

#[test]
fn variables_are_asked_for_while_they_are_open() {
    let mut page = Page::at_rest();
    assert_eq!(page.0.inspecting.request(), None);
    page.act(Action::Fold(Panel::Variables, true));
    page.sees(END, 0);
    let Some(Request::Variables { id, run, moment }) = page.0.inspecting.request().as_deref().cloned() else {
        panic!("the variables are asked for")
    };
    assert_eq!(moment, END);
    page.hear(Response::Variables { id, run, moment, tasks: Vec::new() });
    assert_eq!(page.0.inspecting.request(), None);
}

#[test]
fn what_goes_wrong_between_page_and_worker_is_shown_in_the_end() {
    let mut page = Page::opened();
    for _ in 0..MOST_CRASHES {
        page.hear(Response::Unintelligible { problem: "cut short".into() });
    }
    assert_eq!(page.0.engine, Engine::Failed(Failure::Garbled("cut short".into())));
}

fn end_of_sleep() -> Pull {
    let (from_ns, due_ns) = (0, 2_000_000_000);
    Pull { delay: DelayId(7), x0: 0.0, x1: 9.0, from_ns, due_ns, over: false, written: true }
}

impl Page {
    /// The delay pointed at can be changed by the number 2.
    fn grips(&mut self) {
        let request = self.0.pulling.request().expect("it is asked what the delay is made of");
        let Request::Grip { id, delay: DelayId(7), .. } = *request else { panic!("{request:?}") };
        let literal = Span::new(4, 4);
        let choice = Choice { literal, text: "2".into(), line: 1, delays: vec![DelayId(7)] };
        let grip = Grip { grasp: Some(Grasp::default()), choices: vec![choice] };
        self.hear(Response::Gripped { id, grip: Ok(grip) });
    }

    /// The length that is under way.
    fn pulled_to(&self) -> i64 {
        let request = &*self.0.running.under_way.as_ref().expect("a run is under way").request;
        let Request::Pull { length_ns, .. } = *request else { panic!("{request:?}") };
        length_ns
    }

    /// The pull under way has made another text of the program, which has run and is seen.
    fn pulls(&mut self, text: &str) {
        let (id, text) = (self.run_id(), Some(text.into()));
        self.hear(Response::Ran { id, outcome: outcome(), overview: overview(), sight: None, text });
        while self.asked().is_some() {
            self.sees(END, 3_000_000_000);
        }
    }

    fn shown(&self) -> Option<Shown> {
        self.0.pulling.shown.as_ref().map(|shown| (**shown).clone())
    }
}

impl Page {
    fn comparison_asked(&self) -> Option<(RequestId, RequestId, String)> {
        match self.0.comparing.request().as_deref() {
            Some(Request::Compare { id, run, text, .. }) => Some((*id, *run, text.clone())),
            _ => None,
        }
    }

    /// A page whose program was edited after it opened, and whose comparison is open.
    fn comparing() -> Self {
        let mut page = Self::at_rest();
        page.act(Action::ToggleComparison);
        page.edit("print()");
        page.ends(outcome());
        page.sees(END, 3_000_000_000);
        page
    }
}

#[test]
fn a_hand_pulls_and_the_newest_length_is_run_when_the_one_before_is_seen() {
    let mut page = Page::at_rest();
    page.act(Action::Point(Some(end_of_sleep())));
    page.grips();
    assert!(page.is_idle(), "pointing runs nothing");
    for length in [2_100_000_000, 2_200_000_000, 2_300_000_000] {
        page.act(Action::Pull(length));
    }
    assert_eq!(page.pulled_to(), 2_100_000_000);
    page.pulls("2.1");
    assert_eq!(page.pulled_to(), 2_300_000_000);
    page.act(Action::LetGo { keep: true });
    page.pulls("2.3");
    let settled = Shown::Settled { before: "pass".into(), text: "2.3".into() };
    assert_eq!((page.shown(), &*page.0.text), (Some(settled), "2.3"));
    page.edit("2.3");
    assert!(page.0.pulling.hold.is_some(), "the editor tells what is known");
    page.edit("typed");
    assert!(page.0.pulling.hold.is_none(), "the text is another one");
}

#[test]
fn what_is_said_of_a_pull_comes_with_its_run_unless_that_lasts() {
    let mut page = Page::at_rest();
    page.act(Action::Point(Some(end_of_sleep())));
    page.grips();
    let told = |page: &Page| page.0.pulling.hold.as_ref().map(Hold::told_ns);
    page.act(Action::Pull(2_100_000_000));
    assert_eq!(told(&page), Some(2_000_000_000));
    page.pulls("2.1");
    assert_eq!(told(&page), Some(2_100_000_000));
    page.act(Action::Pull(2_300_000_000));
    let (hold, seen) = (page.0.pulling.hold.as_ref().unwrap(), page.0.seen().unwrap());
    assert!(!hold.went_elsewhere(seen), "nobody knows yet where it went");
    page.act(Action::Last(RequestId(0)));
    assert_eq!(told(&page), Some(2_100_000_000), "that was another run");
    page.act(Action::Last(page.run_id()));
    page.act(Action::Pull(2_400_000_000));
    assert_eq!(told(&page), Some(2_400_000_000), "the hand is followed");
    assert!(page.0.running.under_way.as_ref().is_some_and(|run| run.lasts));
}

#[test]
fn what_a_hand_did_can_be_forgotten() {
    let mut page = Page::at_rest();
    page.act(Action::Point(Some(end_of_sleep())));
    page.grips();
    page.act(Action::Pull(2_100_000_000));
    page.pulls("2.1");
    page.act(Action::LetGo { keep: false });
    let back = Shown::Draft { before: "pass".into(), text: "pass".into() };
    assert_eq!((page.shown(), &*page.0.text), (Some(back), "pass"));
    assert!(!page.is_idle(), "the program as it was is run again");
}

#[test]
fn a_nudge_waits_for_the_literals_and_is_a_step_of_its_last_digit() {
    let mut page = Page::at_rest();
    let nudge = Action::Nudge(end_of_sleep(), Nudge { longer: true, finely: false });
    page.act(nudge.clone());
    page.grips();
    assert_eq!(page.pulled_to(), 3_000_000_000);
    page.pulls("3");
    page.act(nudge);
    assert_eq!(page.pulled_to(), 4_000_000_000);
    page.hear(Response::Locked { id: page.run_id(), lock: Lock::NoSolution });
    assert!(page.is_idle() && page.0.pulling.hold.as_ref().is_some_and(|hold| hold.refused.is_some()));
}

#[test]
fn runs_are_compared_with_the_program_that_was_opened() {
    let mut page = Page::at_rest();
    page.act(Action::ToggleComparison);
    assert_eq!(page.comparison_asked(), None, "they are the same");
    let mut page = Page::comparing();
    let (id, run, text) = page.comparison_asked().expect("it is asked for");
    assert_eq!((run, &*text), (page.0.running.picture.as_ref().unwrap().run, "pass"));
    page.hear(Response::Compared { id, comparison: Some(Box::default()) });
    assert_eq!(page.comparison_asked(), None, "it is known");
    assert!(page.0.comparing.seen.as_ref().unwrap().comparison.is_some());
}

#[test]
fn the_present_program_is_kept_when_told() {
    let mut page = Page::comparing();
    page.act(Action::Keep);
    assert_eq!(&*page.0.comparing.kept, "print()");
    page.edit("print(1)");
    let (id, ..) = page.comparison_asked().expect("the first question is open");
    page.hear(Response::Gone { id });
    assert_eq!(page.comparison_asked(), None, "the worker is busy");
    page.ends(outcome());
    let (_, run, text) = page.comparison_asked().expect("it has time again");
    assert_eq!((run, &*text), (page.0.running.picture.as_ref().unwrap().run, "print()"));
}

#[test]
fn variables_and_comparisons_take_turns() {
    let mut page = Page::at_rest();
    page.act(Action::Fold(Panel::Variables, true));
    page.sees(END, 3_000_000_000);
    page.act(Action::ToggleComparison);
    page.sees(END, 3_000_000_000);
    page.edit("print()");
    page.ends(outcome());
    page.sees(END, 3_000_000_000);
    let asks = |page: &Page| (page.0.inspecting.request().is_some(), page.0.comparing.request().is_some());
    assert_eq!(asks(&page), (true, false));
    let Some(Request::Variables { id, run, moment }) = page.0.inspecting.request().as_deref().cloned() else {
        panic!("variables are asked for")
    };
    page.hear(Response::Variables { id, run, moment, tasks: Vec::new() });
    assert_eq!(asks(&page), (false, true));
    let (id, ..) = page.comparison_asked().expect("the comparison is asked for");
    page.hear(Response::Compared { id, comparison: None });
    assert_eq!(asks(&page), (true, false));
}
