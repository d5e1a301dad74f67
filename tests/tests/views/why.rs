//! Why something happened, and why something does not: the answers for real runs, and laws for all.

use expect_test::{Expect, expect};
use interleave_text::Language;
use interleave_views::Story;
use interleave_views::sight::{Aim, Axis, Frame, Lane, Look, Moment, Question, Why};

use super::pictures::{look, look_at, story};
use super::programs::{self, ALL};

pub(super) fn asking(language: Language, cursor: u32, question: Option<Question>) -> Look {
    Look {
        question,
        ..Look::at(
            language,
            Aim::At(Moment(cursor)),
            Frame { axis: Axis::Time, from: 0, to: 1, width: 1.0, first_row: 0, rows: 0 },
        )
    }
}

pub(super) fn ask(story: &Story, language: Language, question: Question) -> Why {
    story.look(&asking(language, 0, Some(question))).why.expect("it was asked")
}

pub(super) fn written(why: &Why) -> String {
    why.links.iter().fold(format!("{}\n", why.question), |text, link| text + "  " + &link.sentence + "\n")
}

/// The moment at which the last line with these words was there.
#[track_caller]
pub(super) fn moment_of(story: &Story, words: &str) -> Moment {
    let rows = look(story, Aim::At(Moment(0)), Axis::Time, 80.0).log.expect("it was asked for");
    rows.iter().rfind(|row| row.text.contains(words)).expect("it was printed").moment
}

/// Why a line was printed: the last one with these words.
#[track_caller]
pub(super) fn printed(program: &str, words: &str, expected: Expect) {
    let story = story(program);
    let moment = moment_of(&story, words);
    expected.assert_eq(&written(&ask(&story, Language::English, Question::Why(moment))));
}

/// Why a task does not go on at a second.
#[track_caller]
pub(super) fn not_yet(program: &str, task: u32, seconds: f64, expected: Expect) {
    let story = story(program);
    let moment = look_at(&story, seconds).position.moment;
    let question = Question::WhyNotYet(Lane::Task(task), moment);
    expected.assert_eq(&written(&ask(&story, Language::English, question)));
}

