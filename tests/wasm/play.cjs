// Programs on the engine as WebAssembly: a line of JSON in, {source, stdin}; a line of JSON out, what
// the run came to. Named on the command line: the file that loads the engine.
const file = require.resolve(process.argv[2]);
let engine = require(file);

function play({ source, stdin }) {
  try {
    return engine.play(source, stdin);
  } catch (error) {
    // What has trapped once is in no known state.
    delete require.cache[file];
    engine = require(file);
    return `${error}`;
  }
}

const lines = require("node:readline").createInterface({ input: process.stdin });
lines.on("line", (line) => console.log(JSON.stringify(play(JSON.parse(line)))));
