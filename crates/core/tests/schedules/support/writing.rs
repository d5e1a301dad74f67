//! How a script is written: in its own words, or as the Python program that means
//! the same. One printer does both, line by line, so that they cannot drift apart.

use std::fmt::Write;

use super::language::{Argument, Block, BodyKind, Expr, Operator, Piece, Script, Step};

/// What every translated program begins with.
const PRELUDE: &str = include_str!("prelude.py");

#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    Script,
    Python,
}

impl Script {
    /// The script in its own words.
    pub(crate) fn text(&self) -> String {
        self.written(Words::Script)
    }

    /// What it is in Python, but for the prelude.
    pub(crate) fn translated(&self) -> String {
        let run = if self.body("program").is_some() { "program" } else { "lambda: run(main_())" };
        format!("{}\nplay({run})\n", self.written(Words::Python))
    }

    /// The program that CPython runs.
    pub(crate) fn python(&self) -> String {
        format!("{PRELUDE}\n{}", self.translated())
    }

    fn written(&self, words: Words) -> String {
        let mut writer = Writer { script: self, words, text: String::new(), indent: 0 };
        for (name, expr) in &self.globals {
            writer.line(format!("{name} = {}", writer.expr(expr)));
        }
        self.bodies.iter().for_each(|body| match words {
            Words::Script => writer.script_body(&body.names, &body.kind, &body.steps),
            Words::Python => {
                body.names.iter().for_each(|name| writer.python_body(name, &body.kind, &body.steps))
            }
        });
        writer.text
    }
}

struct Writer<'script> {
    script: &'script Script,
    words: Words,
    text: String,
    indent: usize,
}

