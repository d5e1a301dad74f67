//! Which statements there are and how often each shape of program has them; the plain ones, and
//! `try` in its forms.

use super::Shape;
use super::program::Generator;

type Statement = fn(&mut Generator);

/// Statements, each with its weight in lessons, in scheduling and in storms.
const PLAIN: [(Statement, [usize; 3]); 28] = [
    (Generator::speak, [8, 5, 5]),
    (Generator::nap, [12, 14, 10]),
    (Generator::call_and_say, [10, 6, 6]),
    (Generator::start_task, [10, 10, 10]),
    (Generator::join_task, [8, 6, 8]),
    (Generator::cancel_task, [2, 5, 12]),
    (Generator::look_at_task, [4, 4, 5]),
    (Generator::look_at_self, [3, 3, 3]),
    (Generator::cancel_self, [0, 1, 4]),
    (Generator::gather, [9, 6, 8]),
    (Generator::wait, [6, 5, 5]),
    (Generator::wait_for, [5, 4, 8]),
    (Generator::shield, [2, 2, 5]),
    (Generator::as_completed, [4, 4, 4]),
    (Generator::permit, [1, 3, 2]),
    (Generator::event, [4, 7, 3]),
    (Generator::condition, [3, 5, 3]),
    (Generator::barrier, [3, 5, 3]),
    (Generator::queueing, [5, 10, 5]),
    (Generator::in_thread, [5, 4, 3]),
    (Generator::call_from_thread, [1, 3, 1]),
    (Generator::callbacks, [3, 8, 4]),
    (Generator::futures, [4, 8, 5]),
    (Generator::block_the_loop, [2, 3, 1]),
    (Generator::context_variables, [2, 2, 2]),
    (Generator::streams, [4, 4, 5]),
    (Generator::fail, [1, 1, 6]),
    (Generator::handle_exceptions, [1, 1, 3]),
];

/// Those that hold others.
const NESTING: [(Statement, [usize; 3]); 13] = [
    (Generator::attempt, [5, 4, 14]),
    (Generator::repeat, [6, 6, 4]),
    (Generator::choose, [4, 4, 2]),
    (Generator::inner_coroutine, [3, 4, 3]),
    (Generator::hold, [8, 10, 6]),
    (Generator::time_out, [5, 6, 10]),
    (Generator::task_group, [6, 5, 10]),
    (Generator::managers, [4, 3, 5]),
    (Generator::work_off, [4, 4, 3]),
    (Generator::pools, [4, 3, 2]),
    (Generator::clean_up, [2, 3, 8]),
    (Generator::stack_of_managers, [1, 1, 1]),
    (Generator::with_processes, [1, 1, 1]),
];

impl Generator {
    pub(crate) fn statement(&mut self, may_nest: bool) {
        let shape = match self.shape {
            Shape::Lesson => 0,
            Shape::Scheduling => 1,
            Shape::Storm => 2,
        };
        let nests = may_nest && self.scope.depth < 3 && self.random.chance(35);
        let table = if nests { &NESTING[..] } else { &PLAIN[..] };
        let (write, _) = self.random.pick_by_weight(table, |(_, weights)| weights[shape]);
        write(self);
    }

    fn speak(&mut self) {
        let (label, number) = (self.label(), self.number());
        let what = match self.random.below(6) {
            0 => "asyncio.get_running_loop().time()".to_owned(),
            1 => format!("f'{{{number}:>3}}'"),
            2 => format!("[{number}] * 2"),
            3 => format!("{{'at': {number}}}"),
            _ => number,
        };
        self.put(format!("say({label}, {what})"));
    }

    fn nap(&mut self) {
        let (delay, label) = (self.delay(), self.label());
        match self.random.below(6) {
            0 => self.put(format!("say(await asyncio.sleep({delay}, {label}))")),
            1 => self.put(format!(
                "
                await asyncio.sleep({delay})
                say({label})
                "
            )),
            2 => self.put(format!(
                "
                for _ in range(3):
                    await asyncio.sleep({delay})
                say({label})
                "
            )),
            _ => self.put(format!("await asyncio.sleep({delay})")),
        }
    }

    fn call_and_say(&mut self) {
        let (call, label) = (self.call(), self.label());
        if self.random.chance(50) {
            let result = self.name("result");
            self.put(format!(
                "
                {result} = await {call}
                say({label}, {result})
                "
            ));
        } else {
            self.guarded(|generator| generator.put(format!("say({label}, await {call})")));
        }
    }

    fn block_the_loop(&mut self) {
        let (delay, label) = (self.random.pick(&["0.1", "0.25", "0.3", "0.05"]), self.label());
        self.put(format!(
            "
            time.sleep({delay})
            say({label})
            "
        ));
    }

    fn fail(&mut self) {
        let exception = self.exception();
        let rare = match self.random.below(40) {
            0 => "SystemExit('out')".to_owned(),
            1 => "KeyboardInterrupt()".to_owned(),
            2..6 => "asyncio.CancelledError('by hand')".to_owned(),
            6..10 => format!("ExceptionGroup('several', [{exception}, ValueError(1)])"),
            _ => exception,
        };
        self.guarded(|generator| match generator.random.below(3) {
            0 => generator.put(format!("raise {rare}")),
            1 => generator.put(format!(
                "
                try:
                    1 / 0
                except ZeroDivisionError as error:
                    raise {rare} from error
                "
            )),
            _ => generator.put(format!(
                "
                try:
                    {{}}['key']
                except KeyError:
                    raise {rare}
                "
            )),
        });
    }

