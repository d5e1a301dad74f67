//! A program that has been played, and whether a claim holds of it.

use interleave_lessons::{Claim, Moment};
use interleave_python::{Options, Run, run};
use interleave_text::Language;
use interleave_views::Story;
use interleave_views::sight::{self, Aim, Axis, Frame, Lane, LogRow, Look, Overview, Row, State, Stream};

pub(crate) struct Played {
    run: Run,
    story: Story,
    overview: Overview,
    log: Vec<LogRow>,
    rows: Vec<Row>,
}

impl Played {
    pub(crate) fn new(program: &str) -> Self {
        let run = run(program, &Options { record: true, ..Options::default() });
        let story = Story::new(program, run.trace.clone().unwrap_or_default());
        let overview = story.overview();
        // Wide enough that no two stretches fall into one.
        let frame = Frame {
            axis: Axis::Steps,
            from: 0,
            to: i64::from(overview.end.0),
            width: overview.end.0 as f32 * 8.0,
            first_row: 0,
            rows: overview.lanes,
        };
        let sight = story.look(&Look {
            log: Some((0, overview.log_rows)),
            timeline: true,
            ..Look::at(Language::English, Aim::At(overview.end), frame)
        });
        Self {
            run,
            story,
            overview,
            log: sight.log.unwrap_or_default(),
            rows: sight.timeline.unwrap_or_default().rows,
        }
    }

    /// Lines of standard output, each once it was whole.
    pub(crate) fn lines(&self) -> Vec<&str> {
        self.run.stdout.lines().collect()
    }

    pub(crate) fn holds(&self, claim: &Claim) -> bool {
        match claim {
            Claim::Ends(seconds) => self.run.end_ns == ns(*seconds),
            Claim::Prints { line, at } => self.printed(line).is_some_and(|row| row.ns == ns(*at)),
            Claim::Line { number, reads } => {
                number.checked_sub(1).and_then(|index| self.lines().get(index).copied())
                    == Some(reads.as_str())
            }
            Claim::Lines(count) => self.lines().len() == *count,
            Claim::Lacks(line) => self.printed(line).is_none(),
            Claim::Complains(words) => self.run.stderr.contains(words),
            Claim::Cancels(name) => self.row(name).is_some_and(|row| ends_as(row, State::Cancelled)),
            Claim::Sleepers(most) => self.most_sleepers() == *most,
            Claim::Waits(name) => {
                let is_endless = |row: &Row| row.segments.last().is_some_and(|segment| segment.endless);
                self.overview.stuck && self.row(name).is_some_and(is_endless)
            }
        }
    }

    /// Why there is no such moment, or the lane is not there to be looked at.
    pub(crate) fn lacks(&self, look: &interleave_lessons::Look) -> Option<String> {
        let Some(row) = self.row(&look.lane) else {
            let names: Vec<_> = self.rows.iter().map(|row| row.name.as_str()).collect();
            return Some(format!("no lane is called {}; there are {names:?}", look.lane));
        };
        match &look.moment {
            Moment::Printed(line) => {
                let Some(printed) = self.printed(line) else {
                    return Some(format!("`{line}` is not printed"));
                };
                let lives = row.segments.first().is_some_and(|first| first.from <= printed.moment);
                (!lives).then(|| format!("{} is not there when `{line}` is printed", look.lane))
            }
            Moment::Turn(number) => {
                let turns = row.segments.iter().filter(|segment| segment.state == State::Running).count();
                (*number == 0 || turns < *number).then(|| format!("{} has {turns} turns", look.lane))
            }
            Moment::End(there) => (!there).then(|| "say `end = true`".to_owned()),
        }
    }

    /// The instants at which anything happens.
    pub(crate) fn times(&self) -> Vec<i64> {
        let mut times: Vec<_> = self.story.trace().events.iter().map(|event| event.ns).collect();
        times.sort_unstable();
        times.dedup();
        times
    }

    fn printed(&self, line: &str) -> Option<&LogRow> {
        self.log.iter().find(|row| row.stream == Stream::Out && row.text == line)
    }

    fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name)
    }

    fn most_sleepers(&self) -> usize {
        let sleeps = || {
            let tasks = self.rows.iter().filter(|row| matches!(row.lane, Lane::Task(_)));
            tasks.flat_map(|row| &row.segments).filter(|segment| segment.state == State::Sleeping)
        };
        let at = |moment: sight::Moment| {
            sleeps().filter(|segment| segment.from <= moment && moment < segment.to).count()
        };
        sleeps().map(|segment| at(segment.from)).max().unwrap_or(0)
    }
}

fn ends_as(row: &Row, state: State) -> bool {
    row.segments.last().is_some_and(|segment| segment.state == state)
}

pub(crate) fn ns(seconds: f64) -> i64 {
    (seconds * 1e9).round() as i64
}
