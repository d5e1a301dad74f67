//! What can be taken away of a program and its run: an address, the same for a phone's eye, and a picture.

use std::fmt::Write;

use interleave_text::Language;
use interleave_views::Story;
use interleave_views::layout::extent;
use interleave_views::sight::{Aim, Axis, Frame, Look, Moment};
use interleave_views::svg::{Colours, Picture, svg};
use qrcodegen::{QrCode, QrCodeEcc};

use super::links;
use super::protocol::{Code, Offer, Shared};

/// How wide the run is drawn, in pixels: as on a page of text.
const WIDTH: f32 = 800.0;

/// Lanes that are drawn; a crowd is for the page.
const MOST_LANES: u32 = 100;

/// What there is of a program at the page with this address, and of its run.
pub(super) fn of(
    shared: &Shared,
    page: &str,
    story: Option<&Story>,
    dark: bool,
    language: Language,
) -> Offer {
    let address = links::made(shared, language).map(|fragment| format!("{page}{fragment}"));
    let code = address.as_deref().ok().and_then(code);
    let left_out = story.map_or(0, |story| story.overview().lanes.saturating_sub(MOST_LANES));
    Offer { address, code, picture: story.map(|story| picture(story, dark, language)), left_out }
}

/// A code for a text, unless it is too long.
fn code(text: &str) -> Option<Code> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if run > 0 {
                // A string takes all that is written to it.
                let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            x += i32::try_from(run).unwrap_or(i32::MAX).saturating_add(1);
        }
    }
    Some(Code { size: code.size().unsigned_abs(), path })
}

/// The whole run as a file.
fn picture(story: &Story, dark: bool, language: Language) -> String {
    let overview = story.overview();
    let axis = if overview.end_ns > 0 { Axis::Time } else { Axis::Steps };
    let (from, to) = extent(axis, &overview);
    let frame = Frame { axis, from, to, width: WIDTH, first_row: 0, rows: overview.lanes.min(MOST_LANES) };
    let look = Look { timeline: true, ..Look::at(language, Aim::At(Moment(0)), frame) };
    let timeline = story.look(&look).timeline.unwrap_or_default();
    let colours = if dark { Colours::OwnDark } else { Colours::OwnLight };
    svg(&Picture { timeline: &timeline, frame: &frame, title: "", language, cursor_x: None, colours })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_a_square_in_each_of_three_corners() {
        let Code { size, path } = code("https://example.org/#v1.z.abc").unwrap();
        assert!(path.starts_with("M0 0h7v1h-7z") && path.contains(&format!("M{} 0h7v1h-7z", size - 7)));
        assert!(path.contains(&format!("M0 {}h7v1h-7z", size - 1)));
        assert_eq!(code(&"a".repeat(3000)), None, "no code holds so much");
    }

    #[test]
    fn what_is_not_there_is_not_offered() {
        let shared = Shared { text: "print('tea')\n".into(), ..Shared::default() };
        let offer = of(&shared, "https://example.org/", None, false, Language::English);
        assert!(offer.address.unwrap().starts_with("https://example.org/#v1."));
        assert!(offer.code.is_some() && offer.picture.is_none());
        let unfit = Shared { text: "\0".into(), ..Shared::default() };
        let offer = of(&unfit, "", None, false, Language::English);
        assert!(offer.address.is_err() && offer.code.is_none());
    }
}
