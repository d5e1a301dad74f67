//! Statements about locks, semaphores, events, conditions, barriers and queues. A program
//! keeps up to two of each kind at its module's level, so that all its tasks meet there.

use super::program::{Generator, LOOP};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Lock,
    Event,
    Condition,
    Semaphore(usize),
    Bounded(usize),
    Barrier(usize),
    Queue(usize),
    Priority(usize),
    Lifo(usize),
}

impl Kind {
    pub(crate) fn construction(self) -> String {
        match self {
            Self::Lock => "asyncio.Lock()".to_owned(),
            Self::Event => "asyncio.Event()".to_owned(),
            Self::Condition => "asyncio.Condition()".to_owned(),
            Self::Semaphore(permits) => format!("asyncio.Semaphore({permits})"),
            Self::Bounded(permits) => format!("asyncio.BoundedSemaphore({permits})"),
            Self::Barrier(parties) => format!("asyncio.Barrier({parties})"),
            Self::Queue(0) => "asyncio.Queue()".to_owned(),
            Self::Queue(size) => format!("asyncio.Queue(maxsize={size})"),
            Self::Priority(size) => format!("asyncio.PriorityQueue({size})"),
            Self::Lifo(size) => format!("asyncio.LifoQueue({size})"),
        }
    }

    /// What lets go whoever waits for it.
    pub(crate) fn release(self, name: &str) -> String {
        match self {
            Self::Lock => String::new(),
            Self::Event => format!("{name}.set()"),
            Self::Condition => format!(
                "
                async with {name}:
                    {name}.notify_all()
                "
            ),
            Self::Semaphore(_) => format!("{name}.release()"),
            Self::Bounded(_) => format!(
                "
                try:
                    {name}.release()
                except ValueError as error:
                    say(error)
                "
            ),
            Self::Barrier(_) => format!("await {name}.abort()"),
            Self::Queue(_) | Self::Priority(_) | Self::Lifo(_) => format!("{name}.shutdown(immediate=True)"),
        }
    }

    fn stem(self) -> &'static str {
        match self {
            Self::Lock => "lock",
            Self::Event => "event",
            Self::Condition => "condition",
            Self::Semaphore(_) => "semaphore",
            Self::Bounded(_) => "bounded",
            Self::Barrier(_) => "barrier",
            Self::Queue(_) => "queue",
            Self::Priority(_) => "priority",
            Self::Lifo(_) => "lifo",
        }
    }
}

impl Generator {
    /// One of the program's primitives that are alike but for their numbers.
    fn primitive(&mut self, kind: Kind) -> String {
        let alike = |other: Kind| std::mem::discriminant(&other) == std::mem::discriminant(&kind);
        let made: Vec<_> =
            self.primitives.iter().filter(|(other, _)| alike(*other)).map(|(_, name)| name.clone()).collect();
        if made.len() == 2 || (!made.is_empty() && self.random.chance(75)) {
            return made[self.random.below(made.len())].clone();
        }
        let name = self.name(kind.stem());
        self.primitives.push((kind, name.clone()));
        name
    }

    fn semaphore(&mut self) -> String {
        let permits = self.random.between(1, 3);
        if self.random.chance(60) {
            self.primitive(Kind::Semaphore(permits))
        } else {
            self.primitive(Kind::Bounded(permits))
        }
    }

    /// Holds a lock or a permit over a few statements.
    pub(crate) fn hold(&mut self) {
        let is_lock = self.random.chance(45) && !self.scope.holding;
        let name = if is_lock { self.primitive(Kind::Lock) } else { self.semaphore() };
        let label = self.label();
        let body = |generator: &mut Self| {
            generator.scope.holding = true;
            generator.put(format!("say({label}, {name}.locked())"));
            let count = generator.random.between(1, 2);
            generator.statements(count);
        };
        match self.random.below(4) {
            0 => {
                self.put(format!("await {name}.acquire()"));
                self.block("try:", body);
                self.put(format!(
                    "
                    finally:
                        {name}.release()
                    "
                ));
            }
            1 => self.block("for turn in range(2):", |generator| {
                generator.block(format!("async with {name}:"), body);
            }),
            _ => self.block(format!("async with {name}:"), body),
        }
        if self.random.chance(25) {
            let label = self.label();
            self.put(format!("say({label}, {name})"));
        }
    }

