// Where a page is isolated, replies come through memory that it shares with the worker.
// Chromium keeps messages back until it has drawn what was typed: an answer that is there
// before would wait for the next frame.

import { text } from "../../units.js";

const ROOM = 1 << 19; // bytes; what is longer comes as a message
const BLANK = 0;
const CLOSED = -1;

export class Slate {
  /** @param {SharedArrayBuffer} memory */
  constructor(memory = new SharedArrayBuffer(ROOM)) {
    this.memory = memory;
    /** Whose reply there is to read, and how long it is. */
    this.head = new Int32Array(memory, 0, 2);
    this.units = new Uint16Array(memory, this.head.byteLength);
  }

  /** Whether this page can share memory, and wait for it: some know only one of the words. */
  static get possible() {
    return globalThis.crossOriginIsolated && "SharedArrayBuffer" in globalThis && "waitAsync" in Atomics;
  }

  /** False, and nothing done, where it is too long or the one before has not been read.
   * @param {number} id @param {string} reply */
  write(id, reply) {
    if (Atomics.load(this.head, 0) !== BLANK || reply.length > this.units.length) return false;
    for (let at = 0; at < reply.length; at += 1) this.units[at] = reply.charCodeAt(at);
    this.head[1] = reply.length;
    this.#tell(id);
    return true;
  }

  /** Hear of every reply until it is closed. @param {(id: number, reply: string) => void} hear */
  async read(hear) {
    for (;;) {
      await Atomics.waitAsync(this.head, 0, BLANK).value;
      const id = Atomics.load(this.head, 0);
      if (id === CLOSED) return;
      const reply = text(this.units.slice(0, this.head[1]));
      Atomics.store(this.head, 0, BLANK);
      hear(id, reply);
    }
  }

  close() {
    this.#tell(CLOSED);
  }

  /** @param {number} id */
  #tell(id) {
    Atomics.store(this.head, 0, id);
    Atomics.notify(this.head, 0);
  }
}
