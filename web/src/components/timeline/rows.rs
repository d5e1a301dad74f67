//! The rows of the timeline in their scroller: a grid in which the selected lane and the cursor
//! together say where one is.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use interleave_text::{Language, Span};
use interleave_views::decimal;
use interleave_views::sight::{Aim, DelayId, Lane, Moment, Overview, Pull, Question, State};
use web_sys::Element;
use yew::prelude::*;

use super::geometry::{Fit, Geometry, Hit, INSET, hit, segment_at};
use super::gestures::{Gesture, Hand};
use super::overlay::{Tip, active_mark, arrow_heads, arrows, hinted};
use super::pulls;
use super::row::{TimelineRow, label_id, segment_id};
use super::tools::ZOOM;
use super::window::Window;
use super::{Picture, capture};
use crate::components::scrolling::{gap, reveal};
use crate::engine::protocol::Advice;
use crate::held::Held;
use crate::messages;
use crate::state::{Action, Handle, Nudge};

/// How much of the width a key pans.
const PAN: f64 = 0.2;

#[derive(Clone, Properties, PartialEq)]
pub(super) struct RowsProps {
    pub(super) language: Language,
    pub(super) overview: Overview,
    pub(super) drawn: Option<(Held<Picture>, Fit)>,
    /// What was drawn when nothing had changed for a while: it does for rows that are out of sight.
    pub(super) settled: Option<(Held<Picture>, Fit)>,
    pub(super) in_sight: Range<u32>,
    pub(super) geometry: Geometry,
    /// What the reader has come to; what is drawn may be a frame behind.
    pub(super) window: Rc<Cell<Window>>,
    /// The height that rows are seen through.
    pub(super) room: f64,
    /// Names the element that scrolls.
    pub(super) scroller: NodeRef,
    pub(super) cursor: Moment,
    pub(super) cursor_ns: i64,
    /// The cursor's place, if it is in sight.
    pub(super) cursor_x: Option<f64>,
    pub(super) selected: Option<Lane>,
    pub(super) on_window: Callback<Window>,
    pub(super) on_scroll: Callback<()>,
    pub(super) on_cursor: Callback<Aim>,
    /// Hears the share of the width to which the cursor is to go.
    pub(super) on_share: Callback<f64>,
    pub(super) on_select: Callback<Option<Lane>>,
    pub(super) on_ask: Callback<Question>,
    pub(super) on_place: Callback<Span>,
    pub(super) hints: Option<Held<Vec<Advice>>>,
    pub(super) handle: Option<Handle>,
    /// Which delay of this run is the one that is held.
    pub(super) pulled: Option<DelayId>,
    pub(super) on_action: Callback<Action>,
}

/// A delay in a hand: where the pointer took it, and how long it was then.
#[derive(Clone, Copy, Debug)]
struct InHand {
    pointer: i32,
    x: f64,
    pull: Pull,
}

/// What the pointer is on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Hover {
    row: usize,
    hit: Hit,
    x: f64,
}

impl RowsProps {
    fn why(&self, moment: Moment) {
        self.on_cursor.emit(Aim::At(moment));
        self.on_ask.emit(Question::Why(moment));
    }

    /// The picture that a row is drawn from, and how that is shown.
    fn source(&self, index: usize) -> Option<&(Held<Picture>, Fit)> {
        let now = self.drawn.as_ref()?;
        let has_row = |(picture, _): &&(Held<Picture>, Fit)| {
            picture.frame.first_row == now.0.frame.first_row && index < picture.timeline.rows.len()
        };
        let is_seen = self.in_sight.contains(&now.0.row_number(index));
        Some(self.settled.as_ref().filter(|_| !is_seen).filter(has_row).unwrap_or(now))
    }

