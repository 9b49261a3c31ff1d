// What a reader wants, as tokens: what was typed, and what its sounds may stand for.
import { CHARACTER, PAIR, WORD, chinese } from "./tokens.js";

/**
 * @typedef {import("./book.js").Book} Book
 * @typedef {import("./tokens.js").Weights} Weights
 */

const LONGEST_QUERY = 60;
/** What two characters tell that only sound like two that a line has. */
const HOMOPHONE = 0.4;
/** What so many first letters tell. */
const INITIALS = [0, 0, 0.4, 0.8, 1.2];

/** The query in the book's letters, and with its own words for the everyday ones in Latin letters.
 * @param {Book} book @param {string} asked */
export function plain({ tokens }, asked) {
  const text = tokens.spelling.plain(asked.slice(0, LONGEST_QUERY));
  return tokens.everyday(text).filter(([, word]) => /[a-z]/.test(word)).reverse().reduce((rest, [at, word]) =>
    rest.slice(0, at) + (tokens.own.get(word) ?? word) + rest.slice(at + word.length), text);
}

/** @param {Book} book @param {string} query Already plain. @returns {Weights} */
export function wanted(book, query) {
  const { tokens, said } = book;
  const found = new Map([...tokens.seen(query)].filter(([token]) =>
    !/^[a-z]/.test(token) || said.lists.has(token)));
  for (const run of chinese(query)) {
    for (let at = 0; at + 1 < run.length; at++) misheard(book, run.slice(at, at + 2), found);
  }
  for (const [token, tells] of spelled(book, query)) found.set(token, tells);
  return found;
}

/** Two characters that stand together nowhere may be written for others that sound the same.
 * @param {Book} book @param {string} two @param {Weights} found */
function misheard({ tokens, said }, two, found) {
  if (said.lists.has(two)) return;
  for (const pair of tokens.together(two)) {
    if (said.lists.has(`~${pair}`)) found.set(`~${pair}`, HOMOPHONE);
  }
}

/** Letters that are no word: pinyin, first letters, or either with a slip.
 * @param {Book} book @param {string} query @returns {Weights} */
function spelled(book, query) {
  /** @type {Weights} */
  const found = new Map();
  /** @type {string[]} */
  let sounds = [];
  const speak = () => {
    sounds.forEach((sound, at) => {
      found.set(`~${sound}`, CHARACTER);
      if (at) found.set(`~${sounds[at - 1]} ${sound}`, PAIR);
    });
    sounds = [];
  };
  for (const chunk of query.match(/[a-z]+|[^a-z ]/g) ?? []) {
    if (!/[a-z]/.test(chunk)) speak();
    else if (!read(book, chunk, found)) sounds.push(...syllables(book, chunk));
  }
  speak();
  return found;
}

/** Whether letters are a word, of the book or of nobody, or first letters; then they are put in.
 * @param {Book} book @param {string} letters @param {Weights} found */
function read(book, letters, found) {
  const { said, tokens: { spelling } } = book;
  if (said.lists.has(letters) && !spelling.syllables.has(letters)) return found.set(letters, WORD);
  if (syllables(book, letters, false).length) return false;
  if (!said.lists.has(`^${letters.slice(0, 4)}`)) {
    return !syllables(book, letters).length && found.set(letters, WORD);
  }
  for (let at = 0; at < letters.length; at++) {
    for (let size = 2; size <= 4 && at + size <= letters.length; size++) {
      found.set(`^${letters.slice(at, at + size)}`, INITIALS[size]);
    }
  }
  return true;
}

/** @param {Book} book @param {string} letters @param {boolean} [slips] Whether some may be wrong. */
function syllables({ tokens: { spelling }, said }, letters, slips) {
  const heard = (/** @type {string} */ pair) => said.lists.has(`~${pair}`);
  const exact = spelling.read(letters, heard, false);
  return exact.length || slips === false ? exact : spelling.read(letters, heard, true);
}
