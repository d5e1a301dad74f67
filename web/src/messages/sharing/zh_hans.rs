//! The texts around sharing and opening in Simplified Chinese.

use super::SharingMessages;

pub(in crate::messages) const SHARING: SharingMessages = SharingMessages {
    share: "分享",
    share_hint: "链接、图片、文件",
    open: "打开",
    open_hint: "从文件，或者从 Markdown 课文里取程序",

    link: "链接",
    code: "给手机用",
    picture: "图片",
    program: "程序",

    holds: "链接里装着整个程序，以及你正在看的位置。不会向任何地方发送数据。",
    characters: |count| format!("{count} 个字符"),
    is_long: "有些聊天软件和收藏夹会截断超过 2,000 个字符的链接。",
    copy: "复制链接",
    copy_markdown: "复制为 Markdown",
    copy_with_code: "连同程序复制为 Markdown",
    copy_element: "复制为 HTML",
    copy_frame: "复制为内嵌框架",
    copied: "已复制。",
    not_copied: "浏览器不允许。请从上面的输入框里手动复制。",
    run_it: "在 Interleave 里运行",

    code_label: "包含链接的二维码",
    no_code: "链接太长，二维码装不下。",
    no_picture: "程序运行结束后才有图片。",
    left_out: |count| format!("图中放不下最后 {count} 行。"),
    save: |kind| format!("保存为 {kind}"),
    saved: "已保存。",
    not_saved: "浏览器不允许。",

    choose_file: "选择文件：程序，或者 Markdown 课文",
    drop: "也可以把文件拖到本页任意位置。文件不会离开你的电脑。",
    paste: "或者把程序、Markdown 课文粘贴到这里",
    which: "要打开哪一段程序？",
    block: |line, lines| format!("从第 {line} 行开始，共 {lines} 行"),
    as_program: "作为程序打开",
    opened: "现在显示的是你打开的程序。",
    too_large: "文件太大：程序最大 256 KiB。",
    no_text: "这个文件不是文本文件。",
};
