//! What keys do. A single key acts only in the part of the page that shows the
//! run, and nowhere while an input method composes.

use gloo_events::{EventListener, EventListenerOptions};
use interleave_views::sight::{Aim, Moment};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::components::Order;
use crate::state::{Action, Dialog, Stride};

/// A key, and what was held with it.
#[derive(Clone, Copy, Debug)]
struct Stroke<'a> {
    key: &'a str,
    shift: bool,
    /// Control, or Command.
    command: bool,
    alt: bool,
}

impl Stroke<'_> {
    /// What it does. `on_control`: the focus is on a control that has uses of its
    /// own for Space.
    fn action(self, on_control: bool) -> Option<Action> {
        let step = |stride, forward| Some(Action::Step { stride, forward });
        let stride = match self {
            Stroke { alt: true, .. } => return None,
            Stroke { command: true, .. } => Some(Stride::Breakpoint),
            Stroke { shift: true, .. } => Some(Stride::Switch),
            Stroke { .. } => None,
        };
        match self.key {
            "ArrowRight" => step(stride, true),
            "ArrowLeft" => step(stride, false),
            _ if self.command => None,
            "." => step(Some(Stride::Event), true),
            "," => step(Some(Stride::Event), false),
            "]" => step(Some(Stride::Switch), true),
            "[" => step(Some(Stride::Switch), false),
            " " if !on_control => Some(Action::TogglePlay),
            "k" | "K" => Some(Action::TogglePlay),
            "Home" => Some(Action::Aim(Aim::At(Moment(0)))),
            "End" => Some(Action::Aim(Aim::At(Moment(u32::MAX)))),
            "PageUp" => Some(Action::Leap { forward: false }),
            "PageDown" => Some(Action::Leap { forward: true }),
            "<" => Some(Action::ChangeSpeed { faster: false }),
            ">" => Some(Action::ChangeSpeed { faster: true }),
            "c" | "C" => Some(Action::ToggleComparison),
            "?" => Some(Action::Show(Some(Dialog::Keys))),
            _ => None,
        }
    }
}

/// What a key does that was struck in front of a run, if nothing there has used it
/// already.
pub(crate) fn action(event: &KeyboardEvent) -> Option<Action> {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok())?;
    let kind = target.tag_name().to_ascii_lowercase();
    if event.default_prevented() || event.is_composing() || kind == "select" {
        return None;
    }
    let stroke = Stroke {
        key: &event.key(),
        shift: event.shift_key(),
        command: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
    };
    let on_control = matches!(kind.as_str(), "button" | "summary" | "a")
        || target.get_attribute("type").as_deref() == Some("checkbox");
    let action = stroke.action(on_control)?;
    event.prevent_default();
    Some(action)
}

/// Everywhere in the page, with Control or Command: Enter runs the program, and Z takes back what was changed in
/// it, be it in the graph or on the timeline. Where one writes, Z is that place's own.
#[hook]
pub(crate) fn use_keys_everywhere(on_order: Callback<Order>) {
    use_effect_with(on_order, |on_order| {
        let on_order = on_order.clone();
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let event = event.unchecked_ref::<KeyboardEvent>();
                let held = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
                if !held || event.is_composing() || event.default_prevented() {
                    return;
                }
                // With Caps Lock, too.
                let order = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
                    ("enter", false) => Order::Run,
                    ("z" | "y", _) if is_written_in(event) => return,
                    ("z", false) => Order::Undo,
                    ("z", true) | ("y", false) => Order::Redo,
                    _ => return,
                };
                event.prevent_default();
                on_order.emit(order);
            })
        });
        move || drop(listener)
    });
}

/// Whether a key was struck in a field, or in front of the program.
fn is_written_in(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.closest(":read-write, dialog"), Ok(Some(_))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Stroke<'_> = Stroke { key: "", shift: false, command: false, alt: false };

    fn action(key: &str) -> Option<Action> {
        Stroke { key, ..PLAIN }.action(false)
    }

    fn step(stride: Option<Stride>, forward: bool) -> Option<Action> {
        Some(Action::Step { stride, forward })
    }

    #[test]
    fn arrows_step_by_the_choice_and_points_by_events() {
        assert_eq!(action("ArrowRight"), step(None, true));
        assert_eq!(action("ArrowLeft"), step(None, false));
        assert_eq!(action(","), step(Some(Stride::Event), false));
        assert_eq!(action("]"), step(Some(Stride::Switch), true));
    }

    #[test]
    fn c_compares_and_copies() {
        assert_eq!(action("c"), Some(Action::ToggleComparison));
        assert_eq!(Stroke { key: "c", command: true, ..PLAIN }.action(false), None);
    }

    #[test]
    fn what_is_held_makes_larger_steps() {
        let right = Stroke { key: "ArrowRight", ..PLAIN };
        assert_eq!(Stroke { shift: true, ..right }.action(false), step(Some(Stride::Switch), true));
        assert_eq!(Stroke { command: true, ..right }.action(false), step(Some(Stride::Breakpoint), true));
        // The browser's own way back.
        assert_eq!(Stroke { alt: true, ..right }.action(false), None);
    }

    #[test]
    fn space_on_a_button_presses_it() {
        let space = Stroke { key: " ", ..PLAIN };
        assert_eq!(space.action(false), Some(Action::TogglePlay));
        assert_eq!(space.action(true), None);
        assert_eq!(Stroke { key: "k", ..PLAIN }.action(true), Some(Action::TogglePlay));
    }

    #[test]
    fn what_belongs_to_the_browser_stays_there() {
        for key in ["Tab", "Enter", "Escape", "F5", "a"] {
            assert_eq!(action(key), None, "{key}");
        }
        assert_eq!(Stroke { key: "End", command: true, ..PLAIN }.action(false), None);
    }
}
