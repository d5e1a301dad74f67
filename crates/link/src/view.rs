//! How one looks at a program, as the readable end of a link: `t=3.5&view=log,timeline&lang=en`.

use std::fmt;

use interleave_text::Language;

use crate::decimal;

/// How one looks at a program; what is not said is the reader's to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The moment: virtual nanoseconds since the program's start.
    pub time_ns: Option<u64>,
    /// The moment, more exactly: so many events have happened. Events may be counted otherwise one day; where the
    /// two disagree, the time is right.
    pub event: Option<u32>,
    /// What is on the screen.
    pub panels: Panels,
    /// Whom one looks at.
    pub selection: Option<Selection>,
    /// The language that whoever made the link has chosen for its readers.
    pub language: Option<Language>,
    /// How fast it plays, in thousandths.
    pub speed_milli: Option<u32>,
}

/// A part of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Panel {
    /// The program.
    Code,
    /// The interleaved log.
    Log,
    /// The lanes.
    Timeline,
    /// The tasks as a graph.
    Graph,
    /// The event loop.
    Loop,
    /// Locks, queues and the like.
    Resources,
    /// Variables.
    Vars,
    /// Why something happened.
    Why,
}

/// Some of the panels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Panels(u8);

impl Panels {
    /// Whether this one is among them.
    pub const fn has(self, panel: Panel) -> bool {
        self.0 >> panel as u8 & 1 == 1
    }

    /// Those that are, in the order in which links name them.
    pub fn iter(self) -> impl Iterator<Item = Panel> {
        Panel::ALL.into_iter().filter(move |panel| self.has(*panel))
    }
}

impl FromIterator<Panel> for Panels {
    fn from_iter<I: IntoIterator<Item = Panel>>(panels: I) -> Self {
        Self(panels.into_iter().fold(0, |bits, panel| bits | 1 << panel as u8))
    }
}

impl Panel {
    /// In the order in which links name them.
    pub const ALL: [Self; 8] = [
        Self::Code,
        Self::Log,
        Self::Timeline,
        Self::Graph,
        Self::Loop,
        Self::Resources,
        Self::Vars,
        Self::Why,
    ];

    /// Its name in a link.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Log => "log",
            Self::Timeline => "timeline",
            Self::Graph => "graph",
            Self::Loop => "loop",
            Self::Resources => "resources",
            Self::Vars => "vars",
            Self::Why => "why",
        }
    }
}

/// Somebody, by the order of creation, counted from 0 here and from 1 in links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Selection {
    /// A task.
    Task(u32),
    /// A thread; the first one is the main thread.
    Thread(u32),
}

/// A part of a view that a link may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// The moment as a time.
    Time,
    /// The moment as a number of events.
    Event,
    /// The panels.
    Panels,
    /// The selection.
    Selection,
    /// The language.
    Language,
    /// The speed.
    Speed,
}

impl Key {
    const ALL: [Self; 6] =
        [Self::Time, Self::Event, Self::Panels, Self::Selection, Self::Language, Self::Speed];

    /// Its name in a link.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Time => "t",
            Self::Event => "e",
            Self::Panels => "view",
            Self::Selection => "sel",
            Self::Language => "lang",
            Self::Speed => "speed",
        }
    }
}

impl View {
    /// What the end of a link says, and the keys whose values say nothing. A key that is not known belongs to a
    /// later version, and a reader does without it; where one comes twice, the later one counts.
    pub(crate) fn read(text: &str) -> (Self, Vec<Key>) {
        let (mut view, mut unread) = (Self::default(), Vec::new());
        for part in text.split('&') {
            // A link that was copied out of a page's source has its separators as HTML writes them.
            let (word, value) =
                part.strip_prefix("amp;").unwrap_or(part).split_once('=').unwrap_or((part, ""));
            let key = Key::ALL.into_iter().find(|key| key.word() == word.trim());
            if let Some(key) = key
                && view.set(key, value.trim()).is_none()
            {
                unread.push(key);
            }
        }
        (view, unread)
    }

