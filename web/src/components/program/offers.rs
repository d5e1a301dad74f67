//! What can be done with a part of the picture: one list, for pointers and keyboards alike.

use interleave_edits::graph::{Card, CardKind, ProgramGraph, Role, Step, StepKind, ThingKind};
use interleave_edits::{Calling, Command, Head, NewStep, Place, Together, Use};
use interleave_text::{Span, count};

use super::layout::entry;
use crate::messages::DrawingMessages;
use crate::state::{Chosen, Draw, Drawn, Item, Landing, Open, block_with};

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offer {
    pub(super) words: String,
    pub(super) draw: Draw,
}

/// Says something of a name.
type Naming = fn(&str) -> String;

/// Things to do that belong together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub(super) title: String,
    pub(super) offers: Vec<Offer>,
}

/// Whose offers these are.
pub(super) struct Offering<'a> {
    pub(super) messages: &'a DrawingMessages,
    pub(super) drawn: &'a Drawn,
    pub(super) chosen: Option<Chosen>,
}

impl Offering<'_> {
    /// What can be done where something is open.
    pub(super) fn groups(&self, open: Open) -> Vec<Group> {
        let groups = match open {
            Open::Menu(Item::Step(step)) => self.of_step(step),
            Open::Menu(Item::Card(card)) => self.of_card(card),
            Open::Menu(Item::Thing(thing)) => self.of_thing(thing),
            Open::Things => vec![self.group(self.messages.new_thing, self.new_things())],
            Open::Connect(from, to) => self.connections(from, to),
            Open::Literal(..) | Open::Name(..) | Open::Source(_) => Vec::new(),
        };
        groups.into_iter().filter(|group| !group.offers.is_empty()).collect()
    }

    /// A new coroutine, under a name that is free.
    pub(super) fn new_card(&self) -> Draw {
        let graph = self.graph();
        let name = if graph.cards.iter().all(|card| card.kind == CardKind::Script) {
            "main".to_owned()
        } else {
            free("job", |name| graph.cards.iter().any(|card| card.name == name))
        };
        add_card(name)
    }

    fn graph(&self) -> &ProgramGraph {
        &self.drawn.graph
    }

    fn group(&self, title: &str, offers: Vec<Offer>) -> Group {
        Group { title: title.to_owned(), offers }
    }

    fn of_step(&self, span: Span) -> Vec<Group> {
        let Some(step) = self.graph().step(span) else { return Vec::new() };
        let chosen =
            self.chosen.filter(|chosen| chosen.has(span)).unwrap_or(Chosen { first: span, last: span });
        let item = Item::Step(span);
        let place = Place::After(chosen.last);
        let after = self.additions(item, place, Landing::After(chosen.last.end));
        vec![
            self.group(self.messages.change, self.changes(step, chosen)),
            self.group(self.messages.around, self.wraps(step, chosen)),
            self.group(self.messages.add_after, after),
        ]
    }

    fn changes(&self, step: &Step, chosen: Chosen) -> Vec<Offer> {
        let messages = self.messages;
        let item = Item::Step(step.span);
        let mut offers = Vec::new();
        if chosen.is_one() {
            offers.extend(step.fields.iter().map(|field| {
                let source = field.span.of(&self.drawn.text).unwrap_or_default();
                let words = format!("{} {source}", messages.roles[field.role as usize]);
                Offer { words, draw: Draw::Open(Some(Open::Literal(item, field.span))) }
            }));
            offers.push(offer(messages.edit_source, Draw::Open(Some(Open::Source(step.span)))));
            for (words, up) in [(messages.up, true), (messages.down, false)] {
                offers.extend(move_step(self.graph(), step.span, up).map(|draw| offer(words, draw)));
            }
            let duplicate = Command::DuplicateStep(step.span);
            offers.push(offer(messages.duplicate, Draw::Change(duplicate, Landing::After(step.span.end))));
            offers.push(offer(messages.delete, delete_step(self.graph(), step.span)));
        }
        offers
    }

    fn wraps(&self, step: &Step, chosen: Chosen) -> Vec<Offer> {
        let (messages, graph) = (self.messages, self.graph());
        let Chosen { first, last } = chosen;
        let landing = Landing::After(last.end);
        let wrap = |head: Head| Draw::Change(Command::WrapSteps { first, last, head }, landing.clone());
        let together = |how| Draw::Change(Command::Together { first, last, how }, landing.clone());
        let mut offers = Vec::new();
        if !chosen.is_one() {
            offers.push(offer(messages.gather, together(Together::Gather)));
            offers.push(offer(messages.group, together(Together::Group)));
        }
        if matches!(step.kind, StepKind::Gather | StepKind::TaskGroup) && chosen.is_one() {
            offers.push(offer(messages.one_by_one, Draw::Change(Command::OneByOne(first), landing.clone())));
        }
        offers.extend(graph.things.iter().filter(|thing| is_held(thing.kind)).map(|thing| {
            let command = Command::HoldThing { first, last, thing: thing.name_span };
            Offer { words: (messages.hold)(&thing.name), draw: Draw::Change(command, landing.clone()) }
        }));
        offers.push(offer(messages.repeat, wrap(Head::Repeat)));
        offers.push(offer(messages.timeout, wrap(Head::Timeout)));
        let name = free("part", |name| graph.cards.iter().any(|card| card.name == name));
        let extract = Command::ExtractCard { first, last, name: name.clone() };
        offers.push(offer(messages.extract, Draw::Change(extract, Landing::Card(name))));
        offers
    }

    /// New steps at a place.
    fn additions(&self, item: Item, at: Place, landing: Landing) -> Vec<Offer> {
        let messages = self.messages;
        let add = |words: String, step: NewStep| Offer {
            words,
            draw: Draw::Change(Command::AddStep { step, at }, landing.clone()),
        };
        let mut offers = vec![
            add(messages.add_print.to_owned(), NewStep::Print),
            add(messages.add_sleep.to_owned(), NewStep::Sleep),
        ];
        let here = self.card_of(item);
        let tasks = here.map(|card| self.tasks(card)).unwrap_or_default();
        offers.extend(
            tasks.iter().map(|task| add((messages.await_task)(task), NewStep::Code(format!("await {task}")))),
        );
        let callable = self.graph().cards.iter().enumerate().filter(|(place, card)| {
            let is_here = here.is_some_and(|here| here.span == card.span);
            card.kind == CardKind::Coroutine && !is_here && Some(*place) != entry(self.graph())
        });
        for (_, card) in callable {
            offers.extend(self.calls(card, at, &landing));
        }
        for thing in &self.graph().things {
            offers.extend(thing.kind.uses().iter().map(|how| {
                let step = NewStep::Use { thing: thing.name_span, how: *how };
                add((messages.uses[*how as usize])(&thing.name), step)
            }));
        }
        offers.push(add(messages.add_code.to_owned(), NewStep::Code("...".to_owned())));
        offers
    }

    fn calls(&self, card: &Card, at: Place, landing: &Landing) -> Vec<Offer> {
        let messages = self.messages;
        let ways: [(Naming, Calling); 4] = [
            (messages.await_card, Calling::Await),
            (messages.start_card, Calling::Task),
            (messages.several, Calling::Several),
            (messages.grouped, Calling::Group),
        ];
        let offer = |(words, how): (Naming, Calling)| Offer {
            words: words(&card.name),
            draw: Draw::Change(
                Command::AddStep { step: NewStep::Call { card: card.span, how }, at },
                landing.clone(),
            ),
        };
        ways.into_iter().map(offer).collect()
    }

    /// The names of tasks that a card starts.
    fn tasks(&self, card: &Card) -> Vec<String> {
        fn gather(text: &str, steps: &[Step], found: &mut Vec<String>) {
            for step in steps {
                if step.kind == StepKind::CreateTask
                    && let Some((name, _)) = step.head.of(text).and_then(|head| head.split_once(" = "))
                    && name.chars().all(|c| c.is_alphanumeric() || c == '_')
                {
                    found.push(name.to_owned());
                }
                step.blocks.iter().for_each(|block| gather(text, &block.steps, found));
            }
        }
        let mut found = Vec::new();
        gather(&self.drawn.text, &card.steps, &mut found);
        found
    }

    /// The innermost card of an item.
    fn card_of(&self, item: Item) -> Option<&Card> {
        let cards = &self.graph().cards;
        match item {
            Item::Card(card) => cards.get(card),
            Item::Step(step) => cards
                .iter()
                .filter(|card| card.span.start <= step.start && step.end <= card.span.end)
                .min_by_key(|card| card.span.end - card.span.start),
            Item::Thing(_) => None,
        }
    }

    fn of_card(&self, place: usize) -> Vec<Group> {
        let Some(card) = self.graph().cards.get(place) else { return Vec::new() };
        let (messages, item) = (self.messages, Item::Card(place));
        if card.kind == CardKind::Script {
            return Vec::new();
        }
        let parameter = free("n", |name| card.parameters.iter().any(|own| own == name));
        let add_parameter = Command::AddParameter { function: card.span, name: parameter };
        let changes = vec![
            offer(messages.rename, Draw::Open(Some(Open::Name(item, card.name_span)))),
            offer(messages.add_parameter, Draw::Change(add_parameter, Landing::Same)),
            offer(
                messages.duplicate,
                Draw::Change(Command::DuplicateCard(card.span), Landing::Near(card.span.end)),
            ),
            offer(messages.delete, delete_card(card)),
        ];
        let at = Place::EndOf { of: card.span, block: 0 };
        vec![
            self.group(messages.add_at_end, self.additions(item, at, Landing::After(card.span.end))),
            self.group(messages.new_thing, self.things_in(card)),
            self.group(messages.change, changes),
        ]
    }

    fn of_thing(&self, place: usize) -> Vec<Group> {
        let Some(thing) = self.graph().things.get(place) else { return Vec::new() };
        let (messages, item) = (self.messages, Item::Thing(place));
        let mut changes: Vec<Offer> =
            thing.number.iter().map(|number| literal(messages, item, number.role, number.span)).collect();
        changes.push(offer(messages.rename, Draw::Open(Some(Open::Name(item, thing.name_span)))));
        changes.push(offer(messages.delete, delete_thing(thing.name_span)));
        let mut groups = vec![self.group(messages.change, changes)];
        for (card, to) in self.graph().cards.iter().zip(0..) {
            if card.kind != CardKind::Script {
                groups.extend(self.connections(item, Item::Card(to)));
            }
        }
        groups
    }

    /// New things where the program begins.
    fn new_things(&self) -> Vec<Offer> {
        let card = entry(self.graph()).and_then(|card| self.graph().cards.get(card));
        card.map(|card| self.things_in(card)).unwrap_or_default()
    }

    fn things_in(&self, card: &Card) -> Vec<Offer> {
        const NEW: [(ThingKind, &str, Option<u32>); 9] = [
            (ThingKind::Semaphore, "permits", Some(3)),
            (ThingKind::Lock, "lock", None),
            (ThingKind::Queue, "queue", Some(2)),
            (ThingKind::Event, "event", None),
            (ThingKind::Future, "future", None),
            (ThingKind::Condition, "condition", None),
            (ThingKind::Barrier, "barrier", Some(2)),
            (ThingKind::ThreadPool, "threads", Some(2)),
            (ThingKind::ProcessPool, "processes", Some(2)),
        ];
        let make = |(kind, name, number): (ThingKind, &str, Option<u32>)| {
            let name = free(name, |name| self.graph().things.iter().any(|thing| thing.name == name));
            let command = Command::MakeThing { kind, name: name.clone(), number, function: card.span };
            offer(self.messages.things[kind as usize], Draw::Change(command, Landing::Thing(name)))
        };
        NEW.into_iter().map(make).collect()
    }

    /// What a card or a thing can be to a card or a step.
    fn connections(&self, from: Item, to: Item) -> Vec<Group> {
        let (messages, graph) = (self.messages, self.graph());
        let Some(card) = self.card_of(to) else { return Vec::new() };
        let (at, landing) = match to {
            Item::Step(step) => (Place::After(step), Landing::After(step.end)),
            Item::Card(_) | Item::Thing(_) => {
                (Place::EndOf { of: card.span, block: 0 }, Landing::After(card.span.end))
            }
        };
        let (name, offers) = match from {
            Item::Thing(thing) => {
                let Some(thing) = graph.things.get(thing) else { return Vec::new() };
                let around = match to {
                    Item::Step(step) if is_held(thing.kind) => Some((step, step)),
                    Item::Card(_) if is_held(thing.kind) => {
                        card.steps.first().zip(card.steps.last()).map(|(first, last)| (first.span, last.span))
                    }
                    Item::Step(_) | Item::Card(_) | Item::Thing(_) => None,
                };
                let held = around.map(|(first, last)| {
                    let command = Command::HoldThing { first, last, thing: thing.name_span };
                    Offer {
                        words: (messages.hold)(&thing.name),
                        draw: Draw::Change(command, Landing::After(last.end)),
                    }
                });
                // Held around what there is, it need not be held around nothing.
                let uses = thing.kind.uses().iter().filter(|how| around.is_none() || **how != Use::Hold);
                let uses = uses.map(|how| Offer {
                    words: (messages.uses[*how as usize])(&thing.name),
                    draw: Draw::Change(
                        Command::AddStep { step: NewStep::Use { thing: thing.name_span, how: *how }, at },
                        landing.clone(),
                    ),
                });
                (&thing.name, held.into_iter().chain(uses).collect())
            }
            Item::Card(other) => {
                let Some(other) = graph.cards.get(other).filter(|card| card.kind == CardKind::Coroutine)
                else {
                    return Vec::new();
                };
                (&other.name, self.calls(other, at, &landing))
            }
            Item::Step(_) => return Vec::new(),
        };
        vec![Group { title: (messages.connect)(name, &card.name), offers }]
    }
}

