//! The graph of a program, as text.

use std::fmt::Write;

use expect_test::{Expect, expect};
use interleave_edits::Program;
use interleave_edits::graph::{Node, ProgramGraph, Step, Times};

fn check(text: &str, expected: Expect) {
    let program = Program::read(text).expect("it is a program");
    expected.assert_eq(&told(text, &ProgramGraph::of(&program)));
}

fn told(text: &str, graph: &ProgramGraph) -> String {
    let mut told = String::new();
    for card in &graph.cards {
        writeln!(told, "{:?} {}({})", card.kind, card.name, card.parameters.join(", ")).unwrap();
        steps(text, &card.steps, 1, &mut told);
    }
    for thing in &graph.things {
        let number = thing.number.as_ref().map_or("", |number| number.span.of(text).unwrap());
        writeln!(told, "{:?} {} {number}", thing.kind, thing.name).unwrap();
    }
    for edge in &graph.edges {
        let name = |card: u32| match graph.cards[card as usize].name.as_str() {
            "" => "(script)".to_owned(),
            name => name.to_owned(),
        };
        let to = match edge.to {
            Node::Card(card) => name(card),
            Node::Thing(thing) => graph.things[thing as usize].name.clone(),
        };
        let times = match edge.times {
            Times::Exactly(1) => String::new(),
            Times::Exactly(times) => format!(" ×{times}"),
            Times::Many => " ×n".to_owned(),
        };
        writeln!(told, "{} {:?} {to}{times}", name(edge.from), edge.kind).unwrap();
    }
    told
}

fn steps(text: &str, all: &[Step], depth: usize, told: &mut String) {
    for step in all {
        let indent = "  ".repeat(depth);
        write!(told, "{indent}{:?}: {}", step.kind, step.head.of(text).unwrap()).unwrap();
        for field in &step.fields {
            write!(told, " [{:?} {}]", field.role, field.span.of(text).unwrap()).unwrap();
        }
        told.push('\n');
        for block in &step.blocks {
            if !block.label.is_empty() {
                writeln!(told, "{indent}  ({})", block.label).unwrap();
            }
            steps(text, &block.steps, depth + 1, told);
        }
    }
}

