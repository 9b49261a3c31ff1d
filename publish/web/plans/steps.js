// A short way back: what the form of 我的分期 held before each of the last changes.

/** @import { Answers } from "../calc/questions.js" */
/** @import { Row } from "../calc/rows.js" */

/** What was done then; `ours`, whether what is kept was changed by it.
 * @typedef {{said: string, answers: Answers, ours: boolean}} Step */

const MOST = 20;

/** @param {Step[]} steps @param {Step} step */
export const stepped = (steps, step) => [...steps, step].slice(-MOST);

/** What was done, in words. @param {Answers} before @param {Answers} after */
export function done(before, after) {
  const [old, now] = [before, after].map(({ orders }) => /** @type {Row[]} */ (orders));
  const at = old.findIndex((row, n) => JSON.stringify(row) !== JSON.stringify(now[n]));
  const name = (/** @type {Row | undefined} */ row) => (row?.name ? `「${row.name}」` : "一行");
  if (now.length === old.length - 1) return `删去${name(old[at])}`;
  if (now.length === old.length + 1) return `加${name(now.find((row, n) => JSON.stringify(row) !== JSON.stringify(old[n])))}`;
  if (now.length !== old.length) return "换几行";
  return at < 0 ? "改别的条件" : `改${name(old[at])}`;
}
