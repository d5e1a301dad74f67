//! A delay gets another length: which literal has to become which number. With `pause = 2` above it,
//! `await asyncio.sleep(pause * 3)` dragged to 7.5 s makes it `pause = 2.5`.
//!
//! One literal is solved for at a time: a delay is followed back through the sums and products that made it.
//! Whether the run that follows has the asked length is for whoever runs it to see.

use std::collections::BTreeMap;

use interleave_syntax::tree::{Constant, Expr, ExprKind, Number, Stmt};
use interleave_text::{Edit, Span};
use interleave_trace::{Operation, Origin, OriginId, Origins};
use serde::{Deserialize, Serialize};

use crate::Program;

/// A comment that keeps the literals of its line from being dragged.
const FIXED: &str = "fixed";

/// The setting that says how long the simulated network takes. Its literal may be an empty place, where it can be said.
const LATENCY: &str = "latency";

/// A length, in seconds, that nothing is likely to have: whether a literal matters is tried with it.
const PROBE: f64 = 1.618;

const NS_PER_S: f64 = 1e9;

/// A literal that a delay can be changed by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Where it is written.
    pub literal: Span,
    /// As it is written, or the name of the setting that is not written yet.
    pub text: String,
    /// The delays that it has a part in, as places in the list of all.
    pub delays: Vec<u32>,
}

/// Why a delay can't be dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lock {
    /// It was not computed from numbers of the program: drawn, measured, or counted.
    NotWritten,
    /// Its literals are marked as fixed.
    Fixed,
    /// No number in the place of the literal gives this length.
    NoSolution,
}

/// The literals that a delay may be changed by, the best first: those that change the fewest other delays, then
/// those in or nearest to the call itself.
///
/// # Errors
///
/// Why there is none.
pub fn candidates(
    program: &Program<'_>,
    origins: &Origins,
    delay: OriginId,
    call: Option<Span>,
    all: &[OriginId],
) -> Result<Vec<Candidate>, Lock> {
    let history = History::of(origins, delay);
    // A literal that takes part but does not matter, as in `2 * 0`, is none to pull at.
    let mut found: Vec<Span> =
        history.literals().filter(|literal| history.solve(*literal, PROBE).is_some()).collect();
    if found.is_empty() {
        return Err(Lock::NotWritten);
    }
    found.retain(|literal| !is_fixed(program, *literal));
    if found.is_empty() {
        return Err(Lock::Fixed);
    }
    let mut reach: BTreeMap<Span, Vec<u32>> = found.iter().map(|literal| (*literal, Vec::new())).collect();
    let mut literals_of: BTreeMap<OriginId, Vec<Span>> = BTreeMap::new();
    for (number, other) in (0..).zip(all) {
        // Many delays of a run are the same number.
        let literals =
            literals_of.entry(*other).or_insert_with(|| History::of(origins, *other).literals().collect());
        for literal in literals {
            if let Some(delays) = reach.get_mut(literal) {
                delays.push(number);
            }
        }
    }
    let nearness = |literal: &Span| match call {
        Some(call) if call.start <= literal.start && literal.end <= call.end => 0,
        Some(call) => 1 + call.start.abs_diff(literal.start),
        None => 1,
    };
    let candidate = |(literal, delays): (Span, Vec<u32>)| {
        let text = if literal.start < literal.end { program.source(literal) } else { LATENCY };
        Candidate { literal, text: text.to_owned(), delays }
    };
    let mut candidates: Vec<Candidate> = reach.into_iter().map(candidate).collect();
    candidates
        .sort_by_key(|candidate| (candidate.delays.len(), nearness(&candidate.literal), candidate.literal));
    Ok(candidates)
}

/// The edit that makes a delay last so many nanoseconds by changing one of its literals, which keeps its style: a whole
/// number stays one where it can, and no more digits are written than are needed.
///
/// # Errors
///
/// There is no such number.
pub fn drag(
    program: &Program<'_>,
    origins: &Origins,
    delay: OriginId,
    literal: Span,
    wanted_ns: i64,
) -> Result<Edit, Lock> {
    let history = History::of(origins, delay);
    let value = history.solve(literal, seconds(wanted_ns)).ok_or(Lock::NoSolution)?;
    let was_whole = match number(&program.module().body, literal) {
        Some(old) => matches!(old, Number::Int(_)),
        // Settings and addresses hold numbers, too.
        None => program.source(literal).bytes().all(|letter| letter.is_ascii_digit()),
    };
    let exact = |text: &str| {
        let delay = text.parse().ok().and_then(|value| history.with(literal, value));
        delay.and_then(nanoseconds) == Some(wanted_ns)
    };
    let text = written(value, was_whole, &exact).ok_or(Lock::NoSolution)?;
    Ok(Edit::replace(literal, if literal.start < literal.end { text } else { said(program, literal, &text) }))
}

