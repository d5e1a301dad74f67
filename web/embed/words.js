// What an embed says on its own, in three languages. What the engine says comes in the language that it is asked in.

export const WORDS = {
  en: {
    tasks: "Task", allTasks: "All tasks", level: (level) => `Runs as in Python 3.13. The page is about Python ${level}.`,
    run: "Run", stop: "Stop", goOn: "Go on", loading: "The engine is loading…", running: "Running…",
    paused: (count) => `Still running after ${count} instructions.`, broken: "The engine could not be loaded, or has stopped.",
    start: "To the start", back: "A step back", on: "A step on", play: "Play", pause: "Pause", moment: "Moment",
    program: "Program, Python code", log: "Log", timeline: "Timeline", open: "Open in Interleave", stuck: "Nothing can ever go on",
    limit: "Stopped at a limit", failed: "Ended with an error", mistake: "Could not begin", stopped: "Stopped",
    loop: "Event loop", ready: "Ready queue", timers: "Timers", things: "Locks, queues and the like", holders: "Held by",
    waiters: "In line", none: "none", graph: "Tasks and what they share", variables: "Variables", new: "new",
    changed: "changed", answer: "Show the run", line: (line) => `line ${line}`, seconds: "s",
    empty: "No program came with this address. “Share” in Interleave gives addresses with one.",
  },
  "zh-Hant": {
    tasks: "任務", allTasks: "所有任務", level: (level) => `依 Python 3.13 執行；此頁談的是 Python ${level}。`,
    run: "執行", stop: "停止", goOn: "繼續", loading: "正在載入引擎……", running: "執行中……",
    paused: (count) => `執行了 ${count} 個指令，還沒結束。`, broken: "引擎無法載入，或已停止。",
    start: "回到開頭", back: "退一步", on: "進一步", play: "播放", pause: "暫停", moment: "時刻",
    program: "程式，Python 程式碼", log: "記錄", timeline: "時間軸", open: "在 Interleave 開啟", stuck: "死結：再也無法繼續",
    limit: "到達上限而停止", failed: "以錯誤結束", mistake: "無法開始", stopped: "已停止",
    loop: "事件迴圈", ready: "就緒佇列", timers: "計時器", things: "鎖、佇列等", holders: "持有者", waiters: "排隊中",
    none: "沒有", graph: "任務與它們共用的東西", variables: "變數", new: "新的", changed: "已改變", answer: "看執行結果", line: (line) => `第 ${line} 行`, seconds: "秒",
    empty: "這個網址裡沒有程式。在 Interleave 按「分享」，就能取得帶有程式的網址。",
  },
  "zh-Hans": {
    tasks: "任务", allTasks: "所有任务", level: (level) => `按 Python 3.13 运行；此页讲的是 Python ${level}。`,
    run: "运行", stop: "停止", goOn: "继续", loading: "正在加载引擎……", running: "正在运行……",
    paused: (count) => `执行了 ${count} 条指令，还没结束。`, broken: "引擎无法加载，或已停止。",
    start: "回到开头", back: "后退一步", on: "前进一步", play: "播放", pause: "暂停", moment: "时刻",
    program: "程序，Python 代码", log: "日志", timeline: "时间线", open: "在 Interleave 中打开", stuck: "死锁：再也无法继续",
    limit: "到达上限而停止", failed: "以错误结束", mistake: "无法开始", stopped: "已停止",
    loop: "事件循环", ready: "就绪队列", timers: "定时器", things: "锁、队列等", holders: "持有者", waiters: "排队中",
    none: "没有", graph: "任务以及它们共用的东西", variables: "变量", new: "新", changed: "已改变", answer: "显示运行结果", line: (line) => `第 ${line} 行`, seconds: "秒",
    empty: "这个网址里没有程序。在 Interleave 中点“分享”，就能得到带有程序的网址。",
  },
};
