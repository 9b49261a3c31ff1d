/**
 * @typedef {"old" | "disabled" | "blocked" | "workerless" | "packed" | "memory" | "missing"
 *   | "folder" | "absent" | "updated" | "server" | "damaged" | "silent" | "stopped"
 *   | "timeout" | "crashed" | "answer"} Reason
 *   Of the browser: old: it lacks what Python needs; disabled: WebAssembly is turned off;
 *   blocked: a policy forbids WebAssembly; workerless: it starts no worker; packed: it cannot
 *   unpack what a copy carries; memory: there is too little.
 *   Of the files: missing: nothing came; folder: a copy lacks a file; absent: the host has no
 *   such file; updated: the host has another build; server: the host answered with an error;
 *   damaged: not the bytes of the build; silent: nothing more came; stopped: the reader
 *   would not wait.
 *   Of Python: timeout: silent too long; crashed: it broke, and begins anew; answer: calc
 *   raised, Python goes on.
 */

/** Why there is no live answer. */
export class EngineError extends Error {
  /** @param {Reason} reason @param {unknown} [detail] */
  constructor(reason, detail = "") {
    super(`${reason} ${detail}`);
    this.reason = reason;
  }
}

/** Why a file did not come, by the status of the host's answer. @param {number} status */
export const refused = (status) => new EngineError([404, 410].includes(status) ? "absent" : "server", status);
