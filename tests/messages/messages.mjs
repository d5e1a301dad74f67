// Messages of all kinds to a program in a frame and to the page around it: `web/embed/frame.js` and `web/embed/host.js`
// as they are, in a browser of which there is only the outside.
//
//   node messages.mjs COUNT SEED
//
// Whatever arrives, no exception escapes; what is not a message as documented, or is from another window, changes
// nothing; what is heard leads to nothing but what a reader could do, within bounds.

import assert from "node:assert/strict";
import { inspect } from "node:util";

import { Inventor } from "./invent.mjs";
import { arrive, element, engine, enter, parent, seen, settle, wait } from "./room.mjs";

const [count, seed] = process.argv.slice(2).map(Number);
const inventor = new Inventor(seed);

/// As many messages one page hears.
const STAY = 20_000;

const TO_FRAME = ["hello", "set", "run", "stop", "seek", "theme", "lang"];
const TO_HOST = ["hello", "size", "ready", "change", "runend", "seek", "select", "checkpass", "checkfail", "error"];
/// As long as a program and a setting may be that somebody sends.
const TEXT = 256 * 1024;

const ORIGINS = ["https://school.example", "https://other.example", "null"];
const stranger = { postMessage: () => assert.fail("a stranger is answered") };
const sources = [parent, parent, parent, parent, stranger, null, globalThis];

let heard = null;
let done = 0;
for (const kind of ["uncaughtException", "unhandledRejection"]) process.on(kind, (error) => fail(error));

function fail(error) {
  process.stderr.write(`${error.stack ?? error}\nafter ${inspect(heard, { depth: 6, maxStringLength: 200 })}\n`);
  // As other fuzzers say it.
  process.stderr.write(`stat::number_of_executed_units: ${done}\n`);
  process.exit(1);
}

/// A message as documented, by another way than the module's own.
const isMessage = (data, kinds) =>
  typeof data === "object" && data !== null && data.source === "interleave" && data.v === 1 && kinds.some((kind) => kind === data.type);

// The frame.

/// What may be found outside, so that it can be told whether a message has changed anything.
const state = () => [seen.changes, seen.posts.length, seen.asked.length].join();

const IN_BOUNDS = { width: [320, 4000], limit: [1e3, 2e10], event: [0, 2 ** 32 - 1], ns: [0, 1e19] };

function judgeFrame(target) {
  for (const { ask, ...question } of seen.asked) {
    for (const [name, [least, most]] of Object.entries(IN_BOUNDS)) {
      const value = question[name];
      assert.ok(value === undefined || (typeof value === "number" && least <= value && value <= most), `${ask}: ${name} is ${value}`);
    }
    for (const name of ["text", "stdin", "seed", "check"]) {
      assert.ok(["undefined", "string"].includes(typeof question[name]) && !(question[name]?.length > TEXT), `${ask}: ${name}`);
    }
  }
  for (const { message, target: told } of seen.posts) {
    assert.ok(isMessage(message, TO_HOST), inspect(message));
    assert.equal(told, target, "somebody else is told");
  }
  for (const name of ["autorun", "for", "src"]) assert.equal(element().getAttribute(name), null, name);
  for (const { name, value } of element().attributes) {
    assert.ok(name === "aria-busy" || element().constructor.observedAttributes.includes(name), name);
    assert.ok(value.length <= TEXT, name);
  }
  seen.asked.length = seen.posts.length = 0;
}

async function inFrame(times, page) {
  await enter({ search: inventor.of(["", "?fit", "?theme=dark&view=code", "?autorun=on", "?t=1e300&limit=-1"]), hash: inventor.of(["", "#v1"]) });
  await import(`../../web/embed/frame.js?${page}`);
  await settle();
  let target = "*";
  for (let left = times; left > 0; left--, done++) {
    const data = structuredClone(inventor.message(TO_FRAME));
    const [source, origin] = [inventor.of(sources), inventor.of(ORIGINS)];
    heard = { data, source: source === parent ? "the window around" : "another window", origin };
    const chance = inventor.below(40);
    engine.mood = () => (chance > 2 ? "answers" : ["waits", "pauses", "breaks"][chance]);
    const isForUs = source === parent && isMessage(data, TO_FRAME);
    if (isForUs) {
      // What was said before went to whom it was for.
      judgeFrame(target);
      if (origin !== "null") target = origin;
    }
    const before = state();
    arrive({ data, source, origin });
    if (isForUs) {
      await settle();
      judgeFrame(target);
      if (chance < 8) await wait(3000);
      judgeFrame(target);
    } else if (inventor.below(64) === 0) {
      await settle();
    }
    if (!isForUs) assert.equal(state(), before, "what is no message changes something");
  }
}

// The page around it.

async function atHost(times, page) {
  const holds = [{}, { minHeight: "50", maxHeight: "90" }, { minHeight: "tall" }].map((dataset) => {
    const frame = { dataset, style: {}, answers: 0 };
    frame.contentWindow = { postMessage: (message) => (assert.ok(isMessage(message, ["hello"])), frame.answers++) };
    return frame;
  });
  await enter({ holds });
  await import(`../../web/embed/host.js?${page}`);
  for (let left = times; left > 0; left--, done++) {
    const data = structuredClone(inventor.message(TO_HOST));
    const frame = inventor.of([...holds, undefined]);
    heard = { data, source: frame ? frame.dataset : "another window" };
    const others = holds.filter((other) => other !== frame);
    const state = (some) => some.map(({ answers, style }) => `${answers} ${style.height}`).join();
    const before = [state(holds), state(others)];
    arrive({ data, source: frame ? frame.contentWindow : stranger, origin: inventor.of(ORIGINS) });
    assert.equal(state(others), before[1], "another frame is changed");
    if (!isMessage(data, ["hello", "size"])) assert.equal(state(holds), before[0], "what is no message changes something");
    const [plain, low] = holds.map(({ style }) => Number.parseFloat(style.height ?? "120"));
    assert.ok(plain >= 120 && plain <= 1200 && (holds[1].style.height === undefined || (low >= 50 && low <= 90)), `${plain}, ${low}`);
  }
}

try {
  for (let page = 0; done < count; page++) {
    await (page % 4 === 3 ? atHost : inFrame)(Math.min(STAY, count - done), page);
    if (done % 1_000_000 === 0) process.stdout.write(`${done} messages\n`);
  }
} catch (error) {
  fail(error);
}
process.stdout.write(`${count} messages, nothing found\n`);
process.exit();
