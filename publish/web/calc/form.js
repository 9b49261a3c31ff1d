// The form on the page: asks the engine as the reader types and shows its HTML.

import { Live } from "../dom.js";
import { device } from "../plans/device.js";
import { KeepPlan } from "../plans/keep-plan.js";
import { MyPlans } from "../plans/my-plans.js";
import { Bar } from "./bar.js";
import { offerDays, today } from "./dates.js";
import { engine } from "./engine/engine.js";
import { follow } from "./following.js";
import { keep, offer, restore, weigh } from "./keeping.js";
import { AT_FIELDS, IN_FULL, QUIET } from "./loudness.js";
import { Paste } from "./paste.js";
import { Questions } from "./questions.js";
import { Result } from "./result.js";
import { TakeAway } from "./take.js";
import { Waiting } from "./waiting.js";

/** @import { Answers } from "./questions.js" */
/** @import { Reply } from "./result.js" */

export class CalcForm extends Live {
  /** Numbers each question, so that a late reply cannot overwrite a newer one. */
  asked = 0;
  /** Settled when the engine is done with the last question; of those that wait, only the newest is put.
   * @type {Promise<unknown>} */
  turn = Promise.resolve();
  name = "";
  /** Whether the reader has put something in. */
  touched = false;
  /** Whether the rows of its tables are wanted as texts too. */
  tables = false;
  /** Whether the reader waits for an answer, and may be told how far it is. */
  eager = false;
  /** @type {Questions} */
  questions;
  /** @type {Result} */
  result;
  /** @type {Waiting} */
  waiting;
  /** @type {Bar} */
  bar;

  /** @param {AbortSignal} signal */
  live(signal) {
    this.name = this.getAttribute("name") ?? "";
    this.questions = new Questions(this);
    this.result = new Result(this);
    this.waiting = new Waiting(this, signal);
    this.bar = new Bar(this, signal);
    new TakeAway(this);
    for (const part of this.querySelectorAll("details.calc-paste")) new Paste(this, /** @type {HTMLDetailsElement} */ (part));
    for (const part of this.querySelectorAll(".calc-keep")) new KeepPlan(this, /** @type {HTMLElement} */ (part));
    offerDays(this);
    this.addEventListener("input", () => this.typed(QUIET), { signal });
    this.addEventListener("change", ({ target }) => this.changed(target), { signal });
    this.addEventListener("click", (event) => this.clicked(event), { signal });
    this.addEventListener("focusin", () => engine.frugal || engine.warm(), { signal, once: true });
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      this.calculate();
    }, { signal });
    this.one("[type=submit]").removeAttribute("disabled");
    addEventListener("hashchange", () => follow(this), { signal });
    device.addEventListener("changed", () => offer(this), { signal });
    engine.idle();
    engine.addEventListener("stage", () => engine.progress.stage === "ready" && engine.practise(this.request()), { signal });
    if (this.querySelector(".plans")) new MyPlans(this, signal);
    else this.begin();
  }

  async begin() {
    if (!await follow(this)) restore(this);
  }

  /** @param {number} loudness */
  typed(loudness) {
    this.touched = this.eager = true;
    this.notice("");
    keep(this);
    return this.ask(loudness);
  }

  /** The reader asks for the answer, and is led to it. */
  async calculate() {
    const reply = await this.typed(IN_FULL);
    if (reply && !Object.keys(reply.errors).length) this.result.reveal();
  }

  /** @param {EventTarget | null} [target] */
  changed(target = null) {
    this.questions.follow(target);
    return this.typed(AT_FIELDS);
  }

  /** @param {Event} event */
  clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest(".calc-summary a, .calc-doubts a"));
    if (link) {
      event.preventDefault();
      this.questions.lead(link.hash.slice(this.id.length + 2));
    } else if (target.matches(".calc-retry, .calc-fetch, .calc-anew")) this.again();
    else if (target.matches(".calc-result .calc-proposal")) this.choose(/** @type {HTMLElement} */ (target));
  }

  /** Take a proposal for other calculators, or leave it. @param {HTMLElement} proposal */
  choose(proposal) {
    proposal.setAttribute("aria-pressed", String(proposal.ariaPressed !== "true"));
    weigh(proposal);
  }

  /** Ask although nothing was to be fetched, or the engine had failed. */
  async again() {
    this.eager = true;
    engine.restart();
    if (this.touched || !await follow(this)) this.ask(AT_FIELDS);
  }

  /** Back to the example, and its answer. */
  reset() {
    this.questions.reset();
    return this.ask(AT_FIELDS);
  }

  /**
   * @param {number} loudness
   * @param {object} [more] What else to ask for.
   * @returns {Promise<Reply | undefined>} nothing without an engine, or when a newer question was asked
   */
  async ask(loudness, more) {
    const asked = ++this.asked;
    if (this.waiting.offer()) return undefined;
    this.waiting.show();
    const answers = this.questions.answers();
    const request = this.request(answers, more);
    const answer = this.turn.then(() => asked === this.asked ? engine.ask(request) : "");
    this.turn = answer.catch(() => {});
    try {
      const text = await answer;
      if (asked !== this.asked) return undefined;
      const reply = JSON.parse(text);
      this.waiting.done();
      this.result.show(reply, answers, loudness);
      requestAnimationFrame(() => this.bar.place()); // it measures, and the frame lays out anyway
      keep(this, reply);
      this.dispatchEvent(new CustomEvent("answered", { detail: reply }));
      return reply;
    } catch (error) {
      if (asked === this.asked) this.waiting.fail(error);
      this.bar.place();
      return undefined;
    }
  }

  /** @param {Answers} [answers] @param {object} [more] What else to ask for. */
  request(answers = this.questions.answers(), more = {}) {
    const asked = { calculator: this.name, answers: { today: today(), ...answers }, place: this.id };
    return JSON.stringify({ ...asked, tables: this.tables, ...more });
  }

  /** @param {string} sentence */
  notice(sentence) {
    this.one(".calc-notice").textContent = sentence;
  }
}

customElements.define("calc-form", CalcForm);