    /// One release too many, or a permit wanted for a while only.
    pub(crate) fn permit(&mut self) {
        let label = self.label();
        match self.random.below(3) {
            0 => {
                let lock = self.primitive(Kind::Lock);
                self.put(format!("say({label}, {lock}.locked())"));
                self.guarded(|generator| {
                    generator.put(format!(
                        "
                        if not {lock}.locked():
                            {lock}.release()
                        "
                    ));
                });
            }
            1 => {
                let bounded = self.primitive(Kind::Bounded(2));
                self.guarded(|generator| {
                    generator.put(format!(
                        "
                        {bounded}.release()
                        say({label}, {bounded})
                        "
                    ))
                });
            }
            _ => {
                let (name, limit) = (self.semaphore(), self.limit());
                self.guarded(|generator| {
                    generator.put(format!(
                        "
                        say({label}, await asyncio.wait_for({name}.acquire(), {limit}))
                        {name}.release()
                        "
                    ));
                });
            }
        }
    }

    pub(crate) fn event(&mut self) {
        let (event, label) = (self.primitive(Kind::Event), self.label());
        match self.random.below(7) {
            0 => self.put(format!(
                "
                {event}.set()
                say({label}, {event}.is_set())
                "
            )),
            1 => self.put(format!(
                "
                {event}.clear()
                say({label}, {event})
                "
            )),
            2 => self.put(format!(
                "
                {event}.set()
                {event}.clear()
                "
            )),
            3 => {
                let delay = self.delay();
                self.put(format!("{LOOP}.call_later({delay}, {event}.set)"));
                self.put(format!("say({label}, await {event}.wait())"));
            }
            4 => {
                let task = self.task_of(&format!("{event}.wait()"));
                self.put(format!("say({label}, {task}.done())"));
            }
            _ => {
                let limit = self.limit();
                self.guarded(|generator| {
                    generator.put(format!("say({label}, await asyncio.wait_for({event}.wait(), {limit}))"));
                });
            }
        }
    }

    pub(crate) fn condition(&mut self) {
        let (condition, label) = (self.primitive(Kind::Condition), self.label());
        if self.scope.holding {
            return self.put(format!("say({label}, {condition}.locked())"));
        }
        let limit = self.limit();
        match self.random.below(6) {
            0 => {
                let count = self.random.between(1, 2);
                self.put(format!(
                    "
                    async with {condition}:
                        {condition}.notify({count})
                    "
                ));
            }
            1 => self.put(format!(
                "
                async with {condition}:
                    {condition}.notify_all()
                    say({label})
                "
            )),
            2 => self.guarded(|generator| {
                generator.put(format!(
                    "
                    {condition}.notify()
                    say({label})
                    "
                ))
            }),
            3 => {
                let (items, waiter) = (self.name("items"), self.name("waiter"));
                self.put(format!(
                    "
                    {items} = []
                    async def {waiter}(n):
                        async with {condition}:
                            await {condition}.wait_for(lambda: len({items}) >= n)
                            say({label}, {items})
                    "
                ));
                let (least, delay) = (self.random.between(1, 2), self.delay());
                let task = self.task_of(&format!("{waiter}({least})"));
                self.block("for item in range(2):", |generator| {
                    generator.put(format!(
                        "
                        await asyncio.sleep({delay})
                        async with {condition}:
                            {items}.append(item)
                            {condition}.notify()
                        "
                    ));
                });
                self.put(format!("await {task}"));
            }
            4 => self.guarded(|generator| {
                generator.put(format!(
                    "
                    async with asyncio.timeout({limit}):
                        async with {condition}:
                            say({label}, await {condition}.wait())
                    "
                ));
            }),
            _ => self.guarded(|generator| {
                generator.put(format!(
                    "
                    async with {condition}:
                        say({label}, await asyncio.wait_for({condition}.wait(), {limit}))
                    "
                ));
            }),
        }
    }

    pub(crate) fn barrier(&mut self) {
        let parties = self.random.between(2, 3);
        let (barrier, label) = (self.primitive(Kind::Barrier(parties)), self.label());
        match self.random.below(6) {
            0 => self.put(format!("say({label}, {barrier}.parties, {barrier}.n_waiting, {barrier}.broken)")),
            1 => {
                let end = self.random.pick(&["reset", "abort"]);
                self.put(format!("await {barrier}.{end}()"));
            }
            2 => self.guarded(|generator| {
                generator.put(format!(
                    "
                    meeting = [{barrier}.wait() for _ in range({barrier}.parties)]
                    say({label}, sorted(await asyncio.gather(*meeting)))
                    "
                ));
            }),
            3 => {
                self.task_of(&format!("{barrier}.wait()"));
            }
            4 => {
                let limit = self.limit();
                self.guarded(|generator| {
                    generator.put(format!(
                        "
                        async with asyncio.timeout({limit}):
                            async with {barrier} as place:
                                say({label}, place, {barrier})
                        "
                    ));
                });
            }
            _ => {
                let limit = self.limit();
                self.guarded(|generator| {
                    generator.put(format!("say({label}, await asyncio.wait_for({barrier}.wait(), {limit}))"));
                });
            }
        }
    }

