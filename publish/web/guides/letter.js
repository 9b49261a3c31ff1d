// A letter that fills in as the reader types. What was typed stays for the visit, in
// memory only; nothing is sent.

import { Live, all } from "../dom.js";
import { printed } from "../calc/printing.js";
import { device } from "../plans/device.js";
import { known } from "../plans/known.js";
import { carried } from "../shell/over.js";
import { follow } from "./fold.js";

/** @import { Plan, PlanField } from "../calc/plan.js" */
/** @import { Box } from "../dom.js" */

/** What was typed, by the letter's title. @type {Map<string, FormData>} */
const kept = new Map(carried("letters", () => [...kept].map(packed))?.map(unpacked));

/** @param {[string, FormData]} typed @returns {[string, string[][]]} As history keeps it. */
const packed = ([title, data]) => [title, [...data].map(([name, text]) => [name, String(text)])];

/** @param {[string, string[][]]} typed @returns {[string, FormData]} */
function unpacked([title, texts]) {
  const data = new FormData();
  for (const [name, text] of texts) data.append(name, text);
  return [title, data];
}

/** @param {Box} box */
const isTick = (box) => box.type === "checkbox";

/** @param {Date} day */
const written = (day) => `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;

/** A fact as a letter has it: a day in words. @param {string} text */
const worded = (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? written(new Date(`${text}T00:00`)) : text);

class GuideLetter extends Live {
  /** @param {AbortSignal} gone */
  live(gone) {
    follow(this, gone);
    const form = this.form();
    form.hidden = false;
    form.addEventListener("input", () => this.typed());
    form.addEventListener("submit", (event) => event.preventDefault());
    // The event comes before the boxes are empty.
    form.addEventListener("reset", () => setTimeout(() => this.begin()));
    this.one(".letter-copy").addEventListener("click", () => this.copy());
    this.one(".letter-print").addEventListener("click", () => this.print());
    device.addEventListener("changed", () => this.offer(), { signal: gone });
    const before = kept.get(this.heading());
    if (before) this.restore(before);
    else this.begin();
  }

  /** @returns {HTMLFormElement} */
  form() {
    return this.one("form");
  }

  heading() {
    return this.form().getAttribute("aria-label") ?? "";
  }

  /** @returns {Box[]} */
  boxes() {
    return all(this, "[name]");
  }

  /** An untouched letter: only the day is known. */
  begin() {
    kept.delete(this.heading());
    for (const box of this.boxes()) if (box.hasAttribute("data-today")) box.value = written(new Date());
    this.fill();
  }

  /** @param {FormData} before */
  restore(before) {
    for (const box of this.boxes()) {
      if (box instanceof HTMLInputElement && isTick(box)) box.checked = before.has(box.name);
      else box.value = String(before.get(box.name) ?? "");
    }
    this.fill();
  }

  typed() {
    kept.set(this.heading(), new FormData(this.form()));
    this.fill();
  }

  fill() {
    const given = new FormData(this.form());
    for (const blank of all(this, ".letter-blank")) {
      blank.dataset.empty ??= blank.textContent ?? "";
      const text = String(given.get(blank.dataset.field ?? "") ?? "").trim();
      blank.textContent = text || blank.dataset.empty;
      blank.classList.toggle("letter-filled", text !== "");
    }
    this.one(".letter-left").textContent = this.left();
    this.say("");
    this.offer();
  }

  /** What a plan knows and the letter does not say. @param {Plan} plan @returns {PlanField[]} */
  lacking(plan) {
    const asked = this.boxes().filter(({ dataset }) => dataset.plan);
    const fields = asked.map(({ name, value, dataset }) => ({ name, text: value, facts: (dataset.plan ?? "").split(" ") }));
    const offered = plan.offered(fields).map((field) => ({ ...field, text: worded(field.text) }));
    return offered.filter(({ name, text }) => text !== this.box(name).value.trim());
  }

  /** @param {string} name @returns {Box} */
  box(name) {
    return this.one(`[name="${name}"]`);
  }

  /** A button for each plan that knows more. */
  offer() {
    const part = this.one(".letter-plans");
    const [button, ...others] = all(part, "button");
    for (const other of others) other.remove();
    const offers = known().filter(({ plan }) => this.lacking(plan).length);
    part.hidden = !offers.length;
    for (const [n, { name, plan }] of offers.entries()) {
      const each = n ? /** @type {HTMLElement} */ (button.cloneNode()) : button;
      part.append(each);
      each.textContent = name ? `填入「${name}」` : "填入刚才填的那笔";
      each.onclick = () => this.take(plan);
    }
  }

  /** Fill in what is empty; what the reader wrote stays, and is named. @param {Plan} plan */
  take(plan) {
    const lacking = this.lacking(plan);
    const empty = lacking.filter(({ name }) => !this.box(name).value.trim());
    for (const { name, text } of empty) this.box(name).value = text;
    const others = lacking.filter((each) => !empty.includes(each))
      .map(({ name, text }) => `「${this.box(name).labels?.[0].textContent}」你写的没有动，分期里是 ${text}`);
    this.typed();
    this.say([`填了 ${empty.length} 处，和合同、账单对一遍`, ...others, ""].join("。"));
  }

  /** How many blanks are left; nothing when none is. */
  left() {
    const empty = this.boxes().filter((box) => !isTick(box) && !box.value.trim()).length;
    return empty ? `还有 ${empty} 处空着，印出来是横线。` : "";
  }

  /** @param {string} sentence */
  say(sentence) {
    this.one(".letter-status").textContent = sentence;
  }

  print() {
    if (printed(this, "letter-printing")) return;
    this.say("这个应用里打印不了。先按「复制」，再贴到能打印的地方。");
  }

  async copy() {
    const open = this.boxes().find((box) => box.type === "select-one" && !box.value);
    if (open) {
      this.say(`还没有复制。先选「${open.labels?.[0].textContent}」。`);
      open.focus();
      return;
    }
    const sheet = this.one(".letter-sheet");
    let said = `已复制。${this.left()}`;
    try {
      await navigator.clipboard.writeText(sheet.innerText);
    } catch {
      getSelection()?.selectAllChildren(sheet);
      said = "浏览器没让复制。全文已经选中，请用系统的「复制」。";
    }
    this.say(said);
  }
}

customElements.define("guide-letter", GuideLetter);
