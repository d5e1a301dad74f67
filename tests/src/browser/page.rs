//! An open page, with what a reader does to it and sees of it. Every method says on
//! failure what it wanted and what there was, and leaves a line for the report.

use std::cell::RefCell;
use std::fmt::Display;
use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::PrintConfiguration;
use serde_json::{Value, json};

use super::reader::Reader;
use super::report::screenshot_file;
use super::session::Session;

/// How long to wait for what should be there at once. Long, because two cores may
/// have better things to do; it is used up only by a test that fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// Looks at each frame until what is seen is what is wanted, or the time is up.
const WATCH: &str = "
    const [patience, done] = arguments;
    const end = performance.now() + patience;
    const look = () => {
        let seen;
        let met = false;
        try {
            seen = SEEN;
            met = WANTED;
        } catch (error) {
            seen = String(error);
        }
        if (met || performance.now() > end) done([Boolean(met), seen ?? null]);
        else requestAnimationFrame(look);
    };
    look();";

/// A page in a browser. Selectors are CSS, and don't enter shadow roots.
pub struct Page {
    session: Session,
    url: String,
    steps: RefCell<Vec<String>>,
}

impl Page {
    pub(super) fn new(session: Session, url: String) -> Self {
        Self { session, url, steps: RefCell::default() }
    }

    pub(super) async fn open(&self) {
        self.step(format!("opened {}", self.url));
        self.done(self.session.client.goto(&self.url).await);
    }

    /// Open the page in another tab, and close this one: what it leaves in its process stays behind.
    pub async fn open_afresh(&self, reader: Reader) {
        self.step("opened another tab, and closed the one before");
        let client = &self.session.client;
        let tab = self.done(client.new_window(true).await);
        self.done(client.close_window().await);
        self.done(client.switch_to_window(tab.handle).await);
        self.done(self.session.become_reader(reader).await);
        self.open().await;
    }

    /// Wait until the page can be used.
    pub async fn wait_until_ready(&self) {
        self.wait_until(
            "the page to be ready",
            "document.documentElement.hasAttribute('data-ready')",
            "seen",
        )
        .await;
    }

    /// Go to another page of the site, by what follows the site's address.
    pub async fn go_to(&self, file: &str) {
        self.step(format!("went to {file:?}"));
        self.done(self.session.client.goto(&format!("{}{file}", self.url)).await);
    }

    /// Load the page again, as by the browser's button, and wait until it is ready.
    pub async fn reload(&self) {
        self.step("loaded the page again");
        self.done(self.session.client.refresh().await);
        self.wait_until_ready().await;
    }

    /// Load the page again, after a script that runs before any of its own.
    pub async fn reload_after(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
        self.reload().await;
    }

    /// Wait until the visible text of an element contains `text`.
    pub async fn wait_for_text(&self, selector: &str, text: &str) {
        let seen = format!("document.querySelector({}).innerText", json!(selector));
        let wanted = format!("seen.includes({})", json!(text));
        self.wait_until(&format!("{selector} to say {text:?}"), &seen, &wanted).await;
    }

    /// Wait until an attribute of an element has a value.
    pub async fn wait_for_attribute(&self, selector: &str, name: &str, value: &str) {
        let seen = format!("document.querySelector({}).getAttribute({})", json!(selector), json!(name));
        let wanted = format!("seen === {}", json!(value));
        self.wait_until(&format!("{selector} to have {name}={value:?}"), &seen, &wanted).await;
    }

    /// Wait until `wanted`, an expression of JavaScript over `seen`, is true of the value
    /// of the expression `seen`. `goal` ends the sentence "waited for …".
    pub async fn wait_until(&self, goal: &str, seen: &str, wanted: &str) -> Value {
        self.step(format!("waited for {goal}"));
        let script = WATCH.replace("SEEN", seen).replace("WANTED", wanted);
        let patience = json!(PATIENCE.as_millis());
        let found = self.done(self.session.client.execute_async(&script, vec![patience]).await);
        assert!(
            found[0] == true,
            "waited {} s for {goal}; the last value seen was {}",
            PATIENCE.as_secs(),
            found[1]
        );
        found[1].clone()
    }

