//! Everything the page knows, and the one function that changes it.
//!
//! No browser in here: effects (storage, worker, document) follow from the state
//! and live in `app` and `engine::line`.

mod addresses;
mod advising;
mod comparing;
mod course;
mod drawing;
mod inspecting;
mod linking;
mod looking;
mod player;
mod predicting;
mod pulling;
mod running;
mod sharing;
#[cfg(test)]
mod tests;

use std::mem;
use std::rc::Rc;

use interleave_text::Language;
use interleave_views::comparison::Against;
use interleave_views::sight::{Aim, Frame, Lane, Pull, Question, Selected};
use yew::Reducible;

use crate::engine::client::{Failure, Report};
use crate::engine::protocol::{RequestId, Response};
use crate::reader::Reader;
use crate::theme::Theme;

pub(crate) use addresses::Address;
pub(crate) use advising::Advising;
pub(crate) use comparing::{Compared, Comparing};
pub(crate) use course::{Course, Fetched, Record, Sheet, Standing};
pub(crate) use drawing::{
    Change, Chosen, Draw, Drawing, Drawn, Face, Item, Landing, Open, block_with, name_at,
};
pub(crate) use inspecting::{Inspected, Inspecting};
pub(crate) use linking::Linking;
pub(crate) use looking::{Looking, Seen};
pub(crate) use player::{Player, Speed, Stride};
pub(crate) use predicting::{Predict, Predicting};
pub(crate) use pulling::{Handle, Hold, Nudge, Pulling, SECOND, Shown, last_digit};
pub(crate) use running::{Finished, Phase, Progress, Purpose, Running, UnderWay};
pub(crate) use sharing::{Dialog, Sharing};

/// How often the engine may break down over a text before the page gives up on it.
const MOST_CRASHES: u32 = 3;

/// The page, whole.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct State {
    pub(crate) language: Language,
    pub(crate) theme: Theme,
    pub(crate) reader: Reader,
    /// The program, as the editor last told it.
    pub(crate) text: Rc<str>,
    pub(crate) engine: Engine,
    /// Which worker it is: the page replaces one that broke down or does not stop.
    pub(crate) worker: u32,
    /// How often a worker has broken down over this text.
    crashes: u32,
    pub(crate) running: Running,
    pub(crate) looking: Looking,
    pub(crate) inspecting: Inspecting,
    pub(crate) pulling: Pulling,
    pub(crate) comparing: Comparing,
    pub(crate) drawing: Drawing,
    pub(crate) linking: Linking,
    pub(crate) course: Course,
    pub(crate) predicting: Predicting,
    pub(crate) advising: Advising,
    pub(crate) player: Player,
    pub(crate) selection: Option<Lane>,
    pub(crate) notice: Option<Notice>,
    /// The next edit is the one of which the notice tells.
    is_replacing: bool,
    /// Is the answer to a question open?
    pub(crate) shows_why: bool,
    /// What lies over the page.
    pub(crate) dialog: Option<Dialog>,
    pub(crate) sharing: Sharing,
    /// The number of the latest request: an answer to another one is known by it.
    latest: RequestId,
}

/// How the engine does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Engine {
    Loading,
    Ready { version: Rc<str> },
    Failed(Failure),
}

/// Something the reader should know, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// A run did not stop, and was ended with its worker.
    Ended,
    /// The engine broke down and was replaced.
    Replaced,
    /// The engine broke down over this text again and again.
    GivenUp,
    /// The text is the opening one again.
    StartedOver,
    /// A link to the program is on the clipboard.
    Copied,
    /// There is a link, but the browser does not let it be copied.
    NotCopied,
    /// The text is that of a file.
    Opened,
    /// A file was too large for a program.
    TooLarge,
    /// A file holds no text.
    NoText,
}

/// Which of the panels that can be folded are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Panels {
    pub(crate) loop_state: bool,
    pub(crate) variables: bool,
    pub(crate) graph: bool,
    pub(crate) comparison: bool,
}

