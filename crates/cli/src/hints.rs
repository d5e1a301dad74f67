//! `interleave hints`: the mistakes of a program, as a compiler prints warnings, with the lines of a repair.

use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result};
use interleave_hints::{Hint, hints};
use interleave_text::{Edit, Language, Lines};
use interleave_views::Story;

use crate::arguments::Hints;
use crate::check::difference;
use crate::run;
use crate::terminal;

/// There are hints.
const FOUND: u8 = 1;

/// Runs a program unseen and prints its hints; the exit code.
pub(crate) fn print(verb: &Hints) -> Result<u8> {
    let source = run::read(&verb.program.file)?;
    let options = run::options(&verb.program, &source, true)?;
    // A program that does not run has a tree all the same, and some mistakes can be read off it.
    let run = interleave_python::run(&source, &options);
    let story = run.trace.map(|trace| Story::new(&source, trace));
    let found = match hints(&source, story.as_ref()) {
        Ok(found) => found,
        Err(_) => anyhow::bail!("this is no program:\n{}", run.stderr.trim_end()),
    };
    terminal::complain_of(&run.ending);
    let lines = Lines::new(&source);
    let text: Vec<String> =
        found.iter().map(|hint| said(hint, &source, &lines, &verb.program.file, verb.lang)).collect();
    io::stdout().write_all(text.join("\n").as_bytes()).context("cannot write to standard output")?;
    Ok(if found.is_empty() { 0 } else { FOUND })
}

fn said(hint: &Hint, source: &str, lines: &Lines, file: &Path, language: Language) -> String {
    let line = lines.line_of(hint.span.start);
    let before = lines.start(line).and_then(|start| source.get(start as usize..hint.span.start as usize));
    let column = before.map_or(1, |before| before.chars().count() + 1);
    let words = hint.words(language);
    let mut said = format!("{}:{line}:{column}: {}\n", file.display(), hint.mistake.rule().name());
    for sentence in [words.what, words.instead] {
        said += &format!("  {sentence}\n");
    }
    said + &hint.repair.as_ref().map_or_else(String::new, |edit| changed(edit, source))
}

/// The lines that a repair takes away and puts in, replacement by replacement.
fn changed(edit: &Edit, source: &str) -> String {
    let mut said = String::new();
    let mut rest = edit.replacements();
    while let Some(first) = rest.first() {
        let start = source.get(..first.span.start as usize).and_then(|before| before.rfind('\n'));
        let start = start.map_or(0, |at| at + 1);
        let mut end = line_end(source, first.span.end);
        let mut count = 1;
        while let Some(next) = rest.get(count).filter(|next| next.span.start <= end) {
            end = end.max(line_end(source, next.span.end));
            count += 1;
        }
        let (hunk, later) = rest.split_at(count);
        let mut lines = String::new();
        let mut at = start;
        for replacement in hunk {
            lines += source.get(at..replacement.span.start as usize).unwrap_or_default();
            lines += &replacement.text;
            at = replacement.span.end as usize;
        }
        lines += source.get(at..end as usize).unwrap_or_default();
        let old = source.get(start..end as usize).unwrap_or_default();
        said += &difference(old, &lines);
        rest = later;
    }
    said
}

/// The end of the line that an offset is in.
fn line_end(source: &str, offset: u32) -> u32 {
    let rest = source.get(offset as usize..).unwrap_or_default();
    let length = rest.find('\n').unwrap_or(rest.len());
    offset + u32::try_from(length).unwrap_or(0)
}
