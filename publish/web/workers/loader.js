// Fetches and compiles Python in a worker of its own: the page stays free meanwhile, and
// the worker that will run it reads its script.
/** @param {Response} response */
const count = async (response) => {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  for (let piece; !(piece = await reader.read()).done; )
    self.postMessage({ loaded: piece.value.length });
};

/** @param {Response} response */
const compiled = async (response) =>
  response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());

self.onmessage = async ({ data: url }) => {
  try {
    const response = await fetch(url);
    if (!response.ok) return self.postMessage({ reason: "missing", detail: response.status });
    const counted = count(response.clone()).catch(() => {}); // who compiles is told
    const module = await compiled(response);
    await counted;
    self.postMessage({ module });
  } catch (error) {
    const reason = error instanceof TypeError ? "missing" : "damaged";
    self.postMessage({ reason, detail: String(error) });
  }
};
