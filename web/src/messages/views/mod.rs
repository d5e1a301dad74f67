//! The texts around what a run shows: log, timeline, causes, loop, variables, picture of tasks.
//!
//! The sentences about a run itself come from the engine.

pub(super) mod en;
pub(super) mod zh_hans;
pub(super) mod zh_hant;

/// Those texts in one language.
pub(crate) struct ViewMessages {
    pub(crate) seconds: fn(&str) -> String,
    /// How many more there are than are shown.
    pub(crate) more: fn(count: &str) -> String,
    /// The name of a place in the program, by its line or so.
    pub(crate) show_place: &'static str,

    pub(crate) log_label: &'static str,
    pub(crate) log_empty: &'static str,
    pub(crate) error_output: &'static str,

    pub(crate) timeline_label: &'static str,
    pub(crate) timeline_empty: &'static str,
    pub(crate) axis: &'static str,
    pub(crate) axis_time: &'static str,
    pub(crate) axis_steps: &'static str,
    pub(crate) zoom_in: &'static str,
    pub(crate) zoom_out: &'static str,
    pub(crate) fit: &'static str,
    pub(crate) lanes: fn(count: &str) -> String,
    pub(crate) crowd_label: &'static str,
    pub(crate) legend: &'static str,
    /// In the order of the states.
    pub(crate) states: [&'static str; 8],
    pub(crate) printed: &'static str,
    pub(crate) pulled: &'static str,
    /// In the order of the kinds of arrows.
    pub(crate) arrows: [&'static str; 4],

    /// Which literal a delay is changed by, from its text and line, and how many delays change with it.
    pub(crate) pull_changes: fn(text: &str, line: u32, delays: usize) -> String,
    pub(crate) pull_elsewhere: &'static str,
    pub(crate) pull_shorter: &'static str,
    pub(crate) pull_longer: &'static str,
    pub(crate) pull_which: &'static str,
    pub(crate) pull_choice: fn(text: &str, line: u32, delays: usize) -> String,
    /// Why a delay can't be pulled at.
    pub(crate) locks: [&'static str; 3],

    pub(crate) why_not_yet: &'static str,
    pub(crate) why_not_yet_of: fn(&str) -> String,
    pub(crate) why_empty: &'static str,
    pub(crate) why_here: &'static str,
    pub(crate) go_there: &'static str,

    pub(crate) iteration: fn(number: &str) -> String,
    pub(crate) no_loop: &'static str,
    pub(crate) running: &'static str,
    pub(crate) nothing_runs: &'static str,
    pub(crate) ready_queue: &'static str,
    pub(crate) ready_empty: &'static str,
    pub(crate) next_in_line: &'static str,
    pub(crate) timers: &'static str,
    pub(crate) timers_empty: &'static str,
    pub(crate) resources: &'static str,
    pub(crate) resources_empty: &'static str,
    pub(crate) held_by: &'static str,
    pub(crate) in_line: &'static str,
    /// In no order that matters.
    pub(crate) waiting: &'static str,
    pub(crate) nobody: &'static str,

    pub(crate) variables_empty: &'static str,
    pub(crate) no_variables: &'static str,
    pub(crate) line: fn(u32) -> String,
    pub(crate) variable: &'static str,
    pub(crate) value: &'static str,
    pub(crate) new_value: &'static str,
    pub(crate) changed_value: &'static str,

    pub(crate) graph_label: &'static str,
    pub(crate) graph_empty: &'static str,

    /// The program that is kept is the present one.
    pub(crate) comparison_same: &'static str,
    /// It cannot begin.
    pub(crate) comparison_empty: &'static str,
    pub(crate) keep: &'static str,
    pub(crate) keep_hint: &'static str,
    pub(crate) swap: &'static str,
    pub(crate) swap_hint: &'static str,
    pub(crate) before: &'static str,
    pub(crate) now: &'static str,
    pub(crate) repaired: &'static str,
    pub(crate) differs: &'static str,
    /// The lanes, and the lines, of both runs.
    pub(crate) both_lanes: &'static str,
    pub(crate) both_logs: &'static str,
    pub(crate) who: &'static str,
    pub(crate) text: &'static str,
    pub(crate) change: &'static str,
    /// In the order of the kinds of changes.
    pub(crate) changes: [&'static str; 5],

    /// About a mistake: its line, and the ways from there.
    pub(crate) hint_line: fn(line: u32) -> String,
    pub(crate) hint_look: &'static str,
    pub(crate) hint_compare: &'static str,
    pub(crate) hint_repair: &'static str,
}
