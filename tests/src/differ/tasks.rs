//! Statements about tasks: made, awaited, cancelled, looked at, and combined by gather, wait,
//! wait_for, timeout, shield, as_completed and task groups.

use super::program::{Generator, LOOP};

impl Generator {
    /// A new task of this coroutine, bound to a name.
    pub(crate) fn task_of(&mut self, coroutine: &str) -> String {
        let task = self.name("task");
        let made = match self.random.below(10) {
            0..3 => {
                let name = self.label();
                format!("asyncio.create_task({coroutine}, name={name})")
            }
            3 => format!("asyncio.ensure_future({coroutine})"),
            4 => format!("{LOOP}.create_task({coroutine})"),
            _ => format!("asyncio.create_task({coroutine})"),
        };
        self.put(format!("{task} = {made}"));
        self.scope.tasks.push(task.clone());
        task
    }

    fn new_task(&mut self) -> String {
        let call = self.call();
        self.task_of(&call)
    }

    fn some_task(&mut self) -> String {
        if self.scope.tasks.is_empty() || self.random.chance(25) {
            self.new_task()
        } else {
            let at = self.random.below(self.scope.tasks.len());
            self.scope.tasks[at].clone()
        }
    }

    /// A coroutine, a task, or a future that shields one.
    fn awaitable(&mut self) -> String {
        match self.random.below(6) {
            0 | 1 if !self.scope.tasks.is_empty() => self.some_task(),
            2 => {
                let call = self.call();
                format!("asyncio.create_task({call})")
            }
            _ => self.call(),
        }
    }

    pub(crate) fn start_task(&mut self) {
        let task = self.new_task();
        if self.random.chance(25) {
            let callback = self.done_callback();
            self.put(format!("{task}.add_done_callback({callback})"));
        }
        if self.random.chance(30) {
            let delay = self.delay();
            self.put(format!("await asyncio.sleep({delay})"));
        }
    }

    pub(crate) fn join_task(&mut self) {
        let (task, label) = (self.some_task(), self.label());
        self.guarded(|generator| generator.put(format!("say({label}, await {task})")));
    }

    pub(crate) fn cancel_task(&mut self) {
        let (task, label, message) = (self.some_task(), self.label(), self.label());
        if self.random.chance(40) {
            let delay = self.delay();
            self.put(format!("await asyncio.sleep({delay})"));
        }
        let request = match self.random.below(4) {
            0 => format!("cancel(msg={message})"),
            1 => format!("cancel({message})"),
            _ => "cancel()".to_owned(),
        };
        self.put(format!("say({label}, {task}.{request}, {task}.cancelling())"));
        match self.random.below(4) {
            0 => self.put(format!("say({task}.uncancel())")),
            1 => {}
            _ => self.guarded(|generator| generator.put(format!("say({label}, await {task})"))),
        }
    }

    pub(crate) fn look_at_task(&mut self) {
        let (task, label) = (self.some_task(), self.label());
        match self.random.below(8) {
            0 => self.put(format!("say({label}, {task})")),
            1 => self.put(format!("say({label}, {task}.get_name(), {task}.done(), {task}.cancelled())")),
            2 => self.put(format!(
                "
                {task}.set_name({label})
                say({task}.get_name(), {task}.cancelling())
                "
            )),
            3 => self.put(format!("say({label}, {task}.get_coro().__qualname__)")),
            4 => self.put(format!("say({label}, len({task}.get_stack()))")),
            5 => self.put(format!("{task}.print_stack(file=sys.stdout)")),
            6 => self.put(format!(
                "
                try:
                    say({label}, {task}.result())
                except (Exception, asyncio.CancelledError) as error:
                    say({label}, repr(error))
                "
            )),
            _ => self.put(format!(
                "
                try:
                    say({label}, repr({task}.exception()))
                except (asyncio.InvalidStateError, asyncio.CancelledError) as error:
                    say({label}, repr(error))
                "
            )),
        }
    }

    pub(crate) fn look_at_self(&mut self) {
        let label = self.label();
        let current = "asyncio.current_task()";
        match self.random.below(6) {
            0 => self.put(format!("say({label}, sorted(task.get_name() for task in asyncio.all_tasks()))")),
            1 => self.put(format!("say({label}, len(asyncio.all_tasks()))")),
            2 => self.put(format!(
                "
                {current}.set_name({label})
                say({current}.get_name())
                "
            )),
            3 => self.put(format!("say({label}, {current})")),
            4 => self.put(format!("say({label}, asyncio.get_event_loop() is {LOOP})")),
            _ => self.put(format!("say({label}, {current}.cancelling(), {current}.done())")),
        }
    }

