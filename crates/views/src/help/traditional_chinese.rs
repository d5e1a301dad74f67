//! Help in Traditional Chinese, as written in Taiwan.

use super::recognise::Mistake;

pub(super) fn say(mistake: &Mistake<'_>) -> String {
    use Mistake::*;
    match mistake {
        NeverAwaited { coroutine: "main" } => {
            "呼叫 main() 只是建立了協程，裡面什麼都還沒執行。請用 asyncio.run(main()) 啟動它。".into()
        }
        NeverAwaited { coroutine } => format!(
            "呼叫 {coroutine}() 只是建立了協程，裡面什麼都還沒執行。請在呼叫前加上 await，或把它交給 asyncio.create_task()。"
        ),
        NoRunningLoop => "這裡還沒有執行中的事件迴圈：請把這一步放進由 asyncio.run() 啟動的 async 函式裡。".into(),
        RunInsideLoop => {
            "這裡已有執行中的事件迴圈，asyncio.run() 不能再啟動一個：在 async 函式裡請改用 await。".into()
        }
        LoopAlreadyRunning => {
            "事件迴圈已在執行：在 async 函式裡請用 await，不要用 run_until_complete()。".into()
        }
        NoCurrentLoop => {
            "這裡沒有可用的事件迴圈：請用 asyncio.run(main()) 啟動程式，並在 async 函式裡使用 asyncio.get_running_loop()。".into()
        }
        LoopClosed => {
            "這個事件迴圈已經關閉，不再執行任何東西：請在 close() 之前把事情做完，或用 asyncio.run() 重新開始。".into()
        }
        OtherLoop => {
            "這屬於另一個事件迴圈；每次 asyncio.run() 都會建立新的迴圈。請在使用它們的 async 函式裡建立 Future、鎖與佇列。".into()
        }
        OutsideAsync { keyword } => {
            format!("{keyword} 只能用在 async 函式裡：請把它放進 async 函式，或把 def 改成 async def。")
        }
        OutsideFunction => {
            "await 只能用在 async 函式裡：請把這一行放進 async def main():，再用 asyncio.run(main()) 啟動。".into()
        }
        YieldFromInAsync => "在 async 函式裡，請用 await 取代 yield from。".into(),
        AwaitsNone => {
            "await 後面的值是 None：被呼叫的是一般函式，它已經做完了。請拿掉 await，或改用非同步的版本，例如用 asyncio.sleep() 取代 time.sleep()。".into()
        }
        AwaitsFunction => "await 後面是函式的名字：請加上括號呼叫它，才會得到可等待物件。".into(),
        AwaitsCollection { class } => {
            format!("await 一次只等一個東西，不能等一個 {class}：要等全部，請寫 await asyncio.gather(*things)。")
        }
        AwaitsAsyncGenerator => "非同步產生器會逐一給出值：請用 async for 取代 await。".into(),
        CannotAwait { class } => {
            format!("{class} 不能用 await 等待；協程、任務（Task）和 Future 才可以。如果值已經在手上，請拿掉 await。")
        }
        ReusedCoroutine => {
            "一個協程只能執行一次，而這個已經執行過了：請再呼叫一次函式以取得新的協程，或建立任務（Task），任務可以等待很多次。".into()
        }
        ForgottenAwait => "這是協程，還不是它的結果：呼叫前少了 await。".into(),
        TaskNotAwaited { class } => format!("這是 {class}，還不是它的結果：請用 await 取得結果。"),
        CoroutineExpected { got } if got.starts_with("<function") => {
            "這裡需要協程，但給的是函式本身：請加上括號呼叫它，例如 asyncio.run(main())。".into()
        }
        CoroutineExpected { got: "None" } => {
            "這裡需要協程，但給的是 None：被呼叫的函式不是 async 函式。請用 async def 定義它。".into()
        }
        CoroutineExpected { .. } => "這裡需要協程，也就是呼叫 async 函式所得到的東西。".into(),
        AwaitableRequired => {
            "只有協程、任務（Task）和 Future 可以等待：請在這裡呼叫 async 函式，別忘了括號。".into()
        }
        CoroutinesInWait => {
            "asyncio.wait() 只收任務，不收協程：請先用 asyncio.create_task() 建立任務，或改用 asyncio.gather()。".into()
        }
        NotAsyncIterable { class } => {
            format!("async for 用來走訪非同步的東西，而 {class} 是一般的：請寫不加 async 的 for。")
        }
        AsyncIterable => "它會以非同步的方式給出值：請用 async for 取代 for。".into(),
        NeedsAsyncWith { class } => format!("{class} 不能用一般的 with。如果它來自 asyncio，請寫 async with。"),
        NotAsyncWith { class } => format!("{class} 在這裡是一般的物件：請寫不加 async 的 with。"),
        TaskDestroyed => {
            "任務還在等待，程式就結束了，或任務沒人記得了：請把任務存進變數，並在結束前 await 它。".into()
        }
        NeverRetrieved { of_task: true } => {
            "有個任務失敗了，卻沒有人查看：請 await 這個任務，讓例外出現在可以處理它的地方。".into()
        }
        NeverRetrieved { of_task: false } => "有個 Future 被設定了例外，卻沒有人查看：請 await 這個 Future。".into(),
        AlreadyDone => "這個 Future 已經有結果或已被取消；結果只能設定一次。請先用 done() 確認。".into(),
        NotDoneYet => "現在還沒有結果：請用 await 等它，不要立刻取用。".into(),
        Cancelled => {
            "這裡等待的東西被取消了：等待被取消的任務，就會收到 CancelledError。如果這在預料之中，請用 try 和 except asyncio.CancelledError 處理。".into()
        }
        TimedOut => "時間到了還沒做完，所以被取消了：請給多一點時間，或用 try 和 except 處理 TimeoutError。".into(),
        TaskGroupFailed { count } => format!(
            "任務群組裡有 {count} 個任務失敗；群組取消了其他任務，並等它們結束。編號的各段說明哪裡出錯；可以用 except* 處理。"
        ),
        QueueEmpty => "佇列裡沒有項目，而 get_nowait() 不會等待：請寫 await queue.get()。".into(),
        QueueFull => "佇列已滿，而 put_nowait() 不會等待：請寫 await queue.put(item)。".into(),
        QueueShutDown => "佇列已經關閉，不再收也不再給項目：請處理 QueueShutDown，讓工作好好收尾。".into(),
        BrokenBarrier => {
            "有任務在等待時，屏障（Barrier）被中止或重設，所以誰也過不去：所有人必須重新到齊。".into()
        }
        NotHeld => "沒有持有的東西不能釋放：請先取得它，最好用 async with。".into(),
        ReleasedTooOften => "釋放的次數比取得的多：用 async with 就會剛剛好。".into(),
        TaskDoneTooOften => "每次 get() 只對應一次 task_done()：它被呼叫的次數比取出的項目多。".into(),
        WaitWithoutLock => "持有條件（Condition）時才能等待它：請寫在 async with condition: 裡面。".into(),
        NeverClosed { bracket } => format!("這個 {bracket} 沒有對應的右括號：請補上。"),
        Unmatched { bracket } => format!("這個 {bracket} 沒有對應的左括號：請刪掉它，或補上左括號。"),
        WrongBracket { closing, opening } => {
            format!("{opening} 卻用 {closing} 來關：括號要成對，裡面的先關。")
        }
        MissingColon => "這一行的結尾少了冒號。".into(),
        MissingBlock => "冒號之後，屬於它的各行要縮排四個空格。".into(),
        UnexpectedIndent => "這一行縮排得比上一行多，卻沒有理由：請刪掉行首多出的空格。".into(),
        UnindentMatchesNothing => "這一行的開頭和上面哪一行都對不齊：請和它所屬的那幾行縮排一致。".into(),
        TabsAndSpaces => "行首混用了 Tab 和空格：請一律用四個空格。".into(),
        UnterminatedString => "這個字串沒有結束：請補上引號。".into(),
        UnterminatedTripleString => "這個字串沒有結束：請用同樣的三個引號結束它。".into(),
        AssignedInsteadOfCompared => "一個 = 是指定值；要比較，請寫 ==。".into(),
        MissingComma => "兩個值之間可能少了逗號。".into(),
        PrintStatement => "print 是函式：要印的東西請放在括號裡。".into(),
        BadSyntax => "從標記的地方起，Python 看不懂這一行：請看看它前面是不是少了或多了什麼。".into(),
        UnknownName { name, meant: Some(meant) } => format!("這裡沒有 {name}；你要的也許是 {meant}。"),
        UnknownName { name, meant: None } => {
            format!("這裡沒有 {name}：請檢查拼字，並確認它在這一行之前已有值。")
        }
        NotImported { module } => format!("要先匯入 {module}：請在最上面寫 import {module}。"),
        UnknownInModule { module: owner, name, meant: Some(meant) }
        | UnknownAttribute { class: owner, name, meant: Some(meant) }
        | CannotImport { module: owner, name, meant: Some(meant) } => {
            format!("{owner} 沒有 {name}；你要的也許是 {meant}。")
        }
        UnknownInModule { module, name, meant: None } => {
            format!("{module} 沒有 {name}：請檢查拼字，也確認你自己的檔案不叫 {module}.py。")
        }
        UnknownAttribute { class: owner, name, meant: None } | CannotImport { module: owner, name, meant: None } => {
            format!("{owner} 沒有 {name}：請檢查拼字。")
        }
        NoneHasNothing { name } => format!("這是 None，沒有 {name}：也許前面的某個函式沒有回傳值。"),
        MissingArguments { function, names } => {
            format!("呼叫 {function}() 時少了引數 {}。", names.replace(" and ", " 與 "))
        }
        TooManyArguments { function, given } => {
            format!("呼叫 {function}() 時給的引數太多：給了 {given} 個。")
        }
        UnexpectedArgument { function, name } => format!("{function}() 沒有叫做 {name} 的參數。"),
        NoSuchModule { module } => format!(
            "這裡沒有模組 {module}：請檢查拼字；這裡有課程會用到的 Python 內建模組，其他的很少。"
        ),
        IndexOutOfRange => "沒有這個編號的項目：編號從 0 開始，所以最後一個是 len() - 1。".into(),
        NoSuchKey { key } => {
            format!("字典裡沒有鍵 {key}：請先用 in 確認，或用 get()，找不到時它會給 None。")
        }
        DividedByZero => "有個數除以了零。".into(),
        RecursedTooDeep => "函式不停地呼叫自己：要有條件讓它停下來。".into(),
        AssignedLater { name } => format!(
            "{name} 在這個函式裡被指定值，所以屬於這個函式，但這時還沒有值：要用外面的那個，請寫 global {name} 或 nonlocal {name}。"
        ),
        TextAndNumber => "字串只能和字串相接：請用 str() 轉換另一個，或用 f 字串。".into(),
        NotCallable { class } => format!("{class} 不能呼叫：請刪掉它後面的括號。"),
        NoInput => "程式要讀取輸入，但已經沒有下一行。請在程式最上方寫明要讀的內容，每個 input= 是一行：`# interleave: input=Ada, input=36`。".into(),
    }
}
