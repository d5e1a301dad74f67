//! A program as it grows: its text, its scopes, what it has defined so far, and how the parts
//! become a whole. What its statements are is in `statements` and the files beside it.
//!
//! A coroutine only calls those written before it, so every program ends, and whatever
//! could wait for ever is let go in the end by a task called caretaker.

use std::fmt::Write;

use super::Shape;
use super::primitives::Kind;
use super::random::Random;

/// A program of this shape. The same seed always gives the same text.
pub fn program(seed: u64, shape: Shape) -> String {
    let mut generator = Generator::new(seed, shape);
    let coroutines = match shape {
        Shape::Lesson => generator.random.between(1, 3),
        Shape::Scheduling | Shape::Storm => generator.random.between(2, 4),
    };
    for _ in 0..coroutines {
        generator.coroutine();
    }
    generator.main();
    generator.assembled()
}

pub(crate) struct Generator {
    pub(crate) random: Random,
    pub(crate) shape: Shape,
    pub(crate) scope: Scope,
    pub(crate) primitives: Vec<(Kind, String)>,
    /// Definitions made when first needed, by what they are, with their names.
    pub(crate) provided: Vec<(Provided, String)>,
    /// The coroutines that can be called, and about how many calls one of each comes to.
    coroutines: Vec<(String, usize)>,
    /// About how many calls come of what is being written.
    calls: usize,
    definitions: String,
    text: String,
    indent: usize,
    names: usize,
    budget: usize,
}

/// What the statement being written can see.
#[derive(Clone, Default)]
pub(crate) struct Scope {
    pub(crate) tasks: Vec<String>,
    pub(crate) parameter: bool,
    pub(crate) is_main: bool,
    /// How often loops repeat it.
    pub(crate) repeats: usize,
    /// A lock is held: nothing is called that could want it too.
    pub(crate) holding: bool,
    pub(crate) depth: usize,
}

/// Definitions that several statements share.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Provided {
    Job,
    PureJob,
    Callback,
    DoneCallback,
    Stream,
    Iterator,
    Manager,
    ManagerClass,
    Awaitable,
    Variable,
    Mishap,
}

/// How a coroutine or a callback names its loop.
pub(crate) const LOOP: &str = "asyncio.get_running_loop()";

const MODULES: [&str; 8] =
    ["asyncio", "concurrent.futures", "contextlib", "contextvars", "functools", "sys", "threading", "time"];

/// So that a program prints no more than some hundred lines.
const MOST_CALLS: usize = 50;

const SAY: &str = "\
def say(*words):
    try:
        who = asyncio.current_task().get_name()
    except (AttributeError, RuntimeError):
        who = threading.current_thread().name
    print(time.monotonic(), who, *words)
";

impl Generator {
    fn new(seed: u64, shape: Shape) -> Self {
        let mut random = Random::new(seed);
        let budget = random.between(15, 40);
        Self {
            random,
            shape,
            scope: Scope::default(),
            primitives: Vec::new(),
            provided: Vec::new(),
            coroutines: Vec::new(),
            calls: 0,
            definitions: String::new(),
            text: String::new(),
            indent: 0,
            names: 0,
            budget,
        }
    }

    /// Writes lines, without the margin they share, indented like everything around them.
    pub(crate) fn put(&mut self, lines: impl AsRef<str>) {
        let lines = lines.as_ref().trim_matches('\n').trim_end();
        let margin = |line: &str| line.len() - line.trim_start().len();
        let shared = lines.lines().filter(|line| !line.is_empty()).map(margin).min().unwrap_or(0);
        for line in lines.lines().map(|line| line.get(shared..).unwrap_or_default()) {
            let indent = if line.is_empty() { 0 } else { self.indent * 4 };
            let _ = writeln!(self.text, "{:indent$}{line}", "");
        }
    }

    /// Writes a line that opens a block, and the block. Names bound within may be unbound after it.
    pub(crate) fn block<T>(&mut self, head: impl AsRef<str>, body: impl FnOnce(&mut Self) -> T) -> T {
        self.put(head);
        self.indent += 1;
        self.scope.depth += 1;
        let outside = self.scope.clone();
        let result = body(self);
        self.scope = outside;
        self.scope.depth -= 1;
        self.indent -= 1;
        result
    }

    /// A block of random statements.
    pub(crate) fn suite(&mut self, head: impl AsRef<str>, least: usize, most: usize) {
        let count = self.random.between(least, most);
        self.block(head, |generator| generator.statements(count));
    }

