//! The views in Traditional Chinese, as written in Taiwan.

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
    "回呼".to_owned()
}

pub(super) fn housekeeping() -> String {
    "asyncio 的收尾工作".to_owned()
}

pub(super) fn thread(number: u32) -> String {
    if number == 0 { "主執行緒".to_owned() } else { format!("執行緒 {number}") }
}

fn thing(thing: &Thing) -> String {
    if !thing.named {
        return thing.name.clone();
    }
    let kind = match thing.class {
        "Lock" => "鎖",
        "Event" => "事件",
        "Condition" => "條件",
        "Semaphore" | "BoundedSemaphore" => "旗號",
        "Barrier" => "屏障",
        "Queue" | "PriorityQueue" | "LifoQueue" => "佇列",
        "TaskGroup" => "任務群組",
        "timeout" => "超時",
        class => class,
    };
    format!("{kind} {}", thing.name)
}

fn awaited(awaited: &Awaited) -> String {
    let said = match awaited {
        Awaited::Unknown => "Future".to_owned(),
        Awaited::Time { due_ns } => format!("時間到 {}", seconds(*due_ns)),
        Awaited::Thing { thing, purpose } => {
            let thing = self::thing(thing);
            match purpose {
                InLine::Pass => thing,
                InLine::Notice => format!("{thing} 的通知"),
                InLine::ItsLock => format!("{thing} 的鎖"),
                InLine::Item => format!("{thing} 的項目"),
                InLine::Room => format!("{thing} 的空位"),
                InLine::AllDone => format!("{thing} 的所有項目完成"),
                InLine::Tasks => format!("{thing} 的任務"),
            }
        }
        Awaited::Task { name } => name.clone(),
        Awaited::Job { name, thread: Some(thread) } => format!("執行緒 {thread} 中的工作 {name}"),
        Awaited::Job { name, thread: None } => format!("工作 {name}"),
        Awaited::Call { function, several: 0 | 1 } => function.clone(),
        Awaited::Call { function, several } => format!("{function}，共 {several} 個"),
    };
    closed_up(&said)
}

fn doing(facts: &StretchFacts) -> String {
    match (facts.state, facts.of_thread) {
        (State::Ready, _) => "已就緒，等著輪到自己".to_owned(),
        (State::Running, _) => "執行中".to_owned(),
        (State::Sleeping, false) => "睡眠中".to_owned(),
        (State::Sleeping | State::Waiting, true) => "沒有事做".to_owned(),
        (State::Waiting, false) => format!("等待 {}", awaited(&facts.awaited)),
        (State::Blocking, true) => "被阻塞".to_owned(),
        (State::Blocking, false) => "卡住事件迴圈".to_owned(),
        (State::Done, true) => "已結束".to_owned(),
        (State::Done, false) => "已完成".to_owned(),
        (State::Failed, _) => "因例外而失敗".to_owned(),
        (State::Cancelled, _) => "已取消".to_owned(),
    }
}

pub(super) fn stretch(facts: &StretchFacts) -> String {
    let from = seconds(facts.from_ns);
    // Several turns at one instant are one for a reader.
    let took_time = facts.to_ns.is_none_or(|to_ns| to_ns > facts.from_ns);
    let doing = match facts.stretches {
        several @ 2.. if took_time => format!("{several} 小段，多半是{}", state(facts.state)),
        _ => doing(facts),
    };
    let said = match facts.to_ns {
        Some(to_ns) if to_ns > facts.from_ns => format!("{doing}，從 {from}到 {}", seconds(to_ns)),
        Some(_) => format!("{doing}，在 {from}"),
        None if facts.endless => format!("{doing}，從 {from}起，永遠不會結束"),
        None => format!("{doing}，從 {from}起"),
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
        Some((_, ns)) if ns > facts.from_ns => format!("{who}：從 {from}到 {}", seconds(ns)),
        Some(_) => format!("{who}：在 {from}"),
        None => format!("{who}：從 {from}起"),
    };
    if !facts.of_thread {
        said += &format!("，輪到 {} 次", facts.turns);
    }
    for (ns, doing, of_task) in
        [(facts.slept_ns, "睡眠", true), (facts.waited_ns, "等待", true), (facts.blocked_ns, "阻塞", false)]
    {
        if ns > 0 && !(facts.of_thread && of_task) {
            said += &format!("，{doing} {}", seconds(ns));
        }
    }
    match facts.end {
        Some((State::Failed, _)) => said += "；因例外而失敗",
        Some((State::Cancelled, _)) => said += "；被取消",
        Some(_) => {}
        None if facts.endless => said += "；一直等到永遠",
        None => said += "；記錄結束時還沒有結束",
    }
    closed_up(&said)
}

