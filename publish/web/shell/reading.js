// Where the reader is on the page: in the table of contents, in the header, and the way up.

import { all } from "../dom.js";

const CURRENT = "md-nav__link--active", PASSED = "md-nav__link--passed";
/** A heading counts as reached in the upper quarter of the window; all before it are. */
const REACHED = { rootMargin: "1000000px 0px -75% 0px" };
const FAR = 400;

/** Watch the page that is shown now. @param {AbortSignal} gone */
export function watch(gone) {
  chapter();
  contents(gone);
  title(gone);
  wayUp(gone);
}

/** In a list of pages that is longer than the window, this one is seen. */
function chapter() {
  const list = document.querySelector(".md-sidebar--primary .md-sidebar__scrollwrap");
  const page = list?.querySelector("a.md-nav__link--active");
  if (!list || !page) return;
  const seen = new IntersectionObserver(([{ boundingClientRect: at, rootBounds: shown }]) => {
    seen.disconnect();
    const beyond = shown ? at.bottom - shown.bottom : 0;
    if (beyond > 0) list.scrollTop += beyond + list.clientHeight / 2;
  }, { root: list });
  seen.observe(page);
}

/** @param {AbortSignal} gone */
function contents(gone) {
  /** @type {HTMLAnchorElement[]} */
  const links = all(document, ".md-sidebar--secondary .md-nav__link[href]");
  const places = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  /** @type {Set<Element>} */
  const reached = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) reached.add(target);
      else reached.delete(target);
    }
    const last = places.map((place) => place !== null && reached.has(place)).lastIndexOf(true);
    for (const [n, { classList }] of links.entries()) {
      classList.toggle(PASSED, n < last);
      classList.toggle(CURRENT, n === last);
    }
    links[last]?.scrollIntoView({ block: "nearest", behavior: "instant" });
  }, REACHED);
  for (const place of places) if (place) observer.observe(place);
  gone.addEventListener("abort", () => observer.disconnect());
}

/** The header names the page once its title has gone. @param {AbortSignal} gone */
function title(gone) {
  const header = document.querySelector(".md-header__title");
  const heading = document.querySelector(".md-content h1");
  if (!header || !heading) return;
  const observer = new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) =>
    header.classList.toggle("md-header__title--active", !isIntersecting && boundingClientRect.top < 0));
  observer.observe(heading);
  gone.addEventListener("abort", () => observer.disconnect());
}

/** Offered to who scrolls back. @param {AbortSignal} gone */
function wayUp(gone) {
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(".md-top");
  if (!button) return;
  let before = 0; // to ask now would have the page laid out at once
  addEventListener("scroll", () => {
    button.hidden = scrollY > before || scrollY < FAR;
    before = scrollY;
  }, { passive: true, signal: gone });
  button.addEventListener("click", () => {
    scrollTo({ top: 0 });
    /** @type {HTMLElement | null} */ (document.querySelector(".md-skip"))?.focus({ preventScroll: true });
  }, { signal: gone });
}
