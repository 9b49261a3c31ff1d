// A query in, pages out: each with the parts of it that answer.
import { Book } from "./book.js";
import { offers } from "./offers.js";
import { plain, wanted } from "./query.js";
import { ranked } from "./ranking.js";
import { Shown } from "./results.js";

/**
 * @typedef {import("./results.js").Item} Item
 * @typedef {import("./ranking.js").Found} Found
 */

/** FOUND: pages that answer. NEAREST: none does; these come near, and say whom to ask.
 * URGENT: nothing was asked yet. */
export const FOUND = "found", NEAREST = "nearest", URGENT = "urgent";

/** @typedef {{items: Item[][], kind: string}} Answer */

const PAGES = 12, PARTS = 2, NEAR = 3;
/** Pages with less than this part of the best score are left out. */
const WORTH_SHOWING = 0.15;
/** Parts with less than this of the best part, or of their page, are left out. */
const BESIDE = 0.5, OF_PAGE = 0.1;
/** A best score below this is chance. */
const FAINT = 0.2;

/** @param {Book} book @param {string} asked @returns {Answer} */
export function answered(book, asked) {
  const query = plain(book, asked), wants = wanted(book, query), shown = new Shown(book, wants);
  const all = ranked(book, query, wants), best = Math.max(...all.map(({ score }) => score));
  const offered = all[0].named ? [] : offers(book, query, all);
  if (!all[0].named && !offered.length) {
    if (!wants.size) return { kind: URGENT, items: pointers(book, book.config.urgent) };
    if (best < FAINT) return { kind: NEAREST, items: nearest(book, shown, all) };
  }
  const filled = new Set(offered.map(({ page }) => page));
  const rest = all.filter(({ page, named, score }) =>
    !filled.has(page) && (named || score > best * WORTH_SHOWING));
  return {
    kind: FOUND,
    items: [
      ...offered.map(({ item }) => [item]),
      ...rest.slice(0, PAGES - offered.length).map((found) => items(book, shown, found)),
    ],
  };
}

/** @param {Book} book @param {Shown} shown @param {Found[]} all */
function nearest(book, shown, all) {
  const near = all.filter(({ score }) => score > 0).map((found) => items(book, shown, found));
  const { urgent, help } = book.config;
  return [...near, ...pointers(book, urgent)].slice(0, NEAR).concat(pointers(book, help));
}

/** Questions that a writer chose, each with the page it leads to.
 * @param {Book} book @param {Record<string, string>} chosen @returns {Item[][]} */
function pointers({ parts }, chosen) {
  return Object.entries(chosen).map(([title, location]) => {
    const text = parts.find((part) => part.location === location)?.title ?? "";
    return [{ location, title, text, score: 0, terms: {} }];
  });
}

/** A page, and the parts of it that answer.
 * @param {Book} book @param {Shown} shown @param {Found} found @returns {Item[]} */
function items(book, shown, { page, score, parts: [, ...parts] }) {
  const least = Math.max(OF_PAGE * score, ...parts.map(({ value }) => BESIDE * value));
  return [
    shown.item(book.pages[page][0], score, true),
    ...parts.filter(({ value }) => value >= least).sort((a, b) => b.value - a.value)
      .slice(0, PARTS).map(({ part }) => shown.item(part, score, false)),
  ];
}
