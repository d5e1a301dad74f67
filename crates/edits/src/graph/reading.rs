//! What each statement is to people, and the edges that begin there.

use interleave_syntax::tree::{Comprehension, Constant, Expr, ExprKind, FStringPart, Number, Stmt, StmtKind};
use interleave_text::Span;

use super::names::Imports;
use super::things::{Meaning, Scope, Things, callee, makes_task, scopes};
use super::{
    Block, Card, CardKind, Edge, EdgeKind, Field, Node, ProgramGraph, Role, Step, StepKind, ThingKind, Times,
};
use crate::Program;

pub(super) fn graph(program: &Program<'_>) -> ProgramGraph {
    let body = &program.module().body;
    let imports = Imports::of(program.module());
    let scopes = scopes(body);
    let things = Things::of(&scopes, &imports);
    let mut reading =
        Reading { program, imports: &imports, scopes: &scopes, things: &things, edges: Vec::new() };
    let mut cards: Vec<Card> = (0..).zip(&scopes).map(|(place, scope)| reading.card(place, scope)).collect();
    let mut edges = reading.edges;

    // Functions that have nothing to do with anything are left out.
    let takes_part = |(place, card): (u32, &Card)| match card.kind {
        CardKind::Coroutine => true,
        CardKind::Script => !card.steps.is_empty(),
        CardKind::Function => edges.iter().any(|edge| match edge.kind {
            EdgeKind::Calls => false,
            _ => edge.from == place || edge.to == Node::Card(place),
        }),
    };
    let kept: Vec<bool> = (0..).zip(&cards).map(takes_part).collect();
    // The program's own statements are read first, as the outermost scope, and shown last.
    let order: Vec<usize> =
        (1..cards.len()).chain([0]).filter(|place| kept.get(*place) == Some(&true)).collect();
    let moved = |old: u32| {
        order.iter().position(|place| *place == old as usize).and_then(|new| u32::try_from(new).ok())
    };
    edges.retain_mut(|edge| {
        let to = match edge.to {
            Node::Card(card) => moved(card).map(Node::Card),
            Node::Thing(thing) => Some(Node::Thing(thing)),
        };
        let (Some(from), Some(to)) = (moved(edge.from), to) else { return false };
        (edge.from, edge.to) = (from, to);
        true
    });
    let cards = order.iter().filter_map(|place| cards.get_mut(*place).map(std::mem::take)).collect();
    ProgramGraph { cards, things: things.all, edges }
}

/// What stands around an expression, as far as edges care.
#[derive(Clone, Copy)]
struct Around {
    card: usize,
    /// The statement.
    span: Span,
    times: Times,
    /// What happens to a coroutine that is called right here.
    fate: Fate,
}

/// What happens to a coroutine.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It is made, and nothing more is known.
    Made,
    Awaited,
    Started,
}

struct Reading<'a, 't> {
    program: &'a Program<'t>,
    imports: &'a Imports,
    scopes: &'a [Scope<'a>],
    things: &'a Things,
    edges: Vec<Edge>,
}

impl Reading<'_, '_> {
    fn card(&mut self, place: usize, scope: &Scope<'_>) -> Card {
        let steps = self.steps(scope.body, place, Times::Exactly(1));
        let Some(StmtKind::FunctionDef(function)) = scope.definition.map(|definition| &definition.kind)
        else {
            let end = u32::try_from(self.program.text().len()).unwrap_or(u32::MAX);
            let (span, name_span) = (Span::new(0, end), Span::default());
            return Card { span, name_span, kind: CardKind::Script, steps, ..Card::default() };
        };
        let parameter = |span: Span| span.of(self.program.text()).unwrap_or_default().to_owned();
        Card {
            name: scope.name.clone(),
            kind: if function.is_async { CardKind::Coroutine } else { CardKind::Function },
            span: scope.definition.map_or(Span::default(), |definition| definition.span),
            name_span: function.name.span,
            parameters: function.parameters.iter().map(|each| parameter(each.span)).collect(),
            steps,
        }
    }