    /// What lies at this place of the rows in sight: which of the picture's rows, and what of it.
    fn find(&self, x: f64, y: f64) -> Option<(usize, Option<Hit>)> {
        let (picture, fit) = self.drawn.as_ref()?;
        let top = f64::from(self.scroller.cast::<Element>()?.scroll_top());
        let number = ((y + top) / self.geometry.row).floor() - f64::from(picture.frame.first_row);
        let index = (number >= 0.0).then_some(number as usize)?;
        let row = picture.timeline.rows.get(index)?;
        Some((index, hit(row, *fit, x - INSET)))
    }

    /// A pointer's place, from the left edge of the bars and the top of the rows in sight.
    fn place(&self, event: &MouseEvent) -> Option<(f64, f64)> {
        let element = self.scroller.cast::<Element>()?;
        let area = element.get_bounding_client_rect();
        let left = area.left() + f64::from(element.client_width()) - self.geometry.width;
        Some((f64::from(event.client_x()) - left, f64::from(event.client_y()) - area.top()))
    }

    /// The end of a delay at this place, if its row shows it.
    fn pull_at(&self, event: &PointerEvent, x: f64, y: f64) -> Option<(Lane, Pull)> {
        let (picture, fit) = self.drawn.as_ref()?;
        let (row, _) = self.find(x, y)?;
        let finger = event.pointer_type() == "touch";
        // A finger can't show a row's ends by hovering; the selected row has them.
        if finger && self.selected_row() != Some(row) {
            return None;
        }
        let row = picture.timeline.rows.get(row)?;
        Some((row.lane, pulls::at(row, *fit, x - INSET, finger)?))
    }

    /// The delay in a hand has been moved to here.
    fn pull(&self, in_hand: InHand, x: f64, finely: bool) {
        let (from, to) = self.window.get().range(&self.overview);
        let drawn = self.drawn.as_ref().map(|(picture, _)| (picture.frame.to - picture.frame.from) as f64);
        let ns_per_pixel = drawn.unwrap_or(to - from) / self.geometry.span().max(1.0);
        let literal = self.handle.as_ref().and_then(Handle::choice).map_or("", |choice| &choice.text);
        let length = (in_hand.pull.due_ns - in_hand.pull.from_ns) as f64 + (x - in_hand.x) * ns_per_pixel;
        let grid = pulls::grid(ns_per_pixel, literal, finely);
        self.on_action.emit(Action::Pull(pulls::snapped(length, grid)));
    }

    /// Make the delay that the selected lane is in longer or shorter.
    fn nudge(&self, longer: bool, finely: bool) {
        let row = self.selected_row().and_then(|row| self.drawn.as_ref()?.0.timeline.rows.get(row));
        let held = self.handle.as_ref().map(|handle| handle.pull);
        let here = || pulls::during(row?, self.cursor.0, self.cursor_ns);
        if let Some(pull) = held.or_else(here) {
            self.on_action.emit(Action::Nudge(pull, Nudge { longer, finely }));
        }
    }

    fn tap(&self, x: f64, y: f64) {
        let Some(((picture, _), (row, what))) = self.drawn.as_ref().zip(self.find(x, y)) else { return };
        let Some(row) = picture.timeline.rows.get(row) else { return };
        self.on_select.emit(Some(row.lane));
        match what {
            // On the name.
            _ if x < 0.0 => {}
            Some(Hit::Print(moment)) => self.why(moment),
            Some(Hit::Segment(index)) => {
                if let Some(segment) = row.segments.get(index) {
                    let own = |pull: &&Pull| {
                        !pull.over && (segment.from.0..=segment.to.0).contains(&(pull.delay.0 + 2))
                    };
                    self.on_action.emit(Action::Point(row.pulls.iter().find(own).copied()));
                    // What a thread did before its loop had nothing to run is no reason for that.
                    if matches!(row.lane, Lane::Thread(_)) && waits(segment.state) {
                        self.on_cursor.emit(Aim::At(segment.from));
                        self.on_ask.emit(Question::WhyNotYet(row.lane, segment.from));
                    } else {
                        self.why(segment.from);
                    }
                    self.on_place.emit(segment.span);
                }
            }
            None => {
                self.on_action.emit(Action::Point(None));
                self.on_share.emit(self.geometry.share(x));
            }
        }
    }

