// The answer below the form: the engine's HTML, and what is wrong with the questions.

import { all, one } from "../dom.js";
import { trusted } from "../trusted.js";
import { sum } from "./link.js";
import { AT_FIELDS, IN_FULL } from "./loudness.js";

/** @import { CalcForm } from "./form.js" */
/** @import { Answers } from "./questions.js" */

const AT_REST = 300; // milliseconds, more than lie between two keys

/**
 * @typedef {object} Reply
 * @property {Record<string, unknown>} outputs
 * @property {Record<string, string>} errors
 * @property {string} html
 * @property {{name: string, type: string, text: string} | null} [file]
 */

export class Result {
  /** @param {CalcForm} form */
  constructor(form) {
    this.form = form;
    this.part = form.one(".calc-result");
    this.html = "";
    /** Shows the rest of a long table. */
    this.later = 0;
    /** What the boxes held for the answer shown. */
    this.answered = JSON.stringify(form.questions.answers());
  }

  /** Whether the answer shown is that of what the boxes hold. */
  get current() {
    return this.answered === JSON.stringify(this.form.questions.answers());
  }

  /** Whose answer it is. */
  get whose() {
    return this.part.querySelector(".calc-example") ? "例子" : "上一次";
  }

  /** Its figures; the words where there is none. */
  get figures() {
    const found = all(this.part, ".calc-figures div").map(({ children: [name, value] }) =>
      ({ name: name.textContent ?? "", value: value.textContent ?? "" }));
    return found.length ? found : [{ name: "", value: one(this.part, ".calc-sentence").textContent ?? "" }];
  }

  get headline() {
    return this.figures[0];
  }

  /** The sum of what stands in its tables. */
  get tables() {
    const cells = all(this.part, ".calc-rows-table td").map(({ textContent }) => textContent);
    return cells.length ? sum(cells.join()) : "";
  }

  /** Whether something was wrong when it was last asked for. */
  get wrong() {
    return this.part.classList.contains("calc-stale");
  }

  /** Lead eyes and focus to it. */
  reveal() {
    this.part.focus({ preventScroll: true });
    this.part.scrollIntoView({ block: "nearest" });
    if (this.part.getBoundingClientRect().top > innerHeight / 2) this.part.scrollIntoView();
  }

  /** @param {Reply} reply @param {Answers} answers @param {number} loudness */
  show(reply, answers, loudness) {
    const wrong = Object.entries(reply.errors);
    this.part.classList.toggle("calc-stale", wrong.length > 0);
    if (!wrong.length) this.adopt(reply, answers);
    if (!wrong.length || loudness >= AT_FIELDS) this.form.questions.mark(wrong);
    if (loudness >= AT_FIELDS) this.say(wrong.length > 0);
    const summary = this.form.one(".calc-errors");
    if (!wrong.length || loudness === IN_FULL) summary.innerHTML = trusted(wrong.length ? reply.html : "");
    if (wrong.length && loudness === IN_FULL) summary.focus();
  }

  /** @param {Reply} reply @param {Answers} answers */
  adopt({ html }, answers) {
    this.answered = JSON.stringify(answers);
    if (html !== this.html) this.put(html); // what was chosen in it stays
    const made = this.form.one(".calc-made");
    made.textContent = (made.dataset.live ?? "").replace("#", CALC_ASSETS.build);
  }

  /** Of a long table the first rows at once, the others while nobody asks: a thousand cells
   * take longer to lay out than to work out. @param {string} html */
  put(html) {
    clearTimeout(this.later);
    this.part.innerHTML = trusted(this.html = html);
    const parts = all(this.part, ".calc-rows-table tbody + tbody");
    for (const part of parts) part.hidden = true;
    const next = () => {
      const part = parts.shift();
      if (!part) return;
      part.hidden = false;
      this.later = setTimeout(next);
    };
    this.later = setTimeout(next, AT_REST);
  }

  /** For who listens. @param {boolean} wrong */
  say(wrong) {
    this.form.one(".calc-status").textContent = wrong
      ? `有几处要改，下面还是${this.whose}的答案。`
      : one(this.part, ".calc-sentence").textContent;
  }
}
