//! The rules, one file each. A rule takes what was read of the text, and what the run did if there was one, and
//! answers with hints: [`MOST`] of them at most.

mod awaited_too_early;
mod awaited_twice;
mod blocking_call;
mod forgotten_await;
mod function_not_called;
mod growing_queue;
mod held_twice;
mod hidden_timeout;
mod independent;
mod long_computation;
mod loop_of_awaits;
mod lost_update;
mod nested_run;
mod only_last_awaited;
mod sequential_awaits;
mod surviving_siblings;
mod swallowed_cancellation;
mod timeout_caught_inside;
mod unawaited_cancel;
mod unreferenced_task;
mod unseen_failures;
mod zipped_completions;

use interleave_text::{Edit, Span};

use crate::reading::Reading;
use crate::run::Run;
use crate::{Hint, MOST, Mistake, Seen};

/// What the rules of the text alone look like.
type OfText = fn(&Reading<'_>) -> Vec<Hint>;
/// What the rules look like that a run makes more certain, or less.
type OfBoth = fn(&Reading<'_>, Option<&Run<'_>>) -> Vec<Hint>;
/// What the rules look like that are about what happened.
type OfRun = fn(&Reading<'_>, &Run<'_>) -> Vec<Hint>;

const OF_TEXT: [OfText; 5] = [
    awaited_too_early::find,
    function_not_called::find,
    nested_run::find,
    awaited_twice::find,
    zipped_completions::find,
];

const OF_BOTH: [OfBoth; 5] = [
    forgotten_await::find,
    blocking_call::find,
    unreferenced_task::find,
    only_last_awaited::find,
    swallowed_cancellation::find,
];

const OF_RUN: [OfRun; 11] = [
    sequential_awaits::find,
    loop_of_awaits::find,
    long_computation::find,
    surviving_siblings::find,
    lost_update::find,
    growing_queue::find,
    held_twice::find,
    unawaited_cancel::find,
    unseen_failures::find,
    timeout_caught_inside::find,
    hidden_timeout::find,
];

/// What all rules find.
pub(crate) fn all(reading: &Reading<'_>, run: Option<&Run<'_>>) -> Vec<Hint> {
    let mut found = Vec::new();
    for rule in OF_TEXT {
        let mut hints = rule(reading);
        hints.truncate(MOST);
        if let Some(run) = run {
            hints.iter_mut().for_each(|hint| show(hint, reading, run));
        }
        found.extend(hints);
    }
    let of_both = OF_BOTH.iter().map(|rule| rule(reading, run));
    let of_run = OF_RUN.iter().filter_map(|rule| run.map(|run| rule(reading, run)));
    for mut hints in of_both.chain(of_run) {
        hints.truncate(MOST);
        found.extend(hints);
    }
    found
}

/// Where what is certain from the text shows in a run: where its statement is executed.
fn show(hint: &mut Hint, reading: &Reading<'_>, run: &Run<'_>) {
    let around = |site: &&crate::reading::Site<'_>| crate::run::contains(site.statement.span, hint.span);
    if let Some(site) = reading.sites.iter().rev().find(around) {
        hint.seen = run.at_line(site.statement.span);
    }
}

fn hint(mistake: Mistake, span: Span, seen: Vec<Seen>, repair: Option<Edit>) -> Hint {
    Hint { mistake, span, seen, repair }
}