/// What a menu is about.
pub(super) fn title(messages: &DrawingMessages, drawn: &Drawn, open: Open, chosen: Option<Chosen>) -> String {
    let name = |item: Item| match item {
        Item::Card(card) => drawn.graph.cards.get(card).map(|card| card.name.clone()),
        Item::Thing(thing) => drawn.graph.things.get(thing).map(|thing| thing.name.clone()),
        Item::Step(step) => drawn.graph.step(step).map(|step| {
            super::wording::sentence(&super::wording::line(messages, &drawn.text, &drawn.graph, step))
        }),
    };
    match open {
        Open::Menu(item @ Item::Step(step)) => {
            let several = chosen.filter(|chosen| chosen.has(step) && !chosen.is_one());
            let number = several.and_then(|chosen| {
                let block = block_with(&drawn.graph, chosen.first, chosen.last)?;
                Some(block.iter().filter(|step| chosen.has(step.span)).count())
            });
            match number {
                Some(number) => (messages.chosen)(&count(u64::try_from(number).unwrap_or_default())),
                None => name(item).unwrap_or_default(),
            }
        }
        Open::Menu(item) => name(item).unwrap_or_default(),
        Open::Connect(from, to) => {
            (messages.connect)(&name(from).unwrap_or_default(), &name(to).unwrap_or_default())
        }
        Open::Things | Open::Literal(..) | Open::Name(..) | Open::Source(_) => messages.new_thing.to_owned(),
    }
}

