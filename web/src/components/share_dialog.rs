//! What can be taken away: a link in several dresses, a code for a phone, a picture, and the program as a file.

use std::rc::Rc;

use interleave_text::{Language, count};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::modal::Modal;
use crate::engine::protocol::Offer;
use crate::held::Held;
use crate::messages::{self, SharingMessages};
use crate::{document, files};

/// What files are called, but for their endings.
const NAME: &str = "main";

/// Else a dark page would get a light ground under its frame. It is no style of this page's.
const FRAME_STYLE: &str = "style=\"color-scheme: normal; border: 0\"";

/// From so many characters on, some places cut a link.
const LONG: usize = 2_000;

/// How wide the light frame of a code is, in its squares: so wide phones want it.
const QUIET: u32 = 4;

#[derive(Properties, PartialEq)]
pub(crate) struct ShareDialogProps {
    pub(crate) language: Language,
    pub(crate) open: bool,
    pub(crate) text: Rc<str>,
    pub(crate) offer: Option<Held<Offer>>,
    pub(crate) on_close: Callback<()>,
}

/// What came of it when something was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    Copied(bool),
    Saved(bool),
}

#[component]
pub(crate) fn ShareDialog(props: &ShareDialogProps) -> Html {
    let sharing = &messages::of(props.language).sharing;
    let taken = use_state_eq(|| None::<Taken>);
    {
        let taken = taken.setter();
        use_effect_with(props.open, move |_| taken.set(None));
    }
    let (title, on_close) = (sharing.share, props.on_close.clone());
    let news = match *taken {
        None => "",
        Some(Taken::Copied(true)) => sharing.copied,
        Some(Taken::Copied(false)) => sharing.not_copied,
        Some(Taken::Saved(true)) => sharing.saved,
        Some(Taken::Saved(false)) => sharing.not_saved,
    };
    let taking = Taking { language: props.language, sharing, text: &props.text, taken: taken.setter() };
    html! {
        <Modal language={props.language} id="share-dialog" {title} open={props.open} {on_close}>
            if props.open {
                if let Some(offer) = props.offer.as_deref() {
                    { taking.links(offer) }
                    { taking.pictures(offer) }
                }
                <h3>{ sharing.program }</h3>
                <p class="takings">{ taking.program() }</p>
                <p id="taken" class="taken" role="status">{ news }</p>
            }
        </Modal>
    }
}

struct Taking<'a> {
    language: Language,
    sharing: &'a SharingMessages,
    text: &'a Rc<str>,
    taken: UseStateSetter<Option<Taken>>,
}

impl Taking<'_> {
    fn links(&self, offer: &Offer) -> Html {
        let sharing = self.sharing;
        let address = match &offer.address {
            Ok(address) => address,
            Err(refusal) => return html! { <p class="refusal" role="alert">{ refusal }</p> },
        };
        let length = address.chars().count();
        let link = format!("[{}]({address})", sharing.run_it);
        let with_code = format!("{}\n{link}\n", fenced(self.text));
        let (element, frame) = (element(address, self.text), frame(address, self.language));
        html! {
            <>
                <h3>{ sharing.link }</h3>
                <p class="share-note">{ sharing.holds }</p>
                <input
                    id="share-link"
                    class="share-link"
                    readonly=true
                    aria-label={sharing.link}
                    value={address.clone()}
                    onfocus={select}
                />
                <p class="share-note">
                    { (sharing.characters)(&count(length as u64)) }
                    if length > LONG {
                        { " · " }{ sharing.is_long }
                    }
                </p>
                <p class="takings">
                    { self.copy("take-link", sharing.copy, address.clone()) }
                    { self.copy("take-markdown", sharing.copy_markdown, link) }
                    { self.copy("take-code", sharing.copy_with_code, with_code) }
                    { self.copy("take-element", sharing.copy_element, element) }
                    { self.copy("take-frame", sharing.copy_frame, frame) }
                </p>
                <h3>{ sharing.code }</h3>
                if let Some(code) = &offer.code {
                    <svg
                        id="share-code"
                        class="share-code"
                        role="img"
                        aria-label={sharing.code_label}
                        viewBox={format!("-{QUIET} -{QUIET} {0} {0}", code.size + 2 * QUIET)}
                        shape-rendering="crispEdges"
                    >
                        <path d={code.path.clone()} />
                    </svg>
                } else {
                    <p class="share-note">{ sharing.no_code }</p>
                }
            </>
        }
    }

    fn pictures(&self, offer: &Offer) -> Html {
        let sharing = self.sharing;
        let Some(picture) = &offer.picture else {
            return html! { <><h3>{ sharing.picture }</h3><p class="share-note">{ sharing.no_picture }</p></> };
        };
        let png = {
            let (picture, taken) = (picture.clone(), self.taken.clone());
            Callback::from(move |_: MouseEvent| {
                let (picture, taken) = (picture.clone(), taken.clone());
                wasm_bindgen_futures::spawn_local(async move {
                    let saved = files::save_png(&format!("{NAME}.png"), &picture).await;
                    taken.set(Some(Taken::Saved(saved.is_some())));
                });
            })
        };
        html! {
            <>
                <h3>{ sharing.picture }</h3>
                <p class="takings">
                    { self.save("save-svg", "SVG", self.file("svg", "image/svg+xml", picture.as_str().into())) }
                    { self.save("save-png", "PNG", png) }
                </p>
                if offer.left_out > 0 {
                    <p class="share-note">{ (sharing.left_out)(&count(offer.left_out.into())) }</p>
                }
            </>
        }
    }

    fn program(&self) -> Html {
        let onclick = self.file("py", "text/x-python;charset=utf-8", Rc::clone(self.text));
        self.save("save-program", &format!("{NAME}.py"), onclick)
    }

    /// What makes a file of a text.
    fn file(&self, ending: &'static str, kind: &'static str, text: Rc<str>) -> Callback<MouseEvent> {
        let taken = self.taken.clone();
        Callback::from(move |_| {
            let saved = files::save(&format!("{NAME}.{ending}"), kind, &text);
            taken.set(Some(Taken::Saved(saved.is_some())));
        })
    }

    fn copy(&self, id: &'static str, words: &'static str, text: String) -> Html {
        let taken = self.taken.clone();
        let onclick = move |_: MouseEvent| {
            let (text, taken) = (text.clone(), taken.clone());
            wasm_bindgen_futures::spawn_local(async move {
                taken.set(Some(Taken::Copied(document::copy(text).await)));
            });
        };
        html! { <button {id} type="button" {onclick}>{ words }</button> }
    }

    fn save(&self, id: &'static str, kind: &str, onclick: Callback<MouseEvent>) -> Html {
        html! { <button {id} type="button" {onclick}>{ (self.sharing.save)(kind) }</button> }
    }
}