    pub(crate) fn cancel_self(&mut self) {
        let (label, delay) = (self.label(), self.delay());
        self.put(format!("asyncio.current_task().cancel({label})"));
        self.guarded(|generator| {
            generator.put(format!(
                "
                await asyncio.sleep({delay})
                say({label})
                "
            ))
        });
        if self.random.chance(50) {
            self.put(format!("say({label}, asyncio.current_task().uncancel())"));
        }
    }

    pub(crate) fn gather(&mut self) {
        let (label, number) = (self.label(), self.random.between(2, 4));
        let mut parts: Vec<_> = (0..self.random.between(2, 4)).map(|_| self.awaitable()).collect();
        if self.random.chance(20) {
            let inner = self.calls(1, 2).join(", ");
            let exceptions = self.random.pick(&["", ", return_exceptions=True"]);
            parts.push(format!("asyncio.gather({inner}{exceptions})"));
        }
        if self.random.chance(25) {
            let call = self.call();
            parts = vec![format!("*({call} for _ in range({number}))")];
        }
        let exceptions = self.random.pick(&[
            "",
            "",
            ", return_exceptions=True",
            ", return_exceptions=True",
            ", return_exceptions=False",
        ]);
        let parts = parts.join(", ");
        match self.random.below(5) {
            0 => {
                let (group, delay) = (self.name("group"), self.delay());
                self.put(format!("{group} = asyncio.gather({parts}{exceptions})"));
                match self.random.below(3) {
                    0 => self.put(format!(
                        "
                        await asyncio.sleep({delay})
                        say({label}, {group}.cancel())
                        "
                    )),
                    1 => self.put(format!("say({label}, {group})")),
                    _ => self.put(format!(
                        "
                        await asyncio.sleep({delay})
                        say({label}, {group}.done())
                        "
                    )),
                }
                self.guarded(|generator| generator.put(format!("say({label}, await {group})")));
            }
            _ => self.guarded(|generator| {
                generator.put(format!("say({label}, await asyncio.gather({parts}{exceptions}))"));
            }),
        }
    }

    pub(crate) fn wait(&mut self) {
        let (tasks, label) = (self.name("tasks"), self.label());
        let calls = self.calls(2, 4).into_iter().map(|call| format!("asyncio.create_task({call})"));
        let calls = calls.collect::<Vec<_>>().join(", ");
        let mut options = String::new();
        if self.random.chance(50) {
            let limit = self.limit();
            options.push_str(&format!(", timeout={limit}"));
        }
        match self.random.below(5) {
            0 | 1 => options.push_str(", return_when=asyncio.FIRST_COMPLETED"),
            2 => options.push_str(", return_when=asyncio.FIRST_EXCEPTION"),
            3 => options.push_str(", return_when=asyncio.ALL_COMPLETED"),
            _ => {}
        }
        self.put(format!("{tasks} = [{calls}]"));
        self.put(format!("done, pending = await asyncio.wait({tasks}{options})"));
        self.put(format!("say({label}, [task in done for task in {tasks}], len(pending))"));
        match self.random.below(5) {
            0 => self.put(format!(
                "
                for task in {tasks}:
                    task.cancel()
                "
            )),
            1 => self.put(format!("say({label}, {tasks})")),
            2 => self.put(format!(
                "
                for task in {tasks}:
                    if task in done:
                        say({label}, repr(task.exception() or task.result()))
                "
            )),
            3 => self.put(format!("say({label}, await asyncio.gather(*{tasks}, return_exceptions=True))")),
            _ => {}
        }
    }

    pub(crate) fn wait_for(&mut self) {
        let (what, limit, label) = (self.awaitable(), self.limit(), self.label());
        let limit = if self.random.chance(10) { "None" } else { limit };
        self.guarded(|generator| {
            generator.put(format!("say({label}, await asyncio.wait_for({what}, {limit}))"))
        });
    }

