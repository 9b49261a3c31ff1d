// The parts of the engine: from the server, or out of scripts that carry them.
/**
 * @typedef {"worker" | "loader" | "wasm" | "library" | "wheel"} PartName
 * @typedef {object} CalcAssets  Written by the build.
 * @property {Record<PartName, {file: string, bytes: number}>} parts  Bytes: unpacked.
 * @property {number} download  Bytes a good host sends for all of them.
 * @property {string} build  Which calculators these are: release and hash of the wheel.
 * @property {boolean} packed  Scripts carry the parts: the page was opened as a file.
 *
 * @typedef {"unsupported" | "blocked" | "missing" | "damaged" | "timeout" | "crashed"
 *   | "answer"} Reason
 *   unsupported: the browser is too old; blocked: a policy forbids WebAssembly; missing:
 *   no network or no such file; damaged: not the bytes of the build; timeout: silent too
 *   long; crashed: Python cannot go on; answer: calc raised, the engine goes on.
 */

export class EngineError extends Error {
  /** @param {Reason} reason @param {unknown} [detail] */
  constructor(reason, detail = "") {
    super(`${reason} ${detail}`);
    this.reason = reason;
  }
}

/** Where the page's script is, and the parts beside it. */
export const FOLDER = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/** @param {PartName} name */
export const partURL = (name) => new URL(CALC_ASSETS.parts[name].file, FOLDER).href;

/** @param {PartName} name @param {RequestInit} how */
export async function fetchPart(name, how) {
  const response = await (CALC_ASSETS.packed ? unpack(name) : fetch(partURL(name), how));
  if (!response.ok) throw new EngineError("missing", response.status);
  return response;
}

/** Bytes, or for the wasm a module. @param {PartName} name @param {Response} response */
export async function readPart(name, response) {
  const wasm = name === "wasm";
  if (wasm && response.headers.get("Content-Type") === "application/wasm")
    return WebAssembly.compileStreaming(response);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength !== CALC_ASSETS.parts[name].bytes) throw new EngineError("damaged", name);
  return wasm ? WebAssembly.compile(bytes) : bytes;
}

/** From a folder nothing can be fetched: a script carries base64 of gzip. @param {PartName} name */
async function unpack(name) {
  if (typeof CALC_PACKED === "undefined" || !(name in CALC_PACKED)) await carry(name);
  const text = atob(CALC_PACKED[name]);
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < packed.length; i++) packed[i] = text.charCodeAt(i);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const type = name === "wasm" ? "application/wasm" : "text/javascript";
  const headers = { "Content-Type": type };
  return new Response(await new Response(stream).arrayBuffer(), { headers });
}

/** @param {PartName} name */
async function carry(name) {
  const script = document.createElement("script");
  script.src = partURL(name);
  await new Promise((done, fail) => {
    script.onload = done;
    script.onerror = () => fail(new EngineError("missing", name));
    document.head.append(script);
  });
  script.remove();
}