/// The same for a card that there is not yet.
pub(super) fn add_card(name: String) -> Draw {
    let landing = Landing::Card(name.clone());
    Draw::Change(Command::AddCard { name, parameters: String::new() }, landing)
}

/// A step goes before the one above it, or behind the one below.
pub(super) fn move_step(graph: &ProgramGraph, step: Span, up: bool) -> Option<Draw> {
    let block = block_with(graph, step, step)?;
    let here = block.iter().position(|other| other.span == step)?;
    let neighbour = block.get(if up { here.checked_sub(1)? } else { here + 1 })?.span;
    Some(put(step, neighbour, !up))
}

/// A step goes right before another, or right behind it.
pub(super) fn put(step: Span, neighbour: Span, behind: bool) -> Draw {
    let (to, landing) = if behind {
        (Place::After(neighbour), Landing::After(neighbour.end))
    } else {
        (Place::Before(neighbour), Landing::Before(neighbour.start))
    };
    Draw::Change(Command::MoveStep { step, to }, landing)
}

/// A step goes to the end of a card.
pub(super) fn put_at_end(graph: &ProgramGraph, step: Span, card: usize) -> Draw {
    let card = graph.cards.get(card).filter(|card| card.kind != CardKind::Script);
    card.map_or(Draw::Open(None), |card| {
        let to = Place::EndOf { of: card.span, block: 0 };
        Draw::Change(Command::MoveStep { step, to }, Landing::After(card.span.end))
    })
}

