//! Which things tasks share, and under which names functions know them and each other's tasks: made here, handed
//! on as an argument, kept as an attribute or in a list, found in an enclosing function or in the module.

use std::collections::{BTreeMap, BTreeSet};

use interleave_syntax::tree::{
    Constant, Expr, ExprKind, Keyword, Number, Parameter, ParameterKind, Stmt, StmtKind,
};

use interleave_text::Span;

use super::names::Imports;
use super::{Field, Role, Thing, ThingKind};

/// A function, or the program itself, as a place where names live.
pub(crate) struct Scope<'t> {
    /// The enclosing one, by its place; nothing for the program itself.
    pub(crate) parent: Option<usize>,
    /// With the names of what it stands in; empty for the program itself.
    pub(crate) name: String,
    pub(crate) parameters: &'t [Parameter],
    pub(crate) body: &'t [Stmt],
    /// The statement that defines it; nothing for the program itself.
    pub(crate) definition: Option<&'t Stmt>,
    /// A method: its first parameter is its object.
    pub(crate) is_method: bool,
}

impl Scope<'_> {
    /// Whether a place lies in it.
    pub(crate) fn has(&self, at: Span) -> bool {
        self.definition
            .is_none_or(|definition| definition.span.start <= at.start && at.end <= definition.span.end)
    }
}

/// All scopes of a program, the program itself first.
pub(crate) fn scopes(body: &[Stmt]) -> Vec<Scope<'_>> {
    let whole = Scope {
        parent: None,
        name: String::new(),
        parameters: &[],
        body,
        definition: None,
        is_method: false,
    };
    let mut found = vec![whole];
    add_scopes(body, 0, "", false, &mut found);
    found
}

fn add_scopes<'t>(body: &'t [Stmt], parent: usize, prefix: &str, in_class: bool, found: &mut Vec<Scope<'t>>) {
    for statement in body {
        match &statement.kind {
            StmtKind::FunctionDef(function) => {
                let name = format!("{prefix}{}", function.name.text);
                let place = found.len();
                let within = format!("{name}.");
                found.push(Scope {
                    parent: Some(parent),
                    name,
                    parameters: &function.parameters,
                    body: &function.body,
                    definition: Some(statement),
                    is_method: in_class,
                });
                add_scopes(&function.body, place, &within, false, found);
            }
            StmtKind::ClassDef(class) => {
                add_scopes(&class.body, parent, &format!("{prefix}{}.", class.name.text), true, found);
            }
            _ => statement
                .blocks()
                .into_iter()
                .for_each(|block| add_scopes(block, parent, prefix, in_class, found)),
        }
    }
}

/// A name that may mean a thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// In a scope.
    Name(usize, String),
    /// Of whatever object.
    Attribute(String),
}

/// Through how many calls a thing is followed.
const FURTHEST: usize = 16;

/// What a name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Meaning {
    /// A thing, by its place.
    Thing(usize),
    /// A task of a function, by its scope's place.
    TaskOf(usize),
}

/// The things of a program, and what means which.
pub(crate) struct Things {
    pub(crate) all: Vec<Thing>,
    meanings: BTreeMap<Key, BTreeSet<Meaning>>,
}

