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
        _ => assigned_at(source.before(life.place), life.of_place),
    };
    match named {
        Some(name) => Thing { name, class, named: true },
        None => Thing { name: format!("{class} {}", life.of_class + 1), class, named: false },
    }
}

/// The name to which something is assigned, by what stands before it; and by how many the program made at this
/// place before.
fn assigned_at(before: &str, number: u32) -> Option<String> {
    assigned(before, number).or_else(|| one_of_several(before).map(|name| numbered(name, number)))
}

fn numbered(name: &str, number: u32) -> String {
    if number == 0 { name.to_owned() } else { format!("{name} ({})", number + 1) }
}

/// The name in `name, name = value, …` whose value comes next.
fn one_of_several(before: &str) -> Option<&str> {
    let (targets, values) = before.split_once('=')?;
    let mut depth = 0_i32;
    let mut complete = 0;
    let mut is_begun = false;
    for letter in values.chars() {
        match letter {
            ',' if depth == 0 => {
                complete += 1;
                is_begun = false;
                continue;
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            // What looks like a comma may be text.
            '"' | '\'' => return None,
            space if space.is_whitespace() => continue,
            _ => {}
        }
        is_begun = true;
    }
    let mut names = targets.split(',').map(str::trim);
    let are_names = names.clone().all(|name| begins_name(name) && name.chars().all(is_of_name));
    let name = names.nth(complete)?;
    (are_names && !is_begun && targets.contains(',')).then(|| name.strip_prefix("self.").unwrap_or(name))
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
    let fits = alone && begins_name(name);
    fits.then(|| if listed { format!("{name}[{number}]") } else { numbered(name, number) })
}

fn without_annotation(target: &str) -> &str {
    match target.split_once(':') {
        Some((name, _)) if name.trim().chars().all(is_of_name) => name.trim_end(),
        _ => target,
    }
}

fn begins_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_alphabetic() || first == '_')
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
    use super::assigned_at;

    #[track_caller]
    fn check(before: &str, name: Option<&str>) {
        assert_eq!(assigned_at(before, 0).as_deref(), name, "{before}");
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
        check("    a, b = ", Some("a"));
        check("    a, self.b = asyncio.Lock(1, [2]), ", Some("b"));
    }

    #[test]
    fn nothing_else_is_a_name() {
        for before in [
            "",
            "    await ",
            "a, b = 1, f(",
            "a, b = 'x,', ",
            "a, b = 1, 2, ",
            "if a, b == 1, ",
            "if lock == ",
            "locks[0] = ",
            "x = f(",
            "return ",
        ] {
            check(before, None);
        }
        assert_eq!(assigned_at("a, lock = 1, ", 1).as_deref(), Some("lock (2)"));
    }
}
