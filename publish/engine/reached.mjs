// Which functions of Python are entered while it answers. Reads {wasm, image, facts,
// requests, marks, count} from stdin, the first two paths; each function of this wasm
// marks a byte of its own from `marks` on. Writes the numbers of those that did.
import { readFileSync } from "node:fs";
import { PythonError, cpython } from "../web/workers/cpython.js";

const MOST = 4_096; // pages, as the image allows

/** The memory that the loader makes, with room for the marks. @type {WebAssembly.Memory} */
let memory;
const Plain = WebAssembly.Memory;
WebAssembly.Memory = class extends Plain {
  constructor(how) {
    super(how);
    this.grow(MOST - how.initial);
    memory = this;
  }
};

const { wasm, image, facts, requests, marks, count } = JSON.parse(readFileSync(0, "utf8"));
const module = await WebAssembly.compile(readFileSync(wasm));
const ask = cpython(module, readFileSync(image), facts);
for (const request of requests) {
  try {
    ask(request);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
  }
}
const found = new Uint8Array(memory.buffer, marks, count);
console.log(JSON.stringify([...found.keys()].filter((each) => found[each])));
