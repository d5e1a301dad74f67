//! The two Chinese texts keep to their own words and characters, and to full-width punctuation.

use interleave_text::Language;

use super::each_lesson;

/// Words of mainland texts, in the characters of Taiwan: each has another word there.
const NOT_IN_TAIWAN: &[&str] = &[
    "線程",
    "進程",
    "異步",
    "並發",
    "併發",
    "隊列",
    "循環",
    "調度",
    "函數",
    "變量",
    "對象",
    "程序",
    "代碼",
    "默認",
    "返回",
    "調用",
    "信號量",
    "訊號量",
    "信息",
    "回調",
    "異常",
    "拋出",
    "創建",
    "運行",
    "內存",
    "任務組",
    "掛起",
    "字符串",
    "列表",
    "打印",
    "數據",
    "網絡",
    "文件",
    "原語",
    "生成器",
    "上下文",
    "注釋",
    "屏蔽",
    "定時器",
    "句柄",
    "死鎖",
    "可複現",
    "競態",
    "結構化並發",
    "參數列",
    "加載",
    "鏈接",
    "支持",
    "後台",
    "視頻",
    "軟件",
    "用戶",
];

/// Words of Taiwan's texts, in the characters of the mainland.
const NOT_ON_THE_MAINLAND: &[&str] = &[
    "执行绪",
    "行程",
    "非同步",
    "伫列",
    "回圈",
    "排程",
    "函式",
    "变数",
    "物件",
    "程式",
    "预设",
    "回传",
    "呼叫",
    "旗号",
    "资讯",
    "回呼",
    "例外",
    "记忆体",
    "群组",
    "字串",
    "印出",
    "资料",
    "网路",
    "档案",
    "产生器",
    "情境",
    "逾时",
    "平行",
    "死结",
    "计时器",
    "堆叠",
    "载入",
    "连结",
    "支援",
    "使用者",
    "软体",
    "除错",
];

/// Characters that one of the two scripts has and the other does not.
const SIMPLIFIED: &str = "这个们来时说对为会发实现动问题变间开关门长话让还没进线队环调数据异结务执运输网类场点节写读见观转过处应样种码错误试验响优单从两边条当将确认识别领须预约绝经约给纪红级纯组细终绍";
const TRADITIONAL: &str = "這個們來時說對為會發實現動問題變間開關門長話讓還沒進線隊環調數據異結務執運輸網類場點節寫讀見觀轉過處應樣種碼錯誤試驗響優單從兩邊條當將確認識別領須預約絕經約給紀紅級純組細終紹";

fn forbidden(language: Language) -> (&'static [&'static str], String) {
    let only = |script: &str, other: &str| script.chars().filter(|char| !other.contains(*char)).collect();
    match language {
        Language::TraditionalChinese => (NOT_IN_TAIWAN, only(SIMPLIFIED, TRADITIONAL)),
        Language::SimplifiedChinese => (NOT_ON_THE_MAINLAND, only(TRADITIONAL, SIMPLIFIED)),
        Language::English => (&[], String::new()),
    }
}

fn faults(text: &str, language: Language) -> Vec<String> {
    let (words, characters) = forbidden(language);
    let mut faults: Vec<_> =
        words.iter().filter(|word| text.contains(**word)).map(|word| (*word).to_owned()).collect();
    faults.extend(text.chars().filter(|char| characters.contains(*char)).map(String::from));
    let chars: Vec<_> = text.chars().collect();
    for pair in chars.windows(2) {
        if let [one, other] = pair
            && clash(*one, *other)
        {
            faults.push(format!("{one}{other}"));
        }
    }
    faults
}

/// Whether two neighbours want a space between them, or another punctuation.
fn clash(one: char, other: char) -> bool {
    let (one_is, other_is) = (is_han(one), is_han(other));
    one_is && other.is_ascii_alphanumeric()
        || one.is_ascii_alphanumeric() && other_is
        || one_is && matches!(other, ',' | '.' | ':' | ';' | '?' | '!' | '(' | ')')
        || "，。：；？！（）、「」“”".contains(one) && other == ' '
        || one == ' ' && "，。：；？！（）、「」“”".contains(other)
}

fn is_han(char: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&char)
}

#[test]
fn each_chinese_has_its_own_words() {
    each_lesson(|lesson| {
        let languages = [Language::TraditionalChinese, Language::SimplifiedChinese].into_iter();
        let found = languages.flat_map(|language| {
            let paragraphs = lesson.prose.of(language).paragraphs();
            paragraphs.flat_map(move |paragraph| {
                let text = paragraph.plain();
                let told = move |fault| format!("{}: `{fault}` in: {text}", language.tag());
                faults(&paragraph.plain(), language).into_iter().map(told)
            })
        });
        found.collect()
    });
}

#[test]
fn words_of_the_other_region_are_found() {
    assert_eq!(faults("執行緒與協程。", Language::TraditionalChinese), Vec::<String>::new());
    assert_eq!(faults("线程与协程。", Language::SimplifiedChinese), Vec::<String>::new());
    assert_eq!(faults("線程", Language::TraditionalChinese), ["線程"]);
    assert_eq!(faults("执行绪", Language::SimplifiedChinese), ["执行绪"]);
    assert_eq!(faults("这", Language::TraditionalChinese), ["这"]);
    assert_eq!(faults("等3 秒,好", Language::TraditionalChinese), ["等3", "秒,"]);
}
