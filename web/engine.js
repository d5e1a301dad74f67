// Starts the engine in its worker, with the module that boot.js has compiled meanwhile and sends.
// Whoever listens to the worker hears of what goes wrong.

import start from "./worker.js";
import { parts } from "./parts.js";

function begin({ data: module }) {
  // For src/parts.rs.
  globalThis.interleaveParts = parts(module);
  start({ module_or_path: module }).catch(reportError);
}
addEventListener("message", begin, { once: true });
