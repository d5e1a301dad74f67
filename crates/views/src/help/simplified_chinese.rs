//! Help in Simplified Chinese, as written in mainland China.

use super::recognise::Mistake;

pub(super) fn say(mistake: &Mistake<'_>) -> String {
    use Mistake::*;
    match mistake {
        NeverAwaited { coroutine: "main" } => {
            "调用 main() 只会创建协程，里面的代码还没有运行。请用 asyncio.run(main()) 启动它。".into()
        }
        NeverAwaited { coroutine } => format!(
            "调用 {coroutine}() 只会创建协程，里面的代码还没有运行。请在调用前加上 await，或者把它交给 asyncio.create_task()。"
        ),
        NoRunningLoop => "这里还没有正在运行的事件循环：请把这一步放进由 asyncio.run() 启动的 async 函数里。".into(),
        RunInsideLoop => {
            "这里已有事件循环在运行，asyncio.run() 不能再启动一个：在 async 函数里请改用 await。".into()
        }
        LoopAlreadyRunning => {
            "事件循环已经在运行：在 async 函数里请用 await，而不是 run_until_complete()。".into()
        }
        NoCurrentLoop => {
            "这里没有可用的事件循环：请用 asyncio.run(main()) 启动程序，并在 async 函数里使用 asyncio.get_running_loop()。".into()
        }
        LoopClosed => {
            "这个事件循环已经关闭，不会再运行任何东西：请在 close() 之前把事情做完，或者用 asyncio.run() 重新开始。".into()
        }
        OtherLoop => {
            "它属于另一个事件循环；每次 asyncio.run() 都会新建一个循环。请在用到它们的 async 函数里创建 Future、锁和队列。".into()
        }
        OutsideAsync { keyword } => {
            format!("{keyword} 只能用在 async 函数里：请把它放进 async 函数，或者把 def 改成 async def。")
        }
        OutsideFunction => {
            "await 只能用在 async 函数里：请把这一行放进 async def main():，再用 asyncio.run(main()) 启动。".into()
        }
        YieldFromInAsync => "在 async 函数里，请用 await 代替 yield from。".into(),
        AwaitsNone => {
            "await 后面的值是 None：被调用的是普通函数，它已经执行完了。请去掉 await，或者换成异步的版本，例如用 asyncio.sleep() 代替 time.sleep()。".into()
        }
        AwaitsFunction => "await 后面是函数名：请加上括号调用它，才会得到可等待对象。".into(),
        AwaitsCollection { class } => {
            format!("await 一次只等一个，不能等一个 {class}：要等全部，请写 await asyncio.gather(*things)。")
        }
        AwaitsAsyncGenerator => "异步生成器会逐个给出值：请用 async for 代替 await。".into(),
        CannotAwait { class } => {
            format!("{class} 不能用 await 等待；协程、任务（Task）和 Future 才可以。如果值已经有了，请去掉 await。")
        }
        ReusedCoroutine => {
            "一个协程只能运行一次，而这个已经运行过了：请再调用一次函数以得到新的协程，或者创建任务（Task），任务可以等待多次。".into()
        }
        ForgottenAwait => "这是协程，还不是它的结果：调用前少了 await。".into(),
        TaskNotAwaited { class } => format!("这是 {class}，还不是它的结果：请用 await 取得结果。"),
        CoroutineExpected { got } if got.starts_with("<function") => {
            "这里需要协程，但给的是函数本身：请加上括号调用它，例如 asyncio.run(main())。".into()
        }
        CoroutineExpected { got: "None" } => {
            "这里需要协程，但给的是 None：被调用的函数不是 async 函数。请用 async def 定义它。".into()
        }
        CoroutineExpected { .. } => "这里需要协程，也就是调用 async 函数得到的东西。".into(),
        AwaitableRequired => {
            "只有协程、任务（Task）和 Future 可以等待：请在这里调用 async 函数，别忘了括号。".into()
        }
        CoroutinesInWait => {
            "asyncio.wait() 只接受任务，不接受协程：请先用 asyncio.create_task() 创建任务，或者改用 asyncio.gather()。".into()
        }
        NotAsyncIterable { class } => {
            format!("async for 用来遍历异步的对象，而 {class} 是普通对象：请写不带 async 的 for。")
        }
        AsyncIterable => "它以异步的方式给出值：请用 async for 代替 for。".into(),
        NeedsAsyncWith { class } => format!("{class} 不能用普通的 with。如果它来自 asyncio，请写 async with。"),
        NotAsyncWith { class } => format!("{class} 在这里是普通对象：请写不带 async 的 with。"),
        TaskDestroyed => {
            "任务还在等待，程序就结束了，或者任务没有被保存：请把任务存进变量，并在结束前 await 它。".into()
        }
        NeverRetrieved { of_task: true } => {
            "有一个任务失败了，却没有人查看：请 await 这个任务，让异常出现在可以处理它的地方。".into()
        }
        NeverRetrieved { of_task: false } => "有一个 Future 被设置了异常，却没有人查看：请 await 这个 Future。".into(),
        AlreadyDone => "这个 Future 已经有结果或已被取消；结果只能设置一次。请先用 done() 确认。".into(),
        NotDoneYet => "现在还没有结果：请用 await 等它，不要马上取结果。".into(),
        Cancelled => {
            "这里等待的东西被取消了：等待被取消的任务，就会收到 CancelledError。如果这在意料之中，请用 try 和 except asyncio.CancelledError 处理。".into()
        }
        TimedOut => "时间到了还没做完，所以被取消了：请多给一点时间，或者用 try 和 except 处理 TimeoutError。".into(),
        TaskGroupFailed { count } => format!(
            "任务组里有 {count} 个任务失败；任务组取消了其他任务，并等它们结束。带编号的各段说明哪里出错；可以用 except* 处理。"
        ),
        QueueEmpty => "队列里没有元素，而 get_nowait() 不会等待：请写 await queue.get()。".into(),
        QueueFull => "队列已满，而 put_nowait() 不会等待：请写 await queue.put(item)。".into(),
        QueueShutDown => "队列已经关闭，不再接收也不再给出元素：请处理 QueueShutDown，让工作正常收尾。".into(),
        BrokenBarrier => {
            "有任务在等待时，屏障（Barrier）被中止或重置，所以谁也过不去：各方需要重新到齐。".into()
        }
        NotHeld => "没有持有的东西不能释放：请先获取它，最好用 async with。".into(),
        ReleasedTooOften => "释放的次数比获取的多：用 async with 就会正好相等。".into(),
        TaskDoneTooOften => "每次 get() 只对应一次 task_done()：它被调用的次数比取出的元素多。".into(),
        WaitWithoutLock => "持有条件（Condition）时才能等待它：请写在 async with condition: 里面。".into(),
        NeverClosed { bracket } => format!("这个 {bracket} 没有对应的右括号：请补上。"),
        Unmatched { bracket } => format!("这个 {bracket} 没有对应的左括号：请删掉它，或者补上左括号。"),
        WrongBracket { closing, opening } => {
            format!("{opening} 却用 {closing} 来关闭：括号要成对，里面的先关闭。")
        }
        MissingColon => "这一行末尾少了冒号。".into(),
        MissingBlock => "冒号之后，属于它的各行要缩进四个空格。".into(),
        UnexpectedIndent => "这一行比上一行缩进得更多，却没有理由：请删掉行首多余的空格。".into(),
        UnindentMatchesNothing => "这一行的开头和上面哪一行都对不齐：请与它所属的各行缩进一致。".into(),
        TabsAndSpaces => "行首混用了制表符和空格：请一律用四个空格。".into(),
        UnterminatedString => "这个字符串没有结束：请补上引号。".into(),
        UnterminatedTripleString => "这个字符串没有结束：请用同样的三个引号结束它。".into(),
        AssignedInsteadOfCompared => "一个 = 是赋值；要比较，请写 ==。".into(),
        MissingComma => "两个值之间可能少了逗号。".into(),
        PrintStatement => "print 是函数：要打印的内容请放在括号里。".into(),
        BadSyntax => "从标记的地方开始，Python 看不懂这一行：请看看它前面是不是少了或多了什么。".into(),
        UnknownName { name, meant: Some(meant) } => format!("这里没有 {name}；你想要的可能是 {meant}。"),
        UnknownName { name, meant: None } => {
            format!("这里没有 {name}：请检查拼写，并确认它在这一行之前已有值。")
        }
        NotImported { module } => format!("要先导入 {module}：请在最上面写 import {module}。"),
        UnknownInModule { module: owner, name, meant: Some(meant) }
        | UnknownAttribute { class: owner, name, meant: Some(meant) }
        | CannotImport { module: owner, name, meant: Some(meant) } => {
            format!("{owner} 没有 {name}；你想要的可能是 {meant}。")
        }
        UnknownInModule { module, name, meant: None } => {
            format!("{module} 没有 {name}：请检查拼写，也确认你自己的文件不叫 {module}.py。")
        }
        UnknownAttribute { class: owner, name, meant: None } | CannotImport { module: owner, name, meant: None } => {
            format!("{owner} 没有 {name}：请检查拼写。")
        }
        NoneHasNothing { name } => format!("这是 None，没有 {name}：可能前面的某个函数没有返回值。"),
        MissingArguments { function, names } => {
            format!("调用 {function}() 时少了实参 {}。", names.replace(" and ", " 和 "))
        }
        TooManyArguments { function, given } => {
            format!("调用 {function}() 时给的实参太多：给了 {given} 个。")
        }
        UnexpectedArgument { function, name } => format!("{function}() 没有名为 {name} 的形参。"),
        NoSuchModule { module } => {
            format!("这里没有模块 {module}：请检查拼写；这里有课程会用到的 Python 内置模块，其他的很少。")
        }
        IndexOutOfRange => "没有这个编号的元素：编号从 0 开始，所以最后一个是 len() - 1。".into(),
        NoSuchKey { key } => {
            format!("字典里没有键 {key}：请先用 in 确认，或者用 get()，找不到时它会返回 None。")
        }
        DividedByZero => "有一个数除以了零。".into(),
        RecursedTooDeep => "函数不停地调用自己：要有条件让它停下来。".into(),
        AssignedLater { name } => format!(
            "{name} 在这个函数里被赋值，所以属于这个函数，但这时还没有值：要用外面的那个，请写 global {name} 或 nonlocal {name}。"
        ),
        TextAndNumber => "字符串只能和字符串相连：请用 str() 转换另一个，或者用 f 字符串。".into(),
        NotCallable { class } => format!("{class} 不能调用：请删掉它后面的括号。"),
        NoInput => "程序要读取输入，但已经没有下一行。请在程序最上方写明要读的内容，每个 input= 是一行：`# interleave: input=Ada, input=36`。".into(),
    }
}
