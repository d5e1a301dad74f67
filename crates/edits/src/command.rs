//! The changes that a picture offers, and the one door through which each becomes an edit of the text.

use interleave_text::{Edit, Span};
use serde::{Deserialize, Serialize};

use crate::graph::ThingKind;
use crate::{
    Head, NewStep, Place, Program, Refusal, Together, add_card, add_parameter, add_step, delete_card,
    delete_step, delete_thing, duplicate_card, duplicate_step, extract_card, hold_thing, make_thing,
    move_step, one_by_one, rename, rewrite_step, set_literal, together, wrap_steps,
};

/// A change of the picture. Steps and literals are named by their places in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Another literal in the place of one.
    SetLiteral {
        /// The literal, as a field of a step or a thing has it.
        literal: Span,
        /// What is to stand there.
        text: String,
    },
    /// A function, thing, task or parameter gets another name.
    Rename {
        /// One of the places where its name is written.
        name: Span,
        /// The new name.
        new: String,
    },
    /// A step goes.
    DeleteStep(Span),
    /// A step comes once more, right behind itself.
    DuplicateStep(Span),
    /// A step goes to another place.
    MoveStep {
        /// The step.
        step: Span,
        /// Where to.
        to: Place,
    },
    /// Steps that follow each other go inside something.
    WrapSteps {
        /// One end of them.
        first: Span,
        /// The other.
        last: Span,
        /// What introduces the block.
        head: Head,
    },
    /// Awaits that follow each other become one.
    Together {
        /// One end of them.
        first: Span,
        /// The other.
        last: Span,
        /// How.
        how: Together,
    },
    /// The awaits of a gather or a task group, one after the other.
    OneByOne(Span),
    /// A new coroutine function.
    AddCard {
        /// Its name.
        name: String,
        /// What stands between the brackets.
        parameters: String,
    },
    /// Steps that follow each other are done while a thing is held.
    HoldThing {
        /// One end of them.
        first: Span,
        /// The other.
        last: Span,
        /// Where the thing's name is written as it is made.
        thing: Span,
    },
    /// A new thing for tasks to share.
    MakeThing {
        /// What it is.
        kind: ThingKind,
        /// Its name.
        name: String,
        /// How many may hold it, or fit in it, or must come.
        number: Option<u32>,
        /// The definition of the function that makes it.
        function: Span,
    },
    /// A step gets another source, but keeps its blocks.
    RewriteStep {
        /// The step.
        step: Span,
        /// Its new source, up to its blocks.
        source: String,
    },
    /// A function that nothing uses goes: its definition.
    DeleteCard(Span),
    /// A function comes once more, under another name: its definition.
    DuplicateCard(Span),
    /// Steps that follow each other become a coroutine of their own.
    ExtractCard {
        /// One end of them.
        first: Span,
        /// The other.
        last: Span,
        /// The name of the coroutine.
        name: String,
    },
    /// A function takes something more.
    AddParameter {
        /// Its definition.
        function: Span,
        /// The name of what it takes.
        name: String,
    },
    /// A thing that nothing uses goes: where its name is written as it is made.
    DeleteThing(Span),
    /// A new step.
    AddStep {
        /// Which.
        step: NewStep,
        /// Where.
        at: Place,
    },
}

impl Program<'_> {
    /// The edit of the text that makes a change of the picture. The text after it is a program, too.
    ///
    /// # Errors
    ///
    /// Why it can't be made.
    pub fn edit(&self, command: &Command) -> Result<Edit, Refusal> {
        let edit = match command {
            Command::SetLiteral { literal, text } => set_literal::edit(self, *literal, text),
            Command::Rename { name, new } => rename::edit(self, *name, new),
            Command::DeleteStep(step) => delete_step::edit(self, *step),
            Command::DuplicateStep(step) => duplicate_step::edit(self, *step),
            Command::MoveStep { step, to } => move_step::edit(self, *step, *to),
            Command::WrapSteps { first, last, head } => wrap_steps::edit(self, *first, *last, head),
            Command::Together { first, last, how } => together::edit(self, *first, *last, *how),
            Command::OneByOne(step) => one_by_one::edit(self, *step),
            Command::AddCard { name, parameters } => add_card::edit(self, name, parameters),
            Command::HoldThing { first, last, thing } => hold_thing::edit(self, *first, *last, *thing),
            Command::MakeThing { kind, name, number, function } => {
                make_thing::edit(self, *kind, name, *number, *function)
            }
            Command::RewriteStep { step, source } => rewrite_step::edit(self, *step, source),
            Command::DeleteCard(function) => delete_card::edit(self, *function),
            Command::DuplicateCard(function) => duplicate_card::edit(self, *function),
            Command::ExtractCard { first, last, name } => extract_card::edit(self, *first, *last, name),
            Command::AddParameter { function, name } => add_parameter::edit(self, *function, name),
            Command::DeleteThing(thing) => delete_thing::edit(self, *thing),
            Command::AddStep { step, at } => add_step::edit(self, step, *at),
        }?;
        let changed = edit.apply(self.text()).ok_or(Refusal::Gone)?;
        match Program::read(&changed) {
            Ok(_) => Ok(edit),
            Err(mistake) => Err(Refusal::WouldBreak(mistake.message)),
        }
    }
}
