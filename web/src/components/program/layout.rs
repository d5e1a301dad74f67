//! Where cards and things stand: in columns, from the card that the program begins with to what it runs, and
//! things right behind those who make them, so between those who use them.
//!
//! Three crates were weighed: `layout-rs` and `rust-sugiyama` place all nodes anew to save crossings, so that cards
//! would jump while one edits, and `dagre`'s ports do the same and need sizes before anything is drawn. Here a
//! column depends on who calls whom, and the order in it is that of the text: who is not touched stays. Only where
//! lines would cross, neighbours change places, from the text's order on, so that the same program looks the same.

use std::collections::VecDeque;

use interleave_edits::graph::{CardKind, EdgeKind, Node, ProgramGraph};

use crate::state::Item;

/// The columns from left to right, each from top to bottom. None is empty.
pub(super) fn columns(graph: &ProgramGraph) -> Vec<Vec<Item>> {
    let depths = depths(graph);
    let depth = |card: usize| depths.get(card).copied().unwrap_or_default();
    // Cards have the even columns, things the odd ones.
    let mut columns: Vec<Vec<Item>> = Vec::new();
    let mut put = |column: usize, item: Item| {
        if columns.len() <= column {
            columns.resize_with(column + 1, Vec::new);
        }
        if let Some(column) = columns.get_mut(column) {
            column.push(item);
        }
    };
    for card in 0..graph.cards.len() {
        put(2 * depth(card), Item::Card(card));
    }
    for (place, thing) in graph.things.iter().enumerate() {
        let makers = graph.cards.iter().enumerate().filter(|(_, card)| {
            card.kind != CardKind::Script
                && card.span.start <= thing.span.start
                && thing.span.end <= card.span.end
        });
        let users = graph.edges.iter().filter(|edge| Node::Thing(index(place)) == edge.to);
        let maker = makers.map(|(card, _)| depth(card)).next_back();
        let column = maker.or_else(|| users.map(|edge| depth(edge.from as usize)).min());
        put(2 * column.unwrap_or_default() + 1, Item::Thing(place));
    }
    columns.retain(|column| !column.is_empty());
    Places::of(graph, &columns).uncross(&mut columns);
    columns
}

/// How often all columns are gone through for crossings: what is left then is hardly worth a jump.
const PASSES: usize = 4;

/// Where cards and things stand: in which column, and which in it.
struct Places<'g> {
    graph: &'g ProgramGraph,
    cards: Vec<(usize, usize)>,
    things: Vec<(usize, usize)>,
}

impl<'g> Places<'g> {
    fn of(graph: &'g ProgramGraph, columns: &[Vec<Item>]) -> Self {
        let nowhere = |count: usize| vec![(0, 0); count];
        let mut places =
            Self { graph, cards: nowhere(graph.cards.len()), things: nowhere(graph.things.len()) };
        for (column, items) in columns.iter().enumerate() {
            for (row, item) in items.iter().enumerate() {
                places.put(*item, (column, row));
            }
        }
        places
    }

    fn put(&mut self, item: Item, at: (usize, usize)) {
        let known = match item {
            Item::Card(card) => self.cards.get_mut(card),
            Item::Thing(thing) => self.things.get_mut(thing),
            Item::Step(_) => None,
        };
        known.into_iter().for_each(|known| *known = at);
    }

    /// Lets neighbours change places wherever fewer lines cross then.
    fn uncross(&mut self, columns: &mut [Vec<Item>]) {
        for _ in 0..PASSES {
            let mut is_better = false;
            for (column, items) in columns.iter_mut().enumerate() {
                for row in 1..items.len() {
                    let [above, below] = [row - 1, row].map(|row| items.get(row).copied());
                    let (Some(above), Some(below)) = (above, below) else { continue };
                    if self.crossings(column, above, below) > self.crossings(column, below, above) {
                        items.swap(row - 1, row);
                        self.put(below, (column, row - 1));
                        self.put(above, (column, row));
                        is_better = true;
                    }
                }
            }
            if !is_better {
                break;
            }
        }
    }

    /// How many lines of an item cross lines of another below it, on the way to other columns.
    fn crossings(&self, column: usize, above: Item, below: Item) -> usize {
        let (above, below) = (self.ends(column, above), self.ends(column, below));
        let crosses =
            |(to, row): &(usize, usize)| below.iter().filter(|(other, at)| to == other && row > at).count();
        above.iter().map(crosses).sum()
    }

    /// Where the lines of an item lead to in other columns.
    fn ends(&self, column: usize, item: Item) -> Vec<(usize, usize)> {
        let card = |place: u32| (Item::Card(place as usize), self.cards.get(place as usize));
        let ends = self.graph.edges.iter().filter_map(|edge| {
            let from = card(edge.from);
            let to = match edge.to {
                Node::Card(to) => card(to),
                Node::Thing(to) => (Item::Thing(to as usize), self.things.get(to as usize)),
            };
            let (_, end) = if from.0 == item { to } else { Some(from).filter(|_| to.0 == item)? };
            end.copied().filter(|(other, _)| *other != column)
        });
        ends.collect()
    }
}