/// The simulated network's latency, said where no line of settings does so yet, or no such line is.
fn said(program: &Program<'_>, place: Span, latency: &str) -> String {
    let line = program.source(Span::new(program.line_start(place.start), place.start));
    if line.trim().is_empty() {
        format!("# interleave: {LATENCY}={latency}\n")
    } else {
        format!(", {LATENCY}={latency}")
    }
}

/// The shortest text of a number that gives exactly what is asked.
fn written(value: f64, was_whole: bool, exact: &impl Fn(&str) -> bool) -> Option<String> {
    if was_whole && value >= 0.0 {
        let whole = format!("{value:.0}");
        if exact(&whole) {
            return Some(whole);
        }
    }
    let mut texts = (1..=17).map(|digits| format!("{value:.digits$}"));
    texts.find(|text| !text.starts_with('-') && exact(text))
}

/// What a number was made of: every part once, parts before what is made of them, the number itself last.
struct History<'o> {
    origins: &'o Origins,
    number: OriginId,
    parts: Vec<(OriginId, Origin)>,
}

impl<'o> History<'o> {
    fn of(origins: &'o Origins, number: OriginId) -> Self {
        let mut found = BTreeMap::new();
        let mut ahead = vec![number];
        while let Some(id) = ahead.pop() {
            let (false, Some(origin)) = (found.contains_key(&id), origins.get(id)) else { continue };
            found.insert(id, origin);
            if let Origin::Computed(how) = origin {
                ahead.extend([how.left, how.right].into_iter().flatten());
            }
        }
        // A literal's id is lower than any computed number's, and a part's lower than what is made of it.
        Self { origins, number, parts: found.into_iter().collect() }
    }

    fn literals(&self) -> impl Iterator<Item = Span> {
        self.parts.iter().filter_map(|(_, origin)| match origin {
            Origin::Literal(literal) => Some(*literal),
            Origin::Computed(_) => None,
        })
    }

    /// How often a literal stands in each part, if it does.
    fn occurrences(&self, literal: Span) -> BTreeMap<OriginId, u32> {
        let mut counts = BTreeMap::new();
        for (id, origin) in &self.parts {
            let count = match origin {
                Origin::Literal(own) => u32::from(*own == literal),
                Origin::Computed(how) => [how.left, how.right]
                    .into_iter()
                    .filter_map(|part| counts.get(&part?).copied())
                    .fold(0, u32::saturating_add),
            };
            if count > 0 {
                counts.insert(*id, count);
            }
        }
        counts
    }

    /// What the number becomes if one of its literals is another number.
    fn with(&self, literal: Span, value: f64) -> Option<f64> {
        let mut values = BTreeMap::new();
        for (id, origin) in &self.parts {
            let how = match origin {
                Origin::Literal(own) if *own == literal => {
                    values.insert(*id, value);
                    continue;
                }
                Origin::Literal(_) => continue,
                Origin::Computed(how) => how,
            };
            let part = |part: Option<OriginId>| part.and_then(|part| values.get(&part).copied());
            let (left, right) = (part(how.left), part(how.right));
            if left.is_none() && right.is_none() {
                continue;
            }
            let (left, right) = (left.unwrap_or(how.values.0), right.unwrap_or(how.values.1));
            let made = match how.operation {
                Operation::Add => left + right,
                Operation::Subtract => left - right,
                Operation::Multiply => left * right,
                Operation::Divide => left / right,
                Operation::Negate => -left,
            };
            values.insert(*id, made);
        }
        values.get(&self.number).copied()
    }

    /// What the literal has to be for the number to be what is wanted.
    fn solve(&self, literal: Span, wanted: f64) -> Option<f64> {
        let occurrences = self.occurrences(literal);
        let value = match occurrences.get(&self.number)? {
            1 => self.inverted(&occurrences, wanted)?,
            // Sums and multiples of the same literal are a straight line: two points give it.
            _ => {
                let (zero, one) = (self.with(literal, 0.0)?, self.with(literal, 1.0)?);
                (wanted - zero) / (one - zero)
            }
        };
        let reached = self.with(literal, value)?;
        // What is less than a nanosecond apart is the same to the clock.
        (value.is_finite() && (reached - wanted).abs() < 0.5 / NS_PER_S).then_some(value)
    }