#[test]
fn jobs_share_a_semaphore() {
    check(
        r#"import asyncio

async def job(number, permits):
    """Works."""
    async with permits:
        print(f"{number} begins")
        await asyncio.sleep(1)

async def main():
    permits = asyncio.Semaphore(3)
    await asyncio.gather(*(job(number, permits) for number in range(12)))

asyncio.run(main())
"#,
        expect![[r#"
            Coroutine job(number, permits)
              Hold: async with permits
                Print: print(f"{number} begins") [Text f"{number} begins"]
                Sleep: await asyncio.sleep(1) [Delay 1]
            Coroutine main()
              Make: permits = asyncio.Semaphore(3) [Permits 3]
              Gather: await asyncio.gather(*(job(number, permits) for number in range(12))) [Times 12]
            Script ()
              Run: asyncio.run(main())
            Semaphore permits 3
            (script) Creates main
            job Uses permits
            main Creates job ×12
        "#]],
    );
}

#[test]
fn producers_and_consumers_share_a_queue() {
    check(
        r#"import asyncio
from asyncio import Queue, create_task

async def produce(queue):
    for item in range(5):
        await queue.put(item)
        await asyncio.sleep(0.5)
    await queue.put(None)

async def consume(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
        queue.task_done()

async def main():
    queue = Queue(maxsize=2)
    producer = create_task(produce(queue))
    consumers = [create_task(consume(queue)) for _ in range(2)]
    await producer
    await asyncio.gather(*consumers)

asyncio.run(main())
"#,
        expect![[r#"
            Coroutine produce(queue)
              Loop: for item in range(5) [Times 5]
                Put: await queue.put(item)
                Sleep: await asyncio.sleep(0.5) [Delay 0.5]
              Put: await queue.put(None) [Text None]
            Coroutine consume(queue)
              Loop: while (item := await queue.get()) is not None
                Print: print("got", item) [Text "got"]
                TaskDone: queue.task_done()
            Coroutine main()
              Make: queue = Queue(maxsize=2) [Size 2]
              CreateTask: producer = create_task(produce(queue))
              CreateTask: consumers = [create_task(consume(queue)) for _ in range(2)]
              Await: await producer
              Gather: await asyncio.gather(*consumers)
            Script ()
              Run: asyncio.run(main())
            Queue queue 2
            (script) Creates main
            produce Puts queue ×5
            produce Puts queue
            consume Gets queue ×n
            main Creates produce
            main Creates consume ×2
            main Awaits produce
            main Awaits consume
        "#]],
    );
}

#[test]
fn a_future_is_set_by_one_and_awaited_by_another() {
    check(
        r#"import asyncio

async def cook(dish):
    await asyncio.sleep(2)
    dish.set_result("soup")

async def main():
    loop = asyncio.get_running_loop()
    dish = loop.create_future()
    loop.call_later(1, print, "soon")
    async with asyncio.TaskGroup() as group:
        group.create_task(cook(dish))
        try:
            async with asyncio.timeout(3):
                print(await dish)
        except TimeoutError:
            print("too late")
        else:
            return

asyncio.run(main())
"#,
        expect![[r#"
            Coroutine cook(dish)
              Sleep: await asyncio.sleep(2) [Delay 2]
              SetResult: dish.set_result("soup") [Text "soup"]
            Coroutine main()
              Code: loop = asyncio.get_running_loop()
              Make: dish = loop.create_future()
              CallLater: loop.call_later(1, print, "soon") [Delay 1]
              TaskGroup: async with asyncio.TaskGroup() as group
                CreateTask: group.create_task(cook(dish))
                Try: try
                  Timeout: async with asyncio.timeout(3) [Deadline 3]
                    Print: print(await dish)
                  (except TimeoutError)
                  Print: print("too late") [Text "too late"]
                  (else)
                  Return: return
            Script ()
              Run: asyncio.run(main())
            Future dish 
            (script) Creates main
            cook Sets dish
            main Creates cook
            main Awaits dish
        "#]],
    );
}

#[test]
fn methods_threads_and_events() {
    check(
        r#"import asyncio, time

class Shop:
    def __init__(self):
        self.open = asyncio.Event()
        self.counter = asyncio.Lock()

    async def serve(self, name):
        await self.open.wait()
        async with self.counter:
            await asyncio.to_thread(bake, name)

    def start(self):
        self.open.set()

def bake(name):
    time.sleep(1)
    print(name)

def unrelated():
    return 1

async def main():
    shop = Shop()
    waiting = asyncio.create_task(shop.serve("ann"))
    await asyncio.sleep(unrelated())
    shop.start()
    result = await asyncio.wait_for(waiting, 5)
    waiting.cancel()

asyncio.run(main())
"#,
        expect![[r#"
            Coroutine Shop.serve(self, name)
              WaitThing: await self.open.wait()
              Hold: async with self.counter
                InThread: await asyncio.to_thread(bake, name)
            Function Shop.start(self)
              SetEvent: self.open.set()
            Function bake(name)
              BlockingSleep: time.sleep(1) [Delay 1]
              Print: print(name)
            Coroutine main()
              Code: shop = Shop()
              CreateTask: waiting = asyncio.create_task(shop.serve("ann")) [Text "ann"]
              Sleep: await asyncio.sleep(unrelated())
              Code: shop.start()
              WaitFor: result = await asyncio.wait_for(waiting, 5) [Deadline 5]
              Cancel: waiting.cancel()
            Script ()
              Run: asyncio.run(main())
            Event open 
            Lock counter 
            (script) Creates main
            Shop.serve Uses open
            Shop.serve Uses counter
            Shop.serve Schedules bake
            Shop.start Sets open
            main Creates Shop.serve
            main Calls Shop.start
            main Awaits Shop.serve
        "#]],
    );
}
