//! A program as a picture that can be changed: what the worker answers about a text alone. Nothing runs here,
//! and nothing is kept.

use interleave_edits::graph::ProgramGraph;
use interleave_edits::{Command, Program, Refusal};
use interleave_text::Edit;

/// The picture of a text; nothing if it does not parse.
pub(super) fn draw(text: &str) -> Option<Box<ProgramGraph>> {
    let program = Program::read(text).ok()?;
    Some(Box::new(ProgramGraph::of(&program)))
}

/// The change of the text that a change of its picture makes.
pub(super) fn change(text: &str, command: &Command) -> Result<Edit, Refusal> {
    Program::read(text).map_err(|_| Refusal::Broken)?.edit(command)
}

#[cfg(test)]
mod tests {
    use interleave_edits::{Command, Refusal};
    use interleave_text::Span;

    use super::{change, draw};

    #[test]
    fn a_text_has_a_picture_and_changes_while_it_parses() {
        let text = "async def job():\n    print('a')\n";
        let graph = draw(text).expect("it parses");
        let step = graph.cards[0].steps[0].span;
        let edit = change(text, &Command::DeleteStep(step)).expect("a step can go");
        assert_eq!(edit.apply(text).as_deref(), Some("async def job():\n    pass\n"));

        let broken = "async def job(:\n";
        assert_eq!(draw(broken), None);
        assert_eq!(change(broken, &Command::DeleteStep(Span::new(0, 1))), Err(Refusal::Broken));
    }
}
