//! The order of lanes on the screen: each below its creator, siblings in order of creation.

use super::Lanes;
use crate::compact::Grouped;

impl Lanes {
    /// Gives every lane its row and its depth.
    pub(super) fn arrange(&mut self) {
        let children: Vec<(u32, u32)> =
            self.all().filter_map(|(lane, life)| Some((life.creator.get()?, lane))).collect();
        let children = Grouped::new(self.count(), &children);
        let roots = self.all().filter(|(_, life)| life.creator.is_none()).map(|(lane, _)| (lane, 0));
        let mut open: Vec<(u32, u16)> = roots.collect();
        open.reverse();
        self.rows.clear();
        while let Some((lane, depth)) = open.pop() {
            if let Some(life) = self.lives.get_mut(lane as usize) {
                life.row = crate::compact::size(self.rows.len());
                life.depth = depth;
            }
            self.rows.push(lane);
            open.extend(children.of(lane).iter().rev().map(|child| (*child, depth.saturating_add(1))));
        }
    }
}
