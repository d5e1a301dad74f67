//! What the page shows before its wasm has come is made from the opening program by the same
//! crates, and lies in `web/opening`. After a change of either: `UPDATE_EXPECT=1 cargo test -p
//! interleave-tests --test opening`.

use expect_test::expect_file;
use interleave_figure::Figure;
use interleave_text::Language;

/// About what the timeline gets on a screen of ordinary width; it is scaled to the room there is.
const WIDTH: f32 = 520.0;

#[test]
fn the_opening_picture_is_what_the_opening_program_does() {
    let figure = Figure::of(include_str!("../../web/src/welcome.py"), Language::English, WIDTH);
    expect_file!["../../web/opening/code.html"].assert_eq(&figure.code);
    expect_file!["../../web/opening/log.html"].assert_eq(&figure.log);
    expect_file!["../../web/opening/timeline.svg"].assert_eq(&figure.timeline);
}