/// All of the link is to be copied.
fn select(event: FocusEvent) {
    if let Some(line) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        line.select();
    }
}

/// A program as a code block of Markdown, whose fence is longer than any within.
fn fenced(text: &str) -> String {
    let longest = text.split(|sign| sign != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    let end = if text.ends_with('\n') { "" } else { "\n" };
    format!("{fence}python\n{text}{end}{fence}\n")
}

/// A program to run where it stands in somebody's page, as `docs/embedding.md` has it.
fn element(address: &str, text: &str) -> String {
    let (site, _) = parts(address);
    let text = escaped(text.trim_end());
    format!(
        "<script type=\"module\" src=\"{site}embed.js\"></script>\n\n\
         <interleave-play>\n<pre><code>{text}\n</code></pre>\n</interleave-play>\n"
    )
}

/// The same for pages without scripts of others.
fn frame(address: &str, language: Language) -> String {
    let (site, fragment) = parts(address);
    let (tag, fragment) = (language.tag(), escaped(fragment));
    format!(
        "<iframe title=\"Interleave\" src=\"{site}embed/?v=1&amp;lang={tag}{fragment}\" loading=\"lazy\" \
         width=\"100%\" height=\"480\" {FRAME_STYLE}></iframe>\n"
    )
}

/// The folder that the page is in, and the fragment with its `#`.
fn parts(address: &str) -> (&str, &str) {
    let (page, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
    let page = page.split('?').next().unwrap_or_default();
    (page.get(..=page.rfind('/').unwrap_or_default()).unwrap_or_default(), fragment)
}

/// As HTML has it in texts and in quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_embed_names_the_folder_of_the_page_and_holds_the_program() {
        let page = "https://example.org/course/index.html?x=1#v1.z.KyjK&lang=en";
        let element = element(page, "if a < 1:\n    b &= \"x\"\n");
        assert!(element.starts_with("<script type=\"module\" src=\"https://example.org/course/embed.js\">"));
        assert!(element.contains("<pre><code>if a &lt; 1:\n    b &amp;= &quot;x&quot;\n</code></pre>"));
        let frame = frame(page, Language::TraditionalChinese);
        let source = "src=\"https://example.org/course/embed/?v=1&amp;lang=zh-Hant#v1.z.KyjK&amp;lang=en\"";
        assert!(frame.contains(source), "{frame}");
    }

    #[test]
    fn a_fence_is_closed_by_nothing_within() {
        assert_eq!(fenced("print('tea')\n"), "```python\nprint('tea')\n```\n");
        assert_eq!(fenced("'''\n````\n'''"), "`````python\n'''\n````\n'''\n`````\n");
    }
}
