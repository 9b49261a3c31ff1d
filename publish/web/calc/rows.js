// A table of rows: add, remove, move, and paste from a spreadsheet. On a narrow screen a
// row that is filled in is one line, until it is opened.

import { all, one } from "../dom.js";
import { trusted } from "../trusted.js";
import { boxes, column, fits, put, spoken } from "./boxes.js";
import { pasted, told } from "./pasted.js";

/** @import { Box } from "../dom.js" */
/** @typedef {Record<string, string>} Row */

const WIDE = matchMedia("(min-width: 45em)");

export class RowTable {
  /** Numbers the rows ever made, so that no two boxes share a name. */
  #made = 0;

  /** @param {HTMLElement} table */
  constructor(table) {
    this.table = table;
    this.name = table.dataset.rows ?? "";
    this.list = one(table, ".calc-rows");
    this.most = Number(this.list.dataset.most);
    /** @type {HTMLTemplateElement} */
    this.blank = one(table, "template");
    this.example = this.list.innerHTML;
    table.addEventListener("click", ({ target }) => this.clicked(/** @type {Element} */ (target)));
    table.addEventListener("paste", (event) => this.paste(event));
    table.addEventListener("change", () => this.number());
    this.arrange();
  }

  get rows() {
    return /** @type {HTMLDetailsElement[]} */ ([...this.list.children]);
  }

  /** @returns {Row[]} */
  texts() {
    return this.rows.map((row) =>
      Object.fromEntries(boxes(row).map((box) => [column(box), box.value])));
  }

  /** Whether these are rows of this table. @param {unknown} rows @returns {rows is Row[]} */
  accepts(rows) {
    const known = new Map(boxes(this.blank.content).map((box) => [column(box), box]));
    return Array.isArray(rows) && rows.length <= this.most && rows.every((row) =>
      row instanceof Object && Object.entries(row).every(([name, text]) => {
        const box = known.get(name);
        return box && fits(box, text);
      }));
  }

  /** @param {Row[]} rows */
  fill(rows) {
    this.list.replaceChildren();
    for (const texts of rows) {
      for (const box of boxes(this.add())) box.value = texts[column(box)] ?? box.value;
    }
    this.arrange();
  }

  /** Whether a row can hold something of what is known of a plan. @param {Record<string, string>} facts */
  takes(facts) {
    return Object.values(this.row(facts)).some(Boolean);
  }

  /** A row of what is known of a plan. @param {Record<string, string>} facts @returns {Row} */
  row(facts) {
    return Object.fromEntries(boxes(this.blank.content).map((box) => {
      const fact = (box.dataset.plan ?? "").split(" ").find((name) => name in facts);
      return [column(box), facts[fact ?? ""] ?? ""];
    }));
  }

  /**
   * Such a row after what is filled in, or in place of the example; false where there is no room.
   * @param {Record<string, string>} facts
   * @param {boolean} anew
   */
  grow(facts, anew) {
    const own = anew ? [] : this.texts().filter((row) => Object.values(row).some(Boolean));
    const rows = [...own, this.row(facts)];
    if (this.accepts(rows)) this.fill(rows);
    else this.say(`最多 ${this.most} 行，没有加。`);
    return this.accepts(rows);
  }

  /** Back to the example. */
  reset() {
    this.list.innerHTML = trusted(this.example);
    this.arrange();
  }

  /** @param {Element} target */
  clicked(target) {
    const row = /** @type {HTMLDetailsElement | null} */ (target.closest(".calc-row"));
    if (target.matches(".calc-add")) {
      if (this.rows.length < this.most) boxes(this.add())[0].focus();
      else return this.say(`最多 ${this.most} 行。`);
    } else if (row && target.matches(".calc-remove")) this.remove(row);
    else if (row && target.matches(".calc-up, .calc-down")) this.move(row, target);
    else return;
    this.changed();
  }

  /** A blank row at the end. */
  add() {
    const number = `.new${++this.#made}.`;
    this.list.insertAdjacentHTML("beforeend", trusted(this.blank.innerHTML.replaceAll(".#.", number)));
    return this.rows[this.rows.length - 1];
  }

  /** @param {HTMLDetailsElement} row */
  remove(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling ?? this.table;
    this.say(`已${one(row, ".calc-remove").ariaLabel}。`);
    row.remove();
    one(next, next.matches(":not([open])") && next !== this.table ? "summary" : ".calc-remove, .calc-add").focus();
  }

  /** @param {HTMLDetailsElement} row @param {Element} button */
  move(row, button) {
    const up = button.matches(".calc-up");
    if (up) row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    this.number();
    const [here, back] = up ? [".calc-up", ".calc-down"] : [".calc-down", ".calc-up"];
    one(row, `${here}:enabled, ${back}`).focus();
    this.say(`现在是第 ${this.rows.indexOf(row) + 1} 行。`);
  }

  /** Cells fill columns and rows from here on. @param {ClipboardEvent} event */
  paste(event) {
    const box = /** @type {Box} */ (event.target);
    const start = /** @type {HTMLDetailsElement | null} */ (box.closest(".calc-row"));
    if (!start) return;
    const from = this.rows.indexOf(start);
    const first = boxes(start).indexOf(box);
    const room = { rows: this.most - from, columns: boxes(start).length - first };
    const cells = pasted(event.clipboardData?.getData("text/plain") ?? "", room);
    if (!cells) return;
    event.preventDefault();
    const strange = [];
    for (const [n, line] of cells.rows.entries()) {
      const row = boxes(this.rows[from + n] ?? this.add());
      for (const [m, cell] of line.entries()) if (!put(row[first + m], cell)) strange.push(cell);
    }
    this.changed();
    this.say(told(cells, this.most, strange));
  }

  /** All rows are new here: open those that are to be filled in. */
  arrange() {
    for (const row of this.rows) row.open = WIDE.matches || !boxes(row)[0].value;
    this.number();
  }

  /** Say each row's number and what is in it, and its name on its buttons. */
  number() {
    for (const [n, row] of this.rows.entries()) {
      const number = `第 ${n + 1} 行`;
      const name = boxes(row)[0].value.trim();
      const filled = boxes(row).filter(({ value }) => value);
      row.ariaLabel = one(row, ".calc-row-number").textContent = number;
      one(row, ".calc-row-said").textContent = filled.map((box) => spoken(box, box.value)).join("，");
      for (const button of /** @type {HTMLButtonElement[]} */ (all(row, ".calc-row-tools button"))) {
        button.ariaLabel = button.textContent + number + (name && `：${name}`);
        const beyond = button.matches(".calc-up") ? row.previousElementSibling : row.nextElementSibling;
        button.disabled = !beyond && !button.matches(".calc-remove");
      }
    }
  }

  changed() {
    this.table.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** @param {string} sentence */
  say(sentence) {
    one(this.table, ".calc-rows-said").textContent = sentence;
  }
}