pub(super) fn ready(facts: &ReadyFacts) -> String {
    let said = match facts {
        ReadyFacts::Created => "剛建立".to_owned(),
        ReadyFacts::Yielded => "讓出了控制權".to_owned(),
        ReadyFacts::Awaited(Awaited::Time { .. }) => "睡眠結束".to_owned(),
        ReadyFacts::Awaited(what) => format!("等到了 {}", awaited(what)),
        ReadyFacts::Done(what) => format!("{} 已結束", awaited(what)),
        ReadyFacts::Thrown => "將收到例外".to_owned(),
        ReadyFacts::CalledSoon => "有人要求呼叫".to_owned(),
        ReadyFacts::Timer { sleep: true } => "睡眠時間到".to_owned(),
        ReadyFacts::Timer { sleep: false } => "計時器到時".to_owned(),
    };
    closed_up(&said)
}

pub(super) fn timer(facts: &TimerFacts) -> String {
    let said = match facts {
        TimerFacts::Sleep => "結束它的睡眠",
        TimerFacts::Timeout => "結束它的超時",
        TimerFacts::Call(Some(name)) => return format!("呼叫 {name}"),
        TimerFacts::Call(None) => "進行它要求的呼叫",
    };
    said.to_owned()
}

pub(super) fn numbers(facts: &ThingFacts) -> String {
    let level = facts.level.unwrap_or(0);
    match facts.thing.class {
        "Lock" | "Condition" => if level == 0 { "已被持有" } else { "可取得" }.to_owned(),
        "Event" => if level == 0 { "未設定" } else { "已設定" }.to_owned(),
        "Semaphore" | "BoundedSemaphore" => match facts.first_level {
            Some(first) if first >= level => format!("{first} 個許可中有 {level} 個可用"),
            _ => format!("{level} 個許可可用"),
        },
        "Barrier" => match facts.phase {
            BarrierPhase::Filling => format!("{level} 個在等待"),
            BarrierPhase::Draining => "正在放行".to_owned(),
            BarrierPhase::Resetting => "正在重設".to_owned(),
            BarrierPhase::Broken => "已中止".to_owned(),
        },
        "Queue" | "PriorityQueue" | "LifoQueue" => {
            let mut said = format!("{} 個項目", facts.items);
            if facts.unfinished > 0 {
                said += &format!("，{} 個尚未回報完成", facts.unfinished);
            }
            if facts.shut_down {
                said += "，已關閉";
            }
            said
        }
        "TaskGroup" => format!("{} 個任務未完成", facts.tasks),
        "timeout" if facts.ran_out => "時間已到".to_owned(),
        "timeout" => match facts.deadline_ns {
            Some(ns) => format!("{}時到期", seconds(ns)),
            None => "不會到期".to_owned(),
        },
        _ => facts.level.map(|level| level.to_string()).unwrap_or_default(),
    }
}

pub(super) fn in_line(purpose: InLine) -> String {
    let said = match purpose {
        InLine::Pass | InLine::Notice | InLine::Item | InLine::Tasks => "",
        InLine::ItsLock => "等它的鎖",
        InLine::Room => "等空位",
        InLine::AllDone => "等全部完成",
    };
    said.to_owned()
}

pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Ready => "就緒",
        State::Running => "執行中",
        State::Sleeping => "睡眠中",
        State::Waiting => "等待中",
        State::Blocking => "阻塞中",
        State::Done => "已完成",
        State::Failed => "失敗",
        State::Cancelled => "已取消",
    }
}

pub(super) fn edge(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Created => "建立",
        EdgeKind::WaitsFor => "等待",
        EdgeKind::Holds => "持有",
    }
}

pub(super) fn joined(kind: EdgeKind, from: &str, to: &str) -> String {
    match kind {
        EdgeKind::Created => format!("{from} 建立了 {to}"),
        EdgeKind::WaitsFor => format!("{from} 等待 {to}"),
        EdgeKind::Holds => format!("{from} 持有 {to}"),
    }
}

pub(super) fn graph_name() -> &'static str {
    "任務與它們共用的東西"
}

