// The parts of the engine: from the server, or out of scripts that carry them.

import { address } from "../../trusted.js";
import { unpacked } from "../../unpacked.js";
import { EngineError } from "./error.js";

/** @import { Source } from "../../workers/arrival.js" */

/**
 * @typedef {"worker" | "wasm" | "image" | "rest"} PartName  The rest: code that is seldom needed.
 * @typedef {object} CalcAssets  Written by the build.
 * @property {Record<PartName, {file: string, bytes: number}>} parts  Bytes: unpacked.
 * @property {number} download  Bytes a good host sends for all of them.
 * @property {string} build  Which calculators these are: release and hash of the wheel.
 * @property {boolean} packed  Scripts carry the parts: the page was opened as a file.
 */

/** Where the page's script is, and the parts beside it. */
const FOLDER = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/** @param {PartName} name */
export const partURL = (name) => new URL(CALC_ASSETS.parts[name].file, FOLDER).href;

/** Where the worker finds the part. @param {PartName} name @returns {Promise<Source>} */
export const source = async (name) =>
  CALC_ASSETS.packed ? { text: await carried(name) } : { url: partURL(name) };

/** Where the browser finds the script of the worker. @param {RequestCache} cache */
export async function workerURL(cache) {
  if (CALC_ASSETS.packed) {
    const script = await new Response(unpacked(await carried("worker"))).blob();
    return URL.createObjectURL(script);
  }
  if (cache === "reload") await fetch(partURL("worker"), { cache }).catch(() => {}); // who starts it is told
  return partURL("worker");
}

/** From a folder nothing can be fetched: a script carries base64 of gzip. @param {PartName} name */
async function carried(name) {
  if (typeof CALC_PACKED === "undefined" || !(name in CALC_PACKED)) await load(partURL(name));
  return CALC_PACKED[name];
}

/** @param {string} url */
async function load(url) {
  const script = document.createElement("script");
  script.src = address(url);
  await new Promise((done, fail) => {
    script.onload = done;
    script.onerror = () => fail(new EngineError("folder", url));
    document.head.append(script);
  });
  script.remove();
}
