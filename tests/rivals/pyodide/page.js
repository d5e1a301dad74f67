// Runs a program in a worker, as a playground would, and shows what it printed.
// `run` answers with the milliseconds from asking to having it in the page.

const says = document.getElementById("says");
const worker = new Worker("worker.js", { type: "module" });
const answer = () => new Promise((resolve) => worker.addEventListener("message", ({ data }) => resolve(data), { once: true }));

globalThis.rival = {
  ready: answer().then(() => performance.now()),
  async run(program) {
    const start = performance.now();
    const answered = answer();
    worker.postMessage(program);
    says.textContent = await answered;
    return performance.now() - start;
  },
};