    fn steps(&mut self, body: &[Stmt], card: usize, times: Times) -> Vec<Step> {
        let is_step = |statement: &&Stmt| match &statement.kind {
            StmtKind::FunctionDef(_)
            | StmtKind::ClassDef(_)
            | StmtKind::Import(_)
            | StmtKind::ImportFrom { .. }
            | StmtKind::Global(_)
            | StmtKind::Nonlocal(_) => false,
            // A docstring, or `...`
            StmtKind::Expr(value) => !matches!(value.kind, ExprKind::Constant(_)),
            _ => true,
        };
        body.iter().filter(is_step).map(|statement| self.step(statement, card, times)).collect()
    }

    fn step(&mut self, statement: &Stmt, card: usize, times: Times) -> Step {
        let mut around = Around { card, span: statement.span, times, fate: Fate::Made };
        let inner_times = match &statement.kind {
            StmtKind::For { iter, .. } => product(times, self.rounds(iter)),
            StmtKind::While { .. } => Times::Many,
            _ => times,
        };
        if matches!(statement.kind, StmtKind::While { .. }) {
            around.times = Times::Many;
        }
        for expression in statement.expressions() {
            self.expression(expression, around);
        }
        if let StmtKind::With { items, .. } = &statement.kind {
            for item in items {
                self.touch(&item.context, EdgeKind::Uses, around);
            }
        }
        if let StmtKind::For { is_async: true, iter, .. } = &statement.kind
            && let ExprKind::Call { function, .. } = &iter.kind
            && let Some(callee) = callee(self.scopes, card, function)
        {
            self.edge(Node::Card(index(callee)), EdgeKind::Awaits, around);
        }
        let (kind, fields) = self.kind(statement, card);
        let labels = self.labels(statement);
        let blocks = statement.blocks().into_iter().zip(labels).filter(|(block, _)| !block.is_empty());
        let blocks: Vec<Block> = blocks
            .map(|(block, label)| Block { label, steps: self.steps(block, card, inner_times) })
            .collect();
        Step { span: statement.span, head: self.program.head(statement), kind, fields, blocks }
    }

    /// What introduces each block of a statement; nothing for the first of most.
    fn labels(&self, statement: &Stmt) -> Vec<String> {
        let source =
            |expression: &Expr| expression.span.of(self.program.text()).unwrap_or_default().to_owned();
        match &statement.kind {
            StmtKind::If { branches, .. } => {
                let tests = branches.iter().map(|branch| source(&branch.test));
                tests.chain(["else".to_owned()]).collect()
            }
            StmtKind::For { .. } | StmtKind::While { .. } => vec![String::new(), "else".to_owned()],
            StmtKind::Match { cases, .. } => cases
                .iter()
                .map(|case| format!("case {}", case.pattern.span.of(self.program.text()).unwrap_or_default()))
                .collect(),
            StmtKind::Try(parts) => {
                let star = if parts.is_star { "*" } else { "" };
                let handlers = parts.handlers.iter().map(|handler| match &handler.class {
                    Some(class) => format!("except{star} {}", source(class)),
                    None => "except".to_owned(),
                });
                [String::new()]
                    .into_iter()
                    .chain(handlers)
                    .chain(["else".to_owned(), "finally".to_owned()])
                    .collect()
            }
            _ => vec![String::new()],
        }
    }

    /// How often a loop over this goes round.
    fn rounds(&self, iter: &Expr) -> Times {
        match &iter.kind {
            ExprKind::List(items) | ExprKind::Tuple(items) | ExprKind::Set(items)
                if items.iter().all(|item| !matches!(item.kind, ExprKind::Starred(_))) =>
            {
                Times::Exactly(index(items.len()))
            }
            ExprKind::Constant(Constant::Str(text)) => Times::Exactly(index(text.chars().count())),
            ExprKind::Call { function, args, .. } => {
                let numbers: Option<Vec<i64>> = args.iter().map(small).collect();
                match (self.imports.dotted(function).as_deref(), numbers.as_deref(), args.as_slice()) {
                    (Some("range"), Some([end]), _) => exactly(*end),
                    (Some("range"), Some([start, end]), _) => exactly(end - start),
                    (Some("enumerate" | "reversed" | "sorted" | "list"), _, [inner, ..]) => {
                        self.rounds(inner)
                    }
                    _ => Times::Many,
                }
            }
            _ => Times::Many,
        }
    }

