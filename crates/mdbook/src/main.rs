//! `mdbook-interleave`: what mdBook asks of a preprocessor, by arguments, standard input and output.
//!
//! What a book is, as JSON, is in `book`; what a block of it becomes, in `block`.

mod block;
mod book;

use std::env;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

/// Bytes of a book; what is longer is none.
const LONGEST: u64 = 256 << 20;

const USAGE: &str = "\
mdBook runs this command and hands it the book. In book.toml:

    [preprocessor.interleave]
    after = [\"links\"]

Then every block that begins with ```python,interleave is a program that readers can run.
";

fn main() -> ExitCode {
    interleave_python::count_memory_with(interleave_memory::in_use);
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [] => match process() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                say(&format!("{error:#}"));
                ExitCode::FAILURE
            }
        },
        // Elements are HTML; for all else, blocks stay what they are.
        ["supports", renderer] => ExitCode::from(u8::from(renderer != "html")),
        _ => {
            say(USAGE);
            ExitCode::from(2)
        }
    }
}

fn process() -> Result<()> {
    let mut input = String::new();
    io::stdin().take(LONGEST + 1).read_to_string(&mut input).context("cannot read the book")?;
    if input.len() as u64 > LONGEST {
        bail!("the book has more than {} MiB", LONGEST >> 20);
    }
    let output = book::process(&input, &mut |complaint| say(complaint))?;
    io::stdout().write_all(output.as_bytes()).context("cannot hand the book on")
}

/// A line for whoever builds the book. If standard error is gone, nobody is left to be told.
fn say(text: &str) {
    let _ = writeln!(io::stderr(), "mdbook-interleave: {}", text.trim_end());
}
