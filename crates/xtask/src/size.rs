//! What a visitor downloads: bytes of the built page, raw and compressed,
//! against the budget in web/size-budget.txt; and those of the engine alone.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::page::{self, LESSONS, Profile};
use crate::setup::Tools;
use crate::workspace;
use crate::{alone, engine, offline};

const BUDGET: &str = "web/size-budget.txt";
const EXPLANATION: &str = "\
# What the page may weigh: bytes after brotli, by kind of file and in all.
# `cargo xtask size` fails above these. Raise one only in the commit that needs
# it, and say there what the bytes buy: `cargo xtask size --record` writes them.
";

/// A compiler's release changes a few bytes, and so does the length of the paths that panics
/// name: a budget allows a fiftieth more, rounded up to this.
const GRAIN: u64 = 500;
const FIFTIETH: u64 = 50;

/// What other people's pages load: the one script, and what that fetches besides the engine.
const EMBED_SCRIPT: &str = "embed.js";
const EMBEDS: &str = "embed";

/// What says to the authors of such pages how much that is.
const PAGE_ON_EMBEDS: &str = "docs/embedding.md";

/// What is downloaded when a reader comes near, or a program first needs some of it.
const ON_DEMAND: [&str; 4] = ["library.txt", "page-2.wasm", "worker-2.wasm", "worker-3.wasm"];

#[derive(Clone, Copy, Default)]
struct Bytes {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

pub(crate) fn report(tools: &Tools, record: bool) -> Result<()> {
    if !workspace::dist().join("index.html").is_file() {
        page::build(tools, Profile::Page)?;
    }
    let mut sizes = measure(&workspace::dist())?;
    println!("{:<16}{:>10}{:>10}{:>10}", "", "raw", "gzip", "brotli");
    sizes.iter().for_each(|(kind, bytes)| show(kind, bytes));
    let engine::Engine { first, later, .. } = engine::build(tools)?;
    let engine = weigh(&fs::read(first)?)?;
    show("engine, part 1", &engine);
    for (file, number) in later.iter().zip(2..) {
        show(&format!("engine, part {number}"), &weigh(&fs::read(file)?)?);
    }
    sizes.insert("engine.wasm".to_owned(), engine);
    if tools.shrinkers.is_none() {
        bail!("not made small, so these sizes say nothing about the budget");
    }
    embeds_weigh_what_is_said(&workspace::dist())?;
    let file = workspace::root().join(BUDGET);
    if record {
        fs::write(file, written(&sizes))?;
        return Ok(());
    }
    let budget = fs::read_to_string(file).with_context(|| format!("cannot read {BUDGET}"))?;
    let excess = over(&sizes, &parsed(&budget)?);
    if !excess.is_empty() {
        bail!("over the budget (see {BUDGET}):\n  {}", excess.join("\n  "));
    }
    Ok(())
}

/// Whether the page about embeds says what their scripts weigh.
fn embeds_weigh_what_is_said(dist: &Path) -> Result<()> {
    let said = fs::read_to_string(workspace::root().join(PAGE_ON_EMBEDS))
        .with_context(|| format!("cannot read {PAGE_ON_EMBEDS}"))?;
    let line = ["embed/line.js", "embed/source.js"];
    let player = ["figure", "hidden", "panes", "places", "player", "style", "words"];
    let player = player.map(|module| format!("embed/{module}.js"));
    for (what, thousands) in [
        ("The script has", gzipped(dist, [EMBED_SCRIPT])?),
        ("the engine is fetched, with", gzipped(dist, line)?),
        ("The player has", gzipped(dist, player.iter().map(String::as_str))?),
    ] {
        let sentence = format!("{what} {thousands} KB");
        ensure!(said.contains(&sentence), "{PAGE_ON_EMBEDS} does not say \"{sentence}\"");
    }
    Ok(())
}

/// In thousands of bytes after gzip, rounded up.
fn gzipped<'a>(dist: &Path, files: impl IntoIterator<Item = &'a str>) -> Result<u64> {
    let mut all = 0;
    for file in files {
        all += weigh(&fs::read(dist.join(file)).with_context(|| format!("cannot read {file}"))?)?.gzip;
    }
    Ok(all.div_ceil(1000))
}

fn show(kind: &str, bytes: &Bytes) {
    println!("{kind:<16}{:>10}{:>10}{:>10}", bytes.raw, bytes.gzip, bytes.brotli);
}

