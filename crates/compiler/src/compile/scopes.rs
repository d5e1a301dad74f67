//! Which variables there are in each scope, and where each of them lives: CPython's
//! symbol table. Names are collected by `collect`; here it is settled who owns them.
//!
//! A comprehension of a list, set or dict is a scope, but its code is inlined into the
//! code around it, unless that is a class body.

use std::collections::{BTreeMap, BTreeSet};

use interleave_syntax::tree::{ClassDef, Comprehension, Expr, FunctionDef, Module, Parameter, TypeParam};

/// An index into [`Scopes`].
pub(super) type ScopeId = usize;

/// The scope of a module is the first one.
pub(super) const MODULE: ScopeId = 0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Class,
    /// Functions, lambdas, generator expressions, and what binds type parameters.
    Function,
    /// A comprehension that is code of its own.
    Comprehension,
    /// A comprehension within the code of its parent.
    Inlined,
}

/// What a scope does with a name.
#[derive(Debug, Default)]
pub(super) struct Symbol {
    pub(super) bound: bool,
    pub(super) global: bool,
    pub(super) nonlocal: bool,
    /// It may become unbound again: by `del`, or at the end of `except … as`.
    pub(super) deleted: bool,
    /// It is bound in the middle of an expression.
    pub(super) walrus: bool,
    /// An inner function uses it, so it lives in a cell.
    pub(super) captured: bool,
}

impl Symbol {
    /// It is a variable of this very scope.
    pub(super) fn is_own(&self) -> bool {
        self.bound && !self.global && !self.nonlocal
    }
}

#[derive(Debug)]
pub(super) struct Scope<'t> {
    pub(super) kind: ScopeKind,
    pub(super) parent: ScopeId,
    /// The class whose private names are mangled.
    pub(super) private: Option<&'t str>,
    pub(super) symbols: BTreeMap<Box<str>, Symbol>,
    /// The names of `symbols`, as they first appear.
    pub(super) order: Vec<Box<str>>,
    /// Names that belong to an outer function.
    pub(super) free: BTreeSet<Box<str>>,
    /// Names that inlined comprehensions bind, and of which a function says nothing itself. As in CPython, a
    /// variable of that name is left in it that is never bound: whoever inside means one further out finds that.
    pub(super) left: BTreeSet<Box<str>>,
    /// Comprehensions inlined into it.
    pub(super) inlined: Vec<ScopeId>,
    pub(super) yields: bool,
    /// There is `await`, `async for` or `async with`.
    pub(super) awaits: bool,
    /// A statement annotates a variable.
    pub(super) annotates: bool,
    /// A class whose methods use `super` or `__class__`.
    pub(super) has_class_cell: bool,
}

impl<'t> Scope<'t> {
    pub(super) fn new(kind: ScopeKind, parent: ScopeId, private: Option<&'t str>) -> Self {
        Self {
            kind,
            parent,
            private,
            symbols: BTreeMap::new(),
            order: Vec::new(),
            free: BTreeSet::new(),
            left: BTreeSet::new(),
            inlined: Vec::new(),
            yields: false,
            awaits: false,
            annotates: false,
            has_class_cell: false,
        }
    }

    pub(super) fn symbol(&mut self, name: &str) -> &mut Symbol {
        if !self.symbols.contains_key(name) {
            self.order.push(name.into());
        }
        self.symbols.entry(name.into()).or_default()
    }

    pub(super) fn owns(&self, name: &str) -> bool {
        self.symbols.get(name).is_some_and(Symbol::is_own)
    }

    /// The variables that are registers of the code, in order.
    pub(super) fn own_names(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(AsRef::as_ref).filter(|name| self.owns(name))
    }
}

/// All scopes of a module.
#[derive(Debug)]
pub(super) struct Scopes<'t> {
    pub(super) list: Vec<Scope<'t>>,
    /// By the address of what has the scope.
    by_node: BTreeMap<usize, ScopeId>,
    /// Those of comprehensions and generator expressions, through which `:=` binds.
    pub(super) comprehensions: BTreeSet<ScopeId>,
    /// `from __future__ import annotations`
    pub(super) annotations_are_text: bool,
}

/// Whatever has a scope of its own in the tree.
pub(super) trait HasScope {
    fn address(&self) -> usize;
}

macro_rules! has_scope {
    ($($node:ty),*) => {
        $(impl HasScope for $node {
            fn address(&self) -> usize {
                std::ptr::from_ref(self).cast::<u8>() as usize
            }
        })*
    };
}

// A function's scope goes by the function, its type parameters' scope by those, a lambda's by its
// body, a comprehension's by its clauses, and that of an expression whose evaluation is postponed by itself.
has_scope!(FunctionDef, ClassDef, Expr, [Comprehension], [TypeParam]);

