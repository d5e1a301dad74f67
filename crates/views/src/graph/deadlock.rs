//! Who waits for whom when nothing can ever go on: the ring, or the chain, and its picture.
//!
//! Two columns: a ring stands as one, and beside it each task has a row, with what it waits for.

use std::collections::{BTreeMap, BTreeSet};

use interleave_text::Language;

use super::{Candidate, Who, awaited, drawn, edges};
use crate::compact::size;
use crate::describe;
use crate::sight::{Deadlock, EdgeKind, Graph};
use crate::story::Story;
use crate::{things, why};

/// So many nodes are shown, unless the ring itself has more.
const MOST: usize = 12;

type Place = (u16, u16);

pub(crate) fn deadlock(story: &Story, language: Language) -> Option<Deadlock> {
    let stuck: Vec<u32> = story
        .lanes
        .all()
        .map(|(lane, _)| lane)
        .filter(|lane| describe::waits_for_ever(story, *lane))
        .collect();
    if stuck.is_empty() {
        return None;
    }
    let lead = |who: Who| leads(story, who);
    let ring = ring(&stuck, lead);
    let mut shown: BTreeSet<Who> = ring.iter().copied().collect();
    for lane in &stuck {
        if shown.len() < MOST {
            shown.insert(Who::Lane(*lane));
            shown.extend(lead(Who::Lane(*lane)).into_iter().take(MOST));
        }
    }
    // Who holds something for ever is part of it, also when it has ended.
    let holders: Vec<Who> = shown.iter().filter(|who| is_thing(**who)).flat_map(|who| lead(*who)).collect();
    shown.extend(holders.into_iter().take(MOST));
    let lane_of = |who: &Who| if let Who::Lane(lane) = *who { Some(lane) } else { None };
    let told: Vec<u32> = shown.iter().filter_map(lane_of).filter(|lane| stuck.contains(lane)).collect();
    let round: Vec<u32> = ring.iter().filter_map(lane_of).collect();
    let more = size(stuck.len() - told.len());
    let graph = picture(story, language, &places(&shown, &ring, lead));
    Some(Deadlock { waits: why::for_ever(story, language, &told, &round), graph, more })
}

fn is_thing(who: Who) -> bool {
    matches!(who, Who::Thing(_))
}

/// For whom somebody waits, or who holds something.
fn leads(story: &Story, who: Who) -> Vec<Who> {
    match who {
        Who::Lane(lane) => awaited(story, lane, story.end()),
        Who::Thing(id) => {
            let holders = things::holders(story, id, story.end());
            holders.into_iter().map(|tenure| Who::Lane(tenure.lane)).collect()
        }
    }
}

/// The first ring in which each waits for the next, from its earliest lane on; nothing if there is none.
fn ring(stuck: &[u32], leads: impl Fn(Who) -> Vec<Who>) -> Vec<Who> {
    let mut seen = BTreeSet::new();
    for lane in stuck {
        let mut path: Vec<(Who, Vec<Who>)> = Vec::new();
        let mut on_path = BTreeSet::new();
        let mut next = Some(Who::Lane(*lane));
        loop {
            if let Some(who) = next {
                if on_path.contains(&who) {
                    let ring = path.iter().map(|(who, _)| *who).skip_while(|other| *other != who);
                    return from_the_earliest(ring.collect());
                }
                if seen.insert(who) {
                    on_path.insert(who);
                    let mut ways = leads(who);
                    ways.reverse();
                    path.push((who, ways));
                }
            }
            let Some((who, ways)) = path.last_mut() else { break };
            next = ways.pop();
            if next.is_none() {
                on_path.remove(who);
                path.pop();
            }
        }
    }
    Vec::new()
}

fn from_the_earliest(mut ring: Vec<Who>) -> Vec<Who> {
    let lanes = ring.iter().enumerate().filter(|(_, who)| !is_thing(**who));
    let first = lanes.min_by_key(|(_, who)| **who).map_or(0, |(index, _)| index);
    ring.rotate_left(first);
    ring
}

/// Where everybody stands: column and row.
fn places(shown: &BTreeSet<Who>, ring: &[Who], leads: impl Fn(Who) -> Vec<Who>) -> BTreeMap<Who, Place> {
    let mut places = BTreeMap::new();
    let mut row: u16 = 0;
    let begins = ring.first().copied();
    let mut lanes: Vec<Who> = shown.iter().copied().filter(|who| !is_thing(*who)).collect();
    lanes.retain(|who| Some(*who) == begins || !ring.contains(who));
    for lane in lanes {
        if Some(lane) == begins {
            row = around(ring, row, &mut places);
            continue;
        }
        places.insert(lane, (0, row));
        if let Some(thing) = leads(lane).into_iter().find(|who| is_thing(*who) && !ring.contains(who)) {
            places.entry(thing).or_insert((1, row));
        }
        row = row.saturating_add(1);
    }
    places
}

/// Down the right column and up the left one; the first row below.
fn around(ring: &[Who], row: u16, places: &mut BTreeMap<Who, Place>) -> u16 {
    let (count, half) = (ring.len(), ring.len() / 2);
    let below = |rows: usize| row.saturating_add(u16::try_from(rows).unwrap_or(u16::MAX));
    for (index, who) in ring.iter().enumerate() {
        let place = match index {
            0 => (0, row),
            right if right <= half => (1, below(right - 1)),
            left => (0, below(count - left)),
        };
        places.insert(*who, place);
    }
    below(count - half)
}

fn picture(story: &Story, language: Language, places: &BTreeMap<Who, Place>) -> Graph {
    let moment = story.end();
    let numbers: BTreeMap<Who, u32> = places.keys().copied().zip(0..).collect();
    let node = |(who, (column, row)): (&Who, &Place)| {
        drawn(story, language, Candidate { since: 0, who: *who, column: *column }, *row, moment)
    };
    let mut edges = edges(story, &numbers, moment);
    edges.retain(|edge| edge.kind != EdgeKind::Created);
    Graph { nodes: places.iter().map(node).collect(), edges, more: 0 }
}
