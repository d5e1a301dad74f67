//! A program made as small as it can be while it keeps a property: statements go with their
//! blocks, blocks take the place of the statements around them, and arguments go. Lines, their
//! indentation and brackets are all that is known of Python here; whoever has the property decides
//! what is valid.

/// How many smaller programs are tried at most.
const MOST_TRIES: usize = 4000;
/// How many things in one line are tried to be left out.
const MOST_ITEMS: usize = 8;

/// The smallest program found that still has the property, which the source has.
pub fn shrink(source: &str, mut keeps: impl FnMut(&str) -> bool) -> String {
    let mut shrinker = Shrinker { lines: parsed(source), tries: 0, keeps: &mut keeps };
    if !(shrinker.keeps)(&printed(&shrinker.lines)) {
        // The difference lies in what isn't kept: empty lines, and the numbers of lines.
        return source.to_owned();
    }
    loop {
        let before = printed(&shrinker.lines).len();
        for size in [16, 8, 4, 2, 1] {
            shrinker.sweep(|lines, at| without(lines, at, size));
        }
        shrinker.sweep(unwrapped);
        for nth in (0..MOST_ITEMS).rev() {
            shrinker.sweep(|lines, at| without_item(lines, at, nth));
        }
        if printed(&shrinker.lines).len() == before || shrinker.tries > MOST_TRIES {
            return printed(&shrinker.lines);
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Line {
    depth: usize,
    text: String,
}

struct Shrinker<'property> {
    lines: Vec<Line>,
    tries: usize,
    keeps: &'property mut dyn FnMut(&str) -> bool,
}

impl Shrinker<'_> {
    /// Tries a change at each line, from the last to the first, so that uses go before definitions.
    fn sweep(&mut self, change: impl Fn(&[Line], usize) -> Option<Vec<Line>>) {
        let mut at = self.lines.len();
        while at > 0 && self.tries <= MOST_TRIES {
            at = (at - 1).min(self.lines.len().saturating_sub(1));
            let Some(smaller) = change(&self.lines, at) else { continue };
            self.tries += 1;
            if (self.keeps)(&printed(&smaller)) {
                self.lines = smaller;
            }
        }
    }
}

fn parsed(source: &str) -> Vec<Line> {
    let lines = source.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let text = line.trim_start();
            Line { depth: line.len() - text.len(), text: text.to_owned() }
        })
        .collect()
}

fn printed(lines: &[Line]) -> String {
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        text.push_str(&format!("{:depth$}{}\n", "", line.text, depth = line.depth));
        let is_empty_block = line.text.ends_with(':') && block_end(lines, at) == at + 1;
        if is_empty_block {
            text.push_str(&format!("{:depth$}pass\n", "", depth = line.depth + 4));
        }
    }
    text
}

/// Where the statement that begins here ends, with its block.
fn block_end(lines: &[Line], at: usize) -> usize {
    let deeper = lines[at + 1..].iter().take_while(|line| line.depth > lines[at].depth).count();
    at + 1 + deeper
}

fn is_clause(line: &Line) -> bool {
    ["except", "else:", "elif ", "finally:"].iter().any(|word| line.text.starts_with(word))
}

/// Some statements fewer, from this one on.
fn without(lines: &[Line], at: usize, size: usize) -> Option<Vec<Line>> {
    let mut end = at;
    for _ in 0..size {
        if end < lines.len() && lines[end].depth == lines[at].depth {
            end = block_end(lines, end);
        }
    }
    (end > at).then(|| [&lines[..at], &lines[end..]].concat())
}

/// A block, be it of a clause, in the place of the whole statement.
fn unwrapped(lines: &[Line], at: usize) -> Option<Vec<Line>> {
    let end = block_end(lines, at);
    if end == at + 1 {
        return None;
    }
    let depth = lines[at].depth;
    let is_clause_of_it = |line: &Line| line.depth == depth && is_clause(line);
    let start = if is_clause(&lines[at]) {
        let before = lines[..at].iter().rposition(|line| line.depth <= depth && !is_clause_of_it(line));
        before.filter(|start| lines[*start].depth == depth)?
    } else {
        at
    };
    let mut after = end;
    while lines.get(after).is_some_and(is_clause_of_it) {
        after = block_end(lines, after);
    }
    let outdent = lines[at + 1].depth - depth;
    let block = lines[at + 1..end].iter().map(|line| Line { depth: line.depth - outdent, ..line.clone() });
    Some(lines[..start].iter().cloned().chain(block).chain(lines[after..].iter().cloned()).collect())
}

/// A line without one of the things that commas part in it.
fn without_item(lines: &[Line], at: usize, nth: usize) -> Option<Vec<Line>> {
    let text = &lines[at].text;
    let (from, to) = *items(text).get(nth)?;
    let mut smaller = lines.to_vec();
    smaller[at].text = format!("{}{}", &text[..from], text[to..].trim_start());
    Some(smaller)
}

/// Where each item of a bracket with several begins and ends, with a comma of its own.
fn items(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    // For each open bracket, where its items begin, each but the first at its comma.
    let mut open: Vec<Vec<usize>> = Vec::new();
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (Some(end), _) if end == letter => quote = None,
            (None, '\'' | '"') => quote = Some(letter),
            (None, '(' | '[' | '{') => open.push(vec![at + 1]),
            (None, ',') => open.last_mut().into_iter().for_each(|starts| starts.push(at)),
            (None, ')' | ']' | '}') => {
                let mut starts = open.pop().unwrap_or_default();
                if let [first, second, ..] = starts[..] {
                    found.push((first, second + 1));
                    starts.push(at);
                    found.extend(starts.windows(2).skip(1).map(|pair| (pair[0], pair[1])));
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROGRAM: &str = "\
import asyncio

async def main():
    say('a')
    try:
        async with lock:
            for n in range(3):
                await trouble(n)
                say(n)
    except ValueError:
        say('b')
    finally:
        say('c')

asyncio.run(main())
";

    #[test]
    fn what_has_the_property_is_left() {
        let keeps = |text: &str| text.contains("trouble") && text.contains("run");
        assert_eq!(shrink(PROGRAM, keeps), "await trouble(n)\nasyncio.run(main())\n");
    }

    #[test]
    fn an_empty_block_passes() {
        let keeps = |text: &str| text.contains("async with lock:");
        assert_eq!(shrink(PROGRAM, keeps), "async with lock:\n    pass\n");
    }

    #[test]
    fn clauses_go_with_their_statement() {
        let smaller = unwrapped(&parsed(PROGRAM), 3).expect("it has a block");
        assert!(!printed(&smaller).contains("finally"), "{}", printed(&smaller));
    }

    #[test]
    fn a_clause_can_be_what_is_left() {
        let keeps =
            |text: &str| text.contains("say('b')") && text.contains("except") == text.contains("try:");
        assert_eq!(shrink(PROGRAM, keeps), "say('b')\n");
        let last = printed(&unwrapped(&parsed(PROGRAM), 10).expect("it has a block"));
        assert!(last.contains("    say('a')\n    say('c')\nasyncio"), "{last}");
    }

    #[test]
    fn arguments_go() {
        let keeps = |text: &str| ["f(", "g(", "c"].iter().all(|part| text.contains(part));
        assert_eq!(shrink("f(a, g(b, c), 'd, e', [h, i])\n", keeps), "f(g(c))\n");
    }

    #[test]
    fn what_needs_the_empty_lines_stays_whole() {
        assert_eq!(shrink(PROGRAM, |text| text.contains("\n\n")), PROGRAM);
    }
}
