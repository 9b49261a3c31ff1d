// The one file: shows a page at a time and answers the search box. Without this script
// all pages stand below each other.

import { all, decoded, one } from "../dom.js";
import { trusted } from "../trusted.js";
import { Search, carried, said } from "./asking.js";
import { paint } from "./colours.js";

class Book {
  pages = all(document, ".single-page");
  form = one(document, "[role=search]");
  /** @type {HTMLInputElement} */
  query = one(document, "#single-query");
  found = one(document, ".single-found");
  search = this.open();

  constructor() {
    paint();
    addEventListener("hashchange", () => this.turn());
    for (const page of this.pages) {
      page.addEventListener("beforematch", () => this.show(page));
    }
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.query.addEventListener("input", () => this.search.ask(this.query.value));
    this.query.addEventListener("focus", () => this.query.value || this.search.ask(""), { once: true });
    this.turn();
  }

  /** Open the page that the address points into; what points nowhere changes nothing. */
  turn() {
    const target = this.target(decoded(location.hash.slice(1)));
    const page = target?.closest(".single-page");
    if (!page && this.pages.some((each) => each.hidden)) return;
    this.show(page ?? this.pages[0]);
    if (page) target?.scrollIntoView();
  }

  /** What is hidden can still be found with the browser's own search. @param {Element} page */
  show(page) {
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
  open() {
    const text = (/** @type {string} */ id) => one(document, `#${id}`).textContent ?? "";
    const source = async () =>
      ({ script: carried(text("single-search")), index: JSON.parse(text("single-index")) });
    const search = new Search(source, (answer) => this.list(answer.items, said(answer)));
    search.ready.then(() => (this.form.hidden = false), () => {});
    return search;
  }

  /** @param {import("./asking.js").Hit[][]} items @param {string} sentence */
  list(items, sentence) {
    one(this.form, ".single-count").textContent = sentence;
    /** @type {HTMLTemplateElement} */
    const blank = one(this.form, "template");
    this.found.replaceChildren(...items.flat().map(({ location, title, text }) => {
      const item = /** @type {Element} */ (blank.content.firstElementChild?.cloneNode(true));
      const [page, section] = location.split("#");
      const id = page.replace(/\.html$/, "").replaceAll("/", "-");
      const filled = section?.includes("~"); // what a form reads itself
      item.querySelector("a")?.setAttribute("href", `#${[...filled ? [] : [id], ...section ? [section] : []].join("-")}`);
      one(item, "strong").innerHTML = trusted(title);
      one(item, "small").innerHTML = trusted(text);
      return item;
    }));
  }
}

new Book();
