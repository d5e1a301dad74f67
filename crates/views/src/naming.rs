//! What the program calls the things that it makes, as far as its text tells.

use interleave_trace::{Resource, ResourceId};

use crate::facts::Thing;
use crate::places::Source;
use crate::resources::{Resources, class};

/// A shared thing as a reader knows it: by the name to which the program assigns it, else by its class.
pub(crate) fn thing(source: &Source, resources: &Resources, id: ResourceId) -> Thing {
    let Some(life) = resources.get(id) else { return Thing::default() };
    let class = life.kind.map_or("", class);
    let named = match life.kind {
        Some(Resource::TaskGroup) => bound_after(source, life.place),
        _ => assigned(source.before(life.place), life.of_place),
    };
    match named {
        Some(name) => Thing { name, class, named: true },
        None => Thing { name: format!("{class} {}", life.of_class + 1), class, named: false },
    }
}

/// The name in `name = …`, `self.name: Type = …` or `names = [… for …]` before what is assigned.
fn assigned(before: &str, number: u32) -> Option<String> {
    let before = before.trim_end();
    let (before, listed) = match before.strip_suffix('[') {
        Some(before) => (before.trim_end(), true),
        None => (before, false),
    };
    let target = before.strip_suffix(":=").or_else(|| before.strip_suffix('='))?.trim_end();
    let target = if target.trim_start().starts_with("async ") { target } else { without_annotation(target) };
    let begin = target.char_indices().rev().take_while(|(_, letter)| is_of_name(*letter)).last()?.0;
    let (rest, name) = target.split_at(begin);
    let alone = !rest.trim_end().ends_with([',', '=', '!', '<', '>', ']', ')']);
    let name = name.strip_prefix("self.").unwrap_or(name);
    let fits = alone && name.starts_with(|first: char| first.is_alphabetic() || first == '_');
    match (fits, listed, number) {
        (false, ..) => None,
        (true, true, _) => Some(format!("{name}[{number}]")),
        (true, false, 0) => Some(name.to_owned()),
        (true, false, _) => Some(format!("{name} ({})", number + 1)),
    }
}

fn without_annotation(target: &str) -> &str {
    match target.split_once(':') {
        Some((name, _)) if name.trim().chars().all(is_of_name) => name.trim_end(),
        _ => target,
    }
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '.'
}

/// The name in `async with … as name`.
fn bound_after(source: &Source, place: interleave_trace::Span) -> Option<String> {
    let rest = source.after(place).trim_start().strip_prefix("as ")?.trim_start();
    let end = rest.find(|letter: char| !is_of_name(letter)).unwrap_or(rest.len());
    (end > 0).then(|| rest[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::assigned;

    #[track_caller]
    fn check(before: &str, name: Option<&str>) {
        assert_eq!(assigned(before, 0).as_deref(), name, "{before}");
    }

    #[test]
    fn names_are_read_off_assignments() {
        check("    sem = ", Some("sem"));
        check("    self.sem = ", Some("sem"));
        check("    self.app.lock=", Some("app.lock"));
        check("lock: asyncio.Lock = ", Some("lock"));
        check("    if (lock := ", Some("lock"));
        check("    job(lock=", Some("lock"));
        check("鎖 = ", Some("鎖"));
        check("forks = [", Some("forks[0]"));
    }

    #[test]
    fn nothing_else_is_a_name() {
        for before in ["", "    await ", "a, b = ", "if lock == ", "locks[0] = ", "x = f(", "return "] {
            check(before, None);
        }
        assert_eq!(assigned("lock = ", 1).as_deref(), Some("lock (2)"));
    }
}
