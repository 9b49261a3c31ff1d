// Inside the worker: the first message starts Python from its image, others are requests;
// one may bring the rest of the code.

import { EngineError } from "../calc/engine/error.js";
import { Slate } from "../calc/engine/slate.js";
import { arrived, compiled, completed } from "./arrival.js";
import { PythonError, cpython } from "./cpython.js";

/** @import { Source } from "./arrival.js" */
/** @typedef {{wasm: Source, image: Source, cache: RequestCache, slate?: SharedArrayBuffer}} Sources */

/** Python as the image has it. @type {() => (request: string) => string} */
let start;
/** @type {(request: string) => string} */
let ask;
/** Where replies are written, if the page reads them there. @type {Slate | undefined} */
let slate;
/** Takes what the build left out of the code, until that is there.
 * @type {((rest: Source, cache: RequestCache) => Promise<void>) | undefined} */
let complete;

/** @param {Sources} sources */
async function begin({ wasm, image, cache }) {
  const [{ module, bytes }, memory] = await Promise.all([
    compiled(wasm, PYTHON.wasm, cache),
    arrived(image, PYTHON.image, cache),
  ]);
  const use = (/** @type {WebAssembly.Module} */ code) => {
    start = () => cpython(code, memory, PYTHON.facts);
    ask = start();
  };
  use(module);
  complete = async (rest, cache) => {
    const whole = completed(bytes, await arrived(rest, PYTHON.rest, cache));
    use(await WebAssembly.compile(whole));
    complete = undefined;
  };
}

/** The reply; null where it takes code that is not here. What broke Python is not kept: the
 * next request finds it as new. @param {string} request */
function answer(request) {
  try {
    return ask(request);
  } catch (error) {
    if (!(error instanceof PythonError)) ask = start();
    if (complete && error instanceof WebAssembly.RuntimeError) return null;
    throw error;
  }
}

/** @param {unknown} error */
function reason(error) {
  if (error instanceof EngineError) return error.reason;
  if (error instanceof PythonError) return "answer";
  return !ask && error instanceof RangeError ? "memory" : "crashed"; // what it needs to start is not there
}

self.onmessage = async ({ data: { id, sources, rest, cache, request } }) => {
  try {
    if (sources) await begin(sources);
    if (sources?.slate) slate = new Slate(sources.slate);
    if (rest) await complete?.(rest, cache);
    const reply = request ? answer(request) : "";
    if (!(reply && slate?.write(id, reply))) self.postMessage({ id, reply });
  } catch (error) {
    self.postMessage({ id, reason: reason(error), detail: String(error) });
  }
};
