//! The views in Simplified Chinese, as written in mainland China.

use interleave_trace::{BarrierPhase, Limit, Stopped};

use super::{closed_up, number};
use crate::comparison::{Against, Differences};
use crate::facts::{Awaited, InLine, LifeFacts, ReadyFacts, StretchFacts, Thing, ThingFacts, TimerFacts};
use crate::sight::{EdgeKind, State};
use crate::why::facts::{Asked, Cause, Company, Deed, Handling, Hindrance};

pub(super) fn second() -> &'static str {
    "秒"
}

pub(super) fn seconds(ns: i64) -> String {
    format!("{} {}", number(ns), second())
}

pub(super) fn callback() -> String {
    "回调".to_owned()
}

pub(super) fn housekeeping() -> String {
    "asyncio 的收尾工作".to_owned()
}

pub(super) fn thread(number: u32) -> String {
    if number == 0 { "主线程".to_owned() } else { format!("线程 {number}") }
}

fn thing(thing: &Thing) -> String {
    if !thing.named {
        return thing.name.clone();
    }
    let kind = match thing.class {
        "Lock" => "锁",
        "Event" => "事件",
        "Condition" => "条件",
        "Semaphore" | "BoundedSemaphore" => "信号量",
        "Barrier" => "屏障",
        "Queue" | "PriorityQueue" | "LifoQueue" => "队列",
        "TaskGroup" => "任务组",
        "timeout" => "超时",
        class => class,
    };
    format!("{kind} {}", thing.name)
}

fn awaited(awaited: &Awaited) -> String {
    let said = match awaited {
        Awaited::Unknown => "Future".to_owned(),
        Awaited::Time { due_ns } => format!("时间到 {}", seconds(*due_ns)),
        Awaited::Thing { thing, purpose } => {
            let thing = self::thing(thing);
            match purpose {
                InLine::Pass => thing,
                InLine::Notice => format!("{thing} 的通知"),
                InLine::ItsLock => format!("{thing} 的锁"),
                InLine::Item => format!("{thing} 的元素"),
                InLine::Room => format!("{thing} 的空位"),
                InLine::AllDone => format!("{thing} 的所有元素完成"),
                InLine::Tasks => format!("{thing} 的任务"),
            }
        }
        Awaited::Task { name } => name.clone(),
        Awaited::Job { name, thread: Some(thread) } => format!("线程 {thread} 中的工作 {name}"),
        Awaited::Job { name, thread: None } => format!("工作 {name}"),
        Awaited::Call { function, several: 0 | 1 } => function.clone(),
        Awaited::Call { function, several } => format!("{function}，共 {several} 个"),
    };
    closed_up(&said)
}

fn doing(facts: &StretchFacts) -> String {
    match (facts.state, facts.of_thread) {
        (State::Ready, _) => "已就绪，等着轮到自己".to_owned(),
        (State::Running, _) => "运行中".to_owned(),
        (State::Sleeping, false) => "休眠中".to_owned(),
        (State::Sleeping | State::Waiting, true) => "无事可做".to_owned(),
        (State::Waiting, false) => format!("等待 {}", awaited(&facts.awaited)),
        (State::Blocking, true) => "被阻塞".to_owned(),
        (State::Blocking, false) => "卡住事件循环".to_owned(),
        (State::Done, true) => "已结束".to_owned(),
        (State::Done, false) => "已完成".to_owned(),
        (State::Failed, _) => "因异常而失败".to_owned(),
        (State::Cancelled, _) => "已取消".to_owned(),
    }
}

pub(super) fn stretch(facts: &StretchFacts) -> String {
    let from = seconds(facts.from_ns);
    // Several turns at one instant are one for a reader.
    let took_time = facts.to_ns.is_none_or(|to_ns| to_ns > facts.from_ns);
    let doing = match facts.stretches {
        several @ 2.. if took_time => format!("{several} 小段，多数是{}", state(facts.state)),
        _ => doing(facts),
    };
    let said = match facts.to_ns {
        Some(to_ns) if to_ns > facts.from_ns => format!("{doing}，从 {from}到 {}", seconds(to_ns)),
        Some(_) => format!("{doing}，在 {from}"),
        None if facts.endless => format!("{doing}，从 {from}开始，永远不会结束"),
        None => format!("{doing}，从 {from}开始"),
    };
    closed_up(&said)
}