/// What deletes a step: of a thing that is made there, only if nothing uses it.
pub(super) fn delete_step(graph: &ProgramGraph, step: Span) -> Draw {
    let made = graph.things.iter().find(|thing| thing.name_span.start == step.start);
    let command = made.map_or(Command::DeleteStep(step), |thing| Command::DeleteThing(thing.name_span));
    Draw::Change(command, Landing::Near(step.start))
}

pub(super) fn delete_thing(name: Span) -> Draw {
    Draw::Change(Command::DeleteThing(name), Landing::Near(name.start))
}

pub(super) fn delete_card(card: &Card) -> Draw {
    Draw::Change(Command::DeleteCard(card.span), Landing::Near(card.span.start))
}

fn offer(words: &str, draw: Draw) -> Offer {
    Offer { words: words.to_owned(), draw }
}

fn literal(messages: &DrawingMessages, item: Item, role: Role, span: Span) -> Offer {
    offer(messages.roles[role as usize], Draw::Open(Some(Open::Literal(item, span))))
}

fn is_held(kind: ThingKind) -> bool {
    matches!(kind, ThingKind::Lock | ThingKind::Semaphore | ThingKind::Condition)
}

/// A name that is not taken, with a number if it has to be.
fn free(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number: u32| format!("{name}{number}"));
    [name.to_owned()].into_iter().chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use interleave_edits::Program;
    use interleave_edits::graph::ProgramGraph;
    use interleave_text::Language;

    use super::*;
    use crate::messages;

    const SHOP: &str = "import asyncio
