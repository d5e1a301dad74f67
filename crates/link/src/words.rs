//! What is wrong with a link, in the reader's language.

use interleave_text::Language;
use interleave_text::Language::{English, SimplifiedChinese, TraditionalChinese};

use crate::{Damage, Key, Refusal, bounds};

const LINK_CHARACTERS: usize = bounds::LINK;
const TEXT_KIB: usize = bounds::TEXT / 1024;

impl Damage {
    /// What is wrong, and what that means for what is shown, in a sentence or two.
    pub fn sentence(self, language: Language) -> String {
        let said = match (self, language) {
            (Self::Foreign, English) => "This is no link to a program.",
            (Self::Foreign, TraditionalChinese) => "這不是程式的連結。",
            (Self::Foreign, SimplifiedChinese) => "这不是程序的链接。",
            (Self::Later(version), English) => {
                return format!(
                    "This link is of version {version}, which is newer than this Interleave. Reload the page, or \
                     get a newer Interleave."
                );
            }
            (Self::Later(version), TraditionalChinese) => {
                return format!(
                    "這個連結是第 {version} 版，比這個 Interleave 還新。請重新載入頁面，或更新 Interleave。"
                );
            }
            (Self::Later(version), SimplifiedChinese) => {
                return format!(
                    "这个链接是第 {version} 版，比这个 Interleave 还新。请重新加载页面，或更新 Interleave。"
                );
            }
            (Self::UnknownForm, English) => {
                "This link holds its program in a form that this Interleave does not know. A newer one may."
            }
            (Self::UnknownForm, TraditionalChinese) => {
                "這個連結存放程式的方式，這個 Interleave 不認得；較新的版本也許可以。"
            }
            (Self::UnknownForm, SimplifiedChinese) => {
                "这个链接存放程序的方式，这个 Interleave 不认识；较新的版本也许可以。"
            }
            (Self::TooLong, English) => {
                return format!(
                    "This link is longer than {LINK_CHARACTERS} characters. Only the beginning of its program is here."
                );
            }
            (Self::TooLong, TraditionalChinese) => {
                return format!("這個連結超過 {LINK_CHARACTERS} 個字元，這裡只有程式的開頭。");
            }
            (Self::TooLong, SimplifiedChinese) => {
                return format!("这个链接超过 {LINK_CHARACTERS} 个字符，这里只有程序的开头。");
            }
            (Self::Cut, English) => {
                "The end of this link is missing: something has cut it short. The program is here as far as the link \
                 goes."
            }
            (Self::Cut, TraditionalChinese) => "這個連結被截斷了，少了結尾。程式只到連結斷掉的地方。",
            (Self::Cut, SimplifiedChinese) => "这个链接被截断了，少了结尾。程序只到链接断掉的地方。",
            (Self::Stray(character), English) => {
                return format!(
                    "In this link is “{character}”, which no link has. The program is here up to that place."
                );
            }
            (Self::Stray(character), TraditionalChinese) => {
                return format!("這個連結裡有「{character}」，連結裡不會有這個字元。程式只到那裡為止。");
            }
            (Self::Stray(character), SimplifiedChinese) => {
                return format!("这个链接里有“{character}”，链接里不会有这个字符。程序只到那里为止。");
            }
            (Self::Broken, English) => {
                "This link is damaged: some of its characters are not those it was made with. What could be read of \
                 the program is here, and may be wrong."
            }
            (Self::Broken, TraditionalChinese) => {
                "這個連結損壞了：有些字元和當初的不同。這裡是還讀得出來的部分，內容可能有誤。"
            }
            (Self::Broken, SimplifiedChinese) => {
                "这个链接损坏了：有些字符和当初的不同。这里是还读得出来的部分，内容可能有误。"
            }
            (Self::TooLarge, English) => {
                return format!(
                    "The program in this link is larger than {TEXT_KIB} KiB. Only its beginning is here."
                );
            }
            (Self::TooLarge, TraditionalChinese) => {
                return format!("這個連結裡的程式超過 {TEXT_KIB} KiB，這裡只有開頭。");
            }
            (Self::TooLarge, SimplifiedChinese) => {
                return format!("这个链接里的程序超过 {TEXT_KIB} KiB，这里只有开头。");
            }
            (Self::NotText, English) => {
                "What this link holds is not text from some place on. What comes before it is here."
            }
            (Self::NotText, TraditionalChinese) => "這個連結的內容從某處起不是文字，這裡是那之前的部分。",
            (Self::NotText, SimplifiedChinese) => "这个链接的内容从某处起不是文字，这里是那之前的部分。",
            (Self::Altered, English) => {
                "This link has been altered: the program is not the one that it was made of."
            }
            (Self::Altered, TraditionalChinese) => "這個連結被改動過：程式和當初的不同。",
            (Self::Altered, SimplifiedChinese) => "这个链接被改动过：程序和当初的不同。",
        };
        said.to_owned()
    }
}

impl Key {
    /// That a link's value for it says nothing.
    pub fn sentence(self, language: Language) -> String {
        let word = self.word();
        match language {
            English => format!("What the link says of “{word}” cannot be read."),
            TraditionalChinese => format!("看不懂連結裡的「{word}」。"),
            SimplifiedChinese => format!("看不懂链接里的“{word}”。"),
        }
    }
}

impl Refusal {
    /// Why there is no link, and what to do instead.
    pub fn sentence(self, language: Language) -> String {
        match (self, language) {
            (Self::TooLarge, English) => {
                format!("A link holds at most {TEXT_KIB} KiB of program. Send the file instead.")
            }
            (Self::TooLarge, TraditionalChinese) => {
                format!("連結最多放得下 {TEXT_KIB} KiB 的程式，請改傳檔案。")
            }
            (Self::TooLarge, SimplifiedChinese) => {
                format!("链接最多放得下 {TEXT_KIB} KiB 的程序，请改发文件。")
            }
            (Self::NotText, English) => "The program has zero bytes, as no text has.".to_owned(),
            (Self::NotText, TraditionalChinese) => "程式裡有零位元組，那不是文字。".to_owned(),
            (Self::NotText, SimplifiedChinese) => "程序里有零字节，那不是文字。".to_owned(),
            (Self::TooLong(characters), English) => format!(
                "The link would have {characters} characters, and at most {LINK_CHARACTERS} are read. Send the file \
                 instead."
            ),
            (Self::TooLong(characters), TraditionalChinese) => {
                format!("連結會有 {characters} 個字元，但最多只能讀 {LINK_CHARACTERS} 個，請改傳檔案。")
            }
            (Self::TooLong(characters), SimplifiedChinese) => {
                format!("链接会有 {characters} 个字符，但最多只能读 {LINK_CHARACTERS} 个，请改发文件。")
            }
        }
    }
}
