//! The order of lanes on the screen: each below its creator, siblings in order of creation.

use super::Lanes;
use crate::compact::{Grouped, Pieces};

impl Lanes {
    /// Gives every lane its row and its depth.
    pub(super) fn arrange(&mut self) {
        let mut children = Pieces::default();
        for (lane, life) in self.all() {
            life.creator.get().into_iter().for_each(|creator| children.push((creator, lane)));
        }
        let children = Grouped::new(self.count(), &children);
        let roots = self.all().filter(|(_, life)| life.creator.is_none()).map(|(lane, _)| (lane, 0));
        let mut open: Vec<(u32, u16)> = roots.collect();
        open.reverse();
        self.rows.clear();
        while let Some((lane, depth)) = open.pop() {
            if let Some(life) = self.lives.get_mut(lane) {
                life.row = crate::compact::size(self.rows.len());
                life.depth = depth;
            }
            self.rows.push(lane);
            open.extend(children.of(lane).iter().rev().map(|child| (*child, depth.saturating_add(1))));
        }
    }
}
