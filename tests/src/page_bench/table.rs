//! Rounds as a table of medians.

use std::collections::BTreeSet;

use super::Figures;

impl Figures {
    /// The medians of some rounds: ours, theirs, and how many times as long they take.
    pub fn table(rounds: &[Self]) -> String {
        let names: BTreeSet<&String> =
            rounds.iter().flat_map(|round| round.ours.keys().chain(round.theirs.keys())).collect();
        let mut lines =
            vec![format!("{:<30}{:>12}{:>18}{:>10}", "", "ours, ms", "CPython wasm, ms", "times")];
        for name in names {
            let median = |of: fn(&Self) -> &std::collections::BTreeMap<String, f64>| {
                median(rounds.iter().filter_map(|round| of(round).get(name).copied()).collect())
            };
            let (ours, theirs) = (median(|round| &round.ours), median(|round| &round.theirs));
            let shown =
                |figure: Option<f64>| figure.map_or_else(String::new, |figure| format!("{figure:.1}"));
            let times = ours.zip(theirs).map(|(ours, theirs)| theirs / ours);
            lines.push(format!("{name:<30}{:>12}{:>18}{:>10}", shown(ours), shown(theirs), shown(times)));
        }
        lines.join("\n")
    }
}

fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::Figures;

    #[test]
    fn the_table_shows_medians_side_by_side() {
        let round = |ours: f64, theirs: f64| Figures {
            ours: [("ready".to_owned(), ours), ("alone".to_owned(), 1.0)].into(),
            theirs: [("ready".to_owned(), theirs)].into(),
        };
        let table = Figures::table(&[round(10.0, 300.0), round(30.0, 90.0), round(20.0, 200.0)]);
        let rows: Vec<String> =
            table.lines().skip(1).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(rows, ["alone 1.0", "ready 20.0 200.0 10.0"]);
    }
}
