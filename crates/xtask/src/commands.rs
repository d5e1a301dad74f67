//! The commands of `cargo xtask`, their options, and the list shown without one.

use anyhow::{Result, bail};

use crate::process::{Step, cargo};
use crate::setup::{self, Goal};
use crate::{
    archive, bench, differ, engine, fuzz, page, plant, recipes, record, size, vendor, workspace, yardstick,
};

const LIST: &str = "\
usage: cargo xtask COMMAND

  setup           install whatever this machine lacks for all of the below
  serve           set up, build, and serve the page (--dev: quick unoptimised build; --port N)
  build           set up and build the page into dist/ (--dev; --zip: also as interleave.zip, to be put
                  beside a course)
  test            set up, build the page, and run every test, the browser's too
                  (words after -- go to cargo test: `test -- -p interleave-tests house`)
  record          write down what CPython 3.13 prints for the cases of tests/cases and for the
                  lessons (AREA or AREA/NAME … for some; --check: only say what has changed)
  differ          random programs on Interleave and on CPython 3.13, and what differs (--count N,
                  --seed S, --shape lesson|scheduling|storm, --stderr, --shrink, --print)
  fuzz            input that is made up, to see that no law breaks: links, edits, calls of the loop,
                  programs, and messages to embeds (--count N of each, --seed S, NAME … for some)
  plant           mistakes in scheduling and decoding, planted one at a time, and after how many random
                  programs, or tries of a fuzzer, each is found (--count N, --seed S, NAME for one of them)
  yardstick       CPython's own tests of asyncio on Interleave, function by function (`language` for
                  those of the language, FILE … for some, --brief to leave out those that pass)
  size            sizes of the built page against web/size-budget.txt (--record writes them), and
                  of the engine alone
  bench           how fast we are, as ratios of one run: `bench loop`, the loop beside tokio's (words
                  after -- go to the bench); `bench python`, programs of tests/bench beside CPython
                  (--scale 0.1, --rounds N, NAME … for some); `bench page`, the page in Chromium
                  beside CPython as wasm (--rounds N); `bench origins`, what it costs that numbers
                  remember their literals; `bench start`, from the start of the process to the first
                  line that a lesson prints
  recipes         build the courses of docs/recipes with the tools that they are for, which it installs,
                  and read them in Chromium (html, mdbook, sphinx, mkdocs, docusaurus, jupyter for some)
  fmt             format every Rust file (--check: only say what is not formatted)
  lint            clippy for the host and for wasm, warnings are errors
  vendor          rebuild the vendored editor bundle from its lock file (needs Node)

Downloads and tools are kept in one folder: $INTERLEAVE_CACHE, else ~/.cache/interleave.";

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    // These understand their words themselves.
    match arguments.split_first().map(|(command, rest)| (command.as_str(), rest)) {
        Some(("record", rest)) => return record::run(rest),
        Some(("differ", rest)) => return differ::run(rest),
        Some(("fuzz", rest)) => return fuzz::run(rest),
        Some(("plant", rest)) => return plant::run(rest),
        Some(("yardstick", rest)) => return yardstick::run(rest),
        Some(("recipes", rest)) => return recipes::run(rest),
        Some(("bench", rest)) => return bench::run(rest),
        Some((bench::MEASURE, rest)) => return bench::measure(rest),
        _ => {}
    }
    let (command, options) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), Options::parse(rest)?),
        None => {
            println!("{LIST}");
            return Ok(());
        }
    };
    options.only(command)?;
    match command {
        "setup" => {
            for goal in [Goal::Page, Goal::Tests] {
                setup::tools(goal)?;
            }
            println!("everything is set up");
            Ok(())
        }
        "serve" => page::serve(&setup::tools(Goal::Page)?, options.profile(), options.port),
        "build" => build(&options),
        "test" => test(&options),
        "size" => size::report(&setup::tools(Goal::Page)?, options.record),
        "fmt" => format(options.check),
        "lint" => lint(),
        "vendor" => vendor::rebuild_editor(),
        "help" | "--help" | "-h" => {
            println!("{LIST}");
            Ok(())
        }
        other => bail!("there is no command `{other}`\n\n{LIST}"),
    }
}

fn build(options: &Options) -> Result<()> {
    page::build(&setup::tools(Goal::Page)?, options.profile())?;
    if options.zip {
        let archive = workspace::root().join("interleave.zip");
        let count = archive::pack(&workspace::dist(), &archive)?;
        println!("  {} has {count} files", archive.display());
    }
    Ok(())
}