    pub(crate) fn statements(&mut self, count: usize) {
        for done in 0..count {
            match self.budget.checked_sub(1) {
                Some(left) => self.budget = left,
                None if done > 0 => return,
                None => {}
            }
            self.statement(self.budget > 0);
        }
    }

    /// Writes something of the module's level, whatever is being written now.
    pub(crate) fn define(&mut self, write: impl FnOnce(&mut Self)) {
        let (text, indent) = (std::mem::take(&mut self.text), std::mem::take(&mut self.indent));
        let scope = std::mem::take(&mut self.scope);
        write(self);
        let definition = std::mem::replace(&mut self.text, text);
        self.definitions.push_str(&definition);
        self.definitions.push('\n');
        self.indent = indent;
        self.scope = scope;
    }

    /// One of a few definitions of this kind, made if need be.
    pub(crate) fn provide(
        &mut self,
        what: Provided,
        at_most: usize,
        write: impl FnOnce(&mut Self, &str),
    ) -> String {
        let made: Vec<_> = self.provided.iter().filter(|(kind, _)| *kind == what).collect();
        if made.len() == at_most || (!made.is_empty() && self.random.chance(60)) {
            return made[self.random.below(made.len())].1.clone();
        }
        let stem = match what {
            Provided::Job => "job",
            Provided::PureJob => "sum",
            Provided::Callback => "callback",
            Provided::DoneCallback => "on_done",
            Provided::Stream => "stream",
            Provided::Iterator => "Countdown",
            Provided::Manager => "managed",
            Provided::ManagerClass => "Manager",
            Provided::Awaitable => "Awaitable",
            Provided::Variable => "variable",
            Provided::Mishap => "Mishap",
        };
        let name = self.name(stem);
        self.define(|generator| write(generator, &name));
        self.provided.push((what, name.clone()));
        name
    }

    pub(crate) fn name(&mut self, stem: &str) -> String {
        self.names += 1;
        format!("{stem}{}", self.names)
    }

    /// A string of Python's that no other place of the program prints.
    pub(crate) fn label(&mut self) -> String {
        self.names += 1;
        let letter = self.random.pick(&["a", "b", "go", "ping", "tick", "x", "茶"]);
        format!("'{letter}{}'", self.names)
    }

    pub(crate) fn number(&mut self) -> String {
        if self.scope.parameter && self.random.chance(40) {
            return self.random.pick(&["n", "n + 1", "n * 2"]).to_owned();
        }
        self.random.below(6).to_string()
    }