    fn expression(&mut self, expression: &Expr, around: Around) {
        match &expression.kind {
            ExprKind::Await(value) => {
                if matches!(value.kind, ExprKind::Name(_) | ExprKind::Attribute { .. }) {
                    self.touch(value, EdgeKind::Awaits, around);
                }
                self.expression(value, Around { fate: Fate::Awaited, ..around });
            }
            ExprKind::Call { function, args, keywords, .. } => {
                let mut inner = Around { fate: self.fate_of_arguments(function, around), ..around };
                self.call(function, args, around);
                self.expression(function, Around { fate: Fate::Made, ..around });
                for argument in args.iter().chain(keywords.iter().map(|keyword| &keyword.value)) {
                    if inner.fate == Fate::Awaited {
                        self.touch(argument, EdgeKind::Awaits, inner);
                    }
                    self.expression(argument, inner);
                    // Of `run_in_executor(pool, …)` and the like, only the first is a coroutine.
                    if !self.takes_many(function) {
                        inner.fate = Fate::Made;
                    }
                }
            }
            ExprKind::ListComp { element, clauses }
            | ExprKind::SetComp { element, clauses }
            | ExprKind::GeneratorExp { element, clauses } => {
                let times = self.clauses(clauses, around);
                self.expression(element, Around { times, ..around });
            }
            ExprKind::Starred(inner) => self.expression(inner, around),
            _ => {
                let keeps =
                    matches!(expression.kind, ExprKind::List(_) | ExprKind::Tuple(_) | ExprKind::Set(_));
                let fate = if keeps { around.fate } else { Fate::Made };
                for child in expression.children() {
                    self.expression(child, Around { fate, ..around });
                }
            }
        }
    }

    fn clauses(&mut self, clauses: &[Comprehension], around: Around) -> Times {
        let mut times = around.times;
        for clause in clauses {
            let inner = Around { fate: Fate::Made, times, ..around };
            self.expression(&clause.iter, inner);
            times =
                if clause.ifs.is_empty() { product(times, self.rounds(&clause.iter)) } else { Times::Many };
            for condition in &clause.ifs {
                self.expression(condition, inner);
            }
        }
        times
    }

    /// Whether a function awaits or starts all of its arguments, and not the first alone.
    fn takes_many(&self, function: &Expr) -> bool {
        matches!(
            self.imports.dotted(function).as_deref(),
            Some("asyncio.gather" | "asyncio.wait" | "asyncio.as_completed")
        )
    }

    /// What happens to the coroutines that are called right in the brackets of a call.
    fn fate_of_arguments(&self, function: &Expr, around: Around) -> Fate {
        if makes_task(function, self.imports) {
            return Fate::Started;
        }
        match self.imports.dotted(function).as_deref() {
            Some(
                "asyncio.gather" | "asyncio.shield" | "asyncio.as_completed" | "asyncio.wait" | "asyncio.run",
            ) => Fate::Started,
            Some("asyncio.wait_for") if around.fate == Fate::Awaited => Fate::Awaited,
            Some(name) if name.ends_with(".run_until_complete") || name.ends_with("runner.run") => {
                Fate::Started
            }
            _ => Fate::Made,
        }
    }