    fn act(&self, gesture: Gesture) {
        let span = self.geometry.span().max(1.0);
        match gesture {
            Gesture::Tap { x, y } => self.tap(x, y),
            Gesture::Drag { by } => self.on_window.emit(self.window.get().panned(&self.overview, -by / span)),
            Gesture::Pinch { at, factor, by } => {
                let moved = self.window.get().panned(&self.overview, -by / span);
                self.on_window.emit(moved.zoomed(&self.overview, self.geometry.share(at), factor));
            }
        }
    }

    fn wheel(&self, event: &WheelEvent) {
        let Some((x, _)) = self.place(event) else { return };
        let sideways = if event.shift_key() { event.delta_y() } else { event.delta_x() };
        let window = if event.ctrl_key() || event.meta_key() {
            let factor = js_sys::Math::exp(-event.delta_y() / 240.0);
            self.window.get().zoomed(&self.overview, self.geometry.share(x), factor)
        } else if sideways != 0.0 {
            self.window.get().panned(&self.overview, sideways / self.geometry.span().max(1.0))
        } else {
            return;
        };
        event.prevent_default();
        self.on_window.emit(window);
    }

    fn key(&self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
            return;
        }
        // About the cursor where that is in sight, else about the middle.
        let about = self.cursor_x.map_or(0.5, |x| self.geometry.share(x));
        let (window, overview) = (self.window.get(), &self.overview);
        match event.key().as_str() {
            "+" | "=" | "w" | "W" => self.on_window.emit(window.zoomed(overview, about, ZOOM)),
            "-" | "_" | "s" | "S" => self.on_window.emit(window.zoomed(overview, about, 1.0 / ZOOM)),
            "0" => self.on_window.emit(Window::all(window.axis(overview))),
            "a" | "A" => self.on_window.emit(window.panned(overview, -PAN)),
            "d" | "D" => self.on_window.emit(window.panned(overview, PAN)),
            "ArrowUp" if event.shift_key() => self.nudge(true, false),
            "ArrowDown" if event.shift_key() => self.nudge(false, false),
            "ArrowUp" => self.select_neighbour(false),
            "ArrowDown" => self.select_neighbour(true),
            "Escape" if self.handle.is_some() => self.let_go(false),
            "Enter" => self.ask(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// Let go of the delay: what was done to it stays, or is forgotten.
    fn let_go(&self, keep: bool) {
        self.on_action.emit(Action::LetGo { keep });
        if !keep {
            self.on_action.emit(Action::Point(None));
        }
    }

    fn selected_row(&self) -> Option<usize> {
        self.drawn.as_ref()?.0.row_of(self.selected?)
    }

    /// The selected lane's segment at the cursor: which of the picture's rows, and which of its segments.
    fn active(&self) -> Option<(usize, usize)> {
        let row = self.selected_row()?;
        let segments = &self.drawn.as_ref()?.0.timeline.rows.get(row)?.segments;
        Some((row, segment_at(segments, self.cursor)?))
    }

    fn select_neighbour(&self, below: bool) {
        let Some((picture, _)) = &self.drawn else { return };
        let last = picture.timeline.rows.len().saturating_sub(1);
        let to = match self.selected_row() {
            Some(row) if below => (row + 1).min(last),
            Some(row) => row.saturating_sub(1),
            None => 0,
        };
        if let Some(row) = picture.timeline.rows.get(to) {
            self.on_select.emit(Some(row.lane));
            self.on_action.emit(Action::Point(None));
        }
    }

    /// Ask about where one is: what a lane waits for, or why it does what it does.
    fn ask(&self) {
        let Some(((picture, _), (row, segment))) = self.drawn.as_ref().zip(self.active()) else { return };
        let Some(row) = picture.timeline.rows.get(row) else { return };
        let Some(segment) = row.segments.get(segment) else { return };
        if waits(segment.state) {
            self.on_ask.emit(Question::WhyNotYet(row.lane, self.cursor));
        } else {
            self.why(segment.from);
        }
        self.on_place.emit(segment.span);
    }
}

#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let hand = use_mut_ref(Hand::default);
    let hover = use_state_eq(|| None::<Hover>);
    let in_hand = use_mut_ref(|| None::<InHand>);
    // A pointer is at an end that it could take.
    let at_end = use_state_eq(|| false);
    let selected = props.selected_row();
    let selected_number =
        props.drawn.as_ref().zip(selected).map(|((picture, _), row)| picture.row_number(row));
    {
        let (scroller, row) = (props.scroller.clone(), props.geometry.row);
        use_effect_with((props.selected, selected_number, props.room), move |(_, number, _)| {
            if let Some((number, scroller)) = number.zip(scroller.cast::<Element>()) {
                reveal(&scroller, f64::from(number) * row, row);
            }
        });
    }
    // Rows need not be drawn anew because the cursor moves.
    let cursor = use_memo((), |()| Cell::new(props.cursor));
    cursor.set(props.cursor);
    let on_why_not_yet =
        use_callback((props.on_select.clone(), props.on_ask.clone()), move |lane, (on_select, on_ask)| {
            on_select.emit(Some(lane));
            on_ask.emit(Question::WhyNotYet(lane, cursor.get()));
        });

    let own = Rc::new(props.clone());
    let onpointerdown = {
        let (own, hand, in_hand) = (Rc::clone(&own), Rc::clone(&hand), Rc::clone(&in_hand));
        move |event: PointerEvent| {
            let Some((x, y)) = own.place(&event).filter(|_| event.button() == 0) else { return };
            match own.pull_at(&event, x, y) {
                Some((lane, pull)) => {
                    capture(&event);
                    own.on_select.emit(Some(lane));
                    own.on_action.emit(Action::Point(Some(pull)));
                    *in_hand.borrow_mut() = Some(InHand { pointer: event.pointer_id(), x, pull });
                }
                None => hand.borrow_mut().down(event.pointer_id(), x, y),
            }
        }
    };
    let onpointermove = {
        let (own, hand, hover) = (Rc::clone(&own), Rc::clone(&hand), hover.setter());
        let (in_hand, at_end) = (Rc::clone(&in_hand), at_end.setter());
        move |event: PointerEvent| {
            let Some((x, y)) = own.place(&event) else { return };
            if let Some(taken) = in_hand.borrow().filter(|taken| taken.pointer == event.pointer_id()) {
                hover.set(None);
                return own.pull(taken, x, event.alt_key());
            }
            let end = own.pull_at(&event, x, y).filter(|_| !hand.borrow().drags());
            at_end.set(end.is_some());
            if let Some((_, end)) = end {
                own.on_action.emit(Action::Point(Some(end)));
            }
            let gesture = hand.borrow_mut().moves(event.pointer_id(), x, y);
            if let Some(gesture) = gesture {
                capture(&event);
                own.act(gesture);
            }
            let found = own.find(x, y).filter(|_| x >= 0.0 && !hand.borrow().drags());
            hover.set(found.and_then(|(row, hit)| Some(Hover { row, hit: hit?, x })));
        }
    };
    let onpointerup = {
        let (own, hand, in_hand) = (Rc::clone(&own), Rc::clone(&hand), Rc::clone(&in_hand));
        move |event: PointerEvent| {
            if in_hand.borrow_mut().take_if(|taken| taken.pointer == event.pointer_id()).is_some() {
                return own.let_go(true);
            }
            let gesture = hand.borrow_mut().up(event.pointer_id());
            gesture.into_iter().for_each(|gesture| own.act(gesture));
        }
    };
    let onpointercancel = {
        let own = Rc::clone(&own);
        move |event: PointerEvent| {
            if in_hand.borrow_mut().take_if(|taken| taken.pointer == event.pointer_id()).is_some() {
                own.let_go(false);
            }
            hand.borrow_mut().cancel(event.pointer_id());
        }
    };
    let onpointerleave = {
        let hover = hover.setter();
        move |_: PointerEvent| hover.set(None)
    };
    let onwheel = {
        let own = Rc::clone(&own);
        move |event: WheelEvent| own.wheel(&event)
    };
    let onkeydown = {
        let own = Rc::clone(&own);
        move |event: KeyboardEvent| own.key(&event)
    };

    let open: Vec<usize> = [hover.map(|hover| hover.row), selected].into_iter().flatten().collect();
    let active = props.active();
    let here = selected_number.map(|number| match active {
        Some((_, segment)) => segment_id(number, segment),
        None => label_id(number),
    });
    html! {
        <div
            class={classes!("timeline-rows", at_end.then_some("at-end"))}
            ref={&props.scroller}
            role="grid"
            tabindex="0"
            aria-label={messages::of(props.language).views.timeline_label}
            aria-rowcount={props.overview.lanes.to_string()}
            aria-activedescendant={here}
            {onkeydown}
            {onpointerdown}
            {onpointermove}
            {onpointerup}
            {onpointercancel}
            {onpointerleave}
            {onwheel}
            onscroll={props.on_scroll.reform(|_: Event| ())}
        >
            if let Some((picture, fit)) = &props.drawn {
                { gap(f64::from(picture.frame.first_row) * props.geometry.row) }
                <div class="timeline-window" role="presentation">
                    { for (0..picture.timeline.rows.len()).filter_map(|index| {
                        let (source, fit) = props.source(index)?;
                        let segments = &source.timeline.rows.get(index)?.segments;
                        let state = segment_at(segments, props.cursor).and_then(|at| segments.get(at));
                        Some(html! {
                            <TimelineRow
                                key={picture.row_number(index)}
                                language={props.language}
                                picture={source.clone()}
                                {index}
                                geometry={props.geometry}
                                fit={*fit}
                                selected={selected == Some(index)}
                                waits={state.is_some_and(|segment| waits(segment.state))}
                                on_why_not_yet={&on_why_not_yet}
                            />
                        })
                    }) }
                    <svg
                        class="overlay"
                        aria-hidden="true"
                        width={decimal::of(props.geometry.width)}
                        height={decimal::of(picture.timeline.rows.len() as f64 * props.geometry.row)}
                    >
                        if let Some(hints) = &props.hints {
                            { hinted(picture, props.geometry, *fit, hints) }
                        }
                        { arrow_heads() }
                        { arrows(picture, props.geometry, *fit, selected_number) }
                        if let Some(active) = active {
                            { active_mark(picture, props.geometry, *fit, active) }
                        }
                        { pulls::show(picture, props.geometry, *fit, &open, props.handle.as_ref(), props.pulled) }
                        if let Some(x) = props.cursor_x.map(decimal::of) {
                            <line class="cursor" x1={x.clone()} x2={x} y1="0" y2="100%" />
                        }
                        if let Some((hover, sentence)) = hover.filter(|_| !*at_end).and_then(|hover| Some((hover, sentence(picture, hover)?))) {
                            { Tip { sentence, x: hover.x, row: hover.row, rows: picture.timeline.rows.len() }.show(props.geometry) }
                        }
                    </svg>
                </div>
                { gap(f64::from(rows_below(&props.overview, picture)) * props.geometry.row) }
            }
        </div>
    }
}

/// What is said about what the pointer is on.
fn sentence(picture: &Picture, hover: Hover) -> Option<String> {
    let row = picture.timeline.rows.get(hover.row)?;
    let index = match hover.hit {
        Hit::Segment(index) => index,
        Hit::Print(moment) => segment_at(&row.segments, moment)?,
    };
    Some(format!("{}: {}", row.name, row.segments.get(index)?.sentence))
}

fn waits(state: State) -> bool {
    matches!(state, State::Ready | State::Sleeping | State::Waiting)
}

fn rows_below(overview: &Overview, picture: &Picture) -> u32 {
    overview.lanes.saturating_sub(picture.row_number(picture.timeline.rows.len()))
}
