//! Every way in which a link can be wrong: what is said, and what is kept.

use interleave_link::{Damage, Form, Key, Panel, Panels, View, link, open};
use interleave_text::Language;

/// What FORMAT.md shows.
const LINK: &str = "v1.z.KyjKzCvRUC9JTVTX5AIA.z-pUJw";

/// A program that is long enough to lose something.
const PROGRAM: &str = "\
import asyncio


async def brew(name, seconds):
    print(name, 'steeps')
    await asyncio.sleep(seconds)
    print(name, 'is ready')


asyncio.run(brew('tea', 3))
";

fn made(form: Form) -> String {
    let view =
        View { time_ns: Some(3_500_000_000), panels: Panels::from_iter([Panel::Log]), ..View::default() };
    link(PROGRAM, &view, form).expect("it is short")
}

#[track_caller]
fn check(link: &str, text: Option<&str>, damage: Damage) {
    let opened = open(link);
    assert_eq!((opened.text.as_deref(), opened.damage), (text, Some(damage)), "{link}");
}

#[test]
fn what_is_no_link_is_foreign() {
    for foreign in [
        "",
        "#",
        "section-2",
        "#v1",
        "pako:eNpLrE",
        "x1.z.AA.AA",
        "v.z.A",
        "v0.z.A",
        "v-1.z.A",
        "http://a/b.c",
    ] {
        check(foreign, None, Damage::Foreign);
    }
}

#[test]
fn a_later_link_says_so() {
    check("#v2.z.KyjKzCvRUC9J.z-pUJw&t=1", None, Damage::Later(2));
    assert_eq!(open("v2.z.A.A&t=1").view, View::default(), "what `t` means in later versions is not known");
    check("v1.d2.KyjKzCvRUC9J.z-pUJw", None, Damage::UnknownForm);
    assert_eq!(open("v1.d2.A.A&t=1").view.time_ns, Some(1_000_000_000));
}

#[test]
fn of_a_link_that_was_cut_short_the_beginning_is_kept() {
    for form in Form::ALL {
        let whole = made(form);
        let held = whole.split('&').next().expect("there is a first part");
        for end in 4..held.len() {
            let opened = open(&held[..end]);
            let kept = opened.text.unwrap_or_default();
            assert_eq!(opened.damage, Some(Damage::Cut), "{}", &held[..end]);
            assert!(PROGRAM.starts_with(&kept), "{kept:?}");
        }
        // Three quarters of the link are a good part of the program, and all but the checksum is all of it.
        let kept = |end: usize| open(&held[..end]).text.unwrap_or_default().len();
        assert!(kept(held.len() * 3 / 4) > PROGRAM.len() / 3, "{}", kept(held.len() * 3 / 4));
        assert_eq!(kept(held.len() - 7), PROGRAM.len());
    }
    // As chats and lists of bookmarks cut.
    for dots in ["…", "...", "."] {
        check(&format!("{}{dots}", &LINK[..15]), Some("print("), Damage::Cut);
    }
}

#[test]
fn a_character_that_no_link_has_is_named() {
    check("v1.z.KyjKzCv(RUC9JTVTX5AIA.z-pUJw", Some("prin"), Damage::Stray('('));
    check("v1.z.時", Some(""), Damage::Stray('時'));
}

#[test]
fn a_program_that_became_another_one_is_shown_and_told() {
    check("v1.z.KyjKzCvRUC9JTVTX5AIA.z-pUJv", Some("print('tea')\n"), Damage::Altered);
    // In small letters, as a careless program writes addresses: it means something else, or nothing.
    assert!(open(&LINK.to_ascii_lowercase()).damage.is_some());
    check("v1.z._____w.AAAAAA", Some(""), Damage::Broken);
}

#[test]
fn what_is_no_text_is_kept_up_to_there() {
    // Stored, not packed: the bytes themselves behind a header of five.
    check("v1.z.AQMA_P90Zf8.AAAAAA", Some("te"), Damage::NotText);
    check("v1.z.AQMA_P90AGU.AAAAAA", Some("t"), Damage::NotText);
}

#[test]
fn the_view_stands_beside_a_damaged_text() {
    let view = open("v1.z.KyjKzCv!&t=3.5&view=log&sel=task-9999999999&lang=en");
    assert_eq!(view.damage, Some(Damage::Stray('!')));
    assert_eq!(
        (view.view.to_string().as_str(), view.unread),
        ("t=3.5&view=log&lang=en", vec![Key::Selection])
    );
}

#[test]
fn what_others_do_to_links_does_no_harm() {
    let whole = open(&format!("{LINK}&t=3.5&view=code,log"));
    for link in [
        format!("https://example.org/a/?b=c#{LINK}&t=3.5&view=code,log"),
        format!("  #{LINK}&t=3.5&view=code,log\n"),
        format!("{LINK}&amp;t=3.5&amp;view=code,log"),
        format!("{LINK}%26t%3D3.5%26view%3Dcode%2Clog"),
        "v1.z.KyjKzCvRUC\n 9JTVTX5AIA.z-p\nUJw&t=3.5&view=code,log".to_owned(),
        "v1.z.KyjKzCvRUC9JTVTX5AIA=.z+pUJw==&t=3.5&view=code,log".to_owned(),
        // The end of a sentence.
        format!("{LINK})&t=3.5&view=code,log"),
    ] {
        assert_eq!(open(&link), whole, "{link}");
    }
    assert_eq!(whole.damage, None);
}

#[test]
fn every_language_says_something_of_its_own() {
    use Damage::{Altered, Broken, Cut, Foreign, Later, NotText, Stray, TooLarge, TooLong, UnknownForm};
    let all = [Foreign, Later(2), UnknownForm, TooLong, Cut, Stray('!'), Broken, TooLarge, NotText, Altered];
    let mut said: Vec<String> =
        Language::ALL.into_iter().flat_map(|language| all.map(|damage| damage.sentence(language))).collect();
    assert!(said.iter().all(|sentence| sentence.ends_with(['.', '。'])));
    said.sort();
    said.dedup();
    assert_eq!(said.len(), all.len() * Language::ALL.len());
}
