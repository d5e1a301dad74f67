//! What the pages say around the lessons, in three languages.

use interleave_text::Language;

pub(crate) struct Words {
    /// The title of the list.
    pub(crate) lessons: &'static str,
    /// What the list says of itself, before and after the number of lessons.
    pub(crate) introduction: [&'static str; 2],
    pub(crate) program: &'static str,
    pub(crate) prints: &'static str,
    pub(crate) timeline: &'static str,
    pub(crate) look: &'static str,
    pub(crate) experiment: &'static str,
    /// What the change of the experiment is, before and after the number of its line.
    pub(crate) from_line: [&'static str; 2],
    pub(crate) prints_then: &'static str,
    pub(crate) question: &'static str,
    pub(crate) answer: &'static str,
    pub(crate) open: &'static str,
    pub(crate) previous: &'static str,
    pub(crate) next: &'static str,
    /// What is under every page.
    pub(crate) note: &'static str,
    pub(crate) languages: &'static str,
    pub(crate) neighbours: &'static str,
}

pub(crate) const fn of(language: Language) -> &'static Words {
    match language {
        Language::TraditionalChinese => &TRADITIONAL_CHINESE,
        Language::SimplifiedChinese => &SIMPLIFIED_CHINESE,
        Language::English => &ENGLISH,
    }
}

/// Which lesson of how many it is.
pub(crate) fn place(language: Language, number: usize, all: usize) -> String {
    match language {
        Language::TraditionalChinese => format!("第 {number} 課，共 {all} 課"),
        Language::SimplifiedChinese => format!("第 {number} 课，共 {all} 课"),
        Language::English => format!("Lesson {number} of {all}"),
    }
}

const ENGLISH: Words = Words {
    lessons: "asyncio, lesson by lesson",
    introduction: [
        "",
        " short programs in Python's asyncio, from the first coroutine to cancellation, queues and threads: what each of them prints, when, and why. Every line, every second and every answer is checked against the run.",
    ],
    program: "The program",
    prints: "What it prints",
    timeline: "Who does what",
    look: "Where to look",
    experiment: "Try it",
    from_line: ["From line ", ":"],
    prints_then: "What it prints then",
    question: "A question",
    answer: "Answer",
    open: "Open in the playground",
    previous: "Previous",
    next: "Next",
    note: "Played by Interleave in virtual time; what it prints is what CPython prints.",
    languages: "Languages",
    neighbours: "Lessons before and after",
};

const TRADITIONAL_CHINESE: Words = Words {
    lessons: "一課一課學 asyncio",
    introduction: [
        "",
        " 個 Python asyncio 的小程式，從第一個協程到取消、佇列與執行緒：各印出什麼、什麼時候、為什麼。每一行、每一秒、每個答案都和實際執行的結果核對過。",
    ],
    program: "程式",
    prints: "印出什麼",
    timeline: "誰在做什麼",
    look: "看哪裡",
    experiment: "試試看",
    from_line: ["從第 ", " 行起："],
    prints_then: "改了之後印出什麼",
    question: "想一想",
    answer: "解答",
    open: "在 Interleave 中開啟",
    previous: "上一課",
    next: "下一課",
    note: "由 Interleave 在虛擬時間中執行；印出的內容與 CPython 相同。",
    languages: "語言",
    neighbours: "前後的課",
};

const SIMPLIFIED_CHINESE: Words = Words {
    lessons: "一课一课学 asyncio",
    introduction: [
        "",
        " 个 Python asyncio 小程序，从第一个协程到取消、队列和线程：各自打印什么、什么时候、为什么。每一行、每一秒、每个答案都与实际运行的结果核对过。",
    ],
    program: "程序",
    prints: "打印什么",
    timeline: "谁在做什么",
    look: "看哪里",
    experiment: "试一试",
    from_line: ["从第 ", " 行起："],
    prints_then: "修改之后打印什么",
    question: "想一想",
    answer: "答案",
    open: "在 Interleave 中打开",
    previous: "上一课",
    next: "下一课",
    note: "由 Interleave 在虚拟时间中运行；打印的内容与 CPython 相同。",
    languages: "语言",
    neighbours: "前后的课",
};
