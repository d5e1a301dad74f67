//! Reads a pattern into a tree.
//!
//! Escapes are read in `escapes`, so that this file shows the grammar.

use super::class::{Class, Item};
use super::flags::Flags;
use super::tree::{Anchor, Eagerness, Node, UNBOUNDED};
use super::{PatternError, Refusal};
use crate::number::failure::Failure;
use crate::text::{case, repr};

/// How deep groups may nest here; the reading of a pattern is recursive.
const DEEPEST: usize = 100;

pub(super) struct Parsed {
    pub(super) tree: Node,
    pub(super) flags: Flags,
    pub(super) groups: usize,
    pub(super) names: Vec<(String, usize)>,
}

pub(super) type Step<T> = Result<T, Refusal>;

/// Reads a pattern.
pub(super) fn parse(pattern: &str, flags: u32, bytes: bool) -> Step<Parsed> {
    let characters: Vec<char> = pattern.chars().collect();
    let mut flags = Flags::from_number(flags);
    loop {
        let mut parser = Parser {
            pattern: &characters,
            at: 0,
            bytes,
            flags,
            open: vec![false],
            names: Vec::new(),
            behind: None,
            promised: Vec::new(),
            depth: 0,
        };
        let verbose = flags.has(Flags::VERBOSE);
        let tree = parser.choice(flags, true);
        // Inline flags at the start govern the whole pattern: read it again with them.
        if parser.flags != flags && (tree.is_ok() || parser.flags.has(Flags::VERBOSE) != verbose) {
            flags = parser.flags;
            continue;
        }
        let tree = tree?;
        if parser.at < characters.len() {
            return Err(parser.error_at("unbalanced parenthesis", parser.at));
        }
        let missing = parser.promised.iter().find(|(group, _)| *group >= parser.open.len());
        if let Some((group, place)) = missing {
            return Err(parser.error_at(format!("invalid group reference {group}"), *place));
        }
        return Ok(Parsed { tree, flags, groups: parser.open.len() - 1, names: parser.names });
    }
}

pub(super) struct Parser<'a> {
    pattern: &'a [char],
    pub(super) at: usize,
    pub(super) bytes: bool,
    /// Flags of the whole pattern.
    flags: Flags,
    /// For each group, whether it is still open.
    open: Vec<bool>,
    names: Vec<(String, usize)>,
    /// Inside a look-behind: the number of groups before it.
    behind: Option<usize>,
    /// Groups that conditions name before they exist, with the places.
    promised: Vec<(usize, usize)>,
    depth: usize,
}

