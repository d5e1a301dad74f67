//! A step in words: what its source says, with what can be written over in its place. What doesn't fit the words
//! is shown as it is written, so nothing is left out.

use interleave_edits::graph::{Field, ProgramGraph, Step, StepKind};
use interleave_text::Span;

use crate::messages::DrawingMessages;

/// A piece of a step's line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Words(String),
    Code(String),
    /// A literal, to be written over.
    Field(Field, String),
}

/// The line of a step.
pub(super) fn line(messages: &DrawingMessages, text: &str, graph: &ProgramGraph, step: &Step) -> Vec<Piece> {
    let whole = || code(text, step.head, &step.fields);
    if step.kind == StepKind::Make
        && let Some(thing) = graph.things.iter().find(|thing| inside(thing.span, step.span))
    {
        let mut pieces = vec![
            Piece::Words(messages.things[thing.kind as usize].to_owned()),
            Piece::Code(thing.name.clone()),
        ];
        if let Some(number) = &thing.number {
            pieces.push(Piece::Words("=".to_owned()));
            pieces.extend(code(text, number.span, &step.fields));
        }
        return pieces;
    }
    let Some(parts) = Parts::of(step.kind, step.head, text) else { return whole() };
    let mut pieces = Vec::new();
    let mut rest = messages.steps[step.kind as usize];
    while let Some((words, (name, after))) =
        rest.split_once('{').and_then(|(words, rest)| Some((words, rest.split_once('}')?)))
    {
        pieces.extend(words_of(words));
        let span = match name {
            "a" => parts.arguments,
            "o" => parts.object,
            "c" => return whole(),
            _ => parts.value,
        };
        let Some(span) = span else { return whole() };
        pieces.extend(code(text, span, &step.fields));
        rest = after;
    }
    pieces.extend(words_of(rest));
    if let Some(target) = parts.target {
        pieces.push(Piece::Words("→".to_owned()));
        pieces.extend(code(text, target, &[]));
    }
    pieces
}

