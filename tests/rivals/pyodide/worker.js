// CPython in a worker: programs in, what they print out.

import { loadPyodide } from "./node_modules/pyodide/pyodide.mjs";

let printed = [];
const python = await loadPyodide({ stdout: (line) => printed.push(line), stderr: (line) => printed.push(line) });
python.runPython(await (await fetch("virtual_time.py")).text());

onmessage = ({ data }) => {
  printed = [];
  try {
    python.runPython(data, { globals: python.toPy({ __name__: "__main__" }) });
  } catch (error) {
    printed.push(String(error));
  }
  postMessage(printed.join("\n"));
};
postMessage("ready");
