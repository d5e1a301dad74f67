//! What a picture offers beyond single steps: cards, things, what connects them. The same laws, over all programs of
//! the cases.

use interleave_edits::graph::{CardKind, ProgramGraph};
use interleave_edits::{Calling, Command, Head, NewStep, Place, Program, Refusal};

use super::{STRIDE, kept, programs, steps};

/// Each command for many programs; how many were edits, and how many were refused.
fn each_draft(commands: impl Fn(&ProgramGraph, &str) -> Vec<Command>) -> (usize, usize) {
    let (mut made, mut refused) = (0, 0);
    for (path, text) in programs().into_iter().step_by(STRIDE) {
        let program = Program::read(&text).expect("it is a program");
        for command in commands(&ProgramGraph::of(&program), &text) {
            let what = format!("{}: {command:?}", path.display());
            match program.edit(&command) {
                Ok(edit) => {
                    made += 1;
                    kept::laws(&text, &edit, &what);
                }
                Err(Refusal::Gone) => panic!("{what} finds nothing"),
                Err(_) => refused += 1,
            }
        }
    }
    (made, refused)
}

#[test]
fn cards_are_duplicated_deleted_and_take_more() {
    let (made, refused) = each_draft(|graph, _| {
        let cards = graph.cards.iter().filter(|card| card.kind != CardKind::Script);
        let each = |span| {
            [
                Command::DuplicateCard(span),
                Command::DeleteCard(span),
                Command::AddParameter { function: span, name: "extra".to_owned() },
            ]
        };
        cards.flat_map(|card| each(card.span)).collect()
    });
    // What is called is not deleted, and that is most.
    assert!(made > 400 && refused < made, "{made} edits, {refused} refused");
}

#[test]
fn things_are_used_and_cards_called_wherever_there_are_some() {
    let (made, refused) = each_draft(|graph, _| {
        let cards: Vec<_> = graph.cards.iter().filter(|card| card.kind == CardKind::Coroutine).collect();
        let mut commands = Vec::new();
        for card in &cards {
            let at = Place::EndOf { of: card.span, block: 0 };
            for thing in &graph.things {
                commands.push(Command::DeleteThing(thing.name_span));
                commands.extend(thing.kind.uses().iter().map(|how| Command::AddStep {
                    step: NewStep::Use { thing: thing.name_span, how: *how },
                    at,
                }));
            }
            for other in &cards {
                for how in [Calling::Await, Calling::Task, Calling::Several, Calling::Group] {
                    commands.push(Command::AddStep { step: NewStep::Call { card: other.span, how }, at });
                }
            }
        }
        commands.truncate(60);
        commands
    });
    assert!(made > 1_500, "{made} edits, {refused} refused");
}

#[test]
fn steps_are_rewritten_timed_and_made_coroutines() {
    let (made, refused) = each_draft(|graph, text| {
        let all = steps(graph);
        let each = |span, head: &str| {
            [
                Command::RewriteStep { step: span, source: head.to_owned() },
                Command::WrapSteps { first: span, last: span, head: Head::Repeat },
                Command::ExtractCard { first: span, last: span, name: "an_extracted_part".to_owned() },
            ]
        };
        all.iter().flat_map(|step| each(step.span, step.head.of(text).unwrap_or_default())).collect()
    });
    assert!(made > 4_000 && refused < made / 2, "{made} edits, {refused} refused");
}

#[test]
fn what_is_rewritten_as_it_was_stays_as_it_was() {
    for (path, text) in programs().into_iter().step_by(STRIDE) {
        let program = Program::read(&text).expect("it is a program");
        for step in steps(&ProgramGraph::of(&program)) {
            let source = step.head.of(&text).unwrap_or_default();
            // Lines of their own would be indented anew.
            if !source.contains('\n')
                && let Ok(edit) =
                    program.edit(&Command::RewriteStep { step: step.span, source: source.to_owned() })
            {
                assert_eq!(edit.apply(&text).as_deref(), Some(&*text), "{}: {source}", path.display());
            }
        }
    }
}
