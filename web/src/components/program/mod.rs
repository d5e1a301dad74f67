//! The program as a picture that can be changed: cards with steps, things between them, and lines.
//!
//! `layout` says where what stands, `wording` what it is called, `offers` what can be done with it; `card`, `lines`
//! and `menu` draw that, and `writing` is where one writes. Pointers and keys are heard here.

mod card;
mod layout;
mod lines;
mod menu;
mod offers;
mod signs;
mod wording;
mod writing;

use interleave_edits::graph::{ProgramGraph, Step};
use interleave_text::Language;
use interleave_views::sight::Mark;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use self::card::{Drafting, refused};
use self::lines::Lines;
use self::menu::Menu;
use self::offers::Offering;
use super::size::use_size;
use crate::held::Held;
use crate::messages;
use crate::state::{Draw, Drawing, Item, Open, name_at};

#[derive(Properties, PartialEq)]
pub(super) struct ProgramPanelProps {
    pub(super) language: Language,
    pub(super) drawing: Drawing,
    /// The text of now does not parse.
    pub(super) is_dim: bool,
    /// The picture is that of the text of now.
    pub(super) is_drawn: bool,
    /// Where tasks stand, if the run is of the text that is drawn.
    pub(super) marks: Option<Held<Vec<Mark>>>,
    pub(super) on_draw: Callback<Draw>,
    pub(super) on_undo: Callback<()>,
    pub(super) on_redo: Callback<()>,
}

/// What is dragged, and what it is over.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Dragging {
    item: Item,
    over: Option<(Item, bool)>,
}