impl Parser<'_> {
    pub(super) fn peek(&self) -> Option<char> {
        self.pattern.get(self.at).copied()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    fn accept(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    pub(super) fn error_at(&self, message: impl Into<String>, position: usize) -> Refusal {
        Refusal::Pattern(PatternError { message: message.into(), position: Some(position) })
    }

    pub(super) fn error<T>(&self, message: impl Into<String>, back: usize) -> Step<T> {
        Err(self.error_at(message, self.at.saturating_sub(back)))
    }

    /// Alternatives up to a closing parenthesis or the end.
    fn choice(&mut self, flags: Flags, first: bool) -> Step<Node> {
        if self.depth > DEEPEST {
            return Err(Refusal::Other(Failure::value(
                "this playground reads patterns nested 100 deep at most",
            )));
        }
        self.depth += 1;
        let mut branches = vec![self.sequence(flags, first)?];
        while self.accept('|') {
            branches.push(self.sequence(flags, false)?);
        }
        self.depth -= 1;
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Choice(branches) })
    }

    fn sequence(&mut self, flags: Flags, first: bool) -> Step<Node> {
        let mut items: Vec<Node> = Vec::new();
        let verbose = flags.has(Flags::VERBOSE);
        while let Some(c) = self.peek() {
            if matches!(c, '|' | ')') {
                break;
            }
            let start = self.at;
            self.at += 1;
            match c {
                ' ' | '\t'..='\r' if verbose => {}
                '#' if verbose => while self.next().is_some_and(|c| c != '\n') {},
                '\\' => {
                    let node = self.escape(flags)?;
                    items.push(node);
                }
                '[' => {
                    let class = self.class(start, flags)?;
                    items.push(class);
                }
                '*' | '+' | '?' | '{' => self.repeat(c, &mut items, flags)?,
                '.' => items.push(Node::Any { newline: flags.has(Flags::DOT_ALL) }),
                '^' => items.push(Node::At(if flags.has(Flags::MULTI_LINE) {
                    Anchor::LineStart
                } else {
                    Anchor::TextStart
                })),
                '$' => items.push(Node::At(if flags.has(Flags::MULTI_LINE) {
                    Anchor::LineEnd
                } else {
                    Anchor::LastLineEnd
                })),
                '(' => {
                    let group = self.group(start, flags, first && items.is_empty())?;
                    items.extend(group);
                }
                c => items.push(self.character(c, flags)),
            }
        }
        Ok(Node::Sequence(items))
    }

    pub(super) fn character(&self, c: char, flags: Flags) -> Node {
        Node::Character { c, fold: flags.fold(self.bytes) }
    }

    fn class(&mut self, start: usize, flags: Flags) -> Step<Node> {
        let negative = self.accept('^');
        let mut items = Vec::new();
        let unterminated = |parser: &Self| parser.error_at("unterminated character set", start);
        loop {
            let from = self.at;
            let c = self.next().ok_or_else(|| unterminated(self))?;
            if c == ']' && !items.is_empty() {
                break;
            }
            let low = self.class_item(c, flags)?;
            if !self.accept('-') {
                items.push(low);
                continue;
            }
            let c = self.next().ok_or_else(|| unterminated(self))?;
            if c == ']' {
                items.extend([low, Item::single('-')]);
                break;
            }
            let high = self.class_item(c, flags)?;
            match (low, high) {
                (Item::Range(first, _), Item::Range(last, _)) if first <= last => {
                    items.push(Item::Range(first, last));
                }
                _ => {
                    let shown: String = self.pattern[from..self.at].iter().collect();
                    return Err(self.error_at(format!("bad character range {shown}"), from));
                }
            }
        }
        Ok(Node::Class(Class { items, negative, fold: flags.fold(self.bytes) }))
    }

    fn class_item(&mut self, c: char, flags: Flags) -> Step<Item> {
        if c == '\\' { self.class_escape(flags) } else { Ok(Item::single(c)) }
    }

    fn number(&mut self) -> Option<String> {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then(|| self.pattern[start..self.at].iter().collect())
    }

    fn repeat(&mut self, sign: char, items: &mut Vec<Node>, flags: Flags) -> Step<()> {
        let here = self.at;
        let (least, most) = match sign {
            '?' => (0, 1),
            '*' => (0, UNBOUNDED),
            '+' => (1, UNBOUNDED),
            _ => match self.bounds(here)? {
                Some(bounds) => bounds,
                None => {
                    self.at = here;
                    items.push(self.character('{', flags));
                    return Ok(());
                }
            },
        };
        match items.last() {
            None | Some(Node::At(_)) => return Err(self.error_at("nothing to repeat", here - 1)),
            Some(Node::Repeat { .. }) => return Err(self.error_at("multiple repeat", here - 1)),
            Some(_) => {}
        }
        let eagerness = if self.accept('?') {
            Eagerness::Lazy
        } else if self.accept('+') {
            Eagerness::Possessive
        } else {
            Eagerness::Greedy
        };
        if let Some(item) = items.pop() {
            items.push(Node::Repeat { node: Box::new(item), least, most, eagerness });
        }
        Ok(())
    }

    /// What stands in `{…}`; `None` if it isn't a repetition but plain text.
    fn bounds(&mut self, here: usize) -> Step<Option<(u32, u32)>> {
        if self.peek() == Some('}') {
            return Ok(None);
        }
        let low = self.number();
        let high = if self.accept(',') { self.number() } else { low.clone() };
        if !self.accept('}') {
            return Ok(None);
        }
        let read = |digits: Option<String>, missing| match digits {
            None => Ok(missing),
            Some(digits) => digits
                .parse()
                .ok()
                .filter(|count| *count < UNBOUNDED)
                .ok_or_else(|| Refusal::Other(Failure::overflow("the repetition number is too large"))),
        };
        let (least, most) = (read(low, 0)?, read(high, UNBOUNDED)?);
        if most < least {
            return Err(self.error_at("min repeat greater than max repeat", here));
        }
        Ok(Some((least, most)))
    }

    /// What a parenthesis opens; nothing for comments and flags.
    fn group(&mut self, start: usize, flags: Flags, first: bool) -> Step<Option<Node>> {
        if !self.accept('?') {
            return self.capture(start, flags, None).map(Some);
        }
        let Some(c) = self.next() else {
            return self.error("unexpected end of pattern", 0);
        };
        match c {
            'P' => self.named(start, flags).map(Some),
            ':' => self.rest_of_group(start, flags).map(Some),
            '#' => loop {
                match self.next() {
                    Some(')') => return Ok(None),
                    Some(_) => {}
                    None => return Err(self.error_at("missing ), unterminated comment", start)),
                }
            },
            '=' | '!' | '<' => self.look(c, start, flags).map(Some),
            '(' => self.conditional(start, flags).map(Some),
            '>' => Ok(Some(Node::Atomic(Box::new(self.rest_of_group(start, flags)?)))),
            c if c == '-' || Flags::of_letter(c).is_some() => match self.inline_flags(c)? {
                Some((added, removed)) => {
                    // One type of letters replaces another.
                    let kept = if added.has(Flags::TYPES) { flags.without(Flags::TYPES) } else { flags };
                    self.rest_of_group(start, kept.with(added).without(removed)).map(Some)
                }
                None if first => Ok(None),
                None => Err(self.error_at("global flags not at the start of the expression", start)),
            },
            c => self.unknown_extension("?", c),
        }
    }

    /// What follows a question mark and means nothing; an escape is named as a whole.
    fn unknown_extension<T>(&mut self, before: &str, c: char) -> Step<T> {
        let escaped = if c == '\\' { self.next() } else { None };
        let shown: String = before.chars().chain([c]).chain(escaped).collect();
        let back = shown.chars().count();
        self.error(format!("unknown extension {shown}"), back)
    }

    fn rest_of_group(&mut self, start: usize, flags: Flags) -> Step<Node> {
        let node = self.choice(flags, false)?;
        self.close(start)?;
        // A sequence of its own, so that what repeats it sees one item.
        Ok(Node::Sequence(vec![node]))
    }

    fn close(&mut self, start: usize) -> Step<()> {
        if self.accept(')') {
            Ok(())
        } else {
            Err(self.error_at("missing ), unterminated subpattern", start))
        }
    }

    fn capture(&mut self, start: usize, flags: Flags, name: Option<String>) -> Step<Node> {
        let group = self.open.len();
        if let Some(name) = name {
            if let Some((_, known)) = self.names.iter().find(|(known, _)| *known == name) {
                let shown = repr::text(&name);
                let message =
                    format!("redefinition of group name {shown} as group {group}; was group {known}");
                return self.error(message, name.chars().count() + 1);
            }
            self.names.push((name, group));
        }
        self.open.push(true);
        let node = self.choice(flags, false)?;
        self.close(start)?;
        self.open[group] = false;
        Ok(Node::Capture { group, node: Box::new(node) })
    }

    fn named(&mut self, start: usize, flags: Flags) -> Step<Node> {
        if self.accept('<') {
            let name = self.name('>')?;
            self.check_name(&name)?;
            return self.capture(start, flags, Some(name));
        }
        if self.accept('=') {
            let name = self.name(')')?;
            self.check_name(&name)?;
            let group = self.group_of(&name)?;
            let back = name.chars().count() + 1;
            if self.open[group] {
                return self.error("cannot refer to an open group", back);
            }
            self.check_behind(group)?;
            return Ok(Node::Reference { group, fold: flags.fold(self.bytes) });
        }
        match self.next() {
            Some(c) => self.unknown_extension("?P", c),
            None => self.error("unexpected end of pattern", 0),
        }
    }

    fn name(&mut self, end: char) -> Step<String> {
        let mut name = String::new();
        loop {
            match self.next() {
                Some(c) if c == end && name.is_empty() => return self.error("missing group name", 1),
                Some(c) if c == end => return Ok(name),
                Some(c) => name.push(c),
                None if name.is_empty() => return self.error("missing group name", 0),
                None => {
                    let back = name.chars().count();
                    return self.error(format!("missing {end}, unterminated name"), back);
                }
            }
        }
    }

    fn bad_name<T>(&self, name: &str) -> Step<T> {
        let shown = if self.bytes { repr::bytes(name.as_bytes()) } else { repr::text(name) };
        let shown = shown.trim_start_matches('b').to_owned();
        self.error(format!("bad character in group name {shown}"), name.chars().count() + 1)
    }

    fn check_name(&self, name: &str) -> Step<()> {
        let valid = case::is_identifier(name) && (!self.bytes || name.is_ascii());
        if valid { Ok(()) } else { self.bad_name(name) }
    }

    fn group_of(&self, name: &str) -> Step<usize> {
        match self.names.iter().find(|(known, _)| known == name) {
            Some((_, group)) => Ok(*group),
            None => {
                let message = format!("unknown group name {}", repr::text(name));
                self.error(message, name.chars().count() + 1)
            }
        }
    }

    /// Whether a group of this number exists; an error if it is still open.
    pub(super) fn check_reference(&self, group: usize, back: usize) -> Step<bool> {
        match self.open.get(group) {
            None => Ok(false),
            Some(true) => self.error("cannot refer to an open group", back),
            Some(false) => Ok(true),
        }
    }

    pub(super) fn check_behind(&self, group: usize) -> Step<()> {
        let Some(before) = self.behind else {
            return Ok(());
        };
        if self.open.get(group).is_none_or(|open| *open) {
            return self.error("cannot refer to an open group", 0);
        }
        if group >= before {
            return self.error("cannot refer to group defined in the same lookbehind subpattern", 0);
        }
        Ok(())
    }

    fn look(&mut self, c: char, start: usize, flags: Flags) -> Step<Node> {
        let behind = c == '<';
        let c = if behind { self.next() } else { Some(c) };
        let negative = match c {
            Some('=') => false,
            Some('!') => true,
            Some(c) => return self.unknown_extension("?<", c),
            None => return self.error("unexpected end of pattern", 0),
        };
        let outermost = behind && self.behind.is_none();
        if outermost {
            self.behind = Some(self.open.len());
        }
        let node = self.choice(flags, false)?;
        if outermost {
            self.behind = None;
        }
        self.close(start)?;
        Ok(Node::Look { behind, negative, node: Box::new(node) })
    }

    fn conditional(&mut self, start: usize, flags: Flags) -> Step<Node> {
        let name = self.name(')')?;
        let back = name.chars().count() + 1;
        let group = if case::is_identifier(&name) {
            self.check_name(&name)?;
            self.group_of(&name)?
        } else {
            if !name.bytes().all(|byte| byte.is_ascii_digit()) {
                return self.bad_name(&name);
            }
            match name.parse::<u32>() {
                Ok(0) => return self.error("bad group number", back),
                Ok(group) if group < 1 << 30 => {
                    self.promised.push((group as usize, self.at - back));
                    group as usize
                }
                _ => return self.error(format!("invalid group reference {name}"), back),
            }
        };
        self.check_behind(group)?;
        let yes = self.sequence(flags, false)?;
        let no = if self.accept('|') {
            let no = self.sequence(flags, false)?;
            if self.peek() == Some('|') {
                return self.error("conditional backref with more than two branches", 0);
            }
            no
        } else {
            Node::Sequence(Vec::new())
        };
        self.close(start)?;
        Ok(Node::Conditional { group, yes: Box::new(yes), no: Box::new(no) })
    }

    /// Reads `ims-x:`, whose flags it answers, or `ims)`, which go to the whole pattern.
    fn inline_flags(&mut self, first: char) -> Step<Option<(Flags, Flags)>> {
        let (mut added, mut removed) = (Flags::default(), Flags::default());
        let mut c = first;
        while c != '-' {
            let flag = self.inline_flag(c, "missing -, : or )")?;
            match c {
                'L' if !self.bytes => {
                    return self.error("bad inline flags: cannot use 'L' flag with a str pattern", 0);
                }
                'u' if self.bytes => {
                    return self.error("bad inline flags: cannot use 'u' flag with a bytes pattern", 0);
                }
                _ => {}
            }
            added = added.with(flag);
            if flag.has(Flags::TYPES) && added.both(Flags::TYPES) != flag {
                return self.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0);
            }
            c = match self.next() {
                Some(c) => c,
                None => return self.error("missing -, : or )", 0),
            };
            if c == ')' {
                self.flags = self.flags.with(added);
                return Ok(None);
            }
            if c == ':' {
                return Ok(Some((added, removed)));
            }
        }
        let mut missing = "missing flag";
        loop {
            c = match self.next() {
                Some(c) => c,
                None => return self.error(missing, 0),
            };
            if c == ':' && missing == "missing :" {
                break;
            }
            let flag = self.inline_flag(c, missing)?;
            if flag.has(Flags::TYPES) {
                return self.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", 0);
            }
            removed = removed.with(flag);
            missing = "missing :";
        }
        if added.has(removed) {
            return self.error("bad inline flags: flag turned on and off", 1);
        }
        Ok(Some((added, removed)))
    }

    fn inline_flag(&self, c: char, missing: &str) -> Step<Flags> {
        match Flags::of_letter(c) {
            Some(flag) => Ok(flag),
            None if case::is_alpha(c.encode_utf8(&mut [0; 4])) => self.error("unknown flag", 1),
            None => self.error(missing, 1),
        }
    }
}
