//! A card with its steps, or a thing: a heading and a list, whose entries are where one can go.

use std::rc::Rc;

use interleave_edits::Command;
use interleave_edits::graph::{Card, CardKind, Edge, Node, Step, Thing};
use interleave_text::Span;
use interleave_views::sight::Mark;
use yew::prelude::*;

use super::wording::{Piece, line, sentence};
use super::writing::Writing;
use super::{name_of, signs};
use crate::components::who::{colour_class, shape};
use crate::messages::DrawingMessages;
use crate::state::{Chosen, Draw, Drawing, Drawn, Item, Landing, Open};

/// What cards are drawn with.
pub(super) struct Drafting<'a> {
    pub(super) messages: &'static DrawingMessages,
    pub(super) drawn: &'a Drawn,
    pub(super) drawing: &'a Drawing,
    pub(super) chosen: Option<Chosen>,
    /// Where the keyboard enters.
    pub(super) entry: Option<Item>,
    /// What is dragged, and what it is over: behind it, or before.
    pub(super) over: Option<(Item, bool)>,
    /// Where tasks stand, if that is in this text.
    pub(super) marks: &'a [Mark],
    pub(super) on_draw: &'a Callback<Draw>,
}

impl Drafting<'_> {
    /// A card or a thing.
    pub(super) fn node(&self, item: Item) -> Html {
        match item {
            Item::Card(place) => self.drawn.graph.cards.get(place).map(|card| self.card(place, card)),
            Item::Thing(place) => self.drawn.graph.things.get(place).map(|thing| self.thing(place, thing)),
            Item::Step(_) => None,
        }
        .unwrap_or_default()
    }

    fn card(&self, place: usize, card: &Card) -> Html {
        let item = Item::Card(place);
        let kind = self.messages.cards[card.kind as usize];
        let name = if card.kind == CardKind::Script { kind } else { card.name.as_str() };
        let edges = self.drawn.graph.edges.iter().filter(|edge| edge.from as usize == place);
        let relations = self.relations(edges);
        let class = match card.kind {
            CardKind::Coroutine => "card-coroutine",
            CardKind::Function => "card-function",
            CardKind::Script => "card-script",
        };
        html! {
            <article key={name_of(item)} class={classes!("card", class)} aria-label={name.to_owned()}>
                <div
                    class={self.class("card-head", item)}
                    role="group"
                    tabindex={self.tabindex(item)}
                    data-item={name_of(item)}
                    aria-label={format!("{kind} {name}")}
                    aria-description={relations.clone()}
                >
                    <span class="port" data-grip="">{ signs::of_card() }</span>
                    <h3 class="card-name">
                        { self.name(item, card.name_span, name) }
                        if card.kind != CardKind::Script {
                            <code class="card-parameters">{ format!("({})", card.parameters.join(", ")) }</code>
                        }
                    </h3>
                    if card.kind != CardKind::Script {
                        { self.menu_button(item, name) }
                    }
                </div>
                { self.refusal(item) }
                if !relations.is_empty() {
                    <p class="relations" aria-hidden="true">{ relations }</p>
                }
                if card.steps.is_empty() {
                    <p class="card-empty">{ self.messages.no_steps }</p>
                } else {
                    { self.steps(&card.steps) }
                }
            </article>
        }
    }

    /// What a card does to others, in words.
    fn relations<'e>(&self, edges: impl Iterator<Item = &'e Edge>) -> String {
        let graph = &self.drawn.graph;
        let mut sentences: Vec<String> = Vec::new();
        for edge in edges {
            let to = match edge.to {
                Node::Card(card) => graph.cards.get(card as usize).map(|card| card.name.as_str()),
                Node::Thing(thing) => graph.things.get(thing as usize).map(|thing| thing.name.as_str()),
            };
            let said = to.map(|to| (self.messages.edges[edge.kind as usize])(to));
            sentences.extend(said.filter(|said| !sentences.contains(said)));
        }
        sentences.join(" · ")
    }

    fn thing(&self, place: usize, thing: &Thing) -> Html {
        let item = Item::Thing(place);
        let kind = self.messages.things[thing.kind as usize];
        let number = thing.number.as_ref().map(|number| {
            let source = number.span.of(&self.drawn.text).unwrap_or_default();
            let label = self.messages.roles[number.role as usize];
            html! { <span class="thing-number">{ self.literal(item, number.span, label, source) }</span> }
        });
        html! {
            <article key={name_of(item)} class="thing" aria-label={thing.name.clone()}>
                <div
                    class={self.class("thing-head", item)}
                    role="group"
                    tabindex={self.tabindex(item)}
                    data-item={name_of(item)}
                    aria-label={format!("{kind} {}", thing.name)}
                >
                    <span class="port" data-grip="">{ signs::of_thing(thing.kind) }</span>
                    <h3 class="thing-name">
                        { self.name(item, thing.name_span, &thing.name) }
                        <span class="thing-kind">{ kind }</span>
                    </h3>
                    { number }
                    { self.menu_button(item, &thing.name) }
                </div>
                { self.refusal(item) }
            </article>
        }
    }

    fn steps(&self, steps: &[Step]) -> Html {
        html! { <ol class="steps" role="list">{ for steps.iter().map(|step| self.step(step)) }</ol> }
    }

    fn step(&self, step: &Step) -> Html {
        let item = Item::Step(step.span);
        let pieces = line(self.messages, &self.drawn.text, &self.drawn.graph, step);
        let sentence = sentence(&pieces);
        // The first branch is introduced by the step's own line.
        let head = step.head.of(&self.drawn.text).unwrap_or_default();
        let is_written = self.drawing.open == Some(Open::Source(step.span));
        let chosen = self.chosen.is_some_and(|chosen| !chosen.is_one() && chosen.has(step.span));
        let here = self
            .marks
            .iter()
            .filter(|mark| step.head.start <= mark.span.start && mark.span.end <= step.head.end);
        html! {
            <li class={classes!("step-entry", chosen.then_some("chosen"))}>
                <div
                    class={self.class("step", item)}
                    role="group"
                    tabindex={self.tabindex(item)}
                    data-item={name_of(item)}
                    aria-label={sentence.clone()}
                >
                    <span class="grip" data-grip="">{ signs::of_step(step.kind) }</span>
                    if is_written {
                        { self.source(step) }
                    } else {
                        <span class="step-line" title={sentence.clone()}>
                            { for pieces.iter().map(|piece| self.piece(item, piece)) }
                        </span>
                    }
                    { for here.map(|mark| html! {
                        <span class={classes!("step-mark", colour_class(mark.colour))} title={mark.sentence.clone()}>
                            { shape(mark.colour) }
                        </span>
                    }) }
                    { self.menu_button(item, &sentence) }
                </div>
                { self.refusal(item) }
                { for step.blocks.iter().map(|block| html! {
                    <>
                        if !(block.label.is_empty() || head.ends_with(&block.label)) {
                            <p class="block-label"><code>{ &block.label }</code></p>
                        }
                        { self.steps(&block.steps) }
                    </>
                }) }
            </li>
        }
    }

    fn piece(&self, item: Item, piece: &Piece) -> Html {
        match piece {
            Piece::Words(words) => html! { <span class="words">{ words }</span> },
            Piece::Code(code) => html! { <code class="source">{ code }</code> },
            Piece::Field(field, source) => {
                self.literal(item, field.span, self.messages.roles[field.role as usize], source)
            }
        }
    }

    /// A literal: as it is written, or being written over.
    fn literal(&self, item: Item, span: Span, label: &'static str, source: &str) -> Html {
        if self.drawing.open == Some(Open::Literal(item, span)) {
            let source = span.of(&self.drawn.text).unwrap_or_default().to_owned();
            let on_done = self.writes(move |text| Command::SetLiteral { literal: span, text });
            return html! { <Writing value={source} {label} {on_done} /> };
        }
        let onclick = self.on_draw.reform(move |event: MouseEvent| {
            event.stop_propagation();
            Draw::Open(Some(Open::Literal(item, span)))
        });
        html! {
            <button type="button" class="literal" tabindex="-1" title={label} {onclick}><code>{ source }</code></button>
        }
    }

    /// A name: as it is written, or being written over.
    fn name(&self, item: Item, span: Span, name: &str) -> Html {
        if self.drawing.open == Some(Open::Name(item, span)) {
            let written = span.of(&self.drawn.text).unwrap_or_default().to_owned();
            let on_done = self.writes(move |new| Command::Rename { name: span, new });
            return html! { <Writing value={written} label={self.messages.name} {on_done} /> };
        }
        html! { <span>{ name }</span> }
    }

    fn source(&self, step: &Step) -> Html {
        let span = step.span;
        let source = step.head.of(&self.drawn.text).unwrap_or_default().to_owned();
        let on_done = self.writes(move |source| Command::RewriteStep { step: span, source });
        html! { <Writing value={source} label={self.messages.source} {on_done} /> }
    }

    fn writes(&self, command: impl Fn(String) -> Command + 'static) -> Callback<Option<String>> {
        self.on_draw.reform(move |written: Option<String>| match written {
            Some(written) => Draw::Change(command(written), Landing::Same),
            None => Draw::Open(None),
        })
    }

    fn menu_button(&self, item: Item, name: &str) -> Html {
        let onclick = self.on_draw.reform(move |event: MouseEvent| {
            event.stop_propagation();
            Draw::Open(Some(Open::Menu(item)))
        });
        html! {
            <button
                type="button"
                class="more"
                tabindex="-1"
                aria-haspopup="menu"
                aria-label={(self.messages.menu_of)(name)}
                {onclick}
            >
                <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M3 10h4v4H3zM10 10h4v4h-4zM17 10h4v4h-4z" />
                </svg>
            </button>
        }
    }

    fn refusal(&self, item: Item) -> Html {
        match &self.drawing.refusal {
            Some((Some(at), refusal)) if *at == item => refused((self.messages.refusal)(refusal)),
            _ => Html::default(),
        }
    }

    fn class(&self, class: &'static str, item: Item) -> Classes {
        let drop = self.over.filter(|(over, _)| *over == item).map(|(over, behind)| match (over, behind) {
            (Item::Step(_), true) => "drop-behind",
            (Item::Step(_), false) => "drop-before",
            (Item::Card(_) | Item::Thing(_), _) => "drop-on",
        });
        classes!(class, (self.drawing.focus == Some(item)).then_some("here"), drop)
    }

    fn tabindex(&self, item: Item) -> &'static str {
        if self.entry == Some(item) { "0" } else { "-1" }
    }
}

/// Why something was not done, said and shown.
pub(super) fn refused(sentence: String) -> Html {
    let sentence: Rc<str> = sentence.into();
    html! { <p class="refusal" role="alert">{ sentence }</p> }
}
