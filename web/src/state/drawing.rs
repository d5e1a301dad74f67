//! The program as a picture that can be changed: the last one that was read, where the reader is in it, and
//! the one question and the one change that may be on their way to the worker.
//!
//! The text stays the truth: a change goes to the editor, and the picture is read anew.

use std::rc::Rc;

use interleave_edits::graph::{ProgramGraph, Step};
use interleave_edits::{Command, Refusal};
use interleave_text::{Edit, Span};

use crate::engine::protocol::{Request, RequestId};
use crate::held::Held;
use crate::places::Places;

/// What the panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Face {
    /// The program: coroutines, steps, things.
    #[default]
    Program,
    /// The run: tasks at the cursor's moment.
    Run,
}

/// A part of the picture that one can go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// By its place among the cards.
    Card(usize),
    /// By its place among the things.
    Thing(usize),
    Step(Span),
}

/// What is open at an item: one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Open {
    /// What can be done there.
    Menu(Item),
    /// A literal, to be written over.
    Literal(Item, Span),
    /// The name that is written there.
    Name(Item, Span),
    /// The source of a step, without its blocks.
    Source(Span),
    /// Which thing is to be made.
    Things,
    /// What the first is to be to the second.
    Connect(Item, Item),
}

/// Where the reader is to be after a change, told by the text before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Landing {
    /// Nothing moves.
    Same,
    /// At what ends with the line of this offset, or has come behind it.
    After(u32),
    /// At what has come before the line of this offset.
    Before(u32),
    /// At what is nearest to this offset.
    Near(u32),
    /// At a new card of this name, which is to be written over.
    Card(String),
    /// At a new thing of this name, which is to be written over.
    Thing(String),
}

/// What a reader does with the picture.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Draw {
    Turn(Face),
    /// Go to an item, and keep or leave the other end of what is chosen.
    Go {
        item: Item,
        extend: bool,
    },
    Open(Option<Open>),
    Change(Command, Landing),
    /// The editor's text was not what the change was made for.
    Miss,
}

/// A picture, and the text that it was read off.
#[derive(Debug)]
pub(crate) struct Drawn {
    pub(crate) text: Rc<str>,
    pub(crate) graph: ProgramGraph,
}

/// A change of a text.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) text: Rc<str>,
    pub(crate) edit: Edit,
}

/// Steps of one block that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl Chosen {
    pub(crate) fn has(self, step: Span) -> bool {
        self.first.start <= step.start && step.end <= self.last.end
    }

    pub(crate) fn is_one(self) -> bool {
        self.first == self.last
    }
}

/// The program's picture, from the page's side.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Drawing {
    pub(crate) face: Face,
    pub(crate) shown: Option<Held<Drawn>>,
    /// The text that does not parse.
    unreadable: Option<Rc<str>>,
    reading: Option<Asked>,
    changing: Option<Changing>,
    /// What the editor is to do.
    pub(crate) change: Option<Held<Change>>,
    /// Where the reader will be in the text that is the change's.
    landing: Option<(Rc<str>, Landing)>,
    pub(crate) focus: Option<Item>,
    anchor: Option<Span>,
    pub(crate) open: Option<Open>,
    /// What could not be done, and where it was asked for.
    pub(crate) refusal: Option<(Option<Item>, Refusal)>,
    /// How often a change has led the reader somewhere.
    pub(crate) arrivals: u32,
}

#[derive(Clone, Debug, PartialEq)]
struct Asked {
    id: RequestId,
    text: Rc<str>,
    request: Rc<Request>,
}

#[derive(Clone, Debug, PartialEq)]
struct Changing {
    asked: Asked,
    landing: Landing,
}

impl Drawing {
    /// What the worker is asked to read.
    pub(crate) fn reading(&self) -> Option<Rc<Request>> {
        self.reading.as_ref().map(|asked| Rc::clone(&asked.request))
    }

    /// What the worker is asked to change.
    pub(crate) fn changing(&self) -> Option<Rc<Request>> {
        self.changing.as_ref().map(|changing| Rc::clone(&changing.asked.request))
    }

    /// Is the picture that of a text before this one, which does not parse?
    pub(crate) fn is_dim(&self, text: &Rc<str>) -> bool {
        self.unreadable.as_ref() == Some(text)
    }

    /// The steps that are chosen: where the reader is, and all between there and the other end.
    pub(crate) fn chosen(&self) -> Option<Chosen> {
        let Some(Item::Step(here)) = self.focus else { return None };
        let alone = Chosen { first: here, last: here };
        let graph = &self.shown.as_ref()?.graph;
        let siblings = self.anchor.and_then(|there| block_with(graph, here, there).map(|_| there));
        Some(siblings.map_or(alone, |there| {
            let (first, last) = if here.start <= there.start { (here, there) } else { (there, here) };
            Chosen { first, last }
        }))
    }

