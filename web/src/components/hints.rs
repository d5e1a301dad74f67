//! What is worth a second thought in the program: each mistake in two sentences, with ways to where it stands, to where
//! it shows, and to the program without it.

use std::rc::Rc;

use interleave_text::{Language, Span};
use interleave_views::sight::{Aim, Lane};
use yew::prelude::*;

use crate::engine::protocol::Advice;
use crate::messages;

pub(crate) struct HintsPanel<'a> {
    pub(crate) language: Language,
    pub(crate) hints: &'a [Advice],
    pub(crate) on_place: &'a Callback<Span>,
    pub(crate) on_cursor: &'a Callback<Aim>,
    pub(crate) on_select: &'a Callback<Option<Lane>>,
    /// Compares the run with that of this program.
    pub(crate) on_compare: &'a Callback<Rc<str>>,
    /// Puts this program in place of the present one.
    pub(crate) on_repair: &'a Callback<Rc<str>>,
}

impl HintsPanel<'_> {
    pub(crate) fn show(&self) -> Html {
        html! { <ol class="hints">{ for self.hints.iter().map(|hint| self.hint(hint)) }</ol> }
    }

    fn hint(&self, hint: &Advice) -> Html {
        let words = &messages::of(self.language).views;
        let span = hint.span;
        let repaired = hint.repaired.as_deref().map(Rc::<str>::from);
        let hand = |to: &Callback<Rc<str>>, text: &Rc<str>| {
            let text = Rc::clone(text);
            to.reform(move |_: MouseEvent| Rc::clone(&text))
        };
        html! {
            <li class="hint" data-rule={hint.rule.clone()}>
                <p>
                    <button type="button" class="link" onclick={self.on_place.reform(move |_| span)}>
                        { (words.hint_line)(hint.line) }
                    </button>
                    { " " }{ inline(&hint.words.what) }{ " " }{ inline(&hint.words.instead) }
                </p>
                <p class="hint-ways">
                    if let Some(seen) = hint.seen.first().copied() {
                        <button
                            type="button"
                            class="quiet hint-look"
                            onclick={
                                let (on_cursor, on_select) = (self.on_cursor.clone(), self.on_select.clone());
                                move |_: MouseEvent| {
                                    on_cursor.emit(Aim::At(seen.from));
                                    on_select.emit(Some(seen.lane));
                                }
                            }
                        >
                            { words.hint_look }
                        </button>
                    }
                    if let Some(repaired) = &repaired {
                        <button type="button" class="quiet hint-compare" onclick={hand(self.on_compare, repaired)}>
                            { words.hint_compare }
                        </button>
                        <button type="button" class="quiet hint-repair" onclick={hand(self.on_repair, repaired)}>
                            { words.hint_repair }
                        </button>
                    }
                </p>
            </li>
        }
    }
}

/// Words; what stands between backticks is code.
fn inline(words: &str) -> Html {
    let pieces = words.split('`').enumerate().map(|(index, piece)| {
        if index % 2 == 0 {
            html! { { piece } }
        } else {
            html! { <code>{ piece }</code> }
        }
    });
    html! { <>{ for pieces }</> }
}
