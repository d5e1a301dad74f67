//! Pictures: that they are whole, escaped, and say in words what they show.

use expect_test::expect_file;

use super::*;

fn picture(language: Language, colours: Colours, title: &str) -> String {
    picture_of(640.0, language, colours, title)
}

fn picture_of(width: f32, language: Language, colours: Colours, title: &str) -> String {
    let (timeline, frame) = (samples::timeline(width), samples::frame(width));
    svg(&Picture {
        timeline: &timeline,
        frame: &frame,
        title,
        language,
        cursor_x: Some(width / 2.0),
        colours,
    })
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
fn a_narrow_picture_has_its_legend_on_several_lines() {
    let timeline = samples::timeline(180.0);
    let room = LABEL_WIDTH + 180.0;
    let (legend, below) = parts::legend(&timeline, Language::English, room);
    let lines: Vec<&str> =
        legend.lines().map(|entry| entry.split("\" ").next().unwrap_or_default()).collect();
    expect_test::expect![[r#"
        [
            "<g transform=\"translate(0 0)\"><rect class=\"segment state-running",
            "<g transform=\"translate(84.2 0)\"><rect class=\"segment state-ready",
            "<g transform=\"translate(155.2 0)\"><rect class=\"segment state-sleeping",
            "<g transform=\"translate(246 0)\"><rect class=\"segment state-waiting",
            "<g transform=\"translate(0 20)\"><rect class=\"segment state-blocking",
            "<g transform=\"translate(90.8 20)\"><path class=\"end state-done",
            "<g transform=\"translate(155.2 20)\"><path class=\"end state-failed",
            "<g transform=\"translate(232.8 20)\"><path class=\"end state-cancelled",
            "<g transform=\"translate(0 40)\"><circle class=\"dot",
        ]"#]]
    .assert_eq(&format!("{lines:#?}"));
    let height = |width| {
        let drawn = picture_of(width, Language::English, Colours::OfThePage, "");
        let height = drawn.split_once("height=\"").and_then(|(_, rest)| rest.split_once('"'));
        height.and_then(|(height, _)| height.parse::<f32>().ok()).unwrap_or_default()
    };
    assert_eq!(height(180.0), height(640.0) + below);
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

/// How bright a colour such as `#0067a8` is, as WCAG has it.
fn luminance(colour: &str) -> f64 {
    let digits = colour.trim_start_matches('#');
    let pair = |at: usize| match digits.len() {
        3 => digits[at..=at].repeat(2),
        _ => digits[2 * at..2 * at + 2].to_owned(),
    };
    let linear = |at: usize| {
        let value = f64::from(u8::from_str_radix(&pair(at), 16).expect("two digits")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What is drawn on paper is seen on it: 3:1 for shapes, 4.5:1 for text. Grounds, rules of the grid and
/// the paper-coloured edges around things only set off what is on them.
#[track_caller]
fn check_contrast(css: &str) {
    let rules = css.split('}').filter_map(|rule| rule.split_once('{'));
    let colours = |rule: &str| -> Vec<(String, String)> {
        let parts = rule.split(';').filter_map(|part| part.trim().split_once(':'));
        parts
            .map(|(key, value)| (key.to_owned(), value.trim().to_owned()))
            .filter(|(_, value)| value.starts_with('#'))
            .collect()
    };
    let all: Vec<(String, Vec<(String, String)>)> =
        rules.map(|(selector, rule)| (selector.trim().to_owned(), colours(rule))).collect();
    let paper = &all.iter().find(|(selector, _)| selector == ".paper").expect("there is paper").1[0].1;
    let mut seen = 0;
    for (selector, colours) in &all {
        let set_off = [".paper", ".tick", ".rule", ".ground", ".state-blocking .mark"];
        if set_off.iter().any(|kind| selector == kind || selector.ends_with(".ground")) {
            continue;
        }
        let is_text = ["name", "code", "label", "title"].iter().any(|kind| selector.contains(kind));
        for (key, colour) in colours.iter().filter(|(_, colour)| colour != paper) {
            let found = contrast(colour, paper);
            let wanted = if is_text && key == "fill" { 4.5 } else { 3.0 };
            assert!(found >= wanted, "{selector} {{ {key}: {colour} }} has {found:.2}:1 on {paper}");
            seen += 1;
        }
    }
    assert!(seen > 20, "the style sheets were read");
}

#[test]
fn colours_can_be_seen_on_light_and_dark_paper() {
    check_contrast(include_str!("picture.css"));
    check_contrast(include_str!("dark.css"));
    assert!(contrast("#ff9a6b", "#5a1500") >= 3.0 && contrast("#4c0f00", "#ff9a6b") >= 3.0, "stripes");
}
