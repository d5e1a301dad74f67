//! 运行画面周围的简体中文（中国大陆）文字。

use super::ViewMessages;

pub(in crate::messages) const VIEWS: ViewMessages = ViewMessages {
    seconds: |seconds| format!("{seconds} 秒"),
    more: |count| format!("还有 {count} 个"),
    show_place: "在程序中显示",

    log_label: "日志：什么时候、谁、输出了什么",
    log_empty: "这个程序没有任何输出。",
    error_output: "错误输出",

    timeline_label: "时间线，每个任务一行。上下键选择行，Enter 询问原因。",
    timeline_empty: "还没有运行过，没有可看的内容。",
    axis: "坐标轴",
    axis_time: "时间",
    axis_steps: "步骤",
    zoom_in: "放大",
    zoom_out: "缩小",
    fit: "显示全部",
    lanes: |lanes| format!("{lanes} 行"),
    crowd_label: "处于各种状态的任务各有多少。拖动可看得更细。",
    legend: "图例",
    states: ["就绪", "运行中", "睡眠中", "等待中", "阻塞线程", "已完成", "失败", "已取消"],
    printed: "输出",
    arrows: ["启动", "唤醒", "取消", "原因"],

    pull_changes: |text, line, delays| match delays {
        0 | 1 => format!("第 {line} 行的 {text}"),
        _ => format!("第 {line} 行的 {text}：{delays} 段等待会一起变"),
    },
    pull_elsewhere: "程序走了另一条路，这段等待已经不是原来那一段了。",
    pull_shorter: "缩短（按住 Shift：每次少一点）",
    pull_longer: "延长（按住 Shift：每次少一点）",
    pull_which: "要改的数字",
    pull_choice: |text, line, delays| format!("第 {line} 行的 {text}，{delays} 段等待"),
    locks: [
        "这段等待拖不动：它的长度不是程序里写的数字，而是随机、测量或计数得来的。",
        "这段等待拖不动：那一行写着 # fixed。",
        "程序里的数字无论怎么改，都得不到这个长度。",
    ],

    why_not_yet: "为什么还没有？",
    why_not_yet_of: |name| format!("{name} 为什么还没有继续？"),
    why_empty: "点击日志中的一行或时间线上的一段，这里会列出它的原因。",
    go_there: "转到这一时刻",

    iteration: |number| format!("第 {number} 轮"),
    no_loop: "此刻没有事件循环在运行。",
    running: "运行中",
    nothing_runs: "无：循环在等待",
    ready_queue: "就绪队列",
    ready_empty: "空",
    next_in_line: "下一个",
    timers: "定时器",
    timers_empty: "没有设置",
    resources: "锁、队列等",
    resources_empty: "没有创建",
    held_by: "持有者",
    in_line: "排队中",
    nobody: "无",

    variables_empty: "此刻没有存活的任务。",
    no_variables: "没有变量",
    line: |line| format!("第 {line} 行"),
    variable: "名称",
    value: "值",
    new_value: "新",
    changed_value: "已改变",

    graph_label: "任务以及它们共用的东西。方向键移动，Enter 选中。",
    graph_empty: "此刻没有任务。",
    edges: ["创建", "等待", "持有"],
    edge: [
        |from, to| format!("{from} 创建了 {to}"),
        |from, to| format!("{from} 等待 {to}"),
        |from, to| format!("{from} 持有 {to}"),
    ],
};
