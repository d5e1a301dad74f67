//! Pictures: that they are whole, escaped, and say in words what they show.

use expect_test::expect_file;

use super::*;

fn picture(language: Language, colours: Colours, title: &str) -> String {
    let (timeline, frame) = (samples::timeline(640.0), samples::frame(640.0));
    svg(&Picture { timeline: &timeline, frame: &frame, title, language, cursor_x: Some(320.0), colours })
}

#[test]
fn a_picture_of_everything() {
    expect_file!["everything.svg"].assert_eq(&picture(Language::English, Colours::Own, "Tea & <cake>"));
}

#[test]
fn a_title_that_nobody_gave_is_in_the_readers_language() {
    let all = Language::ALL.map(|language| {
        let drawn = picture(language, Colours::OfThePage, "");
        assert!(!drawn.contains("<style>"), "a picture in a page is coloured by the page");
        drawn.lines().nth(1).unwrap_or_default().to_owned()
    });
    assert_eq!(
        all,
        ["任務的時間軸", "任务的时间线", "Timeline of tasks"].map(|name| format!("<title>{name}</title>"))
    );
}

#[test]
fn what_xml_cannot_hold_is_replaced() {
    assert_eq!(
        Escaped("<a href=\"x\">&\u{1}\u{ffff}茶\n").to_string(),
        "&lt;a href=&quot;x&quot;&gt;&amp;\u{fffd}\u{fffd}茶\n"
    );
}

#[test]
fn odd_numbers_draw_something() {
    let mut timeline = samples::timeline(640.0);
    for (x, segment) in [f32::NAN, f32::INFINITY, -1e30, 1e30].into_iter().zip(&mut timeline.rows[1].segments)
    {
        (segment.x0, segment.x1) = (x, x);
    }
    let frame = Frame { width: f32::NAN, ..samples::frame(0.0) };
    let colours = Colours::default();
    let drawn = svg(&Picture {
        timeline: &timeline,
        frame: &frame,
        title: "",
        language: Language::English,
        cursor_x: Some(f32::NAN),
        colours,
    });
    assert!(!drawn.contains("NaN") && !drawn.contains("inf\""), "{drawn}");
}
