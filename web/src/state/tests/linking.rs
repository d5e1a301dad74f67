//! Links: what they bring, and what stays.

use super::*;

/// A page that was opened with a link, which says this.
fn linked(opened: OpenedLink) -> Page {
    let mut page = opened_with_link(None);
    assert!(page.is_idle(), "there is nothing to run yet");
    page.hears_of_link(opened);
    page.ends(outcome());
    page
}

/// A page that is opened with a link; its program has been left like this.
fn opened_with_link(text: Option<Rc<str>>) -> Page {
    let address = (Address::Link("#v1".into()), text);
    Page(Rc::new(State::addressed(Language::English, Theme::Auto, "own", address)))
}

impl Page {
    fn hears_of_link(&mut self, opened: OpenedLink) {
        let request = self.0.linking.request().expect("the link is to be read");
        let Request::OpenLink { id, .. } = *request else { panic!("{request:?}") };
        self.hear(Response::LinkOpened { id, opened: opened.into() });
    }
}

#[test]
fn a_link_brings_its_program_and_how_one_looked_at_it() {
    let (text, language) = (Some("tea".into()), Some(Language::TraditionalChinese));
    let (time_ns, selected) = (Some(1_500_000_000), Some(Lane::Task(2)));
    let page = linked(OpenedLink { text, time_ns, selected, language, ..OpenedLink::default() });
    assert_eq!((&*page.0.text, page.0.language), ("tea", Language::TraditionalChinese));
    assert_eq!(page.aim_asked(), Some(Aim::Along(Axis::Time, 1_500_000_000)));
    assert_eq!((page.0.selection, &*page.0.comparing.kept), (selected, "tea"));
}

#[test]
fn of_a_link_that_counts_events_the_moment_is_exact() {
    let linked_at = |time_ns, event| {
        linked(OpenedLink { text: Some("tea".into()), time_ns, event, ..OpenedLink::default() }).aim_asked()
    };
    assert_eq!(linked_at(Some(0), Some(9)), Some(Aim::Noted { moment: Moment(9), ns: 0 }));
    assert_eq!(linked_at(None, Some(9)), Some(Aim::At(Moment(9))));
}

#[test]
fn a_link_without_a_program_leaves_ones_own() {
    let page = linked(OpenedLink { complaint: Some("no link".into()), ..OpenedLink::default() });
    assert_eq!((&*page.0.text, page.0.linking.complaint.as_deref()), ("own", Some("no link")));
    assert_eq!(page.0.linking.from, None);
}

#[test]
fn ones_own_program_comes_back_as_it_was_when_the_link_came() {
    let mut page = Page::at_rest();
    page.edit("changed");
    page.act(Action::OpenLink("#v1".into()));
    page.hears_of_link(OpenedLink { text: Some("tea".into()), ..OpenedLink::default() });
    page.edit("more tea");
    page.act(Action::LeaveLink);
    assert_eq!((&*page.0.text, page.0.linking.from.is_none()), ("changed", true));
}

#[test]
fn what_was_made_of_a_linked_program_stays_and_the_original_is_known() {
    let mut page = opened_with_link(Some("more tea".into()));
    page.ends(outcome());
    page.hears_of_link(OpenedLink { text: Some("tea".into()), time_ns: Some(5), ..OpenedLink::default() });
    assert_eq!((&*page.0.text, page.0.linking.original.as_deref()), ("more tea", Some("tea")));
    assert_eq!(page.0.linking.given, None, "the editor has it");
    assert_eq!(page.aim_asked(), Some(Aim::At(END)), "the link told of another program's moments");
}

#[test]
fn a_link_holds_where_one_looks() {
    let mut page = Page::at_rest();
    page.act(Action::Aim(Aim::At(Moment(9))));
    page.sees(Moment(9), 700_000_000);
    page.act(Action::Select(Some(Lane::Task(1))));
    page.act(Action::MakeLink);
    let request = page.0.linking.request().expect("a link is to be made");
    let Request::MakeLink { id, ref shared, .. } = *request else { panic!("{request:?}") };
    let expected = Shared {
        text: "pass".into(),
        time_ns: Some(700_000_000),
        event: Some(9),
        selected: Some(Lane::Task(1)),
        ..Shared::default()
    };
    assert_eq!(*shared, expected);
    page.hear(Response::LinkMade { id, link: Ok("#v1.z".into()) });
    assert_eq!(page.0.linking.made.as_deref(), Some(&Ok("#v1.z".into())));
}

#[test]
fn a_link_opens_the_panels_that_its_maker_had_open() {
    let unfolded = Some(Unfolded { variables: true, why: true, ..Unfolded::default() });
    let page = linked(OpenedLink {
        text: Some("pass".into()),
        unfolded,
        speed_milli: Some(600),
        ..OpenedLink::default()
    });
    assert!(page.0.looking.wish.panels.variables && !page.0.looking.wish.panels.loop_state);
    assert!(page.0.shows_why);
    assert_eq!(page.0.player.speed, Speed::Half, "the nearest that there is");
    let page = linked(OpenedLink { text: Some("pass".into()), ..OpenedLink::default() });
    assert_eq!((page.0.looking.wish.panels, page.0.player.speed), (Panels::default(), Speed::One));
}