pub(super) fn mark(facts: &StretchFacts) -> String {
    let doing = doing(facts);
    let said = match facts.awaited {
        Awaited::Time { due_ns } => format!("{} {doing}，直到 {}", facts.name, seconds(due_ns)),
        _ => format!("{} {doing}", facts.name),
    };
    closed_up(&said)
}

pub(super) fn life(facts: &LifeFacts) -> String {
    let who =
        if facts.code.is_empty() { facts.name.clone() } else { format!("{}，{}", facts.name, facts.code) };
    let from = seconds(facts.from_ns);
    let mut said = match facts.end {
        Some((_, ns)) if ns > facts.from_ns => format!("{who}：从 {from}到 {}", seconds(ns)),
        Some(_) => format!("{who}：在 {from}"),
        None => format!("{who}：从 {from}开始"),
    };
    if !facts.of_thread {
        said += &format!("，轮到 {} 次", facts.turns);
    }
    for (ns, doing, of_task) in
        [(facts.slept_ns, "休眠", true), (facts.waited_ns, "等待", true), (facts.blocked_ns, "阻塞", false)]
    {
        if ns > 0 && !(facts.of_thread && of_task) {
            said += &format!("，{doing} {}", seconds(ns));
        }
    }
    match facts.end {
        Some((State::Failed, _)) => said += "；因异常而失败",
        Some((State::Cancelled, _)) => said += "；被取消",
        Some(_) => {}
        None if facts.endless => said += "；一直等到永远",
        None => said += "；记录结束时还没有结束",
    }
    closed_up(&said)
}

pub(super) fn ready(facts: &ReadyFacts) -> String {
    let said = match facts {
        ReadyFacts::Created => "刚创建".to_owned(),
        ReadyFacts::Yielded => "让出了控制权".to_owned(),
        ReadyFacts::Awaited(Awaited::Time { .. }) => "休眠结束".to_owned(),
        ReadyFacts::Awaited(what) => format!("等到了 {}", awaited(what)),
        ReadyFacts::Done(what) => format!("{} 已结束", awaited(what)),
        ReadyFacts::Thrown => "将收到异常".to_owned(),
        ReadyFacts::CalledSoon => "被请求调用".to_owned(),
        ReadyFacts::Timer { sleep: true } => "休眠时间到".to_owned(),
        ReadyFacts::Timer { sleep: false } => "定时器到期".to_owned(),
    };
    closed_up(&said)
}

pub(super) fn timer(facts: &TimerFacts) -> String {
    let said = match facts {
        TimerFacts::Sleep => "结束它的休眠",
        TimerFacts::Timeout => "结束它的超时",
        TimerFacts::Call(Some(name)) => return format!("调用 {name}"),
        TimerFacts::Call(None) => "进行它请求的调用",
    };
    said.to_owned()
}

pub(super) fn numbers(facts: &ThingFacts) -> String {
    let level = facts.level.unwrap_or(0);
    match facts.thing.class {
        "Lock" | "Condition" => if level == 0 { "已被持有" } else { "空闲" }.to_owned(),
        "Event" => if level == 0 { "未设置" } else { "已设置" }.to_owned(),
        "Semaphore" | "BoundedSemaphore" => match facts.first_level {
            Some(first) if first >= level => format!("{first} 个许可中有 {level} 个空闲"),
            _ => format!("{level} 个许可空闲"),
        },
        "Barrier" => match facts.phase {
            BarrierPhase::Filling => format!("{level} 个在等待"),
            BarrierPhase::Draining => "正在放行".to_owned(),
            BarrierPhase::Resetting => "正在重置".to_owned(),
            BarrierPhase::Broken => "已中止".to_owned(),
        },
        "Queue" | "PriorityQueue" | "LifoQueue" => {
            let mut said = format!("{} 个元素", facts.items);
            if facts.unfinished > 0 {
                said += &format!("，{} 个尚未报告完成", facts.unfinished);
            }
            if facts.shut_down {
                said += "，已关闭";
            }
            said
        }
        "TaskGroup" => format!("{} 个任务未完成", facts.tasks),
        "timeout" if facts.ran_out => "时间已到".to_owned(),
        "timeout" => match facts.deadline_ns {
            Some(ns) => format!("{}时到期", seconds(ns)),
            None => "不会到期".to_owned(),
        },
        _ => facts.level.map(|level| level.to_string()).unwrap_or_default(),
    }
}

