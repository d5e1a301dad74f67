//! What the browser runs as the page.

fn main() {
    interleave_web::start_page();
}
