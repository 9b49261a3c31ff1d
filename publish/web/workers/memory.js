// Python's memory once calc is imported, kept by the browser for this build: the next
// start begins there. It is taken before the first answer: nothing typed is in it.
export const memory = {
  /** The one place; there is none for a page opened as a file. */
  cache: async () => caches.open(`memory of ${new URL(".", location.href)}`),

  async recall() {
    try {
      const kept = await (await memory.cache()).match(BUILD);
      const image = kept && new Uint8Array(await kept.arrayBuffer());
      // Pyodide would wait for ever on a piece
      return image?.length === Number(kept?.headers.get("Content-Length")) ? image : undefined;
    } catch {
      return undefined; // this browser keeps nothing
    }
  },

  async forget() {
    try {
      const cache = await memory.cache();
      await Promise.all((await cache.keys()).map((build) => cache.delete(build)));
    } catch {} // there is nothing
  },

  /** @param {Uint8Array<ArrayBuffer>} image */
  async keep(image) {
    await memory.forget();
    const headers = { "Content-Length": `${image.length}` };
    try {
      await (await memory.cache()).put(BUILD, new Response(image, { headers }));
    } catch {} // no room, or not allowed
  },
};