pub(super) fn in_line(purpose: InLine) -> String {
    let said = match purpose {
        InLine::Pass | InLine::Notice | InLine::Item | InLine::Tasks => "",
        InLine::ItsLock => "等它的锁",
        InLine::Room => "等空位",
        InLine::AllDone => "等全部完成",
    };
    said.to_owned()
}

pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Ready => "就绪",
        State::Running => "运行中",
        State::Sleeping => "休眠中",
        State::Waiting => "等待中",
        State::Blocking => "阻塞中",
        State::Done => "已完成",
        State::Failed => "失败",
        State::Cancelled => "已取消",
    }
}

pub(super) fn edge(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Created => "创建",
        EdgeKind::WaitsFor => "等待",
        EdgeKind::Holds => "持有",
    }
}

pub(super) fn joined(kind: EdgeKind, from: &str, to: &str) -> String {
    match kind {
        EdgeKind::Created => format!("{from} 创建了 {to}"),
        EdgeKind::WaitsFor => format!("{from} 等待 {to}"),
        EdgeKind::Holds => format!("{from} 持有 {to}"),
    }
}

pub(super) fn graph_name() -> &'static str {
    "任务以及它们共用的东西"
}

pub(super) fn picture_name() -> &'static str {
    "任务的时间线"
}

pub(super) fn print_mark() -> &'static str {
    "打印"
}

pub(super) fn for_ever() -> &'static str {
    "永远"
}

pub(super) fn reached(stopped: &Stopped) -> String {
    let of = |bytes| interleave_text::count(u64::try_from(bytes).unwrap_or(u64::MAX));
    let mut said = match stopped.limit {
        Limit::Source { bytes, most } => format!("程序有 {} 字节；这里最多 {} 字节。", of(bytes), of(most)),
        Limit::Instructions(most) => {
            format!("程序已运行 {} 条指令，到了上限。", interleave_text::count(most))
        }
        Limit::Memory(mib) => format!("程序的数据超过 {mib} MiB，到了上限。"),
        Limit::Output(mib) => format!("程序已输出 {mib} MiB，到了上限。"),
        Limit::Pattern => "正则表达式的匹配方式太多：一次就用了一千万步。".to_owned(),
        Limit::Numbers => "对这么大的数做这种运算要花太久。".to_owned(),
        Limit::Time => "虚拟时间到了尽头：从开始算起 292 年。".to_owned(),
        Limit::Iterations => "事件循环已经转了十亿轮。".to_owned(),
        Limit::Library => "程序导入的模块需要下载，但没有下载到。网络通吗？".to_owned(),
    };
    if let Some((line, text)) = &stopped.at {
        said += &format!("当时在第 {line} 行：{text}");
    }
    said
}

pub(super) fn advice(stopped: &Stopped) -> Option<String> {
    let said = match stopped.limit {
        Limit::Instructions(_) | Limit::Iterations => {
            let mut said = "程序计算了非常久：可能有循环不会结束，或者没有 await 就一直等时钟。".to_owned();
            if stopped.ideal {
                said += "这里计算不花时间；在第一条语句之前写上注释“# interleave: cpu=50ns”，每条指令就花 50 纳秒。";
            }
            said
        }
        Limit::Memory(_) => "程序的数据不断变大：请找找在循环里一直变长的列表或字符串。".to_owned(),
        Limit::Output(_) => "程序不停地打印：请找找停不下来的循环里的 print。".to_owned(),
        Limit::Source { .. } | Limit::Pattern | Limit::Numbers | Limit::Time | Limit::Library => return None,
    };
    Some(said)
}

