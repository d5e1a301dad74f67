//! The code editor as a reader meets it. It stands in an open shadow root, which
//! selectors don't enter.

use fantoccini::key::Key;
use serde_json::json;

use super::page::Page;

/// The part of the editor that has the focus and the text.
const CONTENT: &str = "document.querySelector('#editor').shadowRoot.querySelector('.cm-content')";

impl Page {
    /// Put the cursor at the end of the editor's text and type. Brackets and indents
    /// come out as the editor makes them.
    pub async fn type_into_editor(&self, text: &str) {
        self.step("put the cursor at the end of the editor");
        self.evaluate(&format!("{CONTENT}.focus()")).await;
        self.press_with(Key::Control, Key::End).await;
        self.type_text(text).await;
    }

    /// Put a program in place of the editor's text, as by pasting it.
    pub async fn write_program(&self, text: &str) {
        self.step(format!("wrote the program {text:?}"));
        self.evaluate(&format!("{CONTENT}.focus()")).await;
        self.press_with(Key::Control, 'a').await;
        self.evaluate(&format!(
            "const data = new DataTransfer();
             data.setData('text/plain', {});
             const paste = {{ clipboardData: data, bubbles: true, cancelable: true }};
             {CONTENT}.dispatchEvent(new ClipboardEvent('paste', paste));",
            json!(text)
        ))
        .await;
    }

    /// Wait until the texts of what the selector finds in the editor, one a line, are these.
    pub async fn wait_in_editor(&self, selector: &str, texts: &[&str]) {
        let seen = format!(
            "[...document.querySelector('#editor').shadowRoot.querySelectorAll({})].map(found => found.textContent)",
            json!(selector)
        );
        let wanted = format!("String(seen) === String({})", json!(texts));
        self.wait_until(&format!("{selector} in the editor to be {texts:?}"), &seen, &wanted).await;
    }

    /// The editor's text, as far as it is drawn: all of it while it fits the screen.
    pub async fn editor_text(&self) -> String {
        let lines = format!(
            "return [...{CONTENT}.querySelectorAll('.cm-line')].map(line => line.textContent).join('\\n')"
        );
        let text = self.evaluate(&lines).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Whether typing would go into the editor.
    pub async fn editor_has_focus(&self) -> bool {
        self.evaluate(&format!("return {CONTENT}.matches(':focus')")).await == json!(true)
    }
}
