//! Playing: how far each tick of the page's clock goes, and where it ends.

use super::*;

const SECOND: i64 = 1_000_000_000;

const ON: Option<Way> = Some(Way::Next(Pace::Event));

impl Page {
    /// A page that has been at its end, and plays from the start.
    fn playing() -> Self {
        let mut page = Self::at_rest();
        page.act(Action::TogglePlay);
        assert_eq!(page.aim_asked(), Some(Aim::At(Moment(0))), "from the end it starts over");
        page
    }

    /// The look that is awaited comes to a moment at a time, with the next event at another.
    fn sees_before(&mut self, moment: Moment, ns: i64, next_ns: i64) {
        self.sees_with(moment, |sight| (sight.position.ns, sight.position.next_ns) = (ns, next_ns));
    }

    /// Time goes by; how it plays on.
    fn tick(&mut self, millis: f64) -> Option<Way> {
        self.act(Action::Tick(millis));
        let aim = self.aim_asked()?;
        let Aim::Play { to, .. } = aim else { panic!("{aim:?}") };
        Some(to)
    }

    fn now_ns(&self) -> i64 {
        self.0.player.now_ns(self.0.seen().expect("something is seen"))
    }
}

#[test]
fn time_goes_by_between_events_and_it_ends_at_the_end() {
    let mut page = Page::playing();
    page.sees_before(Moment(0), 0, 2 * SECOND);
    page.act(Action::ChooseSpeed(Speed::Two));
    assert_eq!(page.tick(500.0), None, "nothing happens yet");
    assert_eq!(page.now_ns(), SECOND);
    assert_eq!(page.tick(600.0), ON);
    page.sees_before(END, 2 * SECOND, 2 * SECOND);
    assert!(page.0.player.playing);
    assert_eq!(page.tick(10.0), None);
    assert!(!page.0.player.playing);
    assert_eq!(page.now_ns(), 2 * SECOND);
}

#[test]
fn what_happens_at_one_time_is_seen_one_after_the_other_and_time_catches_up() {
    let mut page = Page::playing();
    page.sees_before(Moment(0), 0, 0);
    assert_eq!(page.tick(100.0), None);
    assert_eq!(page.tick(100.0), ON);
    page.sees_before(Moment(1), 0, 0);
    assert_eq!(page.tick(80.0), None);
    assert_eq!(page.tick(20.0), ON, "an eighth of what is left of a second");
    page.sees_before(Moment(2), 0, SECOND);
    assert_eq!(page.now_ns(), 0, "no time has gone by");
    assert_eq!(page.tick(600.0), None);
    assert_eq!(page.now_ns(), 900_000_000, "as much as outside");
    assert_eq!(page.tick(100.0), ON);
}

#[test]
fn no_more_than_a_second_is_spent_on_what_happens_at_one_time() {
    let mut page = Page::playing();
    page.sees_before(Moment(0), 0, 0);
    assert_eq!(page.tick(900.0), ON);
    page.sees_before(Moment(1), 0, 0);
    assert_eq!(page.tick(600.0), Some(Way::Time(500_000_000)));
    page.sees_before(Moment(20), 0, SECOND);
    assert_eq!(page.tick(100.0), None);
    assert_eq!(page.now_ns(), 650_000_000);
}

#[test]
fn it_plays_as_far_as_to_a_breakpoint_and_then_on_from_there() {
    let mut page = Page::playing();
    page.sees_before(Moment(0), 0, 0);
    page.act(Action::Tick(500.0));
    page.sees_with(Moment(4), |sight| sight.position.at_stop = true);
    page.act(Action::Tick(10.0));
    assert!(!page.0.player.playing);
    assert_eq!(page.asked(), None);
    page.act(Action::TogglePlay);
    page.act(Action::Tick(500.0));
    assert!(page.0.player.playing, "it need not leave the line that it is on");
    assert!(matches!(page.aim_asked(), Some(Aim::Play { from: Moment(4), .. })));
}

#[test]
fn who_skips_what_is_dead_sees_each_step_equally_long() {
    let mut page = Page::at_rest();
    page.act(Action::Aim(Aim::At(Moment(0))));
    page.sees(Moment(0), 0);
    page.act(Action::SkipDeadTime(true));
    page.act(Action::TogglePlay);
    assert_eq!(page.tick(300.0), None);
    assert_eq!(page.tick(100.0), ON);
    page.act(Action::Step { stride: None, forward: false });
    assert!(!page.0.player.playing, "a hand on it ends the playing");
}
