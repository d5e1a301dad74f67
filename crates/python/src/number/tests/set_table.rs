//! Answers of CPython 3.13.

use super::*;

fn same(a: &i64, b: &i64) -> Result<bool, ()> {
    Ok(a == b)
}

#[test]
fn order() {
    let mut table = SetTable::default();
    let steps = [
        (true, 22),
        (false, 33),
        (true, 29),
        (false, 15),
        (true, 10),
        (true, 30),
        (false, 24),
        (true, 36),
        (true, 13),
        (true, 11),
        (false, 24),
        (true, 4),
        (true, 39),
        (true, 8),
        (true, 0),
        (true, 13),
        (false, 10),
        (false, 18),
        (true, 12),
        (true, 13),
        (true, 12),
        (false, 24),
        (true, 23),
        (true, 9),
        (true, 21),
        (true, 38),
        (true, 38),
        (true, 21),
        (true, 22),
        (false, 30),
        (true, 11),
        (true, 11),
        (true, 1),
        (false, 22),
        (false, 1),
        (true, 26),
        (true, 37),
        (false, 28),
        (true, 11),
        (true, 12),
        (true, 15),
        (false, 29),
        (true, 22),
        (false, 16),
        (false, 6),
        (true, 23),
        (false, 2),
        (true, 5),
        (true, 32),
        (true, 9),
        (true, 34),
        (true, 20),
        (true, 5),
        (true, 19),
        (false, 10),
        (false, 5),
        (false, 34),
        (false, 2),
        (true, 38),
        (true, 16),
    ];
    for (adding, key) in steps {
        if adding {
            let _ = table.add(key, key, same);
        } else if let Ok(Step::Candidate(slot)) = table.find(key, |there| same(there, &key)) {
            table.remove_at(slot);
        }
    }
    let order = |table: &SetTable<i64>| table.iter().map(|(_, key)| *key).collect::<Vec<_>>();
    assert_eq!(order(&table), [0, 4, 8, 9, 11, 12, 13, 15, 16, 19, 20, 21, 22, 23, 26, 32, 36, 37, 38, 39]);
    assert_eq!(
        order(&table.copied()),
        [0, 4, 8, 9, 11, 12, 13, 15, 16, 19, 20, 21, 22, 23, 26, 32, 36, 37, 38, 39]
    );
    assert_eq!(table.pop(), Some(0));
}
