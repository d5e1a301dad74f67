//! A figure that stands on its own: a piece of HTML that brings its styles, for pages that know
//! nothing of Interleave, for print, and for readers without scripts.
//!
//! All its styles are nested in one class, so that nothing around it changes.

use interleave_text::Language;
use interleave_views::svg::{self, Colours};

use crate::Figure;
use crate::markup::Plain;

const LIGHT: &str = include_str!("standing.css");
const DARK: &str = include_str!("standing-dark.css");

/// How mdBook, Sphinx, MkDocs, Docusaurus and Bootstrap call a page dark or light that has a switch for it.
const DARK_PAGE: &str =
    ".coal, .navy, .ayu, [data-theme=dark], [data-md-color-scheme=slate], [data-bs-theme=dark]";
const LIGHT_PAGE: &str =
    ".light, .rust, [data-theme=light], [data-md-color-scheme=default], [data-bs-theme=light]";

impl Figure {
    /// The program, what it printed and its timeline, above a caption. Colours of the page are the reader's own
    /// here, as there is no page that knows them.
    pub fn standing(&self, caption: &str, language: Language, colours: Colours) -> String {
        self.assembled(&format!("<style>\n{}</style>\n", style_sheet(colours)), caption, language)
    }

    /// The same without styles: for a page in which another figure, before it, has brought them.
    pub fn leaning(&self, caption: &str, language: Language) -> String {
        self.assembled("", caption, language)
    }

    fn assembled(&self, style: &str, caption: &str, language: Language) -> String {
        let Self { code, log, timeline } = self;
        let picture =
            if timeline.is_empty() { "" } else { &format!("<div class=\"picture\">{timeline}</div>\n") };
        format!(
            "<figure class=\"interleave-figure\" lang=\"{}\">\n{style}{code}\n{log}\n{picture}\
             <figcaption>{}</figcaption>\n</figure>\n",
            language.tag(),
            Plain(caption),
        )
    }
}

/// The styles of whatever has the class `interleave-figure` and parts of a figure in it. The reader's own colours
/// are those of the page, where it has a switch, and else those of the reader's system.
pub fn style_sheet(colours: Colours) -> String {
    let light = format!("{}{LIGHT}", svg::style_sheet(Colours::OwnLight));
    let dark = match colours {
        Colours::Own | Colours::OfThePage => {
            let root = ":is(html, body)";
            format!(
                "@media screen {{\n{root}:is({DARK_PAGE}) & {{\n{0}{DARK}}}\n}}\n\
                 @media screen and (prefers-color-scheme: dark) {{\n\
                 &:not({root}:is({DARK_PAGE}, {LIGHT_PAGE}) *) {{\n{0}{DARK}}}\n}}\n",
                svg::DARK,
            )
        }
        Colours::OwnLight => String::new(),
        Colours::OwnDark => format!("{}{DARK}", svg::DARK),
    };
    // Said twice, the class outweighs what a page says of all its figures.
    format!(".interleave-figure.interleave-figure {{\n{light}{dark}}}\n")
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;
    use interleave_text::Language;
    use interleave_views::svg::Colours;

    use crate::Figure;

    const PROGRAM: &str = "import asyncio\nimport sys\n\n\nasync def brew(name):\n    await asyncio.sleep(2)\n    \
        print(name, '<ready>')\n\n\nasync def main():\n    await asyncio.gather(brew('tea'), brew('coffee'))\n    \
        print('all', file=sys.stderr)\n\n\nasyncio.run(main())\n";

    #[test]
    fn a_figure_brings_all_it_needs() {
        let figure = Figure::of(PROGRAM, Language::English, 520.0);
        expect_file!["standing.html"].assert_eq(&figure.standing(
            "Tea & coffee",
            Language::English,
            Colours::Own,
        ));
    }

    #[test]
    fn colours_are_the_readers_or_fixed() {
        let figure = Figure::of("print(1)\n", Language::English, 520.0);
        let asks = |colours| {
            let html = figure.standing("", Language::English, colours);
            html.matches("prefers-color-scheme").count()
        };
        let all = [Colours::Own, Colours::OfThePage, Colours::OwnLight, Colours::OwnDark];
        assert_eq!(all.map(asks), [1, 1, 0, 0]);
    }

    #[test]
    fn a_long_log_is_cut_and_says_so() {
        let figure = Figure::of("for n in range(2500): print(n)\n", Language::English, 520.0);
        assert!(figure.log.ends_with("<li class=\"log-more\">⋯ +1,500</li></ol>"));
    }
}