/// The card that the program begins with: what its own statements run, or what is called `main`.
pub(super) fn entry(graph: &ProgramGraph) -> Option<usize> {
    let script = graph.cards.iter().position(|card| card.kind == CardKind::Script);
    let run = graph.edges.iter().find_map(|edge| match edge.to {
        Node::Card(to) if Some(edge.from as usize) == script && edge.kind == EdgeKind::Creates => {
            Some(to as usize)
        }
        Node::Card(_) | Node::Thing(_) => None,
    });
    let is_coroutine =
        |card: &usize| graph.cards.get(*card).is_some_and(|card| card.kind == CardKind::Coroutine);
    run.filter(is_coroutine)
        .or_else(|| graph.cards.iter().position(|card| card.name == "main"))
        .or_else(|| graph.cards.iter().rposition(|card| card.kind == CardKind::Coroutine))
}

/// How many calls lead from the entry to each card; what nothing leads to stands beside what it could be called by.
fn depths(graph: &ProgramGraph) -> Vec<usize> {
    let entry = entry(graph);
    let mut depths: Vec<Option<usize>> = vec![None; graph.cards.len()];
    let mut ahead = VecDeque::new();
    for (place, card) in graph.cards.iter().enumerate() {
        if Some(place) == entry || card.kind == CardKind::Script {
            ahead.push_back((place, 0));
        }
    }
    while let Some((card, depth)) = ahead.pop_front() {
        let Some(known) = depths.get_mut(card) else { continue };
        if known.is_some() {
            continue;
        }
        *known = Some(depth);
        for edge in graph.edges.iter().filter(|edge| edge.from as usize == card) {
            if let Node::Card(to) = edge.to {
                ahead.push_back((to as usize, depth + 1));
            }
        }
    }
    depths.into_iter().map(|depth| depth.unwrap_or(usize::from(entry.is_some()))).collect()
}

fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use interleave_edits::Program;
    use interleave_edits::graph::ProgramGraph;

    use super::{columns, entry};
    use crate::state::Item;

    fn laid_out(text: &str) -> Vec<String> {
        let graph = ProgramGraph::of(&Program::read(text).expect("it is a program"));
        let name = |item: &Item| match item {
            Item::Card(card) if graph.cards[*card].name.is_empty() => "(script)".to_owned(),
            Item::Card(card) => graph.cards[*card].name.clone(),
            Item::Thing(thing) => format!("[{}]", graph.things[*thing].name),
            Item::Step(_) => String::new(),
        };
        columns(&graph).iter().map(|column| column.iter().map(name).collect::<Vec<_>>().join(" ")).collect()
    }

    const JOBS: &str = "import asyncio
async def job(permits):
    async with permits:
        pass
async def main():
    permits = asyncio.Semaphore(3)
    await asyncio.gather(*(job(permits) for n in range(12)))
asyncio.run(main())
";

    #[test]
    fn from_the_entry_to_what_it_runs_with_things_between() {
        assert_eq!(laid_out(JOBS), ["main (script)", "[permits]", "job"]);
    }

    #[test]
    fn what_is_added_moves_nothing_else() {
        let more = JOBS.replace("async def main", "async def other():\n    pass\nasync def main");
        assert_eq!(laid_out(&more), ["main (script)", "[permits]", "job other"]);
        let called = more.replace("    permits = ", "    await other()\n    permits = ");
        assert_eq!(laid_out(&called), laid_out(&more));
        let unused = called.replace("    async with permits:\n        pass\n", "    pass\n");
        assert_eq!(laid_out(&unused), laid_out(&more));
    }

    #[test]
    fn lines_do_not_cross_where_they_need_not() {
        let text = "import asyncio
async def eat(bread, tea):
    await bread.get()
    await tea.get()
async def bake(bread):
    await bread.put(1)
async def brew(tea):
    await tea.put(1)
async def main():
    tea = asyncio.Queue()
    bread = asyncio.Queue()
    await asyncio.gather(bake(bread), brew(tea), eat(bread, tea))
asyncio.run(main())
";
        assert_eq!(laid_out(text), ["main (script)", "[bread] [tea]", "bake eat brew"]);
        let apart =
            text.replace("    await bread.put(1)", "    pass").replace("    await tea.put(1)", "    pass");
        let apart = apart.replace("    await bread.get()\n    await tea.get()", "    pass");
        assert_eq!(laid_out(&apart), ["main (script)", "[tea] [bread]", "eat bake brew"], "as in the text");
    }

    #[test]
    fn circles_end() {
        let text = "import asyncio\nasync def a():\n    await b()\nasync def b():\n    await a()\nasyncio.run(a())\n";
        assert_eq!(laid_out(text), ["a (script)", "b"]);
    }

    #[test]
    fn a_program_that_runs_nothing_begins_somewhere() {
        let graph = ProgramGraph::of(
            &Program::read("async def a(): pass\nasync def b(): pass\n").expect("it is one"),
        );
        assert_eq!(entry(&graph), Some(1));
        assert_eq!(laid_out("x = 1\n"), ["(script)"]);
        assert_eq!(laid_out(""), Vec::<String>::new());
    }
}
