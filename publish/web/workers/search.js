// The search worker: it answers Material's dialog, in a worker or (opened from a
// folder) in the hidden frame of iframe-worker.
/**
 * @typedef {{location: string, title: string, text: string, terms: string[],
 *   synonyms: string[]}} Entry
 * @typedef {Entry & {shown: Entry}} Place  What is searched: small letters only.
 * @typedef {Place & {parts: Place[]}} Sheet  A page and its sections.
 * @typedef {{location: string, title: string, text: string, score: number,
 *   terms: Record<string, boolean>}} Item
 * @typedef {{text: string, weight: number}} Piece
 */

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
/** What a piece is worth in the title, in other words for it, in a heading, in text. */
const WORTH = [8, 8, 3, 1];
/** Half of the most a piece can add is reached here, so that titles decide. */
const HALF = 20;
/** One character says little; two that are no word may be neighbours by chance. */
const CHARACTER = 0.3, NEIGHBOURS = 0.2;
const LONGEST_QUERY = 60, LONGEST_WORD = 8, PAGES = 20, PARTS = 3, SNIPPET = 80;
/** Pages with less than this part of the best score are left out. */
const WORTH_SHOWING = 0.15;
/** Words of asking, which tell nothing about the page wanted. */
const ASKING = new RegExp(
  "为什么|为啥|怎么办|怎么样|怎样|怎么|如何|什么|是不是|有没有|能不能|可不可以|" +
  "会不会|要不要|可以|请问|应该|[了吗呢吧啊呀的么我你他]", "g");

/** @type {Sheet[]} */
let sheets = [];
/** @type {Set<string>} */
let words = new Set();

/** @param {Entry} shown @returns {Place} */
function place(shown) {
  return { ...JSON.parse(JSON.stringify(shown).toLowerCase()), shown };
}

/** @param {{config: {words: string[]}, docs: Entry[]}} index */
function setup({ config, docs }) {
  words = new Set(config.words);
  sheets = [];
  for (const entry of docs) {
    if (entry.location.includes("#")) sheets[sheets.length - 1].parts.push(place(entry));
    else sheets.push({ ...place(entry), parts: [] });
  }
}

/** The query in the letters of the index: half-width and small.
 * @param {string} query */
