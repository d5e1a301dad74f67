//! Changes of pictures, over all programs of the cases: what must hold for each edit of each step of each program.

mod drafts;
mod drags;
mod invented;
#[path = "../../../crates/edits/tests/any_bytes/kept.rs"]
mod kept;

use std::fs;
use std::path::{Path, PathBuf};

use interleave_edits::graph::{Card, Node, ProgramGraph, Step};
use interleave_edits::{Command, Head, NewStep, Place, Program, Refusal};
use interleave_text::Span;

/// Every program of the cases that parses, with its name.
pub(crate) fn programs() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut ahead = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")];
    while let Some(folder) = ahead.pop() {
        for entry in fs::read_dir(&folder).expect("the folder of cases can be read") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                ahead.push(path);
            } else if path.extension().is_some_and(|extension| extension == "py") {
                let text = fs::read_to_string(&path).expect("a case can be read");
                if Program::read(&text).is_ok() {
                    found.push((path, text));
                }
            }
        }
    }
    found.sort();
    assert!(found.len() > 400, "the cases are there");
    found
}

fn steps(graph: &ProgramGraph) -> Vec<&Step> {
    fn inside<'g>(steps: &'g [Step], found: &mut Vec<&'g Step>) {
        for step in steps {
            found.push(step);
            step.blocks.iter().for_each(|block| inside(&block.steps, found));
        }
    }
    let mut found = Vec::new();
    graph.cards.iter().for_each(|card| inside(&card.steps, &mut found));
    found
}

#[test]
fn every_program_has_a_picture() {
    for (path, text) in programs() {
        let program = Program::read(&text).expect("it is a program");
        let graph = ProgramGraph::of(&program);
        for edge in &graph.edges {
            assert!((edge.from as usize) < graph.cards.len(), "{}", path.display());
            let count = match edge.to {
                Node::Card(_) => graph.cards.len(),
                Node::Thing(_) => graph.things.len(),
            };
            let (Node::Card(to) | Node::Thing(to)) = edge.to;
            assert!((to as usize) < count, "{}", path.display());
        }
        for step in steps(&graph) {
            assert!(step.span.of(&text).is_some_and(|source| !source.is_empty()), "{}", path.display());
            assert!(
                step.head.end <= step.span.end && step.head.start == step.span.start,
                "{}",
                path.display()
            );
            for field in &step.fields {
                assert!(field.span.of(&text).is_some(), "{}", path.display());
            }
        }
        let coroutines = text.matches("async def ").count();
        let cards = graph.cards.iter().filter(|Card { name, .. }| !name.is_empty()).count();
        assert!(coroutines == 0 || cards > 0, "{} has coroutines and no cards", path.display());
    }
}

/// Every how many programs' steps are edited: all would take minutes.
const STRIDE: usize = 4;

/// Each command for each step of many programs; how many were edits, and how many were refused.
fn each_edit(commands: impl Fn(&Step, &[&Step]) -> Vec<Command>) -> (usize, usize) {
    let (mut made, mut refused) = (0, 0);
    for (path, text) in programs().into_iter().step_by(STRIDE) {
        let program = Program::read(&text).expect("it is a program");
        let graph = ProgramGraph::of(&program);
        let steps = steps(&graph);
        for step in &steps {
            for command in commands(step, &steps) {
                match program.edit(&command) {
                    Ok(edit) => {
                        made += 1;
                        kept::laws(&text, &edit, &format!("{}: {command:?}", path.display()));
                    }
                    Err(Refusal::Gone) => panic!("{}: {command:?} finds no step", path.display()),
                    Err(_) => refused += 1,
                }
            }
        }
    }
    (made, refused)
}

/// Nearly all of so many can be done.
fn usual((made, refused): (usize, usize)) {
    assert!(made > 1_000 && refused * 10 < made, "{made} edits, {refused} refused");
}

#[test]
fn steps_can_be_deleted_and_duplicated() {
    usual(each_edit(|step, _| vec![Command::DeleteStep(step.span)]));
    usual(each_edit(|step, _| vec![Command::DuplicateStep(step.span)]));
}

#[test]
fn steps_can_be_moved() {
    let elsewhere = |step: &Step, all: &[&Step]| {
        // A neighbour, and one somewhere else, so that blocks are entered and left.
        let here = all.iter().position(|other| std::ptr::eq(*other, step)).unwrap_or_default();
        [here + 1, here * 7 + 3].map(|other| all[other % all.len()].span).into_iter().collect::<Vec<Span>>()
    };
    let moved = each_edit(|step, all| {
        let [near, far] = elsewhere(step, all)[..] else { return Vec::new() };
        vec![
            Command::MoveStep { step: step.span, to: Place::After(near) },
            Command::MoveStep { step: step.span, to: Place::Before(far) },
        ]
    });
    assert!(moved.0 > 2_000, "{} moves, {} refused", moved.0, moved.1);
}

#[test]
fn steps_can_be_wrapped() {
    let wrap = |step: &Step| Command::WrapSteps {
        first: step.span,
        last: step.span,
        head: Head::Code("if True".to_owned()),
    };
    usual(each_edit(|step, _| vec![wrap(step)]));
}

#[test]
fn steps_can_be_added_and_numbers_set() {
    let new = |step: &Step| Command::AddStep {
        step: NewStep::Code("print('new')".to_owned()),
        at: Place::After(step.span),
    };
    usual(each_edit(|step, _| vec![new(step)]));
    let set = each_edit(|step, _| {
        let fields = step.fields.iter();
        fields.map(|field| Command::SetLiteral { literal: field.span, text: "7".to_owned() }).collect()
    });
    assert!(set.0 > 250 && set.1 == 0, "{} literals set, {} refused", set.0, set.1);
}
