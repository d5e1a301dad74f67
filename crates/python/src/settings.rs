//! The settings of a scenario, from comments before its first statement and from outside:
//! `# interleave: seed=7, latency=0.2, start=16:41:11, input=Ada`. What cannot be read counts as not
//! said; to warn of it is the page's business.

use interleave_text::Span;

use crate::number::calendar::{days_from_date, is_leap};
use crate::number::integer::Integer;
use crate::text::number_text;

/// What a run is told about the world that it plays in.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// Of the random numbers.
    pub(crate) seed: Integer,
    /// Seconds that the simulated network takes.
    pub(crate) latency: f64,
    /// Where the program says so: an empty place where it does not and could, none if that would change nothing.
    pub(crate) latency_place: Option<Span>,
    /// When the run begins, in seconds of the Unix clock.
    pub(crate) start: f64,
    /// Nanoseconds that an instruction takes; 0 on the ideal machine.
    pub(crate) cost_ns: u32,
    /// What Python has removed fails, as it does today.
    pub(crate) removed_fails: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seed: Integer::from(0_i64),
            latency: 0.2,
            latency_place: None,
            start: seconds_of_date(2024, 1, 1),
            cost_ns: 0,
            removed_fails: false,
        }
    }
}

impl Settings {
    /// Those of a text, then those from outside.
    pub(crate) fn read(text: &str, outside: &[(String, String)]) -> Self {
        let mut settings = Self { latency_place: room(text), ..Self::default() };
        for (key, value, place) in in_text(text) {
            settings.set(key, value, place);
        }
        for (key, value) in outside {
            settings.set(key, value, None);
        }
        settings
    }

    fn set(&mut self, key: &str, value: &str, place: Option<Span>) {
        match key {
            "seed" => {
                if let Ok(seed) = number_text::integer_of_text(value, 10) {
                    self.seed = seed;
                }
            }
            "latency" => {
                if let Ok(latency) = number_text::float_of_text(value)
                    && (0.0..f64::INFINITY).contains(&latency)
                {
                    (self.latency, self.latency_place) = (latency, place);
                }
            }
            "start" => {
                if let Some(start) = start(value) {
                    self.start = start;
                }
            }
            "cpu" => {
                let cost = value.strip_suffix("ns").and_then(|number| number.trim_end().parse().ok());
                if let Some(cost) = cost.or((value == "ideal").then_some(0)) {
                    self.cost_ns = cost;
                }
            }
            "removed" => self.removed_fails = value == "error",
            _ => {}
        }
    }
}

/// What a program reads that is given nothing else to read: a line for each `input=` of its text.
pub(crate) fn input(text: &str) -> String {
    let lines = in_text(text).filter(|(key, ..)| *key == "input").map(|(_, line, _)| line);
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The lines before the first statement, and where each begins.
fn head(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        end += line.len();
        (end - line.len(), line)
    });
    lines.take_while(|(_, line)| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// The settings of a line, and where they begin in it.
fn settings_of(line: &str) -> Option<(usize, &str)> {
    let (mark, items) = line.split_once("interleave:")?;
    (mark.trim() == "#").then_some((line.len() - items.len(), items))
}

/// Keys, values, and where the values stand, of the comments before the first statement.
fn in_text(text: &str) -> impl Iterator<Item = (&str, &str, Option<Span>)> {
    let items = head(text).filter_map(|(start, line)| {
        let (at, items) = settings_of(line)?;
        Some((start + at, items))
    });
    let items = items.flat_map(|(start, items)| {
        let mut end = start;
        items.split(',').map(move |item| {
            end += item.len() + 1;
            (end - 1, item)
        })
    });
    items.filter_map(|(end, item)| {
        let (key, value) = item.split_once('=')?;
        let end = end - (value.len() - value.trim_end().len());
        let value = value.trim();
        Some((key.trim(), value, span(end - value.len(), end)))
    })
}

/// Where a setting can be said that is not: at the end of the last line of settings, or as the first line that is not
/// the system's.
fn room(text: &str) -> Option<Span> {
    let with_settings = head(text).filter(|(_, line)| settings_of(line).is_some());
    let at = match with_settings.last() {
        Some((start, line)) => start + line.trim_end().len(),
        None => head(text).find(|(_, line)| !line.starts_with("#!")).map_or_else(
            || head(text).map(|(start, line)| start + line.len()).last().unwrap_or(0),
            |(start, _)| start,
        ),
    };
    span(at, at)
}

fn span(start: usize, end: usize) -> Option<Span> {
    Some(Span::new(u32::try_from(start).ok()?, u32::try_from(end).ok()?))
}

#[expect(clippy::cast_precision_loss, reason = "dates are far below what a float can say")]
fn seconds_of_date(year: i64, month: i64, day: i64) -> f64 {
    (days_from_date(year, month, day) * 86_400) as f64
}

/// A time of day on the first day of 2024, or a date and perhaps a time; UTC, or with an offset.
fn start(text: &str) -> Option<f64> {
    if text.get(4..5) != Some("-") {
        return Some(seconds_of_date(2024, 1, 1) + time_of_day(text)?);
    }
    let date = text.get(..10)?;
    let mut parts = date.split('-').map(digits);
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let longest = match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=longest).contains(&day) || year < 1 {
        return None;
    }
    let midnight = seconds_of_date(year, month, day);
    match text.get(10..)? {
        "" => Some(midnight),
        rest => Some(midnight + time_of_day(rest.strip_prefix(['T', ' ', 't'])?)?),
    }
}