/// Sizes by kind, and what a visitor downloads at first and later; the lessons' pages and embeds apart.
fn measure(folder: &Path) -> Result<BTreeMap<String, Bytes>> {
    let mut sizes = BTreeMap::new();
    let (lessons, embeds) = (folder.join(LESSONS), folder.join(EMBEDS));
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let content = fs::read(&path)?;
            let bytes = weigh(&content)?;
            let kind = kind_of(&path);
            let kinds = if path.starts_with(&lessons) {
                // Who reads a page of theirs has not opened the playground.
                [Some(LESSONS), None]
            } else if path.ends_with(alone::FILE) {
                [Some("alone.html"), None]
            } else if path.starts_with(&embeds) {
                [Some(EMBEDS), None]
            } else if path.ends_with(EMBED_SCRIPT) {
                // All that a page with embeds loads before one is near.
                [Some(EMBED_SCRIPT), None]
            } else if path.ends_with(offline::WORKER) {
                // Comes to readers who stay, as does then what it keeps.
                [Some(offline::WORKER), None]
            } else if ON_DEMAND.contains(&kind.as_str()) {
                [Some(kind.as_str()), Some("on demand")]
            } else {
                [Some(kind.as_str()), Some("first visit")]
            };
            for kind in kinds.into_iter().flatten() {
                let sum: &mut Bytes = sizes.entry(kind.to_owned()).or_default();
                sum.raw += bytes.raw;
                sum.gzip += bytes.gzip;
                sum.brotli += bytes.brotli;
            }
        }
    }
    Ok(sizes)
}

/// The modules are watched apart, each part of them, and so is what only some programs need; everything else by
/// its ending.
fn kind_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let later = name.split_once("_bg-").and_then(|(_, part)| part.split('-').next());
    let part = later.map(|number| format!("-{number}")).unwrap_or_default();
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("wasm") if name.starts_with("worker") => format!("worker{part}.wasm"),
        Some("wasm") => format!("page{part}.wasm"),
        Some("txt") if name.starts_with("library-") => "library.txt".to_owned(),
        Some(ending) => format!("*.{ending}"),
        None => "other".to_owned(),
    }
}

fn weigh(content: &[u8]) -> Result<Bytes> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    let mut small = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &content[..], &mut small, &best)?;
    Ok(Bytes { raw: content.len() as u64, gzip: gzip.finish()?.len() as u64, brotli: small.len() as u64 })
}

fn written(sizes: &BTreeMap<String, Bytes>) -> String {
    let lines = sizes.iter().map(|(kind, bytes)| format!("{kind} {}\n", allowed(bytes.brotli)));
    EXPLANATION.to_owned() + &lines.collect::<String>()
}

fn allowed(bytes: u64) -> u64 {
    (bytes + bytes / FIFTIETH).div_ceil(GRAIN) * GRAIN
}

fn parsed(budget: &str) -> Result<BTreeMap<String, u64>> {
    let lines = budget.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| {
            let (kind, bytes) =
                line.rsplit_once(' ').with_context(|| format!("{BUDGET}: `{line}` is not `KIND BYTES`"))?;
            Ok((
                kind.to_owned(),
                bytes.trim().parse().with_context(|| format!("{BUDGET}: `{bytes}` is no number"))?,
            ))
        })
        .collect()
}

fn over(sizes: &BTreeMap<String, Bytes>, budget: &BTreeMap<String, u64>) -> Vec<String> {
    let excess = sizes.iter().filter_map(|(kind, bytes)| match budget.get(kind) {
        Some(&allowed) if bytes.brotli <= allowed => None,
        Some(allowed) => Some(format!("{kind}: {} bytes, allowed are {allowed}", bytes.brotli)),
        None => Some(format!("{kind}: {} bytes of a kind that has no budget", bytes.brotli)),
    });
    excess.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(brotli: u64) -> BTreeMap<String, Bytes> {
        BTreeMap::from([("*.js".to_owned(), Bytes { brotli, ..Bytes::default() })])
    }

    #[test]
    fn what_is_recorded_allows_itself_and_little_more() {
        let budget = parsed(&written(&sizes(1_201))).expect("what was written can be read");
        assert!(over(&sizes(1_500), &budget).is_empty());
        assert_eq!(over(&sizes(1_501), &budget), ["*.js: 1501 bytes, allowed are 1500"]);
    }

    #[test]
    fn a_new_kind_of_file_needs_a_budget() {
        assert_eq!(over(&sizes(7), &BTreeMap::new()), ["*.js: 7 bytes of a kind that has no budget"]);
    }

    #[test]
    fn each_part_of_a_module_is_of_a_kind_of_its_own() {
        let kinds =
            ["page-1f2e_bg.wasm", "page-1f2e_bg-2-0a1b.wasm", "worker_bg.wasm", "worker_bg-3-0a1b.wasm"];
        let kinds = kinds.map(|name| kind_of(Path::new(name)));
        assert_eq!(kinds, ["page.wasm", "page-2.wasm", "worker.wasm", "worker-3.wasm"]);
    }

    #[test]
    fn the_engine_weighs_what_the_page_on_embeds_says() {
        let said = fs::read_to_string(workspace::root().join(PAGE_ON_EMBEDS)).expect("the page about embeds");
        let budget = fs::read_to_string(workspace::root().join(BUDGET)).expect("the budget");
        let budget = parsed(&budget).expect("it can be read");
        let first = budget["worker.wasm"] + budget["worker-2.wasm"];
        assert!(said.contains("half a megabyte") && (400_000..600_000).contains(&first), "{first}");
    }

    #[test]
    fn a_line_that_is_no_budget_is_named() {
        assert!(parsed("*.js many").expect_err("no number").to_string().contains("`many`"));
    }
}
