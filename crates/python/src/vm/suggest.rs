//! "Did you mean …?": the known name that is closest to a mistaken one. As in CPython, bytes of UTF-8 are compared, so
//! that another Chinese character costs as much as three letters.

/// What a letter too many, too few or another costs; a letter of another case costs half.
const MOVE: usize = 2;
const CASE: usize = 1;
/// Names beyond this length, and lists beyond this number, are not compared.
const LONGEST: usize = 40;
const MOST: usize = 750;

/// The closest of some names, if one is close enough; of equally close ones the first.
pub(crate) fn closest<'a>(wrong: &str, known: &[&'a str]) -> Option<&'a str> {
    if known.len() >= MOST || wrong.len() > LONGEST {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for name in known {
        if *name == wrong {
            continue;
        }
        let most = (name.len() + wrong.len() + 3) * MOVE / 6;
        let most = best.map_or(most, |(distance, _)| most.min(distance.saturating_sub(1)));
        let distance = distance(wrong, name, most);
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

fn cost(one: u8, other: u8) -> usize {
    if one == other {
        0
    } else if one.eq_ignore_ascii_case(&other) {
        CASE
    } else {
        MOVE
    }
}

/// The edit distance, or something above `most`.
fn distance(one: &str, other: &str, most: usize) -> usize {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let prefix = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[prefix..], &other[prefix..]);
    let suffix = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[..one.len() - suffix], &other[..other.len() - suffix]);
    if one.is_empty() || other.is_empty() {
        return (one.len() + other.len()) * MOVE;
    }
    if one.len().max(other.len()) > LONGEST || one.len().abs_diff(other.len()) * MOVE > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (1..=one.len()).map(|count| count * MOVE).collect();
    for (index, letter) in other.iter().enumerate() {
        let mut diagonal = index * MOVE;
        let mut left = diagonal + MOVE;
        for (place, mine) in row.iter_mut().zip(one) {
            let replaced = diagonal + cost(*letter, *mine);
            diagonal = *place;
            left = replaced.min(left.min(*place) + MOVE);
            *place = left;
        }
    }
    row.last().copied().unwrap_or(0)
}
