//! The texts around sharing and opening in Traditional Chinese.

use super::SharingMessages;

pub(in crate::messages) const SHARING: SharingMessages = SharingMessages {
    share: "分享",
    share_hint: "連結、圖片、檔案",
    open: "開啟",
    open_hint: "從檔案，或從 Markdown 課文取出程式",

    link: "連結",
    code: "給手機",
    picture: "圖片",
    program: "程式",

    holds: "整個程式都在連結裡，還有你現在看的地方。什麼都不會送出去。",
    characters: |count| format!("{count} 個字元"),
    is_long: "有些聊天軟體和書籤會截斷超過 2,000 個字元的連結。",
    copy: "複製連結",
    copy_markdown: "複製成 Markdown",
    copy_with_code: "連同程式複製成 Markdown",
    copy_element: "複製成 HTML",
    copy_frame: "複製成內嵌框架",
    copied: "已複製。",
    not_copied: "瀏覽器不允許。請從上面的欄位自行複製。",
    run_it: "在 Interleave 執行",

    code_label: "裝著連結的 QR 碼",
    no_code: "連結太長，放不進 QR 碼。",
    no_picture: "程式執行完才有圖片。",
    left_out: |count| format!("圖裡放不下最後 {count} 列。"),
    save: |kind| format!("存成 {kind}"),
    saved: "已儲存。",
    not_saved: "瀏覽器不允許。",

    choose_file: "選擇檔案：程式，或 Markdown 課文",
    drop: "也可以把檔案拖放到這一頁的任何地方。檔案不會離開你的電腦。",
    paste: "或者把程式、Markdown 課文貼在這裡",
    which: "要哪一段程式？",
    block: |line, lines| format!("第 {line} 行起，共 {lines} 行"),
    as_program: "當作程式開啟",
    opened: "現在是你開啟的程式。",
    too_large: "檔案太大了：程式最多 256 KiB。",
    no_text: "這個檔案不是文字檔。",
};
