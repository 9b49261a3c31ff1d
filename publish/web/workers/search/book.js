// What there is to find: the pages, their parts, and each short line that names one.
import { Tokens } from "./tokens.js";

/**
 * @typedef {{location: string, title: string, text: string, terms: string[],
 *   synonyms: string[], asked: string[]}} Entry
 * @typedef {Entry & {at: number, page: number, told: string}} Part  The page itself is its first part.
 * @typedef {{text: string, part: Part, worth: number, seen: number, heard: number}} Line
 * @typedef {{name: string, location: string, takes: Record<string, {field: string, label: string}>}} Form
 * @typedef {{urgent: Record<string, string>, help: Record<string, string>, forms: Form[]}} Lists
 * @typedef {import("./tokens.js").Language & Lists} Config
 * @typedef {import("./tokens.js").Weights} Weights
 */

/** What is said of a page counts whole, what is said within it less. */
const WORTH = { title: 1, terms: 1, asked: 1, synonyms: 0.7, heading: 0.5, entry: 0.5 };
/** What an exact line is worth before anything else: see `named`. */
export const TITLE = 5, TERM = 4, IN_TITLE = 3, ENTRY = 2, HEADING = 1;

/** Which lines have a token, and how many pages. */
class Postings {
  /** @type {Map<string, {pages: number, last: number, at: number[]}>} */
  lists = new Map();

  /** @param {string} token @param {number} at @param {number} page */
  add(token, at, page) {
    let list = this.lists.get(token);
    if (!list) this.lists.set(token, list = { pages: 0, last: -1, at: [] });
    list.at.push(at);
    if (list.last !== page) list.pages++;
    list.last = page;
  }

  /** @param {string} token */
  at(token) {
    return this.lists.get(token)?.at ?? [];
  }

  /** How many pages have it. @param {string} token */
  pages(token) {
    return this.lists.get(token)?.pages ?? 0;
  }
}

export class Book {
  /** @type {Part[][]} */
  pages = [];
  /** @type {Part[]} */
  parts = [];
  /** @type {Line[]} */
  lines = [];
  said = new Postings();
  /** @type {Map<string, [number, number][]>} Bare line → pages, and what naming them so is worth. */
  names = new Map();

  /** @param {{config: Config, docs: Entry[]}} index */
  constructor({ config, docs }) {
    this.config = config;
    this.tokens = new Tokens(config);
    /** @type {[Weights, Weights][]} */
    const weights = docs.flatMap((entry) => this.take(entry));
    weights.forEach(([seen, heard], at) => {
      this.lines[at].seen = this.sum(seen);
      this.lines[at].heard = this.sum(heard, "~");
    });
  }

  /** @param {Entry} entry */
  take(entry) {
    const own = !entry.location.includes("#");
    if (own) this.pages.push([]);
    const page = this.pages.length - 1;
    const part = { ...entry, at: this.parts.length, page, told: entry.text.toLowerCase() };
    this.parts.push(part);
    this.pages[page].push(part);
    const { title, terms, asked, synonyms } = entry;
    return [
      this.line(part, title, own ? WORTH.title : WORTH.heading, own ? TITLE : HEADING),
      ...terms.map((text) => this.line(part, text, own ? WORTH.terms : WORTH.entry, own ? TERM : ENTRY)),
      ...asked.map((text) => this.line(part, text, WORTH.asked, own ? TERM : ENTRY)),
      ...synonyms.map((text) => this.line(part, text, WORTH.synonyms, own ? IN_TITLE : 0)),
    ];
  }

  /** @param {Part} part @param {string} text @param {number} worth @param {number} rank
   * @returns {[Weights, Weights]} */
  line(part, text, worth, rank) {
    const plain = this.tokens.spelling.plain(text), { page } = part;
    const at = this.lines.push({ text, part, worth, seen: 0, heard: 0 }) - 1;
    const seen = this.tokens.seen(plain), heard = this.tokens.heard(plain);
    for (const token of [...seen.keys(), ...heard.keys()]) this.said.add(token, at, page);
    const name = bare(plain);
    if (rank) this.names.set(name, [...this.names.get(name) ?? [], [page, rank]]);
    return [seen, heard];
  }

  /** What tokens weigh in the short lines. @param {string} token @param {number} tells */
  weight(token, tells) {
    return tells * rarity(this.said.pages(token), this.pages.length);
  }

  /** @param {Weights} weights @param {string} [mark] */
  sum(weights, mark = "") {
    let sum = 0;
    for (const [token, tells] of weights) if (token.startsWith(mark)) sum += this.weight(token, tells);
    return sum;
  }

  /** The pages that a query names, and how surely.
   * @param {string} plain @returns {Map<number, number>} */
  named(plain) {
    const name = bare(plain);
    /** @type {Map<number, number>} */
    const found = new Map();
    if (name.length < 2) return found;
    const better = (/** @type {number} */ page, /** @type {number} */ rank) =>
      found.set(page, Math.max(rank, found.get(page) ?? 0));
    for (const [page, rank] of this.names.get(name) ?? []) better(page, rank);
    this.pages.forEach(([{ title }], page) => {
      if (bare(this.tokens.spelling.plain(title)).includes(name)) better(page, IN_TITLE);
    });
    return found;
  }
}

/** The fewer pages have a token, the more it tells. @param {number} having @param {number} pages */
export function rarity(having, pages) {
  return 0.2 + Math.log((pages + 1) / (having + 0.5));
}

/** @param {string} text */
function bare(text) {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