/// A panel that can be folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Panel {
    Why,
    Hints,
    LoopState,
    Variables,
    Graph,
    Comparison,
}

/// What can happen to the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    ChooseLanguage(Language),
    ChooseTheme(Theme),
    /// The reader has come nearer.
    Approach(Reader),
    Edit(Rc<str>),
    /// Run this text, whatever it takes.
    Run(Rc<str>),
    GoOn,
    Stop,
    /// This run takes so long that one should see it.
    Last(RequestId),
    /// This run should have stopped long ago.
    MissStop(RequestId),
    HearEngine(Report),
    /// Move the cursor.
    Aim(Aim),
    /// Move the cursor by a tenth of the run.
    Leap {
        forward: bool,
    },
    /// Move the cursor by a step of the reader's choice, or of this one.
    Step {
        stride: Option<Stride>,
        forward: bool,
    },
    Select(Option<Lane>),
    Ask(Option<Question>),
    ShowRows(u32, u32),
    ShowFrame(Frame),
    SetStops(Vec<u32>),
    Fold(Panel, bool),
    /// Open the comparison, or close it.
    ToggleComparison,
    /// Compare later runs with the program as it is now.
    Keep,
    /// Compare the present run with that of this program, which is the present one repaired.
    CompareWith(Rc<str>),
    /// Look at the program's picture, or change it.
    Draw(Draw),
    TogglePlay,
    /// So many milliseconds have passed while it plays.
    Tick(f64),
    ChooseStride(Stride),
    ChooseSpeed(Speed),
    ChangeSpeed {
        faster: bool,
    },
    SkipDeadTime(bool),
    /// Point at the end of a delay, or at none.
    Point(Option<Pull>),
    /// Make the delay pointed at so many nanoseconds long.
    Pull(i64),
    /// Make this delay a notch longer or shorter.
    Nudge(Pull, Nudge),
    /// Change another of the literals that the delay comes from.
    ChooseLiteral(usize),
    /// Let go of it: what was pulled is an edit, or is to be forgotten.
    LetGo {
        keep: bool,
    },
    /// Open the link with this fragment.
    OpenLink(Rc<str>),
    /// Make a link to what is to be seen.
    MakeLink,
    /// The link that was made was copied, or could not be.
    ShareLink {
        copied: bool,
    },
    /// Go back from a linked program, or a lesson's, to one's own.
    LeaveLink,
    /// Open a lesson, or their list.
    OpenLesson(Sheet),
    /// This has been fetched for it.
    HearLesson(Sheet, Fetched),
    /// The reader's answer to the lesson's question.
    Answer(usize),
    /// Look where the lesson says.
    LookThere,
    /// Forget how far the reader is with the lessons.
    ForgetProgress,
    /// Say what one expects of the run.
    Predict(Predict),
    /// Say this.
    Tell(Notice),
    /// What there was to be known is known.
    Dismiss,
    /// Put this over the page, or nothing any more.
    Show(Option<Dialog>),
    /// Offer what can be taken away, at the page with this address, light on dark or dark on light.
    Offer {
        page: Rc<str>,
        dark: bool,
    },
}

impl State {
    /// The page as it opens, with this program.
    pub(crate) fn new(language: Language, theme: Theme, text: &str) -> Self {
        let text: Rc<str> = text.into();
        let mut state = Self {
            language,
            theme,
            reader: Reader::default(),
            text: Rc::clone(&text),
            engine: Engine::Loading,
            worker: 0,
            crashes: 0,
            running: Running::default(),
            looking: Looking::new(language),
            inspecting: Inspecting::default(),
            pulling: Pulling::default(),
            comparing: Comparing::new(&text),
            drawing: Drawing::default(),
            linking: Linking::new(Rc::clone(&text)),
            course: Course::default(),
            predicting: Predicting::default(),
            advising: Advising::default(),
            player: Player::default(),
            selection: None,
            notice: None,
            is_replacing: false,
            shows_why: false,
            dialog: None,
            sharing: Sharing::default(),
            latest: RequestId::default(),
        };
        state.begin(Rc::clone(&state.text), Purpose::Typed);
        state
    }

