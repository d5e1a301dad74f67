//! Messages of all kinds between a program in a frame and the page around it: whatever is sent, nothing happens but
//! what is documented. `cargo xtask fuzz messages` sends more.

use std::path::Path;
use std::process::Command;

const COUNT: &str = "100000";
const SEED: &str = "1";

#[test]
fn no_message_does_harm() {
    let player = Path::new(env!("CARGO_MANIFEST_DIR")).join("messages/messages.mjs");
    let output = Command::new("node").arg(player).args([COUNT, SEED]).output().expect("Node can be started");
    let (told, complaints) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && told.contains(COUNT), "{}\n{told}{complaints}", output.status);
}