pub(super) fn way_out() -> &'static str {
    "剩下的都在等待，谁也不能让等待结束（死锁）：请看看谁在等什么，哪一个该先走。"
}

fn how(state: State) -> &'static str {
    match state {
        State::Failed => "因异常而失败",
        State::Cancelled => "被取消",
        _ => "完成",
    }
}

fn until(ns: Option<i64>) -> String {
    ns.map(|ns| format!("，直到 {}", seconds(ns))).unwrap_or_default()
}

pub(super) fn deed(who: &str, deed: &Deed) -> String {
    let did = match deed {
        Deed::Printed(text) => return format!("{who} 打印“{text}”"),
        Deed::Warned(text) => return format!("标准错误输出：“{text}”"),
        Deed::Began => "第一次运行".to_owned(),
        Deed::WentOn(Awaited::Time { .. }) => "恢复执行：休眠结束".to_owned(),
        Deed::WentOn(Awaited::Unknown) => "恢复执行".to_owned(),
        Deed::WentOn(what) => format!("恢复执行：等到了 {}", awaited(what)),
        Deed::HadItsTurn => "再次轮到".to_owned(),
        Deed::WasThrownInto => "恢复执行，并收到异常".to_owned(),
        Deed::CallbackRan => return closed_up(&format!("运行 {who}")),
        Deed::Waits(what) => format!("开始等待 {}", awaited(what)),
        Deed::Sleeps(ns) => format!("开始休眠 {}", seconds(*ns)),
        Deed::Yielded => "让出控制权".to_owned(),
        Deed::Paused => "让其他任务运行".to_owned(),
        Deed::CreatedTask(name) => format!("创建 {name}"),
        Deed::Made(thing) => format!("创建 {}", self::thing(thing)),
        Deed::MadeFuture => "创建 Future".to_owned(),
        Deed::Used(thing, handling) => handled(&self::thing(thing), *handling),
        Deed::AskedToCall(name) => format!("请求事件循环调用 {name}"),
        Deed::SetTimer(ns) => format!("设置 {}的定时器", seconds(*ns)),
        Deed::TimerFired => return "定时器到期".to_owned(),
        Deed::CancelledTimer => "取消定时器".to_owned(),
        Deed::Raises(error) => return format!("{who} 因 {error} 而结束"),
        Deed::Ended(State::Failed) => "因异常而结束".to_owned(),
        Deed::Ended(State::Cancelled) => "被取消而结束".to_owned(),
        Deed::Ended(_) => "完成".to_owned(),
        Deed::EndedFuture(State::Failed) => "给 Future 设置异常".to_owned(),
        Deed::EndedFuture(State::Cancelled) => "取消 Future".to_owned(),
        Deed::EndedFuture(_) => "给 Future 设置结果".to_owned(),
        Deed::Woke(Awaited::Time { .. }) => return "一次休眠结束".to_owned(),
        Deed::Woke(what) => format!("唤醒等待 {} 的任务", awaited(what)),
        Deed::AskedToCancel(name) => format!("请求取消 {name}"),
        Deed::WasCancelled => "收到 CancelledError".to_owned(),
        Deed::TookBack(name) => format!("撤回对 {name} 的取消请求"),
        Deed::Blocks(ns) => format!("阻塞所在的线程{}", until(*ns)),
        Deed::Unblocked => "不再被阻塞，恢复执行".to_owned(),
        Deed::StartedThread(name) => format!("启动 {name}"),
        Deed::GaveJob(name) => format!("把工作 {name} 交给线程池"),
        Deed::BeganJob(name) => format!("开始工作 {name}"),
        Deed::EndedJob(name) => format!("结束工作 {name}"),
        Deed::Turn { number, ready } => {
            return format!("事件循环第 {number} 轮开始，有 {ready} 个要运行");
        }
        Deed::Executed(line) => format!("执行第 {line} 行"),
        Deed::Worked => "运行中".to_owned(),
    };
    closed_up(&format!("{who} {did}"))
}

