//! 課程周圍的文字，正體中文（臺灣）。

use super::CourseMessages;

pub(in crate::messages) const COURSE: CourseMessages = CourseMessages {
    lessons: "課程",
    all: "全部課程",
    place: |number, all| format!("第 {number} 課，共 {all} 課"),
    leave_hint: "關閉課程，回到自己的程式",
    kept: "這是課程的程式；你自己的程式還在。",
    missing: "這一課載入失敗。請檢查網路或網址，再開啟一次。",

    look: "看哪裡",
    experiment: "試試看",
    question: "想一想",

    look_there: "帶我去看",
    changed: "現在的程式和課文說的不一樣；按「重新開始」可以換回來。",
    change: "照這樣改",
    put_back: "改回來",
    right: "答對了。",
    wrong: "不是這樣。看看執行的過程，再選一次。",
    answered: "這一題你之前答對過。",

    neighbours: "前後的課",
    previous: "上一課：",
    next: "下一課：",

    marks: ["看過", "答對"],
    progress: |answered, all| format!("共 {all} 題，答對 {answered} 題。紀錄只留在這個瀏覽器裡。"),
    forget: "清除紀錄",
};
