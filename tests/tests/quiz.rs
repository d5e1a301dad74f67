//! Questions made of real runs: for every lesson, the run's answer is right and what an idea says is
//! wrong and known for it; and what some programs are asked.

use std::fs;
use std::path::Path;

use interleave_lessons::Catalogue;
use interleave_python::{Options, run};
use interleave_quiz::{Mark, Model, Quiz};
use interleave_views::Story;

fn catalogue() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/lessons/catalogue");
    Catalogue::read(|file| fs::read_to_string(folder.join(file)).ok())
        .unwrap_or_else(|fault| panic!("{fault}"))
}

fn quiz_of(program: &str) -> Quiz {
    let run = run(program, &Options { record: true, ..Options::default() });
    Quiz::of(&Story::new(program, run.trace.unwrap_or_default()))
}

fn lesson(slug: &str) -> Quiz {
    let catalogue = catalogue();
    let lesson = catalogue.lessons().find(|lesson| lesson.slug == slug);
    quiz_of(&lesson.unwrap_or_else(|| panic!("no lesson is called {slug}")).program)
}

fn model(mark: Mark) -> Option<Model> {
    match mark {
        Mark::Right => panic!("it was to be wrong"),
        Mark::Wrong { model, .. } => model,
    }
}

#[test]
fn answers_are_judged_by_the_run_and_ideas_are_known_by_their_answers() {
    let mut asked = [0; 4];
    for lesson in catalogue().lessons() {
        let quiz = quiz_of(&lesson.program);
        let slug = &lesson.slug;
        if let Some(order) = &quiz.order {
            asked[0] += 1;
            let printed: Vec<_> = (0..order.lines.len()).collect();
            assert_eq!(order.mark(&printed), Mark::Right, "{slug}");
            assert_ne!(order.mark(&order.offered), Mark::Right, "{slug}: nothing is left to do");
            let mut offered = order.offered.clone();
            offered.sort_unstable();
            assert_eq!(offered, printed, "{slug}: each line is offered once");
            for (idea, predicted) in &order.wrong {
                assert_eq!(model(order.mark(predicted)), Some(*idea), "{slug}");
            }
        }
        for (index, number) in [(1, &quiz.end), (2, &quiz.at_once)] {
            if let Some(number) = number {
                asked[index] += 1;
                assert_eq!(number.mark(number.right), Mark::Right, "{slug}");
                assert!(number.choices().is_sorted_by(|one, other| one < other), "{slug}: {number:?}");
                for (idea, said) in &number.wrong {
                    assert_eq!(model(number.mark(*said)), Some(*idea), "{slug}");
                }
            }
        }
        if let Some(cancelled) = &quiz.cancelled {
            asked[3] += 1;
            assert_eq!(cancelled.mark(&cancelled.right), Mark::Right, "{slug}");
            for (idea, said) in &cancelled.wrong {
                assert_eq!(model(cancelled.mark(said)), Some(*idea), "{slug}");
            }
        }
    }
    // Most lessons give something to predict.
    assert!(asked[0] >= 30 && asked[1] >= 30 && asked[2] >= 15 && asked[3] >= 5, "{asked:?}");
}

#[test]
fn a_task_that_should_begin_at_once_is_an_idea() {
    let order = lesson("two-tasks").order.expect("its lines can be put into wrong orders");
    let says = |idea: Model| -> Vec<&str> {
        let (_, predicted) = order.wrong.iter().find(|(model, _)| *model == idea).expect("it misleads here");
        predicted.iter().map(|index| order.lines[*index].text.as_str()).collect()
    };
    assert_eq!(
        says(Model::TasksBeginAtOnce)[..3],
        ["washing shirt", "washing socks", "both machines are filled"]
    );
    assert_eq!(says(Model::SleepBlocksAll)[2..4], ["washing shirt", "shirt is clean"][..]);
}

#[test]
fn sums_and_longest_sleeps_are_wrong_ends() {
    let end = lesson("two-tasks").end.expect("it ends");
    assert_eq!((end.right, end.choices()), (2_000_000_000, vec![0, 2_000_000_000, 3_000_000_000]));
    assert_eq!(model(end.mark(3_000_000_000)), Some(Model::SleepBlocksAll));
    assert_eq!(model(end.mark(5_000_000_000)), None);
    assert_eq!(lesson("for-ever").end, None, "what stands still has no end");
}

#[test]
fn permits_bound_how_many_sleep() {
    let at_once = lesson("three-permits").at_once.expect("tasks sleep");
    assert_eq!((at_once.right, at_once.choices()), (3, vec![1, 3, 7]));
}

#[test]
fn who_is_cancelled_depends_on_who_waits() {
    let group = lesson("group-and-failure").cancelled.expect("one fails");
    assert_eq!(group.tasks, ["quick", "bad", "slow"]);
    assert_eq!(group.right, [false, false, true]);
    let gather = lesson("gather-and-failure").cancelled.expect("one fails");
    assert_eq!(gather.right, [false, false, false]);
    assert_eq!(model(gather.mark(&[false, false, true])), Some(Model::FailureCancelsAll));
}