#[component]
pub(super) fn ProgramPanel(props: &ProgramPanelProps) -> Html {
    let messages = &messages::of(props.language).drawing;
    let room = use_node_ref();
    let size = use_size(&room);
    let dragging = use_state_eq(|| None::<Dragging>);
    use_focus(&room, &props.drawing);
    let Some(drawn) = &props.drawing.shown else { return Html::default() };
    let drawing = &props.drawing;
    let columns = layout::columns(&drawn.graph);
    let order = in_order(&drawn.graph, &columns);
    let chosen = drawing.chosen();
    let offering = Offering { messages, drawn, chosen };
    let focus = drawing.focus.filter(|focus| order.contains(focus));
    let onkeydown = {
        let (drawn, order, on_draw) = (drawn.clone(), order.clone(), props.on_draw.clone());
        move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.is_composing() {
                return;
            }
            let key = event.key();
            let draw = stroke(&drawn.graph, &order, focus, &key, event.shift_key(), event.alt_key());
            if let Some(draw) = draw {
                on_draw.emit(draw);
                event.prevent_default();
                event.stop_propagation();
            }
        }
    };
    let is_writing = matches!(drawing.open, Some(Open::Literal(..) | Open::Name(..) | Open::Source(_)));
    let onpointerdown = {
        let (on_draw, dragging) = (props.on_draw.clone(), dragging.setter());
        move |event: PointerEvent| {
            // What is being written is kept when it loses the focus.
            let Some(item) = item_at(event.target()).filter(|_| !is_writing) else { return };
            // What asks for the list of several steps leaves them chosen.
            let asks = event.button() != 0 || is_on(event.target(), ".more");
            if asks && matches!(item, Item::Step(step) if chosen.is_some_and(|chosen| chosen.has(step))) {
                return;
            }
            on_draw.emit(Draw::Go { item, extend: event.shift_key() });
            if is_on(event.target(), "[data-grip]") {
                capture(&event);
                dragging.set(Some(Dragging { item, over: None }));
            }
        }
    };
    let onpointermove = {
        let dragging = dragging.clone();
        move |event: PointerEvent| {
            if let Some(drag) = *dragging {
                dragging.set(Some(Dragging {
                    over: under(&event).filter(|(over, _)| *over != drag.item),
                    ..drag
                }));
            }
        }
    };
    let onpointerup = {
        let (dragging, drawn, on_draw) = (dragging.clone(), drawn.clone(), props.on_draw.clone());
        move |_: PointerEvent| {
            if let Some(Dragging { item, over: Some((over, behind)) }) = *dragging {
                on_draw.emit(dropped(&drawn.graph, item, over, behind));
            }
            dragging.set(None);
        }
    };
    let onpointercancel = {
        let dragging = dragging.setter();
        move |_: PointerEvent| dragging.set(None)
    };
    let oncontextmenu = props.on_draw.clone();
    let oncontextmenu = move |event: MouseEvent| {
        if let Some(item) = item_at(event.target()) {
            event.prevent_default();
            oncontextmenu.emit(Draw::Open(Some(Open::Menu(item))));
        }
    };
    let drafting = Drafting {
        messages,
        drawn,
        drawing,
        chosen,
        entry: focus.or(order.first().copied()),
        over: dragging.and_then(|dragging| dragging.over),
        marks: props.marks.as_deref().map_or(&[], Vec::as_slice),
        on_draw: &props.on_draw,
    };
    let new_card = offering.new_card();
    let is_empty = order.is_empty();
    let refusal = drawing.refusal.as_ref().filter(|(at, _)| at.is_none_or(|at| !order.contains(&at)));
    html! {
        <div class={classes!("program", props.is_dim.then_some("dim"))} data-drawn={props.is_drawn.then_some("")}>
            <div class="program-tools">
                <button id="new-card" type="button" onclick={props.on_draw.reform(move |_| new_card.clone())}>
                    { if is_empty { messages.begin } else { messages.new_card } }
                </button>
                if !is_empty {
                    <button
                        id="new-thing"
                        type="button"
                        aria-haspopup="menu"
                        onclick={props.on_draw.reform(|_| Draw::Open(Some(Open::Things)))}
                    >
                        { messages.new_thing }
                    </button>
                }
                <button type="button" class="quiet" onclick={props.on_undo.reform(|_| ())}>{ messages.undo }</button>
                <button type="button" class="quiet" onclick={props.on_redo.reform(|_| ())}>{ messages.redo }</button>
            </div>
            if props.is_dim {
                <p class="program-note" role="status">{ messages.dim }</p>
            }
            { for refusal.map(|(_, refusal)| refused((messages.refusal)(refusal))) }
            if is_empty {
                <p class="program-note">{ messages.empty }</p>
            }
            <div
                class="chart"
                role="group"
                aria-label={messages.label}
                {onkeydown}
                {onpointerdown}
                {onpointermove}
                {onpointerup}
                {onpointercancel}
                {oncontextmenu}
            >
                <div class="chart-room" ref={room.clone()}>
                    <Lines
                        drawn={drawn.clone()}
                        {room}
                        {size}
                        open={drawing.open}
                        {focus}
                        many={messages.many}
                    />
                    { for columns.iter().map(|column| html! {
                        <div class="column">{ for column.iter().map(|item| drafting.node(*item)) }</div>
                    }) }
                </div>
            </div>
            <Menu
                language={props.language}
                drawn={drawn.clone()}
                {chosen}
                open={drawing.open}
                on_draw={&props.on_draw}
            />
        </div>
    }
}

/// Where a change, a key or the end of writing leads, the focus goes; nobody is taken out of the editor.
#[hook]
fn use_focus(room: &NodeRef, drawing: &Drawing) {
    let room = room.clone();
    let before = use_mut_ref(|| (drawing.arrivals, drawing.open, false));
    let seen = (drawing.focus, drawing.arrivals, drawing.open, drawing.shown.clone());
    use_effect_with(seen, move |(focus, arrivals, open, _)| {
        let (earlier, was_open, was_here) = *before.borrow();
        let active = web_sys::window().and_then(|window| window.document()?.active_element());
        let found = room.cast::<Element>().zip(*focus).and_then(|(room, item)| {
            let is_here = active.as_ref().is_some_and(|active| room.contains(Some(active)));
            // What had the focus is no longer there.
            let is_lost = was_here && active.as_ref().is_some_and(|active| active.tag_name() == "BODY");
            let goes = is_here || is_lost || was_open.is_some() || earlier != *arrivals;
            let element = room.query_selector(&format!("[data-item='{}']", name_of(item))).ok().flatten()?;
            goes.then_some(element)?.dyn_into::<HtmlElement>().ok()
        });
        if let Some(element) = found.as_ref().filter(|_| open.is_none()) {
            // Refused only by elements that can't have the focus.
            drop(element.focus());
        }
        *before.borrow_mut() = (*arrivals, *open, found.is_some());
    });
}

