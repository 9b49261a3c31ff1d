// A letter that fills in as the reader types. Nothing is kept, nothing is sent.

import { Live, all } from "../dom.js";
import { printed } from "../calc/printing.js";
class GuideLetter extends Live {
  live() {
    const form = this.form();
    form.hidden = false;
    form.addEventListener("input", () => this.fill());
    form.addEventListener("submit", (event) => event.preventDefault());
    // The event comes before the boxes are empty.
    form.addEventListener("reset", () => setTimeout(() => this.fill()));
    this.one(".letter-copy").addEventListener("click", () => this.copy());
    this.one(".letter-print").addEventListener("click", () => printed(this, "letter-printing"));
    this.fill();
  }

  /** @returns {HTMLFormElement} */
  form() {
    return this.one("form");
  }

  fill() {
    const given = new FormData(this.form());
    for (const blank of all(this, ".letter-blank")) {
      blank.dataset.empty ??= blank.textContent ?? "";
      const text = String(given.get(blank.dataset.field ?? "") ?? "").trim();
      blank.textContent = text || blank.dataset.empty;
      blank.classList.toggle("letter-filled", text !== "");
    }
    this.one(".letter-status").textContent = "";
  }

  async copy() {
    const sheet = this.one(".letter-sheet");
    let said = "已复制。";
    try {
      await navigator.clipboard.writeText(sheet.innerText);
    } catch {
      getSelection()?.selectAllChildren(sheet);
      said = "浏览器没让复制。全文已经选中，请用系统的「复制」。";
    }
    this.one(".letter-status").textContent = said;
  }
}

customElements.define("guide-letter", GuideLetter);
