// The form on the page: asks the engine as the reader types and shows its HTML.
"use strict";

/**
 * @typedef {object} Reply
 * @property {Record<string, unknown>} outputs
 * @property {Record<string, string>} errors
 * @property {string} html
 * @property {{name: string, type: string, text: string} | null} [file]
 */

/** How much a moment may say about what is wrong: nothing, at the fields, all of it. */
const QUIET = 0, AT_FIELDS = 1, IN_FULL = 2;

class CalcForm extends HTMLElement {
  /** Numbers each question, so that a late reply cannot overwrite a newer one. */
  asked = 0;
  /** Settled when the engine is done with the last question; of those that wait, only the newest is put.
   * @type {Promise<unknown>} */
  turn = Promise.resolve();
  name = "";
  /** Whether the reader has put something in. */
  touched = false;
  /** Whether the reader waits for an answer, and may be told how far it is. */
  eager = false;
  /** What the boxes held for the answer shown. */
  answered = "";
  /** @type {RowTable[]} */
  tables = [];
  gone = new AbortController();

  connectedCallback() {
    const { signal } = (this.gone = new AbortController());
    this.name = this.getAttribute("name") ?? "";
    this.tables = [...this.querySelectorAll("[data-rows]")].map(
      (table) => new RowTable(/** @type {HTMLElement} */ (table)));
    this.waiting = new Waiting(this, signal);
    this.answered = JSON.stringify(this.answers());
    new TakeAway(this);
    this.addEventListener("input", () => this.typed(QUIET), { signal });
    this.addEventListener("change", ({ target }) => this.chosen(target), { signal });
    this.addEventListener("click", (event) => this.clicked(event), { signal });
    this.addEventListener("focusin", () => engine.frugal || engine.warm(), { signal, once: true });
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      this.typed(IN_FULL);
    }, { signal });
    addEventListener("hashchange", () => follow(this), { signal });
    engine.idle();
    if (this.querySelector(".plans")) new MyPlans(this);
    else this.begin();
  }

  disconnectedCallback() {
    this.gone.abort();
  }

  async begin() {
    if (!await follow(this)) restore(this);
  }

  /** @param {string} selector @returns {HTMLElement} */
  one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {number} loudness */
  typed(loudness) {
    this.touched = this.eager = true;
    this.notice("");
    keep(this);
    return this.ask(loudness);
  }

  /** @param {EventTarget | null} target */
  chosen(target) {
    const option = target instanceof HTMLSelectElement && target.selectedOptions[0];
    const fills = (option && option.dataset.fills) || "{}";
    for (const [name, text] of Object.entries(JSON.parse(fills))) {
      const box = this.box(name);
      if (box) box.value = text;
    }
    this.changed();
  }

  changed() {
    this.sift();
    return this.typed(AT_FIELDS);
  }

  /** Questions that the other answers leave open, and no others. */
  sift() {
    for (const question of this.querySelectorAll("[data-when]")) {
      const [name, values] = (question.getAttribute("data-when") || "").split("=");
      const applies = values.split("|").includes(this.box(name)?.value || "");
      question.classList.toggle("calc-off", !applies);
    }
  }

  /** @param {Event} event */
  clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const link = target.closest(".calc-summary a");
    if (link) {
      event.preventDefault();
      this.box((link.getAttribute("href") || "").slice(this.id.length + 2))?.focus();
    } else if (target.matches(".calc-retry, .calc-fetch")) this.again();
  }

  /** Ask although nothing was to be fetched, or the engine had failed. */
  async again() {
    this.eager = true;
    engine.warm();
    if (this.touched || !await follow(this)) this.ask(AT_FIELDS);
  }

  /**
   * The box of a field, or of `field.row.column`.
   * @param {string} name
   * @returns {Box | null}
   */
  box(name) {
    const [field, row, cell] = name.split(".");
    const table = this.table(field);
    if (!table) return boxes(this).find((box) => box.name === name) ?? null;
    const found = boxes(table.rows[Number(row ?? 0)] ?? table.table);
    return found.find((box) => column(box) === cell) ?? found[0] ?? null;
  }

  /** @param {string} name */
  table(name) {
    return this.tables.find((table) => table.name === name);
  }

  /** @returns {Answers} */
  answers() {
    const single = boxes(this).filter(({ name }) => !name.includes("."));
    return Object.fromEntries([
      ...single.map(({ name, value }) => [name, value]),
      ...this.tables.map((table) => [table.name, table.texts()]),
    ]);
  }

  /** Put in other answers; false, and nothing done, if one does not belong here. @param {object} answers */
  fill(answers) {
    const given = Object.entries(answers);
    const single = new Map(boxes(this).map((box) => [box.name, box]));
    const belongs = given.every(([name, value]) => {
      const box = single.get(name);
      return this.table(name)?.accepts(value) ?? (box && fits(box, value));
    });
    for (const [name, value] of belongs ? given : []) {
      const box = single.get(name);
      if (box) box.value = value;
      else this.table(name)?.fill(value);
    }
    this.sift();
    return belongs;
  }

  /** Back to the example, and its answer. */
  reset() {
    /** @type {HTMLFormElement} */ (this.one("form")).reset();
    for (const table of this.tables) table.reset();
    this.sift();
    return this.ask(AT_FIELDS);
  }

  /** A field's text as people read it. @param {string} name @param {string} text */
  said(name, text) {
    const box = this.box(name);
    const options = box instanceof HTMLSelectElement ? [...box.options] : [];
    const chosen = options.find(({ value }) => value === text);
    const unit = box?.parentElement?.querySelector(".calc-unit")?.textContent ?? "";
    return chosen ? chosen.label.split("（")[0] : `${text} ${unit}`.trim();
  }

  /** Whether the answer shown is that of what the boxes hold. */
  get current() {
    return this.answered === JSON.stringify(this.answers());
  }

  /** Whose answer is below. */
  get shown() {
    return this.querySelector(".calc-example") ? "例子" : "上一次";
  }

  /** The first figure of the answer. */
  get headline() {
    const [name, value] = this.one(".calc-figures div").children;
    return { name: name.textContent ?? "", value: value.textContent ?? "" };
  }

  /**
   * @param {number} loudness
   * @param {object} [more] What else to ask for.
   * @returns {Promise<Reply | undefined>} nothing without an engine, or when a newer question was asked
   */
  async ask(loudness, more) {
    const asked = ++this.asked;
    if (this.waiting?.offer()) return undefined;
    this.waiting?.show();
    const answers = this.answers();
    const request = JSON.stringify({ calculator: this.name, answers, place: this.id, ...more });
    const answer = this.turn.then(() => asked === this.asked ? engine.ask(request) : "");
    this.turn = answer.catch(() => {});
    try {
      const text = await answer;
      if (asked !== this.asked) return undefined;
      const reply = JSON.parse(text);
      if (!Object.keys(reply.errors).length) this.answered = JSON.stringify(answers);
      this.show(reply, loudness);
      return reply;
    } catch (error) {
      if (asked === this.asked) this.waiting?.fail(error);
      return undefined;
    }
  }

  /** @param {Reply} reply @param {number} loudness */
  show(reply, loudness) {
    const wrong = Object.entries(reply.errors);
    const result = this.one(".calc-result");
    this.waiting?.done();
    result.classList.toggle("calc-stale", wrong.length > 0);
    if (!wrong.length) this.adopt(reply);
    if (!wrong.length || loudness >= AT_FIELDS) this.mark(wrong);
    if (loudness >= AT_FIELDS) {
      const said = wrong.length ? `有几处要改，下面还是${this.shown}的答案。` : this.one(".calc-sentence").textContent;
      this.one(".calc-status").textContent = said;
    }
    const summary = this.one(".calc-errors");
    if (!wrong.length || loudness === IN_FULL) summary.innerHTML = wrong.length ? reply.html : "";
    if (wrong.length && loudness === IN_FULL) summary.focus();
  }

  /** @param {Reply} reply */
  adopt(reply) {
    this.one(".calc-result").innerHTML = reply.html;
    const made = this.one(".calc-made");
    made.textContent = (made.dataset.live ?? "").replace("#", CALC_ASSETS.build);
    keep(this, reply);
  }

  /** @param {string} sentence */
  notice(sentence) {
    this.one(".calc-notice").textContent = sentence;
  }

  /** @param {[string, string][]} wrong */
  mark(wrong) {
    for (const slot of this.querySelectorAll(".calc-error")) slot.textContent = "";
    for (const box of this.querySelectorAll("[aria-invalid]")) box.removeAttribute("aria-invalid");
    for (const [name, sentence] of wrong) {
      const box = this.box(name);
      const part = this.table(name)?.table ?? box?.closest(".calc-question");
      const slot = part?.querySelector(".calc-error");
      if (slot) slot.textContent = sentence;
      part?.classList.remove("calc-off");
      box?.setAttribute("aria-invalid", "true");
    }
  }
}

customElements.define("calc-form", CalcForm);
