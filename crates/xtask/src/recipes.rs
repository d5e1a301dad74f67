//! `cargo xtask recipes`: the courses of `docs/recipes`, each built by the tool that it is for, as its recipe says,
//! and then read in a browser. The tools come into the cache; what is built there is judged by
//! `tests/tests/recipes.rs`.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{Step, cargo, path_with};
use crate::setup::{self, Goal, course_tools};
use crate::{page, workspace};

/// A course, and what its tool makes of it.
struct Recipe {
    tool: &'static str,
    /// Where the built site lies in the course, so that the tool copies it.
    site: &'static str,
    /// Where its pages take their figure from.
    figure: Option<&'static str>,
    build: fn(&Path, &Path) -> Result<()>,
}

const RECIPES: [Recipe; 6] = [
    Recipe { tool: "html", site: "interleave", figure: None, build: html },
    Recipe { tool: "mdbook", site: "src/interleave", figure: None, build: mdbook },
    Recipe { tool: "sphinx", site: "_static/interleave", figure: Some("tea.html"), build: sphinx },
    Recipe { tool: "mkdocs", site: "docs/interleave", figure: Some("tea.html"), build: mkdocs },
    Recipe {
        tool: "docusaurus",
        site: "static/interleave",
        figure: Some("docs/tea.html"),
        build: docusaurus,
    },
    Recipe { tool: "jupyter", site: "interleave", figure: None, build: jupyter },
];

/// Builds some courses, or all, and reads them.
pub(crate) fn run(names: &[String]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| RECIPES.iter().all(|recipe| recipe.tool != **name)) {
        let known: Vec<_> = RECIPES.iter().map(|recipe| recipe.tool).collect();
        bail!("there is no recipe for `{unknown}`; there are {}", known.join(", "));
    }
    let tools = setup::tools(Goal::Tests)?;
    page::build(&tools, page::Profile::Page)?;
    let folder = workspace::cache()?.join("recipes");
    let built = folder.join("built");
    for recipe in
        RECIPES.iter().filter(|recipe| names.is_empty() || names.iter().any(|name| recipe.tool == name))
    {
        let course = folder.join(recipe.tool);
        prepare(recipe, &course)?;
        let into = built.join(recipe.tool);
        empty(&into)?;
        Step::quietly(&format!("the course for {}", recipe.tool)).time(|| (recipe.build)(&course, &into))?;
    }
    let mut command = cargo();
    command.args([
        "test",
        "--locked",
        "-p",
        "interleave-tests",
        "--features",
        "recipes",
        "--test",
        "recipes",
        "--",
    ]);
    command.args(names);
    tools.browser()?.describe_to(&mut command);
    command.env("INTERLEAVE_RECIPES", &built);
    Step::loudly("reading the courses").run(&mut command)
}

/// A copy of the course, with the built site and the figure where the recipe puts them.
fn prepare(recipe: &Recipe, course: &Path) -> Result<()> {
    empty(course)?;
    let recipes = workspace::root().join("docs/recipes");
    copy(&recipes.join(recipe.tool), course)?;
    copy(&workspace::dist(), &course.join(recipe.site))?;
    if let Some(figure) = recipe.figure {
        let mut command = cargo();
        command.args(["run", "--quiet", "--locked", "-p", "interleave-cli", "--", "render"]);
        command.arg(recipes.join("tea.py")).args(["--title", "Tea and coffee", "--html"]);
        Step::quietly("the figure of tea.py").run(command.arg(course.join(figure)))?;
    }
    Ok(())
}

fn html(course: &Path, into: &Path) -> Result<()> {
    copy(course, into)
}

fn mdbook(course: &Path, into: &Path) -> Result<()> {
    let mut preprocessor = cargo();
    preprocessor.args(["build", "--quiet", "--locked", "-p", "interleave-mdbook"]);
    Step::quietly("mdbook-interleave").run(&mut preprocessor)?;
    let path = path_with([workspace::target()?.join("debug").as_path()])?;
    quietly(course, course_tools::mdbook()?, &["build".into(), "--dest-dir".into(), into.into()], Some(path))
}

fn sphinx(course: &Path, into: &Path) -> Result<()> {
    let tools = course_tools::python(&course.join("requirements.txt"))?;
    quietly(course, tools.join("sphinx-build"), &["-W".into(), ".".into(), into.into()], None)
}

fn mkdocs(course: &Path, into: &Path) -> Result<()> {
    let tools = course_tools::python(&course.join("requirements.txt"))?;
    let words = ["build".into(), "--strict".into(), "--site-dir".into(), into.into()];
    quietly(course, tools.join("mkdocs"), &words, None)
}

fn docusaurus(course: &Path, into: &Path) -> Result<()> {
    let tools = course_tools::node(course)?;
    quietly(course, tools.join("docusaurus"), &["build".into(), "--out-dir".into(), into.into()], None)
}

/// The notebook as a page; in JupyterLab itself a person has to look.
fn jupyter(course: &Path, into: &Path) -> Result<()> {
    let tools = course_tools::python(&course.join("requirements.txt"))?;
    let mut command = Command::new(tools.join("jupyter"));
    command.current_dir(course).env("INTERLEAVE_SITE", "interleave/");
    // The other templates fetch scripts from other hosts. What this one makes is for a page of somebody's own.
    command.args(["nbconvert", "--execute", "--to", "html", "--template", "basic", "--output-dir"]);
    Step::quietly("nbconvert").run(command.arg(into).arg("tea.ipynb"))?;
    let page = into.join("tea.html");
    let inside = fs::read_to_string(&page)?;
    let head = "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Course</title>\n<link rel=\"icon\" href=\"data:,\">\n";
    fs::write(&page, format!("{head}{inside}"))?;
    copy(&course.join("interleave"), &into.join("interleave"))
}

fn quietly(course: &Path, program: PathBuf, words: &[OsString], path: Option<OsString>) -> Result<()> {
    let mut command = Command::new(program);
    command.current_dir(course).args(words);
    if let Some(path) = path {
        command.env("PATH", path);
    }
    Step::quietly("its tool").run(&mut command)
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

/// Copies what is in a folder into another, which need not be there.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).with_context(|| format!("cannot write {}", target.display()))?;
        }
    }
    Ok(())
}
