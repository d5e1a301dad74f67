//! A program's tree, flat: every statement with what stands around it, every function, and what calls mean.

use interleave_syntax::tree::{Expr, ExprKind, FunctionDef, Module, Stmt, StmtKind};
use interleave_text::Span;

use crate::names::Names;
use crate::walk::{any_of, call, each_inside, each_of, is_name};

/// A program, read for its mistakes.
pub(crate) struct Reading<'p> {
    pub(crate) text: &'p str,
    pub(crate) names: Names<'p>,
    /// In the order of the text.
    pub(crate) sites: Vec<Site<'p>>,
    /// In the order of the text.
    pub(crate) functions: Vec<Function<'p>>,
}

/// A statement where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Site<'p> {
    pub(crate) statement: &'p Stmt,
    /// The block that it stands in, and its number there.
    pub(crate) block: &'p [Stmt],
    pub(crate) index: usize,
    /// The statement around the block.
    pub(crate) parent: Option<usize>,
    /// The function whose code it is.
    pub(crate) function: Option<usize>,
}

/// A function.
#[derive(Clone, Copy)]
pub(crate) struct Function<'p> {
    pub(crate) definition: &'p FunctionDef,
    /// The statement that defines it.
    pub(crate) site: usize,
    /// The class that it is a method of.
    pub(crate) class: Option<&'p str>,
    is_generator: bool,
}

impl<'p> Reading<'p> {
    pub(crate) fn of(text: &'p str, module: &'p Module) -> Self {
        let names = Names::of(module);
        let mut reading = Self { text, names, sites: Vec::new(), functions: Vec::new() };
        reading.block(&module.body, None, None, None);
        reading
    }

    fn block(
        &mut self,
        block: &'p [Stmt],
        parent: Option<usize>,
        function: Option<usize>,
        class: Option<&'p str>,
    ) {
        for (index, statement) in block.iter().enumerate() {
            let site = self.sites.len();
            self.sites.push(Site { statement, block, index, parent, function });
            let (inside, within) = match &statement.kind {
                StmtKind::FunctionDef(definition) => {
                    let is_generator = yields(&definition.body);
                    self.functions.push(Function { definition, site, class, is_generator });
                    (Some(self.functions.len() - 1), None)
                }
                StmtKind::ClassDef(class) => (function, Some(&*class.name.text)),
                _ => (function, class),
            };
            statement.blocks().into_iter().for_each(|block| self.block(block, Some(site), inside, within));
        }
    }