fn handled(thing: &str, handling: Handling) -> String {
    match handling {
        Handling::Acquired => format!("获得 {thing}"),
        Handling::Released => format!("释放 {thing}"),
        Handling::Entered => format!("进入 {thing}"),
        Handling::Exited => format!("离开 {thing}"),
        Handling::Queued => format!("开始排队等 {thing}"),
        Handling::Left => format!("离开 {thing} 的队伍"),
        Handling::Put(items) => format!("向 {thing} 放入一个元素，现在有 {items} 个"),
        Handling::Got(items) => format!("从 {thing} 取出一个元素，还剩 {items} 个"),
        Handling::Set => format!("设置 {thing}"),
        Handling::Cleared => format!("清除 {thing}"),
        Handling::Free => format!("使 {thing} 空闲"),
        Handling::Taken => format!("使 {thing} 被持有"),
        Handling::Inside(level) => format!("使 {thing} 有 {level} 个在等待"),
        Handling::Permits(level) => format!("使 {thing} 剩 {level} 个许可空闲"),
        Handling::Unfinished(items) => format!("使 {thing} 剩 {items} 个元素尚未报告完成"),
        Handling::ShutDown => format!("关闭 {thing}"),
        Handling::Joined => format!("把一个任务加入 {thing}"),
        Handling::Deadline(Some(ns)) => format!("让 {thing} 在 {}到期", seconds(ns)),
        Handling::Deadline(None) => format!("让 {thing} 不会到期"),
        Handling::RanOut => format!("发现 {thing} 时间已到"),
        Handling::Changed => format!("改变 {thing}"),
    }
}

pub(super) fn cause(cause: &Cause) -> String {
    let said = match cause {
        Cause::Deed { who, deed } => self::deed(who, deed),
        Cause::SleepOver { who, ns } => format!("{who} 恢复执行，因为 {}的休眠结束了", seconds(*ns)),
        Cause::Late { who, by, due_ns } => {
            format!("{who} 本来在 {}就能运行，但 {by} 卡住了事件循环", seconds(*due_ns))
        }
        Cause::SleepBegan { who } => format!("{who} 开始了这次休眠"),
        Cause::Created { who, by } => format!("{who} 能运行，因为 {by} 创建了它"),
        Cause::Launched { who, call } => format!("{who} 能运行，因为 {call} 启动了它"),
        Cause::RunEnded { call, who, how } => format!("{call} 结束，因为 {who} {}了", self::how(*how)),
        Cause::TaskEnded { who, other, how } => {
            format!("{who} 恢复执行，因为它等待的 {other} {}了", self::how(*how))
        }
        Cause::Served { who, by, thing, purpose, since_ns, place } => {
            let did = served(&self::thing(thing), thing.class, *purpose);
            let since = seconds(*since_ns);
            format!("{who} 恢复执行，因为 {by} {did}；它从 {since}开始等待，排在第 {place} 位")
        }
        Cause::CallEnded { who, what: Awaited::Thing { thing, purpose: InLine::Tasks }, .. } => {
            closed_up(&format!("{who} 恢复执行，因为它等待的 {} 的任务都结束了", self::thing(thing)))
        }
        Cause::CallEnded { who, what, how: State::Done } => {
            let function = awaited(what);
            format!("{who} 恢复执行，因为它等待的 {function} 需要的都齐了")
        }
        Cause::CallEnded { who, what, how } => {
            let function = awaited(what);
            format!("{who} 恢复执行，因为它等待的 {function} {}了", self::how(*how))
        }
        Cause::JobEnded { who, what, how } => {
            format!("{who} 恢复执行，因为它等待的{} {}了", awaited(what), self::how(*how))
        }
        Cause::JobGiven { who, by, name } => format!("{who} 做工作 {name}，因为 {by} 把它交给了线程池"),
        Cause::FutureEnded { who, by, how: State::Failed } => {
            format!("{who} 恢复执行，因为 {by} 给它等待的 Future 设置了异常")
        }
        Cause::FutureEnded { who, by, how: State::Cancelled } => {
            format!("{who} 恢复执行，因为 {by} 取消了它等待的 Future")
        }
        Cause::FutureEnded { who, by, .. } => {
            format!("{who} 恢复执行，因为 {by} 给它等待的 Future 设置了结果")
        }
        Cause::CancelledBy { who, by } => format!("{who} 被取消，因为 {by} 请求了取消"),
        Cause::GroupFailed { who, other } => format!("{who} 被取消，因为同一任务组的 {other} 失败了"),
        Cause::TimedOut { who } => format!("{who} 被取消，因为外层的超时时间到了"),
        Cause::TimerDue { who, by } => format!("{who} 运行，因为 {by} 设置的定时器到期了"),
        Cause::Asked { who, by } => format!("{who} 运行，因为 {by} 请求了它"),
        Cause::WhenEnded { who, what } => format!("{who} 运行，因为 {} 结束了", awaited(what)),
        Cause::ThreadStarted { who, by } => format!("{who} 能运行，因为 {by} 交给它工作"),
        Cause::ThreadFreed { who } => format!("{who} 恢复执行，因为阻塞它的事结束了"),
        Cause::Beginning => "程序开始".to_owned(),
        Cause::Further => "如此一直追溯到程序开头：可以从这里再问".to_owned(),
    };
    closed_up(&said)
}

