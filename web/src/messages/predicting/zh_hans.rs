//! 预测的文字，简体中文（中国大陆）。

use super::PredictingMessages;

pub(in crate::messages) const PREDICTING: PredictingMessages = PredictingMessages {
    predict: "先预测",
    hint: "先隐藏运行结果，说出你的预测，然后对照",
    title: "这个程序会怎样运行？",
    introduction: "说出你的预测之后，才会显示运行结果。",

    order: "这些行会按什么顺序打印？",
    order_hint: "拖动它们，或者用箭头移动。",
    goes_on: "之后还会打印别的内容，这里不问。",
    up: |line| format!("上移：{line}"),
    down: |line| format!("下移：{line}"),
    place: |line, place| format!("{line}：第 {place} 个"),
    end: "程序在什么时刻结束？",
    at_once: "同时在休眠的任务最多有几个？",
    cancelled: "哪些任务被取消了？",
    none_of_them: "一个也没有",
    holds: |name, function, line| {
        let of = function.map(|function| format!("{function}() 中的 ")).unwrap_or_default();
        format!("刚打印出“{line}”时，{of}{name} 是什么？")
    },

    mark: "显示运行结果",
    leave: "不预测，直接看",
    no_run: "这个程序还不能运行，原因写在程序下面。",
    not_yet: "程序结束或者被停止之后才会出题。",
    no_questions: "这次运行里没有容易猜错的内容。",

    score: |right, all| format!("{all} 个问题中猜对了 {right} 个。"),
    right: "与你的预测一致。",
    line_is: |number, is, said| format!("第 {number} 行是“{is}”，而不是“{said}”。"),
    number_is: |is, said| format!("是 {is}，而不是 {said}。"),
    task_is: |name, cancelled| {
        if cancelled { format!("{name} 被取消了。") } else { format!("{name} 没有被取消。") }
    },
    models: [
        "假如一个任务休眠时大家都得等，才会是这样。实际上停下来的只有它自己。",
        "假如所有等待都同时进行，才会是这样。这里有的要等别的结束之后才开始。",
        "假如任务一创建就运行，才会是这样。实际上要到创建它的一方停下来等待时才轮到它。",
        "假如任务总按创建的先后继续，才会是这样。实际上谁先到时间，谁先继续。",
        "假如只算 main 自己的休眠，才会是这样。main 所等待的也要算进去。",
        "假如一个任务失败就会取消其余任务，才会是这样。这里其余任务继续运行了。",
        "假如每个任务都会运行到底，才会是这样。这里并不是每个都运行到了底。",
    ],
};
