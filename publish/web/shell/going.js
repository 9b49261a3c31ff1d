// From page to page without starting Python anew: fetches the page, puts its content in
// place of what is shown, and leaves everything that runs alone. Whatever is not a page of
// this build, or does not come, is opened as browsers do, with what was typed.

import { all, decoded, one } from "../dom.js";
import { trusted } from "../trusted.js";
import { ROOT } from "./here.js";
import { buildOf, loadWhole } from "./over.js";

/** What differs between two pages of one build, besides the head. */
const PARTS = [".md-skip", ".md-header__topic + .md-header__topic", ".md-container"];
/** What it says of itself in its head: an app that shares it reads that. */
const OF_PAGE = ["link[rel=canonical]", "meta[name=description]",
  ...["title", "description", "url", "type"].map((name) => `meta[property="og:${name}"]`)];
const PATIENCE = 8_000;

/** @param {{pathname: string, search: string}} place */
const address = ({ pathname, search }) => pathname + search;

export class Going {
  shown = address(location);
  leaving = new AbortController();
  saving = 0;

  /** @param {() => void} arrived After each move. */
  constructor(arrived) {
    this.arrived = arrived;
    fix();
    document.addEventListener("click", (event) => this.clicked(event));
    addEventListener("popstate", () => this.back());
    addEventListener("scroll", () => this.scrolled(), { passive: true });
    addEventListener("pagehide", () => (history.scrollRestoration = "auto"));
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    /** @type {HTMLAnchorElement | null} */
    const link = /** @type {Element} */ (event.target).closest("a[href]");
    const plain = !event.defaultPrevented && event.button === 0 &&
      !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || !this.leadsOn(link)) return;
    event.preventDefault();
    this.remember();
    this.go(link.href, () => history.pushState(null, "", link.href));
  }

  /** Whether the link leads to another page of this site. @param {HTMLAnchorElement} link */
  leadsOn(link) {
    if (link.target || link.hasAttribute("download") || !link.href.startsWith(ROOT)) return false;
    return /(\/|\.html)$/.test(link.pathname) && address(link) !== this.shown;
  }

  back() {
    const y = history.state?.y;
    if (address(location) !== this.shown) this.go(location.href, () => {});
    else if (history.scrollRestoration === "manual" && y !== undefined) to(y);
  }

  /** @param {string} url @param {() => void} arrive */
  async go(url, arrive) {
    this.leaving.abort();
    const { signal } = (this.leaving = new AbortController());
    const late = new Promise((done) => setTimeout(done, PATIENCE));
    const page = await Promise.race([next(url, signal), late]);
    if (signal.aborted) return;
    arrive();
    if (page) this.show(page);
    else loadWhole();
  }

  /** @param {Document} page */
  show(page) {
    history.scrollRestoration = "manual";
    this.shown = address(location);
    document.title = page.title;
    for (const selector of OF_PAGE) {
      const [here, there] = [document, page].map((each) => each.head.querySelector(selector));
      if (here && there) here.replaceWith(there);
    }
    for (const part of PARTS) document.querySelector(part)?.replaceWith(one(page, part));
    /** @type {HTMLInputElement} */ (one(document, "#__drawer")).checked = false;
    this.arrived();
    this.settle();
  }

  /** To the place in the address, where one was before, or to the top; who listens hears the title. */
  settle() {
    const y = history.state?.y;
    const target = document.getElementById(decoded(location.hash.slice(1)));
    const heading = /** @type {HTMLElement | null} */ (document.querySelector(".md-content h1"));
    if (heading && !location.hash) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    if (y === undefined && target) target.scrollIntoView();
    else to(y ?? 0);
  }

  scrolled() {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.remember(), 100);
  }

  /** How far down one was, for when one comes back. */
  remember() {
    clearTimeout(this.saving);
    if (address(location) === this.shown) history.replaceState({ ...history.state, y: scrollY }, "");
  }
}

/** The page at this address, if it comes and is of this build.
 * @param {string} url @param {AbortSignal} signal */
async function next(url, signal) {
  try {
    const response = await fetch(url, { signal });
    const page = new DOMParser().parseFromString(trusted(await response.text()), "text/html");
    const ours = response.ok && !response.redirected && buildOf(page) === buildOf(document);
    return ours ? page : undefined;
  } catch {
    return undefined;
  }
}

/** Without moving on the way. @param {number} y */
const to = (y) => scrollTo({ top: y, behavior: "instant" });

/** Addresses that lead from this page must lead to the same place from the next. */
function fix() {
  /** @type {HTMLAnchorElement[]} */
  const links = all(document, "head link:not([rel=stylesheet]), .md-header [href]");
  for (const link of links) link.href = link.href;
}
