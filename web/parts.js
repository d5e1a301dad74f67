// The later parts of a module: functions and constants that most do without at first, cut off when the page
// is built (crates/xtask/src/parts). The page has these for its module, and its worker for its own; when they
// are fetched, src/parts.rs and src/reader.rs say.
//
// A part may be wanted in the middle of any call, and the allocator makes calls, too: so nothing here calls
// the module. What cannot be had ends the call with the kind of error that a trap is.

// The custom section of the first part that names the files of the others, a line each.
const NAMES = "parts";

export async function compile(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  // Servers that do not know what wasm is are asked for bytes.
  const isKnown = answer.headers.get("Content-Type")?.startsWith("application/wasm");
  return isKnown ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

// The bytes of a file, without a promise. Who has to wait may ask for text only, so it is one of bytes.
function bytes(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`${request.status}`);
  return Uint8Array.from(request.responseText, (character) => character.charCodeAt());
}

export function parts(module) {
  const [names] = WebAssembly.Module.customSections(module, NAMES);
  const files = names ? new TextDecoder().decode(names).split("\n") : [];
  const addresses = files.map((file) => new URL(file, import.meta.url));
  // By their numbers: the parts that are compiled, or will be; those that are; what those export that are there.
  const coming = [];
  const compiled = [];
  const present = [];

  const add = (part) => present.push(new WebAssembly.Instance(part, present).exports);

  function take(number) {
    coming[number] ??= compile(addresses[number - 1]).then(
      (part) => (compiled[number] = part),
      // Whoever cannot do without it asks once more, and is told.
      () => (coming[number] = undefined),
    );
    return coming[number];
  }

  return {
    // All parts up to a number are there.
    has: (last) => present.length > Math.min(last, files.length),

    // The first part is there.
    begin(exports) {
      present.push(exports);
    },

    // Makes sure of all parts up to a number, now.
    load(last) {
      for (let number = present.length; number <= last; number++) {
        try {
          add(compiled[number] ?? new WebAssembly.Module(bytes(addresses[number - 1])));
        } catch ({ message }) {
          throw new WebAssembly.RuntimeError(`${files[number - 1]}: ${message}`);
        }
      }
    },

    // Gets all parts up to a number while something else goes on.
    async prepare(last) {
      const wanted = addresses.slice(0, last).map((_, before) => take(before + 1));
      for (const one of wanted) await one;
      for (let number = present.length; number && number <= last && compiled[number]; number++) add(compiled[number]);
    },
  };
}
