// Python in a worker, one for the visit. It starts at the first ask() or warm(); after
// a failure the next ask() starts it anew.

import { wish } from "../../shell/wish.js";
import { EngineError, fetchPart, partURL, readPart } from "./parts.js";

/** @import { PartName } from "./parts.js" */

/**
 * @typedef {object} Progress  The detail of a "stage" event.
 * @property {"idle" | "loading" | "starting" | "ready" | "failed"} stage
 * @property {number} loaded  Bytes here so far, unpacked.
 * @property {number} total
 * @property {EngineError} [error]  With "failed".
 */

/** The smallest module with an exception tag, which Pyodide needs. */
const PROBE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 13, 3, 1, 0, 0);

/** Milliseconds after a page is there until it is at rest. */
const REST = 4_000;

class Engine extends EventTarget {
  /** Milliseconds of silence that are too long: of the network, of Python, of an answer. */
  limits = { network: 20_000, start: 30_000, answer: 10_000 };
  /** @type {Progress} */
  progress = { stage: "idle", loaded: 0, total: 0 };
  /** @type {Promise<Worker> | undefined} */
  #worker;
  #attempt = new AbortController();
  /** @type {Map<number, {resolve(reply: string): void, reject(error: Error): void}>} */
  #calls = new Map();
  #last = 0;
  #timer = 0;
  /** After a failed start the cache is not trusted. @type {RequestCache} */
  #cache = "default";

  /** Start, unless that was done. A failure is told by a "stage" event. */
  warm() {
    this.#start().catch(() => {});
  }

  /** Whether the reader saves data or the network is slow: nothing is fetched unasked. */
  get frugal() {
    /** @typedef {{saveData: boolean, effectiveType?: string}} Connection */
    const { connection } = /** @type {{connection?: Connection}} */ (navigator);
    const slow = connection?.effectiveType?.endsWith("2g");
    return !CALC_ASSETS.packed && !!(connection?.saveData || slow);
  }

  /**
   * Start when the reader stirs or the page has long been at rest, whichever is first,
   * unless that costs the reader: a start keeps a phone busy while the page still loads.
   */
  idle() {
    if (this.frugal) return;
    const start = () => void (globalThis.requestIdleCallback ?? setTimeout)(() => this.warm());
    if (document.readyState === "complete") return start();
    for (const sign of ["pointermove", "pointerdown", "keydown", "scroll"])
      addEventListener(sign, start, { once: true, passive: true });
    addEventListener("load", () => setTimeout(start, REST), { once: true });
  }

  /**
   * Send JSON text to calc.browser.answer.
   * @param {string} request
   * @returns {Promise<string>} its reply, JSON text
   * @throws {EngineError}
   */
  async ask(request) {
    return this.#send(await this.#start(), { request }, this.limits.answer);
  }

