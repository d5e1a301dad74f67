//! `interleave link`: a program becomes a link, and a link a program again.

use std::io::{self, Write};

use anyhow::{Context, Result, anyhow};
use interleave_link::{Form, Opened};
use interleave_text::Language;

use crate::arguments::{Link, Packing};
use crate::{run, terminal};

/// From so many characters on, some chats and lists of bookmarks cut a link.
const LONG: usize = 2_000;

/// What is read is not all that was there.
const DAMAGED: u8 = 1;

/// Prints a link to a program, or the program of a link; the exit code.
pub(crate) fn link(verb: &Link) -> Result<u8> {
    match (&verb.read, &verb.file) {
        (Some(link), _) if link == "-" => {
            let link = io::read_to_string(io::stdin()).context("cannot read a link from standard input")?;
            unfold(&interleave_link::open(&link))
        }
        (Some(link), _) => unfold(&interleave_link::open(link)),
        (None, Some(file)) => {
            let link = folded(verb, &run::read(file)?)?;
            if link.len() > LONG {
                let length = interleave_text::count(link.len() as u64);
                terminal::say(&format!(
                    "interleave: the link has {length} characters; some programs cut those with more than 2,000"
                ));
            }
            print(&(link + "\n"))?;
            Ok(0)
        }
        (None, None) => Err(anyhow!("a program or a link is wanted")),
    }
}

fn folded(verb: &Link, source: &str) -> Result<String> {
    let form = match verb.form {
        Packing::Short => Form::Short,
        Packing::Public => Form::Public,
    };
    let fragment = interleave_link::link(source, &verb.view.view(), form)
        .map_err(|refusal| anyhow!(refusal.sentence(Language::English)))?;
    let base = verb.base.as_deref().unwrap_or_default();
    let base = base.split_once('#').map_or(base, |(base, _)| base);
    Ok(format!("{base}#{fragment}"))
}

fn unfold(opened: &Opened) -> Result<u8> {
    print(opened.text.as_deref().unwrap_or_default())?;
    let view = opened.view.to_string();
    if !view.is_empty() {
        terminal::say(&view);
    }
    let wrong = opened.damage.map(|damage| damage.sentence(Language::English));
    let unread = opened.unread.iter().map(|key| key.sentence(Language::English));
    let wrong: Vec<String> = wrong.into_iter().chain(unread).collect();
    for sentence in &wrong {
        terminal::complain(&format!("interleave: {sentence}"));
    }
    Ok(if wrong.is_empty() { 0 } else { DAMAGED })
}

fn print(text: &str) -> Result<()> {
    io::stdout().write_all(text.as_bytes()).context("cannot write to standard output")
}
