//! The workloads on tokio's current-thread runtime with paused time.

use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinSet;

use crate::{CAPACITY, SIDE, delay_ms};

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_time().start_paused(true).build().expect("a runtime")
}

pub(crate) fn queue(items: u64) {
    runtime().block_on(async {
        let (sender, receiver) = mpsc::channel(CAPACITY);
        // A channel of tokio's has one receiver; sharing it is what its documentation shows.
        let receiver = Arc::new(Mutex::new(receiver));
        let mut all = JoinSet::new();
        for _ in 0..SIDE {
            let sender = sender.clone();
            all.spawn(async move {
                for item in 0..items / SIDE {
                    sender.send(item).await.expect("somebody listens");
                }
            });
            let receiver = Arc::clone(&receiver);
            all.spawn(async move {
                for _ in 0..items / SIDE {
                    receiver.lock().await.recv().await.expect("somebody sends");
                }
            });
        }
        while all.join_next().await.is_some() {}
    });
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
