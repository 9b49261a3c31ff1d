// A message or a bill pasted above a form: what Python finds in it, to take or to leave.

import { all, one } from "../dom.js";
import { trusted } from "../trusted.js";
import { planBoxes } from "./boxes.js";
import { today } from "./dates.js";
import { engine } from "./engine/engine.js";

/** @import { CalcForm } from "./form.js" */

export class Paste {
  again = () => this.read();

  /** @param {CalcForm} form @param {HTMLDetailsElement} part */
  constructor(form, part) {
    this.form = form;
    this.part = part;
    /** @type {HTMLTextAreaElement} */
    this.paper = one(part, ".calc-paper");
    this.take = one(part, ".calc-take-found");
    for (const kind of ["input", "change"]) {
      part.addEventListener(kind, (event) => {
        event.stopPropagation(); // it is no question of the form
        if (kind === "input") this.read();
      });
    }
    part.addEventListener("click", ({ target }) => this.clicked(/** @type {HTMLElement} */ (target)));
  }

  async read() {
    const text = this.paper.value;
    const found = one(this.part, ".calc-found");
    if (!text.trim()) return this.show(found, "");
    if (this.form.waiting.offer()) {
      engine.addEventListener("stage", this.again, { once: true });
      return this.show(found, "先取下面的计算程序，才能认出里面的数。");
    }
    if (engine.progress.stage !== "ready") this.show(found, "正在认，稍等……");
    const answers = { text, today: today() };
    const reply = await engine.ask(JSON.stringify({ calculator: "read-text", answers })).catch(() => undefined);
    if (text !== this.paper.value) return;
    if (!reply) return this.show(found, "计算程序没有启动，先照着原文自己填。");
    this.show(found, JSON.parse(reply));
  }

  /** @param {HTMLElement} found @param {any} reply Text, or what the engine says. */
  show(found, reply) {
    if (typeof reply === "string") found.textContent = reply;
    else found.innerHTML = trusted(reply.html);
    for (const button of all(found, ".calc-proposal")) {
      const fits = this.texts(button).length > 0 || this.tables(this.facts(button)).length > 0;
      button.toggleAttribute("disabled", !fits);
      button.setAttribute("aria-pressed", String(fits));
    }
    this.count();
  }

  /** @param {HTMLElement} button @returns {Record<string, string>} */
  facts({ dataset }) {
    return JSON.parse(dataset.facts ?? "{}");
  }

  /** Tables whose rows can hold some of it. @param {Record<string, string>} facts */
  tables(facts) {
    return this.form.questions.tables.filter((table) => table.takes(facts));
  }

  /** What the button offers to the boxes here, by their names. @param {HTMLElement} button */
  texts(button) {
    const facts = this.facts(button);
    return planBoxes(this.form).flatMap((box) => {
      const name = (box.dataset.plan ?? "").split(" ").find((fact) => fact in facts);
      return name ? [[box.name, facts[name]]] : [];
    });
  }

  get chosen() {
    return all(this.part, ".calc-proposal[aria-pressed=true]");
  }

  count() {
    this.take.hidden = this.chosen.length === 0;
  }

  /** @param {HTMLElement} target */
  clicked(target) {
    if (target.matches(".calc-proposal")) {
      target.setAttribute("aria-pressed", String(target.ariaPressed !== "true"));
      this.count();
    } else if (target === this.take) this.fill();
  }

  fill() {
    const { chosen, form } = this;
    const facts = Object.assign({}, ...chosen.map(this.facts));
    const [table] = this.tables(facts);
    if (table && !table.grow(facts, !form.touched)) return;
    form.questions.fill(Object.fromEntries(chosen.flatMap((button) => this.texts(button))));
    this.part.open = false;
    if (table) table.changed();
    else form.changed();
    form.notice(`填好了 ${chosen.length} 项，和原文对一遍。`);
  }
}
