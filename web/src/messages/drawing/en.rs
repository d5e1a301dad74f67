//! The texts of the program's picture in English.

use interleave_edits::{Refusal, Wanted};

use super::DrawingMessages;

pub(in crate::messages) const DRAWING: DrawingMessages = DrawingMessages {
    faces: "What the graph shows",
    face: ["Program", "Run"],
    label: "The program as cards. Arrow keys move, Enter lists what can be done, Alt with up or down moves a step, Delete deletes, F2 renames.",
    empty: "Nothing here yet. Begin with the coroutine that the program starts with.",
    begin: "Begin with main",
    dim: "The program does not parse at the moment; this is how it was before.",
    undo: "Undo",
    redo: "Redo",

    cards: ["coroutine", "function", "program"],
    things: [
        "lock",
        "semaphore",
        "event",
        "condition",
        "barrier",
        "queue",
        "future",
        "thread pool",
        "process pool",
    ],
    roles: ["seconds", "seconds at most", "permits", "size", "parties", "workers", "value", "times"],
    steps: [
        "print {a}",
        "{c}",
        "sleep {a} s",
        "block for {a} s",
        "await {v}",
        "start {a}",
        "hold {h}",
        "acquire {o}",
        "release {o}",
        "put {a} into {o}",
        "get from {o}",
        "one of {o} is done",
        "wait until {o} is done",
        "set {o}",
        "clear {o}",
        "wait for {a}",
        "wait for {o}",
        "notify {o}",
        "give {o} the result {a}",
        "give {o} the error {a}",
        "at once: {a}",
        "wait: {a}",
        "as they finish: {a}",
        "task group {s}",
        "at most {a} s",
        "shield {a}",
        "cancel {o}",
        "in a thread: {a}",
        "call later: {a}",
        "run {a}",
        "{c}",
        "{c}",
        "{c}",
        "{c}",
        "{c}",
        "{c}",
    ],
    edges: [
        |to| format!("starts {to}"),
        |to| format!("awaits {to}"),
        |to| format!("calls {to}"),
        |to| format!("schedules {to}"),
        |to| format!("uses {to}"),
        |to| format!("puts into {to}"),
        |to| format!("gets from {to}"),
        |to| format!("sets {to}"),
    ],
    many: "many",
    no_steps: "No steps yet",

    menu_of: |item| format!("What to do with: {item}"),
    chosen: |count| format!("{count} steps"),
    new_card: "Coroutine",
    new_thing: "Shared thing",
    name: "Name",
    source: "Source",

    add_after: "Add after it",
    add_at_end: "Add at its end",
    change: "Change",
    around: "Put around it",
    connect: |from, to| format!("Connect {from} with {to}"),

    add_print: "print",
    add_sleep: "sleep",
    add_code: "code",
    await_card: |name| format!("await {name}"),
    start_card: |name| format!("start {name} as a task"),
    several: |name| format!("several {name} at once"),
    grouped: |name| format!("{name} in a task group"),
    await_task: |name| format!("await {name}"),
    uses: [
        |it| format!("hold {it}"),
        |it| format!("put into {it}"),
        |it| format!("get from {it}"),
        |it| format!("one of {it} is done"),
        |it| format!("wait until {it} is done"),
        |it| format!("set {it}"),
        |it| format!("clear {it}"),
        |it| format!("wait for {it}"),
        |it| format!("notify {it}"),
        |it| format!("await {it}"),
        |it| format!("run something in {it}"),
    ],

    hold: |it| format!("hold {it} meanwhile"),
    repeat: "repeat it",
    timeout: "allow it some seconds at most",
    gather: "all at once, with gather",
    group: "all at once, in a task group",
    one_by_one: "one after the other",
    extract: "make it a coroutine of its own",

    rename: "rename",
    edit_source: "edit the source",
    up: "move up",
    down: "move down",
    duplicate: "duplicate",
    delete: "delete",
    add_parameter: "one more parameter",

    refusal: |refusal| {
        match refusal {
        Refusal::Gone => "The program has changed in the meantime. Please try again.".into(),
        Refusal::Broken => {
            "The program does not parse at the moment. Mend it first; the line is marked.".into()
        }
        Refusal::SharesLine => {
            "Other code stands on the same line. Give it a line of its own in the editor first.".into()
        }
        Refusal::IntoItself => "It is there already, or would have to go into itself.".into(),
        Refusal::NotA(wanted) => match wanted {
            Wanted::Number => "A number is needed here, such as 1 or 0.5.".into(),
            Wanted::WholeNumber => "A whole number is needed here, such as 3.".into(),
            Wanted::Expression => "A value is needed here. Put texts between quotation marks.".into(),
            Wanted::Name => {
                "This is no name in Python: letters, digits and underscores, no digit first, no keyword."
                    .into()
            }
            Wanted::Statement => "There is nothing to run in this.".into(),
        },
        Refusal::Taken(name) => format!("The name {name} is used here already. Please choose another one."),
        Refusal::Foreign(name) => format!("{name} belongs to a module; the program can't rename it."),
        Refusal::OutOfReach(name) => {
            format!("{name} can't be handed there: not all the calls on the way can be found.")
        }
        Refusal::StillUsed(name) => format!("{name} is still used. Remove what uses it first."),
        Refusal::Tangled(word) => {
            format!("These steps can't stand in a coroutine of their own, because of {word}.")
        }
        Refusal::NotAwaits => {
            "This takes two awaits or more that follow each other, each of something that can be a task."
                .into()
        }
        Refusal::NotTogether => {
            "That takes a gather of calls that stand there one by one, or a task group that only starts tasks.".into()
        }
        Refusal::Depends(name) => {
            format!("A later step needs {name} from a step before, so they can't run at once.")
        }
        Refusal::HasComments => "Comments stand between, and would have no place. Move them first.".into(),
        Refusal::WouldBreak(message) => format!("Python would not accept that: {message}"),
    }
    },
};