fn digits(text: &str) -> Option<i64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// Seconds since midnight of `16`, `16:41`, `16:41:11`, `16:41:11.5`, with `Z` or an offset such as `+02:00`.
fn time_of_day(text: &str) -> Option<f64> {
    let text = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    let (clock, offset) = match text.find(['+', '-']) {
        Some(at) => {
            let seconds = time_of_day(&text[at + 1..])?;
            (&text[..at], if text[at..].starts_with('-') { -seconds } else { seconds })
        }
        None => (text, 0.0),
    };
    let mut parts = clock.split(':');
    let hour = digits(parts.next()?).filter(|hour| *hour < 24)?;
    let minute = parts.next().map_or(Some(0), digits).filter(|minute| *minute < 60)?;
    let second = match parts.next() {
        Some(text) => number_text::float_of_text(text).ok().filter(|second| (0.0..60.0).contains(second))?,
        None => 0.0,
    };
    if parts.next().is_some() {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "less than a day")]
    let whole = (hour * 3600 + minute * 60) as f64;
    Some(whole + second - offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_values_and_those_from_outside_win() {
        let text = "# interleave: seed=7, latency=x\n\n#interleave:latency = 0.5,start=16:41:11\nx = 1\n# interleave: seed=9\n";
        let settings = Settings::read(text, &[("seed".into(), "12".into())]);
        assert_eq!(settings.seed, Integer::from(12_i64));
        assert!((settings.latency - 0.5).abs() < 1e-12);
        assert!((settings.start - (1_704_067_200.0 + 60_071.0)).abs() < 1e-6);
    }

    #[test]
    fn the_latency_has_a_place_also_where_it_is_not_said() {
        let place = |text: &str, outside: &[(String, String)]| {
            let place = Settings::read(text, outside).latency_place?;
            Some(format!("{}«{}»", &text[..place.start as usize], place.of(text).unwrap_or("?")))
        };
        for (text, expected) in [
            ("# interleave: latency = 0.5 , seed=7\nx", "# interleave: latency = «0.5»"),
            ("#!/bin/sh\nx", "#!/bin/sh\n«»"),
            ("#!/bin/sh", "#!/bin/sh«»"),
            ("# interleave: seed=7 \r\nx", "# interleave: seed=7«»"),
            ("# a comment\nx", "«»"),
            ("x\n# interleave: latency=1", "«»"),
            ("", "«»"),
        ] {
            assert_eq!(place(text, &[]).as_deref(), Some(expected));
        }
        assert_eq!(place("x", &[("latency".into(), "3".into())]), None);
    }

    #[test]
    fn what_is_to_be_read_is_said_line_by_line() {
        let text = "# interleave: input=Ada, seed=1, input = 36 \n# interleave: input=\nprint()\n# interleave: input=late\n";
        assert_eq!(input(text), "Ada\n36\n\n");
    }

    #[test]
    fn starts() {
        assert_eq!(start("2024-02-29T12:00:00+02:00"), Some(1_709_200_800.0));
        assert_eq!(start("1970-01-02"), Some(86_400.0));
        assert_eq!(start("2023-02-29"), None);
        assert_eq!(start("25:00"), None);
    }
}
