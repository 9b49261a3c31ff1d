// Inside the worker, behind Pyodide in one script: Python with calc, and one function
// of it. The first message brings the parts, every other a request.
"use strict";

{
  const WHEEL = "/calc.whl";
  const recalled = memory.recall();

  /** @type {Promise<(request: string) => string>} */
  let answer;
  /** To be kept once the reader has an answer. @type {Uint8Array<ArrayBuffer> | undefined} */
  let image;

  /**
   * Start Python on what the page has loaded; Pyodide itself fetches nothing.
   * @param {{module: WebAssembly.Module, library: ArrayBuffer, wheel: ArrayBuffer}} parts
   * @param {import("pyodide").PyodideConfig} options
   */
  const start = ({ module, library, wheel }, options) => {
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      const instance = await WebAssembly.instantiate(module, imports);
      return { module, instance };
    };
    self.fetch = async () => new Response(library);
    return loadPyodide({
      indexURL: "https://parts.invalid/",
      lockFileContents: LOCK,
      env: { PYTHONPATH: WHEEL },
      fsInit: async (FS) => FS.writeFile(WHEEL, new Uint8Array(wheel)),
      ...options,
    });
  };

  /** @param {Parameters<typeof start>[0]} parts @param {boolean} keeps */
  const begin = async (parts, keeps) => {
    const kept = keeps ? await recalled : void memory.forget();
    const python = kept && await start(parts, { _loadSnapshot: kept }).catch(() => undefined);
    if (python) return python.pyimport("calc.browser").answer;
    const fresh = await start(parts, { _makeSnapshot: keeps });
    const found = fresh.pyimport("calc.browser").answer;
    if (keeps) image = /** @type {Uint8Array<ArrayBuffer>} */ (fresh.makeMemorySnapshot());
    return found;
  };

  self.onmessage = async ({ data: { id, parts, keeps, request } }) => {
    try {
      if (parts) answer = begin(parts, keeps);
      const ask = await answer;
      self.postMessage({ id, reply: parts ? "" : ask(request) });
      if (parts || !image) return;
      memory.keep(image);
      image = undefined;
    } catch (error) {
      const raised = error instanceof Error && error.name === "PythonError";
      self.postMessage({ id, error: String(error), alive: raised && !parts });
    }
  };
}
