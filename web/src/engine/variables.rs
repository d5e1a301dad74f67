//! Variables at a moment, as the page shows them, and as questions are made of them.

use interleave_python::{Change, LiveFrame, LiveTask, LiveVariable, Snapshot, Who};
use interleave_text::Language;
use interleave_views::Story;
use interleave_views::sight::Lane;

use super::protocol::{FrameVariables, LaneVariables, Variable, VariableChange};

/// The variables of all tasks and threads, with the names and colours that they have elsewhere.
pub(crate) fn of(snapshot: &Snapshot, story: &Story, language: Language) -> Vec<LaneVariables> {
    let of_task = |task: &LiveTask| {
        let lane = match task.who {
            Who::Thread(thread) => Lane::Thread(thread.0),
            Who::Task(task) => Lane::Task(task.0),
        };
        let (name, colour) = story.sign(language, lane);
        let frames =
            task.frames.iter().enumerate().map(|(index, frame)| of_frame(snapshot, task, index, frame));
        LaneVariables { lane, name, colour, frames: frames.collect() }
    };
    snapshot.tasks.iter().map(of_task).collect()
}

/// The variables that belong to nobody else at that moment: those of the program, and of each function of which one call
/// is under way.
pub(crate) fn unmistakable(tasks: &[LiveTask]) -> Vec<interleave_quiz::Variable> {
    let frames = || tasks.iter().flat_map(|task| &task.frames);
    let is_alone =
        |frame: &&LiveFrame| frames().filter(|other| other.function == frame.function).count() == 1;
    let of_frame = |frame: &LiveFrame| {
        let function = Some(frame.function.clone()).filter(|function| function != "<module>");
        let variable = move |variable: &LiveVariable| interleave_quiz::Variable {
            function: function.clone(),
            name: variable.name.clone(),
            text: variable.text.clone(),
        };
        frame.variables.iter().map(variable).collect::<Vec<_>>()
    };
    frames().filter(is_alone).flat_map(of_frame).collect()
}

fn of_frame(snapshot: &Snapshot, task: &LiveTask, index: usize, frame: &LiveFrame) -> FrameVariables {
    let variables = frame.variables.iter().map(|variable| Variable {
        name: variable.name.clone(),
        text: variable.text.clone(),
        change: match snapshot.change(task, index, variable) {
            Change::New => VariableChange::New,
            Change::Changed => VariableChange::Changed,
            Change::Same => VariableChange::Same,
        },
    });
    FrameVariables {
        function: frame.function.clone(),
        line: frame.line,
        span: frame.span,
        variables: variables.collect(),
    }
}