impl Writer<'_> {
    fn line(&mut self, line: impl AsRef<str>) {
        let _ = writeln!(self.text, "{:indent$}{}", "", line.as_ref(), indent = self.indent * 4);
    }

    fn script_body(&mut self, names: &[String], kind: &BodyKind, steps: &Block) {
        let names = names.join(", ");
        match kind {
            BodyKind::Coroutine => self.block(format!("{names}:"), steps),
            BodyKind::Function(None) => self.block(format!("def {names}:"), steps),
            BodyKind::Function(Some(parameter)) => self.block(format!("def {names}({parameter}):"), steps),
        }
    }

    /// All variables are global, and a parameter becomes one.
    fn python_body(&mut self, name: &str, kind: &BodyKind, steps: &Block) {
        self.line("");
        let parameter = match kind {
            BodyKind::Coroutine => {
                self.line(format!("async def {name}_():"));
                None
            }
            BodyKind::Function(parameter) => {
                let star = if parameter.is_some() { "argument" } else { "*_" };
                self.line(format!("def {name}({star}):"));
                parameter.clone()
            }
        };
        self.indent += 1;
        let mut assigned = Vec::new();
        assigned.extend(parameter.clone());
        names_assigned(steps, &mut assigned);
        assigned.sort();
        assigned.dedup();
        if !assigned.is_empty() {
            self.line(format!("global {}", assigned.join(", ")));
        }
        if let Some(parameter) = parameter {
            self.line(format!("{parameter} = argument; del argument"));
        }
        let who = if *kind == BodyKind::Coroutine { String::new() } else { format!(", '{name}'") };
        steps.iter().for_each(|step| self.step(step, &who));
        self.indent -= 1;
    }

    fn block(&mut self, header: String, steps: &Block) {
        self.block_of(header, steps, "");
    }

    fn block_of(&mut self, header: String, steps: &Block, who: &str) {
        self.line(header);
        self.indent += 1;
        steps.iter().for_each(|step| self.step(step, who));
        self.indent -= 1;
    }

    fn step(&mut self, step: &Step, who: &str) {
        let python = self.words == Words::Python;
        match step {
            Step::Do { target, awaits, expr } => {
                let target = target.as_ref().map_or(String::new(), |target| format!("{target} = "));
                let awaits = if *awaits { "await " } else { "" };
                self.line(format!("{target}{awaits}{}", self.expr(expr)));
            }
            Step::Spawn(names) if python => {
                names.iter().for_each(|name| self.line(format!("{name} = create_task({name}_())")));
            }
            Step::Spawn(names) => self.line(format!("spawn {}", names.join(", "))),
            Step::Print(pieces) => self.print(pieces, who),
            Step::Raise(expr) => self.line(self.after("raise", expr.as_ref())),
            Step::Return(expr) => self.line(self.after("return", expr.as_ref())),
            Step::Pass => self.line("pass"),
            Step::Delete(name) => self.line(format!("del {name}")),
            Step::Repeat(times, body) if python => {
                self.block_of(format!("for _ in range({times}):"), body, who)
            }
            Step::Repeat(times, body) => self.block_of(format!("repeat {times}:"), body, who),
            Step::While(expr, body) => self.block_of(format!("while {}:", self.expr(expr)), body, who),
            Step::If(expr, then, otherwise) => {
                self.block_of(format!("if {}:", self.expr(expr)), then, who);
                if let Some(otherwise) = otherwise {
                    self.block_of("else:".to_owned(), otherwise, who);
                }
            }
            Step::For { awaits, name, each, body } => {
                let awaits = if *awaits { "async " } else { "" };
                self.block_of(format!("{awaits}for {name} in {}:", self.expr(each)), body, who);
            }
            Step::With { manager, name, body } => {
                let with = if python { "async with" } else { "with" };
                let name = name.as_ref().map_or(String::new(), |name| format!(" as {name}"));
                self.block_of(format!("{with} {}{name}:", self.expr(manager)), body, who);
            }
            Step::Try { body, handlers, finally } => {
                self.block_of("try:".to_owned(), body, who);
                for handler in handlers {
                    let kinds = handler.kinds.join(", ");
                    let kinds = if python && !kinds.is_empty() { format!("({kinds},)") } else { kinds };
                    let name = handler.name.as_ref().map_or(String::new(), |name| format!(" as {name}"));
                    self.block_of(
                        format!("{}{name}:", ["except", &kinds].join(" ").trim_end()),
                        &handler.body,
                        who,
                    );
                }
                if let Some(finally) = finally {
                    self.block_of("finally:".to_owned(), finally, who);
                }
            }
        }
    }

    fn print(&mut self, pieces: &[Piece], who: &str) {
        let python = self.words == Words::Python;
        let words: String = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Value(expr) if python => format!("{{show({})}}", self.expr(expr)),
                Piece::Value(expr) => format!("{{{}}}", self.expr(expr)),
            })
            .collect();
        self.line(if python { format!("say(f\"{words}\"{who})") } else { format!("print {words}") });
    }

    fn after(&self, word: &str, expr: Option<&Expr>) -> String {
        expr.map_or(word.to_owned(), |expr| format!("{word} {}", self.expr(expr)))
    }

    fn expr(&self, expr: &Expr) -> String {
        match expr {
            Expr::Number(number) => number.to_string(),
            Expr::Text(text) => format!("'{text}'"),
            Expr::Name(name) => name.clone(),
            Expr::List(items) => format!("[{}]", joined(items.iter().map(|item| self.expr(item)))),
            Expr::Not(expr) => format!("not {}", self.expr(expr)),
            Expr::Binary(left, operator, right) => {
                let operator = match operator {
                    Operator::Plus => "+",
                    Operator::Minus => "-",
                    Operator::Equals => "==",
                    Operator::Less => "<",
                };
                format!("{} {operator} {}", self.expr(left), self.expr(right))
            }
            Expr::Attribute { of, name } => format!("{}.{name}", self.expr(of)),
            Expr::Call { of: Some(of), verb, args } => {
                format!("{}.{verb}({})", self.expr(of), self.arguments(args))
            }
            Expr::Call { of: None, verb, args } => {
                let is_coroutine =
                    self.script.body(verb).is_some_and(|body| body.kind == BodyKind::Coroutine);
                let mark = if is_coroutine && self.words == Words::Python { "_" } else { "" };
                format!("{verb}{mark}({})", self.arguments(args))
            }
        }
    }

    fn arguments(&self, args: &[Argument]) -> String {
        joined(args.iter().map(|argument| {
            let value = self.expr(&argument.value);
            argument.name.as_ref().map_or(value.clone(), |name| format!("{name}={value}"))
        }))
    }
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

/// The variables that steps bind.
fn names_assigned(steps: &Block, names: &mut Vec<String>) {
    for step in steps.iter() {
        match step {
            Step::Do { target, .. } => names.extend(target.clone()),
            Step::Spawn(spawned) => names.extend(spawned.iter().cloned()),
            Step::Delete(name) => names.push(name.clone()),
            Step::Print(_) | Step::Raise(_) | Step::Return(_) | Step::Pass => {}
            Step::Repeat(_, body) | Step::While(_, body) => names_assigned(body, names),
            Step::If(_, then, otherwise) => {
                names_assigned(then, names);
                otherwise.iter().for_each(|block| names_assigned(block, names));
            }
            Step::For { name, body, .. } => {
                names.push(name.clone());
                names_assigned(body, names);
            }
            Step::With { name, body, .. } => {
                names.extend(name.clone());
                names_assigned(body, names);
            }
            Step::Try { body, handlers, finally } => {
                names_assigned(body, names);
                for handler in handlers {
                    names.extend(handler.name.clone());
                    names_assigned(&handler.body, names);
                }
                finally.iter().for_each(|block| names_assigned(block, names));
            }
        }
    }
}
