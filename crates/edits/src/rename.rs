//! A function, a thing, a task or a parameter gets another name, wherever it is meant.
//!
//! ```python
//! async def job(n): …
//! await job(n=1)
//! ```
//! ```python
//! async def brew(n): …
//! await brew(n=1)
//! ```

use interleave_syntax::tree::{Expr, ExprKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use crate::graph::{callee, each_expression, each_statement, scopes};
use crate::occurrences::{Occurrence, occurrences, parents};
use crate::{Program, Refusal, Wanted};

/// `name` is one of the places where the old name is written.
pub(crate) fn edit(program: &Program<'_>, name: Span, new: &str) -> Result<Edit, Refusal> {
    let old = program.source(name);
    if !is_name(new) {
        return Err(Refusal::NotA(Wanted::Name));
    }
    if old == new {
        return Ok(Edit::default());
    }
    let body = &program.module().body;
    let mut places = match occurrences(body, old).iter().find(|place| place.span == name) {
        Some(meant) => same_name(body, *meant, old, new)?,
        None => same_attribute(body, name, old, new)?,
    };
    places.sort_unstable();
    places.dedup();
    let mut edit = Edit::default();
    for place in places {
        if !edit.add(place, new) {
            return Err(Refusal::Gone);
        }
    }
    Ok(edit)
}

fn same_name(body: &[Stmt], meant: Occurrence, old: &str, new: &str) -> Result<Vec<Span>, Refusal> {
    let same: Vec<Occurrence> =
        occurrences(body, old).into_iter().filter(|place| place.scope == meant.scope).collect();
    // A name of a module or of one of its members is not the program's to choose.
    if same.iter().any(|place| place.is_imported) {
        return Err(Refusal::Foreign(old.to_owned()));
    }
    // Where the new name is written already, inside the scope, the two could be mixed up.
    let parents = parents(body);
    let is_inside = |within: usize| {
        let mut scope = Some(within);
        while let Some(here) = scope {
            if here == meant.scope {
                return true;
            }
            scope = parents.get(here).copied().flatten();
        }
        false
    };
    if occurrences(body, new).iter().any(|other| is_inside(other.within)) {
        return Err(Refusal::Taken(new.to_owned()));
    }
    let mut places: Vec<Span> = same.iter().map(|place| place.span).collect();
    places.extend(arguments(body, &places, old));
    Ok(places)
}

/// The names of arguments for a parameter that is written at one of these places.
fn arguments(body: &[Stmt], places: &[Span], name: &str) -> Vec<Span> {
    let scopes = scopes(body);
    let mut found = Vec::new();
    for (from, scope) in scopes.iter().enumerate() {
        each_statement(scope.body, &mut |statement| {
            for expression in statement.expressions() {
                each_expression(expression, &mut |inner| {
                    let ExprKind::Call { function, keywords, .. } = &inner.kind else { return };
                    let Some(called) = callee(&scopes, from, function).and_then(|callee| scopes.get(callee))
                    else {
                        return;
                    };
                    let is_it =
                        called.parameters.iter().any(|parameter| places.contains(&parameter.name.span));
                    if is_it {
                        let named = keywords.iter().filter_map(|keyword| keyword.name.as_ref());
                        found.extend(named.filter(|other| &*other.text == name).map(|other| other.span));
                    }
                });
            }
        });
    }
    found
}

/// All attributes of a name, of whatever object, and the methods and class variables that they mean.
fn same_attribute(body: &[Stmt], name: Span, old: &str, new: &str) -> Result<Vec<Span>, Refusal> {
    let places = attributes(body, old);
    if !places.contains(&name) {
        return Err(Refusal::Gone);
    }
    // Only what is assigned or defined in the program is its own.
    if !is_own_attribute(body, old) {
        return Err(Refusal::Foreign(old.to_owned()));
    }
    if !attributes(body, new).is_empty() {
        return Err(Refusal::Taken(new.to_owned()));
    }
    Ok(places)
}

pub(crate) fn attributes(body: &[Stmt], name: &str) -> Vec<Span> {
    let mut found = Vec::new();
    everything(body, &mut |statement| {
        if let StmtKind::ClassDef(class) = &statement.kind {
            for member in &class.body {
                match &member.kind {
                    StmtKind::FunctionDef(method) if &*method.name.text == name => {
                        found.push(method.name.span)
                    }
                    _ => {}
                }
            }
        }
        for expression in statement.expressions() {
            each_expression(expression, &mut |inner| {
                if let ExprKind::Attribute { attribute, .. } = &inner.kind
                    && &*attribute.text == name
                {
                    found.push(attribute.span);
                }
            });
        }
    });
    found
}

fn is_own_attribute(body: &[Stmt], name: &str) -> bool {
    let is_it = |target: &Expr| matches!(&target.kind, ExprKind::Attribute { attribute, .. } if &*attribute.text == name);
    let mut is_own = false;
    everything(body, &mut |statement| {
        is_own |= match &statement.kind {
            StmtKind::Assign { targets, .. } => targets.iter().any(is_it),
            StmtKind::AnnAssign { target, .. } => is_it(target),
            StmtKind::ClassDef(class) => class.body.iter().any(
                |member| matches!(&member.kind, StmtKind::FunctionDef(method) if &*method.name.text == name),
            ),
            _ => false,
        };
    });
    is_own
}

fn everything<'t>(body: &'t [Stmt], see: &mut impl FnMut(&'t Stmt)) {
    for statement in body {
        see(statement);
        statement.blocks().into_iter().for_each(|block| everything(block, see));
    }
}

/// Whether a text is a name, and no keyword: `name = 0` is a program then.
pub(crate) fn is_name(text: &str) -> bool {
    let source = format!("{text} = 0");
    let Ok(program) = Program::read(&source) else { return false };
    let [Stmt { kind: StmtKind::Assign { targets, .. }, .. }] = program.module().body.as_slice() else {
        return false;
    };
    matches!(targets.as_slice(), [Expr { kind: ExprKind::Name(name), .. }] if &**name == text)
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, refused};
    use crate::{Command, Refusal, Wanted};

    fn to(new: &'static str) -> impl Fn(interleave_text::Span) -> Command {
        move |name| Command::Rename { name, new: new.to_owned() }
    }

    #[test]
    fn a_function_wherever_it_is_called() {
        check(
            to("brew"),
            "async def «job»(n):\n    await job(n - 1)\nasync def main():\n    await gather(*(job(n) for n in x))\n",
            "async def brew(n):\n    await brew(n - 1)\nasync def main():\n    await gather(*(brew(n) for n in x))\n",
        );
    }

    #[test]
    fn a_parameter_with_the_arguments_that_name_it() {
        check(
            to("cups"),
            "def f(«n», m=0):\n    return lambda: n + m\nn = 1\nf(n=n, m=2)\ng(n=3)\n",
            "def f(cups, m=0):\n    return lambda: cups + m\nn = 1\nf(cups=n, m=2)\ng(n=3)\n",
        );
    }

    #[test]
    fn only_the_variable_that_is_meant() {
        check(
            to("b"),
            "a = 1\ndef f():\n    «a» = 2\n    def g():\n        nonlocal a\n        a = 3\n    print(f'{a}')\ndef h():\n    global a\n    return [a for a in [a]]\n",
            "a = 1\ndef f():\n    b = 2\n    def g():\n        nonlocal b\n        b = 3\n    print(f'{b}')\ndef h():\n    global a\n    return [a for a in [a]]\n",
        );
        check(
            to("b"),
            "«a» = 1\ndef h():\n    global a\n    return [a for a in [a]]\nclass C:\n    a = 2\n    def f(self):\n        return a\n",
            "b = 1\ndef h():\n    global b\n    return [a for a in [b]]\nclass C:\n    a = 2\n    def f(self):\n        return b\n",
        );
    }

    #[test]
    fn an_attribute_of_all_objects() {
        check(
            to("door"),
            "class Shop:\n    def __init__(self):\n        self.«open» = Event()\n\nshop.open.set()\nopen('file')\n",
            "class Shop:\n    def __init__(self):\n        self.door = Event()\n\nshop.door.set()\nopen('file')\n",
        );
    }

    #[test]
    fn names_of_targets_handlers_and_patterns() {
        check(
            to("b"),
            "try:\n    for «a», _ in x:\n        (a := 1)\nexcept E as a:\n    match a:\n        case {'k': [*a]} | C(v=a):\n            del a\n",
            "try:\n    for b, _ in x:\n        (b := 1)\nexcept E as b:\n    match b:\n        case {'k': [*b]} | C(v=b):\n            del b\n",
        );
    }

    #[test]
    fn not_what_is_taken_or_foreign() {
        let taken = |name: &str| Refusal::Taken(name.to_owned());
        refused(to("b"), "«a» = 1\nb = 2\n", &taken("b"));
        refused(to("print"), "«a» = 1\nprint(a)\n", &taken("print"));
        refused(to("b"), "def f():\n    b = 1\n    return a\n«a» = 1\n", &taken("b"));
        check(to("b"), "def f():\n    «a» = 1\nb = 2\n", "def f():\n    b = 1\nb = 2\n");
        refused(to("b"), "import asyncio\n«asyncio».sleep\n", &Refusal::Foreign("asyncio".to_owned()));
        refused(to("b"), "x.«sleep»()\n", &Refusal::Foreign("sleep".to_owned()));
        refused(to("await"), "«a» = 1\n", &Refusal::NotA(Wanted::Name));
        refused(to("b, c"), "«a» = 1\n", &Refusal::NotA(Wanted::Name));
    }
}
