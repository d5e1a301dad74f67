//! The laws of edits over invented programs. `INTERLEAVE_EDITS` says how many edits, and how many pulls at delays,
//! if a few hundred are not enough.

#![expect(clippy::print_stdout, reason = "how many edits there were may be asked for")]

use std::env;

use interleave_edits::graph::{ProgramGraph, Step, ThingKind};
use interleave_edits::{Command, Head, NewStep, Place, Program, Refusal, Together};
use interleave_tests::differ::{Shape, program};

use super::{kept, steps};

/// Programs of this campaign begin here.
const FIRST_SEED: u64 = 8_000_000;

/// How many are asked for.
pub(crate) fn count() -> usize {
    env::var("INTERLEAVE_EDITS").ok().and_then(|count| count.parse().ok()).unwrap_or(400)
}

/// Invented programs that have a picture, without end.
pub(crate) fn programs() -> impl Iterator<Item = (u64, String)> {
    let all = (FIRST_SEED..).map(|seed| (seed, program(seed, Shape::of_seed(seed))));
    all.filter(|(_, text)| Program::read(text).is_ok())
}

/// Each step with the one that follows it in its block.
fn neighbours(graph: &ProgramGraph) -> Vec<[&Step; 2]> {
    fn inside<'g>(steps: &'g [Step], found: &mut Vec<[&'g Step; 2]>) {
        found.extend(steps.windows(2).map(|pair| [&pair[0], &pair[1]]));
        steps.iter().flat_map(|step| &step.blocks).for_each(|block| inside(&block.steps, found));
    }
    let mut found = Vec::new();
    graph.cards.iter().for_each(|card| inside(&card.steps, &mut found));
    found
}

/// A few commands for one place of a program, of all kinds in turn.
fn commands(graph: &ProgramGraph, all: &[&Step], place: usize) -> Vec<Command> {
    let pick = |by: usize| all[(place * 7 + by) % all.len()];
    let (step, next, other) = (pick(0), pick(1), pick(5));
    let mut commands = vec![
        Command::DeleteStep(step.span),
        Command::DuplicateStep(step.span),
        Command::MoveStep { step: step.span, to: Place::Before(other.span) },
        Command::MoveStep { step: step.span, to: Place::After(next.span) },
        Command::WrapSteps {
            first: step.span,
            last: step.span,
            head: Head::Code("async with asyncio.timeout(2)".to_owned()),
        },
        Command::AddStep {
            step: NewStep::Code("await asyncio.sleep(1)".to_owned()),
            at: Place::After(step.span),
        },
        Command::OneByOne(step.span),
        Command::AddCard { name: format!("made_{place}"), parameters: "a, b=2".to_owned() },
    ];
    if let Some([first, last]) = neighbours(graph).get(place % all.len()) {
        for how in [Together::Gather, Together::Group] {
            commands.push(Command::Together { first: first.span, last: last.span, how });
        }
    }
    let literals = step.fields.iter().map(|field| field.span);
    commands.extend(literals.map(|literal| Command::SetLiteral { literal, text: "3".to_owned() }));
    if let Some(card) = graph.cards.get(place % graph.cards.len().max(1)).filter(|card| !card.name.is_empty())
    {
        let kind = ThingKind::Semaphore;
        commands.push(Command::Rename { name: card.name_span, new: format!("renamed_{place}") });
        commands.push(Command::MakeThing {
            kind,
            name: "gate".to_owned(),
            number: Some(2),
            function: card.span,
        });
    }
    if let Some(thing) = graph.things.get(place % graph.things.len().max(1)) {
        commands.push(Command::Rename { name: thing.name_span, new: format!("thing_{place}") });
        commands.push(Command::HoldThing { first: step.span, last: step.span, thing: thing.name_span });
    }
    commands
}

#[test]
fn edits_of_invented_programs_keep_the_laws() {
    let (mut made, mut refused) = (0, 0);
    for (seed, text) in programs() {
        if made >= count() {
            break;
        }
        let program = Program::read(&text).expect("it has a picture");
        let graph = ProgramGraph::of(&program);
        let all = steps(&graph);
        for place in (0..all.len()).step_by(5) {
            for command in commands(&graph, &all, place) {
                match program.edit(&command) {
                    Ok(edit) => {
                        made += 1;
                        kept::laws(&text, &edit, &format!("{command:?} in the program of seed {seed}"));
                    }
                    Err(Refusal::Gone) => panic!("{command:?} finds nothing in the program of seed {seed}"),
                    Err(_) => refused += 1,
                }
            }
        }
    }
    println!("{made} edits, {refused} refused");
    assert!(made >= count() && refused < made * 2, "{made} edits, {refused} refused");
}