pub(super) fn picture_name() -> &'static str {
    "任務的時間軸"
}

pub(super) fn print_mark() -> &'static str {
    "印出"
}

pub(super) fn for_ever() -> &'static str {
    "永遠"
}

pub(super) fn reached(stopped: &Stopped) -> String {
    let of = |bytes| interleave_text::count(u64::try_from(bytes).unwrap_or(u64::MAX));
    let mut said = match stopped.limit {
        Limit::Source { bytes, most } => {
            format!("程式有 {} 位元組；這裡最多 {} 位元組。", of(bytes), of(most))
        }
        Limit::Instructions(most) => {
            format!("程式已執行 {} 個指令，到了上限。", interleave_text::count(most))
        }
        Limit::Memory(mib) => format!("程式的資料超過 {mib} MiB，到了上限。"),
        Limit::Output(mib) => format!("程式已輸出 {mib} MiB，到了上限。"),
        Limit::Pattern => "正規表示式的比對方式太多：一次就用了一千萬步。".to_owned(),
        Limit::Numbers => "對這麼大的數做這種運算要花太久。".to_owned(),
        Limit::Time => "虛擬時間到了盡頭：從開始算起 292 年。".to_owned(),
        Limit::Iterations => "事件迴圈已經轉了十億輪。".to_owned(),
        Limit::Library => "程式匯入的模組需要下載，但沒有下載到。網路通嗎？".to_owned(),
    };
    if let Some((line, text)) = &stopped.at {
        said += &format!("當時在第 {line} 行：{text}");
    }
    said
}

pub(super) fn advice(stopped: &Stopped) -> Option<String> {
    let said = match stopped.limit {
        Limit::Instructions(_) | Limit::Iterations => {
            let mut said = "程式算了非常久：也許有個迴圈不會結束，或沒有 await 就一直等時鐘。".to_owned();
            if stopped.ideal {
                said += "這裡計算不花時間；在第一個陳述式之前寫上註解「# interleave: cpu=50ns」，每個指令就花 50 奈秒。";
            }
            said
        }
        Limit::Memory(_) => "程式的資料不斷變大：請找找在迴圈裡一直變長的串列或字串。".to_owned(),
        Limit::Output(_) => "程式不停地印出東西：請找找停不下來的迴圈裡的 print。".to_owned(),
        Limit::Source { .. } | Limit::Pattern | Limit::Numbers | Limit::Time | Limit::Library => return None,
    };
    Some(said)
}

pub(super) fn way_out() -> &'static str {
    "剩下的都在等待，沒有誰能讓等待結束（死結）：請看看誰在等什麼，哪一個該先走。"
}

fn how(state: State) -> &'static str {
    match state {
        State::Failed => "因例外而失敗",
        State::Cancelled => "被取消",
        _ => "完成",
    }
}

fn until(ns: Option<i64>) -> String {
    ns.map(|ns| format!("，直到 {}", seconds(ns))).unwrap_or_default()
}