fn test(options: &Options) -> Result<()> {
    let tools = setup::tools(Goal::Tests)?;
    page::build(&tools, page::Profile::Page)?;
    let mut command = cargo();
    command.args(["test", "--locked", "--features", "interleave-tests/browser"]);
    if options.rest.is_empty() {
        command.arg("--workspace");
    }
    tools.browser()?.describe_to(&mut command);
    command.env("INTERLEAVE_ENGINE", engine::build(&tools)?.folder);
    command.args(&options.rest);
    Step::loudly("cargo test").run(&mut command)
}

fn format(check_only: bool) -> Result<()> {
    let mut command = cargo();
    command.args(["fmt", "--all"]);
    if check_only {
        command.arg("--check");
    }
    Step::loudly("cargo fmt").run(&mut command)
}

fn lint() -> Result<()> {
    let deny = ["--", "--deny", "warnings"];
    let mut host = cargo();
    host.args([
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--features",
        "interleave-tests/browser",
    ]);
    Step::loudly("clippy, host").run(host.args(deny))?;

    // Workspaces of their own; part of them is C++.
    for (_, package) in fuzz::FUZZERS {
        let mut command = cargo();
        command.args(["clippy", "--locked", "--manifest-path", &format!("crates/{package}/fuzz/Cargo.toml")]);
        Step::loudly("clippy, fuzzer (needs a C++ compiler: install g++ or clang if it is missing)")
            .run(command.args(deny))?;
    }

    let tools = setup::tools(Goal::Page)?;
    let mut wasm = cargo();
    tools.wasm.choose_for(&mut wasm);
    wasm.args(["clippy", "--locked", "-p", "interleave-web", "--target", workspace::WASM_TARGET]);
    Step::loudly("clippy, wasm").run(wasm.args(deny))?;

    let mut engine = cargo();
    tools.wasm.choose_for(&mut engine);
    engine.args(["clippy", "--locked", "--target", workspace::WASM_TARGET]).args(engine::PACKAGE);
    Step::loudly("clippy, the engine as wasm").run(engine.args(deny))
}

/// Everything that may follow a command; `only` refuses what it does not take.
#[derive(Default)]
struct Options {
    dev: bool,
    zip: bool,
    check: bool,
    record: bool,
    port: Option<u16>,
    rest: Vec<String>,
    given: Vec<&'static str>,
}

impl Options {
    fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--dev" => {
                    options.dev = true;
                    options.given.push("--dev");
                }
                "--zip" => {
                    options.zip = true;
                    options.given.push("--zip");
                }
                "--check" => {
                    options.check = true;
                    options.given.push("--check");
                }
                "--record" => {
                    options.record = true;
                    options.given.push("--record");
                }
                "--port" => {
                    let Some(port) = words.next().and_then(|n| n.parse().ok()) else {
                        bail!("--port wants a number between 1 and 65535, for example `--port 8081`");
                    };
                    options.port = Some(port);
                    options.given.push("--port");
                }
                "--" => {
                    options.rest = words.cloned().collect();
                    options.given.push("--");
                    break;
                }
                other => bail!("what is `{other}`? `cargo xtask` without a word lists commands and options"),
            }
        }
        Ok(options)
    }

    fn only(&self, command: &str) -> Result<()> {
        let taken: &[&str] = match command {
            "serve" => &["--dev", "--port"],
            "build" => &["--dev", "--zip"],
            "test" => &["--"],
            "size" => &["--record"],
            "fmt" => &["--check"],
            _ => &[],
        };
        match self.given.iter().find(|option| !taken.contains(option)) {
            Some(option) => bail!("`cargo xtask {command}` does not take {option}"),
            None => Ok(()),
        }
    }

    fn profile(&self) -> page::Profile {
        if self.dev { page::Profile::Dev } else { page::Profile::Page }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Options> {
        Options::parse(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn what_follows_two_dashes_is_passed_on() {
        let options = parse(&["--", "-p", "interleave-tests", "--dev"]).expect("valid");
        assert_eq!(options.rest, ["-p", "interleave-tests", "--dev"]);
        assert!(!options.dev);
    }

    #[test]
    fn an_option_of_another_command_is_refused_by_name() {
        let error = parse(&["--record"]).expect("valid").only("serve").expect_err("refused");
        assert_eq!(error.to_string(), "`cargo xtask serve` does not take --record");
    }

    #[test]
    fn a_port_must_be_a_number() {
        assert!(parse(&["--port", "eighty"]).is_err());
        assert!(parse(&["--port"]).is_err());
        assert_eq!(parse(&["--port", "8081"]).expect("valid").port, Some(8081));
    }
}
