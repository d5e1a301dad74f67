// Starts the page: fetches the module that Trunk built and runs it.
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
  document.getElementById("opening").hidden = localStorage.getItem("interleave.draft") !== null;
} catch {
  root.lang = "en";
}

const { module, wasm } = document.getElementById("boot").dataset;
const address = (relative) => new URL(relative, document.baseURI);
try {
  const { default: start } = await import(address(module));
  await start({ module_or_path: address(wasm) });
} catch (error) {
  fail(error);
}
