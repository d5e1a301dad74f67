//! The pages of all lessons: each link leads somewhere, each program can be opened, and nothing in
//! them needs a script, a style of its own, or another host.
#![expect(clippy::disallowed_methods, reason = "a test may read the catalogue from its files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use interleave_handouts::{File, files};
use interleave_lessons::{Catalogue, Leaf, List};
use interleave_text::Language;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lessons/catalogue");
    Catalogue::read(|file| fs::read_to_string(folder.join(file)).ok()).expect("the catalogue can be read")
});

static FILES: LazyLock<Vec<File>> = LazyLock::new(|| files(&CATALOGUE).expect("all can be written"));

struct Page {
    path: &'static str,
    content: &'static str,
}

fn pages() -> impl Iterator<Item = Page> {
    FILES.iter().filter(|file| file.path.ends_with(".html")).map(|file| Page {
        path: &file.path,
        content: str::from_utf8(&file.content).expect("a page is text"),
    })
}

/// The file of this name, read back.
fn leaf<T: serde::de::DeserializeOwned>(path: &str) -> T {
    let file = FILES.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} is missing"));
    postcard::from_bytes(&file.content).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What stands between quotes after each `name="`.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    html.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_lesson_has_a_page_in_every_language() {
    let lessons = CATALOGUE.lessons().count();
    assert_eq!(pages().count(), 1 + 3 * (lessons + 1));
    for language in Language::ALL {
        for lesson in CATALOGUE.lessons() {
            let path = format!("{}/{}.html", language.tag(), lesson.slug);
            let page = pages().find(|page| page.path == path).unwrap_or_else(|| panic!("{path} is missing"));
            for choice in &lesson.prose.of(language).choices {
                for piece in &choice.words.0 {
                    assert!(page.content.contains(&escaped(piece.text())), "{path}: {}", piece.text());
                }
            }
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[test]
fn every_link_leads_somewhere() {
    let known: BTreeSet<_> = FILES.iter().map(|file| format!("site/lessons/{}", file.path)).collect();
    for page in pages() {
        for target in attributes(page.content, "href").into_iter().chain(attributes(page.content, "src")) {
            let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let target = target.split('#').next().unwrap_or_default();
            let target = resolved(&format!("site/lessons/{folder}/{target}"));
            // The page itself and its mark are above the lessons.
            let above = target == "site/" || target == "site/favicon.svg";
            assert!(above || known.contains(&target), "{}: {target}", page.path);
        }
    }
}

fn resolved(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "" | "." => {}
            part => parts.push(part),
        }
    }
    let end = if path.ends_with('/') { "/" } else { "" };
    parts.join("/") + end
}

#[test]
fn every_page_names_itself_in_the_other_languages() {
    for page in pages() {
        let tags = Language::ALL.map(Language::tag);
        let languages = attributes(page.content, "hreflang");
        assert!(tags.iter().all(|tag| languages.contains(tag)), "{}: {languages:?}", page.path);
        let lang = attributes(page.content, "lang");
        let own = page.path.split('/').next().filter(|folder| tags.contains(folder)).unwrap_or("en");
        assert!(lang.first().is_some_and(|lang| lang.starts_with(own)), "{}: {lang:?}", page.path);
    }
}

#[test]
fn every_lesson_can_be_opened_in_the_playground_at_the_place_it_tells_of() {
    for language in Language::ALL {
        let tag = language.tag();
        let list: List = leaf(&format!("{tag}/index.leaf"));
        let listed = list.chapters.iter().flat_map(|part| &part.lessons).map(|line| &line.slug);
        assert!(listed.eq(CATALOGUE.lessons().map(|lesson| &lesson.slug)), "{tag}");
        for lesson in CATALOGUE.lessons() {
            let (slug, path) = (&lesson.slug, format!("{tag}/{}.html", lesson.slug));
            let page = pages().find(|page| page.path == path).expect("every lesson has a page");
            let address = format!("../../#lesson/{tag}/{slug}");
            assert!(attributes(page.content, "href").contains(&address.as_str()), "{path}");
            let leaf: Leaf = leaf(&format!("{tag}/{slug}.leaf"));
            assert_eq!((&leaf.program, &leaf.prose), (&lesson.program, lesson.prose.of(language)), "{path}");
            assert!(leaf.look.is_some() && leaf.tried == lesson.tried(), "{path}");
        }
    }
}

#[test]
fn pages_are_plain() {
    for page in pages() {
        for forbidden in ["<script", "<style", " style=\"", " onclick=\""] {
            assert!(!page.content.contains(forbidden), "{}: {forbidden}", page.path);
        }
    }
}

#[test]
fn elements_end_where_they_should() {
    /// Elements without an end.
    const EMPTY: [&str; 4] = ["!doctype", "img", "link", "meta"];
    for page in pages() {
        let mut open = Vec::new();
        for tag in page.content.split('<').skip(1) {
            let name = tag.split([' ', '>', '/', '\n']).next().unwrap_or_default();
            let inside = tag.split('>').next().unwrap_or_default();
            if let Some(end) = tag.strip_prefix('/') {
                let end = end.split('>').next().unwrap_or_default();
                assert_eq!(open.pop(), Some(end), "{}: </{end}>", page.path);
            } else if !EMPTY.contains(&name) && !inside.ends_with('/') {
                open.push(name);
            }
        }
        assert!(open.is_empty(), "{}: {open:?}", page.path);
    }
}
