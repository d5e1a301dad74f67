//! The laws, for any bytes: what is read is within the bounds, what is made is read as it was, and a
//! damaged link gives the beginning of its text or says that it may not.

use interleave_link::{Damage, Form, Key, Opened, Panel, Refusal, Selection, View, bounds, link, open};
use interleave_text::Language;

/// Tries the bytes as a link and as what a link holds, or as a text of which a link is made and damaged.
pub(crate) fn hold(bytes: &[u8]) {
    let (choices, rest) = bytes.split_at(bytes.len().min(8));
    let choice = |index: usize| choices.get(index).copied().unwrap_or(0);
    let form = Form::ALL[usize::from(choice(0) & 1)];
    let text = String::from_utf8_lossy(rest);
    if choice(0) & 2 == 0 {
        reading(&text);
        reading(&format!("v1.{}.{text}", form.word()));
        reading(&format!("v1.{}.{}.AAAAAA", form.word(), six_bits_each(rest)));
    } else {
        made(&text, &view(choices), form, usize::from(choice(6)) * 256 + usize::from(choice(7)), choice(5));
    }
}

/// Bytes as a link holds them: arbitrary ones for whoever unpacks them.
fn six_bits_each(bytes: &[u8]) -> String {
    const CHARACTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| usize::from(byte >> (7 - at % 8) & 1));
    let value = |first: usize| (first..first + 6).fold(0, |value, at| value << 1 | bit(at));
    (0..bytes.len() * 8).step_by(6).map(|first| char::from(CHARACTERS[value(first)])).collect()
}

/// Reads what may be anything.
fn reading(link_or_not: &str) {
    let opened = open(link_or_not);
    let text = opened.text.as_deref().unwrap_or_default();
    assert!(text.len() <= bounds::TEXT && !text.contains('\0'), "{link_or_not:?}");
    for language in Language::ALL {
        opened.damage.map(|damage| damage.sentence(language));
        opened.unread.iter().for_each(|key: &Key| assert!(key.sentence(language).contains(key.word())));
    }
    if opened.damage.is_none() {
        // It is a program, so a link can be made of it, if a shorter one than was given.
        let text = opened.text.expect("where nothing is wrong there is a program");
        match link(&text, &opened.view, Form::Public) {
            Ok(again) => assert_eq!(open(&again), Opened { unread: Vec::new(), ..open(link_or_not) }),
            Err(refusal) => assert!(matches!(refusal, Refusal::TooLong(_)), "{refusal:?}"),
        }
    }
}

/// Makes a link, and reads it whole, cut, and with another character somewhere.
fn made(text: &str, view: &View, form: Form, place: usize, other: u8) {
    let link = match link(text, view, form) {
        Ok(link) => link,
        Err(Refusal::NotText) => return assert!(text.contains('\0')),
        Err(refusal) => panic!("{refusal:?}"),
    };
    let whole = Opened { text: Some(text.to_owned()), view: view.clone(), ..Opened::default() };
    assert_eq!(open(&link), whole);
    assert_eq!(open(&format!("https://example.org/play/#{link}")), whole);

    let place = place % (link.len() + 1);
    let opened = open(&link[..place]);
    let kept = opened.text.as_deref().unwrap_or_default();
    assert!(text.starts_with(kept), "{link} up to {place}: {kept:?}");
    let held = link.split('&').next().unwrap_or_default().len();
    if place < held {
        assert!(
            matches!(opened.damage, Some(Damage::Cut | Damage::Foreign)),
            "{link} up to {place}: {opened:?}"
        );
    }

    if place < held {
        let mut altered = link.into_bytes();
        altered[place] = other & 0x7f;
        let altered = String::from_utf8(altered).expect("one ASCII character for another");
        let opened = open(&altered);
        // Bits behind the last byte, and what is passed over, alter nothing.
        assert!(opened.damage.is_some() || opened.text.as_deref() == Some(text), "{altered}: {opened:?}");
    }
}

/// A view of these choices.
fn view(choices: &[u8]) -> View {
    let [_, first, second, third, fourth, ..] = *choices else { return View::default() };
    let number = u32::from(second) << 24 | u32::from(third) << 12 | u32::from(fourth);
    let if_set = |bit: u8| first >> bit & 1 == 1;
    View {
        time_ns: if_set(0).then_some(u64::from(number) << 7),
        event: if_set(1).then_some(number),
        panels: Panel::ALL
            .into_iter()
            .enumerate()
            .filter(|(at, _)| if_set(2) && second >> at & 1 == 1)
            .map(|(_, panel)| panel)
            .collect(),
        selection: if_set(3).then_some(if if_set(7) {
            Selection::Task(number)
        } else {
            Selection::Thread(number)
        }),
        language: if_set(4).then_some(Language::ALL[usize::from(third) % 3]),
        speed_milli: if_set(5).then_some(number | 1),
    }
}
