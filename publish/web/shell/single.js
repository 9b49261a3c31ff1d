// The one file: shows a page at a time and answers the search box. Without this script
// all pages stand below each other.

import { all, one } from "../dom.js";
class Book {
  pages = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".single-page")]);
  form = /** @type {HTMLFormElement} */ (document.querySelector("[role=search]"));
  query = /** @type {HTMLInputElement} */ (document.querySelector("#single-query"));
  found = /** @type {HTMLElement} */ (document.querySelector(".single-found"));
  worker = this.search();

  constructor() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    document.body.dataset.mdColorScheme = dark ? "slate" : "default";
    addEventListener("hashchange", () => this.turn());
    for (const page of this.pages) {
      page.addEventListener("beforematch", () => this.open(page));
    }
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.query.addEventListener("input", () => this.ask());
    this.turn();
  }

  /** Open the page that the address points into; what points nowhere changes nothing. */
  turn() {
    const target = this.target(decodeURI(location.hash.slice(1)));
    const page = target?.closest(".single-page");
    if (!page && this.pages.some((each) => each.hidden)) return;
    this.open(page ?? this.pages[0]);
    if (page) target?.scrollIntoView();
  }

  /** What is hidden can still be found with the browser's own search. @param {Element} page */
  open(page) {
    for (const each of this.pages) {
      if (each === page) each.removeAttribute("hidden");
      else each.setAttribute("hidden", "until-found");
    }
    const contents = /** @type {HTMLDetailsElement} */ (document.querySelector(".single-contents"));
    contents.open = page === this.pages[0];
    document.title = page.getAttribute("aria-label") ?? "";
  }

  /** Checks and shared forms read the address themselves; else it is an id.
   * @param {string} place */
  target(place) {
    if (place.startsWith("check=")) return document.querySelector("guide-check");
    const [form, ...answers] = place.split("~");
    return answers.length
      ? document.querySelector(`calc-form[name="${CSS.escape(form)}"]`)
      : document.getElementById(place);
  }

  /** The worker that searches; where workers are refused there is no box. */
  search() {
    const text = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "";
    try {
      const worker = new Worker(URL.createObjectURL(new Blob([text("single-search")])));
      worker.postMessage({ type: 0, data: JSON.parse(text("single-index")) });
      worker.onmessage = ({ data: { type, data } }) => {
        if (type === 1) this.form.hidden = false;
        if (type === 3) this.list(data.items);
      };
      return worker;
    } catch {
      return undefined;
    }
  }

  ask() {
    if (this.query.value.trim()) this.worker?.postMessage({ type: 2, data: this.query.value });
    else this.list([], "");
  }

  /** @param {{location: string, title: string, text: string}[][]} items @param {string} [said] */
  list(items, said = items.length ? `找到 ${items.length} 页` : "没有找到") {
    /** @type {HTMLElement} */ (this.form.querySelector(".single-count")).textContent = said;
    const blank = /** @type {HTMLTemplateElement} */ (this.form.querySelector("template"));
    this.found.replaceChildren(...items.flat().map(({ location, title, text }) => {
      const item = /** @type {Element} */ (blank.content.firstElementChild?.cloneNode(true));
      const [page, section] = location.split("#");
      const id = page.replace(/\.html$/, "").replaceAll("/", "-");
      item.querySelector("a")?.setAttribute("href", `#${id}${section ? `-${section}` : ""}`);
      /** @type {HTMLElement} */ (item.querySelector("strong")).innerHTML = title;
      /** @type {HTMLElement} */ (item.querySelector("small")).innerHTML = text;
      return item;
    }));
  }
}

new Book();