    /// The edges of one call.
    fn call(&mut self, function: &Expr, args: &[Expr], around: Around) {
        if let Some(callee) = callee(self.scopes, around.card, function) {
            let is_coroutine = self.is_coroutine(callee);
            let kind = match around.fate {
                _ if !is_coroutine => EdgeKind::Calls,
                Fate::Awaited => EdgeKind::Awaits,
                Fate::Started => EdgeKind::Creates,
                Fate::Made => EdgeKind::Calls,
            };
            self.edge(Node::Card(index(callee)), kind, around);
        }
        let dotted = self.imports.dotted(function).unwrap_or_default();
        if matches!(
            dotted.as_str(),
            "asyncio.gather"
                | "asyncio.wait"
                | "asyncio.as_completed"
                | "asyncio.shield"
                | "asyncio.wait_for"
        ) {
            for argument in args {
                self.touch(argument, EdgeKind::Awaits, around);
            }
        }
        let (called, pool) = match dotted.rsplit('.').next() {
            Some("to_thread" | "call_soon" | "call_soon_threadsafe" | "add_done_callback" | "submit") => {
                (args.first(), None)
            }
            Some("call_later" | "call_at") => (args.get(1), None),
            Some("run_in_executor") => (args.get(1), args.first()),
            _ => (None, None),
        };
        if let Some(callee) = called.and_then(|called| callee(self.scopes, around.card, called)) {
            self.edge(Node::Card(index(callee)), EdgeKind::Schedules, around);
        }
        if let Some(pool) = pool {
            self.touch(pool, EdgeKind::Uses, around);
        }
        if let ExprKind::Attribute { value, attribute } = &function.kind {
            let kind = match &*attribute.text {
                "put" | "put_nowait" => EdgeKind::Puts,
                "get" | "get_nowait" => EdgeKind::Gets,
                "set" | "notify" | "notify_all" | "set_result" | "set_exception" => EdgeKind::Sets,
                "acquire" | "wait" | "wait_for" | "join" | "submit" | "map" => EdgeKind::Uses,
                _ => return,
            };
            self.touch(value, kind, around);
        }
    }

    fn is_coroutine(&self, scope: usize) -> bool {
        let definition = self.scopes.get(scope).and_then(|scope| scope.definition);
        matches!(definition.map(|definition| &definition.kind), Some(StmtKind::FunctionDef(function)) if function.is_async)
    }

    /// Edges to whatever an expression may mean.
    fn touch(&mut self, expression: &Expr, kind: EdgeKind, around: Around) {
        for meaning in self.things.meant(self.scopes, around.card, expression) {
            let node = match meaning {
                Meaning::Thing(thing) => Node::Thing(index(thing)),
                Meaning::TaskOf(scope) => Node::Card(index(scope)),
            };
            if kind == EdgeKind::Awaits || matches!(node, Node::Thing(_)) {
                self.edge(node, kind, around);
            }
        }
    }

    fn edge(&mut self, to: Node, kind: EdgeKind, around: Around) {
        let edge = Edge { from: index(around.card), to, kind, times: around.times, span: around.span };
        if !self.edges.contains(&edge) {
            self.edges.push(edge);
        }
    }

    fn kind(&self, statement: &Stmt, card: usize) -> (StepKind, Vec<Field>) {
        match &statement.kind {
            StmtKind::For { iter, .. } => (StepKind::Loop, self.range_end(iter).into_iter().collect()),
            StmtKind::While { .. } => (StepKind::Loop, Vec::new()),
            StmtKind::If { .. } | StmtKind::Match { .. } => (StepKind::Branch, Vec::new()),
            StmtKind::Try(_) => (StepKind::Try, Vec::new()),
            StmtKind::Raise { .. } => (StepKind::Raise, Vec::new()),
            StmtKind::With { items, .. } => {
                let found = items.iter().map(|item| self.context(&item.context, card));
                found
                    .into_iter()
                    .find(|(kind, _)| *kind != StepKind::Code)
                    .unwrap_or((StepKind::Code, Vec::new()))
            }
            StmtKind::Return(value) => match value.as_ref().map(|value| self.principal(value, card)) {
                Some((kind, fields)) if kind != StepKind::Code => (kind, fields),
                _ => (StepKind::Return, Vec::new()),
            },
            _ => {
                let value = statement.expressions().into_iter().last();
                if let Some(thing) =
                    value.and_then(|value| self.things.all.iter().find(|thing| thing.span == value.span))
                {
                    return (StepKind::Make, thing.number.clone().into_iter().collect());
                }
                value.map_or((StepKind::Code, Vec::new()), |value| self.principal(value, card))
            }
        }
    }

