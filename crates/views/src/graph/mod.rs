//! Who created whom, who waits for what, and who holds what, as a picture in columns.
//!
//! In a run of moderate size every node has a place of its own for the whole run.

mod deadlock;
pub mod layout;

use std::collections::BTreeMap;

use interleave_text::Language;
use interleave_trace::{FutureId, JobId, Resource, ResourceId};

use crate::compact::size;
use crate::futures::Purpose;
use crate::lanes::{Stretch, colour, is_end};
pub(crate) use deadlock::deadlock;

use crate::sight::{Edge, EdgeKind, Graph, Lane, Node, State};
use crate::story::Story;
use crate::{things, words};

/// So many nodes are shown.
const MOST: usize = 200;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Lane(u32),
    Thing(ResourceId),
}

/// A node before it has a place.
#[derive(Clone, Copy)]
struct Candidate {
    /// The moment in which it came to be.
    since: u32,
    who: Who,
    column: u16,
}

pub(crate) fn graph(story: &Story, language: Language, moment: u32) -> Graph {
    let small = story.lanes.count() as usize + story.resources.all().count() <= MOST;
    // All of a small run have their places from its beginning; of a large one, those who live at the moment.
    let mut nodes = candidates(story, if small { story.end() } else { moment });
    if !small {
        nodes.retain(|node| lives(story, node.who, moment));
        // Whoever acts is shown even if it is far from being among the first.
        let acts = story.latest(moment).map(|event| Who::Lane(story.lanes.of(event.actor)));
        nodes.sort_by_key(|node| Some(node.who) != acts);
    }
    let more = nodes.len().saturating_sub(MOST);
    nodes.truncate(MOST);
    nodes.sort_by_key(|node| (node.since, node.who));
    let mut filled: BTreeMap<u16, u16> = BTreeMap::new();
    let mut shown = Graph { more: size(more), ..Graph::default() };
    let mut places = BTreeMap::new();
    for node in nodes {
        let next = filled.entry(node.column).or_default();
        let row = *next;
        *next += 1;
        if node.since <= moment {
            places.insert(node.who, size(shown.nodes.len()));
            shown.nodes.push(drawn(story, language, node, row, moment));
        }
    }
    shown.edges = edges(story, &places, moment);
    shown
}

/// What there is by a moment, in order of creation.
fn candidates(story: &Story, moment: u32) -> Vec<Candidate> {
    let lanes = story.lanes.all().map(|(lane, life)| Candidate {
        since: life.created.get().map_or(0, |created| created + 1),
        who: Who::Lane(lane),
        column: life.depth,
    });
    let things = story.resources.all().filter(|(_, life)| {
        let hidden = matches!(life.kind, None | Some(Resource::Timeout | Resource::Pool));
        life.part_of.is_none() && !hidden
    });
    let things = things.map(|(id, life)| {
        let created = life.created.get().unwrap_or(0);
        let creator = story.event(created).map_or(0, |event| story.lanes.of(event.actor));
        let column = story.lanes.life(creator).map_or(0, |life| life.depth.saturating_add(1));
        Candidate { since: created + 1, who: Who::Thing(id), column }
    });
    let mut all: Vec<_> = lanes.chain(things).filter(|node| node.since <= moment).collect();
    all.sort_by_key(|node| (node.since, node.who));
    all
}

fn lives(story: &Story, who: Who, moment: u32) -> bool {
    match who {
        Who::Lane(lane) => story.lanes.stretch_at(lane, moment).is_some_and(|now| !is_end(now.state)),
        Who::Thing(id) => {
            !things::holders(story, id, moment).is_empty() || !things::waiters(story, id, moment).is_empty()
        }
    }
}

fn drawn(story: &Story, language: Language, node: Candidate, row: u16, moment: u32) -> Node {
    let Candidate { who, column, .. } = node;
    match who {
        Who::Lane(lane) => Node {
            lane: Some(story.lane_at(lane)),
            colour: colour(lane),
            name: story.name(language, lane),
            note: story.code(lane),
            state: story.lanes.stretch_at(lane, moment).map(|stretch| stretch.state),
            column,
            row,
        },
        Who::Thing(id) => {
            let facts = things::facts(story, id, moment);
            let numbers = words::numbers(language, &facts);
            let note = if facts.thing.named { format!("{} {numbers}", facts.thing.class) } else { numbers };
            Node { lane: None, colour: 0, name: facts.thing.name, note, state: None, column, row }
        }
    }
}

fn edges(story: &Story, places: &BTreeMap<Who, u32>, moment: u32) -> Vec<Edge> {
    let mut edges = Vec::new();
    let mut connect = |from: Who, to: Who, kind: EdgeKind| {
        if let (Some(from), Some(to)) = (places.get(&from), places.get(&to)) {
            edges.push(Edge { from: *from, to: *to, kind });
        }
    };
    for who in places.keys() {
        match *who {
            Who::Lane(lane) => {
                if let Some(creator) = story.lanes.life(lane).and_then(|life| life.creator.get()) {
                    connect(Who::Lane(creator), *who, EdgeKind::Created);
                }
                let awaited = awaited(story, lane, moment);
                awaited.into_iter().for_each(|awaited| connect(*who, awaited, EdgeKind::WaitsFor));
            }
            Who::Thing(id) => {
                for tenure in things::holders(story, id, moment) {
                    connect(Who::Lane(tenure.lane), *who, EdgeKind::Holds);
                }
            }
        }
    }
    edges
}

/// The lane of the thread that is at a job at a moment.
fn job_at(story: &Story, job: JobId, moment: u32) -> Option<u32> {
    let life = story.jobs.get(job)?;
    (life.begun.or_never() < moment && moment <= life.ended.or_never()).then_some(())?;
    life.worker.get()
}

/// What a lane waits for at a moment.
fn awaited(story: &Story, lane: u32, moment: u32) -> Vec<Who> {
    let stretch = story.lanes.stretch_at(lane, moment).filter(|now| now.state == State::Waiting);
    let Some(future) = stretch.and_then(Stretch::awaits) else { return Vec::new() };
    let lane_of = |future: FutureId| match story.futures.purpose(future) {
        Purpose::Task(task) => story.lanes.number(Lane::Task(task.0)).map(Who::Lane),
        Purpose::Job(job) => job_at(story, job, moment).map(Who::Lane),
        _ => None,
    };
    match story.futures.purpose(future) {
        Purpose::Line(part) | Purpose::LineToPut(part) => vec![Who::Thing(story.resources.whole(part))],
        Purpose::Task(_) | Purpose::Job(_) => lane_of(future).into_iter().collect(),
        Purpose::Nap(_) => Vec::new(),
        Purpose::Plain => {
            let pending =
                |inner: &&FutureId| story.futures.ended(**inner).is_none_or(|ended| ended >= moment);
            story.futures.inner(future).iter().filter(pending).filter_map(|inner| lane_of(*inner)).collect()
        }
    }
}
