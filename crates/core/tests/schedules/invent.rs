//! Invents scripts: one for each seed, mixing everything that asyncio schedules with.
//! Each comes to an end, or to a deadlock, by itself: nothing in it loops for ever.

use std::fmt::Write as _;

/// A script, from a seed.
pub(crate) fn script(seed: u64) -> String {
    let mut inventor =
        Inventor { random: Random(seed), text: String::new(), labels: 0, tasks: 0, helpers: 0, writing: 0 };
    inventor.script();
    inventor.text
}

const GLOBALS: &str = "\
lock = Lock()
permits = Semaphore(2)
bounded = BoundedSemaphore(1)
flag = Event()
news = Condition()
queue = Queue(2)
stack = LifoQueue()
ordered = PriorityQueue(3)
meeting = Barrier(2)
pool = Pool(2)
";

const FUNCTIONS: &str = "\
def job:
  block(0.3)
  return 7
def bad_job:
  block(0.1)
  raise OSError('job')
def chime:
  print chimes
def tell(done):
  print told {done.cancelled()}
";

/// Delays that meet each other often.
const DELAYS: [&str; 8] = ["0", "0", "0.1", "0.2", "0.25", "0.5", "0.75", "1"];

struct Inventor {
    random: Random,
    text: String,
    labels: u32,
    tasks: u64,
    helpers: u64,
    /// Tasks from this one on may be awaited by the body that is written.
    writing: u64,
}

impl Inventor {
    fn script(&mut self) {
        self.tasks = 2 + self.random.below(4);
        self.helpers = 2;
        self.text.push_str(GLOBALS);
        self.text.push_str("main:\n");
        for future in ["first", "second"] {
            self.line(1, &format!("{future} = Future()"));
        }
        for task in 0..self.tasks {
            self.line(1, &format!("spawn t{task}"));
        }
        self.steps(1, 4);
        self.line(1, "try:");
        let last = self.random.below(self.tasks);
        self.line(2, &format!("await t{last}"));
        self.line(1, "except BaseException as error:");
        self.line(2, "print main ends with {error}");
        for task in 0..self.tasks {
            let _ = writeln!(self.text, "t{task}:");
            self.writing = task + 1;
            self.steps(1, 6);
        }
        for helper in 0..self.helpers {
            let _ = writeln!(self.text, "h{helper}:");
            self.print(1);
            let delay = self.delay();
            self.line(1, &format!("await sleep({delay})"));
            match self.random.below(3) {
                0 => self.line(1, "raise ValueError('helper')"),
                _ => self.line(1, &format!("return {helper}")),
            }
        }
        self.text.push_str(FUNCTIONS);
    }

    fn steps(&mut self, depth: usize, most: u64) {
        for _ in 0..=self.random.below(most) {
            self.step(depth);
        }
    }

    fn line(&mut self, depth: usize, text: &str) {
        let _ = writeln!(self.text, "{:indent$}{text}", "", indent = depth * 2);
    }

    fn print(&mut self, depth: usize) {
        self.labels += 1;
        let label = self.labels;
        self.line(depth, &format!("print p{label}"));
    }

