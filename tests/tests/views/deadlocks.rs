//! Runs that get stuck: who waits for whom, in words and as a picture, and how the timeline shows it.

use expect_test::{Expect, expect};
use interleave_text::Language;
use interleave_views::sight::{Aim, Axis, Deadlock, EdgeKind, Lane, Question};
use interleave_views::{Story, layout, transcript};

use super::pictures::{look, look_at, story};
use super::why::{ask, written as why_written};

/// Each of two tasks holds what the other waits for.
const CROSSED: &str = "\
import asyncio

async def move(name, one, other):
    async with one:
        await asyncio.sleep(1)
        async with other:
            print(name)

async def main():
    cups, spoons = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(move('tea', cups, spoons), move('soup', spoons, cups))

asyncio.run(main())
";

const NOBODY_SETS: &str = "\
import asyncio

async def guest(door):
    await door.wait()

async def main():
    door = asyncio.Event()
    async with asyncio.TaskGroup() as party:
        party.create_task(guest(door))
        party.create_task(guest(door))

asyncio.run(main())
";

fn written(deadlock: &Deadlock) -> String {
    let mut out: String = deadlock.waits.iter().map(|link| format!("{}\n", link.sentence)).collect();
    let nodes = &deadlock.graph.nodes;
    for node in nodes {
        out += &format!("[{} {}] {} ({})\n", node.column, node.row, node.name, node.note);
    }
    for edge in &deadlock.graph.edges {
        let line = match edge.kind {
            EdgeKind::WaitsFor => "->",
            EdgeKind::Holds => "==",
            EdgeKind::Created => "??",
        };
        out += &format!("{} {line} {}\n", nodes[edge.from as usize].name, nodes[edge.to as usize].name);
    }
    out
}

fn deadlock(story: &Story) -> Deadlock {
    story.deadlock(Language::English).expect("nothing can go on")
}

#[track_caller]
fn check(program: &str, expected: Expect) {
    expected.assert_eq(&written(&deadlock(&story(program))));
}

