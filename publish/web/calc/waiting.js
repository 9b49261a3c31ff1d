// What a form shows while there is no live answer: how far the engine is, or why not.

import { one } from "../dom.js";
import { engine } from "./engine/engine.js";
import { EngineError } from "./engine/error.js";
import { loadWhole } from "../shell/over.js";
import { REASONS, reloads, retries } from "./reasons.js";

/** @import { CalcForm } from "./form.js" */

const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
const DOWNLOAD = `${megabytes(CALC_ASSETS.download)} MB`;

export class Waiting {
  /** @param {CalcForm} form @param {AbortSignal} signal */
  constructor(form, signal) {
    this.form = form;
    form.one(".calc-fetch").textContent = `取计算程序（${DOWNLOAD}）并计算`;
    form.one(".calc-wait").addEventListener("click", () => engine.wait());
    form.one(".calc-reload").addEventListener("click", loadWhole);
    engine.addEventListener("stage", () => this.show(), { signal });
    this.show();
  }

  /** Whether the reader has to be asked before anything is fetched. */
  get held() {
    return engine.frugal && engine.progress.stage === "idle";
  }

  /** Ask; true when there is nothing to wait for but the answer. */
  offer() {
    this.form.one(".calc-held").hidden = !this.held;
    return this.held;
  }

  get failed() {
    return !this.form.one(".calc-failed").hidden;
  }

  /** How far the engine is, in words. */
  get progress() {
    const { stage, loaded, total } = engine.progress;
    if (stage === "starting") return "正在启动";
    const bytes = `${megabytes((total && loaded / total) * CALC_ASSETS.download)} / ${DOWNLOAD}`;
    return `正在取计算程序 ${CALC_ASSETS.packed ? "" : bytes}`;
  }

  /** Quiet until the reader has touched the form. */
  show() {
    const { stage, loaded, total, slow } = engine.progress;
    const busy = stage === "loading" || stage === "starting";
    this.form.one(".calc-loading").hidden = !busy || !this.form.eager;
    this.ask(slow === true && stage === "loading" && this.form.eager);
    if (!busy) return;
    this.form.one(".calc-held").hidden = true;
    /** @type {HTMLProgressElement} */ (this.form.one("progress")).value = total && loaded / total;
    this.form.one(".calc-stage").textContent = this.progress;
  }

  /** Ask whether to go on waiting, or no more. @param {boolean} slow */
  ask(slow) {
    const part = this.form.one(".calc-slow");
    const again = slow && !part.hidden;
    part.hidden = !slow;
    if (!slow || again) return;
    const seconds = Math.round((performance.now() - (engine.progress.since ?? 0)) / 1000);
    const said = `已经等了 ${seconds} 秒，还没有取完，网很慢。可以继续等，也可以重新取一次。`;
    one(part, "p").textContent = said;
    this.form.one(".calc-status").textContent = said; // the live region
  }

  /** @param {unknown} error */
  fail(error) {
    if (!(error instanceof EngineError)) throw error;
    const said = `${REASONS[error.reason]}你填的都还在，下面是${this.form.result.whose}的答案。`;
    this.form.one(".calc-reason").textContent = said;
    this.form.one(".calc-status").textContent = said; // the live region
    this.form.one(".calc-retry").hidden = !retries(error.reason);
    this.form.one(".calc-reload").hidden = !reloads(error.reason);
    this.form.one(".calc-failed").hidden = false;
  }

  done() {
    this.form.one(".calc-failed").hidden = true;
    this.form.one(".calc-held").hidden = true;
  }
}
