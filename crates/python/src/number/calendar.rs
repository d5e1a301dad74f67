//! Days and dates of the Gregorian calendar, and `strftime` in the C locale.

use std::fmt::Write as _;

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A moment in pieces, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) year: i64,
    /// From 1.
    pub(crate) month: i64,
    /// From 1.
    pub(crate) day: i64,
    pub(crate) hour: i64,
    pub(crate) minute: i64,
    pub(crate) second: i64,
}

pub(crate) fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days from 1970-01-01 to a date.
pub(crate) fn days_from_date(year: i64, month: i64, day: i64) -> i64 {
    // Years are counted from March on, so that the leap day comes last.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day from the days since 1970-01-01.
pub(crate) fn date_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = (month + 2) % 12 + 1;
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

impl Moment {
    /// The moment so many seconds after 1970-01-01.
    pub(crate) fn from_seconds(seconds: i64) -> Self {
        let (year, month, day) = date_from_days(seconds.div_euclid(86_400));
        let rest = seconds.rem_euclid(86_400);
        Self { year, month, day, hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60 }
    }

    /// Seconds since 1970-01-01.
    pub(crate) fn to_seconds(self) -> i64 {
        self.days() * 86_400 + self.hour * 3600 + self.minute * 60 + self.second
    }

    fn days(self) -> i64 {
        days_from_date(self.year, self.month, self.day)
    }

    /// 0 for Monday.
    pub(crate) fn weekday(self) -> i64 {
        (self.days() + 3).rem_euclid(7)
    }

    /// From 1.
    pub(crate) fn day_of_year(self) -> i64 {
        self.days() - days_from_date(self.year, 1, 1) + 1
    }

    /// Year and week by ISO 8601: a week belongs to the year of its Thursday.
    pub(crate) fn iso_week(self) -> (i64, i64) {
        let thursday = self.days() - self.weekday() + 3;
        let (year, _, _) = date_from_days(thursday);
        (year, (thursday - days_from_date(year, 1, 1)) / 7 + 1)
    }

    /// `time.asctime`.
    pub(crate) fn asctime(self) -> String {
        self.strftime("%a %b %e %H:%M:%S ") + &self.year.to_string()
    }

    /// `time.strftime`; `%Z` is UTC. An unknown directive stays as it is.
    pub(crate) fn strftime(self, format: &str) -> String {
        self.strftime_on(format, self.weekday(), self.day_of_year())
    }

    /// The same for a day of the week (0 for Monday) and of the year (from 1) that the caller states.
    pub(crate) fn strftime_on(self, format: &str, weekday: i64, yearday: i64) -> String {
        let mut result = String::with_capacity(format.len() * 2);
        let mut characters = format.chars();
        while let Some(c) = characters.next() {
            if c != '%' {
                result.push(c);
                continue;
            }
            match characters.next() {
                // Without padding.
                Some('-') => {
                    let from = result.len();
                    match characters.next() {
                        Some(directive) => self.push(&mut result, directive, weekday, yearday),
                        None => result.push_str("%-"),
                    }
                    while result.len() > from + 1 && result[from..].starts_with(['0', ' ']) {
                        result.remove(from);
                    }
                }
                Some(directive) => self.push(&mut result, directive, weekday, yearday),
                None => result.push('%'),
            }
        }
        result
    }

    fn push(self, result: &mut String, directive: char, weekday: i64, yearday: i64) {
        let twelve = (self.hour + 11) % 12 + 1;
        let (iso_year, iso_week) = self.iso_week();
        let day_name = DAYS[weekday.rem_euclid(7) as usize];
        let month_name = MONTHS[(self.month - 1).clamp(0, 11) as usize];
        let half = if self.hour < 12 { "AM" } else { "PM" };
        let whole = match directive {
            'c' => Some("%a %b %e %H:%M:%S %Y"),
            'D' | 'x' => Some("%m/%d/%y"),
            'F' => Some("%Y-%m-%d"),
            'r' => Some("%I:%M:%S %p"),
            'R' => Some("%H:%M"),
            'T' | 'X' => Some("%H:%M:%S"),
            _ => None,
        };
        if let Some(whole) = whole {
            result.push_str(&self.strftime_on(whole, weekday, yearday));
            return;
        }
        // Writing to a string cannot fail.
        let _ = match directive {
            'a' => write!(result, "{}", &day_name[..3]),
            'A' => write!(result, "{day_name}"),
            'b' | 'h' => write!(result, "{}", &month_name[..3]),
            'B' => write!(result, "{month_name}"),
            'C' => write!(result, "{:02}", self.year / 100),
            'd' => write!(result, "{:02}", self.day),
            'e' => write!(result, "{:2}", self.day),
            'g' => write!(result, "{:02}", iso_year.rem_euclid(100)),
            'G' => write!(result, "{iso_year}"),
            'H' => write!(result, "{:02}", self.hour),
            'I' => write!(result, "{twelve:02}"),
            'j' => write!(result, "{yearday:03}"),
            'k' => write!(result, "{:2}", self.hour),
            'l' => write!(result, "{twelve:2}"),
            'm' => write!(result, "{:02}", self.month),
            'M' => write!(result, "{:02}", self.minute),
            'n' => writeln!(result),
            'p' => write!(result, "{half}"),
            'P' => write!(result, "{}", half.to_lowercase()),
            's' => write!(result, "{}", self.to_seconds()),
            'S' => write!(result, "{:02}", self.second),
            't' => write!(result, "\t"),
            'u' => write!(result, "{}", weekday + 1),
            'U' => write!(result, "{:02}", (yearday + 6 - (weekday + 1) % 7) / 7),
            'V' => write!(result, "{iso_week:02}"),
            'w' => write!(result, "{}", (weekday + 1) % 7),
            'W' => write!(result, "{:02}", (yearday + 6 - weekday) / 7),
            'y' => write!(result, "{:02}", self.year.rem_euclid(100)),
            'Y' => write!(result, "{}", self.year),
            'z' => write!(result, "+0000"),
            'Z' => write!(result, "UTC"),
            '%' => write!(result, "%"),
            other => write!(result, "%{other}"),
        };
    }
}

#[cfg(test)]
#[path = "tests/calendar.rs"]
mod tests;
