//! A lesson as a page, and as what the playground is handed of it.

use std::fmt::Write as _;

use interleave_figure::{Figure, Plain};
use interleave_lessons::{Catalogue, Chapter, Leaf, Lesson, Line};
use interleave_python::Options;
use interleave_text::Language;
use interleave_views::Story;

use crate::changed::{Changed, changed};
use crate::look;
use crate::prose::{inline, paragraphs};
use crate::shell::Page;
use crate::words::{self, Words};

/// How wide the lanes are drawn: about what there is beside the program.
const TIMELINE_WIDTH: f32 = 390.0;

/// A lesson among the others, played.
pub(crate) struct Place<'a> {
    pub(crate) lesson: &'a Lesson,
    chapter: &'a Chapter,
    number: usize,
    all: usize,
    neighbours: [Option<&'a Lesson>; 2],
    story: Story,
    /// The program after the experiment, and what that does.
    tried: Option<(String, Story)>,
}

/// All lessons, in their order. Each is played once, whatever the language of those who read it.
pub(crate) fn places(catalogue: &Catalogue) -> Vec<Place<'_>> {
    let lessons: Vec<_> = catalogue
        .chapters
        .iter()
        .flat_map(|chapter| chapter.lessons.iter().map(move |lesson| (chapter, lesson)))
        .collect();
    let at = |index: Option<usize>| Some(lessons.get(index?)?.1);
    let places = lessons.iter().enumerate().map(|(index, &(chapter, lesson))| Place {
        lesson,
        chapter,
        number: index + 1,
        all: lessons.len(),
        neighbours: [at(index.checked_sub(1)), at(index.checked_add(1))],
        story: played(&lesson.program),
        tried: lesson.tried().map(|tried| {
            let story = played(&tried);
            (tried, story)
        }),
    });
    places.collect()
}

fn played(program: &str) -> Story {
    let run = interleave_python::run(program, &Options { record: true, ..Options::default() });
    Story::new(program, run.trace.unwrap_or_default())
}

/// A lesson as the list has it.
pub(crate) fn line(lesson: &Lesson, language: Language) -> Line {
    let prose = lesson.prose.of(language);
    Line { slug: lesson.slug.clone(), title: prose.title.clone(), summary: prose.summary.clone() }
}

/// A lesson as the playground shows it.
pub(crate) fn leaf(place: &Place<'_>, language: Language) -> Leaf {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Leaf {
        slug: place.lesson.slug.clone(),
        chapter: place.chapter.title.of(language).clone(),
        number: number(place.number),
        all: number(place.all),
        program: place.lesson.program.clone(),
        prose: place.lesson.prose.of(language).clone(),
        look: look::place(&place.lesson.look, &place.story),
        tried: place.tried.as_ref().map(|(program, _)| program.clone()),
        neighbours: place.neighbours.map(|lesson| lesson.map(|lesson| line(lesson, language))),
    }
}

pub(crate) fn page(place: &Place<'_>, language: Language) -> String {
    let own = words::of(language);
    let prose = place.lesson.prose.of(language);
    let (title, summary) = (prose.title.plain(), prose.summary.plain());
    let main = format!(
        "<main class=\"lesson\">\n<p class=\"where\"><a href=\"index.html\">{lessons}</a> · {chapter} · {place}</p>\n\
         <h1>{heading}</h1>\n<p class=\"summary\">{lead}</p>\n<div class=\"text\">\n{body}</div>\n\
         {run}<div class=\"after\">\n{look}{experiment}{question}</div>\n{neighbours}</main>",
        lessons = own.lessons,
        chapter = Plain(place.chapter.title.of(language)),
        place = words::place(language, place.number, place.all),
        heading = inline(&prose.title),
        lead = inline(&prose.summary),
        body = paragraphs(&prose.body),
        run = run(place, language, own),
        look = section("look", own.look, &paragraphs(&prose.look)),
        experiment = section("try", own.experiment, &experiment(place, language, own)),
        question = section("question", own.question, &question(place.lesson, language, own)),
        neighbours = neighbours(place, language, own),
    );
    Page {
        language,
        title: &title,
        description: &summary,
        file: &format!("{}.html", place.lesson.slug),
        neighbours: place.neighbours.map(|lesson| lesson.map(|lesson| lesson.slug.as_str())),
        main: &main,
    }
    .html()
}

