//! The words that the command understands, and what it says about them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use interleave_link::{Key, View};
use interleave_text::Language;

const ENDINGS: &str = "\
The exit code is the program's own, as of `python FILE`; 3 if nothing could ever go on
(what waits for what is said on standard error), 4 if a limit was reached, 2 if the
command or its files are at fault.

Settings may also stand in the program, before its first statement:
    # interleave: seed=7, latency=0.5
Those of the command line win.";

/// Python's asyncio in virtual time: a program prints what CPython 3.13 would print on an ideal
/// machine, and takes no time to wait.
#[derive(Parser)]
#[command(name = "interleave", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Run a program
    Run(Box<Run>),
    /// Run a program, and draw what its tasks did
    Render(Box<Render>),
    /// Run a program, and print what happened, one event a line, as JSON
    Trace(Box<Program>),
    /// Run a program, and write what happened for other programs
    Export(Box<Export>),
    /// Run a program, and print which mistakes it makes, and how to repair them
    Hints(Box<Hints>),
    /// Print a link that holds a program, or the program that a link holds
    Link(Box<Link>),
    /// Run the programs of Markdown lessons, and compare what they print with what the lessons say
    Check(Box<Check>),
    /// Print a script that teaches a shell to complete these words
    Completions {
        /// Which shell
        shell: Shell,
    },
}

#[derive(Args)]
#[command(after_help = ENDINGS)]
pub(crate) struct Run {
    /// Write there what happened, one event a line, as JSON
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) trace: Option<PathBuf>,

    /// Say at the end how much virtual time, turns of the loop and instructions it took
    #[arg(long)]
    pub(crate) time: bool,

    #[command(flatten)]
    pub(crate) program: Program,
}

#[derive(Args)]
pub(crate) struct Render {
    /// Write the timeline there, as an SVG picture
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) svg: Option<PathBuf>,

    /// Write there program, output and timeline as a piece of HTML, with styles of its own: for a page in
    /// UTF-8, where it needs no script
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) html: Option<PathBuf>,

    /// Print the timeline as text [default if nothing else is asked for]
    #[arg(long)]
    pub(crate) text: bool,

    /// Print below it what each task did, in sentences
    #[arg(long)]
    pub(crate) sentences: bool,

    /// How wide the time axis is: columns of text; a picture has ten pixels for each
    #[arg(long, value_name = "N", default_value_t = 72, value_parser = clap::value_parser!(u16).range(10..=1000))]
    pub(crate) width: u16,

    /// What stands above the picture, and below the HTML [default: FILE]
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,

    /// The language of its words: en, zh-Hant, zh-Hans
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language)]
    pub(crate) lang: Language,

    /// The colours of picture and HTML: as the reader likes it, or always the same
    #[arg(long, value_name = "auto|light|dark", default_value = "auto", hide_possible_values = true)]
    pub(crate) theme: Theme,

    #[command(flatten)]
    pub(crate) program: Program,
}

const EXPORTS: &str = "\
json: lanes with all that they did, lines printed, causes; times in nanoseconds.
chrome: Chrome's trace events, for https://ui.perfetto.dev or chrome://tracing.
mermaid: a sequence diagram, for a block in mermaid of a Markdown page.";

#[derive(Args)]
#[command(after_help = EXPORTS)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) format: Format,

    /// Write it there [default: standard output]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) out: Option<PathBuf>,

    /// With --chrome: lay events out one after another instead of by time, so that what takes no time is seen
    #[arg(long, conflicts_with_all = ["json", "mermaid"])]
    pub(crate) steps: bool,

    /// The language of its words: en, zh-Hant, zh-Hans
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language)]
    pub(crate) lang: Language,

    #[command(flatten)]
    pub(crate) program: Program,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Format {
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,

    /// As a trace for Perfetto and Chrome
    #[arg(long)]
    pub(crate) chrome: bool,

    /// As a sequence diagram in Mermaid
    #[arg(long)]
    pub(crate) mermaid: bool,
}

const MISTAKES: &str = "\
A hint is a place, a name and two sentences: what happens there, and what to do instead; and,
where a repair is known, the lines that it takes away (-) and puts in (+). Some mistakes are
seen in the text, others in what the run did.

The exit code is 0 without hints, 1 with some, 2 if the file cannot be read or is no program.";

#[derive(Args)]
#[command(after_help = MISTAKES)]
pub(crate) struct Hints {
    /// The language of its words: en, zh-Hant, zh-Hans
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language)]
    pub(crate) lang: Language,

    #[command(flatten)]
    pub(crate) program: Program,
}

const LINKS: &str = "\
A link is printed as the fragment of an address, to be put behind that of a page with
Interleave; --base prints the whole. It holds the program as it is in the file.