    /// Whether the worker has to read this text.
    pub(super) fn wants(&self, text: &Rc<str>) -> bool {
        self.face == Face::Program
            && self.reading.is_none()
            && self.unreadable.as_ref() != Some(text)
            && self.shown.as_ref().is_none_or(|shown| shown.text != *text)
    }

    pub(super) fn read(&mut self, text: Rc<str>, id: RequestId) {
        let request = Request::Draw { id, text: String::from(&*text) }.into();
        self.reading = Some(Asked { id, text, request });
    }

    pub(super) fn act(&mut self, draw: Draw, text: &Rc<str>, id: RequestId) {
        self.refusal = None;
        match draw {
            Draw::Turn(face) => self.face = face,
            Draw::Go { item, extend } => {
                self.anchor = match (self.focus, extend) {
                    (Some(Item::Step(here)), true) => Some(self.anchor.unwrap_or(here)),
                    _ => None,
                };
                self.focus = Some(item);
                self.open = None;
            }
            Draw::Open(open) => self.open = open,
            Draw::Change(command, landing) => self.begin(command, landing, text, id),
            Draw::Miss => self.refusal = Some((self.focus, Refusal::Gone)),
        }
    }

    /// Ask for a change, unless one is under way: it was meant for the picture before that.
    fn begin(&mut self, command: Command, landing: Landing, text: &Rc<str>, id: RequestId) {
        self.open = None;
        if self.unreadable.as_ref() == Some(text) {
            self.refusal = Some((self.focus, Refusal::Broken));
        } else if self.changing.is_none() && self.reading.is_none() {
            let request = Request::Change { id, text: String::from(&**text), command }.into();
            self.changing = Some(Changing { asked: Asked { id, text: Rc::clone(text), request }, landing });
        }
    }

    pub(super) fn hear_changed(&mut self, id: RequestId, edit: Result<Edit, Refusal>) {
        let Some(changing) = self.changing.take_if(|changing| changing.asked.id == id) else { return };
        let text = changing.asked.text;
        match edit {
            Ok(edit) => {
                if let Some(after) = edit.apply(&text) {
                    self.landing = Some((after.into(), carried(changing.landing, &text, &edit)));
                }
                self.change = Some(Change { text, edit }.into());
            }
            Err(refusal) => self.refusal = Some((self.focus, refusal)),
        }
    }

    pub(super) fn hear_drawn(&mut self, id: RequestId, graph: Option<Box<ProgramGraph>>) {
        let Some(asked) = self.reading.take_if(|asked| asked.id == id) else { return };
        let Some(graph) = graph else {
            self.unreadable = Some(asked.text);
            return;
        };
        self.unreadable = None;
        self.open = None;
        let landing = self.landing.take_if(|(after, _)| *after == asked.text);
        let before = self.shown.take();
        match (landing, before) {
            (Some((_, landing)), before) => {
                (self.focus, self.anchor) = (landed(&landing, &graph, self.focus, before.as_deref()), None);
                self.arrivals = self.arrivals.wrapping_add(1);
                self.open = match (landing, self.focus) {
                    (Landing::Card(_) | Landing::Thing(_), Some(item)) => name_at(&graph, item),
                    _ => None,
                };
            }
            (None, Some(before)) => {
                let places = Places::new(&before.text, &asked.text);
                self.focus = self.focus.and_then(|item| {
                    moved(item, &before.graph, &graph, &places).or_else(|| {
                        let Item::Step(gone) = item else { return None };
                        landed(&Landing::Near(gone.start), &graph, None, None)
                    })
                });
                self.anchor = self.anchor.and_then(|anchor| places.carry(anchor));
            }
            (None, None) => {}
        }
        self.shown = Some(Drawn { text: asked.text, graph: *graph }.into());
    }

    /// No answer will come.
    pub(super) fn give_up(&mut self) {
        (self.reading, self.changing) = (None, None);
    }
}

/// Every item, in an order of its own: cards with their steps, then things.
fn items(graph: &ProgramGraph) -> Vec<Item> {
    fn add(steps: &[Step], found: &mut Vec<Item>) {
        for step in steps {
            found.push(Item::Step(step.span));
            step.blocks.iter().for_each(|block| add(&block.steps, found));
        }
    }
    let mut found = Vec::new();
    for (place, card) in graph.cards.iter().enumerate() {
        found.push(Item::Card(place));
        add(&card.steps, &mut found);
    }
    found.extend((0..graph.things.len()).map(Item::Thing));
    found
}

