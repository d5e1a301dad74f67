// Where the engine comes from in a page that is one file: out of the page itself, which has it packed
// (crates/xtask/src/alone.rs). Such a page may have no origin, and can then fetch nothing and start workers from blobs alone.

async function unpacked(name) {
  const packed = Uint8Array.from(atob(document.getElementById(name).textContent), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
}

/// What the worker is sent: the engine, and the files that it may want later.
export async function compile() {
  const names = [...document.querySelectorAll("script[data-file]")].map(({ id }) => id);
  const files = names.map(async (name) => [name, await (await unpacked(name)).blob()]);
  const engine = (await unpacked("worker_bg.wasm")).arrayBuffer();
  return { module: await WebAssembly.compile(await engine), files: await Promise.all(files) };
}

export async function start() {
  const script = await (await unpacked("worker.js")).text();
  return new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
}
