//! 正體中文（臺灣）的頁面文字。

use super::Messages;

pub(super) const MESSAGES: Messages = Messages {
    views: super::views::zh_hant::VIEWS,

    title: "Interleave：看見 asyncio 交錯執行",
    tagline: "看見 Python 的 asyncio 如何交錯執行",

    language: "語言",
    theme: "佈景主題",
    theme_auto: "自動",
    theme_light: "淺色",
    theme_dark: "深色",

    program: "程式",
    log: "記錄",
    timeline: "時間軸",
    editor: "程式，Python 程式碼",
    way_out: "先按 Esc 再按 Tab，即可離開編輯器",

    log_empty: "還沒有執行任何程式。這個版本還不能執行程式；之後的版本會在這裡記下程式印出了什麼，以及在什麼時候。",
    timeline_empty: "還沒有執行任何程式。之後的版本會在這裡為每個任務畫一條軌道，標出它何時執行、何時等待。",

    engine_loading: "正在載入引擎……",
    engine_ready: |version| format!("引擎 {version} 已就緒"),
    engine_broken: "引擎沒有啟動，或已經停止。程式還在編輯器裡：請先複製下來，再重新載入頁面。",
    engine_garbled: "頁面與引擎無法溝通，其中一個可能是舊版本。請先複製程式，再重新載入頁面。",
};