    /// Undoes one operation after the other, on the way to where the literal stands.
    fn inverted(&self, occurrences: &BTreeMap<OriginId, u32>, wanted: f64) -> Option<f64> {
        let (mut number, mut wanted) = (self.number, wanted);
        loop {
            let how = match self.origins.get(number)? {
                Origin::Literal(_) => return Some(wanted),
                Origin::Computed(how) => how,
            };
            let (left, right) = how.values;
            if let Some(part) = how.left.filter(|part| occurrences.contains_key(part)) {
                wanted = match how.operation {
                    Operation::Add => wanted - right,
                    Operation::Subtract => wanted + right,
                    Operation::Multiply => wanted / right,
                    Operation::Divide => wanted * right,
                    Operation::Negate => -wanted,
                };
                number = part;
            } else {
                wanted = match how.operation {
                    Operation::Add => wanted - left,
                    Operation::Subtract => left - wanted,
                    Operation::Multiply => wanted / left,
                    Operation::Divide => left / wanted,
                    Operation::Negate => return None,
                };
                number = how.right?;
            }
        }
    }
}

/// Whether the line of a literal says that it is not to be dragged: `# fixed`.
fn is_fixed(program: &Program<'_>, literal: Span) -> bool {
    if literal.start == literal.end {
        return false;
    }
    let rest = program.source(Span::new(literal.end, program.line_end(literal.end)));
    rest.rsplit_once('#').is_some_and(|(_, comment)| {
        comment.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == FIXED)
    })
}

fn number(body: &[Stmt], span: Span) -> Option<&Number> {
    match &crate::set_literal::constant(body, span)? {
        Expr { kind: ExprKind::Constant(Constant::Number(number)), .. } => Some(number),
        _ => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "what is on a screen is no such number")]
fn seconds(ns: i64) -> f64 {
    ns as f64 / NS_PER_S
}

/// As the clock counts; nothing for what is no time.
#[expect(clippy::cast_possible_truncation, reason = "the range is looked at before")]
fn nanoseconds(seconds: f64) -> Option<i64> {
    let ns = (seconds * NS_PER_S).round();
    (0.0..9e18).contains(&ns).then_some(ns as i64)
}

#[cfg(test)]
mod tests {
    use interleave_trace::Computed;

    use super::*;

    /// A text whose numbers are marked «so», each a literal, and a delay made of them.
    struct Scene {
        text: String,
        origins: Origins,
    }

    impl Scene {
        fn new(marked: &str) -> Self {
            let (mut text, mut literals) = (String::new(), Vec::new());
            for (part, is_number) in marked.split(['«', '»']).zip([false, true].into_iter().cycle()) {
                let start = crate::program::place(text.len());
                text.push_str(part);
                if is_number {
                    literals.push(Span::new(start, crate::program::place(text.len())));
                }
            }
            Self { text, origins: Origins { literals, computed: Vec::new() } }
        }

        fn literal(place: usize) -> OriginId {
            OriginId::literal(place).unwrap()
        }

        fn value(&self, number: Option<OriginId>) -> f64 {
            match number.and_then(|number| self.origins.get(number)) {
                Some(Origin::Literal(literal)) => literal.of(&self.text).unwrap().parse().unwrap(),
                Some(Origin::Computed(_)) => History::of(&self.origins, number.unwrap())
                    .with(self.origins.literals[0], self.value(OriginId::literal(0)))
                    .unwrap(),
                None => 0.0,
            }
        }

        fn made(&mut self, left: OriginId, operation: Operation, right: Option<OriginId>) -> OriginId {
            let values = (self.value(Some(left)), self.value(right));
            let depth_of = |place: usize| self.origins.computed[place].depth;
            let parts = [Some(left), right].into_iter().flatten().filter_map(OriginId::computed_place);
            let depth = 1 + parts.map(depth_of).max().unwrap_or(0);
            self.origins.computed.push(Computed { operation, left: Some(left), right, values, depth });
            OriginId::computed(self.origins.computed.len() - 1).unwrap()
        }

        /// The text after a literal was changed for a delay of so many seconds.
        fn dragged(&self, delay: OriginId, literal: usize, seconds: f64) -> Result<String, Lock> {
            let program = Program::read(&self.text).unwrap();
            let wanted = nanoseconds(seconds).unwrap();
            let edit = drag(&program, &self.origins, delay, self.origins.literals[literal], wanted)?;
            Ok(edit.apply(&self.text).unwrap())
        }

        fn candidates(
            &self,
            delay: OriginId,
            call: Option<Span>,
            all: &[OriginId],
        ) -> Result<Vec<&str>, Lock> {
            let program = Program::read(&self.text).unwrap();
            let found = candidates(&program, &self.origins, delay, call, all)?;
            Ok(found.iter().map(|candidate| candidate.literal.of(&self.text).unwrap()).collect())
        }
    }

    #[test]
    fn a_literal_becomes_what_is_asked_and_keeps_its_style() {
        let scene = Scene::new("sleep(«2»)");
        let delay = Scene::literal(0);
        assert_eq!(scene.dragged(delay, 0, 3.0).as_deref(), Ok("sleep(3)"));
        assert_eq!(scene.dragged(delay, 0, 0.1 + 0.2).as_deref(), Ok("sleep(0.3)"));
        assert_eq!(scene.dragged(delay, 0, 0.0).as_deref(), Ok("sleep(0)"));
        let scene = Scene::new("sleep(«2.5»)");
        assert_eq!(scene.dragged(delay, 0, 3.0).as_deref(), Ok("sleep(3.0)"));
    }

