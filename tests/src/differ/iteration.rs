//! Statements about asynchronous generators, iterators, comprehensions, context managers,
//! awaitable objects and context variables.

use super::program::{Generator, Provided};

impl Generator {
    fn stream(&mut self) -> String {
        self.provide(Provided::Stream, 2, |generator, name| {
            let (label, delay, exception) = (generator.label(), generator.delay(), generator.exception());
            generator.block(format!("async def {name}(n):"), |generator| {
                generator.block("try:", |generator| {
                    generator.block("for item in range(n):", |generator| {
                        generator.put(format!("await asyncio.sleep({delay})"));
                        match generator.random.below(3) {
                            0 => generator.put(format!(
                                "
                                try:
                                    say({label}, 'got', (yield item))
                                except ValueError as error:
                                    yield repr(error)
                                "
                            )),
                            1 => generator.put(format!(
                                "
                                yield item
                                if item == 3:
                                    raise {exception}
                                "
                            )),
                            _ => generator.put("yield item"),
                        }
                    });
                });
                generator.block("finally:", |generator| {
                    if generator.random.chance(50) {
                        generator.put("await asyncio.sleep(0)");
                    }
                    generator.put(format!("say({label}, 'closed')"));
                });
            });
        })
    }

    pub(crate) fn streams(&mut self) {
        let (stream, label, flow) = (self.stream(), self.label(), self.name("flow"));
        let amount = self.random.between(2, 4);
        match self.random.below(9) {
            0 => self.guarded(|generator| {
                generator.put(format!("say({label}, [item async for item in {stream}({amount})])"));
            }),
            1 => self.guarded(|generator| {
                generator.put(format!(
                    "say({label}, {{item: item async for item in {stream}({amount}) if item != 1}})"
                ));
            }),
            2 => {
                self.put(format!(
                    "
                    {flow} = {stream}({amount})
                    async for item in {flow}:
                        say({label}, item)
                        if item == 1:
                            break
                    "
                ));
                if self.random.chance(60) {
                    self.put(format!("await {flow}.aclose()"));
                }
            }
            3 => {
                let exception = self.exception();
                self.put(format!(
                    "
                    {flow} = {stream}({amount})
                    say({label}, await anext({flow}))
                    "
                ));
                self.guarded(|generator| {
                    generator.put(format!("say({label}, await {flow}.athrow({exception}))"))
                });
            }
            4 => {
                self.put(format!(
                    "
                    {flow} = {stream}({amount})
                    say({label}, await {flow}.asend(None))
                    "
                ));
                self.guarded(|generator| {
                    generator.put(format!(
                        "
                        say({label}, await {flow}.asend({label}))
                        say(await anext({flow}, 'none left'))
                        "
                    ));
                });
            }
            5 => self.put(format!(
                "
                async with contextlib.aclosing({stream}({amount})) as {flow}:
                    async for item in {flow}:
                        say({label}, item)
                        break
                "
            )),
            6 => self.counted_down(&label),
            7 => self.awaited_object(&label),
            _ => {
                self.guarded(|generator| {
                    generator.block(format!("async for item in {stream}({amount}):"), |generator| {
                        generator.put(format!("say({label}, item)"));
                        let count = generator.random.between(0, 1);
                        generator.statements(count);
                    });
                    generator.put(format!(
                        "
                        else:
                            say({label}, 'all')
                        "
                    ));
                });
            }
        }
    }

    fn counted_down(&mut self, label: &str) {
        let class = self.provide(Provided::Iterator, 1, |generator, name| {
            let delay = generator.delay();
            generator.put(format!(
                "
                class {name}:
                    def __init__(self, n):
                        self.n = n

                    def __aiter__(self):
                        return self

                    async def __anext__(self):
                        if self.n == 0:
                            raise StopAsyncIteration
                        self.n -= 1
                        await asyncio.sleep({delay})
                        return self.n
                "
            ));
        });
        self.put(format!(
            "
            async for item in {class}(3):
                say({label}, item)
            "
        ));
    }