    /// What is entered by `with` or `async with`.
    fn context(&self, context: &Expr, card: usize) -> (StepKind, Vec<Field>) {
        if let ExprKind::Call { function, args, .. } = &context.kind {
            match self.imports.dotted(function).as_deref() {
                Some("asyncio.timeout" | "asyncio.timeout_at") => {
                    let deadline = args.first().and_then(|delay| number(delay, Role::Deadline));
                    return (StepKind::Timeout, deadline.into_iter().collect());
                }
                Some("asyncio.TaskGroup") => return (StepKind::TaskGroup, Vec::new()),
                _ => {}
            }
            if self.things.all.iter().any(|thing| thing.span == context.span) {
                return (StepKind::Hold, Vec::new());
            }
        }
        let holds = self
            .things
            .meant(self.scopes, card, context)
            .iter()
            .any(|meaning| matches!(meaning, Meaning::Thing(_)));
        (if holds { StepKind::Hold } else { StepKind::Code }, Vec::new())
    }

    /// What a statement's value is about: a call, awaited or not, or else the first thing awaited in it.
    fn principal(&self, value: &Expr, card: usize) -> (StepKind, Vec<Field>) {
        let awaited = match &value.kind {
            ExprKind::Await(inner) => Some(&**inner),
            _ => None,
        };
        if let ExprKind::Call { function, args, .. } = &awaited.unwrap_or(value).kind
            && let Some(found) = self.call_kind(function, args, card, awaited.is_some())
        {
            return found;
        }
        if let Some(awaited) = awaited {
            return (StepKind::Await, given(awaited));
        }
        let inner = value.children().into_iter().map(|child| self.principal(child, card));
        let about = inner.into_iter().find(|(kind, _)| *kind != StepKind::Code);
        about.map_or((StepKind::Code, Vec::new()), |(kind, fields)| (kind, fields))
    }

    /// How often a generator of coroutines goes round, where a number says so.
    fn rounds_field(&self, argument: &Expr) -> Option<Field> {
        let ExprKind::Starred(inner) = &argument.kind else { return None };
        let (ExprKind::GeneratorExp { clauses, .. } | ExprKind::ListComp { clauses, .. }) = &inner.kind
        else {
            return None;
        };
        match clauses.as_slice() {
            [clause] => self.range_end(&clause.iter),
            _ => None,
        }
    }

    /// The last number of `range(…)`.
    fn range_end(&self, iter: &Expr) -> Option<Field> {
        match &iter.kind {
            ExprKind::Call { function, args, .. }
                if self.imports.dotted(function).as_deref() == Some("range") =>
            {
                args.last().and_then(|last| number(last, Role::Times))
            }
            _ => None,
        }
    }

    fn call_kind(
        &self,
        function: &Expr,
        args: &[Expr],
        card: usize,
        awaited: bool,
    ) -> Option<(StepKind, Vec<Field>)> {
        let first = |role| args.first().and_then(|argument| number(argument, role));
        let dotted = self.imports.dotted(function)?;
        let plain = |kind| Some((kind, Vec::new()));
        let with = |kind, field: Option<Field>| Some((kind, field.into_iter().collect()));
        match dotted.as_str() {
            "print" => {
                return Some((StepKind::Print, args.iter().filter_map(text).collect()));
            }
            "asyncio.sleep" if awaited => return with(StepKind::Sleep, first(Role::Delay)),
            "time.sleep" => return with(StepKind::BlockingSleep, first(Role::Delay)),
            "asyncio.gather" => {
                return Some((
                    StepKind::Gather,
                    args.iter().filter_map(|all| self.rounds_field(all)).collect(),
                ));
            }
            "asyncio.wait" => return plain(StepKind::Wait),
            "asyncio.as_completed" => return plain(StepKind::AsCompleted),
            "asyncio.shield" => return plain(StepKind::Shield),
            "asyncio.to_thread" => return plain(StepKind::InThread),
            "asyncio.run" => return plain(StepKind::Run),
            "asyncio.wait_for" => {
                return with(StepKind::WaitFor, args.get(1).and_then(|delay| number(delay, Role::Deadline)));
            }
            _ if makes_task(function, self.imports) => {
                return Some((StepKind::CreateTask, args.first().map(given).unwrap_or_default()));
            }
            _ => {}
        }
        if let ExprKind::Attribute { value, attribute } = &function.kind {
            let thing =
                self.things.meant(self.scopes, card, value).into_iter().find_map(|meaning| match meaning {
                    Meaning::Thing(thing) => self.things.all.get(thing).map(|thing| thing.kind),
                    Meaning::TaskOf(_) => None,
                });
            if let Some(kind) = thing.and_then(|thing| method_kind(thing, &attribute.text)) {
                let fields = match kind {
                    StepKind::Put | StepKind::SetResult => {
                        args.first().and_then(literal).into_iter().collect()
                    }
                    _ => Vec::new(),
                };
                return Some((kind, fields));
            }
            match &*attribute.text {
                "cancel" => return plain(StepKind::Cancel),
                "run_in_executor" => return plain(StepKind::InThread),
                "run_until_complete" => return plain(StepKind::Run),
                "call_later" | "call_at" => return with(StepKind::CallLater, first(Role::Delay)),
                "call_soon" => return plain(StepKind::CallLater),
                _ => {}
            }
        }
        None
    }
}