    #[test]
    fn a_latency_is_said_where_it_was_not() {
        let delay = Scene::literal(0);
        for (before, after) in [
            ("«»get(url)", "# interleave: latency=0.5\nget(url)"),
            ("# interleave: seed=7«»\nget(url)", "# interleave: seed=7, latency=0.5\nget(url)"),
            ("# interleave: latency=«2»\nget(url)", "# interleave: latency=0.5\nget(url)"),
            ("get('https://a.test/delay/«1.5»')", "get('https://a.test/delay/0.5')"),
        ] {
            let scene = Scene::new(before);
            assert_eq!(scene.dragged(delay, 0, 0.5).as_deref(), Ok(after));
        }
        assert_eq!(Scene::new("«»get(url)  # fixed").candidates(delay, None, &[]), Ok(vec![""]));
    }

    #[test]
    fn operations_are_undone() {
        use Operation::{Add, Divide, Multiply, Negate, Subtract};
        for (operation, literal, changed) in [
            (Add, 0, "a = 5; b = 4"),
            (Add, 1, "a = 8; b = 1"),
            (Subtract, 0, "a = 13; b = 4"),
            (Subtract, 1, "a = 8; b = -1"),
            (Multiply, 0, "a = 2.25; b = 4"),
            (Divide, 0, "a = 36; b = 4"),
            (Divide, 1, "a = 8; b = 0.8888888889"),
        ] {
            let mut scene = Scene::new("a = «8»; b = «4»");
            let delay = scene.made(Scene::literal(0), operation, Some(Scene::literal(1)));
            let dragged = scene.dragged(delay, literal, 9.0);
            match operation {
                // A literal has no sign.
                Subtract if literal == 1 => assert_eq!(dragged, Err(Lock::NoSolution)),
                _ => assert_eq!(dragged.as_deref(), Ok(changed)),
            }
        }
        let mut scene = Scene::new("a = -«8»");
        let minus = scene.made(Scene::literal(0), Negate, None);
        let delay = scene.made(minus, Negate, None);
        assert_eq!(scene.dragged(delay, 0, 9.0).as_deref(), Ok("a = -9"));
    }

    #[test]
    fn a_literal_that_stands_there_twice_is_a_straight_line() {
        let mut scene = Scene::new("a = «2»");
        let twice = scene.made(Scene::literal(0), Operation::Add, Some(Scene::literal(0)));
        let delay = scene.made(twice, Operation::Add, Some(Scene::literal(0)));
        assert_eq!(scene.dragged(delay, 0, 9.0).as_deref(), Ok("a = 3"));
        let square = scene.made(Scene::literal(0), Operation::Multiply, Some(Scene::literal(0)));
        assert_eq!(scene.dragged(square, 0, 9.0), Err(Lock::NoSolution));
    }

    #[test]
    fn doubling_again_and_again_takes_no_time() {
        let mut scene = Scene::new("a = «1»");
        let mut delay = Scene::literal(0);
        for _ in 0..30 {
            delay = scene.made(delay, Operation::Add, Some(delay));
        }
        assert_eq!(scene.dragged(delay, 0, 1_073_741_824.0 * 3.0).as_deref(), Ok("a = 3"));
    }

    #[test]
    fn whoever_moves_least_comes_first() {
        let mut scene = Scene::new("pause = «2»\nsleep(pause * «3»)\nsleep(pause)\n");
        let delay = scene.made(Scene::literal(0), Operation::Multiply, Some(Scene::literal(1)));
        let call = Some(Span::new(10, 26));
        assert_eq!(scene.candidates(delay, call, &[delay, Scene::literal(0)]), Ok(vec!["3", "2"]));
        assert_eq!(scene.candidates(delay, call, &[delay]), Ok(vec!["3", "2"]));
        assert_eq!(scene.candidates(delay, None, &[delay]), Ok(vec!["2", "3"]));
    }

    #[test]
    fn what_is_fixed_stays() {
        let scene = Scene::new("pause = «2»  # fixed: as in the lesson\nsleep(pause)\n");
        assert_eq!(scene.candidates(Scene::literal(0), None, &[]), Err(Lock::Fixed));
        let scene = Scene::new("pause = «2»  # was prefixed\nsleep(pause)\n");
        assert_eq!(scene.candidates(Scene::literal(0), None, &[]), Ok(vec!["2"]));
        assert_eq!(scene.candidates(OriginId(77), None, &[]), Err(Lock::NotWritten));
    }
}