With --read, the program goes to standard output, and how it is looked at to standard
error, as the link says it; what is wrong with the link is said there, too, and the exit
code is then 1. What can be read of a damaged link is printed all the same.";

#[derive(Args)]
#[command(after_help = LINKS)]
pub(crate) struct Link {
    /// A Python file, or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, required_unless_present = "read")]
    pub(crate) file: Option<PathBuf>,

    /// Print the program of a link instead: the link, or - for one on standard input
    #[arg(long, value_name = "LINK", exclusive = true)]
    pub(crate) read: Option<String>,

    /// The address of the page that the link is to open, such as https://example.org/interleave/
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub(crate) base: Option<String>,

    /// How the program is packed: short, or as every deflate library can unpack it
    #[arg(long, value_name = "short|public", default_value = "short", hide_possible_values = true)]
    pub(crate) form: Packing,

    #[command(flatten)]
    pub(crate) view: Seen,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Theme {
    Auto,
    Light,
    Dark,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Packing {
    Short,
    Public,
}

/// How one looks at a program, as a link says it.
#[derive(Args)]
#[command(next_help_heading = "What it shows")]
pub(crate) struct Seen {
    /// The moment, in virtual seconds
    #[arg(long, value_name = "SECONDS", value_parser = seen(Key::Time, "seconds are wanted, 0 or more, such as 3.5"))]
    at: Option<String>,

    /// The moment, as a number of events
    #[arg(long, value_name = "N", value_parser = seen(Key::Event, "a whole number is wanted"))]
    event: Option<String>,

    /// Panels, with commas between: code, log, timeline, graph, loop, resources, vars, why
    #[arg(long, value_name = "PANELS", value_parser = seen(Key::Panels, "they are code, log, timeline, graph, loop, resources, vars, why"))]
    view: Option<String>,

    /// A task or thread in order of creation, such as task-2; thread-1 is the main thread
    #[arg(long, value_name = "WHO", value_parser = seen(Key::Selection, "it is task-N or thread-N, counted from 1"))]
    select: Option<String>,

    /// The language of the page, where it is not the reader's to choose: en, zh-Hant, zh-Hans
    #[arg(long, value_name = "TAG", value_parser = seen(Key::Language, "it is en, zh-Hant or zh-Hans"))]
    lang: Option<String>,

    /// How fast it plays: 1 is as fast as time
    #[arg(long, value_name = "X", value_parser = seen(Key::Speed, "a number above 0 is wanted, such as 0.5"))]
    speed: Option<String>,
}

impl Seen {
    /// As a link holds it.
    pub(crate) fn view(&self) -> View {
        let mut view = View::default();
        for (key, value) in [
            (Key::Time, &self.at),
            (Key::Event, &self.event),
            (Key::Panels, &self.view),
            (Key::Selection, &self.select),
            (Key::Language, &self.lang),
            (Key::Speed, &self.speed),
        ] {
            // What says nothing has been refused with the words of the command line.
            let _ = value.as_ref().and_then(|value| view.set(key, value));
        }
        view
    }
}

/// Takes a value that says something in a link.
fn seen(key: Key, wanted: &'static str) -> impl Fn(&str) -> Result<String, &'static str> + Clone {
    move |value| View::default().set(key, value).map(|()| value.to_owned()).ok_or(wanted)
}

const LESSONS: &str = "\
A program is a fenced block in python (or py, python3). What it prints is the next fenced
block: one in output, or one in text, txt, console or no language with no heading between.
A program without such a block is not run, nor is one with the word no-check behind its
language. A line with nothing but ... stands for any lines. Standard error counts where
the block has it, after standard output.

The exit code is 1 if something differs, 2 if a file cannot be read or written.";

#[derive(Args)]
#[command(after_help = LESSONS)]
pub(crate) struct Check {
    /// Markdown files, or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// Write into the files what the programs print
    #[arg(long)]
    pub(crate) fix: bool,

    #[command(flatten)]
    pub(crate) scenario: Scenario,

    #[command(flatten)]
    pub(crate) bounds: Bounds,
}

/// A program, and how it is to run.
#[derive(Args)]
pub(crate) struct Program {
    /// A Python file, or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,

    /// What the program is called in its own tracebacks [default: FILE as given]
    #[arg(long, value_name = "NAME")]
    pub(crate) filename: Option<String>,

    #[command(flatten)]
    pub(crate) scenario: Scenario,

    #[command(flatten)]
    pub(crate) bounds: Bounds,
}

/// The ideal machine's settings; what is not said here is the program's to say.
#[derive(Args)]
#[command(next_help_heading = "Settings")]
pub(crate) struct Scenario {
    /// Where random numbers begin, unless the program seeds them itself [default: 0]
    #[arg(long, value_name = "N", value_parser = whole_number, allow_hyphen_values = true)]
    seed: Option<String>,

    /// How long the simulated network takes to answer, in seconds [default: 0.2]
    #[arg(long, value_name = "S", value_parser = duration)]
    latency: Option<String>,

    /// What an instruction costs: ideal (nothing), or virtual nanoseconds such as 50ns [default: ideal]
    #[arg(long, value_name = "ideal|Nns", value_parser = cost)]
    cpu: Option<String>,

    /// When the program starts: a time of day, or a date and time, UTC [default: 2024-01-01T00:00:00]
    #[arg(long, value_name = "TIME")]
    start: Option<String>,

    /// What becomes of interfaces that Python 3.13 no longer has: they work as they did, or are errors
    /// [default: work]
    #[arg(long, value_name = "work|error", hide_possible_values = true)]
    removed: Option<Removed>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Removed {
    Work,
    Error,
}

/// How much the run may do.
#[derive(Args)]
#[command(next_help_heading = "Limits")]
pub(crate) struct Bounds {
    /// Instructions, such as 5_000_000 [default: 20_000_000_000]
    #[arg(long, value_name = "N", value_parser = count)]
    pub(crate) max_instructions: Option<u64>,

    /// Bytes that the program's values may take, such as 512M or 2G [default: 1G]
    #[arg(long, value_name = "BYTES", value_parser = size)]
    pub(crate) max_memory: Option<usize>,
}

impl Scenario {
    /// As settings, `key` and `value`.
    pub(crate) fn settings(&self) -> Vec<(String, String)> {
        let removed = self.removed.map(|removed| {
            match removed {
                Removed::Work => "work",
                Removed::Error => "error",
            }
            .to_owned()
        });
        let given = [
            ("seed", self.seed.clone()),
            ("latency", self.latency.clone()),
            ("cpu", self.cpu.clone()),
            ("start", self.start.clone()),
            ("removed", removed),
        ];
        given.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
    }
}

fn language(text: &str) -> Result<Language, &'static str> {
    Language::from_tag(text).ok_or("it is en, zh-Hant or zh-Hans")
}

fn whole_number(text: &str) -> Result<String, &'static str> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.to_owned()).ok_or("a whole number is wanted")
}

fn duration(text: &str) -> Result<String, &'static str> {
    let seconds = text.parse::<f64>().ok().filter(|seconds| seconds.is_finite() && *seconds >= 0.0);
    seconds.map(|_| text.to_owned()).ok_or("seconds are wanted, 0 or more")
}

fn cost(text: &str) -> Result<String, &'static str> {
    let is_cost = text.strip_suffix("ns").is_some_and(|number| number.parse::<u32>().is_ok());
    (is_cost || text == "ideal")
        .then(|| text.to_owned())
        .ok_or("it is ideal, or a number of nanoseconds such as 50ns")
}

