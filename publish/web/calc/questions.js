// The questions of a form: what their boxes hold, what belongs in them, what is wrong.

import { all, one } from "../dom.js";
import { boxes, column, fits, spoken, unfold } from "./boxes.js";
import { RowTable } from "./rows.js";

/** @import { Box } from "../dom.js" */
/** @import { Row } from "./rows.js" */
/** @typedef {Record<string, string | Row[]>} Answers */

export class Questions {
  /** @param {HTMLElement} part The element around the form. */
  constructor(part) {
    this.part = part;
    this.tables = all(part, "[data-rows]").map((table) => new RowTable(table));
  }

  /** The boxes that are no cell of a table. */
  get single() {
    return boxes(this.part).filter(({ name }) => !name.includes("."));
  }

  /**
   * The box of a field, or of `field.row.column`.
   * @param {string} name
   * @returns {Box | undefined}
   */
  box(name) {
    const [field, row, cell] = name.split(".");
    const table = this.table(field);
    if (!table) return this.single.find((box) => box.name === name);
    const found = boxes(table.rows[Number(row ?? 0)] ?? table.table);
    return found.find((box) => column(box) === cell) ?? found[0];
  }

  /** Lead to a box, also out of a fold. @param {string} name */
  lead(name) {
    const box = this.box(name);
    unfold(box);
    box?.focus();
  }

  /** @param {string} name */
  table(name) {
    return this.tables.find((table) => table.name === name);
  }

  /** @returns {Answers} */
  answers() {
    return Object.fromEntries([
      ...this.single.map(({ name, value }) => [name, value]),
      ...this.tables.map((table) => [table.name, table.texts()]),
    ]);
  }

  /** Whether there is a place for this answer. @param {string} name @param {unknown} value */
  belongs(name, value) {
    const table = this.table(name), box = this.single.find((each) => each.name === name);
    return table ? table.accepts(value) : box !== undefined && fits(box, value);
  }

  /** Put in what belongs here; the texts of what does not. @param {Answers} answers @returns {string[]} */
  fit(answers) {
    const given = Object.entries(answers);
    const strange = given.filter(([name, value]) => !this.belongs(name, value));
    this.fill(Object.fromEntries(given.filter((each) => !strange.includes(each))));
    return strange.flatMap(([, value]) => typeof value === "string" ? value : value.flatMap((row) => Object.values(row)));
  }

  /** Put in other answers; false, and nothing done, if one does not belong here. @param {object} answers */
  fill(answers) {
    const given = Object.entries(answers);
    const single = new Map(this.single.map((box) => [box.name, box]));
    const belongs = given.every(([name, value]) => this.belongs(name, value));
    for (const [name, value] of belongs ? given : []) {
      const box = single.get(name);
      if (box && box.value !== value) unfold(box);
      if (box) box.value = value;
      else this.table(name)?.fill(value);
    }
    this.sift();
    return belongs;
  }

  /** What an option says of other boxes. @param {EventTarget | null} target */
  follow(target) {
    const option = target instanceof HTMLSelectElement && target.selectedOptions[0];
    const fills = (option && option.dataset.fills) || "{}";
    for (const [name, text] of Object.entries(JSON.parse(fills))) {
      const box = this.box(name);
      if (box) box.value = text;
    }
    this.sift();
  }

  /** Back to the example. */
  reset() {
    /** @type {HTMLFormElement} */ (one(this.part, "form")).reset();
    for (const table of this.tables) table.reset();
    this.sift();
  }

  /** Questions that the other answers leave open, and no others. */
  sift() {
    for (const question of all(this.part, "[data-when]")) {
      const applies = (question.dataset.when ?? "").split("&").every((condition) => {
        const [name, values] = condition.split("=");
        return values.split("|").includes(this.box(name)?.value ?? "");
      });
      question.classList.toggle("calc-off", !applies);
    }
    for (const fold of all(this.part, ".calc-more")) one(fold, ".calc-more-said").textContent = folded(fold);
  }

  /** @param {[string, string][]} wrong */
  mark(wrong) {
    for (const slot of all(this.part, ".calc-error")) slot.textContent = "";
    for (const box of all(this.part, "[aria-invalid]")) box.removeAttribute("aria-invalid");
    for (const [name, sentence] of wrong) {
      const box = this.box(name);
      const question = this.table(name)?.table ?? box?.closest(".calc-question");
      const slot = question?.querySelector(".calc-error");
      if (slot) slot.textContent = sentence;
      question?.classList.remove("calc-off");
      box?.setAttribute("aria-invalid", "true");
      unfold(box);
    }
  }
}

/** What the questions of a fold are answered with. @param {HTMLElement} fold */
function folded(fold) {
  return all(fold, ".calc-question:not(.calc-off)").flatMap((question) => {
    const box = /** @type {Box} */ (one(question, "[name]"));
    const label = one(question, "label").textContent?.replace("（可不填）", "");
    return box.value && box.value !== "own" ? `${label} ${spoken(box, box.value)}` : [];
  }).join("，");
}
