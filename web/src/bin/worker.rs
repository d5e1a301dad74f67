//! What the browser runs as the page's one worker.

fn main() {
    interleave_web::start_worker();
}
