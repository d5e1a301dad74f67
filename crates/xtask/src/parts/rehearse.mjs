// Plays on a module whose functions mark what of them is reached, and prints for each mark the act in which
// it was first set: a digit, and their number where it never was.
//
//   node rehearse.mjs ROLE COUNT ENGINE WASM [PAGE WASM] PROGRAM...
//
// ROLE is the module that has the marks, a bit of its globals for each of COUNT points: the
// `engine` alone, as wasm-bindgen made it for Node; or the `worker` or the `page` of the two together.
// The first act of the two is what the page does when nobody touches it, and the second of the worker
// are the programs, as somebody would look at them on the page and in embeds.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [role, count, ...rest] = process.argv.slice(2);
const acts = [];
let act = 0;

if (role === "engine") {
  const [glue, wasm, ...programs] = rest;
  engine(glue, fs.readFileSync(wasm), programs.map(read));
} else {
  const [workerGlue, workerWasm, pageGlue, pageWasm, ...programs] = rest;
  const part = (glue, wasm) => ({ glue: pathToFileURL(glue), module: new WebAssembly.Module(fs.readFileSync(wasm)) });
  await both(part(workerGlue, workerWasm), part(pageGlue, pageWasm), programs.map(read));
}
fs.writeSync(1, Array.from({ length: Number(count) }, (_, point) => acts[point] ?? act).join(""));
process.exit();

function read(file) {
  return fs.readFileSync(file, "utf8");
}

// What was reached since, for the present act.
function note(exports) {
  for (let point = 0; point < count; point++) {
    if ((exports[`marks ${point >> 5}`].value >> (point & 31)) & 1) acts[point] ??= act;
  }
}

function engine(glue, wasm, texts) {
  // Whichever file the glue reads, it gets this one.
  const { Module, Instance } = WebAssembly;
  let marked;
  WebAssembly.Module = class extends Module {
    constructor() {
      super(wasm);
    }
  };
  WebAssembly.Instance = class extends Instance {
    constructor(module, imports) {
      super(module, imports);
      marked = this.exports;
    }
  };
  const { lend, play } = createRequire(import.meta.url)(path.resolve(glue));
  lend();
  for (const text of texts) play(text, "");
  note(marked);
  act += 1;
}

// Which ways the allocator goes depends on all that was allocated before: it is to have all of them.
function allocate({ __wbindgen_malloc: take, __wbindgen_realloc: change, __wbindgen_free: give }) {
  const held = [];
  let chance = 1;
  const pick = (most) => (chance = (chance * 48271) % 0x7fffffff) % most;
  for (let round = 0; round < 20000; round++) {
    const size = 1 + pick(2 ** (1 + pick(17)));
    const place = pick(400);
    const [address, old] = held[place] ?? [];
    const kind = pick(3);
    if (old === undefined) held[place] = [take(size, 4), size];
    else if (kind) held[place] = [change(address, old, size, 4), size];
    else {
      give(address, old, 4);
      held[place] = undefined;
    }
  }
}

// What embeds ask of their worker (web/embed/player.js) when somebody runs a program and steps through it.
async function embed(settle, texts) {
  let id = 0;
  async function ask(question) {
    globalThis.onmessage({ data: { ...question, id: ++id } });
    await settle();
    return id;
  }
  await ask({ ask: "styles" });
  const places = [{ event: 0 }, { ns: 1e9 }, { event: 3, whole: true }];
  const steps = ["line", "event"].flatMap((step) => [false, true].map((back) => ({ event: 9, step, back })));
  for (const language of ["en", "zh-Hant", "zh-Hans"]) {
    await ask({ ask: "open link", link: "#v1.z.KyjKzCvRUC9JTVTX5AIA.z-pUJw", language });
    for (const text of texts) {
      const views = { loop: true, graph: true, variables: true };
      const run = await ask({ ask: "run", text, stdin: "", width: 600, limit: 2e7, language, ...views });
      for (const place of [...places, ...steps]) await ask({ ask: "look", run, language, ...views, ...place });
      await ask({ ask: "make link", text, language, ns: 1e9 });
    }
  }
}

async function both(worker, page, texts) {
  const { deliver, happen, raise, resize, settle } = await import("./stage.mjs");
  // No two memories of a module lie alike, so that tables of hashes do not: as in a browser, and otherwise.
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class extends Instance {
    constructor(module, imports) {
      super(module, imports);
      this.exports.memory?.grow(grown);
    }
  };

  let grown = 0;

  const played = { worker: [], page: [] };
  let instances = 0;
  async function begin(name, { glue, module }) {
    // Under another address, it is another instance.
    const fresh = await import(`${glue}?${(instances += 1)}`);
    grown = played[name].length;
    const exports = fresh.initSync({ module });
    grown = 0;
    played[name].push(exports);
    return { ...fresh, exports };
  }

  // The signs of a reader: the first time, it is one or the other.
  const first = ["focusin", "pointermove", "pointerdown"];
  const sizes = [
    { width: 1280, height: 800 },
    { width: 360, height: 640 },
  ];
  const paces = [1000, 0.01, 3];
  const readers = ["en", "zh-TW", "zh-CN"].flatMap((language, number) =>
    sizes.map((size, other) => ({ language, pace: paces[(number + other) % paces.length], ...size })),
  );
  for (const reader of readers) {
    const root = raise(reader);
    const workers = await begin("worker", worker);
    const pages = await begin("page", page);
    await settle();
    // As when scroll bars appear, or a line of text does.
    for (const [across, down] of [[15, 0], [15, 30], [300, 300], [0, 0]]) {
      resize(reader.width - across, reader.height - down);
      await settle();
    }
    // What scrolls by itself, and what of a reader cannot be deferred (web/boot.js): that one comes near, goes on from
    // control to control, and lays a finger on something.
    for (const type of first.slice(readers.indexOf(reader) % first.length)) {
      dispatchEvent(Object.assign(new Event(type), { key: "Tab" }));
      await settle();
    }
    happen(root, "scroll");
    for (const type of ["focusin", "focus", "keydown", "keyup", "blur", "focusout"]) {
      happen(root, type, { key: "Tab" });
      document.dispatchEvent(Object.assign(new Event(type), { key: "Tab" }));
      await settle();
    }
    for (const place of [9, 200, 500]) {
      const at = (moved) => ({ clientX: place + moved, clientY: place + moved });
      for (const end of ["pointerup", "pointercancel"]) {
        happen(root, "pointerdown", at(0));
        for (const moved of end === "pointercancel" ? [1, 30] : []) happen(root, "pointermove", at(moved));
        await settle();
        happen(root, end, at(0));
        await settle();
      }
    }
    allocate(workers.exports);
    allocate(pages.exports);
  }
  played[role].forEach(note);
  act += 1;
  if (role === "page") return;

  raise({ ...readers[0], pace: 1000 });
  const { rehearsal } = await begin("worker", worker);
  const requests = texts.flatMap((text) => rehearsal(text));
  // What asking alone takes is nothing that the page's worker does.
  played.worker = [];
  deliver();
  await begin("worker", worker);
  for (const data of requests) {
    globalThis.onmessage({ data });
    await settle();
  }
  await begin("worker", worker);
  await embed(settle, texts);
  played.worker.forEach(note);
  act += 1;
}
