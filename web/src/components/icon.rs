//! The signs on buttons, as outlines of 24 by 24.

use yew::prelude::*;

/// A sign.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Icon {
    Play,
    Pause,
    Stop,
    Back,
    Forward,
    Start,
    End,
    Right,
    Wrong,
    Up,
    Down,
}

impl Icon {
    const fn outline(self) -> &'static str {
        match self {
            Self::Play => "M7 4v16l13-8z",
            Self::Pause => "M6 4h4v16H6zM14 4h4v16h-4z",
            Self::Stop => "M5 5h14v14H5z",
            Self::Back => "M17 5v14L7 12z",
            Self::Forward => "M7 5v14l10-7z",
            Self::Start => "M5 5h3v14H5zM20 5v14l-11-7z",
            Self::Right => "M9 17.2 4.2 12.4l-2 2L9 21 22 7.4l-2-2z",
            Self::Wrong => "M6 4 4 6l6 6-6 6 2 2 6-6 6 6 2-2-6-6 6-6-2-2-6 6z",
            Self::Up => "M5 16h14L12 7z",
            Self::Down => "M5 8h14l-7 9z",
            Self::End => "M16 5h3v14h-3zM4 5v14l11-7z",
        }
    }

    pub(super) fn draw(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={self.outline()} /></svg>
        }
    }
}
