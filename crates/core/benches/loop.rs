//! What a task costs in memory, and the loop beside tokio's current-thread runtime with paused time, doing the
//! same work in the same run: only the ratio counts.

mod interleave;
mod memory;
mod tokio_runtime;

use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group};

/// How many produce, how many consume, and how many items the queue between them holds.
const SIDE: u64 = 100;
const CAPACITY: usize = 1_000;

/// The delay of a sleeper's n-th sleep, in milliseconds: different for its neighbours.
fn delay_ms(sleeper: u64, n: u64) -> u64 {
    (sleeper.wrapping_mul(7919) + n * 104_729) % 10_007 + 1
}

fn sleepers(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("three sleeps each");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(5));
    for tasks in [1_000_u64, 100_000, 1_000_000] {
        group.throughput(Throughput::Elements(tasks * 3));
        group.bench_with_input(BenchmarkId::new("interleave", tasks), &tasks, |bencher, &tasks| {
            bencher.iter(|| interleave::sleepers(tasks));
        });
        group.bench_with_input(BenchmarkId::new("tokio", tasks), &tasks, |bencher, &tasks| {
            bencher.iter(|| tokio_runtime::sleepers(tasks));
        });
    }
    group.finish();
}

/// A million items from a hundred producers to a hundred consumers.
fn queue(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("queue, 100 to 100");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(5));
    for items in [10_000_u64, 1_000_000] {
        group.throughput(Throughput::Elements(items));
        group.bench_with_input(BenchmarkId::new("interleave", items), &items, |bencher, &items| {
            bencher.iter(|| interleave::queue(items));
        });
        group.bench_with_input(BenchmarkId::new("tokio", items), &items, |bencher, &items| {
            bencher.iter(|| tokio_runtime::queue(items));
        });
    }
    group.finish();
}

criterion_group!(benches, sleepers, queue);

fn main() {
    // First, while the process holds nothing else.
    memory::report();
    benches();
    Criterion::default().configure_from_args().final_summary();
}
