//! The texts of predicting in English.

use super::PredictingMessages;

pub(in crate::messages) const PREDICTING: PredictingMessages = PredictingMessages {
    predict: "Predict",
    hint: "Hide the run, say what you expect, then compare",
    title: "What will this program do?",
    introduction: "Its run is hidden until you have said what you expect.",

    order: "In which order are these lines printed?",
    order_hint: "Drag them, or move them by their arrows.",
    goes_on: "More lines follow; they are not asked about.",
    up: |line| format!("Move up: {line}"),
    down: |line| format!("Move down: {line}"),
    place: |line, place| format!("{line}: number {place}"),
    end: "At what time does the program end?",
    at_once: "How many tasks sleep at the same time, at most?",
    cancelled: "Which tasks are cancelled?",
    none_of_them: "none of them",
    holds: |name, function, line| {
        let of = function.map(|function| format!(" in {function}()")).unwrap_or_default();
        format!("When “{line}” has just been printed, what is {name}{of}?")
    },

    mark: "Show the run",
    leave: "Show it without answering",
    no_run: "This program does not run yet. What is wrong is said below it.",
    not_yet: "The questions come when the program has ended, or has been stopped.",
    no_questions: "There is nothing in this run that one could be mistaken about.",

    score: |right, all| format!("You were right about {right} of {all}."),
    right: "As you said.",
    line_is: |number, is, said| format!("Line {number} is “{is}”, not “{said}”."),
    number_is: |is, said| format!("It is {is}, not {said}."),
    task_is: |name, cancelled| {
        if cancelled { format!("{name} is cancelled.") } else { format!("{name} is not cancelled.") }
    },
    models: [
        "That is how it would be if a sleep held everybody up. It holds up its own task only.",
        "That is how it would be if everything waited at the same time. Here some begin only when others have ended.",
        "That is how it would be if a task began when it is created. It begins when its maker next has to wait.",
        "That is how it would be if tasks went on in the order of their creation. Whoever is due first goes first.",
        "That is how it would be if only main’s own sleeps counted. What main awaits counts, too.",
        "That is how it would be if one failure cancelled all the others. Here the others went on.",
        "That is how it would be if every task ran to its end. Here not every one did.",
    ],
};
