//! The workloads on tokio's current-thread runtime with paused time.

use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

use crate::delay_ms;

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_time().start_paused(true).build().expect("a runtime")
}

pub(crate) fn sleepers(tasks: u64) {
    runtime().block_on(async {
        let mut all = JoinSet::new();
        for sleeper in 0..tasks {
            all.spawn(async move {
                for n in 0..3 {
                    tokio::time::sleep(Duration::from_millis(delay_ms(sleeper, n))).await;
                }
            });
        }
        while all.join_next().await.is_some() {}
    });
}
