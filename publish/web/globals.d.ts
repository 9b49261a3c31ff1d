// What the build writes before a script, what Pyodide brings into the worker, and what
// carries the parts of a page opened as a file; what the service worker may keep.
declare const CALC_ASSETS: import("./calc/engine/parts.js").CalcAssets;
declare const CALC_PACKED: Record<import("./calc/engine/parts.js").PartName, string>;
declare const BUILD: string;
declare const LOCK: import("pyodide").Lockfile;
declare const loadPyodide: typeof import("pyodide").loadPyodide;
declare const KEPT: {
  build: string;
  files: Record<string, string>;
  pages: string[];
  download: number;
  missing: string;
};
declare const IFrameWorker: new (url: string | URL) => Worker;