    /// The visible text of an element.
    pub async fn text(&self, selector: &str) -> String {
        let element = self.element(selector).await;
        self.done(element.text().await)
    }

    /// An attribute of an element, if it has it.
    pub async fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let element = self.element(selector).await;
        self.done(element.attr(name).await)
    }

    /// Click the middle of an element; one that something at the screen's edge covers is first moved to its middle,
    /// and one that has been drawn anew meanwhile is looked for again, as a reader would.
    pub async fn click(&self, selector: &str) {
        self.step(format!("clicked {selector}"));
        if self.element(selector).await.click().await.is_err() {
            let to_the_middle = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
            self.done(self.session.client.execute(to_the_middle, vec![json!(selector)]).await);
            self.done(self.element(selector).await.click().await);
        }
    }

    /// Choose the option with this value in a drop-down list.
    pub async fn choose(&self, selector: &str, value: &str) {
        self.step(format!("chose {value} in {selector}"));
        let list = self.element(selector).await;
        self.done(list.select_by_value(value).await);
    }

    /// Press and release a key, wherever the focus is.
    pub async fn press(&self, key: Key) {
        self.step(format!("pressed {key:?}"));
        self.strike(stroke(key.into())).await;
    }

    /// Press and release a key while another is held.
    pub async fn press_with(&self, held: Key, key: impl Into<char>) {
        let key = key.into();
        self.step(format!("pressed {held:?} and {key:?}"));
        let held = char::from(held);
        let [down, up] = stroke(key);
        self.strike([KeyAction::Down { value: held }, down, up, KeyAction::Up { value: held }]).await;
    }

    /// Type a text, wherever the focus is.
    pub async fn type_text(&self, text: &str) {
        self.step(format!("typed {text:?}"));
        let keys = text.chars().map(|c| if c == '\n' { Key::Enter.into() } else { c });
        self.strike(keys.flat_map(stroke)).await;
    }

    async fn strike(&self, actions: impl IntoIterator<Item = KeyAction>) {
        let actions = actions.into_iter().fold(KeyActions::new("keyboard".into()), KeyActions::then);
        self.done(self.session.client.perform_actions(actions).await);
    }

    /// Compose with an input method: what is shown meanwhile, wherever the focus is.
    pub async fn compose(&self, text: &str) {
        self.step(format!("composed {text:?}"));
        let place = text.encode_utf16().count();
        let parameters = json!({ "text": text, "selectionStart": place, "selectionEnd": place });
        self.done(self.session.devtools("Input.imeSetComposition", parameters).await);
    }

    /// End a composition with this text.
    pub async fn commit(&self, text: &str) {
        self.step(format!("committed {text:?}"));
        self.done(self.session.devtools("Input.insertText", json!({ "text": text })).await);
    }

    /// Give a command of the browser's own tools.
    pub(super) async fn devtools(&self, command: &str, parameters: Value) {
        self.done(self.session.devtools(command, parameters).await);
    }

    /// Run the body of a JavaScript function in the page; what it returns.
    pub async fn evaluate(&self, body: &str) -> Value {
        self.done(self.session.client.execute(body, vec![]).await)
    }

    /// The same for a body that ends by calling its last argument.
    pub async fn evaluate_async(&self, body: &str) -> Value {
        self.evaluate_async_with(body, vec![]).await
    }

    /// The same with arguments before that one.
    pub async fn evaluate_async_with(&self, body: &str, arguments: Vec<Value>) -> Value {
        self.done(self.session.client.execute_async(body, arguments).await)
    }

    /// The most memory that the process of the page and its workers has had, in MiB; NaN where the
    /// system does not tell (it does on Linux).
    pub fn renderer_peak_mib(&self) -> f64 {
        self.session.renderer_peak_mib().unwrap_or(f64::NAN)
    }

    /// What the process of the page and its workers holds now, in MiB, but for the browser's own files; NaN where the
    /// system does not tell.
    pub fn renderer_own_mib(&self) -> f64 {
        self.session.renderer_own_mib().unwrap_or(f64::NAN)
    }

    /// How long the processes of the page and its workers have computed, in hundredths of a second; NaN where the
    /// system does not tell.
    pub fn renderer_ticks(&self) -> f64 {
        self.session.renderer_ticks().unwrap_or(f64::NAN)
    }

    /// What the page's scripts and elements hold after a collection of garbage, in KiB; its workers' not.
    pub async fn heap_kib(&self) -> f64 {
        // What only the finalizers of the first collection let go of, the second one finds.
        for _ in 0..2 {
            self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        }
        let usage = self.done(self.session.devtools_answer("Runtime.getHeapUsage", json!({})).await);
        let bytes =
            ["usedSize", "embedderHeapUsedSize", "backingStorageSize"].map(|name| usage[name].as_f64());
        bytes.into_iter().flatten().sum::<f64>() / 1024.0
    }

    /// Keep a picture of what is on the screen, under `tests/screenshots`, for a person.
    pub async fn screenshot(&self, name: &str) {
        let picture = self.done(self.picture().await);
        let file = screenshot_file(name);
        std::fs::write(&file, picture).expect("the folder of screenshots can be written");
        self.step(format!("kept a picture in {}", file.display()));
    }

    /// Lay the page out as for a sheet of A4, for the rest of the visit.
    pub async fn lay_out_for_paper(&self) {
        self.step("laid the page out for paper");
        let sheet = json!({ "width": 718, "height": 1047, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", sheet).await;
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        self.evaluate("dispatchEvent(new Event('beforeprint'))").await;
    }

    /// Keep the page as it is printed, under `tests/screenshots`, for a person.
    pub async fn print(&self, name: &str) {
        let printed = self.done(self.session.client.print(PrintConfiguration::default()).await);
        let file = screenshot_file(name).with_extension("pdf");
        std::fs::write(&file, printed).expect("the folder of screenshots can be written");
        self.step(format!("printed the page into {}", file.display()));
    }

    pub(super) async fn picture(&self) -> Result<Vec<u8>, CmdError> {
        self.session.client.screenshot().await
    }

    /// An element; one that the page is still about to show is waited for, as by a reader.
    async fn element(&self, selector: &str) -> Element {
        let find = || self.session.client.find(Locator::Css(selector));
        match find().await {
            Err(error) if error.is_no_such_element() => {
                let found = format!("document.querySelectorAll({}).length", json!(selector));
                self.wait_until(&format!("{selector} to be there"), &found, "seen > 0").await;
                self.done(find().await)
            }
            found => self.done(found),
        }
    }

    pub(super) fn step(&self, step: impl Display) {
        self.steps.borrow_mut().push(step.to_string());
    }

    pub(super) fn steps(&self) -> Vec<String> {
        self.steps.take()
    }

    pub(super) async fn console(&self) -> Result<Vec<Value>, CmdError> {
        self.session.console().await
    }

    pub(super) async fn close(self) -> std::io::Result<String> {
        self.session.close().await
    }

    /// What the browser answered; the steps of the report say to what.
    fn done<T>(&self, answer: Result<T, CmdError>) -> T {
        answer.unwrap_or_else(|error| {
            let steps = self.steps.borrow();
            panic!(
                "the browser refused what the last step ({}) wanted: {error}",
                steps.last().map_or("none", |step| step)
            )
        })
    }
}

fn stroke(value: char) -> [KeyAction; 2] {
    [KeyAction::Down { value }, KeyAction::Up { value }]
}
