//! Marks under source lines, as CPython 3.13's traceback module sets them.

use super::excerpt::{Position, of};

fn check(lines: &[&str], marked: [usize; 4], anchor: Option<[usize; 4]>, shown: &str) {
    let stretch = |[line, column, to_line, to_column]: [usize; 4]| {
        (Position { line, column }, Position { line: to_line, column: to_column })
    };
    assert_eq!(of(lines, stretch(marked), anchor.map(stretch)), shown);
}

#[test]
fn a_whole_line_has_no_marks() {
    check(&["    raise ValueError"], [0, 4, 0, 20], None, "    raise ValueError\n");
}

#[test]
fn a_part_of_a_line_is_marked() {
    check(&["    x = a.b"], [0, 8, 0, 11], None, "    x = a.b\n        ^^^\n");
}

#[test]
fn operators_brackets_and_arguments_stand_out() {
    check(&["x = 1 / 0"], [0, 4, 0, 9], Some([0, 6, 0, 7]), "    x = 1 / 0\n        ~~^~~\n");
    check(&["f(1)"], [0, 0, 0, 4], Some([0, 1, 0, 4]), "    f(1)\n    ~^^^\n");
}

#[test]
fn a_call_that_is_all_there_is_has_no_marks() {
    check(&["return f(1)"], [0, 7, 0, 11], Some([0, 8, 0, 11]), "    return f(1)\n");
    check(&["x = a.f(1)"], [0, 4, 0, 10], Some([0, 7, 0, 10]), "    x = a.f(1)\n");
    check(&["return a.f(1)"], [0, 7, 0, 13], Some([0, 10, 0, 13]), "    return a.f(1)\n           ~~~^^^\n");
    check(&["k=g(f(1))"], [0, 4, 0, 8], Some([0, 5, 0, 8]), "    k=g(f(1))\n        ~^^^\n");
}

#[test]
fn wide_characters_take_two_columns() {
    check(&["\"日本\"[3]"], [0, 0, 0, 7], Some([0, 4, 0, 7]), "    \"日本\"[3]\n    ~~~~~~^^^\n");
}

#[test]
fn lines_between_those_that_matter_are_left_out() {
    let lines = ["    call(1,", "        2,", "        3,", "        4,", "        5)[0]"];
    let shown = "    call(1,\n    ~~~~~~~\n    ...<2 lines>...\n        4,\n        ~~\n        5)[0]\n        ~~^^^\n";
    check(&lines, [0, 4, 4, 13], Some([4, 10, 4, 13]), shown);
}
