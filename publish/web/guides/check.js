// A check, one step at a time. The answers are in the address, as in `#check=money.limit`,
// so back, forward and a shared link work. Without this script every step is there to read.

import { Live, all, one } from "../dom.js";
/** @typedef {{asked: string, said: string}} CheckAnswer */

const CHECK_MARK = "#check=";

class GuideCheck extends Live {
  /** @type {HTMLElement | undefined} */
  shown;

  /** @param {AbortSignal} signal */
  live(signal) {
    addEventListener("hashchange", () => this.turn(true), { signal });
    // The theme would follow these links itself, and then nobody hears of it.
    this.addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest("a");
      if (link?.hash.startsWith("#check")) event.stopPropagation();
    });
    this.classList.add("check-live");
    this.turn(false);
  }

  /** Show what the address asks for. @param {boolean} moved Not the first time. */
  turn(moved) {
    const keys = this.asked();
    if (!keys && this.shown) return;
    const found = this.follow(keys ?? []);
    this.one(".check-damaged").hidden = found !== undefined;
    const way = found ? keys ?? [] : [];
    const { step, answers } = found ?? { step: this.one(".check-step"), answers: [] };
    this.show(step, way);
    this.list(answers, way);
    if (!moved && !location.hash) return;
    this.heading(step).focus();
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }

  /** The keys in the address, or those to the step it points into, or nothing of ours. */
  asked() {
    const { hash } = location;
    if (!hash || hash.startsWith(CHECK_MARK)) return GuideCheck.keys(hash.slice(CHECK_MARK.length));
    const place = document.getElementById(hash.slice(1));
    const step = /** @type {HTMLElement | null | undefined} */ (place?.closest(".check-step"));
    if (!step || step === this.shown) return undefined;
    return GuideCheck.keys(step.dataset.route ?? "");
  }

  /** @param {string} text */
  static keys(text) {
    return text.split(".").filter(Boolean);
  }

  /** @param {HTMLElement} step @returns {HTMLElement} */
  heading(step) {
    return one(step, "h2");
  }

  /** @param {HTMLElement} step @returns {HTMLAnchorElement[]} */
  options(step) {
    return all(step, "[data-key]");
  }

  /** The step the answers lead to, unless one of them is no answer. @param {string[]} keys */
  follow(keys) {
    let step = this.one(".check-step");
    /** @type {CheckAnswer[]} */
    const answers = [];
    for (const key of keys) {
      const option = this.options(step).find((each) => each.dataset.key === key);
      if (!option) return undefined;
      answers.push({ asked: this.heading(step).textContent ?? "", said: option.textContent ?? "" });
      step = /** @type {HTMLElement} */ (this.one(`#${option.dataset.to}`).closest(".check-step"));
    }
    return { step, answers };
  }

  /** @param {HTMLElement} step @param {string[]} way */
  show(step, way) {
    for (const each of all(this, ".check-step")) each.hidden = each !== step;
    for (const option of this.options(step)) {
      option.href = CHECK_MARK + [...way, option.dataset.key].join(".");
    }
    this.shown = step;
  }

  /** @param {CheckAnswer[]} answers @param {string[]} way */
  list(answers, way) {
    const list = this.one(".check-answers ol");
    list.replaceChildren(...answers.map((each, n) => this.answer(each, way.slice(0, n))));
    this.one(".check-answers").hidden = answers.length === 0;
  }

  /** @param {CheckAnswer} answer @param {string[]} before */
  answer({ asked, said }, before) {
    /** @type {HTMLTemplateElement} */
    const blank = this.one(".check-answers template");
    const item = /** @type {Element} */ (blank.content.firstElementChild?.cloneNode(true));
    const [question, reply, change] = item.children;
    question.textContent = asked;
    reply.textContent = said;
    change.setAttribute("href", CHECK_MARK + before.join("."));
    change.setAttribute("aria-label", `修改：${asked}`);
    return item;
  }
}

customElements.define("guide-check", GuideCheck);