impl Things {
    pub(crate) fn of(scopes: &[Scope<'_>], imports: &Imports) -> Self {
        let mut things = Self { all: Vec::new(), meanings: BTreeMap::new() };
        for (scope, place) in scopes.iter().zip(0..) {
            each_statement(scope.body, &mut |statement| {
                things.find(statement, place, imports);
                things.find_tasks(statement, place, scopes, imports);
            });
        }
        things.hand_on_all(scopes);
        if things.tie(scopes) {
            things.hand_on_all(scopes);
        }
        things
    }

    /// Things that a statement makes and gives a name to.
    fn find(&mut self, statement: &Stmt, scope: usize, imports: &Imports) {
        match &statement.kind {
            StmtKind::Assign { targets, value } => {
                for target in targets {
                    self.assign(target, value, scope, imports);
                }
            }
            StmtKind::AnnAssign { target, value: Some(value), .. } => {
                self.assign(target, value, scope, imports)
            }
            StmtKind::With { items, .. } => {
                for item in items {
                    if let Some(target) = &item.target {
                        self.assign(target, &item.context, scope, imports);
                    }
                }
            }
            _ => {}
        }
    }

    fn assign(&mut self, target: &Expr, value: &Expr, scope: usize, imports: &Imports) {
        if let (ExprKind::Tuple(targets), ExprKind::Tuple(values)) = (&target.kind, &value.kind)
            && targets.len() == values.len()
        {
            for (target, value) in targets.iter().zip(values) {
                self.assign(target, value, scope, imports);
            }
            return;
        }
        let (Some(key), Some(kind)) = (key_of(target, scope), made_by(value, imports)) else { return };
        let name = match &target.kind {
            ExprKind::Attribute { attribute, .. } => attribute.text.to_string(),
            ExprKind::Name(name) => name.to_string(),
            _ => return,
        };
        let name_span = match &target.kind {
            ExprKind::Attribute { attribute, .. } => attribute.span,
            _ => target.span,
        };
        let place = self.all.len();
        self.all.push(Thing { name, kind, name_span, span: value.span, number: number_of(value, kind) });
        self.meanings.entry(key).or_default().insert(Meaning::Thing(place));
    }

    /// Tasks that a statement makes and keeps under a name, alone or among others.
    fn find_tasks(&mut self, statement: &Stmt, scope: usize, scopes: &[Scope<'_>], imports: &Imports) {
        let (targets, value) = match &statement.kind {
            StmtKind::Assign { targets, value } => (targets.iter().collect(), value),
            StmtKind::AnnAssign { target, value: Some(value), .. } => (vec![target], value),
            // `tasks.append(…)`, `tasks.add(…)`
            StmtKind::Expr(call) => match &call.kind {
                ExprKind::Call { function, args, .. } => match (&function.kind, args.first()) {
                    (ExprKind::Attribute { value, attribute }, Some(item))
                        if matches!(&*attribute.text, "append" | "add") =>
                    {
                        (vec![&**value], item)
                    }
                    _ => return,
                },
                _ => return,
            },
            _ => return,
        };
        let mut made = BTreeSet::new();
        each_expression(value, &mut |inner| {
            if let ExprKind::Call { function, args, .. } = &inner.kind
                && makes_task(function, imports)
                && let Some(ExprKind::Call { function, .. }) = args.first().map(|coroutine| &coroutine.kind)
                && let Some(callee) = callee(scopes, scope, function)
            {
                made.insert(Meaning::TaskOf(callee));
            }
        });
        if !made.is_empty() {
            for key in targets.into_iter().filter_map(|target| key_of(target, scope)) {
                self.meanings.entry(key).or_default().extend(&made);
            }
        }
    }

    /// Lets a parameter of a function that nothing calls yet mean the one thing of its name; whether there is such.
    fn tie(&mut self, scopes: &[Scope<'_>]) -> bool {
        let mut called = BTreeSet::new();
        for (scope, place) in scopes.iter().zip(0..) {
            each_call(scope.body, &mut |function, _, _| called.extend(callee(scopes, place, function)));
        }
        let mut is_new = false;
        for (scope, place) in scopes.iter().zip(0..).filter(|(_, place)| !called.contains(place)) {
            for parameter in scope.parameters {
                let name = &*parameter.name.text;
                let mut named = self.all.iter().zip(0..).filter(|(thing, _)| thing.name == name);
                if let (Some((_, thing)), None) = (named.next(), named.next()) {
                    let key = Key::Name(place, name.to_owned());
                    is_new |= self.meanings.entry(key).or_default().insert(Meaning::Thing(thing));
                }
            }
        }
        is_new
    }

    fn hand_on_all(&mut self, scopes: &[Scope<'_>]) {
        for _ in 0..FURTHEST {
            if !self.hand_on(scopes) {
                break;
            }
        }
    }

    /// Lets parameters mean what calls give them; whether anything is new.
    fn hand_on(&mut self, scopes: &[Scope<'_>]) -> bool {
        let mut news = Vec::new();
        for (scope, place) in scopes.iter().zip(0..) {
            each_call(scope.body, &mut |function, args, keywords| {
                let Some(callee) = callee(scopes, place, function) else { return };
                let Some(called) = scopes.get(callee) else { return };
                for (parameter, argument) in fitted(called, args, keywords) {
                    let key = Key::Name(callee, parameter.name.text.to_string());
                    news.extend(
                        self.meant(scopes, place, argument).into_iter().map(|meaning| (key.clone(), meaning)),
                    );
                }
            });
            each_statement(scope.body, &mut |statement| {
                if let StmtKind::Assign { targets, value } = &statement.kind {
                    for key in targets.iter().filter_map(|target| key_of(target, place)) {
                        let meanings = self.meant(scopes, place, value);
                        news.extend(meanings.into_iter().map(|meaning| (key.clone(), meaning)));
                    }
                }
            });
        }
        let mut is_new = false;
        for (key, meaning) in news {
            is_new |= self.meanings.entry(key).or_default().insert(meaning);
        }
        is_new
    }

    /// A name, or an attribute of a method's own object, that means just this in a scope.
    pub(crate) fn name_of(&self, scopes: &[Scope<'_>], scope: usize, wanted: Meaning) -> Option<String> {
        let means_it = |meanings: &BTreeSet<Meaning>| meanings.len() == 1 && meanings.contains(&wanted);
        let mut hidden: BTreeSet<&str> = BTreeSet::new();
        let mut place = Some(scope);
        while let Some(here) = place {
            for (key, meanings) in &self.meanings {
                let Key::Name(its_scope, name) = key else { continue };
                if *its_scope == here && means_it(meanings) && !hidden.contains(name.as_str()) {
                    return Some(name.clone());
                }
            }
            let scope = scopes.get(here)?;
            hidden.extend(scope.parameters.iter().map(|parameter| &*parameter.name.text));
            place = scope.parent;
        }
        let own = scopes.get(scope).filter(|scope| scope.is_method)?.parameters.first()?;
        let attribute = self.meanings.iter().find_map(|(key, meanings)| match key {
            Key::Attribute(name) if means_it(meanings) => Some(name),
            _ => None,
        })?;
        Some(format!("{}.{attribute}", own.name.text))
    }

    /// What a parameter or a variable of a scope may mean.
    pub(crate) fn meant_by(&self, scope: usize, name: &str) -> BTreeSet<Meaning> {
        self.meanings.get(&Key::Name(scope, name.to_owned())).cloned().unwrap_or_default()
    }

    /// What an expression may mean in a scope.
    pub(crate) fn meant(&self, scopes: &[Scope<'_>], scope: usize, expression: &Expr) -> BTreeSet<Meaning> {
        match &expression.kind {
            ExprKind::Attribute { attribute, .. } => {
                self.meanings.get(&Key::Attribute(attribute.text.to_string())).cloned().unwrap_or_default()
            }
            ExprKind::Name(name) => {
                let mut place = Some(scope);
                while let Some(here) = place {
                    if let Some(meanings) = self.meanings.get(&Key::Name(here, name.to_string())) {
                        return meanings.clone();
                    }
                    place = scopes.get(here).and_then(|scope| scope.parent);
                }
                BTreeSet::new()
            }
            ExprKind::Starred(inner) => self.meant(scopes, scope, inner),
            _ => BTreeSet::new(),
        }
    }
}

/// `asyncio.create_task`, a task group's or a loop's, or `asyncio.ensure_future`.
pub(crate) fn makes_task(function: &Expr, imports: &Imports) -> bool {
    imports
        .dotted(function)
        .is_some_and(|name| name.ends_with(".create_task") || name == "asyncio.ensure_future")
}

fn key_of(target: &Expr, scope: usize) -> Option<Key> {
    match &target.kind {
        ExprKind::Name(name) => Some(Key::Name(scope, name.to_string())),
        ExprKind::Attribute { attribute, .. } => Some(Key::Attribute(attribute.text.to_string())),
        _ => None,
    }
}

/// What kind of thing a call makes.
fn made_by(value: &Expr, imports: &Imports) -> Option<ThingKind> {
    let ExprKind::Call { function, .. } = &value.kind else { return None };
    // Of whatever loop: `asyncio.get_running_loop().create_future()`
    if matches!(&function.kind, ExprKind::Attribute { attribute, .. } if &*attribute.text == "create_future")
    {
        return Some(ThingKind::Future);
    }
    let dotted = imports.dotted(function)?;
    Some(match dotted.as_str() {
        "asyncio.Lock" | "threading.Lock" | "threading.RLock" => ThingKind::Lock,
        "asyncio.Semaphore"
        | "asyncio.BoundedSemaphore"
        | "threading.Semaphore"
        | "threading.BoundedSemaphore" => ThingKind::Semaphore,
        "asyncio.Event" | "threading.Event" => ThingKind::Event,
        "asyncio.Condition" | "threading.Condition" => ThingKind::Condition,
        "asyncio.Barrier" | "threading.Barrier" => ThingKind::Barrier,
        "asyncio.Queue"
        | "asyncio.PriorityQueue"
        | "asyncio.LifoQueue"
        | "queue.Queue"
        | "queue.PriorityQueue"
        | "queue.LifoQueue"
        | "queue.SimpleQueue" => ThingKind::Queue,
        "asyncio.Future" => ThingKind::Future,
        "concurrent.futures.ThreadPoolExecutor" => ThingKind::ThreadPool,
        "concurrent.futures.ProcessPoolExecutor" => ThingKind::ProcessPool,
        _ => return None,
    })
}

/// The number that says how many may use a thing, where one is written.
fn number_of(value: &Expr, kind: ThingKind) -> Option<Field> {
    let ExprKind::Call { args, keywords, .. } = &value.kind else { return None };
    let (role, keyword) = match kind {
        ThingKind::Semaphore => (Role::Permits, "value"),
        ThingKind::Queue => (Role::Size, "maxsize"),
        ThingKind::Barrier => (Role::Parties, "parties"),
        ThingKind::ThreadPool | ThingKind::ProcessPool => (Role::Workers, "max_workers"),
        ThingKind::Lock | ThingKind::Event | ThingKind::Condition | ThingKind::Future => return None,
    };
    let named = keywords.iter().find(|other| other.name.as_ref().is_some_and(|name| &*name.text == keyword));
    let number = args.first().or(named.map(|keyword| &keyword.value))?;
    matches!(number.kind, ExprKind::Constant(Constant::Number(Number::Int(_))))
        .then_some(Field { role, span: number.span })
}

/// The scope of the function that a call reaches, if the program defines it: by name, or as a method of
/// whatever object if only one class has it.
pub(crate) fn callee(scopes: &[Scope<'_>], from: usize, function: &Expr) -> Option<usize> {
    match &function.kind {
        ExprKind::Name(name) => {
            let mut place = Some(from);
            while let Some(here) = place {
                let own = |(scope, _): &(&Scope<'_>, usize)| {
                    scope.parent == Some(here)
                        && !scope.is_method
                        && scope.name.rsplit('.').next() == Some(&**name)
                };
                if let Some((_, found)) = scopes.iter().zip(0..).filter(own).last() {
                    return Some(found);
                }
                place = scopes.get(here).and_then(|scope| scope.parent);
            }
            None
        }
        ExprKind::Attribute { attribute, .. } => {
            let wanted = |(scope, _): &(&Scope<'_>, usize)| {
                scope.is_method && scope.name.rsplit('.').next() == Some(&*attribute.text)
            };
            let mut found = scopes.iter().zip(0..).filter(wanted);
            let (_, first) = found.next()?;
            found.next().is_none().then_some(first)
        }
        _ => None,
    }
}

/// Which parameter each argument goes to, as far as one can tell.
fn fitted<'t>(
    called: &Scope<'t>,
    args: &'t [Expr],
    keywords: &'t [Keyword],
) -> impl Iterator<Item = (&'t Parameter, &'t Expr)> {
    let own = called.parameters.get(usize::from(called.is_method)..).unwrap_or_default();
    let by_place = own.iter().filter(|parameter| {
        matches!(parameter.kind, ParameterKind::PositionalOnly | ParameterKind::Positional)
    });
    let plain = args.iter().take_while(|argument| !matches!(argument.kind, ExprKind::Starred(_)));
    let by_name = keywords.iter().filter_map(|keyword| {
        let name = keyword.name.as_ref()?;
        let parameter = own.iter().find(|parameter| parameter.name.text == name.text)?;
        Some((parameter, &keyword.value))
    });
    by_place.zip(plain).chain(by_name)
}

/// Every statement of a scope, in whatever block, without those of functions and classes inside.
pub(crate) fn each_statement<'t>(body: &'t [Stmt], see: &mut impl FnMut(&'t Stmt)) {
    for statement in body {
        see(statement);
        if !matches!(statement.kind, StmtKind::FunctionDef(_) | StmtKind::ClassDef(_)) {
            for block in statement.blocks() {
                each_statement(block, see);
            }
        } else if let StmtKind::ClassDef(class) = &statement.kind {
            each_statement(&class.body, see);
        }
    }
}

/// Every call in a scope.
fn each_call<'t>(body: &'t [Stmt], see: &mut impl FnMut(&'t Expr, &'t [Expr], &'t [Keyword])) {
    each_statement(body, &mut |statement| {
        for expression in statement.expressions() {
            each_expression(expression, &mut |inner| {
                if let ExprKind::Call { function, args, keywords, .. } = &inner.kind {
                    see(function, args, keywords);
                }
            });
        }
    });
}

/// An expression and all inside it.
pub(crate) fn each_expression<'t>(expression: &'t Expr, see: &mut impl FnMut(&'t Expr)) {
    see(expression);
    for child in expression.children() {
        each_expression(child, see);
    }
}
