//! Who a lane is beyond one run: what finds it again after the program has been edited.

use std::collections::BTreeMap;

use interleave_trace::TextId;

use crate::sight::{Identity, Lane, Selected};
use crate::story::Story;

/// The lane that was selected, in this run, and who it is.
pub(crate) fn selected(story: &Story, selected: Selected) -> Option<(Lane, Identity)> {
    let lane = match selected {
        Selected::Lane(lane) => story.lanes.number(lane)?,
        Selected::Identity(identity) => find(story, identity)?,
    };
    Some((story.lane_at(lane), of(story, lane)?))
}

/// Who a lane is.
pub(crate) fn of(story: &Story, lane: u32) -> Option<Identity> {
    let path = *paths(story).get(lane as usize)?;
    Some(Identity { name: given_name(story, lane), path })
}

/// Who each lane is, in order of creation.
pub(crate) fn all(story: &Story) -> Vec<Identity> {
    let identity = |(lane, path)| Identity { name: given_name(story, lane), path };
    (0..).zip(paths(story)).map(identity).collect()
}

/// The lane that is this one here: of the same name, or else created in the same way.
pub(crate) fn find(story: &Story, identity: Identity) -> Option<u32> {
    let mut lanes = story.lanes.all().map(|(lane, _)| lane);
    if let Some(lane) =
        lanes.find(|lane| identity.name.is_some() && given_name(story, *lane) == identity.name)
    {
        return Some(lane);
    }
    let place = paths(story).iter().position(|path| *path == identity.path)?;
    u32::try_from(place).ok()
}

/// A task's name, unless it is only a number.
fn given_name(story: &Story, lane: u32) -> Option<u64> {
    let name = story.trace.text(story.lanes.life(lane)?.name?);
    let is_number = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit());
    (!name.strip_prefix("Task-").is_some_and(is_number)).then(|| mixed(0, name, 0))
}

/// How each lane was created: by whom, with which code, and as which of that kind.
fn paths(story: &Story) -> Vec<u64> {
    let mut paths: Vec<u64> = Vec::new();
    let mut siblings: BTreeMap<(Option<u32>, Option<TextId>), u32> = BTreeMap::new();
    for (_, life) in story.lanes.all() {
        let creator = life.creator.get();
        let number = siblings.entry((creator, life.code)).or_default();
        let above = creator.and_then(|creator| paths.get(creator as usize)).copied().unwrap_or(0);
        let code = life.code.map_or("", |code| story.trace.text(code));
        paths.push(mixed(above, code, *number));
        *number += 1;
    }
    paths
}

/// FNV-1a, from a value on.
fn mixed(from: u64, text: &str, number: u32) -> u64 {
    let bytes = from.to_le_bytes().into_iter().chain(text.bytes()).chain(number.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