pub(super) fn deed(who: &str, deed: &Deed) -> String {
    let did = match deed {
        Deed::Printed(text) => return format!("{who} 印出「{text}」"),
        Deed::Warned(text) => return format!("標準錯誤輸出：「{text}」"),
        Deed::Began => "第一次執行".to_owned(),
        Deed::WentOn(Awaited::Time { .. }) => "恢復執行：睡眠結束".to_owned(),
        Deed::WentOn(Awaited::Unknown) => "恢復執行".to_owned(),
        Deed::WentOn(what) => format!("恢復執行：等到了 {}", awaited(what)),
        Deed::HadItsTurn => "再次輪到".to_owned(),
        Deed::WasThrownInto => "恢復執行，並收到例外".to_owned(),
        Deed::CallbackRan => return closed_up(&format!("執行 {who}")),
        Deed::Waits(what) => format!("開始等待 {}", awaited(what)),
        Deed::Sleeps(ns) => format!("開始睡眠 {}", seconds(*ns)),
        Deed::Yielded => "讓出控制權".to_owned(),
        Deed::Paused => "讓其他任務執行".to_owned(),
        Deed::CreatedTask(name) => format!("建立 {name}"),
        Deed::Made(thing) => format!("建立 {}", self::thing(thing)),
        Deed::MadeFuture => "建立 Future".to_owned(),
        Deed::Used(thing, handling) => handled(&self::thing(thing), *handling),
        Deed::AskedToCall(name) => format!("要求事件迴圈呼叫 {name}"),
        Deed::SetTimer(ns) => format!("設定 {}的計時器", seconds(*ns)),
        Deed::TimerFired => return "計時器到時".to_owned(),
        Deed::CancelledTimer => "取消計時器".to_owned(),
        Deed::Raises(error) => return format!("{who} 因 {error} 而結束"),
        Deed::Ended(State::Failed) => "因例外而結束".to_owned(),
        Deed::Ended(State::Cancelled) => "被取消而結束".to_owned(),
        Deed::Ended(_) => "完成".to_owned(),
        Deed::EndedFuture(State::Failed) => "為 Future 設定例外".to_owned(),
        Deed::EndedFuture(State::Cancelled) => "取消 Future".to_owned(),
        Deed::EndedFuture(_) => "為 Future 設定結果".to_owned(),
        Deed::Woke(Awaited::Time { .. }) => return "有個睡眠結束".to_owned(),
        Deed::Woke(what) => format!("喚醒等待 {} 的任務", awaited(what)),
        Deed::AskedToCancel(name) => format!("要求取消 {name}"),
        Deed::WasCancelled => "收到 CancelledError".to_owned(),
        Deed::TookBack(name) => format!("撤回對 {name} 的取消要求"),
        Deed::Blocks(ns) => format!("阻塞所在的執行緒{}", until(*ns)),
        Deed::Unblocked => "不再被阻塞，恢復執行".to_owned(),
        Deed::StartedThread(name) => format!("啟動 {name}"),
        Deed::GaveJob(name) => format!("把工作 {name} 交給執行緒池"),
        Deed::BeganJob(name) => format!("開始工作 {name}"),
        Deed::EndedJob(name) => format!("結束工作 {name}"),
        Deed::Turn { number, ready } => {
            return format!("事件迴圈第 {number} 輪開始，有 {ready} 個要執行");
        }
        Deed::Executed(line) => format!("執行第 {line} 行"),
        Deed::Worked => "執行中".to_owned(),
    };
    closed_up(&format!("{who} {did}"))
}

fn handled(thing: &str, handling: Handling) -> String {
    match handling {
        Handling::Acquired => format!("取得 {thing}"),
        Handling::Released => format!("釋放 {thing}"),
        Handling::Entered => format!("進入 {thing}"),
        Handling::Exited => format!("離開 {thing}"),
        Handling::Queued => format!("開始排隊等 {thing}"),
        Handling::Left => format!("離開 {thing} 的隊伍"),
        Handling::Put(items) => format!("放入一個項目到 {thing}，現在有 {items} 個"),
        Handling::Got(items) => format!("從 {thing} 取出一個項目，還剩 {items} 個"),
        Handling::Set => format!("設定 {thing}"),
        Handling::Cleared => format!("清除 {thing}"),
        Handling::Free => format!("使 {thing} 可取得"),
        Handling::Taken => format!("使 {thing} 被持有"),
        Handling::Inside(level) => format!("使 {thing} 有 {level} 個在等待"),
        Handling::Permits(level) => format!("使 {thing} 剩 {level} 個許可可用"),
        Handling::Unfinished(items) => format!("使 {thing} 剩 {items} 個項目尚未回報完成"),
        Handling::ShutDown => format!("關閉 {thing}"),
        Handling::Joined => format!("把一個任務加入 {thing}"),
        Handling::Deadline(Some(ns)) => format!("讓 {thing} 在 {}到期", seconds(ns)),
        Handling::Deadline(None) => format!("讓 {thing} 不會到期"),
        Handling::RanOut => format!("發現 {thing} 時間已到"),
        Handling::Changed => format!("改變 {thing}"),
    }
}

