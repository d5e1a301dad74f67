//! A delay that somebody pulls at: the program and the numbers of the run in which it was taken hold of, which
//! stay while the runs that follow from pulling come and go.

use interleave_edits::Program;
use interleave_edits::drag::{Candidate, Lock, candidates, drag};
use interleave_text::Span;
use interleave_trace::{OriginId, Origins};
use interleave_views::Story;
use interleave_views::sight::DelayId;

use super::protocol::{Choice, Grip, RequestId};

/// What is held.
pub(super) struct Hold {
    /// The request that asked for it.
    pub(super) id: RequestId,
    pub(super) stdin: String,
    text: String,
    origins: Origins,
    delay: OriginId,
}

impl Hold {
    /// Takes hold of a delay of a run; a lock says why it can't be pulled at.
    pub(super) fn of(
        id: RequestId,
        (text, stdin): (&str, &str),
        origins: &Origins,
        story: &Story,
        delay: DelayId,
    ) -> Result<(Self, Grip), Lock> {
        let written = story.written_delays();
        let (_, origin) = *written.iter().find(|(other, _)| *other == delay).ok_or(Lock::NotWritten)?;
        // What ran has parsed.
        let program = Program::read(text).map_err(|_| Lock::NotWritten)?;
        let all: Vec<OriginId> = written.iter().map(|(_, origin)| *origin).collect();
        let found = candidates(&program, origins, origin, story.place_of(delay), &all)?;
        let choice = |Candidate { literal, text: written_so, delays }: Candidate| Choice {
            literal,
            text: written_so,
            line: line(text, literal),
            delays: delays.iter().filter_map(|place| Some(written.get(*place as usize)?.0)).collect(),
        };
        let grip = Grip { grasp: story.grasp(delay), choices: found.into_iter().map(choice).collect() };
        let (text, stdin) = (text.to_owned(), stdin.to_owned());
        Ok((Self { id, stdin, text, origins: origins.clone(), delay: origin }, grip))
    }

    /// The program with another number in the place of a literal, so that the delay gets this length.
    pub(super) fn pulled(&self, literal: Span, length_ns: i64) -> Result<String, Lock> {
        let program = Program::read(&self.text).map_err(|_| Lock::NoSolution)?;
        let edit = drag(&program, &self.origins, self.delay, literal, length_ns)?;
        edit.apply(&self.text).ok_or(Lock::NoSolution)
    }
}

fn line(text: &str, place: Span) -> u32 {
    let before = text.get(..place.start as usize).unwrap_or_default();
    1 + u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX)
}
