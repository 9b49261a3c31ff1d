// What a button opens on a narrow screen: the list of pages, and the search. The theme shows
// each by a checkbox; Escape closes it, and the focus goes back to the button. The one file
// has none of it.

import { all, one } from "../dom.js";

const LIST = ".md-sidebar--primary", HERE = "a.md-nav__link--active";

/** @param {HTMLInputElement} toggle @param {boolean} open */
export function set(toggle, open) {
  if (toggle.checked === open) return;
  toggle.checked = open;
  toggle.dispatchEvent(new Event("change"));
}

/** @param {HTMLElement} button That opens the list. @param {HTMLInputElement} drawer Whether it is open. */
function live(button, drawer) {
  for (const opener of all(document, "[data-opens]")) opener.hidden = false;
  button.ariaExpanded = "false";
  // The button says whether the list is open; the focus is in it, or where it was opened.
  drawer.addEventListener("change", () => {
    const list = one(document, LIST);
    button.ariaExpanded = String(drawer.checked);
    if (drawer.checked) one(list, list.querySelector(HERE) ? HERE : ".md-nav__list a").focus();
    else if (list.contains(document.activeElement)) button.focus();
  });
  document.addEventListener("click", ({ target }) => {
    const at = /** @type {Element} */ (target);
    const opens = at.closest("[data-opens]")?.getAttribute("data-opens");
    if (opens) set(one(document, `#${opens}`), true);
    else if (at.closest(`${LIST} a`)) set(drawer, false);
  });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && set(drawer, false));
  document.addEventListener("focusout", ({ target, relatedTarget: next }) => {
    const list = /** @type {Element} */ (target).closest?.(LIST);
    if (list && next instanceof Node && !list.contains(next)) set(drawer, false);
  });
}

/** @type {HTMLElement | null} */
const button = document.querySelector(".md-header [data-opens=__drawer]");
if (button) live(button, one(document, "#__drawer"));
