// What comes next, chosen from the payments that Python worked out: no amounts are added here.

import { sum } from "../calc/link.js";

/** @import { Answers } from "../calc/questions.js" */
/** @import { Kept } from "./stored.js" */

/**
 * A payment as Python gave it; `order` is the row of its plan, from 1, `together` what its
 * day asks for in all, `left` what its plan asks for from it on.
 * @typedef {"due_date" | "name" | "order" | "period" | "periods" | "payment" | "together" | "left"} Column
 * @typedef {Record<Column, string>} Due
 *
 * @typedef {{of: string, rows: Due[], whole: boolean}} Dues By which plans; whether these are all.
 * @typedef {{day: string, days: number, amount: string, names: string[]}} DueDay `days` from today.
 */

const MOST = 240; // 36 kB
const DAY = /^\d{4}-\d\d-\d\d$/, MONEY = /^\d+\.\d\d$/, NUMBER = /^\d+$/;
/** @type {Record<Column, RegExp>} */
const SHAPES = {
  due_date: DAY, name: /^.+$/s, order: NUMBER, period: NUMBER, periods: NUMBER, payment: MONEY, together: MONEY, left: MONEY,
};

/** The plans as text, from whatever day they are seen. @param {Answers} answers */
function timeless(answers) {
  const { as_of, ...plans } = answers;
  return JSON.stringify(plans);
}

/** @param {Answers} one @param {Answers} other */
export const same = (one, other) => timeless(one) === timeless(other);

/**
 * What to keep of an answer about these plans.
 * @param {Answers} answers
 * @param {Record<string, unknown>} outputs
 * @param {string} settled
 * @returns {Dues}
 */
export function dues(answers, outputs, settled) {
  const every = /** @type {Due[][]} */ ([outputs.past, outputs.upcoming]).flat();
  const rows = every.filter(({ due_date }) => due_date >= settled);
  return { of: sum(timeless(answers)), rows: rows.slice(0, MOST), whole: rows.length <= MOST };
}

/** The payments kept, if they are those of the plans kept. @param {Kept} kept @returns {Due[] | undefined} */
export function payments({ answers, dues }) {
  const sound = answers && dues && dues.of === sum(timeless(answers)) && Array.isArray(dues.rows) && dues.rows.every((row) =>
    Object.entries(SHAPES).every(([name, shape]) => shape.test(row?.[/** @type {Column} */ (name)])));
  return sound ? dues.rows : undefined;
}

/**
 * What is due next, and what was due and is not said to be paid; nothing if that is not known.
 * @param {Kept} kept
 * @param {string} today
 * @returns {{next: DueDay | undefined, past: DueDay[]} | undefined}
 */
export function ahead(kept, today) {
  const rows = payments(kept);
  if (!rows) return undefined;
  const days = [...new Set(rows.map(({ due_date }) => due_date))].map((day) => {
    const those = rows.filter(({ due_date }) => due_date === day);
    return { day, days: between(today, day), amount: those[0].together, names: those.map(({ name }) => name) };
  });
  const next = days.find(({ days }) => days >= 0);
  if (!next && !kept.dues?.whole) return undefined;
  return { next, past: days.filter(({ day }) => day < today && day >= (kept.settled ?? today)) };
}

/** Days from one to the other: both begin at midnight in Greenwich. @param {string} from @param {string} to */
const between = (from, to) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