    pub(crate) fn source(&self, span: Span) -> &'p str {
        span.of(self.text).unwrap_or_default()
    }

    /// The statements around one, from the inside out, up to and with the function whose code it is.
    pub(crate) fn around(&self, site: &Site<'p>) -> impl Iterator<Item = &'p Stmt> {
        let mut next = site.parent;
        std::iter::from_fn(move || {
            let around = self.sites.get(next?)?;
            let is_end = matches!(around.statement.kind, StmtKind::FunctionDef(_) | StmtKind::ClassDef(_));
            next = around.parent.filter(|_| !is_end);
            Some(around.statement)
        })
    }

    pub(crate) fn function(&self, site: &Site<'_>) -> Option<&Function<'p>> {
        self.functions.get(site.function?)
    }

    /// It is run by a task: it stands in an `async def`.
    pub(crate) fn is_async(&self, site: &Site<'_>) -> bool {
        self.function(site).is_some_and(|function| function.definition.is_async)
    }

    /// The statements of a function's own code.
    pub(crate) fn body(&self, function: usize) -> impl Iterator<Item = &Site<'p>> {
        let from = self.functions.get(function).map_or(self.sites.len(), |function| function.site + 1);
        let end = self.functions.get(function).and_then(|function| self.sites.get(function.site));
        let end = end.map_or(0, |site| site.statement.span.end);
        let sites = self.sites.get(from..).unwrap_or_default().iter();
        sites
            .take_while(move |site| site.statement.span.end <= end)
            .filter(move |site| site.function == Some(function))
    }

    /// The program's own coroutine function that a call calls, where there is no doubt: of this name there is one.
    pub(crate) fn coroutine(&self, expression: &Expr, site: &Site<'_>) -> Option<usize> {
        self.meant(call(expression)?.function, site)
    }

    /// The program's own coroutine function that an expression names.
    pub(crate) fn meant(&self, function: &Expr, site: &Site<'_>) -> Option<usize> {
        let name = match &function.kind {
            ExprKind::Name(name) if self.names.bindings(name) == 1 => name,
            ExprKind::Attribute { value, attribute } if self.names.bindings(&attribute.text) == 1 => {
                let class = self.class_of(value, site)?;
                let found = self.named(&attribute.text)?;
                let is_its = self.functions.get(found).is_some_and(|found| found.class == Some(class));
                return is_its.then_some(found);
            }
            _ => return None,
        };
        let found = self.named(name)?;
        self.functions.get(found).is_some_and(|found| found.class.is_none()).then_some(found)
    }

    /// A coroutine function that a call of its name makes a coroutine of, and nothing else.
    fn named(&self, name: &str) -> Option<usize> {
        let found = self.functions.iter().position(|function| *function.definition.name.text == *name)?;
        let function = self.functions.get(found)?;
        let definition = function.definition;
        (definition.is_async && definition.decorators.is_empty() && !function.is_generator).then_some(found)
    }

    /// The program's own class of which an object is: that of a method's `self`, or of what a name is bound to once.
    pub(crate) fn class_of(&self, object: &Expr, site: &Site<'_>) -> Option<&'p str> {
        let name = crate::walk::name(object)?;
        let function = self.function(site);
        let is_self = function.is_some_and(|function| {
            function.definition.parameters.first().is_some_and(|first| *first.name.text == *name)
        });
        if is_self && let Some(class) = function.and_then(|function| function.class) {
            return Some(class);
        }
        if self.names.bindings(name) != 1 {
            return None;
        }
        self.sites.iter().find_map(|site| {
            let StmtKind::Assign { targets, value } = &site.statement.kind else { return None };
            let class = crate::walk::name(call(value)?.function)?;
            let is_it = targets.iter().any(|target| is_name(target, name));
            (is_it && self.names.bindings(class) == 1).then_some(())?;
            self.classes().find(|own| *own == class)
        })
    }

    fn classes(&self) -> impl Iterator<Item = &'p str> {
        self.sites.iter().filter_map(|site| match &site.statement.kind {
            StmtKind::ClassDef(class) => Some(&*class.name.text),
            _ => None,
        })
    }

    /// The program's own functions that are called by these, and by those, with them.
    pub(crate) fn reached(&self, from: Vec<usize>) -> Vec<usize> {
        let mut reached = from;
        let mut next = 0;
        while let Some(function) = reached.get(next).copied() {
            next += 1;
            for site in self.body(function) {
                each_of(site.statement, &mut |expression| {
                    if let Some(called) =
                        self.coroutine(expression, site).filter(|called| !reached.contains(called))
                    {
                        reached.push(called);
                    }
                });
            }
        }
        reached
    }

    /// All of the statement that defines a function.
    pub(crate) fn definition(&self, function: usize) -> Span {
        let site = self.functions.get(function).and_then(|function| self.sites.get(function.site));
        site.map_or(Span::default(), |site| site.statement.span)
    }

    /// What a call calls in a module, such as `asyncio.gather`.
    pub(crate) fn calls(&self, expression: &Expr) -> Option<String> {
        self.names.dotted(call(expression)?.function)
    }

    /// A statement that repeats stands around this one.
    pub(crate) fn is_repeated(&self, site: &Site<'p>) -> bool {
        self.around(site).any(|outer| matches!(outer.kind, StmtKind::For { .. } | StmtKind::While { .. }))
    }

    /// Whether the program is ready for an exception here: it stands in a `try` that catches, or in a `with` that does.
    pub(crate) fn is_guarded(&self, site: &Site<'p>) -> bool {
        self.around(site).any(|outer| match &outer.kind {
            StmtKind::Try(parts) => !parts.handlers.is_empty(),
            StmtKind::With { items, .. } => items.iter().any(|item| {
                let source = self.source(item.context.span);
                ["suppress", "aises"].iter().any(|word| source.contains(word))
            }),
            _ => false,
        })
    }

    /// Every expression of every statement, with the statement.
    pub(crate) fn each_expression(&self, mut see: impl FnMut(&Site<'p>, &'p Expr)) {
        for site in &self.sites {
            each_of(site.statement, &mut |expression| see(site, expression));
        }
    }
}

fn yields(body: &[Stmt]) -> bool {
    let mut found = false;
    for statement in body {
        each_inside(statement, &mut |inner| {
            found |= any_of(inner, |expression| {
                matches!(expression.kind, ExprKind::Yield(_) | ExprKind::YieldFrom(_))
            });
        });
    }
    found
}
