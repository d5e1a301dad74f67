//! The timeline: a row for each task and thread, along time or steps. It owns which part is on the
//! screen, asks for that part's picture, and shows the last one moved and stretched until then.
//!
//! `window` is the stretch of the axis, `geometry` where things lie, `marks` how they look;
//! `axis`, `crowd`, `rows`, `row`, `pulls` and `overlay` draw, `gestures`, `grip` and `tools` are the ways to act.

pub(super) mod axis;
mod crowd;
mod geometry;
mod gestures;
mod grip;
pub(super) mod marks;
mod overlay;
mod pulls;
mod row;
mod rows;
mod tools;
mod window;

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use interleave_text::{Language, Span};
use interleave_views::sight::{
    Aim, Axis, DelayId, Frame, Lane, Moment, Overview, Question, Timeline as Drawing,
};
use web_sys::Element;
use yew::prelude::*;

use self::axis::Ruler;
use self::crowd::CrowdStrip;
use self::geometry::{Fit, Geometry, INSET};
use self::marks::Patterns;
use self::rows::Rows;
use self::tools::{Legend, tools};
use self::window::Window;
use super::scrolling::{rows_in_sight, use_settled};
use super::size::{Size, use_size};
use crate::engine::protocol::Advice;
use crate::held::Held;
use crate::state::{Action, Hold};

/// Rows are asked for by so many at a time, with as many to spare on each side.
const BATCH: u32 = 4;

/// How long the picture of another part of the run may take to come before the old one is moved there. Mostly it
/// comes at once, and nothing is drawn twice.
const MOVED_AFTER_MILLIS: u32 = 40;

/// So many rows are drawn whether they are on the screen or not: a page that is printed can't ask for more.
const SHEET: u32 = 40;

/// Of a crowd that many are not drawn: each movement would cost them, and on paper it is a crowd anyway.
const CROWD: u32 = 1_000;

/// A drawing, and the part of the run that it is of.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    pub(crate) frame: Frame,
    pub(crate) timeline: Drawing,
}

