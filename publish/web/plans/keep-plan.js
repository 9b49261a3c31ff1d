// Below an answer of the reader's own: keep this plan on the device, by a name, for the
// other calculators and for later visits.

import { one } from "../dom.js";
import { device } from "./device.js";

/** @import { CalcForm } from "../calc/form.js" */
/** @import { Reply } from "../calc/result.js" */

export class KeepPlan {
  /** The figures of the last answer. @type {Record<string, unknown>} */
  figures = {};

  /** @param {CalcForm} form @param {HTMLElement} part */
  constructor(form, part) {
    this.form = form;
    this.part = part;
    /** @type {HTMLInputElement} */
    this.name = one(part, "input");
    for (const kind of ["input", "change"]) part.addEventListener(kind, (event) => event.stopPropagation()); // no question of the form
    one(part, "button").addEventListener("click", () => this.keep());
    form.addEventListener("answered", (event) => this.answered(/** @type {CustomEvent<Reply>} */ (event).detail));
  }

  /** @param {Reply} reply */
  answered({ errors, outputs }) {
    this.part.hidden = !this.form.touched || Object.keys(errors).length > 0;
    this.figures = outputs;
  }

  /** What the form and its answer tell of the plan that is still true in a later month. */
  facts() {
    return Object.fromEntries(Object.entries(JSON.parse(this.part.dataset.facts ?? "{}")).flatMap(([name, fact]) => {
      const box = this.form.questions.box(name);
      const text = (!box?.closest(".calc-off") && box?.value) || this.figures[name];
      return text ? [[fact, text]] : [];
    }));
  }

  keep() {
    const name = this.name.value.trim();
    if (!name) {
      this.name.focus();
      return this.say("先起个名，以后认得出是哪一笔。");
    }
    if (device.strange) return this.say("这台设备上存着一份这一页看不懂的分期，没有动它，这一笔也没有存。到「我的分期」看看。");
    const { kept } = device;
    const others = (kept.plans ?? []).filter((plan) => plan.name !== name);
    const replaced = others.length < (kept.plans ?? []).length;
    if (replaced && !confirm(`已经存着一笔「${name}」。用这一笔换掉它？`)) return undefined;
    const done = device.keep({ ...kept, plans: [...others, { name, facts: this.facts() }] });
    return this.say(done ? `「${name}」留在这台设备上了，别的计算器和信里按一下就能用。` : "浏览器不让存，或者存满了，没有留下。");
  }

  /** @param {string} sentence */
  say(sentence) {
    one(this.part, ".calc-keep-said").textContent = sentence;
  }
}
