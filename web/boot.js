// Starts the page: fetches the module that Trunk built and runs it. The engine's worker and the
// editor are fetched beside it, since the page wants both at once.
//
// A file of its own, since the page's policy allows no inline script. Trunk
// writes the module's addresses, relative to the page, on the script element.
// When anything fails before the app stands, or its wasm breaks down later, the
// page says so: the sentences are in index.html, in three languages.

import { compile, parts } from "./parts.js";

const root = document.documentElement;

function fail(error) {
  const note = document.getElementById("failure");
  if (!note) return;
  note.querySelector("code").textContent = String(error ?? "");
  note.hidden = false;
}

function observe(error) {
  if (!("ready" in root.dataset) || error instanceof WebAssembly.RuntimeError) fail(error);
}
addEventListener("error", (event) => observe(event.error ?? event.message));
addEventListener("unhandledrejection", (event) => observe(event.reason));

// Before the wasm is here, so that the page does not flash in the other theme.
// The key is src/storage.rs's; reading throws where storage is blocked.
try {
  root.dataset.theme = localStorage.getItem("interleave.theme") ?? "auto";
} catch {
  root.dataset.theme = "auto";
}

// The same for the headings of the opening picture, which stand there in three languages, and for
// the picture itself, where another program will take its place. (The app negotiates in earnest.)
let isKnown = location.hash !== "";
try {
  const wanted = localStorage.getItem("interleave.language") ?? navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag));
  const isTraditional = /hant|tw|hk|mo/i.test(wanted) && !/hans/i.test(wanted);
  root.lang = /^zh/i.test(wanted) ? (isTraditional ? "zh-Hant" : "zh-Hans") : "en";
  const hasDraft = [sessionStorage, localStorage].some((kept) => kept.getItem("interleave.draft") !== null);
  isKnown ||= hasDraft;
  document.getElementById("opening").hidden = hasDraft || location.hash.startsWith("#v");
  // Where the site is kept (offline.js), all of it is at hand; but what is waited for in the middle of a call does
  // not come from there.
  isKnown ||= navigator.serviceWorker?.controller != null;
} catch {
  root.lang = "en";
}

const address = (relative) => new URL(relative, document.baseURI);

// The engine is compiled while its worker starts, and once for all workers.
const engine = compile(address("worker_bg.wasm"));

// A worker whose messages and errors wait until `worker.tell` says who hears them, or that nobody does any more.
function launch() {
  const worker = new Worker(address("engine.js"), { type: "module" });
  engine.then(
    (module) => worker.postMessage(module),
    ({ message }) => worker.dispatchEvent(new ErrorEvent("error", { message })),
  );
  let hear;
  const told = new Promise((resolve) => (worker.tell = (who) => resolve((hear = who))));
  for (const kind of ["message", "messageerror", "error"]) {
    worker.addEventListener(kind, (event) => {
      // Told here, an error need not be told to the window as well.
      event.preventDefault();
      told.then(() => hear?.(event));
    });
  }
  return worker;
}

// For src/engine/client.rs: each time another worker, of which the first loads beside the page.
const ready = [launch()];
globalThis.interleaveWorker = () => ready.pop() ?? launch();

const { module: script, wasm } = document.getElementById("boot").dataset;

// The page's own module. Who brings a program, or an address, or comes back will want all of it; for others the
// panels come later (src/reader.rs).
const PANELS = 1;
async function whole() {
  const module = await compile(address(wasm));
  // For src/parts.rs.
  globalThis.interleaveParts = parts(module);
  if (isKnown) await globalThis.interleaveParts.prepare(PANELS);
  return module;
}

// Until then, what would want them at once waits for them, without the page standing still: that a hand moves that
// holds nothing may go unheard, and what is pressed is pressed again.
function defer(event) {
  const { interleaveParts: parts } = globalThis;
  if (!event.isTrusted || event.buttons || !parts || parts.has(PANELS)) return;
  event.stopPropagation();
  if (event.type !== "click") return;
  event.preventDefault();
  parts.prepare(PANELS).then(() => event.target.dispatchEvent(new event.constructor(event.type, event)));
}
for (const type of ["click", "pointermove", "pointerleave", "wheel"]) document.addEventListener(type, defer, true);

// For who stays so long, in milliseconds, the site is kept (offline.js), to be there without a network.
const STAY = 5000;
async function keep() {
  try {
    await navigator.serviceWorker.register(address("offline.js"));
  } catch {
    // Nothing is missed where nothing can be kept: in private windows, without https, or with the network gone already.
  }
}

try {
  const [module, { default: start }, { createEditor }] = await Promise.all([
    whole(),
    import(address(script)),
    import(document.getElementById("editor-module").src),
  ]);
  // For src/editor.rs.
  globalThis.interleaveEditor = createEditor;
  await start({ module_or_path: module });
  // A page in a frame keeps nothing.
  if (parent === window) setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(keep), STAY);
} catch (error) {
  fail(error);
}
