// What is shown of an answer: titles and stretches of text, with marks where it answers.

/**
 * @typedef {import("./book.js").Book} Book
 * @typedef {import("./book.js").Part} Part
 * @typedef {import("./tokens.js").Weights} Weights
 * @typedef {{location: string, title: string, text: string, score: number,
 *   terms: Record<string, boolean>}} Item
 */

const SNIPPET = 80;

export class Shown {
  /** @param {Book} book @param {Weights} wanted */
  constructor(book, wanted) {
    this.tokens = book.tokens;
    this.wanted = wanted;
    this.pieces = [...wanted.keys()].filter((token) => token.length > 1 && !/^[@~^]/.test(token));
    this.sounds = [...wanted.keys()].some((token) => /^~.* /.test(token));
  }

  /** A page shows its description, a section the stretch that answers.
   * @param {Part} part @param {number} score @param {boolean} whole @returns {Item} */
  item({ location, title, text }, score, whole) {
    return {
      location, score, terms: {},
      title: this.marked(title),
      text: this.snippet(text, whole ? 0 : this.telling(text)),
    };
  }

  /** Which characters answer the query. @param {string} text */
  hits(text) {
    const lower = text.toLowerCase();
    const hits = new Uint8Array(text.length);
    for (const piece of this.pieces) {
      for (let at = lower.indexOf(piece); at >= 0; at = lower.indexOf(piece, at + 1)) {
        hits.fill(1, at, at + piece.length);
      }
    }
    for (const [at, word] of this.tokens.everyday(lower)) {
      const meant = this.tokens.meanings.get(word)?.some((meaning) => this.wanted.has(meaning));
      if (meant) hits.fill(1, at, at + word.length);
    }
    for (let at = 0; this.sounds && at + 1 < text.length; at++) {
      const heard = this.tokens.together(text.slice(at, at + 2));
      if (heard.some((pair) => this.wanted.has(`~${pair}`))) hits.fill(1, at, at + 2);
    }
    return hits;
  }

  /** @param {string} text */
  marked(text) {
    const hits = this.hits(text);
    let html = "";
    for (let at = 0, end = 0; at < text.length; at = end) {
      while (end < text.length && hits[end] === hits[at]) end++;
      const piece = escaped(text.slice(at, end));
      html += hits[at] ? `<mark>${piece}</mark>` : piece;
    }
    return html;
  }

  /** Where the stretch of a text with most of the query in it begins. @param {string} text */
  telling(text) {
    const hits = this.hits(text);
    let best = 0, most = 0;
    for (let at = 0; at < text.length; at += SNIPPET / 4) {
      const worth = hits.subarray(at, at + SNIPPET).reduce((sum, hit) => sum + hit, 0);
      if (worth > most) [best, most] = [at, worth];
    }
    return best;
  }

  /** @param {string} text @param {number} start */
  snippet(text, start) {
    const end = start + SNIPPET;
    return (start ? "…" : "") + this.marked(text.slice(start, end)) + (end < text.length ? "…" : "");
  }
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