#[test]
fn a_print_after_a_sleep_in_all_languages() {
    let story = story(programs::TWO_SLEEPS);
    let question = Question::Why(moment_of(&story, "slow"));
    let all = Language::ALL.map(|language| written(&ask(&story, language, question)));
    expect![[r#"
        為什麼在這時印出？
          Task-2 印出「slow」（2 秒，第 6 行）
          Task-2 恢復執行，因為 2 秒的睡眠結束了（2 秒）
          Task-2 開始了這次睡眠（0 秒，第 5 行）
          Task-2 能執行，因為 Task-1 建立了它（0 秒，第 9 行）
          Task-1 能執行，因為 asyncio.run 啟動了它（0 秒，第 13 行）
        为什么在这时打印？
          Task-2 打印“slow”（2 秒，第 6 行）
          Task-2 恢复执行，因为 2 秒的休眠结束了（2 秒）
          Task-2 开始了这次休眠（0 秒，第 5 行）
          Task-2 能运行，因为 Task-1 创建了它（0 秒，第 9 行）
          Task-1 能运行，因为 asyncio.run 启动了它（0 秒，第 13 行）
        Why was this printed now?
          Task-2 prints “slow” (2 s, line 6)
          Task-2 went on because its sleep of 2 s was over (2 s)
          Task-2 began that sleep (0 s, line 5)
          Task-2 ran because Task-1 had created it (0 s, line 9)
          Task-1 ran because asyncio.run had started it (0 s, line 13)
    "#]]
    .assert_eq(&all.concat());
}

#[test]
fn a_loop_sleeps_until_the_next_timer() {
    let story = story(programs::TWO_SLEEPS);
    let moment = look_at(&story, 0.5).position.moment;
    let all = Language::ALL
        .map(|language| written(&ask(&story, language, Question::WhyNotYet(Lane::Thread(0), moment))));
    expect![[r#"
        主執行緒為什麼還不能繼續？
          主執行緒睡眠到 1 秒（從 0 秒起，第 13 行）
          Task-1 睡眠到 1 秒（從 0 秒起，第 5 行）
          在這次執行中，主執行緒於 1 秒恢復執行
        主线程为什么还不能继续？
          主线程休眠到 1 秒（从 0 秒开始，第 13 行）
          Task-1 休眠到 1 秒（从 0 秒开始，第 5 行）
          在这次运行中，主线程于 1 秒恢复执行
        Why does main thread not go on yet?
          Main thread sleeps until 1 s (since 0 s, line 13)
          Task-1 sleeps until 1 s (since 0 s, line 5)
          In this run, main thread goes on at 1 s
    "#]]
    .assert_eq(&all.concat());
}

#[test]
fn a_gather_ends_with_its_last_part() {
    printed(
        programs::GATHER,
        "[1",
        expect![[r#"
        Why was this printed now?
          Task-1 prints “[1, 3, 2]” (3 s, line 9)
          Task-1 went on because asyncio.gather of 3, which it awaited, had all it needed (3 s)
          Task-3 is done (3 s, line 5)
          Task-3 went on because its sleep of 3 s was over (3 s)
          Task-3 began that sleep (0 s, line 5)
          Task-3 ran because Task-1 had created it (0 s, line 9)
          Task-1 ran because asyncio.run had started it (0 s, line 11)
    "#]],
    );
    not_yet(
        programs::GATHER,
        0,
        1.5,
        expect![[r#"
        Why does Task-1 not go on yet?
          Task-1 waits for asyncio.gather of 3 (since 0 s, line 9)
          Task-3 sleeps until 3 s (since 0 s, line 5)
          Task-4 sleeps until 2 s (since 0 s, line 5)
          In this run, Task-1 goes on at 3 s
    "#]],
    );
}

#[test]
fn what_follows_a_run_happens_because_its_task_ended() {
    printed(
        programs::TWO_RUNS,
        "after",
        expect![[r#"
        Why was this printed now?
          Main thread prints “after” (1 s, line 17)
          asyncio.run came to its end because Task-1 was done (1 s, line 5)
          Task-1 went on because its sleep of 1 s was over (1 s)
          Task-1 began that sleep (0 s, line 5)
          Task-1 ran because asyncio.run had started it (0 s, line 16)
    "#]],
    );
    printed(
        programs::TWO_RUNS,
        "later",
        expect![[r#"
        Why was this printed now?
          Main thread prints “later” (2 s, line 19)
          Main thread went on because what blocked it was over (1 s, line 18)
          asyncio.run came to its end because Task-1 was done (1 s, line 5)
          Task-1 went on because its sleep of 1 s was over (1 s)
          Task-1 began that sleep (0 s, line 5)
          Task-1 ran because asyncio.run had started it (0 s, line 16)
    "#]],
    );
    printed(
        programs::TWO_RUNS,
        "+ Exception Group Traceback",
        expect![[r#"
            Why did this happen now?
              On standard error: “  + Exception Group Traceback (most recent call last):   | …” (4 s, line 20)
              asyncio.run came to its end because Task-4 ended with an exception (4 s, line 12)
              Task-4 went on because all tasks of the task group group, for which it waited, had ended (4 s)
              Task-5 ends cancelled (4 s, line 8)
              Task-5 was cancelled because Task-6, of the same task group, had failed (4 s, line 9)
              Task-6 went on because its sleep of 2 s was over (4 s)
              Task-6 began that sleep (2 s, line 8)
              Task-6 ran because Task-4 had created it (2 s, line 14)
              Task-4 ran because asyncio.run had started it (2 s, line 20)
              Main thread went on because what blocked it was over (1 s, line 18)
              asyncio.run came to its end because Task-1 was done (1 s, line 5)
              Task-1 went on because its sleep of 1 s was over (1 s)
              Task-1 began that sleep (0 s, line 5)
              Task-1 ran because asyncio.run had started it (0 s, line 16)
        "#]],
    );
}

#[test]
fn permits_are_handed_on() {
    printed(
        programs::SEMAPHORE,
        "11",
        expect![[r#"
        Why was this printed now?
          Task-13 prints “11” (4 s, line 7)
          Task-13 went on because its sleep of 1 s was over (4 s)
          Task-13 began that sleep (3 s, line 6)
          Task-13 went on because Task-10 gave back the semaphore sem; it had waited since 0 s, 3rd in line (3 s, line 5)
          Task-10 went on because its sleep of 1 s was over (3 s)
          Task-10 began that sleep (2 s, line 6)
          Task-10 went on because Task-7 gave back the semaphore sem; it had waited since 0 s, 3rd in line (2 s, line 5)
          Task-7 went on because its sleep of 1 s was over (2 s)
          Task-7 began that sleep (1 s, line 6)
          Task-7 went on because Task-4 gave back the semaphore sem; it had waited since 0 s, 3rd in line (1 s, line 5)
          Task-4 went on because its sleep of 1 s was over (1 s)
          Task-4 began that sleep (0 s, line 6)
          Task-4 ran because Task-1 had created it (0 s, line 11)
          Task-1 ran because asyncio.run had started it (0 s, line 13)
    "#]],
    );
    not_yet(
        programs::SEMAPHORE,
        8,
        0.5,
        expect![[r#"
            Why does Task-9 not go on yet?
              Task-9 is 5th of 9 in line for the semaphore sem (since 0 s, line 5)
              Task-2 holds the semaphore sem (since 0 s, line 5)
              Task-2 sleeps until 1 s (since 0 s, line 6)
              Task-3 holds the semaphore sem (since 0 s, line 5)
              Task-3 sleeps until 1 s (since 0 s, line 6)
              Task-4 holds the semaphore sem (since 0 s, line 5)
              Task-4 sleeps until 1 s (since 0 s, line 6)
              In this run, Task-9 goes on at 2 s
        "#]],
    );
}

#[test]
fn items_and_room_in_a_queue() {
    printed(
        programs::QUEUE,
        "all put",
        expect![[r#"
            Why was this printed now?
              Task-3 prints “all put” (1 s, line 7)
              Task-3 went on because Task-2 took an item out of the queue; it had waited since 0 s, 1st in line (1 s, line 11)
              Task-2 went on because its sleep of 1 s was over (1 s)
              Task-2 began that sleep (0 s, line 12)
              Task-2 went on because Task-3 put an item into the queue; it had waited since 0 s, 1st in line (0 s, line 6)
              Task-3 ran because Task-1 had created it (0 s, line 19)
              Task-1 ran because asyncio.run had started it (0 s, line 23)
        "#]],
    );
    printed(
        programs::QUEUE,
        "3",
        expect![[r#"
            Why was this printed now?
              Task-2 prints “3” (4 s, line 13)
              Task-2 went on because its sleep of 1 s was over (4 s)
              Task-2 began that sleep (3 s, line 12)
              Task-2 went on because its sleep of 1 s was over (3 s)
              Task-2 began that sleep (2 s, line 12)
              Task-2 went on because its sleep of 1 s was over (2 s)
              Task-2 began that sleep (1 s, line 12)
              Task-2 went on because its sleep of 1 s was over (1 s)
              Task-2 began that sleep (0 s, line 12)
              Task-2 went on because Task-3 put an item into the queue; it had waited since 0 s, 1st in line (0 s, line 6)
              Task-3 ran because Task-1 had created it (0 s, line 19)
              Task-1 ran because asyncio.run had started it (0 s, line 23)
        "#]],
    );
    not_yet(
        programs::QUEUE,
        2,
        0.5,
        expect![[r#"
            Why does Task-3 not go on yet?
              Task-3 waits for room in the queue (since 0 s, line 6)
              Somebody has to take an item out of the queue, which is full
              In this run, Task-3 goes on at 1 s
        "#]],
    );
}

#[test]
fn a_lock_is_given_back() {
    not_yet(
        programs::LOCK,
        2,
        0.5,
        expect![[r#"
            Why does second not go on yet?
              second waits for the lock (since 0 s, line 9)
              first holds the lock (since 0 s, line 9)
              first sleeps until 1 s (since 0 s, line 10)
              In this run, second goes on at 1 s
        "#]],
    );
}

#[test]
fn an_event_is_set() {
    printed(
        programs::EVENT,
        "go",
        expect![[r#"
        Why was this printed now?
          Task-3 prints “go” (1 s, line 6)
          Task-3 went on because Task-1 set the event start; it had waited since 0 s, 2nd in line (1 s, line 12)
          Task-1 went on because its sleep of 1 s was over (1 s)
          Task-1 began that sleep (0 s, line 11)
          Task-1 ran because asyncio.run had started it (0 s, line 15)
    "#]],
    );
    not_yet(
        programs::EVENT,
        1,
        0.5,
        expect![[r#"
            Why does Task-2 not go on yet?
              Task-2 waits for the event start, and so does one other: all go on together (since 0 s, line 5)
              Somebody has to set the event start
              In this run, Task-2 goes on at 1 s
        "#]],
    );
}

#[test]
fn a_condition_is_notified() {
    printed(
        programs::CONDITION,
        "told",
        expect![[r#"
        Why was this printed now?
          Task-3 prints “told” (2 s, line 7)
          Task-3 went on because Task-1 notified the condition news; it had waited since 0 s, 1st in line (2 s, line 17)
          Task-1 went on because its sleep of 1 s was over (2 s)
          Task-1 began that sleep (1 s, line 15)
          Task-1 went on because its sleep of 1 s was over (1 s)
          Task-1 began that sleep (0 s, line 12)
          Task-1 ran because asyncio.run had started it (0 s, line 20)
    "#]],
    );
    not_yet(
        programs::CONDITION,
        2,
        1.5,
        expect![[r#"
        Why does Task-3 not go on yet?
          Task-3 waits for a notice from the condition news (since 0 s, line 6)
          Somebody has to notify the condition news
          In this run, Task-3 goes on at 2 s
    "#]],
    );
}

#[test]
fn the_last_party_comes() {
    printed(
        programs::BARRIER,
        "met",
        expect![[r#"
            Why was this printed now?
              Task-3 prints “met” (3 s, line 7)
              Task-3 went on because Task-4 came to the barrier as the last; it had waited since 2 s, 2nd in line (3 s, line 6)
              Task-4 went on because its sleep of 3 s was over (3 s)
              Task-4 began that sleep (0 s, line 5)
              Task-4 ran because Task-1 had created it (0 s, line 11)
              Task-1 ran because asyncio.run had started it (0 s, line 13)
        "#]],
    );
    not_yet(
        programs::BARRIER,
        1,
        1.5,
        expect![[r#"
            Why does Task-2 not go on yet?
              Task-2 waits for the barrier (since 1 s, line 6)
              More parties have to come to the barrier
              In this run, Task-2 goes on at 3 s
        "#]],
    );
}

#[test]
fn a_timeout_runs_out() {
    printed(
        programs::TIMEOUT,
        "too late again",
        expect![[r#"
        Why was this printed now?
          Task-1 prints “too late again” (2 s, line 13)
          Task-1 was cancelled because a timeout around it ran out (2 s)
          Task-1 sets a timer for 1 s (1 s, line 11)
          Task-1 was cancelled because a timeout around it ran out (1 s)
          Task-1 sets a timer for 1 s (0 s, line 6)
          Task-1 ran because asyncio.run had started it (0 s, line 15)
    "#]],
    );
    not_yet(
        programs::TIMEOUT,
        0,
        0.5,
        expect![[r#"
        Why does Task-1 not go on yet?
          Task-1 sleeps until 5 s (since 0 s, line 7)
          A timeout ends the wait at 1 s at the latest
          In this run, Task-1 goes on at 1 s
    "#]],
    );
}

#[test]
fn a_group_fails() {
    printed(
        programs::TASK_GROUP,
        "caught",
        expect![[r#"
            Why was this printed now?
              Task-1 prints “caught” (1 s, line 17)
              Task-1 went on because all tasks of the task group group, for which it waited, had ended (1 s)
              Task-3 ends cancelled (1 s, line 9)
              Task-3 was cancelled because Task-2, of the same task group, had failed (1 s, line 6)
              Task-2 went on because its sleep of 1 s was over (1 s)
              Task-2 began that sleep (0 s, line 5)
              Task-2 ran because Task-1 had created it (0 s, line 14)
              Task-1 ran because asyncio.run had started it (0 s, line 19)
        "#]],
    );
    not_yet(
        programs::TASK_GROUP,
        0,
        0.5,
        expect![[r#"
        Why does Task-1 not go on yet?
          Task-1 waits for the tasks of the task group group (since 0 s, line 13)
          Task-2 sleeps until 1 s (since 0 s, line 5)
          Task-3 sleeps until 5 s (since 0 s, line 9)
          In this run, Task-1 goes on at 1 s
    "#]],
    );
}

#[test]
fn a_blocked_loop_keeps_everybody() {
    printed(
        programs::FREEZE,
        "tick",
        expect![[r#"
            Why was this printed now?
              Task-2 prints “tick” (4.5 s, line 7)
              Task-2 went on because its sleep of 1 s was over (4.5 s)
              Task-2 began that sleep (3.5 s, line 6)
              Task-2 went on because its sleep of 1 s was over (3.5 s)
              Task-2 began that sleep (2.5 s, line 6)
              Task-2 went on because its sleep of 1 s was over (2.5 s)
              Task-2 could have run at 1 s, but Task-1 blocked the event loop (0.5 s, line 12)
              Task-2 began that sleep (0 s, line 6)
              Task-2 ran because Task-1 had created it (0 s, line 10)
              Task-1 ran because asyncio.run had started it (0 s, line 15)
        "#]],
    );
    not_yet(
        programs::FREEZE,
        1,
        1.5,
        expect![[r#"
            Why does Task-2 not go on yet?
              Task-2 sleeps until 1 s (since 0 s, line 6)
              Task-1 blocks the event loop until 2.5 s: nobody else can run (since 0.5 s, line 12)
              In this run, Task-2 goes on at 2.5 s
        "#]],
    );
}

#[test]
fn a_blocked_loop_keeps_those_who_are_ready() {
    printed(
        programs::TWO_COOKS,
        "start rice",
        expect![[r#"
        Why was this printed now?
          Task-3 prints “start rice” (1 s, line 5)
          Task-3 could have run at 0 s, but Task-2 blocked the event loop (0 s, line 6)
          Task-3 ran because Task-1 had created it (0 s, line 10)
          Task-1 ran because asyncio.run had started it (0 s, line 12)
    "#]],
    );
}

#[test]
fn results_come_as_they_are_ready() {
    printed(
        programs::AS_COMPLETED,
        "2",
        expect![[r#"
            Why was this printed now?
              Task-1 prints “2” (2 s, line 10)
              Task-1 went on because first, which it awaited, had all it needed (2 s)
              Task-2 is done (2 s, line 5)
              Task-2 went on because its sleep of 2 s was over (2 s)
              Task-2 began that sleep (0 s, line 5)
              Task-2 ran because Task-1 had created it (0 s, line 9)
              Task-1 ran because asyncio.run had started it (0 s, line 12)
        "#]],
    );
}

#[test]
fn somebody_asks_for_a_cancellation() {
    printed(
        programs::CANCEL,
        "cleaning up",
        expect![[r#"
        Why was this printed now?
          Task-2 prints “cleaning up” (1 s, line 8)
          Task-2 was cancelled because Task-1 asked for it (1 s, line 14)
          Task-1 went on because its sleep of 1 s was over (1 s)
          Task-1 began that sleep (0 s, line 13)
          Task-1 ran because asyncio.run had started it (0 s, line 20)
    "#]],
    );
    printed(
        programs::CANCEL,
        "cancelled",
        expect![[r#"
        Why was this printed now?
          Task-1 prints “cancelled” (2 s, line 18)
          Task-1 went on because Task-2, which it awaited, was cancelled (2 s, line 9)
          Task-2 went on because its sleep of 1 s was over (2 s)
          Task-2 began that sleep (1 s, line 9)
          Task-2 was cancelled because Task-1 asked for it (1 s, line 14)
          Task-1 went on because its sleep of 1 s was over (1 s)
          Task-1 began that sleep (0 s, line 13)
          Task-1 ran because asyncio.run had started it (0 s, line 20)
    "#]],
    );
    not_yet(
        programs::CANCEL,
        1,
        1.5,
        expect![[r#"
        Why does Task-2 not go on yet?
          Task-2 sleeps until 2 s (since 1 s, line 9)
          In this run, Task-2 goes on at 2 s
    "#]],
    );
}

#[test]
fn a_deadlock_in_all_languages() {
    let story = story(programs::DEADLOCK);
    let question = Question::WhyNotYet(Lane::Task(0), story.overview().end);
    let all = Language::ALL.map(|language| written(&ask(&story, language, question)));
    expect![[r#"
        Task-1 為什麼還不能繼續？
          Task-1 等待 asyncio.gather，共 2 個（從 0 秒起，第 13 行）
          Task-2 等待鎖 right（從 1 秒起，第 7 行）
          Task-3 持有鎖 right（從 0 秒起，第 5 行）
          Task-3 等待鎖 left（從 1 秒起，第 7 行）
          Task-2 持有鎖 left（從 0 秒起，第 5 行）
          Task-2、Task-3 互相等待，形成一圈：這是死結，沒有什麼能結束它
          已經沒有誰能結束這個等待：Task-1 永遠不能繼續
        Task-1 为什么还不能继续？
          Task-1 等待 asyncio.gather，共 2 个（从 0 秒开始，第 13 行）
          Task-2 等待锁 right（从 1 秒开始，第 7 行）
          Task-3 持有锁 right（从 0 秒开始，第 5 行）
          Task-3 等待锁 left（从 1 秒开始，第 7 行）
          Task-2 持有锁 left（从 0 秒开始，第 5 行）
          Task-2、Task-3 互相等待，形成一圈：这是死锁，没有什么能结束它
          已经没有谁能结束这个等待：Task-1 永远不能继续
        Why does Task-1 not go on yet?
          Task-1 waits for asyncio.gather of 2 (since 0 s, line 13)
          Task-2 waits for the lock right (since 1 s, line 7)
          Task-3 holds the lock right (since 0 s, line 5)
          Task-3 waits for the lock left (since 1 s, line 7)
          Task-2 holds the lock left (since 0 s, line 5)
          Task-2 and Task-3 wait for each other, in a circle: a deadlock, which nothing can end
          Nobody is left who could end that: Task-1 never goes on
    "#]]
    .assert_eq(&all.concat());
}

#[test]
fn whoever_is_not_there_waits_for_nothing() {
    let story = story(programs::GATHER);
    let about = |task| ask(&story, Language::English, Question::WhyNotYet(Lane::Task(task), Moment(1)));
    expect![[r#"
        Why does Task-2 not go on yet?
          Task-2 has not been created yet
    "#]]
    .assert_eq(&written(&about(1)));
    assert_eq!(about(99), Why::default());
}

/// Some moments of a run: all of a short one.
fn moments(story: &Story) -> impl Iterator<Item = u32> {
    let end = story.overview().end.0;
    (0..=end).step_by(1 + end as usize / 500)
}

#[test]
fn causes_come_before_their_effects() {
    for (name, program) in ALL {
        let story = story(program);
        for moment in moments(&story) {
            let why = ask(&story, Language::English, Question::Why(Moment(moment)));
            assert_eq!(why.links.is_empty(), moment == 0, "{name} {moment}");
            let when: Vec<_> = why.links.iter().map(|link| link.moment.expect("it has happened")).collect();
            assert!(when.is_sorted_by(|later, earlier| later >= earlier), "{name} {moment}: {when:?}");
            assert!(when.first().is_none_or(|first| *first == Moment(moment)), "{name} {moment}");
        }
    }
}

#[test]
fn everything_is_said_in_every_language() {
    for (name, program) in ALL {
        let story = story(program);
        let lanes = story.overview().lanes.min(8);
        for moment in moments(&story) {
            for language in Language::ALL {
                let sight = story.look(&asking(language, moment, None));
                assert_eq!(sight.position.sentence.is_empty(), moment == 0, "{name} {moment}");
                for task in 0..lanes {
                    let question = Question::WhyNotYet(Lane::Task(task), Moment(moment));
                    let links = ask(&story, language, question).links;
                    let said = links
                        .iter()
                        .all(|link| !link.sentence.contains("  ") && !link.sentence.starts_with(' '));
                    assert!(said, "{name} {moment} {links:?}");
                }
            }
        }
    }
}
