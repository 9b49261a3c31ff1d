// Python in a worker, one for the visit. It starts at the first ask() or warm(); after
// a failure the next ask() starts it anew.

import { address } from "../../trusted.js";
import { EngineError } from "./error.js";
import { source, workerURL } from "./parts.js";
import { Slate } from "./slate.js";
import { known, unstarted } from "./why.js";

/** @import { Reason } from "./error.js" */

/**
 * @typedef {object} Progress  The detail of a "stage" event.
 * @property {"idle" | "loading" | "starting" | "ready" | "failed"} stage
 * @property {number} loaded  Bytes here so far, unpacked.
 * @property {number} total
 * @property {number} [since]  When it began, as performance.now() has it.
 * @property {boolean} [slow]  It takes so long that the reader should be asked.
 * @property {EngineError} [error]  With "failed".
 */

/** The smallest module with an exception tag, which Python needs. */
const PROBE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 13, 3, 1, 0, 0);

const PAUSE = 500; // milliseconds without a question
const PRACTICE = 40; // answers until a browser has compiled in earnest what they take

/** @param {() => void} act */
const whenIdle = (act) => (globalThis.requestIdleCallback ?? setTimeout)(act);

class Engine extends EventTarget {
  /** Milliseconds of silence that are too long: of the network, of Python, of an answer;
   * and of a whole download without asking whether to go on. */
  limits = { network: 20_000, start: 30_000, answer: 10_000, download: 60_000 };
  /** @type {Progress} */
  progress = { stage: "idle", loaded: 0, total: 0 };
  /** @type {Promise<Worker> | undefined} */
  #worker;
  #attempt = new AbortController();
  /** @type {Map<number, {resolve(reply: any): void, reject(error: Error): void}>} */
  #calls = new Map();
  #last = 0;
  #timer = 0;
  #practice = PRACTICE;
  #patience = 0;
  /** What failed may be in the cache, which is not trusted then. @type {RequestCache} */
  #cache = "default";

  /** Start, unless that was done. A failure is told by a "stage" event. */
  warm() {
    this.#start().catch(() => {});
  }

