//! The page under fingers, on a phone: the timeline is stretched by two and moved by one, a touch
//! asks why, and everything is reached by scrolling.

use interleave_tests::browser::{Page, Reader, visit};

use super::axis::{self, LABELS};

const BARS: &str = ".timeline-rows .bars";

/// Brings the timeline into sight; the labels of its axis.
async fn scroll_to_the_timeline(page: &Page) -> String {
    page.wait_for_attribute("#status", "data-ending", "finished").await;
    page.wait_until("the axis", LABELS, "seen.includes('3 s')").await;
    page.evaluate("document.querySelector('.timeline-rows').scrollIntoView({ block: 'center' })").await;
    axis::labels(page).await
}

#[test]
fn two_fingers_stretch_the_timeline_and_one_moves_it() {
    visit(Reader::NARROW, async |page| {
        let whole = scroll_to_the_timeline(page).await;
        page.touch(BARS, &[((0.45, 0.5), (0.1, 0.5)), ((0.55, 0.5), (0.9, 0.5))]).await;
        let closer = axis::wait_for_others(page, &whole).await;
        page.touch(BARS, &[((0.2, 0.5), (0.8, 0.5))]).await;
        axis::wait_for_others(page, &closer).await;
    });
}

#[test]
fn a_touch_of_a_bar_asks_why() {
    visit(Reader::NARROW, async |page| {
        scroll_to_the_timeline(page).await;
        page.click(".lane:nth-of-type(3) .bars").await;
        page.wait_for_text(".why-chain", "Task-2").await;
    });
}

#[test]
fn a_touch_of_a_bar_leaves_the_page_where_it_is() {
    const WHERE: &str = "return window.scrollY";
    visit(Reader::NARROW, async |page| {
        scroll_to_the_timeline(page).await;
        let before = page.evaluate(WHERE).await;
        page.click(".lane:nth-of-type(3) .bars").await;
        page.wait_for_text(".why-chain", "Task-2").await;
        assert_eq!(page.evaluate(WHERE).await, before);
    });
}

#[test]
fn who_steps_reads_the_line_below_the_buttons() {
    visit(Reader::NARROW, async |page| {
        scroll_to_the_timeline(page).await;
        page.choose("#stride", "print").await;
        page.click("#step-back").await;
        page.wait_for_text("#line-here", "print(\"3 seconds for 5 seconds of waiting\")").await;
    });
}

#[test]
fn the_panes_stand_in_the_order_in_which_they_are_read() {
    visit(Reader::NARROW, async |page| {
        scroll_to_the_timeline(page).await;
        let tops = page
            .evaluate(
                "const panes = ['.editor-pane', '.log-pane', '.timeline-pane', '#player', '.folds', '#status'];
                 return panes.slice(0, -1).map(pane => document.querySelector(pane).getBoundingClientRect().top);",
            )
            .await;
        let tops: Vec<f64> = tops.as_array().into_iter().flatten().filter_map(|top| top.as_f64()).collect();
        assert!(tops.len() == 5 && tops.is_sorted(), "{tops:?}");
        page.evaluate("document.querySelector('.graph-fold > summary').scrollIntoView({ block: 'center' })")
            .await;
        page.click(".graph-fold > summary").await;
        page.wait_for_text(".graph-fold", "brew").await;
    });
}

#[test]
fn what_is_opened_comes_into_sight() {
    visit(Reader::NARROW, async |page| {
        page.wait_for_attribute("#status", "data-ending", "finished").await;
        // At the lower edge, where what is inside would be seen by nobody.
        page.evaluate("document.querySelector('.graph-fold > summary').scrollIntoView({ block: 'end' })")
            .await;
        page.click(".graph-fold > summary").await;
        page.wait_for_text(".graph-fold .fold-inside", "brew").await;
        let sight = "[document.querySelector('.graph-fold').getBoundingClientRect().top, innerHeight]";
        page.wait_until("room below the title", sight, "seen[0] >= 0 && seen[0] < seen[1] - 250").await;
    });
}
