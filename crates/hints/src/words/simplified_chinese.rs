//! What is said in Simplified Chinese, as written in mainland China.

use super::seconds;
use crate::{Fate, Mistake};

pub(super) fn said(mistake: &Mistake) -> (String, String) {
    match mistake {
        Mistake::SequentialAwaits(waits) => (
            format!(
                "`{}` 被依次等待了 {} 次，上一次结束，下一次才开始，一共用了 {} 秒。",
                waits.function,
                waits.times,
                seconds(waits.spent_ns)
            ),
            format!(
                "这几次调用互不相干，应当用 `asyncio.gather` 或 `TaskGroup` 让它们并发执行，这样只需 {} 秒。",
                seconds(waits.longest_ns)
            ),
        ),
        Mistake::AwaitInLoop(waits) => (
            format!(
                "循环里逐个等待 `{}`，共 {} 次，累计 {} 秒。",
                waits.function,
                waits.times,
                seconds(waits.spent_ns)
            ),
            format!(
                "各轮之间没有依赖，可以把全部调用一次交给 `asyncio.gather`，并发执行只需 {} 秒。",
                seconds(waits.longest_ns)
            ),
        ),
        Mistake::ForgottenAwait { call } => (
            format!("`{call}` 只是创建了协程对象，它从未被等待，其中的代码根本没有运行。"),
            "请在它前面写上 `await`，或者用它创建任务再等待该任务。".to_owned(),
        ),
        Mistake::AwaitedTooEarly { taker } => (
            format!("`{taker}` 的实参里写了 `await`，所以协程先运行完毕，传给 `{taker}` 的是它的返回值。"),
            format!("请去掉 `await`，把协程对象直接传给 `{taker}`。"),
        ),
        Mistake::FunctionNotCalled { function } => (
            format!("此处需要协程对象，写的却是协程函数 `{function}`，运行到这里会抛出异常。"),
            format!("请调用它：`{function}(…)` 得到的才是协程对象。"),
        ),
        Mistake::NestedRun => (
            "协程已经运行在事件循环中，再调用 `asyncio.run` 去启动一个事件循环，会抛出 RuntimeError。"
                .to_owned(),
            "在协程里请直接用 `await`；`asyncio.run` 只用于程序入口。".to_owned(),
        ),
        Mistake::AwaitedTwice { name } => (
            format!("协程对象 `{name}` 只能运行一次，再次 `await` 会抛出 RuntimeError。"),
            "请用它创建任务：任务会保存结果，可以反复等待。".to_owned(),
        ),
        Mistake::BlockingCall { call, within, blocked_ns } => (
            match blocked_ns {
                Some(ns) => format!(
                    "`{call}` 让事件循环卡住了 {} 秒，期间到时的任务和定时器都无法运行。",
                    seconds(*ns)
                ),
                None => format!("`{call}` 在返回之前一直卡住事件循环，别的任务和定时器都无法运行。"),
            },
            match (within, call.as_str()) {
                (Some(function), _) => format!(
                    "在协程中请用 `await asyncio.to_thread({function}, …)` 调用它，或者把 `{function}` 改成使用 `await` 的 `async def`。"
                ),
                (None, "time.sleep") => {
                    "请换成 `await asyncio.sleep(…)`，它在等待时会让出控制权。".to_owned()
                }
                (None, _) => {
                    "请用 `await asyncio.to_thread(…)` 把它放进线程，或者换用支持等待的库。".to_owned()
                }
            },
        ),
        Mistake::LongComputation { ns } => (
            format!(
                "该任务一口气计算了 {} 秒，其间没有 `await`，已经到时的其他任务都被耽搁了。",
                seconds(*ns)
            ),
            "请每计算一段就 `await asyncio.sleep(0)` 让出控制权，或者把计算交给另一个进程。".to_owned(),
        ),
        Mistake::UnreferencedTask { maker, fate } => (
            match fate {
                Fate::Failed => {
                    format!("`{maker}` 返回的任务没有保存下来：任务失败了，程序却毫不知情，照常运行。")
                }
                Fate::CutOff => {
                    format!("`{maker}` 返回的任务没有保存下来，也无人等待：事件循环先结束，任务中途被取消。")
                }
                Fate::Unknown => {
                    format!("`{maker}` 返回的任务没有保存下来，之后无法再等待它，它还可能未完成就被回收。")
                }
            },
            "请把任务保存在变量或集合中并最终等待它，或者在 `TaskGroup` 中创建它。".to_owned(),
        ),
        Mistake::SwallowedCancellation { task } => (
            match task {
                Some(task) => {
                    format!("`{task}` 被取消了，可是异常在这个 `except` 里被吞掉，任务仍继续运行。")
                }
                None => "取消在这个 `except` 里被吞掉，循环接着执行，谁都无法让这个任务停下。".to_owned(),
            },
            "做完清理之后请重新 `raise`，取消才能生效。".to_owned(),
        ),
        Mistake::ZippedCompletions { source } => (
            format!("`{source}` 按完成的先后给出结果，`zip` 则按另一个列表的顺序配对，两者会错位。"),
            "请用 `asyncio.gather`，它的结果与传入的顺序一致；也可以让协程把名称连同结果一起返回。"
                .to_owned(),
        ),
        Mistake::SurvivingSiblings { failed, survivors } => (
            format!("`{failed}` 失败使 `gather` 也失败了，而{}还在运行，已无人等待。", listed(survivors)),
            "请在 `asyncio.TaskGroup` 中创建它们：一个失败，其余的随之取消。".to_owned(),
        ),
        Mistake::LostUpdate { place, lost, by } => (
            format!(
                "`{by}` 读取 `{place}` 后先等待，再用旧值算出的结果写回，`{lost}` 在此期间写入的值就丢失了。"
            ),
            "请不要在读与写之间 `await`，或者在整个过程中持有 `asyncio.Lock`。".to_owned(),
        ),
        Mistake::GrowingQueue { items } => (
            format!("队列没有容量限制，放入的速度超过取出的速度，最后积压了 {items} 项。"),
            "请设置 `maxsize`：队列满时 `put` 会等待，生产者就不会跑得太快。".to_owned(),
        ),
        Mistake::OnlyLastAwaited { name, fate } => (
            match fate {
                Fate::Failed => {
                    format!("循环每次都用 `{name}` 指向新的任务，只有最后一个被等待：其他任务中有失败的，却无人知晓。")
                }
                Fate::CutOff => {
                    format!("循环每次都用 `{name}` 指向新的任务，只有最后一个被等待：其他任务尚未完成，事件循环就已结束。")
                }
                Fate::Unknown => {
                    format!("循环每次都用 `{name}` 指向新的任务，循环之后就只能等待最后一个了。")
                }
            },
            "请把任务放进列表，再 `await asyncio.gather(*tasks)`，或者在 `TaskGroup` 中创建它们。".to_owned(),
        ),
        Mistake::UnawaitedCancel { task } => (
            format!("`cancel()` 只是提出请求：程序结束时 `{task}` 仍在清理，清理工作因此中断。"),
            "请在取消之后等待任务结束，可以用 `await asyncio.gather(…, return_exceptions=True)`。".to_owned(),
        ),
        Mistake::UnseenFailures { way, task } => match way.as_str() {
            "asyncio.wait" => (
                format!("`asyncio.wait` 不会引发任务的异常：`{task}` 失败了，程序却照常往下走。"),
                "请对完成的任务逐个调用 `result()`，或者换用 `asyncio.gather`，它会引发第一个异常。".to_owned(),
            ),
            _ => (
                format!("`return_exceptions=True` 把异常变成了返回值：`{task}` 失败了，返回值却没有人查看。"),
                "请用 `isinstance(…, Exception)` 逐个检查结果，或者去掉 `return_exceptions`。".to_owned(),
            ),
        },
        Mistake::TimeoutCaughtInside => (
            "超时的时候，代码块内部得到的是取消；退出 `async with` 时它才变成 `TimeoutError`，因此这个 `except` 捕获不到。"
                .to_owned(),
            "请让 `try` 包住整个 `async with asyncio.timeout(…)`。".to_owned(),
        ),
        Mistake::HiddenTimeout => (
            "这里发生了超时，却不留痕迹：`except Exception` 把 `TimeoutError` 和其他错误统统吞掉了。".to_owned(),
            "请只捕获 `TimeoutError`，让其他错误暴露出来。".to_owned(),
        ),
        Mistake::HeldTwice { thing, task } => (
            format!("`{task}` 等待的 `{thing}` 正由它自己持有，因此会一直等下去。"),
            "请只在最外层获取一次，asyncio 的锁不允许持有者重复获取。".to_owned(),
        ),
    }
}

fn listed(names: &[String]) -> String {
    match names {
        [one] => format!(" `{one}` "),
        [first, rest @ ..] => format!(" `{first}` 和另外 {} 个任务", rest.len()),
        [] => String::new(),
    }
}
