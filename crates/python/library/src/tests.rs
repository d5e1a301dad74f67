//! What packing takes away, and what it leaves.

use super::pack::packed;
use super::{FIRST, SECOND, is_second};

#[test]
fn comments_and_docstrings_go() {
    let text = "\"\"\"Tea.\n\nIn cups.\n\"\"\"\n# How\n\n\ndef brew(n):  # minutes\n    r\"\"\"Brews.\"\"\"\n    return '#' * n\n";
    assert_eq!(packed(text), "def brew(n):\n return '#' * n\n");
}

#[test]
fn a_body_keeps_a_statement() {
    assert_eq!(packed("class Tea:\n    \"\"\"Hot.\"\"\"\n\n\nx = 1\n"), "class Tea:\n pass\nx = 1\n");
    assert_eq!(packed("class Tea:\n    \"\"\"Hot.\"\"\"\n"), "class Tea:\n pass\n");
}

#[test]
fn what_tracebacks_show_stays() {
    let text = "def brew():\n    raise Cold(  #@ 12+\n        'tea',\n        # why\n        2)\n";
    assert_eq!(packed(text), "def brew():\n raise Cold(  #@ 12+\n     'tea',\n     2)\n");
}

#[test]
fn literals_are_left_alone() {
    let text = "if x:\n    y = '''a\n        # b''' + \"\\\"#\" + \\\n        'é'\n";
    assert_eq!(packed(text), "if x:\n y = '''a\n        # b''' + \"\\\"#\" + \\\n     'é'\n");
}

#[test]
fn the_second_volume_is_known_by_its_mark() {
    assert!(is_second(SECOND));
    assert!(!is_second(FIRST));
}
