// Which pages answer best, and which of their parts.

import { rarity } from "./book.js";

/**
 * @typedef {import("./book.js").Book} Book
 * @typedef {import("./book.js").Part} Part
 * @typedef {import("./tokens.js").Weights} Weights
 * @typedef {{page: number, named: number, score: number, parts: {part: Part, value: number}[]}} Found
 */

/** A page is worth its best line, somewhat all its lines together, and its best text. */
const POOL = 1.2, TEXT = 0.35;
/** How much a line that says other things besides is worth less. */
const TIGHT = 0.3;
/** A token nobody uses still shows that the query is about something else. */
const UNKNOWN = 0.5;
/** A text of so many characters is worth a quarter less for being long. */
const LONG = 500, LENGTH = 0.3;

/** @param {Book} book @param {string} query @param {Weights} wanted @returns {Found[]} best first */
export function ranked(book, query, wanted) {
  const named = book.named(query);
  const lines = byLines(book, wanted), texts = byTexts(book, wanted);
  return book.pages.map((parts, page) => {
    const valued = parts.map((part) => ({ part, value: lines.parts[part.at] + TEXT * texts[part.at] }));
    const best = Math.max(...parts.map((part) => lines.parts[part.at]));
    const text = Math.max(...parts.map((part) => texts[part.at]));
    const score = best + POOL * lines.pool[page] + TEXT * text;
    return { page, named: named.get(page) ?? 0, score, parts: valued };
  }).sort((a, b) => b.named - a.named || b.score - a.score);
}

/** @param {Book} book @param {Weights} wanted */
function byLines(book, wanted) {
  const matched = new Float64Array(book.lines.length), fitting = new Float64Array(book.lines.length);
  const pool = new Float64Array(book.pages.length), parts = new Float64Array(book.parts.length);
  let all = 0;
  for (const [token, tells] of wanted) {
    const at = book.said.at(token), weight = book.weight(token, tells);
    all += weight * (at.length ? 1 : UNKNOWN);
    const said = new Map();
    for (const n of at) {
      const line = book.lines[n], whole = /^[~^]/.test(token) ? line.heard : line.seen;
      matched[n] += weight;
      fitting[n] += weight / whole;
      said.set(line.part.page, (said.get(line.part.page) ?? 0) + line.worth);
    }
    for (const [page, times] of said) pool[page] += weight * times / (times + 1);
  }
  book.lines.forEach(({ part, worth }, n) => {
    const value = worth * matched[n] / all * Math.min(1, fitting[n]) ** TIGHT;
    if (value > parts[part.at]) parts[part.at] = value;
  });
  return { parts, pool: pool.map((value) => value / (all || 1)) };
}

/** @param {Book} book @param {Weights} wanted */
function byTexts(book, wanted) {
  const found = new Float64Array(book.parts.length);
  let all = 0;
  for (const [token, tells] of wanted) {
    if (token.length < 2 || /^[@~^]/.test(token)) continue;
    const having = book.parts.filter(({ told }) => told.includes(token));
    const weight = tells * rarity(new Set(having.map(({ page }) => page)).size, book.pages.length);
    all += weight;
    for (const { at } of having) found[at] += weight;
  }
  return found.map((value, at) =>
    value / (all || 1) / (1 + book.parts[at].told.length / LONG) ** LENGTH);
}
