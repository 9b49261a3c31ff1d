// Light or dark: as the device has it, until the reader chooses.

const STORED = "handbook-colours";
const DARK = matchMedia("(prefers-color-scheme: dark)");

/** @returns {string | null} */
function chosen() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

export const isDark = () => document.body.dataset.mdColorScheme === "slate";

/** Paint the page in the colours that are wanted now. */
export function paint() {
  document.body.dataset.mdColorScheme = chosen() ?? (DARK.matches ? "slate" : "default");
}

/** @param {boolean} dark */
export function choose(dark) {
  try {
    localStorage.setItem(STORED, dark ? "slate" : "default");
  } catch {} // for this page, then
  document.body.dataset.mdColorScheme = dark ? "slate" : "default";
}

/** Follow the device. @param {() => void} told */
export const onChange = (told) => DARK.addEventListener("change", () => {
  paint();
  told();
});
