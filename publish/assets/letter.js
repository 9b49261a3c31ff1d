// A letter that fills in as the reader types. Nothing is kept, nothing is sent.
"use strict";

class GuideLetter extends HTMLElement {
  connectedCallback() {
    const form = this.form();
    form.hidden = false;
    form.addEventListener("input", () => this.fill());
    form.addEventListener("submit", (event) => event.preventDefault());
    // The event comes before the boxes are empty.
    form.addEventListener("reset", () => setTimeout(() => this.fill()));
    this.one(".letter-copy").addEventListener("click", () => this.copy());
    this.one(".letter-print").addEventListener("click", () => this.print());
    this.fill();
  }

  /** @param {string} selector @returns {HTMLElement} */
  one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  form() {
    return /** @type {HTMLFormElement} */ (this.one("form"));
  }

  fill() {
    const given = new FormData(this.form());
    for (const each of this.querySelectorAll(".letter-blank")) {
      const blank = /** @type {HTMLElement} */ (each);
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

  /** Print this letter and nothing else of the page. */
  print() {
    this.classList.add("letter-printing");
    addEventListener("afterprint", () => this.classList.remove("letter-printing"), { once: true });
    print();
  }
}

customElements.define("guide-letter", GuideLetter);
