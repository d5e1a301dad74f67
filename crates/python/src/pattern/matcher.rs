//! Runs a pattern's program over a text, backtracking.
//!
//! The choices still open, and what to undo on the way back to them, lie on one stack of
//! our own. Every step counts against a budget, as patterns can take exponential time.

use super::class::is_word;
use super::program::{Program, Single, Step};
use super::tree::Anchor;

/// The budget of steps has run out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooManySteps;

/// What a match is asked to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// It begins where it is tried.
    Match,
    /// And ends where the text ends.
    Full,
    /// It begins there or anywhere later.
    Search,
}

/// Where a match and its groups lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spans {
    /// Group 0 is the whole match; `None` for groups that took no part.
    pub(crate) groups: Vec<Option<(usize, usize)>>,
    /// The group that closed last: `Match.lastindex`.
    pub(crate) last: Option<usize>,
}

/// The most entries on the stack, so that a match cannot eat the memory.
const TALLEST: usize = 4_000_000;

const UNSET: usize = usize::MAX;

enum Entry {
    /// Go on here.
    Branch {
        step: usize,
        at: usize,
    },
    /// A greedy run may give back characters down to `least`.
    Shorten {
        step: usize,
        least: usize,
        at: usize,
    },
    /// A lazy run may take characters, so many more at most.
    Lengthen {
        step: usize,
        at: usize,
        more: usize,
    },
    /// A lazy loop may run once more.
    Again {
        step: usize,
        at: usize,
    },
    RestoreSlot {
        slot: usize,
        value: usize,
    },
    RestoreLast(Option<usize>),
    RestoreCounter {
        counter: usize,
        value: (u32, usize),
    },
    Fence {
        at: usize,
    },
    Forbid {
        step: usize,
        at: usize,
    },
}

struct Machine<'a> {
    program: &'a Program,
    text: &'a [char],
    slots: Vec<usize>,
    /// Of each loop the rounds done, and where the last one began.
    counters: Vec<(u32, usize)>,
    last: Option<usize>,
    stack: Vec<Entry>,
}

/// Tries to match from `start` on. `advance` refuses an empty match right there, which
/// is how a scan goes on after one.
pub(super) fn run(
    program: &Program,
    text: &[char],
    start: usize,
    mode: Mode,
    advance: bool,
    budget: &mut u64,
) -> Result<Option<Spans>, TooManySteps> {
    let mut machine = Machine {
        program,
        text,
        slots: vec![UNSET; program.slots],
        counters: vec![(0, UNSET); program.counters],
        last: None,
        stack: Vec::new(),
    };
    let final_start = if mode == Mode::Search { text.len() } else { start };
    for begin in start..=final_start {
        if !machine.may_begin(begin) {
            *budget = budget.checked_sub(1).ok_or(TooManySteps)?;
            continue;
        }
        let refused = if advance && begin == start { Some(begin) } else { None };
        if let Some(end) = machine.attempt(begin, mode, refused, budget)? {
            machine.slots[0] = begin;
            machine.slots[1] = end;
            let span =
                |slots: &[usize]| (slots[0] != UNSET && slots[1] != UNSET).then(|| (slots[0], slots[1]));
            return Ok(Some(Spans {
                groups: machine.slots.chunks(2).map(span).collect(),
                last: machine.last,
            }));
        }
    }
    Ok(None)
}

