//! Lanes of two runs that belong together: of the same name, or else created in the same way.

use std::collections::BTreeMap;

use interleave_text::Language;

use super::LanePair;
use crate::compact::size;
use crate::identity;
use crate::sight::{Frame, Identity, Row};
use crate::story::Story;
use crate::timeline;

/// The most that are listed.
const MOST: usize = 40;

/// A lane of the run before, one of the run after, or both.
#[derive(Clone, Copy)]
struct Pair {
    before: Option<u32>,
    after: Option<u32>,
    differs: bool,
}

/// Lanes in the order of the present run; how many more there are, and how many of both runs differ.
pub(super) fn pairs(
    before: &Story,
    after: &Story,
    language: Language,
    frame: Frame,
) -> (Vec<LanePair>, u32, u32) {
    let mut pairs = in_order(before, after);
    let differing = pairs.iter().filter(|pair| pair.differs && pair.before.is_some() && pair.after.is_some());
    let differing = size(differing.count());
    let more = pairs.len().saturating_sub(MOST);
    if more > 0 {
        // Those that differ go first, and all of them stay in order.
        let differ = pairs.iter().filter(|pair| pair.differs).count();
        let mut room = size(MOST.saturating_sub(differ));
        pairs.retain(|pair| {
            let fits = pair.differs || room > 0;
            room = room.saturating_sub(u32::from(!pair.differs));
            fits
        });
        pairs.truncate(MOST);
    }
    let mut rows_before = rows(before, language, frame, pairs.iter().map(|pair| pair.before));
    let mut rows_after = rows(after, language, frame, pairs.iter().map(|pair| pair.after));
    let listed = pairs.iter().filter_map(|pair| {
        let before = pair.before.and_then(|lane| rows_before.remove(&lane));
        let after = pair.after.and_then(|lane| rows_after.remove(&lane));
        let lane = after.as_ref().or(before.as_ref())?.lane;
        Some(LanePair { lane, before, after, differs: pair.differs })
    });
    (listed.collect(), size(more), differing)
}

/// The rows of those lanes that are there.
fn rows(
    story: &Story,
    language: Language,
    frame: Frame,
    lanes: impl Iterator<Item = Option<u32>>,
) -> BTreeMap<u32, Row> {
    let lanes: Vec<u32> = lanes.flatten().collect();
    let rows = timeline::rows(story, language, frame, &lanes);
    lanes.into_iter().zip(rows).collect()
}

/// All lanes in the order of the present run's rows; one that is gone stands where it stood.
fn in_order(before: &Story, after: &Story) -> Vec<Pair> {
    let counterparts = counterparts(before, after);
    let mut present = vec![None; before.lanes.count() as usize];
    for (lane, counterpart) in (0..).zip(&counterparts) {
        if let Some(place) = counterpart.and_then(|before| present.get_mut(before as usize)) {
            *place = Some(lane);
        }
    }
    // By the lane of the run after that stands above them, if one does.
    let mut gone: BTreeMap<Option<u32>, Vec<u32>> = BTreeMap::new();
    let mut above = None;
    for lane in (0..before.lanes.count()).filter_map(|row| before.lanes.at_row(row)) {
        match present.get(lane as usize).copied().flatten() {
            Some(after) => above = Some(after),
            None => gone.entry(above).or_default().push(lane),
        }
    }
    let mut pairs = Vec::new();
    let mut take_gone = |above, pairs: &mut Vec<Pair>| {
        let lanes = gone.remove(&above).unwrap_or_default();
        pairs.extend(lanes.into_iter().map(|lane| Pair { before: Some(lane), after: None, differs: true }));
    };
    take_gone(None, &mut pairs);
    for lane in (0..after.lanes.count()).filter_map(|row| after.lanes.at_row(row)) {
        let counterpart = counterparts.get(lane as usize).copied().flatten();
        let differs = counterpart.is_none_or(|counterpart| differ((before, counterpart), (after, lane)));
        pairs.push(Pair { before: counterpart, after: Some(lane), differs });
        take_gone(Some(lane), &mut pairs);
    }
    pairs
}

/// By each lane of the run after, the one that it was before. A name that the program gave counts most.
fn counterparts(before: &Story, after: &Story) -> Vec<Option<u32>> {
    let (of_before, of_after) = (identity::all(before), identity::all(after));
    let mut found = vec![None; of_after.len()];
    let mut taken = vec![false; of_before.len()];
    let keys: [fn(&Identity) -> Option<u64>; 2] = [|who| who.name, |who| Some(who.path)];
    for key in keys {
        let known = (0_u32..).zip(&of_before).filter_map(|(lane, who)| Some((key(who)?, lane)));
        let known: BTreeMap<u64, u32> = known.collect();
        for (place, who) in found.iter_mut().zip(&of_after).filter(|(place, _)| place.is_none()) {
            let Some(lane) = key(who).and_then(|key| known.get(&key)).copied() else { continue };
            if let Some(taken) = taken.get_mut(lane as usize).filter(|taken| !**taken) {
                (*taken, *place) = (true, Some(lane));
            }
        }
    }
    found
}

/// Whether they do different things, or at different times.
fn differ((before, earlier): (&Story, u32), (after, later): (&Story, u32)) -> bool {
    let (earlier, later) = (before.lanes.stretches(earlier), after.lanes.stretches(later));
    let of_before = earlier.iter().map(|stretch| (stretch.state, before.ns(stretch.from)));
    let of_after = later.iter().map(|stretch| (stretch.state, after.ns(stretch.from)));
    !of_before.eq(of_after)
}
