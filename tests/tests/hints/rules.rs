//! Each rule on programs of its own, in `programs/RULE`: a `mistake….py` makes that mistake and no other, and beside
//! it is what the repair makes of it, if there is one (UPDATE_EXPECT=1 writes that); a `near….py` makes none.

use std::collections::BTreeSet;
use std::fs;

use expect_test::expect_file;
use interleave_hints::Rule;
use interleave_text::Language;

use super::{files, play, repaired, workspace};

#[test]
fn mistakes_are_found_and_repaired_and_near_misses_are_not() {
    let folder = workspace().join("tests/tests/hints/programs");
    let (mut mistaken, mut near) = (BTreeSet::new(), BTreeSet::new());
    for path in files(&folder, "py").expect("the programs are there") {
        let title = path.strip_prefix(&folder).expect("it lies in there").display().to_string();
        let source = fs::read_to_string(&path).expect("a program can be read");
        let (rule, name) = title.split_once('/').expect("each rule has a folder");
        let rule = Rule::ALL.iter().copied().find(|known| known.name() == rule);
        let rule = rule.unwrap_or_else(|| panic!("{title}: no rule is called so"));
        let (run, found) = play(&source, "");
        let rules: Vec<Rule> = found.iter().map(|hint| hint.mistake.rule()).collect();
        if name.starts_with("near") {
            assert_eq!(rules, [], "{title}: {found:#?}");
            near.insert(rule);
            continue;
        }
        assert_eq!(rules, [rule], "{title}: {found:#?}\n{}", run.stderr);
        mistaken.insert(rule);
        let hint = found.first().expect("there is one");
        for language in Language::ALL {
            let words = hint.words(language);
            assert!(!words.what.is_empty() && !words.instead.is_empty(), "{title}");
        }
        assert!(hint.seen.iter().all(|seen| seen.from <= seen.to), "{title}: {:?}", hint.seen);
        let after = path.with_extension("repaired");
        if let Some(text) = repaired(hint, &source) {
            expect_file![&after].assert_eq(&text);
            let (run, found) = play(&text, "");
            assert_eq!((run.exit, &*run.stderr), (0, ""), "{title}: repaired, it runs");
            assert!(found.is_empty(), "{title}: repaired, it makes no mistake: {found:#?}");
        } else {
            assert!(!after.exists(), "{title}: nothing repairs it any more");
        }
    }
    let all: BTreeSet<Rule> = Rule::ALL.iter().copied().collect();
    assert_eq!(mistaken, all, "each rule has a mistake of its own");
    assert_eq!(near, all, "each rule has a near miss of its own");
}
