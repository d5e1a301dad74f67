// Makes scripts small where they lie: without what is said for those who read them, and with short names
// inside. Named on the command line; each is a module.
import { readFileSync, writeFileSync } from "node:fs";
import { minify } from "terser";

for (const file of process.argv.slice(2)) {
  const { code } = await minify(readFileSync(file, "utf8"), { module: true, compress: { passes: 2 } });
  writeFileSync(file, code);
}
