// Programs on the engine as WebAssembly: a line of JSON in, {source, stdin}; a line of JSON out, what
// the run came to. Named on the command line: the file that loads the engine. The engine's later
// part and the library's second volume lie beside it.
const fs = require("node:fs");
const path = require("node:path");

const file = require.resolve(process.argv[2]);
const beside = (name) => path.join(path.dirname(file), name);
const library = fs.readFileSync(beside("library.txt"), "utf8");
const [later] = fs.readdirSync(path.dirname(file)).filter((name) => name.startsWith("engine_bg-"));

// What the engine exports, by the number of its part.
let present;
// The engine calls this when it first needs a function that no lesson enters.
globalThis.instantiate_part = () =>
  new WebAssembly.Instance(new WebAssembly.Module(fs.readFileSync(beside(later))), present);

let engine = load();

function load() {
  delete require.cache[file];
  const fresh = require(file);
  present = [fresh.lend()];
  if (!fresh.provide(library)) throw new Error("library.txt is another build's");
  return fresh;
}

function play({ source, stdin }) {
  try {
    return engine.play(source, stdin);
  } catch (error) {
    // What has trapped once is in no known state.
    engine = load();
    return `${error}`;
  }
}

const lines = require("node:readline").createInterface({ input: process.stdin });
lines.on("line", (line) => console.log(JSON.stringify(play(JSON.parse(line)))));
