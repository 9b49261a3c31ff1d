// The switch of colours in the header.

import { choose, isDark, onChange } from "./colours.js";

/** @type {HTMLButtonElement | null} */
const button = document.querySelector(".shell-colours");

const name = () => button?.setAttribute("aria-label", isDark() ? "换成浅色" : "换成深色");

if (button) {
  button.hidden = false;
  name();
  onChange(name);
  button.addEventListener("click", () => {
    choose(!isDark());
    name();
  });
}
