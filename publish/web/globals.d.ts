// What the build writes before a script: where the engine's parts are and how they arrive
// whole; what carries them on a page opened as a file; what the service worker may keep.
declare const CALC_ASSETS: import("./calc/engine/parts.js").CalcAssets;
declare const CALC_PACKED: Record<import("./calc/engine/parts.js").PartName, string>;
declare const PYTHON: {
  wasm: import("./workers/arrival.js").Whole;
  image: import("./workers/arrival.js").Whole;
  rest: import("./workers/arrival.js").Whole;
  facts: import("./workers/cpython.js").Facts;
};
declare const KEPT: {
  build: string;
  pagesOf: string;
  files: Record<string, string>;
  lists: Record<string, string>;
  pages: string[];
  download: number;
  missing: string;
};
/** Of a page opened as a file: the text of the search worker, and its index. */
declare const SEARCH: { worker: string; index: object };
