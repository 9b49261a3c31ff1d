// On paper: one part of the page alone, and nothing folded.

import { all } from "../dom.js";

/** Print this part and nothing else of the page. @param {Element} part @param {string} mark Its class meanwhile. */
export function printed({ classList }, mark) {
  classList.add(mark);
  addEventListener("afterprint", () => classList.remove(mark), { once: true });
  print();
}

/** @param {boolean} open */
const unfold = (open) => {
  const which = open ? ":not([open])" : ".calc-unfolded";
  for (const fold of all(document, `.calc-result details${which}`)) {
    fold.toggleAttribute("open", open);
    fold.classList.toggle("calc-unfolded", open);
  }
};
addEventListener("beforeprint", () => unfold(true));
addEventListener("afterprint", () => unfold(false));
