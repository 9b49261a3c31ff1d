// The form on the page: asks the engine as the reader types and shows its HTML.
"use strict";

/** @typedef {{outputs: object, errors: Record<string, string>, html: string}} Reply */

/** How much a moment may say about what is wrong: nothing, at the fields, all of it. */
const QUIET = 0, AT_FIELDS = 1, IN_FULL = 2;

class CalcForm extends HTMLElement {
  /** Numbers each question, so that a late reply cannot overwrite a newer one. */
  asked = 0;

  connectedCallback() {
    this.addEventListener("input", () => this.ask(QUIET));
    this.addEventListener("change", (event) => this.changed(event.target));
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask(IN_FULL);
    });
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("focusin", () => engine.warm(), { once: true });
    const later = globalThis.requestIdleCallback ?? setTimeout;
    later(() => engine.warm());
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {EventTarget | null} target */
  changed(target) {
    const chosen = target instanceof HTMLSelectElement && target.selectedOptions[0];
    const fills = (chosen && chosen.dataset.fills) || "{}";
    for (const [name, text] of Object.entries(JSON.parse(fills))) {
      const box = this.box(name);
      if (box) box.value = text;
    }
    this.sift();
    this.ask(AT_FIELDS);
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
    } else if (target.matches(".calc-add")) {
      this.add(/** @type {HTMLFieldSetElement} */ (target.closest("fieldset")));
    } else if (target.matches(".calc-remove")) {
      const rows = target.closest(".calc-rows");
      target.closest(".calc-row")?.remove();
      rows?.querySelector("input")?.focus();
      this.ask(AT_FIELDS);
    } else if (target.matches(".calc-retry")) {
      this.ask(AT_FIELDS);
    }
  }

  /** @param {HTMLFieldSetElement} table */
  add(table) {
    const rows = /** @type {HTMLElement} */ (table.querySelector(".calc-rows"));
    const blank = /** @type {HTMLTemplateElement} */ (table.querySelector("template"));
    const number = `.${this.asked}${rows.childElementCount}.`;
    rows.insertAdjacentHTML("beforeend", blank.innerHTML.replaceAll(".#.", number));
    rows.lastElementChild?.querySelector("input")?.focus();
  }

  /**
   * The box of a field, or of `field.row.column`.
   * @param {string} name
   * @returns {HTMLInputElement | null}
   */
  box(name) {
    const [field, row, column] = name.split(".");
    const rows = this.querySelectorAll(`[data-rows="${field}"] .calc-row`);
    return column
      ? rows[Number(row)].querySelector(`[name$=".${column}"]`)
      : this.querySelector(`[name="${field}"], [data-rows="${field}"] input`);
  }

  /** @returns {Record<string, string | Record<string, string>[]>} */
  answers() {
    /** @param {ParentNode} part @param {(name: string) => string} named */
    const read = (part, named) => {
      /** @type {NodeListOf<HTMLInputElement>} */
      const boxes = part.querySelectorAll("[name]");
      return Object.fromEntries([...boxes].map((box) => [named(box.name), box.value]));
    };
    const answers = Object.entries(read(this.part("form"), (name) => name));
    const tables = [...this.querySelectorAll("[data-rows]")].map((table) => [
      /** @type {HTMLElement} */ (table).dataset.rows,
      [...table.querySelectorAll(".calc-row")].map((row) =>
        read(row, (name) => name.slice(name.lastIndexOf(".") + 1))),
    ]);
    return Object.fromEntries([...answers.filter(([name]) => !name.includes(".")), ...tables]);
  }

  /** @param {number} loudness */
  async ask(loudness) {
    const asked = ++this.asked;
    const calculator = this.getAttribute("name");
    const request = { calculator, answers: this.answers(), place: this.id };
    try {
      const reply = JSON.parse(await engine.ask(JSON.stringify(request)));
      if (asked === this.asked) this.show(reply, loudness);
    } catch {
      if (asked === this.asked) this.part(".calc-failed").hidden = false;
    }
  }

  /** @param {Reply} reply @param {number} loudness */
  show(reply, loudness) {
    const wrong = Object.entries(reply.errors);
    const result = this.part(".calc-result");
    this.part(".calc-failed").hidden = true;
    result.classList.toggle("calc-stale", wrong.length > 0);
    if (!wrong.length) result.innerHTML = reply.html;
    if (!wrong.length || loudness >= AT_FIELDS) this.mark(wrong);
    if (loudness >= AT_FIELDS) {
      const said = wrong.length ? "有几处要改，结果还是上一次的。" : this.part(".calc-sentence").textContent;
      this.part(".calc-status").textContent = said;
    }
    const summary = this.part(".calc-errors");
    if (!wrong.length || loudness === IN_FULL) summary.innerHTML = wrong.length ? reply.html : "";
    if (wrong.length && loudness === IN_FULL) summary.focus();
  }

  /** @param {[string, string][]} wrong */
  mark(wrong) {
    for (const slot of this.querySelectorAll(".calc-error")) slot.textContent = "";
    for (const box of this.querySelectorAll("[aria-invalid]")) box.removeAttribute("aria-invalid");
    for (const [name, sentence] of wrong) {
      const box = this.box(name);
      const slot = box?.closest(".calc-question")?.querySelector(".calc-error");
      if (slot) slot.textContent = sentence;
      slot?.parentElement?.classList.remove("calc-off");
      box?.setAttribute("aria-invalid", "true");
    }
  }
}

customElements.define("calc-form", CalcForm);
