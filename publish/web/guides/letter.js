// A letter that fills in as the reader types. What was typed stays for the visit, in
// memory only; nothing is sent.

import { Live, all } from "../dom.js";
import { printed } from "../calc/printing.js";
import { carried } from "../shell/over.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Box */

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

class GuideLetter extends Live {
  live() {
    const form = this.form();
    form.hidden = false;
    form.addEventListener("input", () => this.typed());
    form.addEventListener("submit", (event) => event.preventDefault());
    // The event comes before the boxes are empty.
    form.addEventListener("reset", () => setTimeout(() => this.begin()));
    this.one(".letter-copy").addEventListener("click", () => this.copy());
    this.one(".letter-print").addEventListener("click", () => printed(this, "letter-printing"));
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
