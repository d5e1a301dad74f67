//! What every page has around its own: head, masthead with the other languages, foot.

use std::fmt::Write as _;

use interleave_figure::Plain;
use interleave_text::Language;

use crate::words;

/// A page before it is put into its shell.
pub(crate) struct Page<'a> {
    pub(crate) language: Language,
    pub(crate) title: &'a str,
    /// In a sentence, for those who list pages.
    pub(crate) description: &'a str,
    /// The file, which is called the same in each language's folder.
    pub(crate) file: &'a str,
    /// The pages before and after it.
    pub(crate) neighbours: [Option<&'a str>; 2],
    pub(crate) main: &'a str,
}

/// No script, nothing from elsewhere.
pub(crate) const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// The tag for `lang` attributes, which also chooses the shapes of characters.
pub(crate) const fn lang(language: Language) -> &'static str {
    match language {
        Language::TraditionalChinese => "zh-Hant-TW",
        Language::SimplifiedChinese => "zh-Hans-CN",
        Language::English => "en",
    }
}

impl Page<'_> {
    pub(crate) fn html(&self) -> String {
        let own = words::of(self.language);
        let mut head = String::new();
        let mut choices = String::new();
        for language in Language::ALL {
            let (tag, file) = (language.tag(), self.file);
            // Writing to a string does not fail.
            let _ = writeln!(head, "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"../{tag}/{file}\">");
            let current = if language == self.language { " aria-current=\"page\"" } else { "" };
            let _ = writeln!(
                choices,
                "<li><a lang=\"{}\" hreflang=\"{tag}\" href=\"../{tag}/{file}\"{current}>{}</a></li>",
                lang(language),
                language.own_name(),
            );
        }
        for (neighbour, rel) in self.neighbours.iter().zip(["prev", "next"]) {
            if let Some(slug) = neighbour {
                let _ = writeln!(head, "<link rel=\"{rel}\" href=\"{slug}.html\">");
            }
        }
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{title} · Interleave</title>\n<meta name=\"description\" content=\"{description}\">\n\
             <link rel=\"icon\" type=\"image/svg+xml\" href=\"../../favicon.svg\">\n\
             <link rel=\"stylesheet\" href=\"../lessons.css\">\n\
             <link rel=\"alternate\" hreflang=\"x-default\" href=\"../index.html\">\n{head}</head>\n<body>\n\
             <header class=\"masthead\">\n<a class=\"home\" href=\"../../\">\
             <img src=\"../../favicon.svg\" alt=\"\" width=\"32\" height=\"32\">Interleave</a>\n\
             <nav aria-label=\"{languages}\"><ul class=\"languages\">\n{choices}</ul></nav>\n</header>\n\
             {main}\n<footer class=\"foot\"><p>{note}</p></footer>\n</body>\n</html>\n",
            lang = lang(self.language),
            title = Plain(self.title),
            description = Plain(self.description),
            languages = own.languages,
            main = self.main,
            note = own.note,
        )
    }
}
