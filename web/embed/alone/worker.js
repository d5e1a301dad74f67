// Starts the engine in the worker of a page that is one file, behind the engine's own scripts: as ../../engine.js does,
// but that files are found by their names among those that it was sent.

addEventListener("message", ({ data: { module, files } }) => {
  const places = new Map(files.map(([name, file]) => [name, URL.createObjectURL(file)]));
  const place = (address) => places.get(String(address).split("/").at(-1)) ?? address;
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    open.call(this, method, place(address), ...rest);
  };
  const { fetch } = globalThis;
  globalThis.fetch = (address) => fetch(place(address));
  globalThis.interleaveParts = parts(module);
  start({ module_or_path: module }).catch(reportError);
}, { once: true });