fn count(text: &str) -> Result<u64, &'static str> {
    text.replace('_', "").parse().map_err(|_| "a whole number is wanted")
}

fn size(text: &str) -> Result<usize, &'static str> {
    let (number, shift) = match text.char_indices().next_back() {
        Some((at, 'k' | 'K')) => (&text[..at], 10),
        Some((at, 'm' | 'M')) => (&text[..at], 20),
        Some((at, 'g' | 'G')) => (&text[..at], 30),
        _ => (text, 0),
    };
    let bytes = count(number).ok().and_then(|number| usize::try_from(number).ok()?.checked_mul(1 << shift));
    bytes.ok_or("a number of bytes is wanted, such as 512M or 2G")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_words_fit_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn sizes_have_units() {
        let found = ["7", "1k", "512M", "2G", "1_000"].map(|text| size(text).ok());
        assert_eq!(found, [Some(7), Some(1 << 10), Some(512 << 20), Some(2 << 30), Some(1_000)]);
        for text in ["", "M", "-1", "1.5G", "99999999999G"] {
            assert!(size(text).is_err(), "{text}");
        }
    }

    #[test]
    fn settings_are_checked() {
        for (check, good, bad) in [
            (whole_number as fn(&str) -> Result<String, &'static str>, "-7", "7.5"),
            (duration, "0.25", "-1"),
            (duration, "0", "inf"),
            (cost, "ideal", "free"),
            (cost, "50ns", "50"),
        ] {
            assert!(check(good).is_ok(), "{good}");
            assert!(check(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn only_what_is_said_is_a_setting() {
        let words = ["interleave", "run", "main.py", "--seed", "-7", "--removed", "error"];
        let Verb::Run(run) = Arguments::parse_from(words).verb else { panic!("it is run") };
        let expected =
            [("seed", "-7"), ("removed", "error")].map(|(key, value)| (key.to_owned(), value.to_owned()));
        assert_eq!(run.program.scenario.settings(), expected);
    }
}
