//! Misconceptions about asyncio, named where they occur: a place in the text, stretches on the timeline, what
//! happens there, and a repair as an edit of the text.
//!
//! Some rules need the text alone ([`rules`]), others look at what a run did, and stay silent without one. A hint is
//! data ([`Hint`]); its sentences are in [`words`]. Nothing here runs a program. A rule is narrow on purpose:
//! a hint that is wrong once is not believed the next time.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "of Python's many constructs and the many kinds of events, each rule is about a few"
)]

mod mistake;
mod names;
mod reading;
mod repair;
mod rules;
mod run;
mod walk;
mod words;

pub use mistake::{Fate, Mistake, Rule, Waits};
pub use words::Words;

use interleave_syntax::{Limits, SyntaxError, parse};
use interleave_text::{Edit, Language, Span};
use interleave_views::Story;
use interleave_views::sight::{Lane, Moment};
use serde::{Deserialize, Serialize};

use reading::Reading;
use run::Run;

/// So many hints are given of one rule, at most: who has seen these knows what to look for.
const MOST: usize = 10;

/// A mistake that a program makes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// Which, with what there is to say about it.
    pub mistake: Mistake,
    /// Where in the text.
    pub span: Span,
    /// Where on the timeline it shows, if there was a run that came by.
    pub seen: Vec<Seen>,
    /// A change of the text after which it is gone, where one is known.
    pub repair: Option<Edit>,
}

/// A stretch of a lane in which a mistake shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Seen {
    /// Whose.
    pub lane: Lane,
    /// The moment in which it begins.
    pub from: Moment,
    /// The moment in which it ends.
    pub to: Moment,
}

impl Hint {
    /// Its sentences.
    pub fn words(&self, language: Language) -> Words {
        words::words(language, &self.mistake)
    }
}

/// The mistakes of a program, in the order of the text. The story is that of a run of this very text.
///
/// ```
/// use interleave_hints::{Mistake, hints};
/// let text = "import asyncio\nasync def main():\n    asyncio.sleep(1)\nasyncio.run(main())\n";
/// let found = hints(text, None)?;
/// assert_eq!(found[0].mistake, Mistake::ForgottenAwait { call: "asyncio.sleep(1)".to_owned() });
/// assert!(found[0].repair.as_ref().unwrap().apply(text).unwrap().contains("await asyncio.sleep(1)"));
/// # Ok::<(), interleave_syntax::SyntaxError>(())
/// ```
///
/// # Errors
///
/// What is wrong with a text that is no program.
pub fn hints(text: &str, story: Option<&Story>) -> Result<Vec<Hint>, SyntaxError> {
    let module = parse(text, Limits::default())?;
    let reading = Reading::of(text, &module);
    let run = story.and_then(Run::of);
    let mut found = rules::all(&reading, run.as_ref());
    for hint in &mut found {
        hint.repair = hint.repair.take().filter(|edit| {
            edit.apply(text).is_some_and(|repaired| parse(&repaired, Limits::default()).is_ok())
        });
        hint.seen.sort_unstable();
        hint.seen.dedup();
    }
    found.sort_by_key(|hint| (hint.span, hint.mistake.rule()));
    Ok(found)
}
