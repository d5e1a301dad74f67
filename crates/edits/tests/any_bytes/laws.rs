//! The laws, for any text and any change of its picture: nothing panics; what can be changed is a program
//! afterwards, can be taken back, and has a picture again.

use interleave_edits::graph::{ProgramGraph, Step, ThingKind};
use interleave_edits::{Calling, Command, Head, NewStep, Place, Program, Refusal, Together, Use};
use interleave_text::Span;

#[path = "kept.rs"]
mod kept;

/// So many of the bytes choose; the others are the text.
const CHOICES: usize = 8;

/// So many kinds of changes there are.
pub(crate) const KINDS: u8 = 18;

const THINGS: [ThingKind; 9] = [
    ThingKind::Lock,
    ThingKind::Semaphore,
    ThingKind::Event,
    ThingKind::Condition,
    ThingKind::Barrier,
    ThingKind::Queue,
    ThingKind::Future,
    ThingKind::ThreadPool,
    ThingKind::ProcessPool,
];

const USES: [Use; 11] = [
    Use::Hold,
    Use::Put,
    Use::Get,
    Use::TaskDone,
    Use::Join,
    Use::Set,
    Use::Clear,
    Use::Wait,
    Use::Notify,
    Use::Await,
    Use::RunIn,
];

const CALLINGS: [Calling; 4] = [Calling::Await, Calling::Task, Calling::Several, Calling::Group];

/// What people type into a field, well or badly.
const WORDS: [&str; 12] =
    ["x", "job", "", "class", "print('a')", "2.5", "'", "if x:\n    pass", "a, b", "\n", "ρ", "await job()"];

/// Tries a change of the picture of a program; both are of these bytes. Whether it could be made.
pub(crate) fn hold(bytes: &[u8]) -> bool {
    let (choices, text) = bytes.split_at(bytes.len().min(CHOICES));
    let text = String::from_utf8_lossy(text);
    let Ok(program) = Program::read(&text) else { return false };
    let graph = ProgramGraph::of(&program);
    let command = Chooser { choices, places: places(&graph) }.command();
    let edit = match program.edit(&command) {
        Ok(edit) => edit,
        Err(Refusal::WouldBreak(why)) => {
            assert!(!why.is_empty(), "{command:?} is refused without a reason");
            return false;
        }
        Err(_) => return false,
    };
    let changed = kept::laws(&text, &edit, &format!("{command:?}"));
    ProgramGraph::of(&Program::read(&changed).expect("it is a program"));
    true
}

/// Whatever a command can be about.
fn places(graph: &ProgramGraph) -> Vec<Span> {
    fn inside(steps: &[Step], places: &mut Vec<Span>) {
        for step in steps {
            places.push(step.span);
            places.extend(step.fields.iter().map(|field| field.span));
            step.blocks.iter().for_each(|block| inside(&block.steps, places));
        }
    }
    let mut places = Vec::new();
    for card in &graph.cards {
        places.extend([card.span, card.name_span]);
        inside(&card.steps, &mut places);
    }
    for thing in &graph.things {
        places.extend([thing.name_span, thing.span]);
        places.extend(thing.number.iter().map(|number| number.span));
    }
    places
}

/// A command of some bytes.
struct Chooser<'b> {
    choices: &'b [u8],
    places: Vec<Span>,
}

impl Chooser<'_> {
    fn choice(&self, index: usize) -> usize {
        self.choices.get(index).copied().unwrap_or(0).into()
    }

    fn of<T: Copy>(&self, index: usize, all: &[T]) -> T {
        all[self.choice(index) % all.len()]
    }

    /// A place that the picture has, and now and then one that it has not.
    fn place(&self, index: usize) -> Span {
        let choice = self.choice(index);
        if choice >= 240 || self.places.is_empty() {
            let start = self.choice(index + 1) as u32;
            return Span { start, end: start ^ (choice as u32 & 15) };
        }
        self.places[choice % self.places.len()]
    }

    fn word(&self, index: usize) -> String {
        self.of(index, &WORDS).to_owned()
    }

    fn spot(&self, index: usize) -> Place {
        let place = self.place(index);
        match self.choice(index + 1) % 4 {
            0 => Place::Before(place),
            1 => Place::After(place),
            block => Place::EndOf { of: place, block: block as u32 - 2 },
        }
    }

    fn step(&self) -> NewStep {
        match self.choice(4) % 5 {
            0 => NewStep::Print,
            1 => NewStep::Sleep,
            2 => NewStep::Call { card: self.place(5), how: self.of(6, &CALLINGS) },
            3 => NewStep::Use { thing: self.place(5), how: self.of(6, &USES) },
            _ => NewStep::Code(self.word(5)),
        }
    }

    fn head(&self) -> Head {
        match self.choice(4) % 3 {
            0 => Head::Timeout,
            1 => Head::Repeat,
            _ => Head::Code(self.word(5)),
        }
    }

    fn command(&self) -> Command {
        let [one, other] = [self.place(1), self.place(2)];
        match self.choice(0) % usize::from(KINDS) {
            0 => Command::SetLiteral { literal: one, text: self.word(3) },
            1 => Command::Rename { name: one, new: self.word(3) },
            2 => Command::DeleteStep(one),
            3 => Command::DuplicateStep(one),
            4 => Command::MoveStep { step: one, to: self.spot(2) },
            5 => Command::WrapSteps { first: one, last: other, head: self.head() },
            6 => Command::Together {
                first: one,
                last: other,
                how: self.of(3, &[Together::Gather, Together::Group]),
            },
            7 => Command::OneByOne(one),
            8 => Command::AddCard { name: self.word(1), parameters: self.word(2) },
            9 => Command::HoldThing { first: one, last: other, thing: self.place(3) },
            10 => Command::MakeThing {
                kind: self.of(3, &THINGS),
                name: self.word(4),
                number: (self.choice(5) != 0).then(|| self.choice(5) as u32),
                function: one,
            },
            11 => Command::RewriteStep { step: one, source: self.word(3) },
            12 => Command::DeleteCard(one),
            13 => Command::DuplicateCard(one),
            14 => Command::ExtractCard { first: one, last: other, name: self.word(3) },
            15 => Command::AddParameter { function: one, name: self.word(3) },
            16 => Command::DeleteThing(one),
            _ => Command::AddStep { step: self.step(), at: self.spot(1) },
        }
    }
}
