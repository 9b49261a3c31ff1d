// The figure at the foot of the screen, above a keyboard, while the answer is out of sight.

import { one } from "../dom.js";
import { engine } from "./engine/engine.js";

/** @import { CalcForm } from "./form.js" */

const ROOM = 60; // pixels of the answer that are enough to see its figure

export class Bar {
  /** @param {CalcForm} form @param {AbortSignal} signal */
  constructor(form, signal) {
    this.form = form;
    this.part = form.one(".calc-bar");
    this.near = false;
    const seen = new IntersectionObserver(([{ isIntersecting }]) => {
      this.near = isIntersecting;
      this.place();
    });
    seen.observe(form);
    signal.addEventListener("abort", () => seen.disconnect());
    const place = () => this.near && this.place();
    addEventListener("scroll", place, { passive: true, signal });
    for (const event of ["resize", "scroll"]) visualViewport?.addEventListener(event, place, { signal });
    engine.addEventListener("stage", () => this.part.hidden || this.say(), { signal });
    form.one(".calc-bar-go").addEventListener("click", () => form.result.reveal());
  }

  /** Shown while the form is in sight and the figure below it is not. */
  place() {
    const { offsetTop = 0, height = innerHeight } = visualViewport ?? {};
    const foot = offsetTop + height;
    const form = this.form.one(".calc-form").getBoundingClientRect();
    const answer = this.form.one(".calc-result").getBoundingClientRect();
    const typing = form.top < foot && form.bottom > offsetTop;
    this.part.hidden = !(this.near && typing && answer.top > foot - ROOM);
    this.part.style.bottom = `${Math.max(innerHeight - foot, 0)}px`;
    if (!this.part.hidden) this.say();
  }

  say() {
    const { name, value } = this.form.result.headline;
    one(this.part, "strong").textContent = value;
    one(this.part, ".calc-bar-name").textContent = `${this.state()}${name}`;
  }

  /** What there is to know of the figure: whose it is, and whether another is on its way. */
  state() {
    const { result, waiting, eager } = this.form;
    const { stage } = engine.progress;
    if (eager && waiting.failed) return "没算成，上一次的 · ";
    if (eager && (stage === "loading" || stage === "starting")) return `${waiting.progress} · `;
    if (result.wrong) return "有几处要改 · ";
    return result.whose === "例子" ? "例子 · " : "";
  }
}