async def job(n):
    print(n)
    await asyncio.sleep(1)
async def main():
    permits = asyncio.Semaphore(3)
    task = asyncio.create_task(job(1))
    print('on')
asyncio.run(main())
";

    fn drawn() -> Drawn {
        let graph = ProgramGraph::of(&Program::read(SHOP).expect("it is a program"));
        Drawn { text: SHOP.into(), graph }
    }

    fn offering(drawn: &Drawn) -> Offering<'_> {
        Offering { messages: &messages::of(Language::English).drawing, drawn, chosen: None }
    }

    fn words(groups: &[Group]) -> Vec<&str> {
        groups.iter().flat_map(|group| &group.offers).map(|offer| offer.words.as_str()).collect()
    }

    #[test]
    fn a_step_offers_what_fits_it() {
        let drawn = drawn();
        let sleep = drawn.graph.cards[0].steps[1].span;
        let groups = offering(&drawn).groups(Open::Menu(Item::Step(sleep)));
        let words = words(&groups);
        for wanted in ["seconds 1", "move up", "hold permits meanwhile", "hold permits", "repeat it", "print"]
        {
            assert!(words.contains(&wanted), "{wanted} in {words:?}");
        }
        for unwanted in ["move down", "await job", "all at once, with gather"] {
            assert!(!words.contains(&unwanted), "{unwanted} in {words:?}");
        }
        let on = drawn.graph.cards[1].steps[2].span;
        let groups = offering(&drawn).groups(Open::Menu(Item::Step(on)));
        assert!(self::words(&groups).contains(&"await task"));
    }

    #[test]
    fn every_offer_of_a_change_can_be_made_or_is_refused_in_words() {
        let drawn = drawn();
        let program = Program::read(SHOP).expect("it is a program");
        let mut items: Vec<Item> = (0..2).map(Item::Card).chain([Item::Thing(0)]).collect();
        items.extend(drawn.graph.cards.iter().flat_map(|card| &card.steps).map(|step| Item::Step(step.span)));
        let opens = items
            .iter()
            .map(|item| Open::Menu(*item))
            .chain([Open::Things, Open::Connect(Item::Thing(0), items[0])]);
        let (mut made, mut refused) = (0, 0);
        for offer in opens.flat_map(|open| offering(&drawn).groups(open)).flat_map(|group| group.offers) {
            if let Draw::Change(command, _) = offer.draw {
                match program.edit(&command) {
                    Ok(_) => made += 1,
                    Err(refusal) => {
                        refused += 1;
                        for language in
                            [Language::English, Language::SimplifiedChinese, Language::TraditionalChinese]
                        {
                            assert!(!(messages::of(language).drawing.refusal)(&refusal).is_empty());
                        }
                    }
                }
            }
        }
        assert!(made > 60 && refused < 12, "{made} made, {refused} refused");
    }
}