/// What a method does to a thing.
fn method_kind(thing: ThingKind, method: &str) -> Option<StepKind> {
    use ThingKind::{Barrier, Condition, Event, Future, Lock, ProcessPool, Queue, Semaphore, ThreadPool};
    Some(match (thing, method) {
        (Lock | Semaphore | Condition, "acquire") => StepKind::Acquire,
        (Lock | Semaphore | Condition, "release") => StepKind::Release,
        (Queue, "put" | "put_nowait") => StepKind::Put,
        (Queue, "get" | "get_nowait") => StepKind::Get,
        (Queue, "task_done") => StepKind::TaskDone,
        (Queue, "join") => StepKind::Join,
        (Event, "set") => StepKind::SetEvent,
        (Event, "clear") => StepKind::ClearEvent,
        (Event | Condition | Barrier, "wait" | "wait_for") => StepKind::WaitThing,
        (Condition, "notify" | "notify_all") => StepKind::Notify,
        (Future, "set_result") => StepKind::SetResult,
        (Future, "set_exception") => StepKind::SetException,
        (ThreadPool | ProcessPool, "submit" | "map") => StepKind::InThread,
        _ => return None,
    })
}

fn number(expression: &Expr, role: Role) -> Option<Field> {
    matches!(expression.kind, ExprKind::Constant(Constant::Number(Number::Int(_) | Number::Float(_))))
        .then_some(Field { role, span: expression.span })
}

fn text(expression: &Expr) -> Option<Field> {
    let is_text = match &expression.kind {
        ExprKind::Constant(Constant::Str(_)) => true,
        ExprKind::JoinedStr(parts) => parts.iter().any(|part| matches!(part, FStringPart::Text(_))),
        _ => false,
    };
    is_text.then_some(Field { role: Role::Text, span: expression.span })
}

fn literal(expression: &Expr) -> Option<Field> {
    matches!(expression.kind, ExprKind::Constant(_))
        .then_some(Field { role: Role::Text, span: expression.span })
}

/// The literals that a call of the program's own gives.
fn given(call: &Expr) -> Vec<Field> {
    match &call.kind {
        ExprKind::Call { args, keywords, .. } => {
            args.iter().chain(keywords.iter().map(|keyword| &keyword.value)).filter_map(literal).collect()
        }
        _ => Vec::new(),
    }
}

fn small(expression: &Expr) -> Option<i64> {
    match &expression.kind {
        ExprKind::Constant(Constant::Number(Number::Int(number))) => Some(*number),
        _ => None,
    }
}

fn exactly(count: i64) -> Times {
    Times::Exactly(u32::try_from(count.max(0)).unwrap_or(u32::MAX))
}

fn product(outer: Times, inner: Times) -> Times {
    match (outer, inner) {
        (Times::Exactly(outer), Times::Exactly(inner)) => {
            outer.checked_mul(inner).map_or(Times::Many, Times::Exactly)
        }
        _ => Times::Many,
    }
}

fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
