//! Pages on paper: what can be scrolled to, or is drawn when somebody looks, is there at once.

use interleave_tests::browser::{Page, Reader, dist, visit, visit_host, visit_site};
use serde_json::json;

/// More lines than a screen has, and as many tasks as a sheet of paper has room for.
fn long_program() -> String {
    let head = "import asyncio\n\n\nasync def job(n):\n    await asyncio.sleep(n)\n    print('job', n)\n\n\n\
                async def main():\n    await asyncio.gather(*(job(n) for n in range(30)))\n\n\nasyncio.run(main())\n";
    format!("{head}{}print('the end')\n", "# so that it is long\n".repeat(70))
}

/// What the page has that reaches beyond the sheet, or has to be scrolled to.
const OUT_OF_REACH: &str = "
    (function found(root) {
        return [...root.querySelectorAll('*')].flatMap((one) => {
            const { overflowX, overflowY, display } = getComputedStyle(one);
            const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';
            const isHidden = one.checkVisibility?.({ opacityProperty: true }) === false || one.closest('svg, dialog');
            const beyond = one.getBoundingClientRect().right > innerWidth + 1;
            const inside = (scrolls(overflowX) && one.scrollWidth > one.clientWidth + 1)
                || (scrolls(overflowY) && one.scrollHeight > one.clientHeight + 1);
            const name = `${one.localName}#${one.id}.${one.getAttribute('class')}`;
            const own = !isHidden && display !== 'contents' && (beyond || inside) ? [name] : [];
            return [...own, ...(one.shadowRoot && !isHidden ? found(one.shadowRoot) : [])];
        });
    })(document.body)";

async fn all_is_in_reach(page: &Page) {
    page.wait_until("all to be on the sheet", OUT_OF_REACH, "seen.length === 0").await;
}

#[test]
fn a_program_is_there_with_all_lines_and_lanes() {
    visit(Reader::WIDE.in_the_dark(), async |page| {
        page.write_program(&long_program()).await;
        page.wait_for_text("#log", "job 3").await;
        page.wait_for_attribute("#run-controls", "data-run", "idle").await;
        // A page that is printed can't wait for its worker: what the document has by then is all.
        page.evaluate(
            "addEventListener('beforeprint', async () => {
                 await null;
                 window.printed = [...document.querySelectorAll('#timeline .lane')].map((lane) =>
                     Math.max(...[...lane.querySelectorAll('svg')].map((svg) => svg.width.baseVal.value)));
             })",
        )
        .await;
        page.print("paper-program").await;
        page.wait_until(
            "every lane, on paper",
            "window.printed",
            "seen.length === 32 && seen.every((wide) => wide > 300 && wide < 660)",
        )
        .await;
        page.lay_out_for_paper().await;
        let lines = "document.querySelector('#editor').shadowRoot.querySelectorAll('.cm-line').length";
        page.wait_until("every line", lines, "seen === 85").await;
        let drawn = "['.log-row', '#timeline .lane'].map((row) => document.querySelectorAll(row).length)";
        page.wait_until("every row", drawn, "String(seen) === '31,32'").await;
        let ground = page.evaluate("return getComputedStyle(document.body).backgroundColor").await;
        assert_eq!(ground, "rgb(255, 255, 255)");
        all_is_in_reach(page).await;
    });
}

#[test]
fn a_lesson_is_there_beside_its_program() {
    visit(Reader::NARROW, async |page| {
        page.evaluate("location.hash = '#lesson/en/two-tasks'").await;
        page.wait_for_text("#log", "socks is clean").await;
        page.print("paper-lesson").await;
        page.lay_out_for_paper().await;
        page.wait_for_text(".lesson-choices", "washing shirt").await;
        page.wait_for_text("#timeline", "Task-3").await;
        all_is_in_reach(page).await;
        page.go_to("lessons/zh-Hant/workers.html").await;
        page.wait_for_text(".prints", "ann did the job").await;
        all_is_in_reach(page).await;
        page.print("paper-handout").await;
    });
}

/// What an embed has on paper: the text that stands in it, or what it draws.
fn printed(number: usize) -> String {
    format!(
        "(({{ shadowRoot }}) => [shadowRoot.querySelector('slot').assignedElements()[0],
            shadowRoot.querySelector('.picture svg')].map((one) => Boolean(one?.checkVisibility({{ opacityProperty: true }})))
        )(document.querySelectorAll('interleave-play')[{number}])"
    )
}

#[test]
fn of_twenty_embeds_each_is_there() {
    visit_host("twenty.html", Reader::WIDE, async |page| {
        page.evaluate("embed()").await;
        let elements = "document.querySelectorAll('interleave-play')";
        page.wait_until("the elements", &format!("{elements}.length"), "seen === 20").await;
        // One has run and been left again, one has run and is on the screen.
        for number in [1, 18] {
            page.evaluate(&format!("{elements}[{number}].scrollIntoView()")).await;
            page.evaluate(&format!("return {elements}[{number}].run().then(() => null)")).await;
        }
        page.wait_until("the first to rest", &printed(1), "seen[0]").await;
        page.print("paper-twenty").await;
        page.lay_out_for_paper().await;
        for number in 0..20 {
            let is_drawn = number == 18;
            let seen = page.evaluate(&format!("return {}", printed(number))).await;
            assert_eq!(seen, json!([!is_drawn, is_drawn]), "embed {number}");
        }
        all_is_in_reach(page).await;
    });
}

#[test]
fn an_embed_is_light_on_paper_and_dark_again_on_the_screen() {
    visit_site(dist(), Reader::WIDE, async |page, _| {
        page.go_to("embed/examples.html").await;
        let embed = "document.querySelector('interleave-play[theme=dark]')";
        for embed in [embed, "document.querySelector('#lost')", "document.querySelector('#forks')"] {
            page.evaluate(&format!("return {embed}.run().then(() => null)")).await;
        }
        let ink = format!("getComputedStyle({embed}.shadowRoot.querySelector('.interleave-figure')).color");
        page.wait_until("light ink", &ink, "seen === 'rgb(232, 228, 220)'").await;
        page.print("paper-dark").await;
        page.wait_until("light ink", &ink, "seen === 'rgb(232, 228, 220)'").await;
        page.lay_out_for_paper().await;
        page.wait_until("dark ink", &ink, "seen === 'rgb(36, 34, 30)'").await;
        all_is_in_reach(page).await;
    });
}
