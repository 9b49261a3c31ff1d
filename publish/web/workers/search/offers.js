// Calculators for the amounts in a query, filled in with them.
import { written } from "../../calc/link.js";
import { facts } from "./amounts.js";

/**
 * @typedef {import("./book.js").Book} Book
 * @typedef {import("./results.js").Item} Item
 * @typedef {import("./ranking.js").Found} Found
 */

const MOST = 4;
/** What a fact that a calculator takes counts for beside what the words say. */
const TAKEN = 0.5;

/** @param {Book} book @param {string} query @param {Found[]} all
 * @returns {{page: number, item: Item}[]} the likeliest first */
export function offers(book, query, all) {
  const told = new Map(Object.entries(facts(query, (text) => book.names.has(text))));
  const scores = new Map(all.map(({ page, score }) => [book.pages[page][0].location, { page, score }]));
  return book.config.forms.flatMap((form) => {
    const taken = Object.keys(form.takes).filter((fact) => told.has(fact));
    const found = scores.get(form.location);
    if (!found || taken.every((fact) => fact === "periods")) return [];
    const filled = item(book, form, taken.map((fact) => [fact, told.get(fact) ?? ""]));
    return [{ page: found.page, value: found.score + TAKEN * taken.length, item: filled }];
  }).sort((a, b) => b.value - a.value).slice(0, MOST);
}

/** @param {Book} book @param {import("./book.js").Form} form @param {[string, string][]} taken @returns {Item} */
function item({ parts }, { name, location, takes }, taken) {
  const filled = taken.map(([fact, text]) => [takes[fact].field, text]);
  const said = taken.map(([fact, text]) => `${takes[fact].label} ${text}`);
  return {
    location: location + written(name, Object.fromEntries(filled)),
    title: parts.find((part) => part.location === location)?.title ?? name,
    text: `替你填好：${said.join("，")}`,
    score: 0, terms: {},
  };
}
