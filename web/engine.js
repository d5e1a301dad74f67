// Starts the engine in its worker, with the module that boot.js has compiled meanwhile and sends.
// Whoever listens to the worker hears of what goes wrong.

import start from "./worker.js";

addEventListener("message", ({ data }) => start({ module_or_path: data }).catch(reportError), { once: true });
