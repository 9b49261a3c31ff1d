// Inside the worker, behind Pyodide in one script: Python with calc, and one function
// of it. The first message brings the parts, every other a request.
"use strict";

{
  const WHEEL = "/calc.whl";

  /** @type {Promise<(request: string) => string>} */
  let answer;

  /**
   * Start Python on what the page has loaded; Pyodide itself fetches nothing.
   * @param {{module: WebAssembly.Module, library: ArrayBuffer, wheel: ArrayBuffer}} parts
   */
  const start = async ({ module, library, wheel }) => {
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      const instance = await WebAssembly.instantiate(module, imports);
      return { module, instance };
    };
    self.fetch = async () => new Response(library);
    const python = await loadPyodide({
      indexURL: "https://parts.invalid/",
      lockFileContents: LOCK,
      env: { PYTHONPATH: WHEEL },
      fsInit: async (FS) => FS.writeFile(WHEEL, new Uint8Array(wheel)),
    });
    return python.pyimport("calc.browser").answer;
  };

  self.onmessage = async ({ data: { id, parts, request } }) => {
    try {
      if (parts) answer = start(parts);
      const ask = await answer;
      self.postMessage({ id, reply: parts ? "" : ask(request) });
    } catch (error) {
      const raised = error instanceof Error && error.name === "PythonError";
      self.postMessage({ id, error: String(error), alive: raised && !parts });
    }
  };
}