/// The steps of the block that has both.
pub(crate) fn block_with(graph: &ProgramGraph, one: Span, other: Span) -> Option<&[Step]> {
    fn find(steps: &[Step], one: Span, other: Span) -> Option<&[Step]> {
        let has = |span: Span| steps.iter().any(|step| step.span == span);
        if has(one) && has(other) {
            return Some(steps);
        }
        steps.iter().flat_map(|step| &step.blocks).find_map(|block| find(&block.steps, one, other))
    }
    graph.cards.iter().find_map(|card| find(&card.steps, one, other))
}

/// A landing in the words of the text after the change.
fn carried(landing: Landing, text: &str, edit: &Edit) -> Landing {
    let line_end = |offset: u32| {
        let rest = text.get(offset as usize..).unwrap_or_default();
        let length = rest.find('\n').map_or(rest.len(), |end| end + 1);
        offset.saturating_add(u32::try_from(length).unwrap_or(u32::MAX))
    };
    let line_start = |offset: u32| {
        let before = text.get(..offset as usize).unwrap_or_default();
        u32::try_from(before.rfind('\n').map_or(0, |end| end + 1)).unwrap_or(u32::MAX)
    };
    match landing {
        Landing::After(offset) => Landing::After(edit.carry(line_end(offset))),
        Landing::Before(offset) => Landing::After(edit.carry(line_start(offset))),
        Landing::Near(offset) => Landing::Near(edit.carry(offset)),
        Landing::Same | Landing::Card(_) | Landing::Thing(_) => landing,
    }
}

/// The item that a landing means.
fn landed(
    landing: &Landing,
    graph: &ProgramGraph,
    focus: Option<Item>,
    before: Option<&Drawn>,
) -> Option<Item> {
    let items = items(graph);
    let steps = || {
        items.iter().filter_map(|item| match item {
            Item::Step(span) => Some(*span),
            Item::Card(_) | Item::Thing(_) => None,
        })
    };
    match landing {
        Landing::Same => {
            let place =
                |before: &Drawn| self::items(&before.graph).iter().position(|item| Some(*item) == focus);
            items.get(before.and_then(place)?).copied()
        }
        // Of steps that end together the outermost.
        Landing::After(end) | Landing::Before(end) => {
            let ended = steps().filter(|span| span.end <= *end);
            ended.max_by_key(|span| (span.end, u32::MAX - span.start)).map(Item::Step)
        }
        Landing::Near(offset) => {
            let cards =
                graph.cards.iter().enumerate().map(|(place, card)| (Item::Card(place), card.span.start));
            let all = steps().map(|span| (Item::Step(span), span.start)).chain(cards);
            all.min_by_key(|(_, start)| start.abs_diff(*offset)).map(|(item, _)| item)
        }
        Landing::Card(name) => graph.cards.iter().position(|card| card.name == *name).map(Item::Card),
        Landing::Thing(name) => graph.things.iter().rposition(|thing| thing.name == *name).map(Item::Thing),
    }
}

/// An item of one picture in another, whose text differs in one stretch.
fn moved(item: Item, before: &ProgramGraph, after: &ProgramGraph, places: &Places) -> Option<Item> {
    match item {
        Item::Card(card) => {
            let name = &before.cards.get(card)?.name;
            after.cards.iter().position(|other| other.name == *name).map(Item::Card)
        }
        Item::Thing(thing) => {
            let name = &before.things.get(thing)?.name;
            after.things.iter().position(|other| other.name == *name).map(Item::Thing)
        }
        Item::Step(span) => {
            let span = places.carry(span)?;
            after.step(span).map(|step| Item::Step(step.span))
        }
    }
}

/// The name of a card or a thing, to be written over.
pub(crate) fn name_at(graph: &ProgramGraph, item: Item) -> Option<Open> {
    let span = match item {
        Item::Card(card) => graph.cards.get(card)?.name_span,
        Item::Thing(thing) => graph.things.get(thing)?.name_span,
        Item::Step(_) => return None,
    };
    (span.start < span.end).then_some(Open::Name(item, span))
}

#[cfg(test)]
mod tests {
    use interleave_edits::{NewStep, Place, Program};

    use super::*;

    /// A reader who changes a program's picture, with the worker and the editor played.
    struct Desk {
        drawing: Drawing,
        text: Rc<str>,
        asked: u32,
    }

    impl Desk {
        fn with(text: &str) -> Self {
            let mut desk = Self { drawing: Drawing::default(), text: text.into(), asked: 0 };
            desk.look();
            desk
        }

        fn id(&mut self) -> RequestId {
            self.asked += 1;
            RequestId(self.asked)
        }

        fn look(&mut self) {
            assert!(self.drawing.wants(&self.text));
            let id = self.id();
            self.drawing.read(Rc::clone(&self.text), id);
            let graph = Program::read(&self.text).ok().map(|program| Box::new(ProgramGraph::of(&program)));
            self.drawing.hear_drawn(id, graph);
        }

        fn act(&mut self, draw: Draw) {
            let id = self.id();
            self.drawing.act(draw, &Rc::clone(&self.text), id);
        }