function plain(query) {
  return query.slice(0, LONGEST_QUERY).toLowerCase().replace(/[\uff01-\uff5e]/g,
    (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** The query's words, and its characters one by one and in twos.
 * @param {string} query @returns {Map<string, number>} the worth of each */
function pieces(query) {
  const found = new Map();
  for (const run of query.replace(ASKING, " ").match(/[\p{L}\p{N}.]+/gu) ?? []) {
    const units = run.match(/[a-z0-9.]+|./gu) ?? [];
    units.forEach((unit, at) => {
      found.set(unit, /[a-z0-9]/.test(unit) ? 1 : CHARACTER);
      for (let size = 2; size <= LONGEST_WORD && at + size <= units.length; size++) {
        const piece = units.slice(at, at + size).join("");
        if (words.has(piece)) found.set(piece, 1);
        else if (size === 2) found.set(piece, NEIGHBOURS);
      }
    });
  }
  return found;
}

/** What a place says of itself, the weightiest first (see WORTH).
 * @param {Sheet} sheet @param {Place} part */
function fields(sheet, part) {
  return [sheet.title, [...sheet.terms, ...sheet.synonyms].join("\n"),
    part === sheet ? "" : [part.title, ...part.terms, ...part.synonyms].join("\n"),
    part.text];
}

/** Pieces that occur, each worth more the fewer pages have it.
 * @param {string} query @returns {Piece[]} */
function weighed(query) {
  return [...pieces(query)].flatMap(([text, worth]) => {
    const pages = sheets.filter((sheet) => [sheet, ...sheet.parts].some((part) =>
      fields(sheet, part).some((field) => field.includes(text)))).length;
    const rare = 0.3 + Math.log((sheets.length + 1) / (pages + 0.5));
    return pages ? [{ text, weight: worth * rare }] : [];
  });
}

/** @param {string} text @param {string} piece */
function count(text, piece) {
  return text.split(piece).length - 1;
}

/** @param {Sheet} sheet @param {Place} part @param {Piece[]} wanted */
function score(sheet, part, wanted) {
  const searched = fields(sheet, part);
  const long = 0.5 + part.text.length / 600;
  return wanted.reduce((sum, { text, weight }) => {
    const found = searched.reduce((n, field, i) =>
      n + WORTH[i] * count(field, text) / (i < 3 ? 1 : long), 0);
    return sum + weight * found / (found + HALF);
  }, 0);
}

/** What goes before any score: the query names the page, or an entry in it.
 * @param {Sheet} sheet @param {string} query */
function named({ title, terms, synonyms, parts }, query) {
  const bare = (/** @type {string} */ text) => text.replace(/[^\p{L}\p{N}]/gu, "");
  const whole = bare(query);
  const is = (/** @type {string} */ text) => bare(text) === whole;
  if (!whole) return 0;
  if (is(title)) return 5;
  if (terms.some(is)) return 4;
  if (bare(title).includes(whole) || synonyms.some(is)) return 3;
  if (parts.some((part) => part.terms.some(is))) return 2;
  return parts.some((part) => is(part.title)) ? 1 : 0;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

/** @param {string} text @param {Piece[]} wanted */
function marked(text, wanted) {
  const hits = wanted.map((piece) => piece.text).filter((piece) => piece.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((piece) => piece.replace(/\./g, "\\."));
  if (!hits.length) return escaped(text);
  return text.split(new RegExp(`((?:${hits.join("|")})+)`, "i"))
    .map((part, i) => i % 2 ? `<mark>${escaped(part)}</mark>` : escaped(part)).join("");
}

/** Where the stretch of a text with most of the query in it begins.
 * @param {string} lower @param {Piece[]} wanted */
function telling(lower, wanted) {
  let best = 0, most = 0;
  for (let at = 0; at < lower.length; at += SNIPPET / 4) {
    const window = lower.slice(at, at + SNIPPET);
    const worth = wanted.reduce((n, p) => n + (window.includes(p.text) ? p.weight : 0), 0);
    if (worth > most) [best, most] = [at, worth];
  }
  return best;
}

/** @param {string} text @param {number} start @param {Piece[]} wanted */
function snippet(text, start, wanted) {
  const end = start + SNIPPET;
  return (start ? "…" : "") + marked(text.slice(start, end), wanted)
    + (end < text.length ? "…" : "");
}

/** A page shows its description, a section the stretch that answers.
 * @param {Place} place @param {number} score @param {Piece[]} wanted @returns {Item} */
function item(place, score, wanted) {
  const { location, title, text } = place.shown;
  const start = "parts" in place ? 0 : telling(place.text, wanted);
  return {
    location, title: marked(title, wanted), text: snippet(text, start, wanted),
    score, terms: {},
  };
}

/** @param {Sheet} sheet @param {string} query @param {Piece[]} wanted */
function found(sheet, query, wanted) {
  const parts = sheet.parts
    .map((part) => ({ part, value: score(sheet, part, wanted) }))
    .sort((a, b) => b.value - a.value);
  const own = score(sheet, sheet, wanted);
  const value = Math.max(own, parts[0]?.value ?? 0);
  return { sheet, parts, own, value, named: named(sheet, query) };
}

/** @param {string} asked @returns {Item[][]} */
function search(asked) {
  const query = plain(asked), wanted = weighed(query);
  const all = sheets.map((sheet) => found(sheet, query, wanted));
  const best = Math.max(0, ...all.map(({ value }) => value));
  return all.filter(({ named, value }) => named || value > best * WORTH_SHOWING)
    .sort((a, b) => b.named - a.named || b.value - a.value)
    .slice(0, PAGES)
    .map(({ sheet, parts, own, value }) => [
      item(sheet, value, wanted),
      ...parts.filter((p) => p.value > own).slice(0, PARTS)
        .map((p) => item(p.part, p.value, wanted)),
    ]);
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    setup(data);
    postMessage({ type: READY });
  } else if (type === QUERY) {
    postMessage({ type: RESULT, data: { items: search(data) } });
  }
});
