// Puts the rest of the code to what is used of it, as the worker does. Reads two paths,
// one a line, from stdin; writes the whole.
import { readFileSync } from "node:fs";
import { completed } from "../../../publish/web/workers/arrival.js";

const [used, rest] = readFileSync(0, "utf8").split("\n").map((path) => new Uint8Array(readFileSync(path)));
process.stdout.write(completed(used, new Uint8Array(rest)));
