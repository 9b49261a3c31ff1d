// How what is typed may be meant: traditional characters, pinyin whole or by first
// letters, slips of the keyboard. No list of words: sounds are compared with sounds.

/**
 * @typedef {object} SpellingData
 * @property {Record<string, string>} readings  Syllable → the characters read so.
 * @property {[string, string]} written  Characters, and beside each the one that is meant.
 */

/** The price of a syllable, of a pair that no line has, of a slip, of a letter left out. */
const SYLLABLE = 1, UNHEARD = 0.6, SLIP = 1.5, LEFT_OUT = 1.8;
/** Letters that cost more each, besides the syllables they make, are no pinyin. */
const ODD = 0.4;
const BEAM = 12, LONGEST_SYLLABLE = 6;

export class Spelling {
  /** @type {Map<string, string[]>} */
  sounds = new Map();
  /** @type {Map<string, Set<string>>} Syllables by what is left of them without a letter. */
  near = new Map();

  /** @param {SpellingData} data */
  constructor({ readings, written: [other, meant] }) {
    this.syllables = new Set(Object.keys(readings));
    for (const [syllable, characters] of Object.entries(readings)) {
      for (const character of characters) add(this.sounds, character, syllable);
      for (const shorter of without(syllable)) {
        this.near.set(shorter, (this.near.get(shorter) ?? new Set()).add(syllable));
      }
    }
    const pairs = [...other].map((character, at) => /** @type {const} */ ([character, [...meant][at]]));
    this.meant = new Map(pairs);
  }

  /** Small, half-width, simplified. @param {string} text */
  plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/['’]/g, "")
      .replace(/[\u4e00-\u9fff]/g, (character) => this.meant.get(character) ?? character);
  }

  /** Letters as syllables, the likeliest way; nothing if they are none.
   * @param {string} letters @param {(pair: string) => boolean} heard
   * @param {boolean} slips Whether letters may be wrong. */
  read(letters, heard, slips) {
    /** @typedef {{cost: number, path: string[]}} Way */
    /** @type {Way[][]} */
    const ways = Array.from({ length: letters.length + 1 }, () => []);
    ways[0] = [{ cost: 0, path: [] }];
    for (let at = 0; at < letters.length; at++) {
      const best = ways[at].sort((a, b) => a.cost - b.cost).slice(0, BEAM);
      for (let size = 1; size <= LONGEST_SYLLABLE && at + size <= letters.length; size++) {
        const piece = letters.slice(at, at + size);
        for (const [syllable, price] of this.candidates(piece, slips)) {
          for (const { cost, path } of best) {
            const known = path.length === 0 || heard(`${path[path.length - 1]} ${syllable}`);
            const more = SYLLABLE + price + (known ? 0 : UNHEARD);
            ways[at + size].push({ cost: cost + more, path: [...path, syllable] });
          }
        }
      }
      if (slips) ways[at + 1].push(...best.map(({ cost, path }) => ({ cost: cost + LEFT_OUT, path })));
    }
    const [best] = ways[letters.length].sort((a, b) => a.cost - b.cost);
    const odd = best && best.cost - SYLLABLE * best.path.length > ODD * letters.length;
    return odd || !best ? [] : best.path;
  }

  /** @param {string} piece @param {boolean} slips @returns {Iterable<[string, number]>} */
  candidates(piece, slips) {
    const exact = this.syllables.has(piece);
    /** @type {Map<string, number>} */
    const found = new Map(exact ? [[piece, 0]] : []);
    if (!slips || piece.length < 2) return found;
    for (const shorter of without(piece)) {
      for (const syllable of this.near.get(shorter) ?? []) {
        if (!found.has(syllable)) found.set(syllable, SLIP);
      }
    }
    return found;
  }
}

/** The text itself, and it without one of its letters. @param {string} text */
function without(text) {
  return [text, ...[...text].map((_, at) => text.slice(0, at) + text.slice(at + 1))];
}

/** @param {Map<string, string[]>} lists @param {string} key @param {string} value */
function add(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