fn served(thing: &str, class: &str, purpose: InLine) -> String {
    match (purpose, class) {
        (InLine::Pass, "Event") => format!("设置了 {thing}"),
        (InLine::Pass, "Barrier") => format!("最后一个到达 {thing}"),
        (InLine::Pass | InLine::ItsLock, _) => format!("释放了 {thing}"),
        (InLine::Notice, _) => format!("发出了 {thing} 的通知"),
        (InLine::Item, _) => format!("向 {thing} 放入了一个元素"),
        (InLine::Room, _) => format!("从 {thing} 取出了一个元素"),
        (InLine::AllDone, _) => format!("报告了 {thing} 的最后一个元素完成"),
        (InLine::Tasks, _) => format!("是 {thing} 中最后结束的任务"),
    }
}

pub(super) fn hindrance(hindrance: &Hindrance) -> String {
    let said = match hindrance {
        Hindrance::Unborn { who } => format!("{who} 还没有创建"),
        Hindrance::Runs { who } => format!("{who} 正在运行"),
        Hindrance::Ended { who, how } => format!("{who} 已经结束：{}", self::how(*how)),
        Hindrance::Ready { who, before: 0, .. } => format!("{who} 已就绪，下一个就轮到它"),
        Hindrance::Ready { who, before, first: Some(first) } => match before {
            1 => format!("{who} 已就绪；{first} 先运行"),
            _ => format!("{who} 已就绪；{first} 先运行，前面另外还有 {} 个", before - 1),
        },
        Hindrance::Ready { who, before, first: None } => format!("{who} 已就绪；前面还有 {before} 个"),
        Hindrance::LoopBlocked { by, until_ns } => {
            format!("{by} 卡住事件循环{}：其他任务都不能运行", until(*until_ns))
        }
        Hindrance::Sleeps { who, until_ns } => format!("{who} 休眠到 {}", seconds(*until_ns)),
        Hindrance::Blocks { who, until_ns } => format!("{who} 被阻塞{}", until(*until_ns)),
        Hindrance::Waits { who, awaited, company: Company::Together { others } } => {
            format!("{who} 等待 {}，另有 {others} 个也在等：会一起恢复执行", self::awaited(awaited))
        }
        Hindrance::Waits { who, awaited, company: Company::Line { place, all } } => {
            format!("{who} 等待 {}，在 {all} 个中排第 {place} 位", self::awaited(awaited))
        }
        Hindrance::Waits { who, awaited, company: Company::Alone } => {
            format!("{who} 等待 {}", self::awaited(awaited))
        }
        Hindrance::WaitsForHeld { who, awaited, by } => {
            format!("{who} 等待 {}，而 {} 持有它", self::awaited(awaited), by.join("、"))
        }
        Hindrance::HeldBy { who, thing } => format!("{who} 持有 {}", self::thing(thing)),
        Hindrance::NeedsDeed { thing, purpose } => {
            let name = self::thing(thing);
            match (purpose, thing.class) {
                (InLine::Pass, "Event") => format!("需要有人设置 {name}"),
                (InLine::Pass, "Barrier") => format!("需要更多任务到达 {name}"),
                (InLine::Pass | InLine::ItsLock, _) => format!("需要有人释放 {name}"),
                (InLine::Notice, _) => format!("需要有人发出 {name} 的通知"),
                (InLine::Item, _) => format!("需要有人向 {name} 放入元素"),
                (InLine::Room, _) => format!("{name} 已满，需要有人取出元素"),
                (InLine::AllDone, _) => format!("需要对 {name} 的每个元素调用 task_done()"),
                (InLine::Tasks, _) => format!("{name} 的所有任务都要结束"),
            }
        }
        Hindrance::NeedsResult => "需要有人给这个 Future 设置结果".to_owned(),
        Hindrance::Timeout { at_ns } => format!("超时最迟在 {}结束这次等待", seconds(*at_ns)),
        Hindrance::JobWaits { name } => format!("工作 {name} 在等线程池中有空闲的线程"),
        Hindrance::Circle { names } => match names.as_slice() {
            [one] => format!("{one} 在等待自己：这是死锁，没有什么能结束它"),
            _ => format!("{} 互相等待，形成一圈：这是死锁，没有什么能结束它", names.join("、")),
        },
        Hindrance::GoesOn { who, at_ns } => format!("在这次运行中，{who} 于 {}恢复执行", seconds(*at_ns)),
        Hindrance::Never { who } => format!("在这次运行中，{who} 不会再恢复执行"),
        Hindrance::Stuck { who } => {
            format!("已经没有谁能结束这个等待：{who} 永远不能继续")
        }
    };
    closed_up(&said)
}