  #start() {
    this.#worker ??= new Promise((resolve, reject) => {
      const { signal } = (this.#attempt = new AbortController());
      signal.addEventListener("abort", () => reject(signal.reason));
      this.#boot(signal).then(resolve, (error) => signal.aborted || this.#stop(error));
    });
    return this.#worker;
  }

  /** @param {AbortSignal} signal */
  async #boot(signal) {
    if (!globalThis.WebAssembly?.validate(PROBE)) throw new EngineError("unsupported");
    try {
      new WebAssembly.Module(PROBE);
    } catch (error) {
      throw new EngineError("blocked", error);
    }
    this.#tell({ stage: "loading", loaded: 0, total: 0 });
    const plain = !CALC_ASSETS.packed && this.#cache === "default";
    const worker = this.#open(signal);
    /** @param {PartName} name @param {Promise<unknown>} part */
    const bring = async (name, part) => (await worker).postMessage({ name, content: await part });
    const brought = Promise.all([
      bring("wasm", plain ? this.#compile(signal) : this.#load("wasm", signal)),
      bring("library", this.#load("library", signal)),
      bring("wheel", this.#load("wheel", signal)),
    ]).then(() => {
      this.#tell({ ...this.progress, stage: "starting" });
      this.#wait(this.limits.start);
    });
    const begin = { keeps: plain && !wish.off };
    const begun = worker.then((opened) => this.#send(opened, begin, this.limits.network));
    await Promise.all([brought, begun]);
    this.#tell({ ...this.progress, stage: "ready" });
    return worker;
  }

  /** @param {AbortSignal} signal */
  async #open(signal) {
    const { packed } = CALC_ASSETS;
    const script = (packed || this.#cache === "reload") && await this.#load("worker", signal);
    const url = packed ? URL.createObjectURL(new Blob([script])) : partURL("worker");
    const worker = new Worker(url);
    signal.addEventListener("abort", () => worker.terminate());
    worker.onerror = ({ message }) => this.#stop(new EngineError("crashed", message));
    worker.onmessage = ({ data }) => this.#hear(data);
    return worker;
  }

  /** @param {PartName} name @param {AbortSignal} signal @returns {Promise<any>} */
  async #load(name, signal) {
    this.#expect(name);
    try {
      const response = await fetchPart(name, { signal, cache: this.#cache });
      this.#count(response.clone()).catch(() => {}); // who reads the part is told
      return await readPart(name, response);
    } catch (error) {
      if (error instanceof EngineError) throw error;
      throw new EngineError(error instanceof TypeError ? "missing" : "damaged", error);
    }
  }

  /** Away from the page, which would stutter. @param {AbortSignal} signal @returns {Promise<WebAssembly.Module>} */
  #compile(signal) {
    this.#expect("wasm");
    const loader = new Worker(partURL("loader"));
    signal.addEventListener("abort", () => loader.terminate());
    loader.postMessage(partURL("wasm"));
    return new Promise((resolve, reject) => {
      loader.onerror = () => reject(new EngineError("missing", "loader"));
      loader.onmessage = ({ data: { loaded, module, reason, detail } }) => {
        if (loaded) return this.#here(loaded);
        loader.terminate();
        if (module) resolve(module);
        else reject(new EngineError(reason, detail));
      };
    });
  }

  /** @param {PartName} name */
  #expect(name) {
    const { loaded, total } = this.progress;
    this.#tell({ stage: "loading", loaded, total: total + CALC_ASSETS.parts[name].bytes });
    this.#wait(this.limits.network);
  }

  /** @param {Response} response */
  async #count(response) {
    const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
    for (let piece; !(piece = await reader.read()).done; ) this.#here(piece.value.length);
  }

  /** @param {number} bytes */
  #here(bytes) {
    if (this.progress.stage !== "loading") return;
    this.#wait(this.limits.network);
    this.#tell({ ...this.progress, loaded: this.progress.loaded + bytes });
  }

  /** @param {Worker} worker @param {object} message @param {number} limit */
  #send(worker, message, limit) {
    const id = ++this.#last;
    if (!this.#calls.size) this.#wait(limit);
    worker.postMessage({ id, ...message });
    return new Promise((resolve, reject) => this.#calls.set(id, { resolve, reject }));
  }

  /** @param {{id: number, reply: string, error?: string, alive?: boolean}} message */
  #hear({ id, reply, error, alive }) {
    if (error !== undefined && !alive) return this.#stop(new EngineError("crashed", error));
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (this.#calls.size) this.#wait(this.limits.answer);
    else clearTimeout(this.#timer);
    if (error === undefined) call?.resolve(reply);
    else call?.reject(new EngineError("answer", error));
  }

  /** @param {number} limit */
  #wait(limit) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#stop(new EngineError("timeout")), limit);
  }

  /** Give everything up; the next ask() begins anew. @param {EngineError} error */
  #stop(error) {
    clearTimeout(this.#timer);
    this.#cache = this.progress.stage === "ready" ? "default" : "reload";
    this.#worker = undefined;
    this.#attempt.abort(error);
    for (const { reject } of this.#calls.values()) reject(error);
    this.#calls.clear();
    this.#tell({ ...this.progress, stage: "failed", error });
  }

  /** @param {Progress} progress */
  #tell(progress) {
    this.progress = progress;
    this.dispatchEvent(new CustomEvent("stage", { detail: progress }));
  }
}

export const engine = new Engine();