#[test]
fn a_ring_of_two() {
    check(
        CROSSED,
        expect![[r#"
            Task-1 waits for asyncio.gather of 2 (since 0 s, line 11)
            Task-2 waits for the lock spoons, held by Task-3 (since 1 s, line 6)
            Task-3 waits for the lock cups, held by Task-2 (since 1 s, line 6)
            Task-2 and Task-3 wait for each other, in a circle: a deadlock, which nothing can end
            [0 0] Task-1 (main())
            [0 1] Task-2 (move())
            [1 2] Task-3 (move())
            [0 2] cups (Lock held)
            [1 1] spoons (Lock held)
            Task-1 -> Task-2
            Task-1 -> Task-3
            Task-2 -> spoons
            Task-3 -> cups
            Task-2 == cups
            Task-3 == spoons
        "#]],
    );
}

#[test]
fn what_nobody_does() {
    check(
        NOBODY_SETS,
        expect![[r#"
            Task-1 waits for the tasks of the task group party (since 0 s, line 8)
            All tasks of the task group party have to end
            Task-2 waits for the event door (since 0 s, line 4)
            Somebody has to set the event door
            Task-3 waits for the event door (since 0 s, line 4)
            [0 0] Task-1 (main())
            [0 1] Task-2 (guest())
            [0 2] Task-3 (guest())
            [1 1] door (Event not set)
            Task-1 -> Task-2
            Task-1 -> Task-3
            Task-2 -> door
            Task-3 -> door
        "#]],
    );
}

#[test]
fn a_ring_without_things() {
    let program = "\
import asyncio

async def follow(other):
    await tasks[other]

async def main():
    tasks['a'] = asyncio.create_task(follow('b'), name='a')
    tasks['b'] = asyncio.create_task(follow('c'), name='b')
    tasks['c'] = asyncio.create_task(follow('a'), name='c')
    await tasks['a']

tasks = {}
asyncio.run(main())
";
    check(
        program,
        expect![[r#"
            Task-1 waits for a (since 0 s, line 10)
            a waits for b (since 0 s, line 4)
            b waits for c (since 0 s, line 4)
            c waits for a (since 0 s, line 4)
            a, b and c wait for each other, in a circle: a deadlock, which nothing can end
            [0 0] Task-1 (main())
            [0 1] a (follow())
            [1 1] b (follow())
            [0 2] c (follow())
            Task-1 -> a
            a -> b
            b -> c
            c -> a
        "#]],
    );
}

#[test]
fn who_holds_and_has_ended() {
    let program = "\
import asyncio

async def forget(lock):
    await lock.acquire()

async def main():
    lock = asyncio.Lock()
    await asyncio.create_task(forget(lock))
    async with lock:
        pass

asyncio.run(main())
";
    check(
        program,
        expect![[r#"
        Task-1 waits for the lock, held by Task-2 (since 0 s, line 9)
        [0 0] Task-1 (main())
        [0 1] Task-2 (forget())
        [1 0] lock (Lock held)
        Task-1 -> lock
        Task-2 == lock
    "#]],
    );
}

#[test]
fn a_thread_that_waits_for_itself() {
    check(
        "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n",
        expect![[r#"
        Main thread is blocked (since 0 s, line 4)
        [0 0] main thread ()
    "#]],
    );
}

#[test]
fn many_are_counted() {
    let program = "\
import asyncio

async def guest(door):
    await door.wait()

async def main():
    door = asyncio.Event()
    await asyncio.gather(*(guest(door) for _ in range(5000)))

asyncio.run(main())
";
    let deadlock = deadlock(&story(program));
    assert!(deadlock.graph.nodes.len() <= 16, "{}", deadlock.graph.nodes.len());
    assert_eq!(deadlock.more as usize + deadlock.waits.len(), 5001 + 1, "{:?}", deadlock.waits.last());
}

#[test]
fn a_long_chain_is_no_long_search() {
    let program = "\
import asyncio

async def follow(other):
    await other

async def main():
    last = asyncio.Future()
    for _ in range(20_000):
        last = asyncio.create_task(follow(last))
    await last

asyncio.run(main())
";
    assert_eq!(deadlock(&story(program)).graph.nodes.len(), 12);
}

#[test]
fn only_who_is_stuck_waits_for_ever() {
    let ended = story("import asyncio\nasyncio.run(asyncio.sleep(1))\n");
    assert_eq!((ended.deadlock(Language::English), ended.overview().stuck), (None, false));
    // A loop that is left behind leaves its tasks pending, and the program ends.
    let left = "import asyncio\nasync def nap():\n    await asyncio.sleep(9)\nloop = asyncio.new_event_loop()\ntask = loop.create_task(nap())\nloop.run_until_complete(asyncio.sleep(1))\n";
    assert_eq!(story(left).deadlock(Language::English), None);
}

#[test]
fn its_waits_reach_the_edge_of_the_timeline() {
    let story = story(CROSSED);
    assert_eq!(layout::extent(Axis::Time, &story.overview()), (0, 1_166_666_666));
    let timeline =
        look(&story, Aim::At(story.overview().end), Axis::Time, 600.0).timeline.expect("it was asked for");
    expect![[r#"
                           0 s       0.2 s     0.4 s     0.6 s      0.8 s     1 s
        main thread        #--------------------------------------------------#
          Task-1 main()    #~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~>
            Task-2 move()  #--------------------------------------------------#~~~~~~~>
            Task-3 move()  #--------------------------------------------------#~~~~~~~>
        # running   - sleeping   ~ waiting   > for ever
    "#]]
    .assert_eq(&transcript::bars(&timeline, Language::English, 600.0, 60));
}

#[test]
fn a_wait_that_nothing_ends_is_said_to_be_one() {
    let story = story(CROSSED);
    let moment = look_at(&story, 1.0).position.moment;
    for (language, expected) in Language::ALL.into_iter().zip([
        expect![[r#"
            Task-2 為什麼還不能繼續？
              Task-2 等待鎖 spoons（從 1 秒起，第 6 行）
              Task-3 持有鎖 spoons（從 0 秒起，第 4 行）
              Task-3 等待鎖 cups（從 1 秒起，第 6 行）
              Task-2 持有鎖 cups（從 0 秒起，第 4 行）
              Task-2、Task-3 互相等待，形成一圈：這是死結，沒有什麼能結束它
              已經沒有誰能結束這個等待：Task-2 永遠不能繼續
        "#]],
        expect![[r#"
            Task-2 为什么还不能继续？
              Task-2 等待锁 spoons（从 1 秒开始，第 6 行）
              Task-3 持有锁 spoons（从 0 秒开始，第 4 行）
              Task-3 等待锁 cups（从 1 秒开始，第 6 行）
              Task-2 持有锁 cups（从 0 秒开始，第 4 行）
              Task-2、Task-3 互相等待，形成一圈：这是死锁，没有什么能结束它
              已经没有谁能结束这个等待：Task-2 永远不能继续
        "#]],
        expect![[r#"
            Why does Task-2 not go on yet?
              Task-2 waits for the lock spoons (since 1 s, line 6)
              Task-3 holds the lock spoons (since 0 s, line 4)
              Task-3 waits for the lock cups (since 1 s, line 6)
              Task-2 holds the lock cups (since 0 s, line 4)
              Task-2 and Task-3 wait for each other, in a circle: a deadlock, which nothing can end
              Nobody is left who could end that: Task-2 never goes on
        "#]],
    ]) {
        let question = Question::WhyNotYet(Lane::Task(1), moment);
        let why = ask(&story, language, question);
        expected.assert_eq(&why_written(&why));
    }
}
