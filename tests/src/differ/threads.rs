//! Statements about threads and processes: executors, to_thread, concurrent.futures on its own,
//! and what reaches the loop from another thread.

use super::program::{Generator, LOOP, Provided};

impl Generator {
    /// A blocking function of one argument that prints.
    fn job(&mut self) -> String {
        self.provide(Provided::Job, 3, |generator, name| {
            let (label, exception) = (generator.label(), generator.exception());
            let delay = generator.random.pick(&["0", "0.1", "0.1", "0.25", "0.3", "0.05 * n"]);
            generator.block(format!("def {name}(n=1):"), |generator| {
                generator.put(format!(
                    "
                    say({label}, n)
                    time.sleep({delay})
                    "
                ));
                if generator.random.chance(25) {
                    generator.put(format!(
                        "
                        if n > 2:
                            raise {exception}
                        "
                    ));
                }
                generator.put(format!(
                    "
                    say({label}, 'over')
                    return n * n
                    "
                ));
            });
        })
    }

    pub(crate) fn in_thread(&mut self) {
        let (job, number, label, limit) = (self.job(), self.number(), self.label(), self.limit());
        self.guarded(|generator| match generator.random.below(7) {
            0 | 1 => {
                generator.put(format!("say({label}, await {LOOP}.run_in_executor(None, {job}, {number}))"))
            }
            2 => generator.put(format!(
                "say({label}, await {LOOP}.run_in_executor(None, functools.partial({job}, n={number})))"
            )),
            3 => generator.put(format!(
                "say({label}, await asyncio.gather(*(asyncio.to_thread({job}, n) for n in range(3))))"
            )),
            4 => generator.put(format!(
                "say({label}, await asyncio.wait_for(asyncio.to_thread({job}, {number}), {limit}))"
            )),
            5 => {
                let call = generator.call();
                generator.put(format!(
                    "
                    both = asyncio.to_thread({job}), {call}
                    say({label}, await asyncio.gather(*both, return_exceptions=True))
                    "
                ));
            }
            _ => generator.put(format!("say({label}, await asyncio.to_thread({job}, {number}))")),
        });
    }

    pub(crate) fn call_from_thread(&mut self) {
        let (caller, label, delay) =
            (self.name("caller"), self.label(), self.random.pick(&["0", "0.1", "0.25"]));
        match self.random.below(3) {
            0 => {
                let call = self.call();
                self.put(format!(
                    "
                    def {caller}(loop):
                        time.sleep({delay})
                        return asyncio.run_coroutine_threadsafe({call}, loop).result(1)
                    "
                ));
                self.guarded(|generator| {
                    generator.put(format!("say({label}, await asyncio.to_thread({caller}, {LOOP}))"));
                });
            }
            1 => {
                let future = self.name("future");
                self.put(format!("{future} = {LOOP}.create_future()"));
                self.put(format!(
                    "
                    def {caller}(loop):
                        time.sleep({delay})
                        loop.call_soon_threadsafe({future}.set_result, {label})
                    "
                ));
                self.put(format!(
                    "
                    threading.Thread(target={caller}, args=({LOOP},)).start()
                    say(await {future})
                    "
                ));
            }
            _ => {
                let callback = self.callback();
                self.put(format!("{LOOP}.call_soon_threadsafe({callback}, {label})"));
            }
        }
    }

    pub(crate) fn pools(&mut self) {
        let (pool, jobs, job) = (self.name("pool"), self.name("jobs"), self.job());
        let (label, amount, size) = (self.label(), self.random.between(2, 4), self.random.between(1, 3));
        let head = format!("with concurrent.futures.ThreadPoolExecutor(max_workers={size}) as {pool}:");
        let submitted = format!("{jobs} = [{pool}.submit({job}, n) for n in range({amount})]");
        let body = |generator: &mut Self| match generator.random.below(8) {
            0 | 1 => {
                generator.put(format!(
                    "
                    loop = {LOOP}
                    {jobs} = [loop.run_in_executor({pool}, {job}, n) for n in range({amount})]
                    "
                ));
                let count = generator.random.between(0, 1);
                generator.statements(count);
                generator.put(format!("say({label}, await asyncio.gather(*{jobs}))"));
            }
            2 => {
                generator.put(submitted);
                generator.block(
                    format!("for job in concurrent.futures.as_completed({jobs}):"),
                    |generator| {
                        generator
                            .put(format!("say({label}, {jobs}.index(job), job.exception() or job.result())"));
                    },
                );
            }
            3 => {
                let whens = ["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"];
                let (limit, when) = (generator.limit(), generator.random.pick(&whens));
                generator.put(submitted);
                generator.put(format!(
                    "
                    when = concurrent.futures.{when}
                    done, rest = concurrent.futures.wait({jobs}, timeout={limit}, return_when=when)
                    "
                ));
                generator.put(format!("say({label}, [job in done for job in {jobs}], len(rest))"));
            }
            4 => generator.put(format!("say({label}, list({pool}.map({job}, range({amount}))))")),
            5 => {
                generator.put(submitted);
                generator.put(format!(
                    "
                    say({label}, {jobs}[-1].cancel(), {jobs}[-1].cancelled())
                    say({label}, {jobs}[0].running(), {jobs}[0].done(), {jobs})
                    "
                ));
            }
            6 => {
                generator.put(submitted);
                generator.put(format!("say({label}, await asyncio.wrap_future({jobs}[0]))"));
            }
            _ => {
                let callback = generator.done_callback();
                generator.put(submitted);
                generator.put(format!("{jobs}[0].add_done_callback({callback})"));
                generator.put(format!(
                    "
                    say({label}, {jobs}[0].result(timeout=1))
                    {pool}.shutdown(wait=False, cancel_futures=True)
                    "
                ));
            }
        };
        self.guarded(|generator| generator.block(head, body));
    }

    pub(crate) fn with_processes(&mut self) {
        let (pool, label) = (self.name("pool"), self.label());
        let job = self.provide(Provided::PureJob, 1, |generator, name| {
            generator.put(format!(
                "
                def {name}(n):
                    time.sleep(0.1)
                    return sum(range(n))
                "
            ));
        });
        self.put(format!(
            "
            with concurrent.futures.ProcessPoolExecutor(max_workers=2) as {pool}:
                loop = {LOOP}
                jobs = [loop.run_in_executor({pool}, {job}, n) for n in (3, 4)]
                say({label}, await asyncio.gather(*jobs))
            "
        ));
    }
}
