//! What is said in Traditional Chinese, as written in Taiwan.

use super::seconds;
use crate::{Fate, Mistake};

pub(super) fn said(mistake: &Mistake) -> (String, String) {
    match mistake {
        Mistake::SequentialAwaits(waits) => (
            format!(
                "這裡 {} 次呼叫 `{}` 都是等前一次結束才開始下一次，總共花了 {} 秒。",
                waits.times,
                waits.function,
                seconds(waits.spent_ns)
            ),
            format!(
                "它們彼此無關，可以用 `asyncio.gather` 或 `TaskGroup` 的任務一起等，這樣只要 {} 秒。",
                seconds(waits.longest_ns)
            ),
        ),
        Mistake::AwaitInLoop(waits) => (
            format!(
                "迴圈等了 `{}` {} 次，而且一次等完才輪到下一次，總共花了 {} 秒。",
                waits.function,
                waits.times,
                seconds(waits.spent_ns)
            ),
            format!(
                "每一輪都用不到前一輪的結果，把所有呼叫交給 `asyncio.gather` 一次等完，只要 {} 秒。",
                seconds(waits.longest_ns)
            ),
        ),
        Mistake::ForgottenAwait { call } => (
            format!("`{call}` 只會建立協程物件，沒有人等待它，裡面的程式碼一行也不會執行。"),
            "在前面加上 `await`，或用它建立任務，之後再等待那個任務。".to_owned(),
        ),
        Mistake::AwaitedTooEarly { taker } => (
            format!("`await` 寫在 `{taker}` 的括號裡，協程會先整個跑完，`{taker}` 拿到的只是它的結果。"),
            format!("拿掉 `await`，把協程本身交給 `{taker}`。"),
        ),
        Mistake::FunctionNotCalled { function } => (
            format!("`{function}` 是協程函式，這裡要的卻是協程物件，執行到這裡會引發例外。"),
            format!("加上括號呼叫它，`{function}(…)` 才是協程物件。"),
        ),
        Mistake::NestedRun => (
            "`asyncio.run` 會另外啟動事件迴圈，但協程已經在一個事件迴圈上執行，這裡會引發 RuntimeError。"
                .to_owned(),
            "直接 `await` 那個協程就好，`asyncio.run` 只用在程式的進入點。".to_owned(),
        ),
        Mistake::AwaitedTwice { name } => (
            format!("`{name}` 是協程物件，只能執行一次，第二個 `await` 會引發 RuntimeError。"),
            "改成建立任務：任務會留著結果，要等幾次都可以。".to_owned(),
        ),
        Mistake::BlockingCall { call, within, blocked_ns } => (
            match blocked_ns {
                Some(ns) => format!(
                    "`{call}` 把事件迴圈卡住 {} 秒，這段時間其他該執行的任務和計時器全都動不了。",
                    seconds(*ns)
                ),
                None => format!("`{call}` 回傳之前會卡住事件迴圈，其他任務和計時器全都動不了。"),
            },
            match (within, call.as_str()) {
                (Some(function), _) => format!(
                    "在協程裡改用 `await asyncio.to_thread({function}, …)` 呼叫，或把 `{function}` 改寫成會等待的 `async def`。"
                ),
                (None, "time.sleep") => {
                    "改用 `await asyncio.sleep(…)`，等待時會把控制權讓給其他任務。".to_owned()
                }
                (None, _) => {
                    "用 `await asyncio.to_thread(…)` 放到執行緒裡做，或改用可以等待的函式庫。".to_owned()
                }
            },
        ),
        Mistake::LongComputation { ns } => (
            format!("這個任務連續計算了 {} 秒，中間沒有 `await`，其他時間到了的任務只能乾等。", seconds(*ns)),
            "每算一段就用 `await asyncio.sleep(0)` 讓出控制權，或把計算交給另一個行程。".to_owned(),
        ),
        Mistake::UnreferencedTask { maker, fate } => (
            match fate {
                Fate::Failed => {
                    format!("沒有人留住 `{maker}` 回傳的任務，結果任務失敗了，程式卻若無其事地繼續執行。")
                }
                Fate::CutOff => format!(
                    "沒有人留住 `{maker}` 回傳的任務，也沒有人等它，事件迴圈先結束，任務做到一半就被取消。"
                ),
                Fate::Unknown => {
                    format!("沒有人留住 `{maker}` 回傳的任務，之後就沒辦法等它，它甚至可能還沒做完就消失。")
                }
            },
            "把任務存進變數或集合，最後再等待它，或是改在 `TaskGroup` 裡啟動。".to_owned(),
        ),
        Mistake::SwallowedCancellation { task } => (
            match task {
                Some(task) => format!("`{task}` 已經被取消，但例外到這個 `except` 就沒了，任務照樣做下去。"),
                None => "取消到這個 `except` 就沒了，迴圈又重來一輪，誰也停不了這個任務。".to_owned(),
            },
            "收拾完之後再 `raise`，取消才會生效。".to_owned(),
        ),
        Mistake::ZippedCompletions { source } => (
            format!("`{source}` 先給先完成的，`zip` 卻照另一個串列的順序來配，於是張冠李戴。"),
            "改用 `asyncio.gather`，結果的順序和交給它的順序相同，或讓協程把名稱和結果一起回傳。".to_owned(),
        ),
        Mistake::SurvivingSiblings { failed, survivors } => (
            format!(
                "`{failed}` 失敗後 `gather` 跟著失敗，但{}還在繼續，已經沒有人等它了。",
                listed(survivors)
            ),
            "改在 `asyncio.TaskGroup` 裡啟動，有一個失敗，其餘的就會被取消。".to_owned(),
        ),
        Mistake::LostUpdate { place, lost, by } => (
            format!(
                "`{by}` 讀了 `{place}` 之後先去等待，再拿舊的值算出結果寫回去，`{lost}` 這段時間寫的就不見了。"
            ),
            "讀和寫之間不要有 `await`，或整段都拿著 `asyncio.Lock`。".to_owned(),
        ),
        Mistake::GrowingQueue { items } => (
            format!("這個佇列沒有上限，放得比拿得快，到最後積了 {items} 個項目。"),
            "設定 `maxsize`，滿了之後 `put` 就會等，生產者才會配合消費者的速度。".to_owned(),
        ),
        Mistake::OnlyLastAwaited { name, fate } => (
            match fate {
                Fate::Failed => {
                    format!("每一輪都把新任務叫做 `{name}`，最後只等到最後一個，有別的任務失敗了也沒人知道。")
                }
                Fate::CutOff => {
                    format!("每一輪都把新任務叫做 `{name}`，最後只等到最後一個，別的還沒做完，迴圈就結束了。")
                }
                Fate::Unknown => format!("每一輪都把新任務叫做 `{name}`，之後能等的就只剩最後一個。"),
            },
            "把任務收進串列，再 `await asyncio.gather(*tasks)`，或改在 `TaskGroup` 裡建立。".to_owned(),
        ),
        Mistake::UnawaitedCancel { task } => (
            format!("`cancel()` 只是請求：程式結束時 `{task}` 還在收拾，收拾到一半就被打斷。"),
            "取消之後要等任務真的結束，例如 `await asyncio.gather(…, return_exceptions=True)`。".to_owned(),
        ),
        Mistake::UnseenFailures { way, task } => match way.as_str() {
            "asyncio.wait" => (
                format!("`asyncio.wait` 什麼例外都不引發：`{task}` 已經失敗，程式卻當作沒事。"),
                "對每個完成的任務呼叫 `result()`，或改用會引發第一個例外的 `asyncio.gather`。".to_owned(),
            ),
            _ => (
                format!("加了 `return_exceptions=True`，例外就成了結果：`{task}` 已經失敗，卻沒有人看結果。"),
                "用 `isinstance(…, Exception)` 檢查每個結果，或拿掉 `return_exceptions`。".to_owned(),
            ),
        },
        Mistake::TimeoutCaughtInside => (
            "時間到的時候，區塊裡收到的是取消，要到離開 `async with` 才變成 `TimeoutError`，所以這個 `except` 永遠等不到它。"
                .to_owned(),
            "把 `try` 移到 `async with asyncio.timeout(…)` 外面。".to_owned(),
        ),
        Mistake::HiddenTimeout => (
            "這裡其實超時了，卻沒有人知道：`except Exception` 連 `TimeoutError` 帶其他錯誤一起吞掉。".to_owned(),
            "只接住 `TimeoutError`，其他錯誤才看得見。".to_owned(),
        ),
        Mistake::HeldTwice { thing, task } => (
            format!("`{task}` 在等 `{thing}`，拿著它的卻正是自己，所以永遠等不到。"),
            "在最外層拿一次就好，asyncio 的鎖不能由持有者再拿一次。".to_owned(),
        ),
    }
}

fn listed(names: &[String]) -> String {
    match names {
        [one] => format!(" `{one}` "),
        [first, rest @ ..] => format!(" `{first}` 和另外 {} 個任務", rest.len()),
        [] => String::new(),
    }
}