    pub(crate) fn time_out(&mut self) {
        let (limit, name, label) = (self.limit(), self.name("limit"), self.label());
        let head = match self.random.below(5) {
            0 => format!("async with asyncio.timeout_at({LOOP}.time() + {limit}) as {name}:"),
            1 => format!("async with asyncio.timeout(None) as {name}:"),
            _ => format!("async with asyncio.timeout({limit}) as {name}:"),
        };
        let body = |generator: &mut Self| {
            generator.block(head, |generator| {
                match generator.random.below(6) {
                    0 => {
                        let later = generator.limit();
                        generator.put(format!("{name}.reschedule({LOOP}.time() + {later})"));
                    }
                    1 => generator.put(format!(
                        "
                        {name}.reschedule(None)
                        say({label}, {name}.when(), {name})
                        "
                    )),
                    2 => generator.put(format!("say({label}, {name}.expired())")),
                    _ => {}
                }
                let count = generator.random.between(1, 3);
                generator.statements(count);
                if generator.random.chance(15) {
                    generator.put(format!(
                        "
                        {name}.reschedule({LOOP}.time())
                        await asyncio.sleep(0.1)
                        "
                    ));
                }
            });
            generator
                .put(format!("say({label}, {name}.expired(), {name}.when() and round({name}.when(), 6))"));
        };
        self.guarded(body);
    }

    pub(crate) fn shield(&mut self) {
        let (task, label, limit) = (self.some_task(), self.label(), self.limit());
        match self.random.below(3) {
            0 => {
                let (shield, delay) = (self.name("shielded"), self.delay());
                self.put(format!(
                    "
                    {shield} = asyncio.shield({task})
                    await asyncio.sleep({delay})
                    "
                ));
                self.put(format!("say({label}, {shield}.cancel(), {task}.cancelling())"));
                self.guarded(|generator| generator.put(format!("say({label}, await {shield})")));
            }
            1 => {
                self.guarded(|generator| generator.put(format!("say({label}, await asyncio.shield({task}))")))
            }
            _ => self.guarded(|generator| {
                generator
                    .put(format!("say({label}, await asyncio.wait_for(asyncio.shield({task}), {limit}))"));
            }),
        }
        if self.random.chance(40) {
            self.guarded(|generator| generator.put(format!("say({label}, {task}.done(), await {task})")));
        }
    }

    pub(crate) fn as_completed(&mut self) {
        let (calls, label) = (self.calls(2, 4).join(", "), self.label());
        let timeout =
            if self.random.chance(25) { format!(", timeout={}", self.limit()) } else { String::new() };
        self.guarded(|generator| {
            if generator.random.chance(50) {
                generator.block(
                    format!("for next_one in asyncio.as_completed([{calls}]{timeout}):"),
                    |generator| {
                        generator.guarded(|generator| generator.put(format!("say({label}, await next_one)")));
                    },
                );
            } else {
                let tasks = generator.name("tasks");
                generator.put(format!("{tasks} = [asyncio.ensure_future(one) for one in [{calls}]]"));
                generator.block(
                    format!("async for earliest in asyncio.as_completed({tasks}{timeout}):"),
                    |generator| {
                        generator.put(format!("say({label}, {tasks}.index(earliest))"));
                        generator.guarded(|generator| generator.put("say(await earliest)"));
                    },
                );
            }
        });
    }

    pub(crate) fn task_group(&mut self) {
        let (group, label) = (self.name("group"), self.label());
        let has_statements = self.random.chance(60);
        let body = |generator: &mut Self| {
            let members =
                generator.block(format!("async with asyncio.TaskGroup() as {group}:"), |generator| {
                    let calls = generator.calls(1, 3);
                    let mut members = Vec::new();
                    for call in calls {
                        let (member, name) = (generator.name("member"), generator.label());
                        let name = if generator.random.chance(30) {
                            format!(", name={name}")
                        } else {
                            String::new()
                        };
                        generator.put(format!("{member} = {group}.create_task({call}{name})"));
                        generator.scope.tasks.push(member.clone());
                        members.push(member);
                    }
                    if has_statements {
                        let count = generator.random.between(1, 2);
                        generator.statements(count);
                    }
                    members
                });
            let results: Vec<_> =
                members.iter().map(|member| format!("{member}.cancelled() or {member}.result()")).collect();
            generator.put(format!("say({label}, [{}])", results.join(", ")));
        };
        match self.random.below(4) {
            0 => self.guarded(body),
            1 => {
                self.block("try:", body);
                self.put(format!(
                    "
                    except* ValueError as error:
                        say({label}, 'values', error.exceptions)
                    except* Exception as error:
                        say({label}, 'others', error.exceptions)
                    "
                ));
            }
            _ => {
                self.block("try:", body);
                self.put(format!(
                    "
                    except* Exception as error:
                        say({label}, repr(error))
                    "
                ));
                if self.random.chance(25) {
                    self.put(format!(
                        "
                        finally:
                            say({label}, {group})
                        "
                    ));
                }
            }
        }
    }
}