    /// Seconds: often equal ones, and equal sums by different routes.
    pub(crate) fn delay(&mut self) -> &'static str {
        let delays: &[&str] = match self.shape {
            Shape::Lesson => &["1", "0.5", "0.5", "0.25", "0.1", "0.2", "0.3", "0"],
            Shape::Scheduling => {
                &["0", "0", "0", "0.1", "0.1", "0.1", "0.2", "0.3", "0.1 + 0.2", "0.25", "0.05", "0.15", "-1"]
            }
            Shape::Storm => &["0", "0", "0.1", "0.1", "0.2", "0.25", "0.05", "0.3", "0.5"],
        };
        self.random.pick(delays)
    }

    /// Long enough for most of what is waited for, or too short.
    pub(crate) fn limit(&mut self) -> &'static str {
        self.random.pick(&["0", "0.05", "0.1", "0.2", "0.25", "0.3", "0.5", "1", "1"])
    }

    pub(crate) fn exception(&mut self) -> String {
        let label = self.label();
        match self.random.below(9) {
            0 | 1 => format!("ValueError({label})"),
            2 => format!("KeyError({label})"),
            3 => format!("RuntimeError({label}, 1)"),
            4 => "TimeoutError()".to_owned(),
            5 => format!("OSError({label})"),
            6 => format!("ZeroDivisionError({label})"),
            _ => {
                let class = self.provide(Provided::Mishap, 1, |generator, name| {
                    generator.put(format!(
                        "
                        class {name}(Exception):
                            pass
                        "
                    ));
                });
                format!("{class}({label})")
            }
        }
    }

    /// A coroutine, to be awaited or made a task.
    pub(crate) fn call(&mut self) -> String {
        let argument = self.number();
        let (delay, label) = (self.delay(), self.label());
        let sleep = format!("asyncio.sleep({delay}, {label})");
        if self.scope.holding || self.coroutines.is_empty() || self.random.chance(15) {
            return sleep;
        }
        let at = self.random.below(self.coroutines.len());
        let (name, calls) = &self.coroutines[at];
        let calls = self.calls + calls * self.scope.repeats.max(1);
        if calls > MOST_CALLS {
            return sleep;
        }
        self.calls = calls;
        format!("{name}({argument})")
    }

    pub(crate) fn calls(&mut self, least: usize, most: usize) -> Vec<String> {
        let count = self.random.between(least, most);
        (0..count).map(|_| self.call()).collect()
    }

    fn coroutine(&mut self) {
        let stem = self.random.pick(&["brew", "fetch", "count", "serve", "visit"]);
        let name = self.name(stem);
        let is_method = self.random.chance(20);
        self.define(|generator| {
            generator.scope.parameter = true;
            if is_method {
                generator.block(format!("class {}:", capitalised(&name)), |generator| {
                    let stars = generator.random.between(1, 3);
                    generator.put(format!(
                        "
                        stars = {stars}

                        def __init__(self, n):
                            self.n = n
                        "
                    ));
                    generator.block("async def work(self):", |generator| {
                        generator.put("n = self.n + self.stars");
                        generator.scope.depth = 0;
                        generator.body();
                    });
                });
                let class = capitalised(&name);
                generator.put(format!(
                    "
                    def {name}(n):
                        return {class}(n).work()
                    "
                ));
            } else {
                generator.block(format!("async def {name}(n):"), |generator| {
                    generator.scope.depth = 0;
                    generator.body();
                });
            }
            generator.budget = generator.budget.max(12);
        });
        let calls = std::mem::take(&mut self.calls) + 1;
        self.coroutines.push((name, calls));
    }

    fn body(&mut self) {
        let label = self.label();
        if self.random.chance(60) {
            self.put(format!("say({label}, n)"));
        }
        let count = self.random.between(1, 4);
        self.statements(count);
        let chance = if self.shape == Shape::Storm { 25 } else { 8 };
        if self.random.chance(chance) {
            let exception = self.exception();
            let threshold = self.random.between(1, 4);
            self.put(format!(
                "
                if n > {threshold}:
                    raise {exception}
                "
            ));
        }
        if self.random.chance(70) {
            let value = self.random.pick(&["n", "n * n", "(n, 'ok')", "[n]", "f'{n} done'", "None"]);
            self.put(format!("return {value}"));
        }
    }

    fn main(&mut self) {
        self.budget = self.budget.max(14);
        self.define(|generator| {
            generator.scope.is_main = true;
            generator.block("async def main():", |generator| {
                generator.scope.depth = 0;
                // Without it, whoever waits in vain waits for ever.
                if generator.random.chance(80) {
                    generator.put("keeper = asyncio.create_task(caretaker(), name='caretaker')");
                }
                let count = generator.random.between(4, 8);
                generator.statements(count);
                let label = generator.label();
                generator.put(format!(
                    "
                    say({label}, 'main ends')
                    return {label}
                    "
                ));
            });
        });
        self.define(Self::run);
    }

    fn assembled(mut self) -> String {
        let mut body = SAY.to_owned() + "\n";
        for (kind, name) in &self.primitives {
            let _ = writeln!(body, "{name} = {}", kind.construction());
        }
        self.caretaker();
        let _ = write!(body, "\n{}\n{}", self.text, self.definitions);
        let used = |module: &&&str| body.contains(&format!("{module}."));
        let imports: String =
            MODULES.iter().filter(used).map(|module| format!("import {module}\n")).collect();
        format!("{imports}\n{}\n", body.trim_end())
    }

    /// Lets go, in three rounds, of whoever waits for the program's primitives.
    fn caretaker(&mut self) {
        let mut primitives = self.primitives.clone();
        // Last what may have to wait itself.
        primitives.sort_by_key(|(kind, _)| *kind == Kind::Condition);
        self.block("async def caretaker():", |generator| {
            generator.block("for pause in (1, 0.5, 1):", |generator| {
                generator.put("await asyncio.sleep(pause)");
                primitives.iter().for_each(|(kind, name)| generator.put(kind.release(name)));
            });
        });
    }
}

pub(crate) fn capitalised(name: &str) -> String {
    name[..1].to_uppercase() + &name[1..]
}

#[test]
fn a_seed_is_a_program() {
    for shape in Shape::ALL {
        assert_eq!(program(7, shape), program(7, shape));
        assert_ne!(program(7, shape), program(8, shape));
    }
}