/// The same as one sentence.
pub(super) fn sentence(pieces: &[Piece]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Words(text) | Piece::Code(text) | Piece::Field(_, text) => text.as_str(),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn words_of(words: &str) -> Option<Piece> {
    let words = words.trim();
    (!words.is_empty()).then(|| Piece::Words(words.to_owned()))
}

fn inside(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Source with its fields, on one line.
fn code(text: &str, span: Span, fields: &[Field]) -> Vec<Piece> {
    let source = |from: u32, to: u32| on_one_line(Span::new(from, to.max(from)).of(text).unwrap_or_default());
    let mut pieces = Vec::new();
    let mut done = span.start;
    for field in fields.iter().filter(|field| inside(field.span, span)) {
        pieces.extend(Some(source(done, field.span.start)).filter(|code| !code.is_empty()).map(Piece::Code));
        pieces.push(Piece::Field(field.clone(), source(field.span.start, field.span.end)));
        done = field.span.end;
    }
    pieces.extend(Some(source(done, span.end)).filter(|code| !code.is_empty()).map(Piece::Code));
    pieces
}

fn on_one_line(source: &str) -> String {
    source.lines().map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// What a step's head is made of, where it is nothing but that.
#[derive(Default)]
struct Parts {
    /// The name that the result gets.
    target: Option<Span>,
    /// What a method is called on.
    object: Option<Span>,
    arguments: Option<Span>,
    /// What is awaited or entered; the name that it gets there.
    value: Option<Span>,
}

impl Parts {
    fn of(kind: StepKind, head: Span, text: &str) -> Option<Self> {
        let source = head.of(text)?;
        let at = |from: usize, to: usize| {
            let place = |offset: usize| head.start + u32::try_from(offset).unwrap_or(u32::MAX);
            Some(Span::new(place(from), place(to)))
        };
        let (target, begin) = target(source);
        let target = target.and_then(|length| at(0, length));
        let rest = source.get(begin..)?;
        let behind = |word| Some(source.len() - rest.strip_prefix(word)?.len());
        if kind == StepKind::Await {
            return Some(Self { target, value: at(behind("await ")?, source.len()), ..Self::default() });
        }
        if kind == StepKind::Hold {
            let entered = behind("async with ").or_else(|| behind("with "))?;
            return Some(Self { value: at(entered, source.len()), ..Self::default() });
        }
        let call = rest.strip_prefix("async with ").unwrap_or(rest);
        let call = call.strip_prefix("await ").unwrap_or(call);
        let begin = source.len() - call.len();
        let open = call.find('(')?;
        let (object, name) = match call.get(..open)?.rsplit_once('.') {
            Some((object, name)) => (at(begin, begin + object.len()), name),
            None => (None, call.get(..open)?),
        };
        let close = closing(call, open)?;
        let behind = call.get(close + 1..)?.trim();
        if !calls(kind).contains(&name) || !(behind.is_empty() || behind.starts_with("as ")) {
            return None;
        }
        let given = behind.strip_prefix("as ").map_or("", str::trim);
        Some(Self {
            target,
            object,
            arguments: at(begin + open + 1, begin + close),
            value: at(source.len() - given.len(), source.len()),
        })
    }
}

/// Where the target of an assignment ends, and where what it gets begins.
fn target(source: &str) -> (Option<usize>, usize) {
    let Some((target, value)) = source.split_once(" = ") else { return (None, 0) };
    let is_plain = target.chars().all(|c| c.is_alphanumeric() || "_., ".contains(c));
    if is_plain { (Some(target.len()), source.len() - value.len()) } else { (None, 0) }
}

/// The bracket that closes one.
fn closing(source: &str, open: usize) -> Option<usize> {
    let mut depth = 0;
    let mut string: Option<char> = None;
    let mut escaped = false;
    for (at, sign) in source.char_indices().skip_while(|(at, _)| *at < open) {
        match (string, sign) {
            (Some(_), '\\') if !escaped => {
                escaped = true;
                continue;
            }
            (Some(quote), sign) if sign == quote && !escaped => string = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => string = Some(sign),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            (None, _) => {}
        }
        escaped = false;
    }
    None
}

/// What the calls are called that a kind of step is made of.
fn calls(kind: StepKind) -> &'static [&'static str] {
    match kind {
        StepKind::Print => &["print"],
        StepKind::Sleep | StepKind::BlockingSleep => &["sleep"],
        StepKind::CreateTask => &["create_task", "ensure_future"],
        StepKind::Acquire => &["acquire"],
        StepKind::Release => &["release"],
        StepKind::Put => &["put", "put_nowait"],
        StepKind::Get => &["get", "get_nowait"],
        StepKind::TaskDone => &["task_done"],
        StepKind::Join => &["join"],
        StepKind::SetEvent => &["set"],
        StepKind::ClearEvent => &["clear"],
        StepKind::WaitFor => &["wait_for"],
        StepKind::WaitThing => &["wait", "wait_for"],
        StepKind::Notify => &["notify", "notify_all"],
        StepKind::SetResult => &["set_result"],
        StepKind::SetException => &["set_exception"],
        StepKind::Gather => &["gather"],
        StepKind::Wait => &["wait"],
        StepKind::AsCompleted => &["as_completed"],
        StepKind::TaskGroup => &["TaskGroup"],
        StepKind::Timeout => &["timeout"],
        StepKind::Shield => &["shield"],
        StepKind::Cancel => &["cancel"],
        StepKind::InThread => &["to_thread", "submit", "map"],
        StepKind::CallLater => &["call_later", "call_at", "call_soon"],
        StepKind::Run => &["run", "run_until_complete"],
        StepKind::Make
        | StepKind::Await
        | StepKind::Hold
        | StepKind::Loop
        | StepKind::Branch
        | StepKind::Try
        | StepKind::Return
        | StepKind::Raise
        | StepKind::Code => &[],
    }
}

#[cfg(test)]
mod tests {
    use interleave_edits::Program;
    use interleave_edits::graph::ProgramGraph;
    use interleave_text::Language;

    use super::{line, sentence};
    use crate::messages;

    /// The line of a coroutine's only step.
    fn said(step: &str) -> String {
        let text = format!(
            "import asyncio\nasync def f(queue=asyncio.Queue()):\n    q = asyncio.Queue(2)\n    {}\n",
            step.replace('\n', "\n    ")
        );
        let graph = ProgramGraph::of(&Program::read(&text).expect("it is a program"));
        let step = &graph.cards[0].steps[1];
        sentence(&line(&messages::of(Language::English).drawing, &text, &graph, step))
    }

    #[test]
    fn what_people_say_of_a_step() {
        for (source, words) in [
            ("print('a', \")\")", "print 'a' , \")\""),
            ("await asyncio.sleep(0.5)", "sleep 0.5 s"),
            ("task = asyncio.create_task(job(1))", "start job( 1 ) → task"),
            ("async with asyncio.timeout(3):\n    pass", "at most 3 s"),
            ("async with asyncio.TaskGroup() as group:\n    pass", "task group group"),
            ("await q.put('x')", "put 'x' into q"),
            ("item = await q.get()", "get from q → item"),
            ("await asyncio.gather(\n    a(),\n    b(),\n)", "at once: a(), b(),"),
            ("a, b = await both()", "await both() → a, b"),
            ("p = asyncio.Semaphore(3)", "semaphore p = 3"),
        ] {
            assert_eq!(said(source), words, "{source}");
        }
    }

    #[test]
    fn what_is_more_than_that_is_shown_as_it_is() {
        for source in [
            "total = len(await q.get())",
            "x = q.get_nowait() + 1",
            "tasks.append(asyncio.create_task(job(n)))",
        ] {
            assert_eq!(said(source), source);
        }
    }
}
