// What a text is compared by: its words, neighbours and characters, everyday words that
// mean the same, and how it sounds. Marks: @ a meaning, ~ sounds, ^ first letters.
import { Spelling } from "./spelling.js";

/**
 * @typedef {import("./spelling.js").SpellingData & {words: string[], same: string[][]}} Language
 * @typedef {Map<string, number>} Weights  Tokens, each with what it tells.
 */

/** One character says little; two that are no word may be neighbours by chance. */
export const WORD = 1, MEANING = 1.1, PAIR = 0.6, LOOSE = 0.4, CHARACTER = 0.15;
const LONGEST_WORD = 8, LONGEST_INITIALS = 4;
/** Characters that go with any other, so that such a pair tells less. */
const LINKS = /[说要有没能会想不是在就都也再又给让把被到去来好多上下里个还和跟对从这那些]/;
/** Words of asking, which tell nothing about the page wanted. */
const ASKING = new RegExp(
  "为什么|为啥|怎么办|怎么样|怎样|怎么|如何|什么|是不是|有没有|能不能|可不可以|" +
  "会不会|要不要|可以|请问|应该|[了吗呢吧啊呀的么我你他]", "g");

export class Tokens {
  /** @param {Language} language */
  constructor({ words, same, ...spelling }) {
    this.spelling = new Spelling(spelling);
    this.words = new Set(words);
    /** @type {Map<string, string[]>} */
    this.meanings = new Map();
    /** @type {Map<string, string>} Everyday word → the first of its group, the book's own. */
    this.own = new Map();
    same.forEach((group, at) => group.forEach((word) => {
      const plain = this.spelling.plain(word);
      this.meanings.set(plain, [...this.meanings.get(plain) ?? [], `@${at}`]);
      if (!this.own.has(plain)) this.own.set(plain, group[0]);
    }));
    /** @type {Map<string, string[]>} By the first two characters, the longest first. */
    this.starts = new Map();
    for (const word of [...this.meanings.keys()].sort((a, b) => b.length - a.length)) {
      const start = word.slice(0, 2);
      this.starts.set(start, [...this.starts.get(start) ?? [], word]);
    }
  }

  /** The everyday words in a text, where each begins; Latin ones only if they stand alone.
   * @param {string} plain @returns {[number, string][]} */
  everyday(plain) {
    /** @type {[number, string][]} */
    const found = [];
    for (let at = 0; at + 1 < plain.length; at++) {
      const listed = this.starts.get(plain.slice(at, at + 2));
      const word = listed?.find((each) => plain.startsWith(each, at) && alone(plain, at, each));
      if (!word) continue;
      found.push([at, word]);
      at += word.length - 1;
    }
    return found;
  }

  /** How a text reads. @param {string} plain @returns {Weights} */
  seen(plain) {
    /** @type {Weights} */
    const found = new Map();
    for (const [, word] of this.everyday(plain)) {
      for (const meaning of this.meanings.get(word) ?? []) found.set(meaning, MEANING);
    }
    for (const run of plain.match(/[a-z0-9.%]+/g) ?? []) found.set(run, WORD);
    for (const run of chinese(plain)) this.cut(run, found);
    return found;
  }

  /** @param {string} run @param {Weights} found */
  cut(run, found) {
    for (let at = 0; at < run.length; at++) {
      found.set(run[at], CHARACTER);
      const pair = run.slice(at, at + 2);
      if (pair.length === 2) found.set(pair, this.words.has(pair) ? WORD : LINKS.test(pair) ? LOOSE : PAIR);
      for (let size = 3; size <= LONGEST_WORD && at + size <= run.length; size++) {
        const piece = run.slice(at, at + size);
        if (this.words.has(piece)) found.set(piece, WORD);
      }
    }
  }

  /** How a text sounds. @param {string} plain @returns {Weights} */
  heard(plain) {
    /** @type {Weights} */
    const found = new Map();
    for (const run of plain.match(/\p{Script=Han}+/gu) ?? []) {
      const sounds = [...run].map((character) => this.spelling.sounds.get(character) ?? []);
      sounds.forEach((here, at) => {
        for (const sound of here) found.set(`~${sound}`, CHARACTER);
        for (const pair of pairs(here, sounds[at + 1] ?? [])) found.set(`~${pair}`, PAIR);
        for (let size = 2; size <= LONGEST_INITIALS && at + size <= sounds.length; size++) {
          for (const letters of initials(sounds.slice(at, at + size))) found.set(`^${letters}`, PAIR);
        }
      });
    }
    return found;
  }

  /** How two characters may sound together. @param {string} two */
  together(two) {
    const [first, second] = [...two].map((character) => this.spelling.sounds.get(character) ?? []);
    return pairs(first, second ?? []);
  }
}

/** What a text says in Chinese, apart from asking. @param {string} plain */
export function chinese(plain) {
  return plain.replace(ASKING, " ").match(/\p{Script=Han}+/gu) ?? [];
}

/** @param {string} plain @param {number} at @param {string} word */
function alone(plain, at, word) {
  return !/^[a-z]/.test(word)
    || !/[a-z]/.test((plain[at - 1] ?? "") + (plain[at + word.length] ?? ""));
}

/** @param {string[]} first @param {string[]} second */
function pairs(first, second) {
  return first.flatMap((sound) => second.map((next) => `${sound} ${next}`));
}

/** @param {string[][]} sounds @returns {string[]} */
function initials(sounds) {
  return sounds.reduce((/** @type {string[]} */ starts, here) => {
    const letters = [...new Set(here.map((sound) => sound[0]))];
    return starts.flatMap((start) => letters.map((letter) => start + letter));
  }, [""]);
}
