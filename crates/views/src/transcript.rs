//! A timeline as plain text: bars of letters for a terminal, and sentences for those who hear it.
//!
//! Letters, not block graphics: they are one column wide everywhere, next to Chinese as well.

use interleave_text::Language;

use crate::sight::{Row, State, Timeline};
use crate::{columns, words};

/// Columns that names have at most.
const NAME_COLUMNS: usize = 28;

/// What stands for a print.
const PRINT: char = '*';

/// What ends the bar of a wait that nothing ends.
const FOR_EVER: char = '>';

const fn letter(state: State) -> char {
    match state {
        State::Ready => '.',
        State::Running => '#',
        State::Sleeping => '-',
        State::Waiting => '~',
        State::Blocking => '!',
        State::Done => 'o',
        State::Failed => 'x',
        State::Cancelled => '/',
    }
}

/// Which of two states in one column is seen: whoever ran for no time, and how it ended, must not vanish.
const fn weight(state: State) -> u8 {
    match state {
        State::Ready => 1,
        State::Sleeping | State::Waiting => 2,
        State::Running => 3,
        State::Blocking => 4,
        State::Done | State::Failed | State::Cancelled => 5,
    }
}

/// The lanes as bars, one a line, below an axis and above a legend: a frame of so many pixels in so many columns.
pub fn bars(timeline: &Timeline, language: Language, pixels: f32, columns: usize) -> String {
    let scale = Scale { columns, column: if pixels > 0.0 { pixels / columns as f32 } else { 1.0 } };
    let label = |row: &Row| {
        let indent = "  ".repeat(usize::from(row.depth.min(3)));
        let code = if row.code.is_empty() { String::new() } else { format!(" {}", row.code) };
        columns::fitted(&format!("{indent}{}{code}", row.name), NAME_COLUMNS)
    };
    let labels: Vec<String> = timeline.rows.iter().map(label).collect();
    let room = labels.iter().map(|label| columns::of(label)).max().unwrap_or(0);
    let mut out = axis(timeline, room + 2, scale);
    for (row, label) in timeline.rows.iter().zip(&labels) {
        out += &format!("{}  {}\n", columns::padded(label, room), bar(row, scale).trim_end());
    }
    let has_prints = out.contains(PRINT);
    out += &legend(timeline, language, has_prints);
    out
}

/// Pixels as columns.
#[derive(Clone, Copy)]
struct Scale {
    columns: usize,
    /// The pixels of a column.
    column: f32,
}

impl Scale {
    /// The column in which a place lies; its right edge belongs to the last one.
    fn at(self, x: f32) -> Option<usize> {
        let place = x / self.column;
        let fits = place >= 0.0 && place < self.columns as f32 + 1.0;
        fits.then_some((place as usize).min(self.columns.saturating_sub(1)))
    }
}

fn axis(timeline: &Timeline, left: usize, scale: Scale) -> String {
    let mut line = String::new();
    for tick in &timeline.ticks {
        let Some(at) = scale.at(tick.x) else { continue };
        let taken = columns::of(&line);
        // A label begins at its place; one that would touch the label before it is left out.
        if line.is_empty() || taken < left + at {
            line += &" ".repeat((left + at).saturating_sub(taken));
            line += &tick.label;
        }
    }
    line.truncate(line.trim_end().len());
    line + "\n"
}

fn bar(row: &Row, scale: Scale) -> String {
    let mut cells: Vec<Option<State>> = vec![None; scale.columns];
    for segment in &row.segments {
        // What reaches beyond the frame is seen as far as the frame goes.
        let from = scale.at(segment.x0.max(0.0));
        let to = scale.at(segment.x1.min(scale.columns as f32 * scale.column));
        let (Some(from), Some(to)) = (from, to) else { continue };
        let to = if segment.x1 > segment.x0 { to.max(from + 1) } else { from + 1 };
        for cell in cells.iter_mut().take(to).skip(from) {
            if cell.is_none_or(|before| weight(before) <= weight(segment.state)) {
                *cell = Some(segment.state);
            }
        }
    }
    let endless = row.segments.last().is_some_and(|segment| segment.endless);
    let mut letters: Vec<char> = cells.into_iter().map(|cell| cell.map_or(' ', letter)).collect();
    for at in row.dots.iter().filter_map(|dot| scale.at(dot.x)) {
        let ended = letters.get(at).is_some_and(|letter| matches!(letter, 'o' | 'x' | '/'));
        if let Some(letter) = letters.get_mut(at).filter(|_| !ended) {
            *letter = PRINT;
        }
    }
    if let Some(last) = letters.last_mut().filter(|_| endless) {
        *last = FOR_EVER;
    }
    letters.into_iter().collect()
}

fn legend(timeline: &Timeline, language: Language, has_prints: bool) -> String {
    const STATES: [State; 8] = [
        State::Running,
        State::Ready,
        State::Sleeping,
        State::Waiting,
        State::Blocking,
        State::Done,
        State::Failed,
        State::Cancelled,
    ];
    let occurs =
        |state| timeline.rows.iter().flat_map(|row| &row.segments).any(|segment| segment.state == state);
    let states = STATES.into_iter().filter(|state| occurs(*state));
    let mut words: Vec<String> =
        states.map(|state| format!("{} {}", letter(state), words::state(language, state))).collect();
    if has_prints {
        words.push(format!("{PRINT} {}", words::print_mark(language)));
    }
    if timeline.rows.iter().flat_map(|row| &row.segments).any(|segment| segment.endless) {
        words.push(format!("{FOR_EVER} {}", words::for_ever(language)));
    }
    words.join("   ") + "\n"
}

/// Everything in sentences: each lane's life, and below it each stretch of it that is drawn.
pub fn sentences(timeline: &Timeline) -> String {
    let mut out = String::new();
    for row in &timeline.rows {
        out += &row.sentence;
        out.push('\n');
        for segment in &row.segments {
            out += &format!("- {}\n", segment.sentence);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::svg::samples;

    #[test]
    fn lanes_are_bars_of_letters() {
        let timeline = samples::timeline(640.0);
        expect![[r#"
                                          0 s       1 s       2 s       3 s      4 s
            Task-1 main                   #~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~o
              Task-2 download             .....#-------------------x
              Task-3 a_rather_long_name…  #~~~~~~~~~----------/
              泡茶 煮水                   !!!!!*####-------------------------o
            # running   . ready   - sleeping   ~ waiting   ! blocking   o done   x failed   / cancelled   * prints
        "#]].assert_eq(&bars(&timeline, Language::English, 640.0, 40));
        expect![[r#"
                                          0 s       1 s       2 s       3 s      4 s
            Task-1 main                   #~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~o
              Task-2 download             .....#-------------------x
              Task-3 a_rather_long_name…  #~~~~~~~~~----------/
              泡茶 煮水                   !!!!!*####-------------------------o
            # 執行中   . 就緒   - 睡眠中   ~ 等待中   ! 阻塞中   o 已完成   x 失敗   / 已取消   * 印出
        "#]]
        .assert_eq(&bars(&timeline, Language::TraditionalChinese, 640.0, 40));
    }

    #[test]
    fn nothing_is_too_narrow_to_be_written() {
        let timeline = samples::timeline(1.0);
        for width in [0, 1] {
            assert_eq!(
                bars(&timeline, Language::English, 1.0, width).lines().count(),
                timeline.rows.len() + 2
            );
        }
        assert_eq!(bars(&Timeline::default(), Language::English, 0.0, 40), "\n\n");
    }
}
