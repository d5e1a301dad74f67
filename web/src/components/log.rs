//! The interleaved log: when, who, what. Only the rows in sight are in the document.

use std::rc::Rc;

use interleave_text::{Language, Span};
use interleave_views::decimal;
use interleave_views::sight::{Aim, Lane, LogRow, Moment, Question, Stream};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::instant;
use super::scrolling::{gap, reveal, rows_in_sight, use_settled};
use super::size::use_size;
use super::who::who;
use crate::held::Held;
use crate::messages;

/// The height of a row in rem; `log.css` says the same.
const ROW_REM: f64 = 1.5;

/// Rows are asked for by so many at a time, with as many to spare on each side.
const BATCH: u32 = 16;

/// The room below the last row in rem, as in `log.css`; and the most rows that the log is ever as high as.
const FOOT_REM: f64 = 0.5;
const HIGHEST: u32 = 256;

/// Some rows of the log.
#[derive(Clone, Debug, Default)]
pub(crate) struct LogRows {
    /// Which of all rows the first is.
    pub(crate) first: u32,
    pub(crate) rows: Vec<LogRow>,
}

impl LogRows {
    fn get(&self, index: u32) -> Option<&LogRow> {
        self.rows.get(index.checked_sub(self.first)? as usize)
    }
}

#[derive(Clone, Properties, PartialEq)]
pub(crate) struct LogProps {
    pub(crate) language: Language,
    /// The rows at hand.
    pub(crate) rows: Held<LogRows>,
    /// How many there are in all.
    pub(crate) total: u32,
    pub(crate) cursor: Moment,
    /// The row that was printed last at the cursor.
    pub(crate) current: Option<u32>,
    pub(crate) selected: Option<Lane>,
    pub(crate) on_cursor: Callback<Aim>,
    pub(crate) on_select: Callback<Option<Lane>>,
    pub(crate) on_ask: Callback<Question>,
    /// Hears which rows are wanted: the first and how many.
    pub(crate) on_rows: Callback<(u32, u32)>,
    pub(crate) on_place: Callback<Span>,
}

