// The line to the engine: one worker for all embeds of a page. Who asks while somebody else is answered waits for
// their turn.

import { compile, start } from "./source.js";

/// How long somebody who wants to stop waits for a worker that does not answer, in milliseconds.
const PATIENCE = 2000;

let base;
let compiled;
let worker;
let hear;
let count = 0;
let turn = Promise.resolve();
/// What is being answered.
let current = null;

/// Fetches the engine, and starts its worker. If that fails, whoever asks something is told.
export function prepare(from) {
  base ??= from;
  reach().catch(() => {});
}

/// The worker, started if there is none. If that fails, the next who asks may try again.
function reach() {
  if (!worker) {
    worker = launch();
    worker.catch(() => (worker = undefined));
  }
  return worker;
}

async function launch() {
  compiled ??= compile(base);
  compiled.catch(() => (compiled = undefined));
  const started = await start(base);
  const first = new Promise((resolve, reject) => {
    // The first that it says is that it listens.
    hear = resolve;
    started.onerror = (event) => {
      event.preventDefault();
      const error = new Error(event.message || "the engine does not start");
      reject(error);
      end(error);
    };
  });
  // Whoever waits for the worker is told; until somebody does, that is nobody's fault.
  first.catch(() => {});
  started.onmessage = ({ data }) => hear(data);
  started.postMessage(await compiled);
  await first;
  hear = answer;
  return started;
}

/// Ends the worker; the next to ask gets another.
function end(error) {
  worker?.then((worker) => worker.terminate(), () => {});
  worker = undefined;
  current?.reject(error);
  current = null;
}

function answer(data) {
  if (data.is === "unintelligible") return end(new Error(data.problem));
  if (data.id !== current?.id) return;
  if (data.is === "progress") return;
  if (data.is !== "paused") return current.resolve(data);
  current.isPaused = true;
  // Unless somebody wants their turn, its reader is asked.
  if (current.isWanted) halt();
  else current.owner?.paused();
}

/// Asks the engine something for an embed, if it is for one.
export function ask(owner, question) {
  // Who runs something else does not wait for what ran before.
  if (current && (current.owner !== owner || question.ask === "run")) {
    current.isWanted = true;
    if (current.isPaused) halt();
  }
  const answered = turn.then(async () => {
    const there = await reach();
    return new Promise((resolve, reject) => {
      current = { id: ++count, owner, resolve, reject };
      there.postMessage({ ...question, id: current.id });
    }).finally(() => (current = null));
  });
  turn = answered.catch(() => {});
  return answered;
}

function tell(request) {
  worker?.then((worker) => worker.postMessage({ ask: request, id: 0, run: current?.id }), () => {});
}

function halt() {
  const halted = current;
  tell("stop");
  setTimeout(() => current === halted && end(new Error("stopped")), PATIENCE);
}

/// Ends what is under way for an embed.
export function stop(owner) {
  if (current?.owner === owner) halt();
}

/// Lets a run go on that waits for its reader.
export function goOn(owner) {
  if (current?.owner !== owner) return;
  current.isPaused = false;
  tell("go on");
}