impl Machine<'_> {
    /// A quick look at the first character, if the program begins with one.
    fn may_begin(&self, at: usize) -> bool {
        match self.program.steps.first() {
            Some(Step::One(single)) => self.text.get(at).is_some_and(|c| single.takes(*c)),
            _ => true,
        }
    }

    /// Runs the program from one place; answers where the match ends.
    fn attempt(
        &mut self,
        begin: usize,
        mode: Mode,
        refused_end: Option<usize>,
        budget: &mut u64,
    ) -> Result<Option<usize>, TooManySteps> {
        self.slots.fill(UNSET);
        self.last = None;
        self.stack.clear();
        let (mut step, mut at) = (0, begin);
        loop {
            *budget = budget.checked_sub(1).ok_or(TooManySteps)?;
            if self.stack.len() > TALLEST {
                return Err(TooManySteps);
            }
            let next = if let Step::Run { single, least, most, lazy } = &self.program.steps[step] {
                self.single_run(single, (*least, *most), *lazy, (step, at), budget)?
            } else if matches!(self.program.steps[step], Step::Match) {
                if (mode != Mode::Full || at == self.text.len()) && refused_end != Some(at) {
                    return Ok(Some(at));
                }
                None
            } else {
                self.advance(step, at)
            };
            match next.or_else(|| self.backtrack()) {
                Some(next) => (step, at) = next,
                None => return Ok(None),
            }
        }
    }

    /// One step; answers where to go on, or `None` to backtrack.
    fn advance(&mut self, step: usize, at: usize) -> Option<(usize, usize)> {
        let program = self.program;
        match &program.steps[step] {
            Step::One(single) => {
                let c = self.text.get(at)?;
                single.takes(*c).then_some((step + 1, at + 1))
            }
            Step::At(anchor) => self.is_at(*anchor, at).then_some((step + 1, at)),
            Step::Save(slot) => {
                self.set_slot(*slot, at);
                if slot % 2 == 1 {
                    self.stack.push(Entry::RestoreLast(self.last));
                    self.last = Some(slot / 2);
                }
                Some((step + 1, at))
            }
            Step::Try(target) => {
                self.stack.push(Entry::Branch { step: *target, at });
                Some((step + 1, at))
            }
            Step::Jump(target) => Some((*target, at)),
            Step::LoopStart(counter) => {
                self.set_counter(*counter, (0, UNSET));
                Some((step + 1, at))
            }
            Step::Loop { counter, least, most, lazy, body } => {
                let (rounds, last) = self.counters[*counter];
                if rounds < *least {
                    self.set_counter(*counter, (rounds + 1, last));
                    return Some((*body, at));
                }
                // A round that took nothing is not followed by another.
                if rounds >= *most || at == last {
                    return Some((step + 1, at));
                }
                if *lazy {
                    self.stack.push(Entry::Again { step, at });
                    return Some((step + 1, at));
                }
                self.stack.push(Entry::Branch { step: step + 1, at });
                self.set_counter(*counter, (rounds + 1, at));
                Some((*body, at))
            }
            Step::Reference { group, fold } => {
                let (from, to) = (self.slots[2 * group], self.slots[2 * group + 1]);
                if from == UNSET || to == UNSET || to < from {
                    return None;
                }
                let there = self.text.get(at..at + (to - from))?;
                let same = |(a, b): (&char, &char)| a == b || fold.canonical(*a) == fold.canonical(*b);
                self.text[from..to].iter().zip(there).all(same).then_some((step + 1, at + (to - from)))
            }
            Step::Fence => {
                self.stack.push(Entry::Fence { at });
                Some((step + 1, at))
            }
            Step::FenceEnd { back } => {
                let began = self.take_down_fence();
                Some((step + 1, if *back { began } else { at }))
            }
            Step::Forbid(target) => {
                self.stack.push(Entry::Forbid { step: *target, at });
                Some((step + 1, at))
            }
            Step::ForbidEnd => {
                while let Some(entry) = self.stack.pop() {
                    if matches!(entry, Entry::Forbid { .. }) {
                        break;
                    }
                    self.undo(&entry);
                }
                None
            }
            Step::Back(width) => Some((step + 1, at.checked_sub(*width)?)),
            Step::Unless { group, target } => {
                let matched = self.slots[2 * group] != UNSET && self.slots[2 * group + 1] != UNSET;
                Some((if matched { step + 1 } else { *target }, at))
            }
            Step::Run { .. } | Step::Match => None,
        }
    }

    fn single_run(
        &mut self,
        single: &Single,
        (least, most): (usize, usize),
        lazy: bool,
        (step, at): (usize, usize),
        budget: &mut u64,
    ) -> Result<Option<(usize, usize)>, TooManySteps> {
        let wanted = if lazy { least } else { most };
        let taken = self.text[at..].iter().take(wanted).take_while(|c| single.takes(**c)).count();
        *budget = budget.checked_sub(taken as u64).ok_or(TooManySteps)?;
        if taken < least {
            return Ok(None);
        }
        let end = at + taken;
        if lazy {
            if most > least {
                self.stack.push(Entry::Lengthen { step, at: end, more: most - least });
            }
        } else if taken > least {
            self.stack.push(Entry::Shorten { step, least: at + least, at: end });
        }
        Ok(Some((step + 1, end)))
    }

    /// Goes back to the latest open choice.
    fn backtrack(&mut self) -> Option<(usize, usize)> {
        while let Some(entry) = self.stack.pop() {
            match entry {
                Entry::Branch { step, at } | Entry::Forbid { step, at } => return Some((step, at)),
                Entry::Shorten { step, least, at } => {
                    let at = at - 1;
                    if at > least {
                        self.stack.push(Entry::Shorten { step, least, at });
                    }
                    return Some((step + 1, at));
                }
                Entry::Lengthen { step, at, more } => {
                    let Step::Run { single, .. } = &self.program.steps[step] else { continue };
                    if self.text.get(at).is_some_and(|c| single.takes(*c)) {
                        if more > 1 {
                            self.stack.push(Entry::Lengthen { step, at: at + 1, more: more - 1 });
                        }
                        return Some((step + 1, at + 1));
                    }
                }
                Entry::Again { step, at } => {
                    let Step::Loop { counter, body, .. } = &self.program.steps[step] else { continue };
                    let rounds = self.counters[*counter].0;
                    self.set_counter(*counter, (rounds + 1, at));
                    return Some((*body, at));
                }
                Entry::Fence { .. } => {}
                entry
                @ (Entry::RestoreSlot { .. } | Entry::RestoreLast(_) | Entry::RestoreCounter { .. }) => {
                    self.undo(&entry);
                }
            }
        }
        None
    }

    fn undo(&mut self, entry: &Entry) {
        match entry {
            Entry::RestoreSlot { slot, value } => self.slots[*slot] = *value,
            Entry::RestoreLast(last) => self.last = *last,
            Entry::RestoreCounter { counter, value } => self.counters[*counter] = *value,
            Entry::Branch { .. }
            | Entry::Shorten { .. }
            | Entry::Lengthen { .. }
            | Entry::Again { .. }
            | Entry::Fence { .. }
            | Entry::Forbid { .. } => {}
        }
    }

    /// Drops the choices since the latest fence, and the fence; what to undo stays.
    /// Answers where the fence began.
    fn take_down_fence(&mut self) -> usize {
        let fence = self.stack.iter().rposition(|entry| matches!(entry, Entry::Fence { .. })).unwrap_or(0);
        let above = self.stack.split_off(fence);
        let mut began = 0;
        for entry in above {
            match entry {
                Entry::Fence { at } => began = at,
                Entry::RestoreSlot { .. } | Entry::RestoreLast(_) | Entry::RestoreCounter { .. } => {
                    self.stack.push(entry);
                }
                Entry::Branch { .. }
                | Entry::Shorten { .. }
                | Entry::Lengthen { .. }
                | Entry::Again { .. }
                | Entry::Forbid { .. } => {}
            }
        }
        began
    }

    fn set_slot(&mut self, slot: usize, value: usize) {
        self.stack.push(Entry::RestoreSlot { slot, value: self.slots[slot] });
        self.slots[slot] = value;
    }

    fn set_counter(&mut self, counter: usize, value: (u32, usize)) {
        self.stack.push(Entry::RestoreCounter { counter, value: self.counters[counter] });
        self.counters[counter] = value;
    }

    fn is_at(&self, anchor: Anchor, at: usize) -> bool {
        let text = self.text;
        match anchor {
            Anchor::TextStart => at == 0,
            Anchor::LineStart => at == 0 || text[at - 1] == '\n',
            Anchor::TextEnd => at == text.len(),
            Anchor::LastLineEnd => at == text.len() || (at + 1 == text.len() && text[at] == '\n'),
            Anchor::LineEnd => at == text.len() || text[at] == '\n',
            Anchor::Boundary { negative, ascii } => {
                let word = |place: Option<&char>| place.is_some_and(|c| is_word(*c, ascii));
                let before = at.checked_sub(1).and_then(|at| text.get(at));
                // In an empty text CPython finds neither a boundary nor its opposite.
                !text.is_empty() && (word(before) != word(text.get(at))) != negative
            }
        }
    }
}

impl Single {
    fn takes(&self, c: char) -> bool {
        match self {
            Self::Character(wanted) => c == *wanted,
            Self::Folded(wanted, fold) => fold.canonical(c) == *wanted,
            Self::Any => true,
            Self::AnyButNewline => c != '\n',
            Self::Class(class) => class.contains(c),
        }
    }
}
