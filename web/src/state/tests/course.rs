//! Lessons: their program comes, the reader's own stays, answers are kept.

use interleave_lessons::{Choice, Leaf, Line, List, Paragraph, Piece, Prose};

use super::*;
use crate::held::Held;

fn words(text: &str) -> Paragraph {
    Paragraph(vec![Piece::Words(text.to_owned())])
}

/// A lesson of which the second answer is right.
fn leaf(slug: &str, program: &str) -> Fetched {
    let choice = |text, right| Choice { words: words(text), right };
    let prose = Prose { choices: vec![choice("1 s", false), choice("2 s", true)], ..Prose::default() };
    let (chapter, look) = ("Tea".to_owned(), Some((Moment(7), Lane::Task(2))));
    let next = Line { slug: "next".to_owned(), title: words("Next"), summary: words("It.") };
    Fetched::Lesson(Held::from(Leaf {
        slug: slug.to_owned(),
        chapter,
        number: 1,
        all: 2,
        program: program.to_owned(),
        prose,
        look,
        tried: None,
        neighbours: [None, Some(next)],
    }))
}

fn lesson(slug: &str) -> Sheet {
    Sheet::Lesson(slug.into())
}

impl Page {
    fn opens(&mut self, slug: &str, program: &str) {
        self.act(Action::OpenLesson(lesson(slug)));
        self.act(Action::HearLesson(lesson(slug), leaf(slug, program)));
    }
}

/// A page whose address is a lesson's; its program has been left like this.
fn addressed(text: Option<Rc<str>>) -> Page {
    let address = (Address::Lessons(Language::English, lesson("tea")), text);
    Page(Rc::new(State::addressed(Language::English, Theme::Auto, "own", address)))
}

#[test]
fn a_lesson_brings_its_program_and_ones_own_comes_back() {
    let mut page = Page::at_rest();
    page.edit("mine");
    page.opens("tea", "brew");
    assert_eq!((&*page.0.text, &*page.0.comparing.kept), ("brew", "brew"));
    assert_eq!(page.0.linking.from.as_deref(), Some("#lesson/tea"));
    page.edit("brew longer");
    page.opens("next", "pour");
    assert_eq!(&*page.0.text, "pour");
    page.act(Action::LeaveLink);
    assert_eq!((&*page.0.text, page.0.linking.from.is_none()), ("mine", true));
    assert_eq!((page.0.course.wanted.as_ref(), page.0.course.shown.is_none()), (None, true));
}

#[test]
fn another_language_changes_words_and_not_the_program() {
    let mut page = Page::at_rest();
    page.opens("tea", "brew");
    page.edit("brew longer");
    page.act(Action::Answer(0));
    page.act(Action::HearLesson(lesson("tea"), leaf("tea", "brew")));
    assert_eq!((&*page.0.text, page.0.course.given.as_slice()), ("brew longer", [0].as_slice()));
}

#[test]
fn what_comes_late_for_another_lesson_is_nothing() {
    let mut page = Page::at_rest();
    page.act(Action::OpenLesson(lesson("tea")));
    page.act(Action::OpenLesson(lesson("next")));
    page.act(Action::HearLesson(lesson("tea"), leaf("tea", "brew")));
    assert_eq!((&*page.0.text, page.0.course.shown.is_none()), ("pass", true));
}

#[test]
fn a_page_opened_for_a_lesson_waits_for_it() {
    let mut page = addressed(None);
    assert_eq!(page.0.linking.from.as_deref(), Some("#lesson/tea"), "nothing is the reader's own yet");
    assert!(page.is_idle());
    page.act(Action::HearLesson(lesson("tea"), leaf("tea", "brew")));
    assert_eq!((&*page.0.text, page.is_idle()), ("brew", false));

    let mut page = addressed(Some("brew longer".into()));
    page.act(Action::HearLesson(lesson("tea"), leaf("tea", "brew")));
    assert_eq!((&*page.0.text, page.0.linking.original.as_deref()), ("brew longer", Some("brew")));

    let mut page = addressed(None);
    page.act(Action::HearLesson(lesson("tea"), Fetched::Missing));
    assert_eq!((&*page.0.text, page.0.course.shown.as_ref()), ("own", Some(&Fetched::Missing)));
}

#[test]
fn the_list_leaves_the_program() {
    let mut page = Page::at_rest();
    page.act(Action::OpenLesson(Sheet::List));
    let list = Fetched::List(Held::from(List { chapters: Vec::new() }));
    page.act(Action::HearLesson(Sheet::List, list));
    assert_eq!((&*page.0.text, page.0.linking.from.as_ref()), ("pass", None));
    page.act(Action::LeaveLink);
    assert_eq!((&*page.0.text, page.0.course.wanted.as_ref()), ("pass", None));
}

#[test]
fn answers_are_marked_and_kept() {
    let mut page = Page::at_rest();
    page.opens("tea", "brew");
    assert_eq!(page.0.course.standing("tea"), Some(Standing::Opened));
    page.act(Action::Answer(0));
    page.act(Action::Answer(9));
    assert_eq!((page.0.course.is_answered(), page.0.course.given.len()), (false, 1));
    page.act(Action::Answer(1));
    assert!(page.0.course.is_answered());
    page.opens("next", "pour");
    assert_eq!(
        (page.0.course.is_answered(), page.0.course.standing("tea")),
        (false, Some(Standing::Answered))
    );
    page.opens("tea", "brew");
    assert_eq!(
        page.0.course.standing("tea"),
        Some(Standing::Answered),
        "to open it again takes nothing back"
    );
    page.act(Action::ForgetProgress);
    assert_eq!(page.0.course.standing("tea"), None);
}

#[test]
fn a_lesson_shows_where_to_look() {
    let mut page = Page::at_rest();
    page.opens("tea", "brew");
    page.ends(outcome());
    page.sees(END, 3_000_000_000);
    page.act(Action::LookThere);
    assert_eq!((page.aim_asked(), page.0.selection), (Some(Aim::At(Moment(7))), Some(Lane::Task(2))));
}
