//! Steps are done while a thing is held: a semaphore's permit, a lock. The thing is handed to where they are.
//!
//! ```python
//! print("in")
//! ```
//! ```python
//! async with permits:
//!     print("in")
//! ```

use interleave_text::{Edit, Span};

use crate::reach::reach;
use crate::{Program, Refusal, wrap_steps};

/// `thing` is where its name is written as it is made.
pub(crate) fn edit(program: &Program<'_>, first: Span, last: Span, thing: Span) -> Result<Edit, Refusal> {
    let mut edit = Edit::default();
    let name = reach(program, thing, first, &mut edit)?;
    wrap_steps::wrap(program, first, last, &format!("async with {name}"), &mut edit)?;
    Ok(edit)
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use crate::testing::{check, refused};
    use crate::{Command, Refusal};

    /// Holds the thing whose name of this length is at an offset.
    fn hold(start: u32, length: u32) -> impl Fn(Span) -> Command {
        move |step| Command::HoldThing { first: step, last: step, thing: Span::new(start, start + length) }
    }

    fn at(text: &str, name: &str) -> u32 {
        let text = text.replace(['«', '»'], "");
        u32::try_from(text.find(&format!("{name} = ")).unwrap()).unwrap()
    }

    #[test]
    fn as_a_new_argument_of_every_call() {
        let before = "import asyncio\nasync def job(n):\n    «print(n)»\nasync def main():\n    permits = asyncio.Semaphore(3)\n    await asyncio.gather(*(job(n) for n in range(12)))\n    await job(n=7)\n";
        check(
            hold(at(before, "permits"), 7),
            before,
            "import asyncio\nasync def job(n, permits):\n    async with permits:\n        print(n)\nasync def main():\n    permits = asyncio.Semaphore(3)\n    await asyncio.gather(*(job(n, permits) for n in range(12)))\n    await job(n=7, permits=permits)\n",
        );
    }

    #[test]
    fn through_functions_in_between() {
        let before = "import asyncio\nasync def deep():\n    «x()»\nasync def job(a=1):\n    await deep()\nasync def main():\n    lock = asyncio.Lock()\n    await job()\n";
        check(
            hold(at(before, "lock"), 4),
            before,
            "import asyncio\nasync def deep(lock):\n    async with lock:\n        x()\nasync def job(a=1, *, lock):\n    await deep(lock)\nasync def main():\n    lock = asyncio.Lock()\n    await job(lock=lock)\n",
        );
    }

    #[test]
    fn where_nobody_calls_yet() {
        let before =
            "import asyncio\nasync def job():\n    «x()»\nasync def main():\n    lock = asyncio.Lock()\n";
        check(
            hold(at(before, "lock"), 4),
            before,
            "import asyncio\nasync def job(lock):\n    async with lock:\n        x()\nasync def main():\n    lock = asyncio.Lock()\n",
        );
    }

    #[test]
    fn by_the_name_that_it_has_there() {
        check(
            hold(15, 4),
            "import asyncio\nlock = asyncio.Lock()\nasync def f():\n    «x()»\n",
            "import asyncio\nlock = asyncio.Lock()\nasync def f():\n    async with lock:\n        x()\n",
        );
        let before = "import asyncio\nasync def f(door):\n    «x()»\nasync def main():\n    lock = asyncio.Lock()\n    await f(lock)\n";
        check(
            hold(at(before, "lock"), 4),
            before,
            "import asyncio\nasync def f(door):\n    async with door:\n        x()\nasync def main():\n    lock = asyncio.Lock()\n    await f(lock)\n",
        );
    }

    #[test]
    fn not_where_nobody_can_hand_it() {
        let before = "import asyncio\nasync def f():\n    «x()»\njobs = [f]\nasync def main():\n    lock = asyncio.Lock()\n";
        refused(hold(at(before, "lock"), 4), before, &Refusal::OutOfReach("lock".to_owned()));
        let before = "import asyncio\nasync def f():\n    «lock()»\nasync def main():\n    lock = asyncio.Lock()\n    await f()\n";
        refused(hold(at(before, "lock"), 4), before, &Refusal::Taken("lock".to_owned()));
    }
}
