/**
 * @typedef {"unsupported" | "blocked" | "missing" | "damaged" | "timeout" | "crashed"
 *   | "answer"} Reason
 *   unsupported: the browser is too old; blocked: a policy forbids WebAssembly; missing:
 *   no network or no such file; damaged: not the bytes of the build; timeout: silent too
 *   long; crashed: Python broke, and begins anew; answer: calc raised, Python goes on.
 */

/** Why there is no live answer. */
export class EngineError extends Error {
  /** @param {Reason} reason @param {unknown} [detail] */
  constructor(reason, detail = "") {
    super(`${reason} ${detail}`);
    this.reason = reason;
  }
}
