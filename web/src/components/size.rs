//! How large an element is, kept up to date: what fits into it is for the components to say.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The room inside an element, without its scroll bars, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Size {
    pub(super) width: f64,
    pub(super) height: f64,
    /// The reader's size of type, which everything grows with.
    pub(super) rem: f64,
}

/// The pixels of a rem where nobody has changed the size of type.
pub(super) const USUAL_REM: f64 = 16.0;

/// How wide paper is beside its margins, in pixels: the narrower of the usual ones.
const PAPER: f64 = 660.0;

/// The size of the element that this reference will name.
#[hook]
pub(super) fn use_size(node: &NodeRef) -> Size {
    let size = use_state_eq(|| Size { width: 0.0, height: 0.0, rem: USUAL_REM });
    let setter = size.setter();
    use_effect_with(node.clone(), move |node| {
        let watches = node.cast::<Element>().map(|element| {
            setter.set(measure(&element));
            let paper = on_paper(&element, setter.clone());
            (Watch::start(&element, move |element| setter.set(measure(element))), paper)
        });
        move || drop(watches)
    });
    *size
}

fn measure(element: &Element) -> Size {
    let root =
        web_sys::window().zip(element.owner_document().and_then(|document| document.document_element()));
    let type_size = root
        .and_then(|(window, root)| window.get_computed_style(&root).ok().flatten())
        .and_then(|style| style.get_property_value("font-size").ok())
        .map(|size| js_sys::Number::parse_float(&size))
        .filter(|size| *size > 0.0);
    Size {
        width: element.client_width().into(),
        height: element.client_height().into(),
        rem: type_size.unwrap_or(USUAL_REM),
    }
}

/// While the page is printed, an element has the width of paper, and nothing to scroll.
fn on_paper(element: &Element, setter: UseStateSetter<Size>) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let listen = |kind: &'static str, size: fn(&Element) -> Size| {
        let (element, setter) = (element.clone(), setter.clone());
        EventListener::new(&window, kind, move |_| setter.set(size(&element)))
    };
    let printed =
        |element: &Element| Size { width: PAPER, height: element.scroll_height().into(), ..measure(element) };
    Some([listen("beforeprint", printed), listen("afterprint", measure)])
}

/// Somebody who is told of each change of an element's size.
struct Watch {
    observer: ResizeObserver,
    _tell: Closure<dyn FnMut()>,
}

impl Watch {
    fn start(element: &Element, tell: impl Fn(&Element) + Clone + 'static) -> Option<Self> {
        let mut turn: Option<Timeout> = None;
        let tell = {
            let element = element.clone();
            Closure::<dyn FnMut()>::new(move || {
                let (element, tell) = (element.clone(), tell.clone());
                // In a turn of its own: who changes sizes while they are being told makes the browser complain.
                drop(turn.replace(Timeout::new(0, move || tell(&element))));
            })
        };
        let observer = ResizeObserver::new(tell.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _tell: tell })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
