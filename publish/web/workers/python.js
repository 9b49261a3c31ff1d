// Inside the worker: the first message starts Python from its image, every other is a
// request.

import { EngineError } from "../calc/engine/error.js";
import { arrived, compiled } from "./arrival.js";
import { PythonError, cpython } from "./cpython.js";

/** @import { Source } from "./arrival.js" */
/** @typedef {{wasm: Source, image: Source, cache: RequestCache}} Sources */

/** Python as the image has it. @type {() => (request: string) => string} */
let start;
/** @type {(request: string) => string} */
let ask;

/** @param {Sources} sources */
async function begin({ wasm, image, cache }) {
  const [module, memory] = await Promise.all([
    compiled(wasm, PYTHON.wasm, cache),
    arrived(image, PYTHON.image, cache),
  ]);
  start = () => cpython(module, memory, PYTHON.facts);
  ask = start();
}

/** What broke Python is not kept: the next request finds it as new. @param {string} request */
function answer(request) {
  try {
    return ask(request);
  } catch (error) {
    if (!(error instanceof PythonError)) ask = start();
    throw error;
  }
}

/** @param {unknown} error */
function reason(error) {
  if (error instanceof EngineError) return error.reason;
  if (error instanceof PythonError) return "answer";
  return !ask && error instanceof RangeError ? "memory" : "crashed"; // what it needs to start is not there
}

self.onmessage = async ({ data: { id, sources, request } }) => {
  try {
    if (sources) await begin(sources);
    self.postMessage({ id, reply: sources ? "" : answer(request) });
  } catch (error) {
    self.postMessage({ id, reason: reason(error), detail: String(error) });
  }
};