impl<'t> Scopes<'t> {
    pub(super) fn new(module: &'t Module) -> Self {
        let mut scopes = Self {
            list: vec![Scope::new(ScopeKind::Module, MODULE, None)],
            by_node: BTreeMap::new(),
            comprehensions: BTreeSet::new(),
            annotations_are_text: false,
        };
        super::collect::collect(&mut scopes, module);
        scopes.hand_up_from_inlined();
        for id in 1..scopes.list.len() {
            scopes.find_owners(id);
        }
        scopes
    }

    pub(super) fn add(&mut self, node: &(impl HasScope + ?Sized), scope: Scope<'t>) -> ScopeId {
        let id = self.list.len();
        self.list.push(scope);
        self.by_node.insert(node.address(), id);
        id
    }

    pub(super) fn has(&self, node: &(impl HasScope + ?Sized)) -> bool {
        self.by_node.contains_key(&node.address())
    }

    pub(super) fn of(&self, node: &(impl HasScope + ?Sized)) -> ScopeId {
        self.by_node.get(&node.address()).copied().unwrap_or(MODULE)
    }

    /// What an inlined comprehension uses, the scope around it uses.
    fn hand_up_from_inlined(&mut self) {
        let mut inlined_in = vec![Vec::new(); self.list.len()];
        for (id, scope) in self.list.iter().enumerate().filter(|(_, scope)| scope.kind == ScopeKind::Inlined)
        {
            inlined_in[scope.parent].push(id);
        }
        for (parent, inlined) in inlined_in.into_iter().enumerate().rev() {
            let has_variables = !matches!(self.list[parent].kind, ScopeKind::Module | ScopeKind::Class);
            for id in inlined {
                let (bound, used): (Vec<Box<str>>, Vec<_>) =
                    self.list[id].order.iter().cloned().partition(|name| self.list[id].owns(name));
                let left = std::mem::take(&mut self.list[id].left);
                let inner = std::mem::take(&mut self.list[id].inlined);
                let parent = &mut self.list[parent];
                for name in used {
                    let is_left = parent.left.contains(&name);
                    parent.symbol(&name).bound |= is_left;
                }
                if has_variables {
                    let unsaid = bound.into_iter().chain(left);
                    parent.left.extend(unsaid.filter(|name| !parent.symbols.contains_key(name)));
                }
                parent.inlined.extend(inner);
                parent.inlined.push(id);
            }
        }
    }

    /// For each name that a scope uses and doesn't own: finds the function that does, and the way there.
    fn find_owners(&mut self, id: ScopeId) {
        if self.list[id].kind == ScopeKind::Inlined {
            return;
        }
        for name in self.list[id].order.clone() {
            let symbol = &self.list[id].symbols[&name];
            if symbol.is_own() || symbol.global {
                continue;
            }
            let Some(owner) = self.owner(id, &name) else { continue };
            if self.list[owner].kind == ScopeKind::Class {
                self.list[owner].has_class_cell = true;
            } else {
                let symbol = self.list[owner].symbol(&name);
                (symbol.bound, symbol.captured) = (true, true);
            }
            let mut on_the_way = id;
            while on_the_way != owner {
                if self.list[on_the_way].kind != ScopeKind::Inlined {
                    self.list[on_the_way].free.insert(name.clone());
                }
                on_the_way = self.list[on_the_way].parent;
            }
        }
    }

    fn owner(&self, id: ScopeId, name: &str) -> Option<ScopeId> {
        let mut at = self.list[id].parent;
        loop {
            let scope = &self.list[at];
            match scope.kind {
                ScopeKind::Module => return None,
                ScopeKind::Class if name == "__class__" => return Some(at),
                ScopeKind::Class => {}
                ScopeKind::Function | ScopeKind::Comprehension | ScopeKind::Inlined => {
                    match scope.symbols.get(name) {
                        Some(symbol) if symbol.global => return None,
                        Some(symbol) if symbol.is_own() => return Some(at),
                        None if scope.left.contains(name) => return Some(at),
                        _ => {}
                    }
                }
            }
            at = scope.parent;
        }
    }
}

/// A name as the machine knows it: `__private` in class `Box` is `_Box__private`.
#[must_use]
pub fn mangle(name: &str, private: Option<&str>) -> Box<str> {
    match private.map(|class| class.trim_start_matches('_')) {
        Some(class)
            if !class.is_empty()
                && name.starts_with("__")
                && !name.ends_with("__")
                && !name.contains('.') =>
        {
            format!("_{class}{name}").into()
        }
        _ => name.into(),
    }
}

/// The parameters in the order of their registers.
pub(super) fn in_register_order(parameters: &[Parameter]) -> impl Iterator<Item = &Parameter> {
    use interleave_syntax::tree::ParameterKind as Kind;
    let of =
        |kinds: &'static [Kind]| parameters.iter().filter(move |parameter| kinds.contains(&parameter.kind));
    of(&[Kind::PositionalOnly, Kind::Positional])
        .chain(of(&[Kind::KeywordOnly]))
        .chain(of(&[Kind::Variadic]))
        .chain(of(&[Kind::Keywords]))
}
