//! Links that were made once and open for ever. Lines are only ever added to `golden.jsonl`.

use interleave_link::{Form, open};
use serde_json::Value;

const LINKS: &str = include_str!("golden.jsonl");

/// Its SHA-256 is in FORMAT.md; `others` holds the two against each other.
const DICTIONARY: &[u8] = include_bytes!("../../dictionary/d1.txt");

#[test]
fn every_link_that_was_ever_made_opens() {
    for line in LINKS.lines() {
        let golden: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        let said = |key: &str| golden[key].as_str().unwrap_or_else(|| panic!("no {key}: {line}")).to_owned();
        let opened = open(&said("link"));
        assert_eq!((opened.damage, opened.unread), (None, Vec::new()), "{line}");
        assert_eq!((opened.text, opened.view.to_string()), (Some(said("text")), said("view")), "{line}");
    }
}

#[test]
fn there_are_links_of_each_form() {
    for form in Form::ALL {
        assert!(LINKS.contains(&format!("v1.{}.", form.word())), "{form:?}");
    }
}

#[test]
fn the_dictionary_is_the_one_that_links_point_into() {
    // Not the checksum of links, but no other either: FNV-1a.
    let sum = DICTIONARY
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    assert_eq!((DICTIONARY.len(), format!("{sum:016x}").as_str()), (4096, "527d49ace4ddc26c"));
}
