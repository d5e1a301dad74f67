//! 课程周围的文字，简体中文（中国大陆）。

use super::CourseMessages;

pub(in crate::messages) const COURSE: CourseMessages = CourseMessages {
    lessons: "课程",
    all: "所有课程",
    place: |number, all| format!("第 {number} 课，共 {all} 课"),
    leave_hint: "关闭课程，返回自己的程序",
    kept: "这是课程里的程序；你自己的程序已保留。",
    missing: "这节课没有加载成功。请检查网络或地址，然后重新打开。",

    look: "看哪里",
    experiment: "试一试",
    question: "想一想",

    look_there: "带我去看",
    changed: "当前程序与课文所讲的不同；点“重新开始”可以恢复。",
    change: "照此修改",
    put_back: "恢复原样",
    right: "回答正确。",
    wrong: "不对。看看运行过程，再选一次。",
    answered: "这道题你以前答对过。",

    neighbours: "前后的课",
    previous: "上一课：",
    next: "下一课：",

    marks: ["已看", "已答对"],
    progress: |answered, all| format!("{all} 道题中已答对 {answered} 道。记录只保存在这个浏览器中。"),
    forget: "清除记录",
};
