//! What hands do to the page: mice that drag and turn their wheel, fingers that stretch. Places are
//! shares of an element's width and height.

use serde_json::{Value, json};

use super::page::Page;

/// Modifier keys, as the browser's tools count them.
const CONTROL: u32 = 2;
const SHIFT: u32 = 8;

/// A place on an element: shares of its width and height.
pub(super) type Share = (f64, f64);

impl Page {
    /// Drag with a mouse from one place of an element to another.
    pub async fn drag(&self, selector: &str, from: Share, to: Share) {
        self.drag_and_hold(selector, from, to).await;
        self.mouse(selector, [("mouseReleased", to, 0)]).await;
    }

    /// The same, and keep the button down.
    pub async fn drag_and_hold(&self, selector: &str, from: Share, to: Share) {
        self.step(format!("dragged on {selector} from {from:?} to {to:?}"));
        let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        let way = [
            ("mouseMoved", from, 0),
            ("mousePressed", from, 1),
            ("mouseMoved", middle, 1),
            ("mouseMoved", to, 1),
        ];
        self.mouse(selector, way).await;
    }

    /// Click a place of an element, whatever it has there.
    pub async fn click_at(&self, selector: &str, at: Share) {
        self.step(format!("clicked {selector} at {at:?}"));
        self.mouse(selector, [("mouseMoved", at, 0), ("mousePressed", at, 1), ("mouseReleased", at, 0)])
            .await;
    }

    /// Move the mouse there without pressing anything.
    pub async fn point(&self, selector: &str, at: Share) {
        self.step(format!("pointed at {selector}"));
        self.mouse(selector, [("mouseMoved", at, 0)]).await;
    }

    /// Drag on with what is held.
    pub async fn drag_on(&self, selector: &str, to: Share) {
        self.step(format!("dragged on to {to:?} of {selector}"));
        self.mouse(selector, [("mouseMoved", to, 1)]).await;
    }

    async fn mouse(&self, selector: &str, events: impl IntoIterator<Item = (&str, Share, u32)>) {
        for (kind, at, buttons) in events {
            let (x, y) = self.place_on(selector, at).await;
            let button = if kind == "mouseMoved" && buttons == 0 { "none" } else { "left" };
            let event = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1 });
            self.devtools("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Drag with a mouse from the middle of an element to another, so far down in that.
    pub async fn drag_onto(&self, selector: &str, other: &str, down: f64) {
        self.step(format!("dragged {selector} onto {other}"));
        let from = self.place_on(selector, (0.5, 0.5)).await;
        let to = self.place_on(other, (0.5, down)).await;
        let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        for (kind, (x, y), buttons) in [
            ("mouseMoved", from, 0),
            ("mousePressed", from, 1),
            ("mouseMoved", middle, 1),
            ("mouseMoved", to, 1),
            ("mouseMoved", to, 1),
            ("mouseReleased", to, 0),
        ] {
            let button = if kind == "mouseMoved" && buttons == 0 { "none" } else { "left" };
            let event = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1 });
            self.devtools("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Click an element while the shift key is held.
    pub async fn click_with_shift(&self, selector: &str) {
        self.step(format!("clicked {selector} with the shift key held"));
        let (x, y) = self.place_on(selector, (0.5, 0.5)).await;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1, "modifiers": SHIFT });
            self.devtools("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Turn the wheel over a place of an element, by so many pixels sideways and down.
    pub async fn wheel(&self, selector: &str, at: Share, by: (f64, f64)) {
        self.turn(selector, at, by, 0).await;
    }

    /// The same while the control key is held: closer, or away.
    pub async fn zoom_by_wheel(&self, selector: &str, at: Share, down: f64) {
        self.turn(selector, at, (0.0, down), CONTROL).await;
    }

    async fn turn(&self, selector: &str, at: Share, by: (f64, f64), modifiers: u32) {
        self.step(format!("turned the wheel on {selector} by {by:?}"));
        let (x, y) = self.place_on(selector, at).await;
        let event = json!({
            "type": "mouseWheel", "x": x, "y": y, "deltaX": by.0, "deltaY": by.1, "modifiers": modifiers,
        });
        self.devtools("Input.dispatchMouseEvent", event).await;
    }

    /// Put fingers down on places of an element, move each to another place, and lift them.
    pub async fn touch(&self, selector: &str, fingers: &[(Share, Share)]) {
        self.step(format!("moved fingers on {selector}: {fingers:?}"));
        const STEPS: u32 = 4;
        for step in 0..=STEPS {
            let share = f64::from(step) / f64::from(STEPS);
            let mut points = Vec::new();
            for (id, (from, to)) in fingers.iter().enumerate() {
                let at = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
                let (x, y) = self.place_on(selector, at).await;
                points.push(json!({ "x": x, "y": y, "id": id }));
            }
            let kind = if step == 0 { "touchStart" } else { "touchMove" };
            self.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await;
        }
        let none: [Value; 0] = [];
        self.devtools("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": none })).await;
    }

    async fn place_on(&self, selector: &str, (across, down): Share) -> (f64, f64) {
        let area = self
            .evaluate(&format!(
                "const area = document.querySelector({}).getBoundingClientRect();
                 return [area.x, area.y, area.width, area.height];",
                json!(selector)
            ))
            .await;
        let [x, y, width, height] = [0, 1, 2, 3].map(|index| area[index].as_f64().unwrap_or_default());
        (x + width * across, y + height * down)
    }
}
