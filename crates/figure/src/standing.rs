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

impl Figure {
    /// The program, what it printed and its timeline, above a caption. Colours of the page are the reader's own
    /// here, as there is no page that knows them.
    pub fn standing(&self, caption: &str, language: Language, colours: Colours) -> String {
        let Self { code, log, timeline } = self;
        let tag = language.tag();
        format!(
            "<figure class=\"interleave-figure\" lang=\"{tag}\">\n\
             <style>\n{}</style>\n\
             {code}\n{log}\n<div class=\"picture\">{timeline}</div>\n\
             <figcaption>{}</figcaption>\n</figure>\n",
            style_sheet(colours),
            Plain(caption),
        )
    }
}

/// The styles of whatever has the class `interleave-figure` and parts of a figure in it.
pub fn style_sheet(colours: Colours) -> String {
    let (own, picture) = match colours {
        Colours::Own | Colours::OfThePage => {
            let both = format!("{LIGHT}@media screen and (prefers-color-scheme: dark) {{\n{DARK}}}\n");
            (both, Colours::Own)
        }
        Colours::OwnLight => (LIGHT.to_owned(), colours),
        Colours::OwnDark => (format!("{LIGHT}{DARK}"), colours),
    };
    format!(".interleave-figure {{\n{}{own}}}\n", svg::style_sheet(picture))
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
        assert_eq!(all.map(asks), [2, 2, 0, 0]);
    }

    #[test]
    fn a_long_log_is_cut_and_says_so() {
        let figure = Figure::of("for n in range(2500): print(n)\n", Language::English, 520.0);
        assert!(figure.log.ends_with("<li class=\"log-more\">⋯ +1,500</li></ol>"));
    }
}