    fn awaited_object(&mut self, label: &str) {
        let class = self.provide(Provided::Awaitable, 1, |generator, name| {
            let (call, value) = (generator.call(), generator.label());
            generator.put(format!(
                "
                class {name}:
                    def __await__(self):
                        result = yield from {call}.__await__()
                        return {value}, result
                "
            ));
        });
        self.guarded(|generator| generator.put(format!("say({label}, await {class}())")));
    }

    fn manager(&mut self) -> String {
        if self.random.chance(50) {
            return self.provide(Provided::Manager, 1, |generator, name| {
                let (label, delay) = (generator.label(), generator.delay());
                generator.put("@contextlib.asynccontextmanager");
                generator.block(format!("async def {name}(what):"), |generator| {
                    generator.put(format!(
                        "
                        say({label}, what)
                        await asyncio.sleep({delay})
                        try:
                            yield what
                        "
                    ));
                    match generator.random.below(3) {
                        0 => generator.put(format!(
                            "
                            finally:
                                say({label}, 'left')
                            "
                        )),
                        1 => generator.put(format!(
                            "
                            except ValueError as error:
                                say({label}, 'kept', error)
                            finally:
                                say({label}, 'left')
                            "
                        )),
                        _ => generator.put(format!(
                            "
                            except Exception as error:
                                say({label}, repr(error))
                                raise
                            "
                        )),
                    }
                });
            });
        }
        self.provide(Provided::ManagerClass, 1, |generator, name| {
            let (label, delay) = (generator.label(), generator.delay());
            let verdict = generator.random.pick(&[
                "None",
                "kind is ValueError",
                "kind is not None and issubclass(kind, OSError)",
            ]);
            generator.put(format!(
                "
                class {name}:
                    def __init__(self, what):
                        self.what = what

                    async def __aenter__(self):
                        say({label}, self.what)
                        return self.what

                    async def __aexit__(self, kind, error, trace):
                        say({label}, kind, error)
                        await asyncio.sleep({delay})
                        return {verdict}
                "
            ));
        })
    }

    pub(crate) fn managers(&mut self) {
        let (manager, label) = (self.manager(), self.label());
        self.guarded(|generator| {
            generator.block(format!("async with {manager}({label}) as what:"), |generator| {
                generator.put("say(what)");
                let count = generator.random.between(1, 2);
                generator.statements(count);
            });
        });
    }

    pub(crate) fn stack_of_managers(&mut self) {
        let (manager, stack, label) = (self.manager(), self.name("stack"), self.label());
        let callback = self.callback();
        self.guarded(|generator| {
            generator.block(format!("async with contextlib.AsyncExitStack() as {stack}:"), |generator| {
                generator.put(format!("say(await {stack}.enter_async_context({manager}({label})))"));
                generator.put(format!("{stack}.callback({callback})"));
                let count = generator.random.between(1, 2);
                generator.statements(count);
            });
        });
    }

    pub(crate) fn context_variables(&mut self) {
        let variable = self.provide(Provided::Variable, 1, |generator, name| {
            generator.put(format!("{name} = contextvars.ContextVar('{name}', default='unset')"));
        });
        let (label, token) = (self.label(), self.name("token"));
        match self.random.below(5) {
            0 => self.put(format!("say({label}, {variable}.get())")),
            1 => self.put(format!("{variable}.set({label})")),
            2 => {
                let delay = self.delay();
                self.put(format!(
                    "
                    {token} = {variable}.set({label})
                    await asyncio.sleep({delay})
                    say({variable}.get())
                    {variable}.reset({token})
                    "
                ));
            }
            3 => {
                let context = self.name("context");
                self.put(format!(
                    "
                    {context} = contextvars.copy_context()
                    {context}.run({variable}.set, {label})
                    "
                ));
                let (task, call) = (self.name("task"), self.call());
                self.put(format!("{task} = asyncio.create_task({call}, context={context})"));
                self.scope.tasks.push(task);
                self.put(format!("say({label}, {variable}.get(), {context}[{variable}])"));
            }
            _ => self.put(format!(
                "
                asyncio.get_running_loop().call_soon(lambda: say({label}, {variable}.get()))
                {variable}.set({label})
                "
            )),
        }
    }
}
