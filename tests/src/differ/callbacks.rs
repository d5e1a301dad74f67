//! Statements about callbacks, handles and futures, and the ways in which a program runs its loop.

use super::Shape;
use super::program::{Generator, LOOP, Provided};

/// What `asyncio.run` does at the end, and a program that runs its loop by hand may do.
const TIDY: &str = "\
async def tidy():
    rest = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
    await asyncio.get_running_loop().shutdown_asyncgens()
";

impl Generator {
    /// A function that takes anything and prints it.
    pub(crate) fn callback(&mut self) -> String {
        self.provide(Provided::Callback, 2, |generator, name| {
            let (label, exception) = (generator.label(), generator.exception());
            generator.block(format!("def {name}(*arguments):"), |generator| {
                generator.put(format!("say({label}, arguments)"));
                match generator.random.below(6) {
                    0 => generator.put(format!(
                        "
                        if arguments:
                            raise {exception}
                        "
                    )),
                    1 => generator.put(format!(
                        "
                        if len(arguments) < 3:
                            {LOOP}.call_soon({name}, *arguments, 0)
                        "
                    )),
                    _ => {}
                }
            });
        })
    }

    /// A function that takes a future that is done.
    pub(crate) fn done_callback(&mut self) -> String {
        self.provide(Provided::DoneCallback, 2, |generator, name| {
            let (label, exception) = (generator.label(), generator.exception());
            generator.block(format!("def {name}(future):"), |generator| {
                generator.put(format!(
                    "say({label}, future.cancelled() or future.exception() or future.result())"
                ));
                match generator.random.below(6) {
                    0 => generator.put(format!("raise {exception}")),
                    1 => generator.put("say(future.done())"),
                    _ => {}
                }
            });
        })
    }

    pub(crate) fn callbacks(&mut self) {
        let (callback, handle, label, delay) =
            (self.callback(), self.name("handle"), self.label(), self.delay());
        match self.random.below(7) {
            0 => self.put(format!("{LOOP}.call_soon({callback}, {label})")),
            1 => self.put(format!(
                "
                {handle} = {LOOP}.call_soon({callback}, {label})
                {handle}.cancel()
                say({label}, {handle}.cancelled())
                "
            )),
            2 => self.put(format!("{LOOP}.call_later({delay}, {callback}, {label})")),
            3 => {
                let later = self.delay();
                self.put(format!("{handle} = {LOOP}.call_later({delay}, {callback}, {label})"));
                self.put(format!(
                    "
                    await asyncio.sleep({later})
                    {handle}.cancel()
                    say({label}, {handle}.cancelled(), round({handle}.when(), 6))
                    "
                ));
            }
            4 => self.put(format!("{LOOP}.call_at({LOOP}.time() + {delay}, {callback})")),
            5 => {
                let task = self.new_or_current_task();
                self.put(format!("{LOOP}.call_later({delay}, {task}.cancel)"));
            }
            _ => self.put(format!(
                "
                for n in range(3):
                    {LOOP}.call_later({delay}, {callback}, n)
                {LOOP}.call_soon({callback})
                "
            )),
        }
        if self.random.chance(30) {
            self.put("await asyncio.sleep(0)");
        }
    }

    fn new_or_current_task(&mut self) -> String {
        if self.random.chance(15) && !self.scope.is_main {
            return "asyncio.current_task()".to_owned();
        }
        let call = self.call();
        self.task_of(&call)
    }

    pub(crate) fn futures(&mut self) {
        let (future, label, delay) = (self.name("future"), self.label(), self.delay());
        self.put(format!("{future} = {LOOP}.create_future()"));
        if self.random.chance(40) {
            let callback = self.done_callback();
            self.put(format!("{future}.add_done_callback({callback})"));
            if self.random.chance(40) {
                self.put(format!("say({label}, {future}.remove_done_callback({callback}))"));
            }
        }
        let exception = self.exception();
        match self.random.below(8) {
            0 | 1 => self.put(format!("{LOOP}.call_later({delay}, {future}.set_result, {label})")),
            2 => self.put(format!("{LOOP}.call_later({delay}, {future}.set_exception, {exception})")),
            3 => self.put(format!("{LOOP}.call_soon({future}.cancel, {label})")),
            4 => {
                let setter = self.name("setter");
                self.put(format!(
                    "
                    async def {setter}():
                        await asyncio.sleep({delay})
                        {future}.set_result({label})
                        say({future})
                    "
                ));
                self.task_of(&format!("{setter}()"));
            }
            5 => {
                self.put(format!("{future}.set_result({label})"));
                self.guarded(|generator| generator.put(format!("{future}.set_result(2)")));
            }
            6 => self.guarded(|generator| generator.put(format!("say({label}, {future}.result())"))),
            _ => self.put(format!("{future}.set_exception({exception})")),
        }
        match self.random.below(5) {
            0 => self.put(format!("say({label}, {future}, {future}.done(), {future}.cancelled())")),
            1 => {
                let call = self.call();
                self.guarded(|generator| {
                    generator.put(format!(
                        "
                        both = asyncio.gather({future}, {call}, return_exceptions=True)
                        say({label}, await asyncio.wait_for(both, 1))
                        "
                    ));
                });
            }
            _ => {
                let limit = self.limit();
                self.guarded(|generator| {
                    generator.put(format!("say({label}, await asyncio.wait_for({future}, {limit}))"));
                });
            }
        }
    }