    fn delay(&mut self) -> &'static str {
        self.random.of(&DELAYS)
    }

    fn task(&mut self) -> String {
        format!("t{}", self.random.below(self.tasks))
    }

    /// A task that may be awaited: a later one, since from a ring of tasks that await each
    /// other CPython comes back with a full stack, if it is cancelled.
    fn later(&mut self) -> String {
        if self.writing < self.tasks {
            format!("t{}", self.writing + self.random.below(self.tasks - self.writing))
        } else {
            format!("create_task(h{}())", self.random.below(self.helpers))
        }
    }

    fn step(&mut self, depth: usize) {
        match self.random.below(12) {
            0 | 1 => self.print(depth),
            2 => {
                let delay = self.delay();
                self.line(depth, &format!("await sleep({delay})"));
            }
            3..=5 => self.awaiting(depth),
            6 | 7 => self.changing(depth),
            8 | 9 if depth < 4 => self.block(depth),
            10 if depth < 4 => self.careful(depth),
            _ => self.print(depth),
        }
    }

    /// Something that may suspend, and may raise.
    fn awaiting(&mut self, depth: usize) {
        let (one, other) = (self.later(), self.later());
        let (delay, longer) = (self.delay(), self.delay());
        let line = match self.random.below(23) {
            0 => format!("await {one}"),
            1 => format!("got = await gather({one}, {other})"),
            2 => format!("got = await gather({one}, sleep({delay}), return_exceptions=True)"),
            3 => "got = await gather(h0(), h1())".to_owned(),
            4 => format!("await wait([{one}, {other}], return_when='FIRST_COMPLETED')"),
            5 => format!("await wait([{one}, {other}], timeout={delay}, return_when='FIRST_EXCEPTION')"),
            6 => format!("await wait_for({one}, {delay})"),
            7 => format!("await wait_for(sleep({longer}), {delay})"),
            8 => format!("await wait_for(queue.get(), {delay})"),
            9 => format!("await shield({one})"),
            10 => format!("await wait_for(shield({one}), {delay})"),
            11 => "await queue.put(1)".to_owned(),
            12 => "got = await queue.get()".to_owned(),
            13 => "await flag.wait()".to_owned(),
            14 => "await first".to_owned(),
            15 => "await wait_for(second, 0.5)".to_owned(),
            16 => "await meeting.wait()".to_owned(),
            17 => "got = await to_thread(job)".to_owned(),
            18 => format!("got = await run_in_executor(pool, {})", self.random.of(&["job", "bad_job"])),
            19 => "got = await ordered.get()".to_owned(),
            20 => format!("await ordered.put({})", self.random.below(5)),
            21 => format!("await wait_for(permits.acquire(), {delay})"),
            _ => "await stack.get()".to_owned(),
        };
        self.line(depth, &line);
    }

    /// Something that never suspends.
    fn changing(&mut self, depth: usize) {
        let (one, delay) = (self.task(), self.delay());
        let line = match self.random.below(21) {
            0 | 1 => format!("{one}.cancel()"),
            2 => format!("{one}.cancel('stop')"),
            3 => "first.set_result(3)".to_owned(),
            4 => "second.set_exception(ValueError('second'))".to_owned(),
            5 => self.random.of(&["first.cancel()", "second.cancel()"]).to_owned(),
            6 => "flag.set()".to_owned(),
            7 => "flag.clear()".to_owned(),
            8 => "queue.put_nowait(2)".to_owned(),
            9 => "queue.get_nowait()".to_owned(),
            10 => "call_soon(chime)".to_owned(),
            11 => format!("timer = call_later({delay}, chime)"),
            12 => format!("call_at({delay}, chime)"),
            13 => format!("{one}.add_done_callback(tell)"),
            14 => "block(0.2)".to_owned(),
            15 => self.random.of(&["raise ValueError('step')", "return 5"]).to_owned(),
            16 => format!("print {{{one}.cancelling()}} {{{one}.done()}}"),
            17 => "current_task().uncancel()".to_owned(),
            18 => "stack.put_nowait(4)".to_owned(),
            19 => self
                .random
                .of(&["queue.shutdown()", "queue.shutdown(True)", "await meeting.abort()"])
                .to_owned(),
            _ => self
                .random
                .of(&["permits.release()", "queue.task_done()", "await meeting.reset()"])
                .to_owned(),
        };
        self.line(depth, &line);
    }

    /// Something around other steps.
    fn block(&mut self, depth: usize) {
        let delay = self.delay();
        let head = match self.random.below(10) {
            0 | 1 => "with lock:".to_owned(),
            2 | 3 => "with permits:".to_owned(),
            4 => "with bounded:".to_owned(),
            5 => format!("with timeout({delay}):"),
            6 => "with news:".to_owned(),
            7 => "with TaskGroup() as group:".to_owned(),
            8 => "repeat 2:".to_owned(),
            _ => "async for done in as_completed([h0(), h1()], timeout=0.6):".to_owned(),
        };
        self.line(depth, &head);
        match head.as_str() {
            "with news:" => {
                let line = self.random.of(&["await news.wait()", "news.notify()", "news.notify_all()"]);
                self.line(depth + 1, line);
            }
            "with TaskGroup() as group:" => {
                let helper = self.random.below(self.helpers);
                self.line(depth + 1, &format!("group.create_task(h{helper}())"));
            }
            _ => {}
        }
        self.print(depth + 1);
        self.steps(depth + 1, 3);
    }

    /// Steps whose exceptions are met.
    fn careful(&mut self, depth: usize) {
        self.line(depth, "try:");
        self.steps(depth + 1, 3);
        match self.random.below(4) {
            0 => {
                self.line(depth, "finally:");
                self.print(depth + 1);
                let delay = self.delay();
                self.line(depth + 1, &format!("await sleep({delay})"));
            }
            1 => {
                self.line(depth, "except CancelledError as error:");
                self.line(depth + 1, "print cancelled {error}");
                self.steps(depth + 1, 2);
            }
            2 => {
                self.line(depth, "except CancelledError:");
                self.print(depth + 1);
                self.line(depth + 1, "raise");
            }
            _ => {
                self.line(depth, "except BaseException as error:");
                self.line(depth + 1, "print met {error}");
            }
        }
    }
}

/// SplitMix64: small, well known, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    fn of<'items>(&mut self, items: &[&'items str]) -> &'items str {
        items[usize::try_from(self.below(items.len() as u64)).unwrap_or(0)]
    }
}
