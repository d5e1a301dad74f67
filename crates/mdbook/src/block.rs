//! One block of code that is to be a program: what its author wishes, how its run looks, and the element of that.

use std::ops::Range;

use interleave_figure::{Figure, Plain};
use interleave_python::{Ending, Limits, Options, run};
use interleave_text::{Fence, Language, Lines};
use interleave_views::Story;
use interleave_views::endings::{advice, reached};
use interleave_views::svg::Colours;

/// A book is built again and again: what a program may do meanwhile, about two seconds' worth.
const INSTRUCTIONS: u64 = 100_000_000;
const MEMORY: usize = 512 << 20;

/// Pixels of the timeline's lanes, so that all of it fits into a column of mdBook's.
const WIDTH: f32 = 560.0;

/// What stands behind the word `interleave` of a block: attributes of the element.
pub(crate) struct Wishes(Vec<(String, String)>);

impl Wishes {
    /// Of a block of Python that has the word, as in ```` ```python,interleave view="code log" ````.
    pub(crate) fn of(fence: &Fence) -> Option<Self> {
        if !matches!(fence.language().as_str(), "python" | "py" | "python3") {
            return None;
        }
        let mut wishes = Vec::new();
        let mut is_program = false;
        let is_between = |sign: char| sign == ',' || sign.is_whitespace();
        let mut rest = fence.info.as_str();
        while !rest.is_empty() {
            rest = rest.trim_start_matches(is_between);
            let (name, behind) =
                rest.split_at(rest.find(|sign| sign == '=' || is_between(sign)).unwrap_or(rest.len()));
            rest = behind;
            let Some(value) = behind.strip_prefix('=') else {
                is_program |= name == "interleave";
                continue;
            };
            let (value, behind) = match value.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                None => value.split_at(value.find(is_between).unwrap_or(value.len())),
            };
            wishes.push((name.to_owned(), value.to_owned()));
            rest = behind;
        }
        is_program.then_some(Self(wishes))
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    fn shows(&self, view: &str) -> bool {
        self.get("view").is_none_or(|views| views.split_whitespace().any(|shown| shown == view))
    }
}

/// Where it is, and what it holds.
pub(crate) struct Block {
    /// From the line of the opening fence to the end of that of the closing one.
    pub(crate) span: Range<usize>,
    /// White space before the fences, which keeps it in the list that it stands in.
    indent: String,
    program: String,
}

/// What it becomes, and what its author should know.
pub(crate) struct Made {
    pub(crate) html: String,
    pub(crate) problems: Vec<String>,
}

impl Block {
    pub(crate) fn at(markdown: &str, fence: &Fence) -> Option<Self> {
        let lines = Lines::new(markdown);
        let start = lines.start(fence.line)? as usize;
        let opening = lines.line(markdown, fence.line);
        let indent = opening.get(..opening.len() - opening.trim_start().len())?.to_owned();
        let closing = fence.inside.end as usize;
        let end = markdown.get(closing..)?.find('\n').map_or(markdown.len(), |at| closing + at + 1);
        Some(Self { span: start..end, indent, program: fence.text(markdown) })
    }

    /// The element, and in it the figure that readers see without scripts. The first of a page brings styles.
    pub(crate) fn element(&self, wishes: &Wishes, language: Language, is_first: bool) -> Made {
        let mut problems = Vec::new();
        let figure = self.figure(wishes, language, &mut problems);
        let caption = wishes.get("label").unwrap_or_default();
        let figure = if is_first {
            figure.standing(caption, language, Colours::Own)
        } else {
            figure.leaning(caption, language)
        };
        let mut html = format!("\n{}<interleave-play", self.indent);
        for (name, value) in &wishes.0 {
            if name.starts_with(|sign: char| sign.is_ascii_lowercase())
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            {
                html += &format!(" {name}=\"{}\"", Plain(value));
            } else {
                problems.push(format!("no attribute is called `{name}`: they are small letters and -"));
            }
        }
        html += ">\n";
        // An empty line would end a piece of HTML in Markdown, and a lone carriage return is the end of a line there.
        for line in figure.replace('\r', "&#13;").lines().filter(|line| !line.trim().is_empty()) {
            html += &self.indent;
            html += line;
            html.push('\n');
        }
        html += &format!("{}</interleave-play>\n\n", self.indent);
        Made { html, problems }
    }

    fn figure(&self, wishes: &Wishes, language: Language, problems: &mut Vec<String>) -> Figure {
        let options = Options {
            record: true,
            stdin: wishes.get("stdin").unwrap_or_default().to_owned(),
            limits: Limits { instructions: INSTRUCTIONS, memory: MEMORY, ..Limits::default() },
            ..Options::default()
        };
        let ran = run(&self.program, &options);
        let story = Story::new(&self.program, ran.trace.unwrap_or_default());
        // To fail, or to be stuck, may be what the page is about; what cannot begin, or never ends, is a mistake.
        let mut said = vec![ran.stderr];
        match &ran.ending {
            Ending::Finished => {}
            Ending::Deadlock(why) => match story.deadlock(language) {
                Some(deadlock) => said.extend(deadlock.waits.into_iter().map(|wait| wait.sentence)),
                None => said.push(why.clone()),
            },
            Ending::Mistake(_) | Ending::Library => problems.extend(said.iter().cloned()),
            Ending::Limit(stopped) => {
                problems.push(reached(Language::English, stopped));
                said.push(reached(language, stopped));
                said.extend(advice(language, stopped));
            }
        }
        let mut figure = Figure::of_story(&self.program, &story, language, WIDTH);
        if !wishes.shows("timeline") {
            figure.timeline.clear();
        }
        if !wishes.shows("log") {
            figure.log.clear();
        }
        said.retain(|text| !text.trim().is_empty());
        if !said.is_empty() {
            let lines: Vec<&str> = said.iter().map(|text| text.trim_end()).collect();
            figure.log += &format!("<pre class=\"code\">{}</pre>", Plain(&lines.join("\n")));
        }
        figure
    }
}