    pub(crate) fn handle_exceptions(&mut self) {
        let (handler, label) = (self.name("handler"), self.label());
        match self.random.below(3) {
            0 => {
                self.put(format!(
                    "
                    def {handler}(loop, context):
                        say({label}, context['message'], repr(context.get('exception')))
                    "
                ));
                self.put(format!("{LOOP}.set_exception_handler({handler})"));
                let callback = self.callback();
                self.put(format!(
                    "
                    {LOOP}.call_soon({callback}, {label})
                    await asyncio.sleep(0)
                    "
                ));
            }
            1 => self.put(format!("{LOOP}.call_exception_handler({{'message': {label}}})")),
            _ => {
                self.put(format!("say({label}, {LOOP}.get_exception_handler() is None, {LOOP}.get_debug())"))
            }
        }
    }

    /// The end of the text: what runs main.
    pub(crate) fn run(&mut self) {
        let label = self.label();
        let has_guard = self.random.chance(if self.shape == Shape::Storm { 65 } else { 45 });
        let limit = self.random.pick(&["2", "4", "6"]);
        let main = match self.random.chance(30) {
            true => format!("asyncio.wait_for(main(), {limit})"),
            false => "main()".to_owned(),
        };
        let form = self.random.below(12);
        let by_hand = (1..=4).contains(&form);
        let is_tidy = by_hand && self.random.chance(80);
        if is_tidy {
            self.put(TIDY);
        }
        let body = |generator: &mut Self| {
            generator.run_by(form, &main, &label);
            if is_tidy {
                generator.put("loop.run_until_complete(tidy())");
            }
            if by_hand {
                generator.put(
                    "
                    loop.close()
                    say(loop.is_closed())
                    ",
                );
            }
        };
        if has_guard {
            self.block("try:", body);
            self.put(format!(
                "
                except Exception as error:
                    say({label}, repr(error))
                "
            ));
        } else {
            body(self);
        }
    }

    fn run_by(&mut self, form: usize, main: &str, label: &str) {
        match form {
            0 => self.put(format!(
                "
                with asyncio.Runner() as runner:
                    say(runner.run({main}))
                    say(runner.get_loop().time())
                    runner.run(asyncio.sleep(0.1))
                "
            )),
            1 => self.put(format!(
                "
                loop = asyncio.new_event_loop()
                asyncio.set_event_loop(loop)
                say(loop.run_until_complete({main}))
                "
            )),
            2 => {
                let callback = self.callback();
                self.put(format!(
                    "
                    loop = asyncio.new_event_loop()
                    loop.call_later(0.1, {callback}, {label})
                    loop.call_soon({callback})
                    say(loop.is_running(), loop.run_until_complete({main}))
                    "
                ));
            }
            3 => self.put(format!(
                "
                loop = asyncio.new_event_loop()
                task = loop.create_task(main())
                task.add_done_callback(lambda task: loop.stop())
                loop.run_forever()
                say({label}, task.done(), task.result())
                "
            )),
            4 => self.put(format!(
                "
                loop = asyncio.new_event_loop()
                task = loop.create_task(main())
                loop.call_later(0.5, loop.stop)
                loop.run_forever()
                say({label}, task.done())
                say(loop.run_until_complete(task))
                "
            )),
            5 => self.put(format!(
                "
                asyncio.set_event_loop_policy(asyncio.DefaultEventLoopPolicy())
                say(asyncio.run({main}))
                "
            )),
            6 if self.random.chance(40) => self.put(format!("say(asyncio.run({main}, debug=True))")),
            _ => self.put(format!("say(asyncio.run({main}))")),
        }
    }
}
