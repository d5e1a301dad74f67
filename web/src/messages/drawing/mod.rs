//! The texts of the program's picture: what steps are called, what can be done with them, and why not.

pub(super) mod en;
pub(super) mod zh_hans;
pub(super) mod zh_hant;

use interleave_edits::Refusal;

/// Those texts in one language.
pub(crate) struct DrawingMessages {
    pub(crate) faces: &'static str,
    /// The program, the run.
    pub(crate) face: [&'static str; 2],
    /// The picture's name, with what keys do.
    pub(crate) label: &'static str,
    pub(crate) empty: &'static str,
    pub(crate) begin: &'static str,
    /// What is seen is older: the text does not parse.
    pub(crate) dim: &'static str,
    pub(crate) undo: &'static str,
    pub(crate) redo: &'static str,

    /// In the order of `CardKind`.
    pub(crate) cards: [&'static str; 3],
    /// In the order of `ThingKind`.
    pub(crate) things: [&'static str; 9],
    /// In the order of `Role`.
    pub(crate) roles: [&'static str; 8],
    /// Steps, in the order of `StepKind`. `{a}` are the arguments of its call, `{o}` is the object, `{v}` what is
    /// awaited, `{h}` what is entered, `{s}` the name that it gets; `{c}` is all of the source.
    pub(crate) steps: [&'static str; 36],
    /// What a card does to another or to a thing, in the order of `EdgeKind`.
    pub(crate) edges: [fn(&str) -> String; 8],
    /// How often is written in the program as a loop of unknown length.
    pub(crate) many: &'static str,
    /// An empty card.
    pub(crate) no_steps: &'static str,

    pub(crate) menu_of: fn(&str) -> String,
    pub(crate) chosen: fn(&str) -> String,
    pub(crate) new_card: &'static str,
    pub(crate) new_thing: &'static str,
    pub(crate) name: &'static str,
    pub(crate) source: &'static str,

    pub(crate) add_after: &'static str,
    pub(crate) add_at_end: &'static str,
    pub(crate) change: &'static str,
    pub(crate) around: &'static str,
    pub(crate) connect: fn(&str, &str) -> String,

    pub(crate) add_print: &'static str,
    pub(crate) add_sleep: &'static str,
    pub(crate) add_code: &'static str,
    pub(crate) await_card: fn(&str) -> String,
    pub(crate) start_card: fn(&str) -> String,
    pub(crate) several: fn(&str) -> String,
    pub(crate) grouped: fn(&str) -> String,
    pub(crate) await_task: fn(&str) -> String,
    /// In the order of `Use`.
    pub(crate) uses: [fn(&str) -> String; 11],

    pub(crate) hold: fn(&str) -> String,
    pub(crate) repeat: &'static str,
    pub(crate) timeout: &'static str,
    pub(crate) gather: &'static str,
    pub(crate) group: &'static str,
    pub(crate) one_by_one: &'static str,
    pub(crate) extract: &'static str,

    pub(crate) rename: &'static str,
    pub(crate) edit_source: &'static str,
    pub(crate) up: &'static str,
    pub(crate) down: &'static str,
    pub(crate) duplicate: &'static str,
    pub(crate) delete: &'static str,
    pub(crate) add_parameter: &'static str,

    pub(crate) refusal: fn(&Refusal) -> String,
}