  /** Go on waiting for what is on its way. */
  wait() {
    clearTimeout(this.#patience);
    this.#tell({ ...this.progress, slow: false });
    this.#patience = setTimeout(() => this.#tell({ ...this.progress, slow: true }), this.limits.download);
  }

  /** Start anew, also while it takes too long. */
  restart() {
    if (this.progress.slow && this.progress.stage === "loading") this.#stop(new EngineError("stopped"));
    this.warm();
  }

  /** Whether the reader saves data or the network is slow: nothing is fetched unasked. */
  get frugal() {
    /** @typedef {{saveData: boolean, effectiveType?: string}} Connection */
    const { connection } = /** @type {{connection?: Connection}} */ (navigator);
    const slow = connection?.effectiveType?.endsWith("2g");
    return !CALC_ASSETS.packed && !!(connection?.saveData || slow);
  }

  /** Start once the page has been painted, unless that costs the reader. */
  idle() {
    if (this.frugal) return;
    requestAnimationFrame(() => whenIdle(() => this.warm()));
  }

  /** Once a visit, while nobody asks: answer a likely request, so that keys find compiled
   * code. @param {string} request */
  async practise(request) {
    for (let last = this.#last; this.#practice > 0 && this.progress.stage === "ready"; last = this.#last) {
      await new Promise((go) => setTimeout(go, PAUSE));
      while (last++ === this.#last && this.#practice-- > 0) await this.ask(request).catch(() => {});
    }
  }

  /**
   * Send JSON text to calc.browser.answer.
   * @param {string} request
   * @returns {Promise<string>} its reply, JSON text
   * @throws {EngineError}
   */
  async ask(request) {
    const worker = await this.#start();
    return await this.#send(worker, { request }, this.limits.answer)
      ?? this.#askWhole(worker, request);
  }

  /** Seldom an answer takes code that the build left for later. @param {Worker} worker @param {string} request */
  async #askWhole(worker, request) {
    const message = { rest: await source("rest"), cache: this.#cache, request };
    try {
      return await this.#send(worker, message, this.limits.network);
    } catch (error) {
      this.#cache = "reload";
      throw await known(error);
    }
  }

  #start() {
    this.#worker ??= new Promise((resolve, reject) => {
      const { signal } = (this.#attempt = new AbortController());
      signal.addEventListener("abort", () => reject(signal.reason));
      this.#boot(signal).then(resolve, async (error) => {
        const why = await known(error);
        if (!signal.aborted) this.#stop(why);
      });
    });
    return this.#worker;
  }

  /** @param {AbortSignal} signal */
  async #boot(signal) {
    if (!globalThis.WebAssembly) throw new EngineError("disabled");
    if (!WebAssembly.validate(PROBE)) throw new EngineError("old");
    try {
      new WebAssembly.Module(PROBE);
    } catch (error) {
      throw new EngineError("blocked", error);
    }
    if (CALC_ASSETS.packed && !globalThis.DecompressionStream) throw new EngineError("packed");
    const { wasm, image } = CALC_ASSETS.parts;
    this.#tell({ stage: "loading", loaded: 0, total: wasm.bytes + image.bytes, since: performance.now() });
    this.wait();
    this.#wait(this.limits.network);
    const worker = await this.#open(signal);
    const [code, memory] = await Promise.all([source("wasm"), source("image")]);
    const slate = this.#slate(signal);
    const sources = { wasm: code, image: memory, cache: this.#cache, slate };
    await this.#send(worker, { sources }, this.limits.network);
    this.#tell({ ...this.progress, stage: "ready" });
    return worker;
  }

  /** The memory that replies come through, where it can be shared. @param {AbortSignal} signal */
  #slate(signal) {
    if (!Slate.possible) return undefined;
    const slate = new Slate();
    signal.addEventListener("abort", () => slate.close());
    slate.read((id, reply) => this.#hear({ id, reply }));
    return slate.memory;
  }

  /** @param {AbortSignal} signal */
  async #open(signal) {
    const worker = made(address(await workerURL(this.#cache)));
    signal.addEventListener("abort", () => worker.terminate());
    worker.onerror = ({ message }) => this.#broken(message, signal);
    worker.onmessage = ({ data }) => data.loaded ? this.#here(data.loaded) : this.#hear(data);
    return worker;
  }

  /** @param {string | undefined} message Nothing where the script did not even run. @param {AbortSignal} signal */
  async #broken(message, signal) {
    const ran = this.progress.stage === "ready" ? "crashed" : "damaged";
    const error = message === undefined ? await unstarted() : new EngineError(ran, message);
    if (!signal.aborted) this.#stop(error);
  }

  /** @param {number} bytes */
  #here(bytes) {
    if (this.progress.stage === "ready") return this.#wait(this.limits.network);
    const loaded = this.progress.loaded + bytes;
    const here = loaded >= this.progress.total;
    this.#wait(here ? this.limits.start : this.limits.network);
    this.#tell({ ...this.progress, loaded, stage: here ? "starting" : "loading" });
  }

  /** @param {Worker} worker @param {object} message @param {number} limit */
  #send(worker, message, limit) {
    const id = ++this.#last;
    if (!this.#calls.size) this.#wait(limit);
    worker.postMessage({ id, ...message });
    return new Promise((resolve, reject) => this.#calls.set(id, { resolve, reject }));
  }

  /** @param {{id: number, reply: string | null, reason?: Reason, detail?: string}} message */
  #hear({ id, reply, reason, detail }) {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (this.#calls.size) this.#wait(this.limits.answer);
    else clearTimeout(this.#timer);
    if (reason) call?.reject(new EngineError(reason, detail));
    else call?.resolve(reply);
  }

  /** @param {number} limit */
  #wait(limit) {
    clearTimeout(this.#timer);
    const reason = () => this.progress.stage === "loading" ? "silent" : "timeout";
    this.#timer = setTimeout(() => this.#stop(new EngineError(reason())), limit);
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
    if (progress.stage !== "loading") clearTimeout(this.#patience);
    this.progress = progress;
    this.dispatchEvent(new CustomEvent("stage", { detail: progress }));
  }
}

/** @param {string} script */
function made(script) {
  try {
    return new Worker(script);
  } catch (error) {
    throw new EngineError("workerless", error);
  }
}

export const engine = new Engine();
