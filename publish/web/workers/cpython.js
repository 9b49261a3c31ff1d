// CPython from a memory image: with the wasm, all that runs of it.

import { text } from "../units.js";

/**
 * What is known of the image since it was made.
 * @typedef {object} Facts
 * @property {number} door  Address of the Python function that answers.
 * @property {[at: number, size: number][]} runs  Where in memory the image's bytes belong.
 * @property {Record<string, [kind: "Memory" | "Table" | "Global" | "Tag", ...how: any[]]>} imports
 *   All that the wasm asks for besides functions.
 */

/**
 * @typedef {object} CPython  What the wasm exports; an address is a number.
 * @property {(from: number, size: number) => number} PyBytes_FromStringAndSize
 * @property {(bytes: number) => number} PyBytes_AsString
 * @property {(bytes: number) => number} PyBytes_Size
 * @property {(called: number, given: number) => number} PyObject_CallOneArg
 * @property {(object: number) => void} _Py_DecRef
 */

/** An exception of Python: an answer like others, after which it goes on. */
export class PythonError extends Error {}

const ENOSYS = 52;
const PAGE = 65_536;

/** There is no system below: what asks for one is told so as C expects; nothing else is called. */
const absent = (/** @type {string} */ from, /** @type {string} */ name) => {
  if (from === "wasi_snapshot_preview1") return () => ENOSYS;
  if (name.startsWith("__syscall_")) return () => -ENOSYS;
  return () => {
    throw new Error(`Python asked for ${name}`);
  };
};

/**
 * @param {WebAssembly.Module} wasm
 * @param {Uint8Array} image
 * @param {Facts} facts
 * @returns {(request: string) => string}
 *   Throws a PythonError for an exception; after anything else that it throws, this
 *   Python is of no more use.
 */
export function cpython(wasm, image, facts) {
  const made = Object.fromEntries(Object.entries(facts.imports).map(
    // @ts-ignore the arguments are as they were recorded
    ([name, [kind, ...how]]) => [name, new WebAssembly[kind](...how)]));
  /** @type {Record<string, any>} */
  const { "env.memory": memory, "env.__indirect_function_table": table } = made;

  /** @type {Record<string, Function>} */
  const system = {
    /** @param {number} at @param {number[]} given */
    _PyEM_TrampolineCall_JS: (at, ...given) => table.get(at)(...given),
    /** @param {number} wanted */
    emscripten_resize_heap: (wanted) => {
      try {
        memory.grow(Math.ceil(((wanted >>> 0) - memory.buffer.byteLength) / PAGE));
        return 1;
      } catch {
        return 0;
      }
    },
  };
  /** @type {WebAssembly.Imports} */
  const imports = {};
  for (const { module, name, kind } of WebAssembly.Module.imports(wasm)) {
    imports[module] ??= {};
    imports[module][name] = kind === "function"
      ? system[name] ?? absent(module, name)
      : made[`${module}.${name}`];
  }
  const { exports } = new WebAssembly.Instance(wasm, imports);
  const python = /** @type {CPython} */ (/** @type {unknown} */ (exports));

  let read = 0;
  const bytes = new Uint8Array(memory.buffer);
  for (const [at, size] of facts.runs) {
    bytes.set(image.subarray(read, read + size), at);
    read += size;
  }

  const sure = (/** @type {number} */ object) => {
    if (object) return object;
    throw new Error("Python has no memory left");
  };
  return (request) => {
    const asked = new TextEncoder().encode(request);
    const given = sure(python.PyBytes_FromStringAndSize(0, asked.length));
    new Uint8Array(memory.buffer).set(asked, python.PyBytes_AsString(given));
    const found = sure(python.PyObject_CallOneArg(facts.door, given));
    const from = python.PyBytes_AsString(found);
    const reply = memory.buffer.slice(from, from + python.PyBytes_Size(found));
    python._Py_DecRef(given);
    python._Py_DecRef(found);
    return said(reply);
  };
}

/** A reply is a sign, then UTF-16. @param {ArrayBuffer} reply */
function said(reply) {
  const [sign] = new Uint8Array(reply);
  const told = text(new Uint16Array(reply.slice(1)));
  if (sign === "-".charCodeAt(0)) throw new PythonError(told);
  return told;
}
