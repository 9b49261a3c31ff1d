// A link that keeps its word: after the # every answer, so that rates are pinned, then all
// figures they gave, then a check of the whole. What stands after the # never reaches a server.
//
//   #late-fee~overdue_amount=5000.00~…~figures=17.50%20元;7%20天~tables=0f3c…~check=5d41a0b2
//   #monthly-load~orders=name,amount,…;手机,4999.00,…~figures=…~check=…
//
// Chat apps append to a link, cut it, and encode or decode it. So what parts fields or cells is
// always escaped within them, the check is of what the link means and not of how it is
// written, and what follows the check is not looked at.

/** @import { Answers } from "./questions.js" */
/** @import { Row } from "./rows.js" */

/**
 * What became of a link: whole; of the time before links had a check; cut; or changed.
 * @typedef {"whole" | "older" | "cut" | "changed"} State
 * @typedef {{state: State, answers: Answers, figures: string[], tables: string}} Link
 */

export const LONGEST = 8000;
/** No question has one of these names. */
const FIGURES = "figures", TABLES = "tables", OLDER = "answer";
const PARTS = /(?:~|%7E)(?=\w+=)/i;
const CHECK = /(?:~|%7E)check=([0-9a-f]{8})/i;

/** Also what encodeURIComponent lets through and links end at. @param {string} text */
const escaped = (text) =>
  encodeURIComponent(text).replace(/[~!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Alone in its field a text keeps its commas. @param {unknown} text */
const alone = (text) => escaped(String(text)).replaceAll("%2C", ",");

/** @param {string | string[] | Row[]} given */
function packed(given) {
  if (typeof given === "string") return alone(given);
  const [first] = given;
  if (typeof first === "string") return given.map(alone).join(";");
  const lines = [Object.keys(first ?? {}), ...given.map((row) => Object.values(row))];
  return lines.map((cells) => cells.map(escaped).join()).join(";");
}

/** @param {string} text */
const cells = (text) => text.split(";").map((line) => line.split(",").map(decodeURIComponent));

/** Eight hex digits that stand for a text (FNV-1a, 32 bits). @param {string} text */
export function sum(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** @param {string} text @throws {URIError} */
const check = (text) => sum(JSON.stringify(text.split(PARTS).map(cells)));

/**
 * The fragment of what a form holds.
 * @param {string} calculator
 * @param {Answers} answers
 * @param {string[]} [figures]
 * @param {string} [tables] The sum of the figures in tables.
 */
export function written(calculator, answers, figures = [], tables = "") {
  const given = Object.entries({ ...answers, [FIGURES]: figures, [TABLES]: tables })
    .filter(([name, value]) => name !== "preset" && !([FIGURES, TABLES].includes(name) && !value.length));
  const text = [calculator, ...given.map(([name, value]) => `${name}=${packed(value)}`)].join("~");
  return `#${text}~check=${check(text)}`;
}

/** Whether the fragment is a link to this calculator. @param {string} fragment @param {string} calculator */
export const leadsTo = (fragment, calculator) =>
  [`#${calculator}~`, `#${calculator}%7e`].some((start) => fragment.toLowerCase().startsWith(start));

/**
 * What a fragment says, also where all of it was encoded once more.
 * @param {string} fragment
 * @param {(name: string) => boolean} hasRows Whether a question is a table.
 * @returns {Link}
 */
export function read(fragment, hasRows) {
  const plain = reading(fragment.slice(1), hasRows);
  if (plain.state !== "cut" || !fragment.includes("%25") && !/%3D/i.test(fragment)) return plain;
  try {
    const again = reading(decodeURIComponent(fragment.slice(1)), hasRows);
    return again.state === "whole" ? again : plain;
  } catch {
    return plain;
  }
}

/** @param {string} text @param {(name: string) => boolean} hasRows @returns {Link} */
function reading(text, hasRows) {
  const end = CHECK.exec(text);
  /** @type {Link} */
  const link = { state: end ? "whole" : "cut", answers: {}, figures: [], tables: "" };
  const body = text.slice(0, end?.index);
  try {
    if (end && check(body) !== end[1].toLowerCase()) return { ...link, state: "changed" };
    const given = new Map(body.split(PARTS).slice(1).map((field) => {
      const [name, ...rest] = field.split("=");
      return [name, rest.join("=")];
    }));
    const take = (/** @type {string} */ name) => {
      const taken = given.get(name);
      given.delete(name);
      return taken;
    };
    const older = take(OLDER), figures = take(FIGURES) ?? older;
    if (!end && older) link.state = "older";
    if (figures) link.figures = cells(figures).map((line) => line.join());
    link.tables = take(TABLES) ?? "";
    link.answers = Object.fromEntries([...given].map(([name, value]) =>
      [name, hasRows(name) ? unpacked(value) : decodeURIComponent(value)]));
    return link;
  } catch (error) {
    if (error instanceof URIError) return { ...link, state: end ? "changed" : "cut" };
    throw error;
  }
}

/** @param {string} text @returns {Row[]} */
function unpacked(text) {
  const [names, ...lines] = cells(text);
  return lines.map((line) => Object.fromEntries(line.map((cell, n) => [names[n], cell])));
}