/// Every item, as one reads them.
fn in_order(graph: &ProgramGraph, columns: &[Vec<Item>]) -> Vec<Item> {
    fn add(steps: &[Step], order: &mut Vec<Item>) {
        for step in steps {
            order.push(Item::Step(step.span));
            step.blocks.iter().for_each(|block| add(&block.steps, order));
        }
    }
    let mut order = Vec::new();
    for item in columns.iter().flatten() {
        order.push(*item);
        if let Item::Card(card) = item
            && let Some(card) = graph.cards.get(*card)
        {
            add(&card.steps, &mut order);
        }
    }
    order
}

/// What a key does.
fn stroke(
    graph: &ProgramGraph,
    order: &[Item],
    focus: Option<Item>,
    key: &str,
    shift: bool,
    alt: bool,
) -> Option<Draw> {
    let here = focus.and_then(|focus| order.iter().position(|item| *item == focus));
    let go = |place: Option<usize>, extend: bool| {
        let item = *order.get(place?)?;
        Some(Draw::Go { item, extend })
    };
    let heads = || {
        order.iter().enumerate().filter(|(_, item)| !matches!(item, Item::Step(_))).map(|(place, _)| place)
    };
    let (Some(focus), Some(here)) = (focus, here) else {
        return key.starts_with("Arrow").then(|| go(Some(0), false)).flatten();
    };
    match (key, alt) {
        ("ArrowUp" | "ArrowDown", true) => match focus {
            Item::Step(step) => offers::move_step(graph, step, key == "ArrowUp"),
            Item::Card(_) | Item::Thing(_) => None,
        },
        (_, true) => None,
        ("ArrowUp", _) => go(here.checked_sub(1), shift),
        ("ArrowDown", _) => go(Some(here + 1), shift),
        ("ArrowLeft", _) => go(heads().rfind(|place| *place < here), false),
        ("ArrowRight", _) => go(heads().find(|place| *place > here), false),
        ("Home", _) => go(Some(0), false),
        ("End", _) => go(order.len().checked_sub(1), false),
        ("F10", _) if !shift => None,
        ("Enter" | " " | "ContextMenu" | "F10", _) => Some(Draw::Open(Some(Open::Menu(focus)))),
        ("Escape", _) => Some(Draw::Open(None)),
        ("F2", _) => written(graph, focus).map(|open| Draw::Open(Some(open))),
        ("Delete", _) => match focus {
            Item::Step(step) => Some(offers::delete_step(graph, step)),
            Item::Card(card) => {
                graph.cards.get(card).filter(|card| !card.name.is_empty()).map(offers::delete_card)
            }
            Item::Thing(thing) => graph.things.get(thing).map(|thing| offers::delete_thing(thing.name_span)),
        },
        _ => None,
    }
}

/// What is written over first: a name, a step's literal, or its source.
fn written(graph: &ProgramGraph, item: Item) -> Option<Open> {
    match item {
        Item::Step(span) => {
            let field = graph.step(span)?.fields.first();
            Some(field.map_or(Open::Source(span), |field| Open::Literal(item, field.span)))
        }
        Item::Card(_) | Item::Thing(_) => name_at(graph, item),
    }
}

/// What is done by letting something go over something else.
fn dropped(graph: &ProgramGraph, item: Item, over: Item, behind: bool) -> Draw {
    match (item, over) {
        (Item::Step(step), Item::Step(neighbour)) => offers::put(step, neighbour, behind),
        (Item::Step(_), Item::Thing(_)) => Draw::Open(Some(Open::Connect(over, item))),
        (Item::Step(step), Item::Card(card)) => offers::put_at_end(graph, step, card),
        (Item::Card(_) | Item::Thing(_), _) => Draw::Open(Some(Open::Connect(item, over))),
    }
}

