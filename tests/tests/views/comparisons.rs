//! Two runs under one clock.

use expect_test::{Expect, expect};
use interleave_text::Language;
use interleave_views::comparison::{Against, Comparison, compare};
use interleave_views::sight::{Axis, LogRow};
use interleave_views::sight::{Row, Timeline};
use interleave_views::transcript::bars;

use super::pictures::story;
use super::programs;

const WIDTH: f32 = 300.0;

const ONE_AFTER_THE_OTHER: &str = r#"
import asyncio

async def brew(drink, seconds):
    print(drink)
    await asyncio.sleep(seconds)
    print(drink, "is ready")

async def main():
    await brew("tea", 2)
    await brew("coffee", 1)
    print("enjoy")

asyncio.run(main())
"#;

fn together() -> String {
    ONE_AFTER_THE_OTHER.replace(
        "    await brew(\"tea\", 2)\n    await brew(\"coffee\", 1)\n",
        "    await asyncio.gather(brew(\"tea\", 2), brew(\"coffee\", 1))\n",
    )
}

fn compared(before: &str, now: &str, language: Language) -> Comparison {
    compare(&story(now), (Against::Earlier, &story(before)), language, WIDTH)
}

/// Lanes as pairs of bars, and the log with both times.
fn shown(comparison: &Comparison) -> String {
    let bar = |row: &Option<Row>| {
        let Some(row) = row else { return "-".to_owned() };
        let rows = vec![row.clone()];
        let picture = bars(&Timeline { rows, ..Timeline::default() }, Language::English, WIDTH, 24);
        picture.lines().nth(1).unwrap_or("").to_owned()
    };
    let mut out = format!("{}\n", comparison.summary);
    for pair in &comparison.lanes {
        let sign = if pair.differs { "≠" } else { "=" };
        out += &format!("{sign} {}\n  {}\n", bar(&pair.before), bar(&pair.after));
    }
    let time =
        |row: &Option<LogRow>| row.as_ref().map_or("-".into(), |row| format!("{}", row.ns as f64 / 1e9));
    for line in &comparison.lines {
        let text = line.after.as_ref().or(line.before.as_ref()).map_or("", |row| &row.text);
        out += &format!(
            "{:9} {:>3} {:>3}  {text}\n",
            format!("{:?}", line.change),
            time(&line.before),
            time(&line.after)
        );
    }
    out
}

#[track_caller]
fn check(before: &str, now: &str, expected: Expect) {
    expected.assert_eq(&shown(&compared(before, now, Language::English)));
}

#[test]
fn one_after_the_other_and_together() {
    check(
        ONE_AFTER_THE_OTHER,
        &together(),
        expect![[r#"
            The run took 3 s before and takes 2 s now. Lines of the log: 3 at another time, 1 in another order.
            ≠ main thread  #---------------#------o
              main thread  #-------#-------o
            ≠   Task-1 main()  *---------------*------o
                Task-1 main()  #~~~~~~~~~~~~~~~o
            ≠ -
                  Task-2 brew()  *---------------o
            ≠ -
                  Task-3 brew()  *-------o
            Same        0   0  tea
            Shifted     2   0  coffee
            Shifted     3   1  coffee is ready
            Reordered   2   2  tea is ready
            Shifted     3   2  enjoy
        "#]],
    );
}

#[test]
fn a_program_beside_itself() {
    check(
        &together(),
        &together(),
        expect![[r#"
        Both runs take 2 s. They print the same lines at the same times.
        = main thread  #-----------#----------o
          main thread  #-----------#----------o
        =   Task-1 main()  #~~~~~~~~~~~~~~~~~~~~~~o
            Task-1 main()  #~~~~~~~~~~~~~~~~~~~~~~o
        =     Task-2 brew()  *----------------------o
              Task-2 brew()  *----------------------o
        =     Task-3 brew()  *-----------o
              Task-3 brew()  *-----------o
        Same        0   0  tea
        Same        0   0  coffee
        Same        1   1  coffee is ready
        Same        2   2  tea is ready
        Same        2   2  enjoy
    "#]],
    );
}

#[test]
fn a_longer_delay() {
    check(
        &together(),
        &together().replace("\"coffee\", 1", "\"coffee\", 3"),
        expect![[r#"
        The run took 2 s before and takes 3 s now. Lines of the log: 1 at another time, 1 in another order.
        ≠ main thread  #-------#-------o
          main thread  #---------------#------o
        ≠   Task-1 main()  #~~~~~~~~~~~~~~~o
            Task-1 main()  #~~~~~~~~~~~~~~~~~~~~~~o
        =     Task-2 brew()  *---------------o
              Task-2 brew()  *---------------o
        ≠     Task-3 brew()  *-------o
              Task-3 brew()  *----------------------o
        Same        0   0  tea
        Same        0   0  coffee
        Same        2   2  tea is ready
        Reordered   1   3  coffee is ready
        Shifted     2   3  enjoy
    "#]],
    );
}

#[test]
fn what_takes_no_time_is_compared_by_steps() {
    let comparison = compared("print('one')\n", "print('one')\nprint('two')\n", Language::English);
    assert_eq!((comparison.axis, comparison.lines.len()), (Axis::Steps, 2));
    assert!(comparison.end > 1);
}

#[test]
fn summaries_are_in_three_languages() {
    let summary = |language| compared(ONE_AFTER_THE_OTHER, &together(), language).summary;
    expect!["先前用了 3 秒，現在用 2 秒。記錄中有 3 行時間不同，1 行順序不同。"]
        .assert_eq(&summary(Language::TraditionalChinese));
    expect!["之前用了 3 秒，现在用 2 秒。日志中有 3 行时间不同，1 行顺序不同。"]
        .assert_eq(&summary(Language::SimplifiedChinese));
}

#[test]
fn a_repaired_run_comes_after_the_present_one() {
    let (present, repaired) = (story(ONE_AFTER_THE_OTHER), story(&together()));
    let summary = |language| compare(&present, (Against::Repaired, &repaired), language, WIDTH).summary;
    for (language, begin) in [
        (Language::English, "The run takes 3 s now, and 2 s once repaired."),
        (Language::TraditionalChinese, "現在用了 3 秒，修正後是 2 秒。"),
        (Language::SimplifiedChinese, "现在要 3 秒，修正后为 2 秒。"),
    ] {
        assert!(summary(language).starts_with(begin), "{}", summary(language));
    }
}

#[test]
fn every_run_is_like_itself_and_unlike_another() {
    for (name, program) in programs::ALL {
        let same = compared(program, program, Language::English);
        assert!(same.lanes.iter().all(|pair| !pair.differs), "{name}");
        let other = compared(program, programs::TWO_SLEEPS, Language::English);
        let lines = |side: fn(&interleave_views::comparison::LinePair) -> bool| {
            other.lines.iter().filter(|line| side(line)).count()
        };
        let of_before = compared(program, "", Language::English).lines.len();
        let of_now = compared("", programs::TWO_SLEEPS, Language::English).lines.len();
        assert_eq!(
            (lines(|line| line.before.is_some()), lines(|line| line.after.is_some())),
            (of_before, of_now)
        );
    }
}
