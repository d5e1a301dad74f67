//! 執行畫面周圍的正體中文（臺灣）文字。

use super::ViewMessages;

pub(in crate::messages) const VIEWS: ViewMessages = ViewMessages {
    seconds: |seconds| format!("{seconds} 秒"),
    more: |count| format!("還有 {count} 個"),
    show_place: "在程式中顯示",

    log_label: "記錄：何時、誰、印出了什麼",
    log_empty: "這個程式什麼也沒有印出。",
    error_output: "錯誤輸出",

    timeline_label: "時間軸，一個任務一列。上下鍵選擇列，Enter 詢問原因。",
    timeline_empty: "還沒有執行任何東西，所以沒有畫面。",
    axis: "座標",
    axis_time: "時間",
    axis_steps: "步驟",
    zoom_in: "放大",
    zoom_out: "縮小",
    fit: "顯示全部",
    lanes: |lanes| format!("{lanes} 列"),
    crowd_label: "各有多少任務處於哪種狀態。拖曳可看得更細。",
    legend: "圖例",
    states: ["就緒", "執行中", "睡眠中", "等待中", "阻塞執行緒", "已完成", "失敗", "已取消"],
    printed: "印出",
    arrows: ["啟動", "喚醒", "取消", "原因"],

    pull_changes: |text, line, delays| match delays {
        0 | 1 => format!("第 {line} 行的 {text}"),
        _ => format!("第 {line} 行的 {text}：{delays} 段等待會一起改變"),
    },
    pull_elsewhere: "程式改走了另一條路，這段等待和原來的不同了。",
    pull_shorter: "縮短（按住 Shift：每次少一點）",
    pull_longer: "延長（按住 Shift：每次少一點）",
    pull_which: "要改的數字",
    pull_choice: |text, line, delays| format!("第 {line} 行的 {text}，{delays} 段等待"),
    locks: [
        "這段等待拖不動：它的長度不是程式裡寫的數字，而是隨機、量測或計數得來的。",
        "這段等待拖不動：那一行寫著 # fixed。",
        "程式裡的數字不論怎麼改，都得不到這個長度。",
    ],

    why_not_yet: "為什麼還沒？",
    why_not_yet_of: |name| format!("{name} 為什麼還沒繼續？"),
    why_empty: "點選記錄中的一行或時間軸上的一段，這裡就會列出它的原因。",
    go_there: "前往這個時刻",

    iteration: |number| format!("第 {number} 輪"),
    no_loop: "此刻沒有事件迴圈在執行。",
    running: "執行中",
    nothing_runs: "無：迴圈在等待",
    ready_queue: "就緒佇列",
    ready_empty: "空的",
    next_in_line: "下一個",
    timers: "計時器",
    timers_empty: "沒有設定",
    resources: "鎖、佇列等",
    resources_empty: "沒有建立",
    held_by: "持有者",
    in_line: "排隊中",
    nobody: "無",

    variables_empty: "此刻沒有存活的任務。",
    no_variables: "沒有變數",
    line: |line| format!("第 {line} 行"),
    variable: "名稱",
    value: "值",
    new_value: "新的",
    changed_value: "已改變",

    graph_label: "任務與它們共用的東西。方向鍵移動，Enter 選取。",
    graph_empty: "此刻沒有任務。",
    edges: ["建立", "等待", "持有"],
    edge: [
        |from, to| format!("{from} 建立了 {to}"),
        |from, to| format!("{from} 等待 {to}"),
        |from, to| format!("{from} 持有 {to}"),
    ],
};
