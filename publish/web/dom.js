// The few words that every script says to the page.

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

/** An element whose HTML the build wrote: `live()` brings it to life each time it enters a page. */
export class Live extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    this.live(this.#gone.signal);
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
