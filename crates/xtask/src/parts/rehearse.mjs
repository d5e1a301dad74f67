// Plays programs on a module whose functions mark that they were entered, and prints the numbers of those.
//
//   node rehearse.mjs GLUE WASM MARKS COUNT PROGRAM...
//
// GLUE is what wasm-bindgen made to load the module: the engine's for Node, or the worker's, which takes
// this for a worker's global scope. From the address MARKS on, WASM has a byte for each of COUNT functions.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [glue, wasm, marks, count, ...programs] = process.argv.slice(2);
const texts = programs.map((program) => fs.readFileSync(program, "utf8"));
const script = fs.readFileSync(glue, "utf8");
const marked = fs.readFileSync(wasm);

// The module that comes first is the marked one, whichever file the glue reads; a later one is the
// second part, of which all that matters is that it is asked for.
const { Module, Instance } = WebAssembly;
const NOTHING = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
let memory;
WebAssembly.Module = class extends Module {
  constructor() {
    super(memory ? NOTHING : marked);
  }
  static customSections(module, name) {
    return memory && name === "second" ? [new TextEncoder().encode("second.wasm").buffer] : [];
  }
};
WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    super(module, imports);
    memory ??= this.exports.memory;
  }
};

await (script.includes("initSync") ? worker() : engine());
console.log([...entered().keys()].filter((number) => entered()[number]).join(" "));
process.exit();

function entered() {
  return new Uint8Array(memory.buffer, Number(marks), Number(count));
}

function engine() {
  globalThis.instantiate_second_part = () => {};
  const { load_second_part, play } = createRequire(import.meta.url)(path.resolve(glue));
  load_second_part();
  for (const text of texts) play(text, "");
}

async function worker() {
  const PROGRESS = 1; // of protocol.rs: the answer is still to come
  // The same on every machine: between two looks at the clock, a second has gone by.
  let now = 0;
  performance.now = () => (now += 1000);
  let hear;
  let status = 200;
  globalThis.postMessage = (answer) => answer[0] !== PROGRESS && hear?.();
  globalThis.XMLHttpRequest = class {
    status = status;
    response = new ArrayBuffer(0);
    open() {}
    send() {}
  };
  const { initSync, load_second_part, rehearsal } = await import(
    `data:text/javascript,${encodeURIComponent(script)}`
  );
  initSync({ module: marked });
  load_second_part();
  status = 404;
  try {
    load_second_part();
  } catch {
    // What it takes to say so has been entered, too.
  }
  // What asking alone takes is nothing that the page's worker does.
  const before = entered().slice();
  const requests = texts.flatMap((text) => rehearsal(text));
  entered().set(before);
  for (const request of requests) {
    const answer = new Promise((resolve) => (hear = resolve));
    globalThis.onmessage({ data: request });
    await answer;
  }
}
