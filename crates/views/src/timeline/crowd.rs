//! How many lanes do what, for runs with more lanes than a screen has rows.

use crate::aim;
use crate::compact::Pieces;
use crate::lanes::Transition;
use crate::sight::{Crowd, Frame, State};
use crate::story::Story;

/// How far places are from each other at which lanes are counted.
const APART: f32 = 2.0;

/// After how many changes the counts are kept.
const KEPT: u32 = 64;

/// Lanes by state, counted every so many changes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts(Vec<[u32; 8]>);

impl Counts {
    pub(crate) fn new(transitions: &Pieces<Transition>) -> Self {
        let (mut counts, mut kept) = ([0; 8], Vec::new());
        for (changes, transition) in (0_u32..).zip(transitions.iter()) {
            if changes.is_multiple_of(KEPT) {
                kept.push(counts);
            }
            count(&mut counts, transition);
        }
        kept.push(counts);
        Self(kept)
    }

    /// Lanes by state at a moment; those that have ended stay counted.
    fn at(&self, transitions: &Pieces<Transition>, moment: u32) -> [u32; 8] {
        let changes = transitions.partition_point(|transition| transition.at <= moment);
        let kept = changes / KEPT;
        let mut counts = self.0.get(kept as usize).copied().unwrap_or_default();
        let rest = (kept * KEPT..changes).filter_map(|change| transitions.get(change));
        rest.for_each(|transition| count(&mut counts, transition));
        counts
    }
}

fn count(counts: &mut [u32; 8], transition: &Transition) {
    if let Some(before) = transition.before {
        counts[before as usize] = counts[before as usize].saturating_sub(1);
    }
    counts[transition.after as usize] += 1;
}

pub(super) fn crowd(story: &Story, frame: Frame) -> Vec<Crowd> {
    let places = (frame.width / APART).clamp(1.0, 4096.0) as u32;
    let length = frame.to as f64 - frame.from as f64;
    let moment = |place: u32| {
        let value = frame.from as f64 + length * f64::from(place) / f64::from(places);
        aim::last_not_after(story, frame.axis, value as i64)
    };
    let counts = |place| story.counts.at(&story.lanes.transitions, moment(place));
    let ends = [State::Done, State::Failed, State::Cancelled].map(|state| state as usize);
    let mut before = if frame.from > 0 { counts(0) } else { [0; 8] };
    (0..=places)
        .map(|place| {
            let total = counts(place);
            let mut lanes = total;
            ends.iter().for_each(|end| lanes[*end] = total[*end].saturating_sub(before[*end]));
            before = total;
            Crowd { x: frame.width * place as f32 / places as f32, lanes }
        })
        .collect()
}
