// Starts the page: fetches the module that Trunk built and runs it. The engine's worker and the
// editor are fetched beside it, since the page wants both at once.
//
// A file of its own, since the page's policy allows no inline script. Trunk
// writes the module's addresses, relative to the page, on the script element.
// When anything fails before the app stands, or its wasm breaks down later, the
// page says so: the sentences are in index.html, in three languages.

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
try {
  const wanted = localStorage.getItem("interleave.language") ?? navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag));
  const isTraditional = /hant|tw|hk|mo/i.test(wanted) && !/hans/i.test(wanted);
  root.lang = /^zh/i.test(wanted) ? (isTraditional ? "zh-Hant" : "zh-Hans") : "en";
  document.getElementById("opening").hidden = localStorage.getItem("interleave.draft") !== null || location.hash.startsWith("#v");
} catch {
  root.lang = "en";
}

const address = (relative) => new URL(relative, document.baseURI);

// The engine is fetched and compiled while its worker starts, and once for all workers.
// Servers that do not know what wasm is are told so by compileStreaming, and are asked in another way.
const download = () => fetch(address("worker_bg.wasm"));
const engine = WebAssembly.compileStreaming(download()).catch(async () => WebAssembly.compile(await (await download()).arrayBuffer()));

// A worker whose messages and errors wait until `worker.tell` says who hears them.
function launch() {
  const worker = new Worker(address("engine.js"), { type: "module" });
  engine.then(
    (module) => worker.postMessage(module),
    ({ message }) => worker.dispatchEvent(new ErrorEvent("error", { message })),
  );
  const listener = new Promise((resolve) => (worker.tell = resolve));
  for (const kind of ["message", "messageerror", "error"]) {
    worker.addEventListener(kind, (event) => {
      // Told here, an error need not be told to the window as well.
      event.preventDefault();
      listener.then((hear) => hear(event));
    });
  }
  return worker;
}

// For src/engine/client.rs: each time another worker, of which the first loads beside the page.
const ready = [launch()];
globalThis.interleaveWorker = () => ready.pop() ?? launch();

const { module, wasm } = document.getElementById("boot").dataset;
try {
  const [{ default: start }, { createEditor }] = await Promise.all([
    import(address(module)),
    import(document.getElementById("editor-module").src),
  ]);
  // For src/editor.rs.
  globalThis.interleaveEditor = createEditor;
  await start({ module_or_path: address(wasm) });
} catch (error) {
  fail(error);
}
