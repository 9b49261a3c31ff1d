// The search box in the header: opens, asks as one types, lists what is found.

import { Live, all, one } from "../dom.js";
import { address, trusted } from "../trusted.js";
import { Search, carried, said } from "./asking.js";
import { ROOT } from "./here.js";

/** @import { Answer, Hit } from "./asking.js" */

const NOT_HERE = "查找用的目录没取到，等一下再试。";
const OPENERS = ["/", "s", "f"];

class SearchBox extends Live {
  /** @type {Search | undefined} */
  search;
  /** @type {HTMLInputElement} */
  toggle;
  /** @type {HTMLInputElement} */
  input;
  /** @type {HTMLElement} */
  said;
  /** @type {HTMLElement} */
  list;
  /** What had the focus before. @type {HTMLElement | null} */
  from = null;
  worker = "";
  index = "";

  /** @param {AbortSignal} signal */
  live(signal) {
    this.toggle = one(document, "#__search");
    this.input = this.one(".md-search__input");
    this.said = this.one(".md-search-result__meta");
    this.list = this.one(".md-search-result__list");
    this.worker = new URL(this.dataset.worker ?? "", location.href).href;
    this.index = new URL(this.dataset.index ?? "", location.href).href;
    this.toggle.addEventListener("change", () => this.toggle.checked && this.input.focus(), { signal });
    this.input.addEventListener("focus", ({ relatedTarget }) => {
      if (!this.contains(/** @type {Node | null} */ (relatedTarget))) this.from = /** @type {HTMLElement | null} */ (relatedTarget);
      this.open();
    });
    this.one(".search-close").addEventListener("click", () => this.close());
    this.input.addEventListener("input", () => this.ask());
    this.one("form").addEventListener("submit", (event) => event.preventDefault());
    this.one("form").addEventListener("reset", () => setTimeout(() => {
      this.ask();
      this.input.focus();
    }));
    this.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("click", ({ target }) => /** @type {Element} */ (target).closest("a") && this.close());
    this.addEventListener("focusout", ({ relatedTarget: next }) => {
      if (next instanceof Node && !this.contains(next)) this.toggle.checked = false;
    });
    addEventListener("keydown", (event) => this.called(event), { signal });
    if (document.activeElement === this.input) this.open(); // before the script came
  }

  open() {
    this.toggle.checked = true;
    if (this.search) return;
    this.search = new Search(() => this.source(), (answer) => this.answer(answer));
    this.search.ready.then(() => this.ask(), () => {
      this.search = undefined;
      this.say(NOT_HERE);
    });
  }

  /** The focus goes back to where it came from. */
  close() {
    this.toggle.checked = false;
    this.input.blur();
    this.from?.focus();
  }

  /** From a folder nothing can be fetched: a script carries both. */
  async source() {
    if (location.protocol !== "file:") {
      const response = await fetch(this.index);
      if (!response.ok) throw new Error(`no index: ${response.status}`);
      return { script: this.worker, index: await response.json() };
    }
    const script = document.createElement("script");
    script.src = address(this.index);
    await new Promise((done, fail) => {
      script.onload = done;
      script.onerror = fail;
      document.head.append(script);
    });
    return { script: carried(SEARCH.worker), index: SEARCH.index };
  }

  ask() {
    this.search?.ask(this.input.value).catch(() => {}); // said already
  }

  /** @param {Answer} answer */
  answer(answer) {
    this.list.replaceChildren(...answer.items.map((hits) => this.item(hits)));
    this.say(said(answer));
  }

  /** A page, and its parts that answer. @param {Hit[]} hits */
  item(hits) {
    const blank = /** @type {HTMLTemplateElement} */ (this.one("template")).content;
    const item = /** @type {Element} */ (one(blank, "li").cloneNode());
    item.append(...hits.map(({ location: place, title, text }) => {
      const link = /** @type {HTMLAnchorElement} */ (one(blank, "a").cloneNode(true));
      link.href = new URL(place, ROOT).href;
      one(link, "h2").innerHTML = trusted(title);
      one(link, "p").innerHTML = trusted(text);
      return link;
    }));
    return item;
  }

  /** @param {string} sentence */
  say(sentence) {
    this.said.textContent = sentence;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    /** @type {HTMLElement[]} */
    const links = [this.input, ...all(this, ".md-search-result__link")];
    const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && at === 0) links[1]?.click();
    else if (step && at >= 0) links[(at + step + links.length) % links.length].focus();
    else return;
    event.preventDefault();
  }

  /** @param {KeyboardEvent} event */
  called(event) {
    const target = /** @type {Element} */ (event.target);
    const typing = target.matches("input, select, textarea, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !OPENERS.includes(event.key)) return;
    event.preventDefault();
    this.input.focus();
  }
}

customElements.define("search-box", SearchBox);
