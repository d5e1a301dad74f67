//! What axe-core finds wrong for readers who hear, magnify, or steer by keyboard.

use std::fs;

use serde_json::Value;

use super::driver;
use super::page::Page;

/// Runs every rule and keeps of each violation what a person needs to mend it.
const AUDIT: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.map(({ id, impact, help, nodes }) => ({
            id, impact, help, targets: nodes.map(({ target }) => target.flat().join(' ')),
        }))),
        error => done(String(error)),
    );";

impl Page {
    /// Have axe-core look at the page as it is now.
    ///
    /// # Panics
    /// If it finds anything: each rule broken, how badly, and by which elements.
    pub async fn audit_accessibility(&self) {
        self.step("asked axe-core");
        let axe = driver::tool("INTERLEAVE_AXE");
        let axe =
            fs::read_to_string(&axe).unwrap_or_else(|error| panic!("cannot read {}: {error}", axe.display()));
        self.evaluate(&axe).await;
        let found = self.evaluate_async(AUDIT).await;
        let Some(violations) = found.as_array() else { panic!("axe-core failed: {found}") };
        assert!(
            violations.is_empty(),
            "axe-core finds:{}",
            violations.iter().map(describe).collect::<String>()
        );
    }
}

fn describe(violation: &Value) -> String {
    let word = |name: &str| violation[name].as_str().unwrap_or("?");
    let targets = violation["targets"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let targets: String = targets.map(|target| format!("\n        {target}")).collect();
    format!("\n    {} ({}): {}{targets}", word("id"), word("impact"), word("help"))
}
