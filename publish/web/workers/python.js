// Inside the worker, behind Pyodide in one script: Python with calc, and one function
// of it. The first message starts it, others bring its parts, every other is a request.

import { memory } from "./memory.js";

const WHEEL = "/calc.whl";
const QUIET = 1_000; // milliseconds without a question
const EXAMPLE = '{"calculator": "repayment-schedule"}';
const recalled = memory.recall();

/** @type {Promise<(request: string) => string>} */
let answer;
/** To be kept once the reader has an answer and asks no more. @type {Uint8Array<ArrayBuffer> | undefined} */
let image;
let pause = 0;
/** Answers until the browser has compiled well what they run: the first keys need not wait for that. */
let practice = 12;

/** @type {Record<string, (content: any) => void>} */
const bring = {};
/** What the page loads, as it arrives; Pyodide itself fetches nothing. @param {string} name */
const part = (name) => new Promise((arrived) => (bring[name] = arrived));
const [wasm, library, wheel] = ["wasm", "library", "wheel"].map(part);

/** @param {unknown} _response @param {WebAssembly.Imports} [imports] */
WebAssembly.instantiateStreaming = async (_response, imports) => {
  /** @type {WebAssembly.Module} */
  const module = await wasm;
  return { module, instance: await WebAssembly.instantiate(module, imports) };
};
self.fetch = async () => new Response(await library);

/** @param {import("pyodide").PyodideConfig} options */
const start = (options) =>
  loadPyodide({
    indexURL: "https://parts.invalid/",
    lockFileContents: LOCK,
    env: { PYTHONPATH: WHEEL },
    fsInit: async (FS) => FS.writeFile(WHEEL, new Uint8Array(await wheel)),
    ...options,
  });

/** @param {boolean} keeps */
const begin = async (keeps) => {
  const kept = keeps ? await recalled : void memory.forget();
  const python = kept && await start({ _loadSnapshot: kept }).catch(() => undefined);
  if (python) return python.pyimport("calc.browser").answer;
  const fresh = await start({ _makeSnapshot: keeps });
  const found = fresh.pyimport("calc.browser").answer;
  if (keeps) image = /** @type {Uint8Array<ArrayBuffer>} */ (fresh.makeMemorySnapshot());
  return found;
};

/** While nobody asks. @param {(request: string) => string} ask @param {boolean} answered */
const rest = (ask, answered) => {
  if (answered && image) {
    memory.keep(image);
    image = undefined;
  }
  if (practice-- <= 0) return;
  ask(EXAMPLE);
  pause = setTimeout(rest, 0, ask, answered);
};

self.onmessage = async ({ data: { id, keeps, name, content, request } }) => {
  if (name) return bring[name](content);
  const starts = request === undefined;
  try {
    if (starts) answer = begin(keeps);
    const ask = await answer;
    self.postMessage({ id, reply: starts ? "" : ask(request) });
    clearTimeout(pause);
    pause = setTimeout(rest, QUIET, ask, !starts);
  } catch (error) {
    const raised = error instanceof Error && error.name === "PythonError";
    self.postMessage({ id, error: String(error), alive: raised && !starts });
  }
};
