// What is kept on the device, as text: the reader's plans, what comes next, how to go back.

/** @import { Answers } from "../calc/questions.js" */
/** @import { Dues } from "./due.js" */
/** @import { Step } from "./steps.js" */

/**
 * @typedef {object} Kept
 * @property {Answers} [answers] What the form of 我的分期 holds.
 * @property {Dues} [dues] What is due by these.
 * @property {string} [settled] What was due before this day is paid, the reader says.
 * @property {NamedPlan[]} [plans] What other calculators were told to keep.
 * @property {Step[]} [steps] What there was before the last changes.
 *
 * @typedef {{name: string, facts: Record<string, string>}} NamedPlan
 */

const VERSION = 2;
const FIRST = 1; // the answers alone
const UNREAD = "不完整，或者不是这一页存的";

/** @param {Kept} kept */
export const text = (kept) => JSON.stringify({ version: VERSION, ...kept }, null, 1);

/**
 * What a text holds, or why it is of no use here.
 * @param {string} text
 * @returns {{kept: Kept, why?: undefined} | {kept?: undefined, why: string}}
 */
export function read(text) {
  try {
    const { version, ...kept } = JSON.parse(text);
    if (version > VERSION) return { why: "是更新的手册存的，这一页还看不懂" };
    if (version !== VERSION && version !== FIRST) return { why: UNREAD };
    return isWhole(kept) ? { kept } : { why: UNREAD };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return { why: UNREAD };
    throw error;
  }
}

/** Whether nothing that only the reader can tell is missing or broken. @param {Kept} kept */
function isWhole({ answers, plans = [] }) {
  const named = plans.every(({ name, facts }) =>
    typeof name === "string" && Object.values(facts).every((fact) => typeof fact === "string"));
  return named && (answers ? Array.isArray(answers.orders) : plans.length > 0);
}

/** All plans of both; of two of one name the later. @param {NamedPlan[]} [one] @param {NamedPlan[]} [other] */
export const merged = (one = [], other = []) => [...new Map([...one, ...other].map((plan) => [plan.name, plan])).values()];

/** The text of a file's bytes; nothing where they are not UTF-8. @param {ArrayBuffer} bytes */
export function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
