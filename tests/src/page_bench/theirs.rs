//! CPython as wasm.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use super::{PROGRAMS, open, program};

pub(super) fn measure(folder: &Path) -> BTreeMap<String, f64> {
    let mut figures = BTreeMap::new();
    let ready = open(folder, async |page| page.evaluate_async("rival.ready.then(arguments[0])").await);
    figures.insert("ready".to_owned(), ready.as_f64().unwrap_or(f64::NAN));
    for (name, size) in PROGRAMS {
        let source = program(name, size);
        let took = open(folder, async |page| {
            let script = format!("rival.ready.then(() => rival.run({})).then(arguments[0])", json!(source));
            page.evaluate_async(&script).await
        });
        figures.insert(name.to_owned(), took.as_f64().unwrap_or(f64::NAN));
    }
    figures
}