pub(super) fn question(asked: Asked, who: &str) -> String {
    match asked {
        Asked::Printed => "为什么在这时打印？".to_owned(),
        Asked::Happened => "为什么在这时发生？".to_owned(),
        Asked::NotYet => closed_up(&format!("{who} 为什么还不能继续？")),
    }
}

pub(super) fn sited(sentence: &str, ns: i64, line: Option<u32>) -> String {
    match line {
        Some(line) => format!("{sentence}（{}，第 {line} 行）", seconds(ns)),
        None => format!("{sentence}（{}）", seconds(ns)),
    }
}

pub(super) fn since(sentence: &str, ns: i64, line: Option<u32>) -> String {
    match line {
        Some(line) => format!("{sentence}（从 {}开始，第 {line} 行）", seconds(ns)),
        None => format!("{sentence}（从 {}开始）", seconds(ns)),
    }
}

pub(super) fn differences(differences: &Differences) -> String {
    let Differences { against, before_ns, after_ns, lanes, shifted, reordered, gone, new } = *differences;
    let mut said = if before_ns == after_ns {
        format!("两次运行都用了 {}。", seconds(after_ns))
    } else {
        let (before, after) = (seconds(before_ns), seconds(after_ns));
        match against {
            Against::Earlier => format!("之前用了 {before}，现在用 {after}。"),
            Against::Repaired => format!("现在要 {before}，修正后为 {after}。"),
        }
    };
    let lines = [(shifted, "时间不同"), (reordered, "顺序不同"), (gone, "不再出现"), (new, "新出现")];
    let kinds: Vec<String> = lines
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, kind)| format!("{count} 行{kind}"))
        .collect();
    match (kinds.is_empty(), lanes) {
        (true, 0) => said += "打印的内容与时间都相同。",
        (true, _) => said += "打印的内容与时间都相同，但并非每一行都做同样的事。",
        (false, _) => said += &format!("日志中有 {}。", kinds.join("，")),
    }
    said
}
