// Where the engine comes from: the site that this script comes from. (In a page that is one file: alone/source.js.)

export async function compile(base) {
  const download = () => fetch(new URL("worker_bg.wasm", base));
  try {
    return await WebAssembly.compileStreaming(download());
  } catch {
    // A server that does not know what wasm is.
    return WebAssembly.compile(await (await download()).arrayBuffer());
  }
}

/// A worker that waits for what `compile` gives. A page may start workers of its own origin only; a script of its own
/// may then import from elsewhere.
export async function start(base) {
  const script = new URL("engine.js", base);
  if (script.origin === location.origin) return new Worker(script, { type: "module" });
  const abroad = `
    import ${JSON.stringify(script.href)};
    const there = (file) => new URL(file, ${JSON.stringify(base.href)});
    const { open } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (method, file, ...rest) { open.call(this, method, there(file), ...rest); };
    const { fetch } = globalThis;
    globalThis.fetch = (file) => fetch(there(file));`;
  const address = URL.createObjectURL(new Blob([abroad], { type: "text/javascript" }));
  return new Worker(address, { type: "module" });
}
