// Inside the worker, behind Pyodide in one script: Python with calc, and one function
// of it. The first message starts it, others bring its parts, every other is a request.
"use strict";

{
  const WHEEL = "/calc.whl";
  const QUIET = 1_500; // milliseconds without a question
  const recalled = memory.recall();

  /** @type {Promise<(request: string) => string>} */
  let answer;
  /** To be kept once the reader has an answer and asks no more. @type {Uint8Array<ArrayBuffer> | undefined} */
  let image;
  let pause = 0;

  /** @type {Record<string, (content: any) => void>} */
  const bring = {};
  /** What the page loads, as it arrives; Pyodide itself fetches nothing. @param {string} name */
  const part = (name) => new Promise((arrived) => (bring[name] = arrived));
  const [wasm, library, wheel] = ["wasm", "library", "wheel"].map(part);

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

  const keep = () => {
    if (image) memory.keep(image);
    image = undefined;
  };

  self.onmessage = async ({ data: { id, keeps, name, content, request } }) => {
    if (name) return bring[name](content);
    const starts = request === undefined;
    try {
      if (starts) answer = begin(keeps);
      const ask = await answer;
      self.postMessage({ id, reply: starts ? "" : ask(request) });
      clearTimeout(pause);
      if (!starts) pause = setTimeout(keep, QUIET);
    } catch (error) {
      const raised = error instanceof Error && error.name === "PythonError";
      self.postMessage({ id, error: String(error), alive: raised && !starts });
    }
  };
}
