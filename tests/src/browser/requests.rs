//! Every request that left the page for elsewhere, read from Chromium's record of its
//! network: that one has the page's requests, its workers' and its sockets', and says
//! on whose behalf each was made, so that the browser's own errands don't count.
//!
//! `data:` and `blob:` never reach the network; whether the page may use them is for
//! its policy to say.

use serde_json::Value;

/// On whose behalf the browser's own errands are.
const NOBODY: &str = "not an origin";

/// The addresses outside these origins that something in the page asked for.
///
/// # Errors
/// If the record is not what Chromium writes: then nothing is known.
pub(super) fn foreign_requests(record: &str, origins: &[String]) -> Result<Vec<String>, String> {
    let record: Value = serde_json::from_str(record)
        .map_err(|error| format!("Chromium's record of requests can't be read: {error}"))?;
    let start = &record["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"];
    let events = record["events"].as_array().filter(|_| start.is_u64());
    let events = events.ok_or("Chromium's record of requests has no events, or they have got other names")?;

    let mut own = 0;
    let mut foreign = Vec::new();
    for event in events.iter().filter(|event| event["type"] == *start) {
        let parameters = &event["params"];
        let Some(url) = parameters["url"].as_str() else {
            continue;
        };
        let is_own = |origin: &String| url.strip_prefix(origin).is_some_and(|rest| rest.starts_with('/'));
        if origins.iter().any(is_own) {
            own += 1;
        } else if parameters["initiator"] != NOBODY {
            foreign.push(url.to_owned());
        }
    }
    // A record without the page itself would prove nothing.
    if own == 0 {
        Err(format!("Chromium's record of requests has none to {}", origins.join(" or ")))
    } else {
        Ok(foreign)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::foreign_requests;

    const ORIGIN: &str = "http://127.0.0.1:80";

    fn record(requests: &[(&str, &str)]) -> String {
        let event = |(url, initiator): &(&str, &str)| json!({ "type": 7, "params": { "url": url, "initiator": initiator } });
        let events: Vec<Value> = requests.iter().map(event).collect();
        json!({ "constants": { "logEventTypes": { "URL_REQUEST_START_JOB": 7 } }, "events": events })
            .to_string()
    }

    #[test]
    fn only_requests_of_the_page_to_elsewhere_count() {
        let record = record(&[
            ("http://127.0.0.1:80/a/", "not an origin"),
            ("http://127.0.0.1:80/a/worker.js", ORIGIN),
            ("https://errand.invalid/", "not an origin"),
            ("http://127.0.0.1:8081/", ORIGIN),
            ("ws://chat.invalid/", ORIGIN),
        ]);
        assert_eq!(
            foreign_requests(&record, &[ORIGIN.into()]),
            Ok(vec!["http://127.0.0.1:8081/".into(), "ws://chat.invalid/".into()])
        );
    }

    #[test]
    fn an_empty_record_is_no_proof() {
        assert!(foreign_requests(&record(&[]), &[ORIGIN.into()]).is_err());
        assert!(foreign_requests("{}", &[ORIGIN.into()]).is_err());
        assert!(foreign_requests("", &[ORIGIN.into()]).is_err());
    }
}
