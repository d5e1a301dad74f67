//! The texts around a run in English.

use super::ViewMessages;

pub(in crate::messages) const VIEWS: ViewMessages = ViewMessages {
    seconds: |seconds| format!("{seconds} s"),
    more: |count| format!("and {count} more"),
    show_place: "Show in the program",

    log_label: "Log: when, who, and what was printed",
    log_empty: "This program prints nothing.",
    error_output: "error output",

    timeline_label: "Timeline, a row for each task. Up and down choose a row, Enter asks why.",
    timeline_empty: "Nothing to see: nothing has run.",
    axis: "Axis",
    axis_time: "Time",
    axis_steps: "Steps",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    fit: "Show all",
    lanes: |lanes| format!("{lanes} rows"),
    crowd_label: "How many tasks do what. Drag to look closer.",
    legend: "What the marks mean",
    states: ["ready", "running", "sleeping", "waiting", "blocking the thread", "done", "failed", "cancelled"],
    printed: "printed",
    pulled: "end of a sleep: drag it, and the number in the program changes",
    arrows: ["started", "woke", "cancelled", "was the cause"],

    pull_changes: |text, line, delays| match delays {
        0 | 1 => format!("{text} in line {line}"),
        _ => format!("{text} in line {line}: {delays} delays change with it"),
    },
    pull_elsewhere: "The run takes another way now, in which this delay is not the same.",
    pull_shorter: "Shorter (Shift: by less)",
    pull_longer: "Longer (Shift: by less)",
    pull_which: "Change",
    pull_choice: |text, line, delays| {
        let s = if delays == 1 { "" } else { "s" };
        format!("{text} in line {line}, {delays} delay{s}")
    },
    locks: [
        "This delay can't be pulled at: it is not made of numbers in the program, but drawn, measured or counted.",
        "This delay can't be pulled at: its line says # fixed.",
        "No number in the program gives this length.",
    ],

    why_not_yet: "Why not yet?",
    why_not_yet_of: |name| format!("Why does {name} not go on yet?"),
    why_empty: "Choose a line of the log or a bar of the timeline, and the reasons for it are listed here.",
    why_here: "Ask about what has just happened",
    go_there: "Go to this moment",

    iteration: |number| format!("Iteration {number}"),
    no_loop: "No event loop is running at this moment.",
    running: "Running",
    nothing_runs: "nothing: the loop waits",
    ready_queue: "Ready queue",
    ready_empty: "empty",
    next_in_line: "next",
    timers: "Timers",
    timers_empty: "none set",
    resources: "Locks, queues and the like",
    resources_empty: "none made",
    held_by: "Held by",
    in_line: "In line",
    waiting: "Waiting",
    nobody: "nobody",

    variables_empty: "No task is alive at this moment.",
    no_variables: "no variables",
    line: |line| format!("line {line}"),
    variable: "Name",
    value: "Value",
    new_value: "new",
    changed_value: "changed",

    graph_label: "Tasks and what they share. Arrow keys move, Enter selects.",
    graph_empty: "There are no tasks at this moment.",

    comparison_same: "The run that is kept is this one’s own. Change the program, and both runs stand here under one clock.",
    comparison_empty: "The program that is kept cannot begin, so there is nothing to compare with.",
    keep: "Keep this run",
    keep_hint: "Compare later runs with the program as it is now",
    swap: "Swap",
    swap_hint: "Put the kept program into the editor, and keep this one; it can be undone",
    before: "before",
    now: "now",
    repaired: "repaired",
    differs: "differs",
    both_lanes: "Tasks and threads in both runs",
    both_logs: "The log of both runs",
    who: "Who",
    text: "Line",
    change: "Change",
    changes: ["same", "other time", "other order", "gone", "new"],

    hint_line: |line| format!("Line {line}:"),
    hint_look: "Show it on the timeline",
    hint_compare: "Compare with a repaired version",
    hint_repair: "Repair it",
};
