// The parts of the engine as they come: told piece by piece, checked before they are used.

import { EngineError, refused } from "../calc/engine/error.js";
import { unpacked } from "../unpacked.js";

/** @typedef {{url: string} | {text: string}} Source  On the network, or what a script carries. */
/** @typedef {{bytes: number, sha256: string, adler32: number}} Whole  As the build wrote it. */

const WASM = "application/wasm";
const MOST = 3_800; // bytes whose sums cannot grow past what is exact
const MOMENT = 50; // milliseconds: the page need not hear of every piece

/** @param {Source} source @param {Whole} whole @param {RequestCache} cache */
export const arrived = async (source, whole, cache) => read(await opened(source, cache), whole);

/**
 * Compiled while it comes, but given out only once it is known to be whole; and its bytes.
 * @param {Source} source @param {Whole} whole @param {RequestCache} cache
 */
export async function compiled(source, whole, cache) {
  const response = await opened(source, cache);
  const copy = response.clone();
  const streams = response.headers.get("Content-Type") === WASM;
  const module = streams ? WebAssembly.compileStreaming(response) : undefined;
  module?.catch(() => {}); // who checks the bytes is told
  const bytes = await read(copy, whole);
  return { bytes, module: await (module ?? WebAssembly.compile(bytes)) };
}

/**
 * The whole, of a part and what the build left out of it.
 * @param {Uint8Array} part
 * @param {Uint8Array<ArrayBuffer>} rest  How many steps; each: bytes to keep, to pass over, to
 *   put in; then what is put in. Numbers have 32 bits.
 */
export function completed(part, rest) {
  const [count] = new Uint32Array(rest.buffer, 0, 1);
  const steps = new Uint32Array(rest.buffer, 4, 3 * count);
  /** @type {Uint8Array[]} */
  const pieces = [];
  let at = 0, from = 4 + steps.byteLength;
  for (let step = 0; step < steps.length; step += 3) {
    const [keep, pass, put] = steps.subarray(step);
    pieces.push(part.subarray(at, at + keep), rest.subarray(from, from + put));
    at += keep + pass;
    from += put;
  }
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const piece of pieces) {
    whole.set(piece, to);
    to += piece.length;
  }
  return whole;
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
  let at = 0, told = 0, timer = 0;
  const tell = () => {
    clearTimeout(timer);
    if (at > told) self.postMessage({ loaded: at - told });
    [told, timer] = [at, 0];
  };
  try {
    for (let piece; !(piece = await reader.read()).done; ) {
      bytes.set(piece.value, at);
      at += piece.value.length;
      timer ||= setTimeout(tell, MOMENT);
    }
  } catch (error) {
    throw new EngineError("damaged", error);
  } finally {
    tell();
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