fn section(class: &str, heading: &str, inside: &str) -> String {
    format!("<section class=\"text {class}\">\n<h2>{heading}</h2>\n{inside}</section>\n")
}

/// What may be wider than the screen, so that the keyboard can move it, too.
fn scroll(name: &str, inside: &str) -> String {
    format!("<div class=\"scroll\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">{inside}</div>\n")
}

/// The program, what it prints, and its picture.
fn run(place: &Place<'_>, language: Language, own: &Words) -> String {
    let Figure { code, log, timeline } =
        Figure::of_story(&place.lesson.program, &place.story, language, TIMELINE_WIDTH);
    format!(
        "<div class=\"run\">\n<section class=\"panel program\">\n<h2>{program}</h2>\n{code}\
         <p><a class=\"open\" href=\"../../#lesson/{tag}/{slug}\">{open}</a></p>\n</section>\n\
         <section class=\"panel prints\">\n<h2>{prints}</h2>\n{log}</section>\n\
         <section class=\"panel timeline\">\n<h2>{title}</h2>\n{timeline}</section>\n</div>\n",
        program = own.program,
        code = scroll(own.program, &code),
        log = scroll(own.prints, &log),
        timeline = scroll(own.timeline, &timeline),
        tag = language.tag(),
        slug = place.lesson.slug,
        open = own.open,
        prints = own.prints,
        title = own.timeline,
    )
}

fn experiment(place: &Place<'_>, language: Language, own: &Words) -> String {
    let mut html = paragraphs(&place.lesson.prose.of(language).experiment);
    let Some((tried, story)) = &place.tried else { return html };
    let Changed { first, before, after } = changed(&place.lesson.program, tried);
    let [from, line] = own.from_line;
    let mut change = String::from("<pre class=\"change\"><code>");
    for (lines, element) in [(before, "del"), (after, "ins")] {
        for line in lines {
            // Writing to a string does not fail.
            let _ = writeln!(change, "<{element}>{}</{element}>", Plain(line));
        }
    }
    change.push_str("</code></pre>");
    let log = Figure::of_story(tried, story, language, TIMELINE_WIDTH).log;
    let _ = write!(
        html,
        "<p class=\"from-line\">{from}{first}{line}</p>\n{}<details>\n<summary>{then}</summary>\n\
         <div class=\"panel\">{}</div>\n</details>\n",
        scroll(own.experiment, &change),
        scroll(own.prints_then, &log),
        then = own.prints_then,
    );
    html
}

fn question(lesson: &Lesson, language: Language, own: &Words) -> String {
    let prose = lesson.prose.of(language);
    let mut html = paragraphs(&prose.question);
    html.push_str("<ol class=\"choices\">\n");
    for choice in &prose.choices {
        let _ = writeln!(html, "<li>{}</li>", inline(&choice.words));
    }
    let right = prose.choices.iter().filter(|choice| choice.right);
    let right: String =
        right.map(|choice| format!("<p class=\"right\">{}</p>\n", inline(&choice.words))).collect();
    let _ = write!(
        html,
        "</ol>\n<details>\n<summary>{}</summary>\n{right}{}</details>\n",
        own.answer,
        paragraphs(&prose.answer),
    );
    html
}

fn neighbours(place: &Place<'_>, language: Language, own: &Words) -> String {
    let mut html = format!("<nav class=\"neighbours\" aria-label=\"{}\">\n", own.neighbours);
    for (neighbour, (class, word)) in
        place.neighbours.iter().zip([("previous", own.previous), ("next", own.next)])
    {
        if let Some(lesson) = neighbour {
            let _ = writeln!(
                html,
                "<a class=\"{class}\" href=\"{}.html\"><span>{word}</span> {}</a>",
                lesson.slug,
                inline(&lesson.prose.of(language).title),
            );
        }
    }
    html + "</nav>\n"
}
