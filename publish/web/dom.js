// The few words that every script says to the page.

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Box */

/**
 * The one element that matches; the build put it there.
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} part
 * @param {string} selector
 * @returns {Kind}
 */
export const one = (part, selector) => /** @type {Kind} */ (part.querySelector(selector));

/**
 * All elements that match.
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} part
 * @param {string} selector
 * @returns {Kind[]}
 */
export const all = (part, selector) =>
  /** @type {Kind[]} */ ([...part.querySelectorAll(selector)]);

/** A text of an address; as it stands where it was cut within a character. @param {string} text */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a box holds something else than the build wrote. @param {Box} box */
const changed = (box) => box instanceof HTMLSelectElement
  ? box.selectedIndex !== Math.max(0, [...box.options].findIndex(({ defaultSelected }) => defaultSelected))
  : box.value !== box.defaultValue;

/**
 * An element whose HTML the build wrote: `live()` brings it to life each time it enters a
 * page. What was typed before the script came counts as typed then.
 */
export class Live extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    const typed = /** @type {Box[]} */ (all(this, "input, select, textarea")).filter(changed);
    const before = typed.map(({ value }) => value);
    this.#gone = new AbortController();
    this.live(this.#gone.signal);
    for (const [n, box] of typed.entries()) if (box.value === before[n]) this.#heard(box);
  }

  /** @param {Box} box */
  #heard(box) {
    box.dispatchEvent(new Event("input", { bubbles: true }));
    const left = box instanceof HTMLSelectElement || box !== document.activeElement;
    if (left) box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {AbortSignal} _gone Ends with the element's stay: for all that listens outside it. */
  live(_gone) {}

  /** @template {Element} [Kind=HTMLElement] @param {string} selector @returns {Kind} */
  one(selector) {
    return one(this, selector);
  }
}
