//! Links, which the worker reads and makes: the page has no need of the format.

use interleave_link::{Form, Panel, Panels, Selection, View, link, open};
use interleave_text::Language;
use interleave_views::sight::Lane;

use super::protocol::{OpenedLink, Shared, Unfolded};

/// What a link says, as far as it can be read, and in a sentence what is wrong with it.
pub(super) fn opened(address: &str, language: Language) -> OpenedLink {
    let opened = open(address);
    OpenedLink {
        complaint: opened.damage.map(|damage| damage.sentence(language)),
        text: opened.text,
        time_ns: opened.view.time_ns.and_then(|ns| i64::try_from(ns).ok()),
        event: opened.view.event,
        selected: opened.view.selection.map(|selection| match selection {
            Selection::Task(number) => Lane::Task(number),
            Selection::Thread(number) => Lane::Thread(number),
        }),
        language: opened.view.language,
        unfolded: unfolded(opened.view.panels),
        speed_milli: opened.view.speed_milli,
    }
}

/// The panels that a link opens, if it says something about them.
fn unfolded(panels: Panels) -> Option<Unfolded> {
    panels.iter().next()?;
    Some(Unfolded {
        graph: panels.has(Panel::Graph),
        loop_state: panels.has(Panel::Loop) || panels.has(Panel::Resources),
        variables: panels.has(Panel::Vars),
        why: panels.has(Panel::Why),
    })
}

/// What is always there is named beside what was opened; nothing is named where nothing was.
fn panels(unfolded: Unfolded) -> Panels {
    let Unfolded { graph, loop_state, variables, why } = unfolded;
    let opened =
        [(Panel::Graph, graph), (Panel::Loop, loop_state), (Panel::Vars, variables), (Panel::Why, why)];
    if opened.iter().all(|(_, is_open)| !is_open) {
        return Panels::default();
    }
    let always = [Panel::Code, Panel::Log, Panel::Timeline].map(|panel| (panel, true));
    always.into_iter().chain(opened).filter(|(_, is_open)| *is_open).map(|(panel, _)| panel).collect()
}

/// The fragment of a link to a program and how one looks at it, with its `#`; or in a sentence why there is none.
pub(super) fn made(shared: &Shared, language: Language) -> Result<String, String> {
    let view = View {
        time_ns: shared.time_ns.and_then(|ns| u64::try_from(ns).ok()),
        event: shared.event,
        selection: shared.selected.map(|lane| match lane {
            Lane::Task(number) => Selection::Task(number),
            Lane::Thread(number) => Selection::Thread(number),
        }),
        panels: panels(shared.unfolded),
        speed_milli: shared.speed_milli,
        ..View::default()
    };
    let made = link(&shared.text, &view, Form::Short);
    made.map(|link| format!("#{link}")).map_err(|refusal| refusal.sentence(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_brings_back_what_was_shared() {
        let text = "print('tea')\n".to_owned();
        let unfolded = Unfolded { variables: true, why: true, ..Unfolded::default() };
        let shared = Shared {
            text: text.clone(),
            time_ns: Some(1_500_000_000),
            event: Some(12),
            selected: Some(Lane::Task(1)),
            unfolded,
            speed_milli: Some(500),
        };
        let link = made(&shared, Language::English).unwrap();
        let found = opened(&format!("https://example.org/{link}"), Language::English);
        assert_eq!((found.text, found.complaint), (Some(text), None));
        assert_eq!(
            (found.time_ns, found.event, found.selected),
            (shared.time_ns, shared.event, shared.selected)
        );
        assert_eq!((found.unfolded, found.speed_milli), (Some(unfolded), Some(500)));
    }

    #[test]
    fn panels_are_named_where_one_was_opened() {
        let link = |unfolded| made(&Shared { unfolded, ..Shared::default() }, Language::English).unwrap();
        assert!(!link(Unfolded::default()).contains("view="));
        let with_graph = link(Unfolded { graph: true, ..Unfolded::default() });
        assert!(with_graph.ends_with("&view=code,log,timeline,graph"), "{with_graph}");
        assert_eq!(opened("#v1.z.&view=code", Language::English).unfolded, Some(Unfolded::default()));
    }

    #[test]
    fn a_damaged_link_gives_what_is_left_and_says_so() {
        let text = "print('tea')\n".repeat(9);
        let link = made(&Shared { text: text.clone(), ..Shared::default() }, Language::English).unwrap();
        let found = opened(&link[..link.len() - 12], Language::TraditionalChinese);
        assert!(text.starts_with(&found.text.unwrap()) && found.complaint.is_some());
        assert!(made(&Shared { text: "\0".into(), ..Shared::default() }, Language::English).is_err());
    }
}
