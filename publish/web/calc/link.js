// A link that keeps its word: after the # every answer, so that rates are pinned, and
// the figure they gave. What stands after the # never reaches a server.
//
//   #late-fee~overdue_amount=5000.00~due_date=2026-10-10~…~answer=17.50%20元
//   #monthly-load~orders=name,amount,…;手机,4999.00,…~answer=2026-12-10

/** @import { Answers } from "./questions.js" */
/** @import { Row } from "./rows.js" */

export const LONGEST = 8000;
/** Holds the figure; no field has this name. */
const ANSWER = "answer";

/** Also what parts fields, which encodeURIComponent lets through. @param {string} text */
const escaped = (text) => encodeURIComponent(text).replaceAll("~", "%7E");

/** @param {string | Row[]} given */
function packed(given) {
  if (typeof given === "string") return escaped(given);
  const lines = [Object.keys(given[0] ?? {}), ...given.map((row) => Object.values(row))];
  return lines.map((cells) => cells.map(escaped).join()).join(";");
}

/** The fragment of what a form holds. @param {string} calculator @param {Answers} answers @param {string} figure */
export function written(calculator, answers, figure) {
  const given = Object.entries({ ...answers, [ANSWER]: figure });
  const fields = given.filter(([name]) => name !== "preset").map(([name, texts]) => `${name}=${packed(texts)}`);
  return `#${[calculator, ...fields].join("~")}`;
}

/** Whether the fragment is a link to this calculator. @param {string} fragment @param {string} calculator */
export const leadsTo = (fragment, calculator) => fragment.startsWith(`#${calculator}~`);

/**
 * The answers and the figure in a fragment.
 * @param {string} fragment
 * @param {(name: string) => boolean} hasRows Whether a field is a table.
 * @returns {{answers: Answers, then: string}}
 * @throws {URIError}
 */
export function read(fragment, hasRows) {
  /** @type {Map<string, string | Row[]>} */
  const answers = new Map();
  for (const field of fragment.split("~").slice(1)) {
    const [name, ...rest] = field.split("=");
    const text = rest.join("=");
    answers.set(name, hasRows(name) ? unpacked(text) : decodeURIComponent(text));
  }
  const then = String(answers.get(ANSWER) ?? "");
  answers.delete(ANSWER);
  return { answers: Object.fromEntries(answers), then };
}

/** @param {string} text @returns {Row[]} */
function unpacked(text) {
  const [names, ...lines] = text.split(";").map((line) => line.split(",").map(decodeURIComponent));
  return lines.map((cells) => Object.fromEntries(cells.map((cell, n) => [names[n], cell])));
}
