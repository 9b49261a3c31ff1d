// On paper: one part of the page alone, and none of its parts folded.

import { all } from "../dom.js";
import { inApp } from "./in-app.js";

const CALC = "calc-printing";

/**
 * Print this part and nothing else of the page.
 * @param {Element} part
 * @param {string} mark Its class meanwhile.
 * @returns {boolean} Whether it can be printed: apps that show pages do nothing, and say nothing.
 */
export function printed(part, mark = CALC) {
  if (inApp(navigator.userAgent)) return false;
  alone(part, mark);
  print();
  return true;
}

/** @param {Element} part @param {string} mark */
function alone({ classList }, mark) {
  classList.add(mark);
  addEventListener("afterprint", () => classList.remove(mark), { once: true });
}

/** Of a calculator's own page the browser's menu prints what our button does. */
function own() {
  const form = all(document, ".calc-page > calc-form").find((each) => !each.closest("[hidden]"));
  if (form && !document.querySelector(`.${CALC}, .letter-printing`)) alone(form, CALC);
}

/** What stands in the answer by itself; a term's few words stay folded. @param {boolean} open */
const unfold = (open) => {
  const which = open ? ":not([open])" : ".calc-unfolded";
  for (const fold of all(document, `.calc-result > details${which}`)) {
    fold.toggleAttribute("open", open);
    fold.classList.toggle("calc-unfolded", open);
  }
};
addEventListener("beforeprint", own);
addEventListener("beforeprint", () => unfold(true));
addEventListener("afterprint", () => unfold(false));