pub(super) fn cause(cause: &Cause) -> String {
    let said = match cause {
        Cause::Deed { who, deed } => self::deed(who, deed),
        Cause::SleepOver { who, ns } => format!("{who} 恢復執行，因為 {}的睡眠結束了", seconds(*ns)),
        Cause::Late { who, by, due_ns } => {
            format!("{who} 本來在 {}就能執行，但 {by} 卡住了事件迴圈", seconds(*due_ns))
        }
        Cause::SleepBegan { who } => format!("{who} 開始了這次睡眠"),
        Cause::Created { who, by } => format!("{who} 能執行，因為 {by} 建立了它"),
        Cause::Launched { who, call } => format!("{who} 能執行，因為 {call} 啟動了它"),
        Cause::RunEnded { call, who, how } => format!("{call} 結束，因為 {who} {}了", self::how(*how)),
        Cause::TaskEnded { who, other, how } => {
            format!("{who} 恢復執行，因為它等待的 {other} {}了", self::how(*how))
        }
        Cause::Served { who, by, thing, purpose, since_ns, place } => {
            let did = served(&self::thing(thing), thing.class, *purpose);
            let since = seconds(*since_ns);
            format!("{who} 恢復執行，因為 {by} {did}；它從 {since}起等待，排第 {place} 位")
        }
        Cause::CallEnded { who, what: Awaited::Thing { thing, purpose: InLine::Tasks }, .. } => {
            closed_up(&format!("{who} 恢復執行，因為它等待的 {} 的任務都結束了", self::thing(thing)))
        }
        Cause::CallEnded { who, what, how: State::Done } => {
            let function = awaited(what);
            format!("{who} 恢復執行，因為它等待的 {function} 需要的都齊了")
        }
        Cause::CallEnded { who, what, how } => {
            let function = awaited(what);
            format!("{who} 恢復執行，因為它等待的 {function} {}了", self::how(*how))
        }
        Cause::JobEnded { who, what, how } => {
            format!("{who} 恢復執行，因為它等待的{} {}了", awaited(what), self::how(*how))
        }
        Cause::JobGiven { who, by, name } => format!("{who} 做工作 {name}，因為 {by} 把它交給了執行緒池"),
        Cause::FutureEnded { who, by, how: State::Failed } => {
            format!("{who} 恢復執行，因為 {by} 為它等待的 Future 設定了例外")
        }
        Cause::FutureEnded { who, by, how: State::Cancelled } => {
            format!("{who} 恢復執行，因為 {by} 取消了它等待的 Future")
        }
        Cause::FutureEnded { who, by, .. } => {
            format!("{who} 恢復執行，因為 {by} 為它等待的 Future 設定了結果")
        }
        Cause::CancelledBy { who, by } => format!("{who} 被取消，因為 {by} 這樣要求"),
        Cause::GroupFailed { who, other } => format!("{who} 被取消，因為同一任務群組的 {other} 失敗了"),
        Cause::TimedOut { who } => format!("{who} 被取消，因為外層的超時時間到了"),
        Cause::TimerDue { who, by } => format!("{who} 執行，因為 {by} 設定的計時器到時了"),
        Cause::Asked { who, by } => format!("{who} 執行，因為 {by} 要求了它"),
        Cause::WhenEnded { who, what } => format!("{who} 執行，因為 {} 結束了", awaited(what)),
        Cause::ThreadStarted { who, by } => format!("{who} 能執行，因為 {by} 交給它工作"),
        Cause::ThreadFreed { who } => format!("{who} 恢復執行，因為阻塞它的事結束了"),
        Cause::Beginning => "程式開始".to_owned(),
        Cause::Further => "如此一直回溯到程式開頭：可以從這裡再問".to_owned(),
    };
    closed_up(&said)
}

fn served(thing: &str, class: &str, purpose: InLine) -> String {
    match (purpose, class) {
        (InLine::Pass, "Event") => format!("設定了 {thing}"),
        (InLine::Pass, "Barrier") => format!("最後一個到達 {thing}"),
        (InLine::Pass | InLine::ItsLock, _) => format!("釋放了 {thing}"),
        (InLine::Notice, _) => format!("發出了 {thing} 的通知"),
        (InLine::Item, _) => format!("放入了一個項目到 {thing}"),
        (InLine::Room, _) => format!("從 {thing} 取出了一個項目"),
        (InLine::AllDone, _) => format!("回報了 {thing} 的最後一個項目完成"),
        (InLine::Tasks, _) => format!("是 {thing} 中最後結束的任務"),
    }
}