impl Picture {
    /// Which of all rows this one of the picture is.
    fn row_number(&self, index: usize) -> u32 {
        self.frame.first_row.saturating_add(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Which of the picture's rows is this lane's.
    fn row_of(&self, lane: Lane) -> Option<usize> {
        self.timeline.rows.iter().position(|row| row.lane == lane)
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct TimelineProps {
    pub(crate) language: Language,
    pub(crate) overview: Overview,
    /// The picture at hand.
    pub(crate) picture: Option<Held<Picture>>,
    /// The cursor, as a moment and as a time.
    pub(crate) cursor: Moment,
    pub(crate) cursor_ns: i64,
    pub(crate) selected: Option<Lane>,
    /// Hears what part is on the screen.
    pub(crate) on_frame: Callback<Frame>,
    pub(crate) on_cursor: Callback<Aim>,
    pub(crate) on_select: Callback<Option<Lane>>,
    pub(crate) on_ask: Callback<Question>,
    pub(crate) on_place: Callback<Span>,
    /// What is worth a second thought in the program that has run.
    pub(crate) hints: Option<Held<Vec<Advice>>>,
    /// The delay that is held, and which one that is in this run.
    pub(crate) hold: Option<Hold>,
    pub(crate) pulled: Option<DelayId>,
    /// The run took another way, on which that delay is not as long as asked.
    pub(crate) elsewhere: bool,
    pub(crate) on_action: Callback<Action>,
}

#[component]
pub(crate) fn Timeline(props: &TimelineProps) -> Html {
    let scroller = use_node_ref();
    let size = use_size(&scroller);
    let geometry = Geometry::of(size);
    let scrolled = use_state_eq(|| 0.0);
    let window = use_state_eq(Window::default);

    let overview = &props.overview;
    let axis = window.axis(overview);
    // Under a hand that pulls at a delay the axis keeps still, however long the run becomes.
    let still = use_mut_ref(|| None::<(f64, f64)>);
    let in_hand = props.hold.as_ref().is_some_and(|hold| hold.in_hand && hold.handle.is_pulled);
    let range = match (&mut *still.borrow_mut(), in_hand) {
        (Some(still), true) => *still,
        (still, _) => {
            let range = window.range(overview);
            *still = in_hand.then_some(range);
            range
        }
    };
    let frame = frame(axis, range, geometry, size, overview.lanes, *scrolled);
    {
        let on_frame = props.on_frame.clone();
        // A new run wants a new picture, even of the same part.
        use_effect_with((frame, overview.clone()), move |(frame, _)| {
            if frame.width > 0.0 {
                on_frame.emit(*frame);
            }
        });
    }
    let picture = props.picture.clone().filter(|picture| picture.frame.axis == axis);
    let late = use_late(picture.as_ref(), frame);
    // What is drawn.
    let shown = match &picture {
        Some(picture) if !late => (picture.frame.from as f64, picture.frame.to as f64),
        _ => (frame.from as f64, frame.to as f64),
    };
    let cursor_place = match axis {
        Axis::Time => props.cursor_ns as f64,
        Axis::Steps => f64::from(props.cursor.0),
    };
    {
        let (window, overview) = (window.clone(), overview.clone());
        use_effect_with(props.cursor, move |_| window.set(window.showing(&overview, cursor_place)));
    }

    let drawn = picture.map(|picture| {
        let drawn = (picture.frame.from as f64, picture.frame.to as f64);
        let fit = Fit::new(drawn, picture.frame.width.into(), shown, geometry.span());
        (picture, fit)
    });
    let settled = use_settled(drawn.clone());
    let crowded = drawn.clone().filter(|(picture, _)| !picture.timeline.crowd.is_empty());
    let cursor_share = (cursor_place - shown.0) / (shown.1 - shown.0).max(f64::MIN_POSITIVE);
    let in_sight = (-0.001..=1.001).contains(&cursor_share);
    let cursor_x = in_sight.then_some(INSET + cursor_share * geometry.span());

    // For who acts on it, and need not be drawn anew for that.
    let latest = use_memo((), |()| Cell::new(*window));
    latest.set(*window);
    let on_window = {
        let window = window.setter();
        use_callback((), move |to, ()| window.set(to))
    };
    let on_zoom = {
        let (window, overview) = (*window, overview.clone());
        let about = if in_sight { cursor_share } else { 0.5 };
        on_window.reform(move |factor| window.zoomed(&overview, about, factor))
    };
    let on_brush = {
        let latest = Rc::clone(&latest);
        let on_window = on_window.clone();
        use_callback(overview.clone(), move |(from, to), overview| {
            let window = latest.get();
            on_window.emit(window.onto(overview, window.place(overview, from), window.place(overview, to)));
        })
    };
    let on_share = {
        let latest = Rc::clone(&latest);
        use_callback(
            (overview.clone(), axis, props.on_cursor.clone()),
            move |share, (overview, axis, on_cursor)| {
                on_cursor.emit(Aim::Along(*axis, latest.get().place(overview, share).round() as i64));
            },
        )
    };
    let on_scroll = {
        let scrolled = scrolled.setter();
        use_callback(scroller.clone(), move |(), scroller| {
            if let Some(scroller) = scroller.cast::<Element>() {
                scrolled.set(f64::from(scroller.scroll_top()));
            }
        })
    };
    html! {
        <div class={classes!("timeline", geometry.narrow.then_some("narrow"))}>
            <Patterns />
            { tools(props.language, axis, window.is_all(overview), &on_window, &on_zoom) }
            <Ruler drawn={drawn.clone()} {geometry} {cursor_x} on_scrub={&on_share} />
            if let Some((picture, fit)) = crowded {
                <CrowdStrip language={props.language} lanes={overview.lanes} {picture} {geometry} {fit} {on_brush} />
            }
            <Rows
                language={props.language}
                overview={overview.clone()}
                {drawn}
                {settled}
                in_sight={rows_in_sight(*scrolled, size.height, geometry.row)}
                {geometry}
                window={latest}
                room={size.height}
                {scroller}
                cursor={props.cursor}
                cursor_ns={props.cursor_ns}
                {cursor_x}
                selected={props.selected}
                {on_window}
                {on_scroll}
                {on_share}
                on_cursor={&props.on_cursor}
                on_select={&props.on_select}
                on_ask={&props.on_ask}
                on_place={&props.on_place}
                hints={props.hints.clone()}
                handle={props.hold.as_ref().map(|hold| hold.handle.clone())}
                pulled={props.pulled}
                on_action={&props.on_action}
            />
            { grip::line(props.language, props.hold.as_ref(), props.elsewhere, &props.on_action) }
            <Legend language={props.language} />
        </div>
    }
}

/// Whether the picture of this part is long in coming, while there is this one.
#[hook]
fn use_late(picture: Option<&Held<Picture>>, frame: Frame) -> bool {
    let late = use_state_eq(|| false);
    let is_awaited = picture.is_some_and(|picture| picture.frame != frame);
    let setter = late.setter();
    use_effect_with((picture.cloned(), is_awaited), move |(_, is_awaited)| {
        let patience = is_awaited.then(|| {
            Timeout::new(MOVED_AFTER_MILLIS, {
                let setter = setter.clone();
                move || setter.set(true)
            })
        });
        setter.set(false);
        move || drop(patience)
    });
    is_awaited && *late
}

/// The part of the run that is on the screen, with rows to spare.
fn frame(
    axis: Axis,
    (from, to): (f64, f64),
    geometry: Geometry,
    size: Size,
    lanes: u32,
    scrolled: f64,
) -> Frame {
    let scrolled = if lanes <= SHEET { 0.0 } else { scrolled };
    let batch = (scrolled / geometry.row) as u32 / BATCH;
    let in_sight = (size.height / geometry.row).ceil() as u32;
    let near = in_sight.next_multiple_of(BATCH) + 2 * BATCH;
    Frame {
        axis,
        from: from.floor() as i64,
        to: to.ceil() as i64,
        width: geometry.span() as f32,
        first_row: batch.saturating_sub(1) * BATCH,
        rows: if lanes <= CROWD { near.max(SHEET) } else { near },
    }
}

/// Let a pointer be followed beyond the edges of what it was put down on.
pub(super) fn capture(event: &PointerEvent) {
    use wasm_bindgen::JsCast;
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    // A pointer that is gone already needs no following.
    let _gone = element.map(|element| element.set_pointer_capture(event.pointer_id()));
}
