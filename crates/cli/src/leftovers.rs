//! What a run leaves behind in its process: nothing, even of values that lead back to themselves. It is judged here,
//! where an allocator counts.

use interleave_python::Options;

use interleave_memory::in_use;

#[test]
fn nothing_is_left_of_a_program() {
    const RINGS: &str = "
import asyncio
from concurrent.futures import Future, ProcessPoolExecutor

class Base:
    def __init__(self):
        self.me = self

class Tree(Base):
    def __init__(self):
        super().__init__()
        self.leaves = [self]

def deep():
    def inner(n):
        return n and inner(n - 1)
    return inner(3)

async def job(others):
    others.append(asyncio.current_task())
    try:
        raise ValueError(others)
    except ValueError as error:
        kept = error
    await asyncio.sleep(1)

async def main():
    others = []
    trees = [Tree(), deep()]
    left = asyncio.create_task(asyncio.sleep(100))
    await asyncio.gather(*(job(others) for _ in range(3)))
    exec('def f(): return f', own := {})
    loop = asyncio.get_running_loop()
    asyncio.shield(loop.create_future())
    asyncio.gather(loop.create_future(), loop.create_future())
    asyncio.as_completed([loop.create_future()])
    asyncio.wrap_future(Future())
    await asyncio.timeout(100).__aenter__()
    with ProcessPoolExecutor(1) as pool:
        print(pool.submit(len, [1, 2]).result())

asyncio.run(main())
";
    let run = || interleave_python::run(RINGS, &Options::default()).stdout;
    assert_eq!(run(), "2\n");
    drop(run());
    let before = in_use();
    (0..5).for_each(|_| drop(run()));
    assert_eq!(in_use(), before);
}
