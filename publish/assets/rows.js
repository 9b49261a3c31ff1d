// A table of rows: add, remove, move, and paste from a spreadsheet.
"use strict";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Box */
/** @typedef {Record<string, string>} Row */

/** The boxes with a name. @param {ParentNode} part @returns {Box[]} */
const boxes = (part) => [...part.querySelectorAll("[name]")].map((box) => /** @type {Box} */ (box));

/** @param {Box} box */
const column = (box) => box.name.slice(box.name.lastIndexOf(".") + 1);

/** Whether the box can hold this. @param {Box} box @param {unknown} text */
const fits = (box, text) =>
  typeof text === "string" &&
  (!(box instanceof HTMLSelectElement) || [...box.options].some(({ value }) => value === text));

class RowTable {
  /** Numbers the rows ever made, so that no two boxes share a name. */
  #made = 0;

  /** @param {HTMLElement} table */
  constructor(table) {
    this.table = table;
    this.name = table.dataset.rows ?? "";
    this.list = this.one(".calc-rows");
    this.most = Number(this.list.dataset.most);
    this.blank = /** @type {HTMLTemplateElement} */ (this.one("template"));
    this.example = this.list.innerHTML;
    table.addEventListener("click", ({ target }) => this.clicked(/** @type {Element} */ (target)));
    table.addEventListener("paste", (event) => this.paste(event));
    table.addEventListener("change", () => this.number());
    this.number();
  }

  /** @param {string} selector @returns {HTMLElement} */
  one(selector) {
    return /** @type {HTMLElement} */ (this.table.querySelector(selector));
  }

  get rows() {
    return [...this.list.children].map((row) => /** @type {HTMLElement} */ (row));
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
    this.number();
  }

  /** Back to the example. */
  reset() {
    this.list.innerHTML = this.example;
    this.number();
  }

  /** @param {Element} target */
  clicked(target) {
    const row = /** @type {HTMLElement | null} */ (target.closest(".calc-row"));
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
    this.list.insertAdjacentHTML("beforeend", this.blank.innerHTML.replaceAll(".#.", number));
    return this.rows[this.rows.length - 1];
  }

  /** @param {HTMLElement} row */
  remove(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling ?? this.table;
    this.say(`已${row.querySelector(".calc-remove")?.getAttribute("aria-label")}。`);
    row.remove();
    /** @type {HTMLElement} */ (next.querySelector(".calc-remove, .calc-add")).focus();
  }

  /** @param {HTMLElement} row @param {Element} button */
  move(row, button) {
    const up = button.matches(".calc-up");
    if (up) row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    this.number();
    const [here, back] = up ? [".calc-up", ".calc-down"] : [".calc-down", ".calc-up"];
    /** @type {HTMLElement} */ (row.querySelector(`${here}:enabled, ${back}`)).focus();
    this.say(`现在是第 ${this.rows.indexOf(row) + 1} 行。`);
  }

  /** Cells parted by tabs and lines fill columns and rows from here on. @param {ClipboardEvent} event */
  paste(event) {
    const text = (event.clipboardData?.getData("text/plain") ?? "").replace(/\s+$/, "");
    const start = /** @type {Element} */ (event.target).closest(".calc-row");
    if (!start || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const first = boxes(start).indexOf(/** @type {Box} */ (event.target));
    const from = this.rows.findIndex((row) => row === start);
    const lines = text.split(/\r?\n/);
    const room = lines.slice(0, this.most - from);
    for (const [n, line] of room.entries()) {
      const row = boxes(this.rows[from + n] ?? this.add());
      for (const [m, cell] of line.split("\t").entries()) put(row[first + m], cell.trim());
    }
    const left = lines.length - room.length;
    this.changed();
    this.say(`贴了 ${room.length} 行。` + (left ? `最多 ${this.most} 行，后面 ${left} 行没有贴。` : ""));
  }

  /** Say each row's number and name, on its buttons too. */
  number() {
    for (const [n, row] of this.rows.entries()) {
      const number = `第 ${n + 1} 行`;
      const name = boxes(row)[0].value.trim();
      row.setAttribute("aria-label", number);
      const head = /** @type {HTMLElement} */ (row.querySelector(".calc-row-head"));
      /** @type {HTMLElement} */ (head.firstElementChild).textContent = number;
      for (const button of head.querySelectorAll("button")) {
        button.setAttribute("aria-label", button.textContent + number + (name && `：${name}`));
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
    this.one(".calc-rows-said").textContent = sentence;
  }
}

/** An option may be given by its label. @param {Box | undefined} box @param {string} text */
function put(box, text) {
  if (!(box instanceof HTMLSelectElement)) {
    if (box) box.value = text;
    return;
  }
  const option = [...box.options].find(({ value, label }) =>
    value === text || (text && label.startsWith(text)));
  if (option) box.value = option.value;
}