#[component]
pub(crate) fn Log(props: &LogProps) -> Html {
    let scroller = use_node_ref();
    let size = use_size(&scroller);
    let row_height = ROW_REM * size.rem;
    let scrolled = use_state_eq(|| 0.0);
    let page = (size.height / row_height).ceil() as u32;

    let batch = ((*scrolled / row_height) as u32 / BATCH).saturating_sub(1) * BATCH;
    let wanted = (batch, page.next_multiple_of(BATCH) + 3 * BATCH);
    {
        let (total, on_rows) = (props.total, props.on_rows.clone());
        use_effect_with((wanted, total), move |(wanted, _)| on_rows.emit(*wanted));
    }

    let height = f64::from(props.total.min(HIGHEST)) * row_height + FOOT_REM * size.rem;
    use_effect_with((scroller.clone(), height), |(scroller, height)| tell_height(scroller, *height));

    // Several rows may have been written at one moment: which of them was chosen is for the log to know.
    let chosen = use_state_eq(|| None::<u32>);
    let active = chosen
        .filter(|index| props.rows.get(*index).is_some_and(|row| row.moment == props.cursor))
        .or(props.current);
    {
        let scroller = scroller.clone();
        use_effect_with((active, size), move |(active, _)| {
            if let Some((index, scroller)) = active.zip(scroller.cast::<Element>()) {
                reveal(&scroller, f64::from(index) * row_height, row_height);
            }
        });
    }

    // Lines need not be drawn anew because others are at hand.
    let latest = use_mut_ref(|| Rc::new(props.clone()));
    *latest.borrow_mut() = Rc::new(props.clone());
    let choose = {
        let chosen = chosen.setter();
        use_callback((), move |index: u32, ()| {
            let props = Rc::clone(&latest.borrow());
            if let Some(row) = props.rows.get(index) {
                chosen.set(Some(index));
                props.on_cursor.emit(Aim::At(row.moment));
                props.on_select.emit(Some(row.lane));
                props.on_ask.emit(Question::Why(row.moment));
                props.on_place.emit(row.span);
            }
        })
    };
    // A row may be wanted before it is at hand.
    let awaited = use_state_eq(|| None::<u32>);
    {
        let (awaited, choose) = (awaited.clone(), choose.clone());
        use_effect_with(props.rows.clone(), move |rows| {
            if let Some(index) = awaited.filter(|index| rows.get(*index).is_some()) {
                awaited.set(None);
                choose.emit(index);
            }
        });
    }

    let onkeydown = {
        let (rows, scroller, choose) = (props.rows.clone(), scroller.clone(), choose.clone());
        let (total, page) = (props.total, page.saturating_sub(1).max(1));
        let awaited = awaited.setter();
        move |event: KeyboardEvent| {
            let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key());
            let Some(target) = target(&event.key(), active, page, total).filter(|_| plain) else { return };
            event.prevent_default();
            event.stop_propagation();
            if rows.get(target).is_some() {
                choose.emit(target);
            } else if let Some(scroller) = scroller.cast::<Element>() {
                awaited.set(Some(target));
                reveal(&scroller, f64::from(target) * row_height, row_height);
            }
        }
    };
    let onscroll = {
        let (scroller, scrolled) = (scroller.clone(), scrolled.setter());
        move |_: Event| {
            if let Some(scroller) = scroller.cast::<HtmlElement>() {
                scrolled.set(scroller.scroll_top().into());
            }
        }
    };

    let texts = &messages::of(props.language).views;
    let at_hand = u32::try_from(props.rows.rows.len()).unwrap_or(u32::MAX);
    let below = props.total.saturating_sub(props.rows.first.saturating_add(at_hand));
    let settled = use_settled(Some(props.rows.clone()));
    let seen = rows_in_sight(*scrolled, size.height, row_height);
    // Lines that are out of sight do as they were when nothing had changed for a while.
    let source = |index: u32| {
        let older = settled.as_ref().filter(|rows| !seen.contains(&index) && rows.get(index).is_some());
        older.unwrap_or(&props.rows)
    };
    let active_row = active.filter(|index| props.rows.get(*index).is_some());
    html! {
        <>
        { gap(height) }
        <div
            class="log"
            ref={scroller}
            role="grid"
            tabindex="0"
            aria-label={texts.log_label}
            aria-rowcount={props.total.to_string()}
            aria-activedescendant={active_row.map(row_id)}
            {onkeydown}
            {onscroll}
        >
            if props.total == 0 {
                <div role="row"><p role="gridcell" class="log-empty">{ texts.log_empty }</p></div>
            }
            { gap(f64::from(props.rows.first) * row_height) }
            { for (props.rows.first..).zip(&props.rows.rows).filter_map(|(index, _)| {
                let rows = source(index);
                let row = rows.get(index)?;
                Some(html! {
                    <LogLine
                        key={index}
                        language={props.language}
                        rows={rows.clone()}
                        {index}
                        active={active == Some(index)}
                        ahead={row.moment > props.cursor}
                        of_selected={props.selected == Some(row.lane)}
                        on_choose={&choose}
                    />
                })
            }) }
            { gap(f64::from(below) * row_height) }
        </div>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct LogLineProps {
    language: Language,
    rows: Held<LogRows>,
    index: u32,
    active: bool,
    /// Not yet written at the cursor.
    ahead: bool,
    of_selected: bool,
    on_choose: Callback<u32>,
}

#[component]
fn LogLine(props: &LogLineProps) -> Html {
    let index = props.index;
    let Some(row) = props.rows.get(index) else { return html! {} };
    let texts = &messages::of(props.language).views;
    let class = classes!(
        "log-row",
        props.active.then_some("active"),
        props.ahead.then_some("ahead"),
        props.of_selected.then_some("of-selected"),
    );
    html! {
        <div
            {class}
            id={row_id(index)}
            role="row"
            aria-rowindex={(u64::from(index) + 1).to_string()}
            aria-selected={props.active.to_string()}
            onclick={props.on_choose.reform(move |_| index)}
        >
            <span role="gridcell" class="log-time">{ (texts.seconds)(&instant::seconds_in_column(row.ns)) }</span>
            <span role="gridcell" class="log-name">{ who(&row.name, row.colour) }</span>
            <span role="gridcell" class="log-text">
                if row.stream == Stream::Err {
                    <abbr class="log-error" title={texts.error_output}>{ "stderr" }</abbr>
                }
                { &row.text }
            </span>
        </div>
    }
}

/// The panes share their room by how high the log would be. Told by the way, the browser need not lay the log out
/// to find that out, which it would do again with each change of a line (`frame.css`).
fn tell_height(scroller: &NodeRef, height: f64) {
    let panes = scroller.cast::<Element>().and_then(|scroller| scroller.closest(".panes").ok().flatten());
    if let Some(panes) = panes {
        let style = panes.unchecked_into::<HtmlElement>().style();
        // Without it, the panes are as before.
        drop(style.set_property("--log-height", &format!("{}px", decimal::of(height))));
    }
}

fn row_id(index: u32) -> String {
    format!("log-row-{index}")
}

/// Where a key leads.
fn target(key: &str, active: Option<u32>, page: u32, total: u32) -> Option<u32> {
    let last = total.checked_sub(1)?;
    let target = match (key, active) {
        ("Home", _) | ("ArrowDown" | "PageDown", None) => 0,
        ("End", _) => last,
        ("ArrowUp" | "PageUp" | "Enter", None) => return None,
        ("Enter", Some(index)) => index,
        ("ArrowUp", Some(index)) => index.saturating_sub(1),
        ("ArrowDown", Some(index)) => index.saturating_add(1),
        ("PageUp", Some(index)) => index.saturating_sub(page),
        ("PageDown", Some(index)) => index.saturating_add(page),
        _ => return None,
    };
    Some(target.min(last))
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn keys_lead_to_rows_that_exist() {
        for (key, active, expected) in [
            ("Home", Some(5), Some(0)),
            ("End", None, Some(9)),
            ("ArrowDown", None, Some(0)),
            ("ArrowDown", Some(9), Some(9)),
            ("ArrowUp", Some(0), Some(0)),
            ("ArrowUp", None, None),
            ("PageDown", Some(2), Some(6)),
            ("PageUp", Some(2), Some(0)),
            ("Enter", Some(3), Some(3)),
            ("a", Some(3), None),
        ] {
            assert_eq!(target(key, active, 4, 10), expected, "{key} at {active:?}");
        }
        assert_eq!(target("End", None, 4, 0), None);
    }
}
