// Days by tapping: the browser's calendar beside the box, and today's date.

import { all, one } from "../dom.js";

/** The day on the reader's calendar, as a box takes it. A locale would take 10 ms to load. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** @param {HTMLElement} part */
export function offerDays(part) {
  for (const kind of ["input", "change"]) {
    part.addEventListener(kind, (event) => {
      const picker = /** @type {HTMLInputElement} */ (event.target);
      if (!picker.matches(".calc-picker")) return;
      event.stopPropagation(); // it is no question of the form
      if (kind === "change" && picker.value) put(picker, picker.value);
    }, { capture: true });
  }
  part.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target);
    if (button.matches(".calc-today")) put(button, today());
  });
  part.addEventListener("focusin", () => all(part, ".calc-picker").forEach(follow), { once: true });
}

/** The calendar opens at the day that is in the box. @param {HTMLElement} picker */
function follow(picker) {
  const calendar = /** @type {HTMLInputElement} */ (picker);
  calendar.addEventListener("pointerdown", () => (calendar.value = box(calendar).value));
}

/** @param {HTMLElement} beside @returns {HTMLInputElement} */
const box = (beside) => one(/** @type {HTMLElement} */ (beside.parentElement), "[name]");

/** @param {HTMLElement} beside @param {string} day */
function put(beside, day) {
  box(beside).value = day;
  box(beside).dispatchEvent(new Event("change", { bubbles: true }));
}
