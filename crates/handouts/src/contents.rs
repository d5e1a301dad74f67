//! The pages that list the lessons: one in each language, and one to choose the language.

use std::fmt::Write as _;

use interleave_figure::Plain;
use interleave_lessons::Catalogue;
use interleave_text::Language;

use crate::prose::inline;
use crate::shell::{POLICY, Page, lang};
use crate::words;

pub(crate) fn page(catalogue: &Catalogue, language: Language) -> String {
    let own = words::of(language);
    let [before, after] = own.introduction;
    let introduction = format!("{before}{}{after}", catalogue.lessons().count());
    let mut main = format!(
        "<main class=\"contents\">\n<h1>{}</h1>\n<p class=\"summary\">{}</p>\n",
        Plain(own.lessons),
        Plain(&introduction),
    );
    let mut number = 0;
    for chapter in &catalogue.chapters {
        // Writing to a string does not fail.
        let _ = writeln!(
            main,
            "<section>\n<h2>{}</h2>\n<ol class=\"listed\" start=\"{}\">",
            Plain(chapter.title.of(language)),
            number + 1,
        );
        for lesson in &chapter.lessons {
            number += 1;
            let prose = lesson.prose.of(language);
            let _ = writeln!(
                main,
                "<li><a href=\"{}.html\"><span class=\"number\">{number}</span><span class=\"listed-title\">{}</span>\
                 <span class=\"listed-summary\">{}</span></a></li>",
                lesson.slug,
                inline(&prose.title),
                inline(&prose.summary),
            );
        }
        main.push_str("</ol>\n</section>\n");
    }
    main.push_str("</main>");
    Page {
        language,
        title: own.lessons,
        description: &introduction,
        file: "index.html",
        neighbours: [None, None],
        main: &main,
    }
    .html()
}

/// What is at the address of all lessons: a list for each language.
pub(crate) fn choice_of_language() -> String {
    let mut head = String::new();
    let mut list = String::new();
    for language in Language::ALL {
        let tag = language.tag();
        let _ = writeln!(head, "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{tag}/index.html\">");
        let _ = writeln!(
            list,
            "<li lang=\"{}\"><a hreflang=\"{tag}\" href=\"{tag}/index.html\">\
             <span class=\"listed-title\">{}</span><span class=\"listed-summary\">{}</span></a></li>",
            lang(language),
            words::of(language).lessons,
            language.own_name(),
        );
    }
    let lists = Language::ALL.map(|language| words::of(language).lessons).join(" · ");
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>asyncio · Interleave</title>\n\
         <meta name=\"description\" content=\"{lists}\">\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"../favicon.svg\">\n\
         <link rel=\"stylesheet\" href=\"lessons.css\">\n{head}</head>\n<body>\n\
         <header class=\"masthead\">\n<a class=\"home\" href=\"../\">\
         <img src=\"../favicon.svg\" alt=\"\" width=\"32\" height=\"32\">Interleave</a>\n</header>\n\
         <main class=\"contents\">\n<h1>asyncio</h1>\n<ul class=\"listed\">\n{list}</ul>\n</main>\n</body>\n</html>\n"
    )
}