        fn change(&mut self, command: Command, landing: Landing) {
            self.act(Draw::Change(command.clone(), landing));
            let id = RequestId(self.asked);
            let edit =
                Program::read(&self.text).map_err(|_| Refusal::Broken).and_then(|it| it.edit(&command));
            self.drawing.hear_changed(id, edit);
            if let Some(change) = self.drawing.change.take() {
                self.text = change.edit.apply(&self.text).expect("it fits").into();
                self.look();
            }
        }

        fn step(&self, source: &str) -> Span {
            let start = u32::try_from(self.text.find(source).expect("it is there")).expect("it is short");
            Span::new(start, start + u32::try_from(source.len()).expect("it is short"))
        }

        fn go(&mut self, source: &str, extend: bool) {
            let item = Item::Step(self.step(source));
            self.act(Draw::Go { item, extend });
        }

        fn here(&self) -> &str {
            match self.drawing.focus {
                Some(Item::Step(span)) => span.of(&self.text).expect("it is in the text"),
                other => panic!("{other:?}"),
            }
        }
    }

    const TWO: &str = "async def job():\n    print('a')\n    print('b')\n";

    #[test]
    fn the_reader_goes_with_what_was_added_moved_or_deleted() {
        let mut desk = Desk::with(TWO);
        desk.go("print('a')", false);
        let at = desk.step("print('a')");
        let step = Command::AddStep { step: NewStep::Code("x()".into()), at: Place::After(at) };
        desk.change(step, Landing::After(at.end));
        assert_eq!(desk.here(), "x()");
        let (moved, below) = (desk.step("x()"), desk.step("print('b')"));
        desk.change(Command::MoveStep { step: moved, to: Place::After(below) }, Landing::After(below.end));
        assert_eq!(desk.here(), "x()");
        let gone = desk.step("print('a')");
        desk.change(Command::DeleteStep(gone), Landing::Near(gone.start));
        assert_eq!(desk.here(), "print('b')");
        assert_eq!(desk.drawing.arrivals, 3);
    }

    #[test]
    fn what_is_typed_elsewhere_leaves_the_reader_there() {
        let mut desk = Desk::with(TWO);
        desk.go("print('b')", false);
        desk.text = TWO.replace("'a'", "'long'").into();
        desk.look();
        assert_eq!((desk.here(), desk.drawing.arrivals), ("print('b')", 0));
    }

    #[test]
    fn what_is_gone_leaves_the_reader_beside_it() {
        let mut desk = Desk::with(TWO);
        desk.go("print('b')", false);
        desk.text = "async def job():\n    print('a')\n".into();
        desk.look();
        assert_eq!(desk.here(), "print('a')");
    }

    #[test]
    fn steps_of_one_block_are_chosen_together() {
        let mut desk = Desk::with("async def f():\n    a()\n    if x:\n        b()\n    c()\n");
        desk.go("a()", false);
        desk.go("c()", true);
        let chosen = desk.drawing.chosen().expect("steps are chosen");
        assert!(chosen.has(desk.step("b()")) && !chosen.is_one());
        desk.go("b()", true);
        assert!(desk.drawing.chosen().is_some_and(Chosen::is_one), "of another block");
    }

    #[test]
    fn a_text_that_does_not_parse_keeps_its_picture_and_takes_no_change() {
        let mut desk = Desk::with(TWO);
        let at = desk.step("print('a')");
        desk.text = "async def job(:\n".into();
        desk.look();
        assert!(desk.drawing.shown.is_some() && desk.drawing.is_dim(&desk.text));
        desk.act(Draw::Change(Command::DeleteStep(at), Landing::Near(0)));
        assert!(matches!(desk.drawing.refusal, Some((_, Refusal::Broken))));
        assert!(desk.drawing.changing().is_none());
    }

    #[test]
    fn a_new_card_waits_for_its_name() {
        let mut desk = Desk::with(TWO);
        let command = Command::AddCard { name: "job2".into(), parameters: String::new() };
        desk.change(command, Landing::Card("job2".into()));
        assert!(matches!(desk.drawing.open, Some(Open::Name(Item::Card(_), _))), "{:?}", desk.drawing.open);
        assert_eq!(desk.drawing.focus.map(|item| matches!(item, Item::Card(_))), Some(true));
    }

    #[test]
    fn a_refusal_stays_until_the_reader_goes_on() {
        let mut desk = Desk::with(TWO);
        let command = Command::AddCard { name: "job".into(), parameters: String::new() };
        desk.change(command, Landing::Card("job".into()));
        assert_eq!(desk.drawing.refusal, Some((None, Refusal::Taken("job".into()))));
        desk.act(Draw::Open(None));
        assert_eq!(desk.drawing.refusal, None);
    }
}