pub(super) fn hindrance(hindrance: &Hindrance) -> String {
    let said = match hindrance {
        Hindrance::Unborn { who } => format!("{who} 還沒有建立"),
        Hindrance::Runs { who } => format!("{who} 正在執行"),
        Hindrance::Ended { who, how } => format!("{who} 已經結束：{}", self::how(*how)),
        Hindrance::Ready { who, before: 0, .. } => format!("{who} 已就緒，下一個就輪到它"),
        Hindrance::Ready { who, before, first: Some(first) } => match before {
            1 => format!("{who} 已就緒；{first} 先執行"),
            _ => format!("{who} 已就緒；{first} 先執行，前面另外還有 {} 個", before - 1),
        },
        Hindrance::Ready { who, before, first: None } => format!("{who} 已就緒；前面還有 {before} 個"),
        Hindrance::LoopBlocked { by, until_ns } => {
            format!("{by} 卡住事件迴圈{}：其他任務都不能執行", until(*until_ns))
        }
        Hindrance::Sleeps { who, until_ns } => format!("{who} 睡眠到 {}", seconds(*until_ns)),
        Hindrance::Blocks { who, until_ns } => format!("{who} 被阻塞{}", until(*until_ns)),
        Hindrance::Waits { who, awaited, company: Company::Together { others } } => {
            format!("{who} 等待 {}，另有 {others} 個也在等：會一起恢復執行", self::awaited(awaited))
        }
        Hindrance::Waits { who, awaited, company: Company::Line { place, all } } => {
            format!("{who} 等待 {}，在 {all} 個中排第 {place} 位", self::awaited(awaited))
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
                (InLine::Pass, "Event") => format!("要有人設定 {name}"),
                (InLine::Pass, "Barrier") => format!("要有更多任務到達 {name}"),
                (InLine::Pass | InLine::ItsLock, _) => format!("要有人釋放 {name}"),
                (InLine::Notice, _) => format!("要有人發出 {name} 的通知"),
                (InLine::Item, _) => format!("要有人放入項目到 {name}"),
                (InLine::Room, _) => format!("{name} 已滿，要有人取出項目"),
                (InLine::AllDone, _) => format!("要對 {name} 的每個項目呼叫 task_done()"),
                (InLine::Tasks, _) => format!("{name} 的所有任務都要結束"),
            }
        }
        Hindrance::NeedsResult => "要有人為這個 Future 設定結果".to_owned(),
        Hindrance::Timeout { at_ns } => format!("超時最晚在 {}結束這次等待", seconds(*at_ns)),
        Hindrance::JobWaits { name } => format!("工作 {name} 在等執行緒池中有空閒的執行緒"),
        Hindrance::Circle { names } => match names.as_slice() {
            [one] => format!("{one} 在等待自己：這是死結，沒有什麼能結束它"),
            _ => format!("{} 互相等待，形成一圈：這是死結，沒有什麼能結束它", names.join("、")),
        },
        Hindrance::GoesOn { who, at_ns } => format!("在這次執行中，{who} 於 {}恢復執行", seconds(*at_ns)),
        Hindrance::Never { who } => format!("在這次執行中，{who} 不會再恢復執行"),
        Hindrance::Stuck { who } => {
            format!("已經沒有誰能結束這個等待：{who} 永遠不能繼續")
        }
    };
    closed_up(&said)
}

pub(super) fn question(asked: Asked, who: &str) -> String {
    match asked {
        Asked::Printed => "為什麼在這時印出？".to_owned(),
        Asked::Happened => "為什麼在這時發生？".to_owned(),
        Asked::NotYet => closed_up(&format!("{who} 為什麼還不能繼續？")),
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
        Some(line) => format!("{sentence}（從 {}起，第 {line} 行）", seconds(ns)),
        None => format!("{sentence}（從 {}起）", seconds(ns)),
    }
}

pub(super) fn differences(differences: &Differences) -> String {
    let Differences { against, before_ns, after_ns, lanes, shifted, reordered, gone, new } = *differences;
    let mut said = if before_ns == after_ns {
        format!("兩次執行都用了 {}。", seconds(after_ns))
    } else {
        let (before, after) = (seconds(before_ns), seconds(after_ns));
        match against {
            Against::Earlier => format!("先前用了 {before}，現在用 {after}。"),
            Against::Repaired => format!("現在用了 {before}，修正後是 {after}。"),
        }
    };
    let lines = [(shifted, "時間不同"), (reordered, "順序不同"), (gone, "不再出現"), (new, "新出現")];
    let kinds: Vec<String> = lines
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, kind)| format!("{count} 行{kind}"))
        .collect();
    match (kinds.is_empty(), lanes) {
        (true, 0) => said += "印出的內容與時間都相同。",
        (true, _) => said += "印出的內容與時間都相同，但並非每一列都做同樣的事。",
        (false, _) => said += &format!("記錄中有 {}。", kinds.join("，")),
    }
    said
}
