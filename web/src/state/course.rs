//! The lessons in the page: which is open, what its reader has answered, and how far they are.
//!
//! What it says comes as a file of the page (`crate::leaves`); its program is opened like one from a link
//! (`linking`), so that the reader's own stays.

use std::collections::BTreeMap;
use std::rc::Rc;

use interleave_lessons::{Leaf, List};

use crate::held::Held;

/// What can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// The list of all lessons.
    List,
    /// A lesson, by its name in addresses.
    Lesson(Rc<str>),
}

/// What has been fetched of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fetched {
    List(Held<List>),
    Lesson(Held<Leaf>),
    /// It could not be fetched, or read.
    Missing,
}

/// How far one has come with a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    Opened,
    Answered,
}

/// How far one has come, by lesson.
pub(crate) type Record = BTreeMap<String, Standing>;

/// What there is of lessons.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Course {
    pub(crate) wanted: Option<Sheet>,
    pub(crate) shown: Option<Fetched>,
    /// The answers that the reader has given to the lesson's question, in their order.
    pub(crate) given: Vec<usize>,
    pub(crate) record: Rc<Record>,
}

impl Course {
    /// The lesson on the screen.
    pub(crate) fn leaf(&self) -> Option<&Leaf> {
        match self.shown.as_ref()? {
            Fetched::Lesson(leaf) => Some(leaf),
            Fetched::List(_) | Fetched::Missing => None,
        }
    }

    /// How far the reader has come with this lesson, now or on an earlier visit.
    pub(crate) fn standing(&self, slug: &str) -> Option<Standing> {
        self.record.get(slug).copied()
    }

    pub(super) fn open(&mut self, sheet: Sheet) {
        if self.wanted.as_ref() != Some(&sheet) {
            (self.wanted, self.given) = (Some(sheet), Vec::new());
        }
    }

    pub(super) fn close(&mut self) {
        (self.wanted, self.shown, self.given) = (None, None, Vec::new());
    }

    /// This has been fetched. Whether it is a lesson whose program is not in the editor yet.
    pub(super) fn hear(&mut self, sheet: &Sheet, page: Fetched) -> bool {
        if self.wanted.as_ref() != Some(sheet) {
            return false;
        }
        let before = self.leaf().map(|leaf| leaf.slug.clone());
        self.shown = Some(page);
        let Some(slug) = self.leaf().map(|leaf| leaf.slug.clone()) else { return false };
        let is_new = before.as_ref() != Some(&slug);
        self.remember(slug, Standing::Opened);
        is_new
    }

    /// The reader's answer to the question.
    pub(super) fn answer(&mut self, choice: usize) {
        let Some(leaf) = self.leaf() else { return };
        let Some(right) = leaf.prose.choices.get(choice).map(|choice| choice.right) else { return };
        let slug = leaf.slug.clone();
        if !self.given.contains(&choice) {
            self.given.push(choice);
        }
        if right {
            self.remember(slug, Standing::Answered);
        }
    }

    /// Is the right answer among those given?
    pub(crate) fn is_answered(&self) -> bool {
        let choices = self.leaf().map(|leaf| leaf.prose.choices.as_slice()).unwrap_or_default();
        self.given.iter().filter_map(|given| choices.get(*given)).any(|choice| choice.right)
    }

    fn remember(&mut self, slug: String, mark: Standing) {
        if self.standing(&slug) < Some(mark) {
            Rc::make_mut(&mut self.record).insert(slug, mark);
        }
    }

    pub(super) fn forget(&mut self) {
        self.record = Rc::default();
        self.given.clear();
    }
}

/// The name under which what a reader did to a lesson's program is kept: that of its address.
pub(crate) fn key(slug: &str) -> Rc<str> {
    format!("#lesson/{slug}").into()
}
