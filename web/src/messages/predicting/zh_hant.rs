//! 預測的文字，正體中文（臺灣）。

use super::PredictingMessages;

pub(in crate::messages) const PREDICTING: PredictingMessages = PredictingMessages {
    predict: "先猜",
    hint: "先遮住執行結果，說說你認為會怎樣，再對照",
    title: "這個程式會怎麼跑？",
    introduction: "先說說你的預測，執行結果才會出現。",

    order: "下面這些會照什麼順序印出來？",
    order_hint: "拖曳它們，或用箭頭移動。",
    goes_on: "後面還會印出別的，這裡不問。",
    up: |line| format!("往上移：{line}"),
    down: |line| format!("往下移：{line}"),
    place: |line, place| format!("{line}：第 {place} 個"),
    end: "程式在什麼時候結束？",
    at_once: "最多有幾個任務同時在睡？",
    cancelled: "哪些任務被取消了？",
    none_of_them: "一個也沒有",
    holds: |name, function, line| {
        let of = function.map(|function| format!("{function}() 裡的 ")).unwrap_or_default();
        format!("剛印出「{line}」時，{of}{name} 是什麼？")
    },

    mark: "看執行結果",
    leave: "不猜了，直接看",
    no_run: "這個程式還不能執行，原因寫在程式下方。",
    not_yet: "等程式結束或停下來，問題才會出現。",
    no_questions: "這次執行沒有容易猜錯的地方。",

    score: |right, all| format!("{all} 題中猜對 {right} 題。"),
    right: "和你說的一樣。",
    line_is: |number, is, said| format!("第 {number} 行是「{is}」，不是「{said}」。"),
    number_is: |is, said| format!("是 {is}，不是 {said}。"),
    task_is: |name, cancelled| {
        if cancelled { format!("{name} 被取消了。") } else { format!("{name} 沒有被取消。") }
    },
    models: [
        "如果有人睡著，大家就都得等，才會是這樣。其實等的只有那個任務自己。",
        "如果全部都能同時等，才會是這樣。這裡有些要等別人結束才開始。",
        "如果任務一建立就開始跑，才會是這樣。其實要等建立它的人停下來等待，才輪到它。",
        "如果任務都照建立的順序往下走，才會是這樣。其實誰的時間先到，誰先走。",
        "如果只算 main 自己睡的時間，才會是這樣。main 所等待的也要算。",
        "如果一個失敗就取消其他全部，才會是這樣。這裡其他的繼續跑了下去。",
        "如果每個任務都會跑到最後，才會是這樣。這裡並非每一個都跑完。",
    ],
};
