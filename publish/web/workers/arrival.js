// The parts of the engine as they come: told piece by piece, checked before they are used.

import { EngineError, refused } from "../calc/engine/error.js";
import { unpacked } from "../unpacked.js";

/** @typedef {{url: string} | {text: string}} Source  On the network, or what a script carries. */
/** @typedef {{bytes: number, sha256: string, adler32: number}} Whole  As the build wrote it. */

const WASM = "application/wasm";
const MOST = 3_800; // bytes whose sums cannot grow past what is exact

/** @param {Source} source @param {Whole} whole @param {RequestCache} cache */
export const arrived = async (source, whole, cache) => read(await opened(source, cache), whole);

/**
 * Compiled while it comes, but given out only once it is known to be whole.
 * @param {Source} source @param {Whole} whole @param {RequestCache} cache
 */
export async function compiled(source, whole, cache) {
  const response = await opened(source, cache);
  const copy = response.clone();
  const streams = response.headers.get("Content-Type") === WASM;
  const module = streams ? WebAssembly.compileStreaming(response) : undefined;
  module?.catch(() => {}); // who checks the bytes is told
  const bytes = await read(copy, whole);
  return module ?? WebAssembly.compile(bytes);
}

/** @param {Source} source @param {RequestCache} cache */
async function opened(source, cache) {
  if ("text" in source)
    return new Response(unpacked(source.text), { headers: { "Content-Type": WASM } });
  const how = /** @type {RequestInit} */ ({ cache, priority: "low" });
  const response = await fetch(source.url, how).catch((error) => {
    throw new EngineError("missing", error);
  });
  if (!response.ok) throw refused(response.status);
  return response;
}

/** @param {Response} response @param {Whole} whole */
async function read(response, whole) {
  const bytes = new Uint8Array(whole.bytes);
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  let at = 0;
  try {
    for (let piece; !(piece = await reader.read()).done; at += piece.value.length) {
      bytes.set(piece.value, at);
      self.postMessage({ loaded: piece.value.length });
    }
  } catch (error) {
    throw new EngineError("damaged", error);
  }
  if (at !== whole.bytes || !await sound(bytes, whole)) throw new EngineError("damaged");
  return bytes;
}

/** Hashing is only for pages that came safely; elsewhere a checksum must do.
 * @param {Uint8Array<ArrayBuffer>} bytes @param {Whole} whole */
async function sound(bytes, { sha256, adler32 }) {
  if (!globalThis.crypto?.subtle) return sum(bytes) === adler32;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (each) => each.toString(16).padStart(2, "0")).join("") === sha256;
}

/** Adler-32. @param {Uint8Array} bytes */
export function sum(bytes) {
  let low = 1, high = 0;
  for (let at = 0; at < bytes.length; ) {
    for (const end = Math.min(at + MOST, bytes.length); at < end; at++) high += low += bytes[at];
    low %= 65_521;
    high %= 65_521;
  }
  return high * 65_536 + low;
}
