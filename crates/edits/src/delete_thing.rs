//! A thing that nobody uses is made no more.
//!
//! ```python
//! lock = asyncio.Lock()
//! print("in")
//! ```
//! ```python
//! print("in")
//! ```

use interleave_syntax::tree::{ExprKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use crate::occurrences::occurrences;
use crate::rename::attributes;
use crate::{Program, Refusal, delete_step};

/// `thing` is where its name is written as it is made.
pub(crate) fn edit(program: &Program<'_>, thing: Span) -> Result<Edit, Refusal> {
    let body = &program.module().body;
    let name = program.source(thing);
    // What introduces a block, as pools do, is used by all of it.
    let maker = maker(body, thing).ok_or_else(|| Refusal::StillUsed(name.to_owned()))?;
    let named = occurrences(body, name);
    let mentions = match named.iter().find(|place| place.span == thing) {
        Some(own) => named.iter().filter(|place| place.scope == own.scope).count(),
        None => attributes(body, name).len(),
    };
    if mentions > 1 {
        return Err(Refusal::StillUsed(name.to_owned()));
    }
    delete_step::edit(program, maker.span)
}

/// The assignment whose only target is at a place.
fn maker(body: &[Stmt], name: Span) -> Option<&Stmt> {
    let statement =
        body.iter().find(|statement| statement.span.start <= name.start && name.end <= statement.span.end)?;
    let target = match &statement.kind {
        StmtKind::Assign { targets, .. } => targets.first().filter(|_| targets.len() == 1),
        StmtKind::AnnAssign { target, .. } => Some(target),
        _ => None,
    };
    let is_it = target.is_some_and(|target| match &target.kind {
        ExprKind::Attribute { attribute, .. } => attribute.span == name,
        _ => target.span == name,
    });
    if is_it {
        return Some(statement);
    }
    statement.blocks().into_iter().find_map(|block| maker(block, name))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, refused};
    use crate::{Command, Refusal};

    #[test]
    fn the_line_that_makes_it_goes() {
        check(
            Command::DeleteThing,
            "import asyncio\nasync def main():\n    «lock» = asyncio.Lock()\n    x()\n",
            "import asyncio\nasync def main():\n    x()\n",
        );
        check(
            Command::DeleteThing,
            "import asyncio\nclass A:\n    def __init__(self):\n        self.«lock» = asyncio.Lock()\n",
            "import asyncio\nclass A:\n    def __init__(self):\n        pass\n",
        );
    }

    #[test]
    fn not_while_it_is_used() {
        refused(
            Command::DeleteThing,
            "import asyncio\nasync def main():\n    «lock» = asyncio.Lock()\n    await job(lock)\n",
            &Refusal::StillUsed("lock".to_owned()),
        );
    }
}