    /// Takes over what a value says, written as in links; nothing if it says nothing.
    pub fn set(&mut self, key: Key, value: &str) -> Option<()> {
        match key {
            Key::Time => self.time_ns = Some(decimal::read(value, 9)?),
            Key::Event => self.event = Some(whole(value)?),
            // A panel that is not known is one of a later version.
            Key::Panels => {
                self.panels = value.split(',').filter_map(panel).collect();
                return (self.panels != Panels::default()).then_some(());
            }
            Key::Selection => self.selection = Some(selection(value)?),
            Key::Language => self.language = Some(Language::from_tag(value)?),
            Key::Speed => {
                let speed = u32::try_from(decimal::read(value, 3)?).ok()?;
                self.speed_milli = (speed > 0).then_some(speed);
                self.speed_milli?;
            }
        }
        Some(())
    }
}

fn whole(text: &str) -> Option<u32> {
    decimal::read(text, 0)?.try_into().ok()
}

fn panel(word: &str) -> Option<Panel> {
    Panel::ALL.into_iter().find(|panel| panel.word() == word)
}

fn selection(text: &str) -> Option<Selection> {
    let (kind, number) = text.split_once('-')?;
    let index = u32::try_from(decimal::read(number, 0)?.checked_sub(1)?).ok()?;
    match kind {
        "task" => Some(Selection::Task(index)),
        "thread" => Some(Selection::Thread(index)),
        _ => None,
    }
}

/// As a link says it.
impl fmt::Display for View {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let panels: Vec<_> = self.panels.iter().map(Panel::word).collect();
        let selected = self.selection.map(|selected| match selected {
            Selection::Task(index) => format!("task-{}", u64::from(index) + 1),
            Selection::Thread(index) => format!("thread-{}", u64::from(index) + 1),
        });
        let said = [
            (Key::Time, self.time_ns.map(|ns| decimal::written(ns, 9))),
            (Key::Event, self.event.map(|event| event.to_string())),
            (Key::Panels, (!panels.is_empty()).then(|| panels.join(","))),
            (Key::Selection, selected),
            (Key::Language, self.language.map(|language| language.tag().to_owned())),
            (Key::Speed, self.speed_milli.map(|speed| decimal::written(speed.into(), 3))),
        ];
        let mut between = "";
        for (key, value) in said.into_iter().filter_map(|(key, value)| Some((key, value?))) {
            write!(out, "{between}{}={value}", key.word())?;
            between = "&";
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, View};

    #[test]
    fn a_view_is_read_as_it_is_written() {
        for text in [
            "",
            "t=0",
            "t=3.5&e=128&view=code,log,timeline,graph,loop,resources,vars,why&sel=task-2&lang=zh-Hant&speed=0.25",
            "sel=thread-1",
            "t=18446744073.709551615&e=4294967295&sel=task-4294967296&speed=4294967.295",
        ] {
            let (view, unread) = View::read(text);
            assert_eq!((view.to_string().as_str(), unread), (text, Vec::new()));
        }
    }

    #[test]
    fn what_is_not_known_is_a_later_versions() {
        let (view, unread) = View::read("note=x&view=log,smell&zoom=2&&e=7");
        assert_eq!((view.to_string().as_str(), unread), ("e=7&view=log", Vec::new()));
    }

    #[test]
    fn values_that_say_nothing_are_told_and_the_others_kept() {
        let (view, unread) =
            View::read("t=soon&e=-1&view=&sel=cat-1&sel=task-0&lang=tlh&speed=0&speed=fast&e=3");
        let expected = [
            Key::Time,
            Key::Event,
            Key::Panels,
            Key::Selection,
            Key::Selection,
            Key::Language,
            Key::Speed,
            Key::Speed,
        ];
        assert_eq!((view.to_string().as_str(), unread.as_slice()), ("e=3", &expected[..]));
    }

    #[test]
    fn separators_of_html_are_separators() {
        assert_eq!(View::read("t=1&amp;e=2&amp;lang=en").0.to_string(), "t=1&e=2&lang=en");
    }
}
