//! What the command itself says, on standard error; in colour where a person reads it.

use std::env;
use std::io::{self, IsTerminal, Write};

use interleave_python::Ending;
use interleave_text::Language;
use interleave_views::endings::{advice, reached};

const EMPHASIS: &str = "\x1b[1;33m";
const PLAIN: &str = "\x1b[0m";

/// Why a run stopped, or why there was none.
pub(crate) fn complain(text: &str) {
    if takes_colour() {
        say(&format!("{EMPHASIS}{text}{PLAIN}"));
    } else {
        say(text);
    }
}

/// How a run ended, if not of its own accord.
pub(crate) fn complain_of(ending: &Ending) {
    match ending {
        Ending::Deadlock(why) => complain(why.trim_end()),
        Ending::Limit(stopped) => {
            let said = [Some(reached(Language::English, stopped)), advice(Language::English, stopped)];
            complain(&said.into_iter().flatten().collect::<Vec<_>>().join("\n"));
        }
        Ending::Finished | Ending::Mistake(_) | Ending::Library => {}
    }
}

/// A line. If standard error is gone, nobody is left to be told.
pub(crate) fn say(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

fn takes_colour() -> bool {
    let unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let unable = env::var_os("TERM").is_some_and(|value| value == "dumb");
    io::stderr().is_terminal() && !unwanted && !unable
}