    fn attempt(&mut self) {
        let count = self.random.between(1, 3);
        self.trying(|generator| generator.statements(count));
    }

    fn repeat(&mut self) {
        let times = self.random.between(2, 3);
        let label = self.label();
        self.block(format!("for turn in range({times}):"), |generator| {
            generator.scope.repeats = generator.scope.repeats.max(1) * times;
            generator.put(format!("say({label}, turn)"));
            let count = generator.random.between(1, 2);
            generator.statements(count);
            if generator.random.chance(20) {
                generator.put(
                    "
                    if turn == 1:
                        break
                    ",
                );
            }
        });
    }

    fn choose(&mut self) {
        let number = self.number();
        let condition = match self.random.below(3) {
            0 => "time.monotonic() < 0.5".to_owned(),
            1 => format!("{number} > 2"),
            _ => format!("{number} % 2"),
        };
        self.suite(format!("if {condition}:"), 1, 2);
        if self.random.chance(50) {
            self.suite("else:", 1, 2);
        }
    }

    fn inner_coroutine(&mut self) {
        let name = self.name("inner");
        self.block(format!("async def {name}(*arguments):"), |generator| {
            generator.scope.is_main = false;
            let label = generator.label();
            generator.put(format!("say({label}, arguments)"));
            let count = generator.random.between(1, 3);
            generator.statements(count);
            generator.put("return arguments");
        });
        if self.random.chance(50) {
            let task = self.task_of(&format!("{name}(1)"));
            self.put("await asyncio.sleep(0)");
            self.guarded(|generator| generator.put(format!("say(await {task})")));
        } else {
            self.guarded(|generator| {
                generator.put(format!("say(await asyncio.gather({name}(), {name}('two')))"))
            });
        }
    }

    /// Cleaning up that takes its time, in the face of whatever comes.
    fn clean_up(&mut self) {
        self.suite("try:", 1, 2);
        let (delay, label) = (self.delay(), self.label());
        match self.random.below(4) {
            0 => self.put(format!(
                "
                except asyncio.CancelledError as error:
                    say({label}, repr(error))
                    await asyncio.sleep({delay})
                    raise
                "
            )),
            1 => self.put(format!(
                "
                except asyncio.CancelledError:
                    say({label}, asyncio.current_task().cancelling(), asyncio.current_task().uncancel())
                "
            )),
            2 => self.put(format!(
                "
                except BaseException as error:
                    say({label}, type(error).__name__)
                    raise
                "
            )),
            _ => {}
        }
        let label = self.label();
        self.put(format!(
            "
            finally:
                await asyncio.sleep({delay})
                say({label})
            "
        ));
    }

    /// `try` around it as often as the shape has it; in main, nearly always.
    pub(crate) fn guarded(&mut self, body: impl FnOnce(&mut Self)) {
        let chance = match (self.scope.is_main, self.shape) {
            (true, _) => 88,
            (false, Shape::Lesson) => 35,
            (false, Shape::Scheduling) => 40,
            (false, Shape::Storm) => 45,
        };
        if self.random.chance(chance) {
            self.trying(body);
        } else {
            body(self);
        }
    }

    fn trying(&mut self, body: impl FnOnce(&mut Self)) {
        self.block("try:", body);
        let label = self.label();
        let form = if self.scope.is_main { self.random.below(5) } else { self.random.below(11) };
        match form {
            0..=2 => self.put(format!(
                "
                except (Exception, asyncio.CancelledError) as error:
                    say({label}, repr(error))
                "
            )),
            3 => self.put(format!(
                "
                except BaseException as error:
                    say({label}, type(error).__name__, error)
                "
            )),
            4 => self.put(format!(
                "
                except asyncio.CancelledError as error:
                    say({label}, error.args)
                except Exception as error:
                    say({label}, repr(error), repr(error.__context__))
                "
            )),
            5 => self.put(format!(
                "
                except (ValueError, TimeoutError) as error:
                    say({label}, type(error).__name__)
                "
            )),
            6 => self.put(format!(
                "
                except Exception as error:
                    say({label}, type(error), error)
                else:
                    say({label}, 'went well')
                "
            )),
            7 => self.put(format!(
                "
                except Exception as error:
                    say({label}, error)
                    raise
                "
            )),
            8 => self.put(format!(
                "
                except* (ValueError, OSError) as group:
                    say({label}, group.exceptions)
                "
            )),
            9 => {
                let exception = self.exception();
                self.put(format!(
                    "
                    except Exception as error:
                        say({label})
                        raise {exception} from error
                    "
                ));
            }
            _ => self.put(format!(
                "
                finally:
                    say({label})
                "
            )),
        }
        if form < 8 && self.random.chance(20) {
            let label = self.label();
            self.put(format!(
                "
                finally:
                    say({label})
                "
            ));
        }
    }
}
