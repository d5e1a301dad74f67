//! Who is selected and what is asked, in the runs of a program before and after an edit.

use interleave_text::Language;
use interleave_views::Story;
use interleave_views::sight::{Anchor, Identity, Lane, Look, Question, Selected, Sight, Topic};

use super::pictures::{look_at, story};
use super::why::{asking, moment_of};

const BEFORE: &str = "\
import asyncio

async def tea(n):
    for _ in range(2):
        await asyncio.sleep(n)
        print('tea', n)

async def main():
    await asyncio.gather(tea(1), tea(2), asyncio.create_task(tea(3), name='last'))

asyncio.run(main())
";

fn see(story: &Story, question: Option<Question>, selected: Option<Selected>) -> Sight {
    story.look(&Look { selected, ..asking(Language::English, story.overview().end.0, question) })
}

fn identity(story: &Story, lane: Lane) -> Identity {
    see(story, None, Some(Selected::Lane(lane))).selected.expect("there is such a lane").1
}

fn found(story: &Story, identity: Identity) -> Option<Lane> {
    see(story, None, Some(Selected::Identity(identity))).selected.map(|(lane, _)| lane)
}

#[test]
fn lanes_are_found_by_name_and_by_how_they_were_created() {
    let before = story(BEFORE);
    let after = story(&BEFORE.replace("gather(tea(1)", "gather(asyncio.sleep(0), tea(1)"));
    for (lane, other) in [(0, 0), (1, 1), (2, 3), (3, 4)] {
        let expected = Some(Lane::Task(other));
        assert_eq!(found(&before, identity(&before, Lane::Task(lane))), Some(Lane::Task(lane)));
        assert_eq!(found(&after, identity(&before, Lane::Task(lane))), expected, "Task {lane}");
    }
    let fewer = story(&BEFORE.replace("tea(2), ", ""));
    assert_eq!(found(&fewer, identity(&before, Lane::Task(3))), None);
    assert_eq!(found(&fewer, identity(&before, Lane::Thread(0))), Some(Lane::Thread(0)));
}

fn anchor(story: &Story, question: Question) -> Anchor {
    see(story, Some(question), None).anchor.expect("something holds it")
}

fn asked_again(story: &Story, anchor: Anchor) -> Option<String> {
    see(story, Some(Question::Again(anchor)), None).why.map(|why| why.links[0].sentence.clone())
}

#[test]
fn a_question_is_asked_again_about_the_same_line_of_the_same_task() {
    let before = story(BEFORE);
    let held = anchor(&before, Question::Why(moment_of(&before, "tea 2")));
    assert_eq!(asked_again(&before, held).as_deref(), Some("Task-3 prints “tea 2” (4 s, line 6)"));
    let slower = story(&BEFORE.replace("tea(2)", "tea(5)"));
    assert_eq!(asked_again(&slower, held).as_deref(), Some("Task-3 prints “tea 5” (10 s, line 6)"));
    let once = story(&BEFORE.replace("range(2)", "range(1)"));
    assert_eq!(asked_again(&once, held).as_deref(), Some("Task-3 prints “tea 2” (2 s, line 6)"));
    let never = story(&BEFORE.replace("range(2)", "range(0)"));
    assert_eq!(asked_again(&never, held), None);
}

#[test]
fn why_not_yet_is_asked_again_at_the_cursor() {
    let before = story(BEFORE);
    let moment = look_at(&before, 1.5).position.moment;
    let held = anchor(&before, Question::WhyNotYet(Lane::Task(3), moment));
    assert_eq!(held.topic, Topic::Wait);
    assert_eq!(
        asked_again(&before, held).as_deref(),
        Some("Task-3 does nothing more: it was done (since 4 s, line 6)"),
        "at the end"
    );
}