/// The name of an item in the document.
fn name_of(item: Item) -> String {
    match item {
        Item::Card(card) => format!("card-{card}"),
        Item::Thing(thing) => format!("thing-{thing}"),
        Item::Step(span) => format!("step-{}-{}", span.start, span.end),
    }
}

fn named(name: &str) -> Option<Item> {
    let (kind, rest) = name.split_once('-')?;
    match kind {
        "card" => rest.parse().ok().map(Item::Card),
        "thing" => rest.parse().ok().map(Item::Thing),
        _ => {
            let (start, end) = rest.split_once('-')?;
            Some(Item::Step(interleave_text::Span { start: start.parse().ok()?, end: end.parse().ok()? }))
        }
    }
}

fn item_at(target: Option<web_sys::EventTarget>) -> Option<Item> {
    let element = element_of(target)?.closest("[data-item]").ok()??;
    named(&element.get_attribute("data-item")?)
}

fn element_of(target: Option<web_sys::EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()
}

fn is_on(target: Option<web_sys::EventTarget>, what: &str) -> bool {
    element_of(target).is_some_and(|element| element.closest(what).ok().flatten().is_some())
}

fn capture(event: &PointerEvent) {
    let chart = element_of(event.target()).and_then(|element| element.closest(".chart").ok().flatten());
    if let Some(element) = chart {
        // Refused only for a pointer that is gone.
        drop(element.set_pointer_capture(event.pointer_id()));
    }
}

/// What is under a pointer, and whether that is in its lower half.
fn under(event: &PointerEvent) -> Option<(Item, bool)> {
    let document = web_sys::window()?.document()?;
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let element = document.element_from_point(x, y)?.closest("[data-item]").ok()??;
    let area = element.get_bounding_client_rect();
    let behind = f64::from(y) > area.top() + area.height() / 2.0;
    Some((named(&element.get_attribute("data-item")?)?, behind))
}

#[cfg(test)]
mod tests {
    use interleave_edits::Program;
    use interleave_text::Span;

    use super::*;

    #[test]
    fn names_lead_back_to_items() {
        for item in [Item::Card(0), Item::Thing(12), Item::Step(Span::new(3, 40))] {
            assert_eq!(named(&name_of(item)), Some(item));
        }
        assert_eq!(named("step-x"), None);
    }

    #[test]
    fn keys_go_move_open_and_delete() {
        let text = "async def a():\n    x()\n    y()\nasync def b():\n    z()\n";
        let graph = ProgramGraph::of(&Program::read(text).expect("it is a program"));
        let order = in_order(&graph, &layout::columns(&graph));
        assert_eq!(order[0], Item::Card(1), "what the program begins with comes first");
        let x = graph.cards[0].steps[0].span;
        let at_x = |key: &str, shift, alt| stroke(&graph, &order, Some(Item::Step(x)), key, shift, alt);
        let y = Item::Step(graph.cards[0].steps[1].span);
        assert_eq!(at_x("ArrowDown", true, false), Some(Draw::Go { item: y, extend: true }));
        assert_eq!(at_x("ArrowLeft", false, false), Some(Draw::Go { item: Item::Card(0), extend: false }));
        assert_eq!(at_x("Enter", false, false), Some(Draw::Open(Some(Open::Menu(Item::Step(x))))));
        assert!(matches!(at_x("ArrowDown", false, true), Some(Draw::Change(..))));
        assert_eq!(at_x("ArrowUp", false, true), None, "it is the first");
        assert!(matches!(at_x("Delete", false, false), Some(Draw::Change(..))));
        assert_eq!(at_x("F2", false, false), Some(Draw::Open(Some(Open::Source(x)))));
        assert_eq!(at_x("k", false, false), None, "what belongs to others stays theirs");
        let entered = stroke(&graph, &order, None, "ArrowDown", false, false);
        assert_eq!(entered, Some(Draw::Go { item: order[0], extend: false }));
    }
}
