//! 简体中文（中国大陆）的页面文字。

use super::Messages;

pub(super) const MESSAGES: Messages = Messages {
    views: super::views::zh_hans::VIEWS,

    title: "Interleave：看清 asyncio 的交错执行",
    tagline: "看清 Python 的 asyncio 怎样交错执行",

    language: "语言",
    theme: "主题",
    theme_auto: "自动",
    theme_light: "浅色",
    theme_dark: "深色",

    program: "程序",
    log: "日志",
    timeline: "时间线",
    editor: "程序，Python 代码",
    way_out: "先按 Esc 再按 Tab 可离开编辑器",

    log_empty: "尚未运行任何程序。当前版本还不能运行程序；后续版本会在这里记下程序输出了什么、在什么时间。",
    timeline_empty: "尚未运行任何程序。后续版本会在这里为每个任务画一条泳道，标出它何时运行、何时等待。",

    engine_loading: "正在加载引擎……",
    engine_ready: |version| format!("引擎 {version} 已就绪"),
    engine_broken: "引擎未能启动，或已停止。程序仍在编辑器中：请先复制，再重新加载页面。",
    engine_garbled: "页面与引擎无法互相理解，其中之一可能是旧版本。请先复制程序，再重新加载页面。",
};