    /// Something of a queue, and what can be put there.
    fn queue(&mut self) -> (String, String) {
        let size = self.random.pick(&[0, 0, 1, 2, 3]);
        let (label, number) = (self.label(), self.number());
        match self.random.below(4) {
            0 => (self.primitive(Kind::Priority(size)), format!("({number}, {label})")),
            1 => (self.primitive(Kind::Lifo(size)), label),
            _ => (self.primitive(Kind::Queue(size)), label),
        }
    }

    pub(crate) fn queueing(&mut self) {
        let (queue, item) = self.queue();
        let (label, limit) = (self.label(), self.limit());
        match self.random.below(12) {
            0 | 1 => self.guarded(|generator| {
                generator.put(format!(
                    "
                    {queue}.put_nowait({item})
                    say({label}, {queue}.qsize())
                    "
                ));
            }),
            2 | 3 => self.guarded(|generator| generator.put(format!("say({label}, {queue}.get_nowait())"))),
            4 => self.put(format!("say({label}, {queue}.qsize(), {queue}.empty(), {queue}.full())")),
            5 => self.guarded(|generator| {
                generator.put(format!(
                    "
                    {queue}.task_done()
                    say({label})
                    "
                ))
            }),
            6 => self.guarded(|generator| {
                generator.put(format!(
                    "
                    await asyncio.wait_for({queue}.join(), {limit})
                    say({label})
                    "
                ));
            }),
            7 | 8 => self.guarded(|generator| {
                generator.put(format!(
                    "
                    await {queue}.put({item})
                    say({label}, {queue})
                    "
                ))
            }),
            9 => {
                let task = self.task_of(&format!("{queue}.get()"));
                self.put(format!(
                    "
                    await asyncio.sleep(0)
                    say({label}, {task}.done())
                    "
                ));
            }
            10 if self.random.chance(30) => {
                let immediate = self.random.pick(&["", "immediate=True"]);
                self.put(format!(
                    "
                    {queue}.shutdown({immediate})
                    say({label}, {queue})
                    "
                ));
            }
            _ => self.guarded(|generator| {
                generator.put(format!("say({label}, await asyncio.wait_for({queue}.get(), {limit}))"));
            }),
        }
    }

    /// Producers, workers, `join`, and workers that are cancelled or sent home.
    pub(crate) fn work_off(&mut self) {
        let (queue, worker, workers) = (self.name("jobs"), self.name("worker"), self.name("workers"));
        let (label, delay) = (self.label(), self.delay());
        let class = self.random.pick(&["Queue", "Queue", "PriorityQueue", "LifoQueue"]);
        let size = self.random.pick(&["", "2", "maxsize=1"]);
        self.put(format!("{queue} = asyncio.{class}({size})"));
        self.block(format!("async def {worker}():"), |generator| {
            generator.block("while True:", |generator| {
                generator.put(format!("item = await {queue}.get()"));
                generator.block("try:", |generator| {
                    generator.put(format!(
                        "
                        say({label}, item)
                        await asyncio.sleep({delay})
                        "
                    ));
                    if generator.random.chance(25) {
                        let exception = generator.exception();
                        generator.put(format!(
                            "
                            if item == 2:
                                raise {exception}
                            "
                        ));
                    }
                });
                generator.put(format!(
                    "
                    finally:
                        {queue}.task_done()
                    "
                ));
            });
        });
        let (crew, amount) = (self.random.between(1, 3), self.random.between(2, 5));
        self.put(format!("{workers} = [asyncio.create_task({worker}()) for _ in range({crew})]"));
        self.block(format!("for item in range({amount}):"), |generator| {
            generator.put(format!("await {queue}.put(item)"));
        });
        let end = self.label();
        if self.random.chance(25) {
            self.put(format!("{queue}.shutdown()"));
        } else {
            let limit = self.random.pick(&["1", "2"]);
            self.put(format!(
                "
                try:
                    await asyncio.wait_for({queue}.join(), {limit})
                except TimeoutError:
                    say({end}, {queue}.qsize())
                "
            ));
            self.put(format!(
                "
                for task in {workers}:
                    task.cancel()
                "
            ));
        }
        self.put(format!("say({end}, await asyncio.gather(*{workers}, return_exceptions=True))"));
    }
}