    /// What is on the screen of a run.
    pub(crate) fn seen(&self) -> Option<&Rc<Seen>> {
        self.looking.seen.as_ref()
    }

    fn next_id(&mut self) -> RequestId {
        self.latest = RequestId(self.latest.0.wrapping_add(1));
        self.latest
    }

    fn begin(&mut self, text: Rc<str>, purpose: Purpose) {
        let id = self.next_id();
        self.pulling.miss();
        let foresight = self.looking.foresee(id, Some(&text), purpose == Purpose::Asked, false);
        self.running.begin(id, text, purpose, self.language, foresight);
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::ChooseLanguage(language) => self.speak(language),
            Action::ChooseTheme(theme) => self.theme = theme,
            Action::Approach(reader) => self.reader = self.reader.max(reader),
            Action::Edit(text) => self.edit(text),
            Action::Run(text) => self.run(text),
            Action::GoOn => self.running.go_on(),
            Action::Stop => self.running.stop(),
            Action::Last(id) => {
                self.running.last(id);
                self.pulling.last(id);
            }
            Action::MissStop(id) => self.end_by_force(id),
            Action::HearEngine(Ok(response)) => self.hear(response),
            Action::HearEngine(Err(failure)) => self.recover(failure),
            Action::Aim(aim) => self.aim(aim),
            Action::Leap { forward } => self.leap(forward),
            Action::Step { stride, forward } => self.step(stride.unwrap_or(self.player.stride), forward),
            Action::Select(lane) => self.select(lane),
            Action::Ask(question) => {
                self.looking.wish.question = question;
                self.shows_why = question.is_some();
            }
            Action::ShowRows(first, count) => self.looking.wish.rows = (first, count),
            Action::ShowFrame(frame) => self.looking.show_frame(frame),
            Action::SetStops(lines) => self.looking.wish.stops = lines.into(),
            Action::Fold(panel, open) => self.fold(panel, open),
            Action::ToggleComparison => {
                self.fold(Panel::Comparison, !self.looking.wish.panels.comparison);
            }
            Action::Keep => self.comparing.keep(Against::Earlier, &self.text),
            Action::CompareWith(text) => {
                self.comparing.keep(Against::Repaired, &text);
                self.fold(Panel::Comparison, true);
            }
            Action::Draw(draw) => {
                let text = Rc::clone(&self.text);
                let id = self.next_id();
                self.drawing.act(draw, &text, id);
            }
            Action::TogglePlay => self.toggle_play(),
            Action::Tick(millis) => self.tick(millis),
            Action::ChooseStride(stride) => self.player.stride = stride,
            Action::ChooseSpeed(speed) => self.player.speed = speed,
            Action::ChangeSpeed { faster } => self.player.speed = self.player.speed.next(faster),
            Action::SkipDeadTime(skips) => self.player.skips = skips,
            Action::Point(pull) => {
                let picture = self.looking.seen.as_ref().map(|seen| &seen.picture);
                self.pulling.point(picture, pull);
            }
            Action::Pull(length_ns) => self.pulling.pull(length_ns),
            Action::Nudge(pull, nudge) => {
                let picture = self.looking.seen.as_ref().map(|seen| &seen.picture);
                self.pulling.point(picture, Some(pull));
                self.pulling.nudge(nudge);
            }
            Action::ChooseLiteral(choice) => self.pulling.choose(choice),
            Action::LetGo { keep: true } => self.pulling.let_go(),
            Action::LetGo { keep: false } => self.give_back(),
            Action::OpenLink(link) => {
                self.linking.keep(&self.text);
                self.course.close();
                self.open_link(&link);
            }
            Action::MakeLink => self.make_link(),
            Action::ShareLink { copied } => {
                self.notice = Some(if copied { Notice::Copied } else { Notice::NotCopied });
            }
            Action::LeaveLink => {
                self.course.close();
                if self.linking.from.is_some() {
                    let own = self.linking.leave();
                    self.edit(own);
                }
            }
            Action::OpenLesson(sheet) => {
                self.linking.keep(&self.text);
                self.course.open(sheet);
            }
            Action::HearLesson(sheet, fetched) => self.hear_lesson(&sheet, fetched),
            Action::Answer(choice) => self.course.answer(choice),
            Action::LookThere => {
                if let Some((moment, lane)) = self.course.leaf().and_then(|leaf| leaf.look) {
                    self.aim(Aim::At(moment));
                    self.select(Some(lane));
                }
            }
            Action::ForgetProgress => self.course.forget(),
            Action::Predict(predict) => {
                self.player.playing = false;
                self.predicting.act(predict);
            }
            Action::Tell(notice) => {
                self.notice = Some(notice);
                self.is_replacing = matches!(notice, Notice::StartedOver | Notice::Opened);
            }
            Action::Dismiss => self.notice = None,
            Action::Show(dialog) => self.dialog = dialog,
            Action::Offer { page, dark } => self.offer(&page, dark),
        }
        self.proceed();
    }

    /// Ask what is to be asked now.
    fn proceed(&mut self) {
        if self.looking.wish.panels.graph && self.drawing.wants(&self.text) {
            let id = self.next_id();
            self.drawing.read(Rc::clone(&self.text), id);
        }
        let Some(picture) = self.running.picture.clone() else { return };
        let mut latest = self.latest;
        let mut next_id = || {
            latest = RequestId(latest.0.wrapping_add(1));
            latest
        };
        self.looking.wish.grasp = self.pulling.grasp();
        // One pull after the other, and each is seen.
        let ready = self.running.under_way.is_none()
            && self.looking.seen.as_ref().is_some_and(|seen| seen.picture.run == picture.run);
        if let Some(pull) = self.pulling.proceed(ready, &mut next_id) {
            let in_hand = self.pulling.is_in_hand();
            let foresight = self.looking.foresee(pull.id, None, false, in_hand);
            self.running.begin_pull(Rc::clone(&self.text), pull, self.language, foresight);
        }
        self.looking.proceed(&picture, &mut next_id);
        // The worker runs one program at a time.
        if self.comparing.is_idle() && self.inspecting.is_idle() {
            self.predicting.proceed(picture.run, &mut next_id);
        }
        // While somebody types or pulls, each run is soon another.
        if picture.text == self.text && !self.pulling.is_in_hand() && !self.predicting.hides() {
            self.advising.proceed(&picture, self.language, &mut next_id);
        }
        let predicts = !self.predicting.is_idle();
        if self.looking.wish.panels.comparison && self.inspecting.is_idle() && !predicts {
            self.comparing.proceed(&picture, self.language, &mut next_id);
        }
        if self.looking.wish.panels.variables
            && self.comparing.is_idle()
            && !predicts
            && let Some(seen) = &self.looking.seen
            && seen.picture.run == picture.run
        {
            self.inspecting.proceed(picture.run, seen.position.moment, &mut next_id);
        }
        self.latest = latest;
    }

    fn speak(&mut self, language: Language) {
        self.language = language;
        self.looking.wish.language = language;
        // The sentence that helps is in the language in which the run was asked for.
        let has_sentence = self.running.latest.as_ref().is_some_and(|run| run.outcome.has_sentences());
        if has_sentence && !matches!(self.engine, Engine::Failed(_)) {
            self.begin(Rc::clone(&self.text), Purpose::Typed);
        }
    }

    fn edit(&mut self, text: Rc<str>) {
        if text == self.text {
            return;
        }
        self.text = text;
        self.pulling.drop_hold();
        self.predicting.hear_edit();
        self.advising.awake = true;
        self.crashes = 0;
        self.player.playing = false;
        self.notice = self.notice.filter(|_| mem::take(&mut self.is_replacing));
        self.begin(Rc::clone(&self.text), Purpose::Typed);
        if matches!(self.engine, Engine::Failed(_)) {
            self.replace_worker();
        }
    }

    fn open_link(&mut self, link: &Rc<str>) {
        let id = self.next_id();
        self.linking.open(id, link, self.language);
    }

    fn select(&mut self, lane: Option<Lane>) {
        self.selection = lane;
        self.looking.wish.selected = lane.map(Selected::Lane);
    }

    fn run(&mut self, text: Rc<str>) {
        if self.predicting.hides() {
            // Who runs it wants to see what it does.
            self.predicting.act(Predict::Leave);
        }
        self.edit(text);
        self.begin(Rc::clone(&self.text), Purpose::Asked);
        if matches!(self.engine, Engine::Failed(_)) {
            self.replace_worker();
        }
    }

    fn hear(&mut self, response: Response) {
        match response {
            Response::Ready { version } => self.engine = Engine::Ready { version: version.into() },
            Response::Progress { id, instructions, now_ns, .. } => {
                self.running.hear_progress(id, Progress { instructions, now_ns });
            }
            Response::Paused { id, .. } => self.running.hear_pause(id),
            Response::Stopped { id } => self.running.hear_stop(id),
            Response::Ran { id, outcome, overview, sight, text } => {
                self.comparing.hear_end();
                if let Some(text) = text {
                    self.hear_pull(id, text.into());
                }
                if let Some(purpose) = self.running.hear_end(id, outcome, overview)
                    && let Some(picture) = self.running.picture.as_ref().filter(|picture| picture.run == id)
                {
                    let pulled = self.pulling.is_in_hand();
                    self.looking.turn_to(picture, purpose == Purpose::Asked, pulled);
                    if let Some(found) = sight.and_then(|sight| self.looking.hear_foreseen(picture, *sight)) {
                        self.selection = found;
                    }
                    if let Some((aim, selected)) = self.linking.take_sight() {
                        aim.into_iter().for_each(|aim| self.looking.aim(aim));
                        self.select(selected);
                    }
                }
            }
            Response::Seen { id, sight, .. } => {
                if let Some(found) = self.looking.hear(id, *sight, self.running.picture.as_ref()) {
                    self.selection = found;
                }
            }
            Response::Variables { id, run, moment, tasks } => {
                self.inspecting.hear(id, Inspected { run, moment, tasks: tasks.into() });
            }
            Response::Compared { id, comparison } => self.comparing.hear(id, comparison.map(|it| *it)),
            Response::LinkOpened { id, opened } => {
                if let Some(language) = opened.language {
                    self.language = language;
                    self.looking.wish.language = language;
                }
                self.see_as(opened.unfolded, opened.speed_milli);
                if let Some(text) = self.linking.hear_opened(id, *opened) {
                    self.comparing = Comparing::new(&text);
                    self.edit(text);
                }
            }
            // That is for embeds.
            Response::Recorded { .. } => {}
            Response::Hints { id, hints } => self.advising.hear(id, hints),
            Response::Quiz { id, quiz } => self.predicting.hear(id, *quiz),
            Response::LinkMade { id, link } => self.linking.hear_made(id, link),
            Response::Offered { id, offer } => self.sharing.hear(id, *offer),
            Response::Gripped { id, grip } => self.pulling.hear_grip(id, grip),
            Response::Locked { id, lock } => {
                self.pulling.hear_lock(id, lock);
                self.running.hear_gone(id);
            }
            Response::Drawn { id, graph } => self.drawing.hear_drawn(id, graph),
            Response::Changed { id, edit } => self.drawing.hear_changed(id, edit),
            Response::Gone { id } => {
                self.pulling.hear_gone(id);
                self.comparing.hear_gone(id);
                self.running.hear_gone(id);
                self.looking.hear_gone(id);
                self.inspecting.hear_gone(id);
                self.predicting.hear_gone(id);
                self.advising.hear_gone(id);
            }
            Response::Unintelligible { problem } => self.recover(Failure::Garbled(problem)),
        }
    }

    /// The worker is no more. Another one begins with what this one was about.
    fn recover(&mut self, failure: Failure) {
        self.crashes += 1;
        if self.crashes > MOST_CRASHES {
            self.running.under_way = None;
            self.engine = Engine::Failed(failure);
            return;
        }
        self.notice = Some(Notice::Replaced);
        let blamed = match self.running.under_way.take() {
            Some(run) if self.crashes < MOST_CRASHES => return self.start_again(run.text, run.purpose),
            Some(run) => Some(run.text),
            None => None,
        };
        if self.crashes == MOST_CRASHES {
            self.notice = Some(Notice::GivenUp);
        }
        match self.running.picture.clone() {
            Some(picture) if Some(&picture.text) != blamed.as_ref() => self.revive(&picture),
            _ => self.engine = Engine::Failed(failure),
        }
    }

    fn end_by_force(&mut self, id: RequestId) {
        if !self.running.is_stopping(id) {
            return;
        }
        self.running.under_way = None;
        self.notice = Some(Notice::Ended);
        match self.running.picture.clone() {
            Some(picture) => self.revive(&picture),
            None => self.replace_worker(),
        }
    }

    fn start_again(&mut self, text: Rc<str>, purpose: Purpose) {
        self.begin(text, purpose);
        self.replace_worker();
    }

    /// Run once more, in a new worker, what there is to be seen.
    fn revive(&mut self, picture: &Finished) {
        self.start_again(Rc::clone(&picture.text), Purpose::Revival(picture.outcome.instructions.max(1)));
    }

    fn replace_worker(&mut self) {
        self.worker = self.worker.wrapping_add(1);
        self.engine = Engine::Loading;
        self.looking.give_up(self.running.picture.as_ref().map(|picture| picture.run));
        self.inspecting.give_up();
        self.pulling.drop_hold();
        self.comparing.give_up();
        self.drawing.give_up();
        self.linking.give_up();
        self.sharing.give_up();
        self.predicting.give_up();
        self.advising.give_up();
    }

    /// What the reader's own hand moves does not play on.
    fn aim(&mut self, aim: Aim) {
        let Some(picture) = &self.running.picture else { return };
        let aim = looking::within(aim, &picture.overview);
        self.player.playing = false;
        self.looking.aim(aim);
    }

    fn leap(&mut self, forward: bool) {
        let Some(seen) = self.seen() else { return };
        let (axis, end) = (seen.axis(), seen.end().max(1));
        let tenth = (end / 10).max(1);
        let place = seen.place(self.player.now_ns(seen)).saturating_add(if forward { tenth } else { -tenth });
        self.aim(Aim::Along(axis, place.clamp(0, end)));
    }

    fn step(&mut self, stride: Stride, forward: bool) {
        if let Some(seen) = self.seen() {
            let from = seen.position.moment;
            self.aim(Aim::Step { from, pace: stride.pace(self.selection), forward });
        }
    }

    fn fold(&mut self, panel: Panel, open: bool) {
        let panels = &mut self.looking.wish.panels;
        match panel {
            Panel::Why => {
                self.shows_why = open;
                self.looking.wish.question = self.looking.wish.question.filter(|_| open);
            }
            Panel::Hints => self.advising.open = open,
            Panel::LoopState => panels.loop_state = open,
            Panel::Variables => panels.variables = open,
            Panel::Graph => panels.graph = open,
            Panel::Comparison => panels.comparison = open,
        }
    }

    fn toggle_play(&mut self) {
        if let Some(seen) = &self.looking.seen
            && let Some(aim) = self.player.toggle(seen)
        {
            self.looking.aim(aim);
        }
    }

    fn tick(&mut self, millis: f64) {
        let Some(seen) = self.looking.seen.as_ref().filter(|_| self.player.playing) else { return };
        let pace = self.player.stride.pace(self.selection);
        if let Some(aim) = self.player.tick(millis, seen, self.looking.is_idle(), pace) {
            self.looking.aim(aim);
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        next.apply(action);
        Rc::new(next)
    }
}
