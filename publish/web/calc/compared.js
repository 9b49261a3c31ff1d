// What a link promised, beside what comes out now.

/** @import { Link } from "./link.js" */
/** @typedef {{figures: {name: string, value: string}[], tables: string}} Shown */

const FILLED = "已按链接填好";
const SINCE = "做链接以后，计算程序改过，或者日子不同了。";
/** As the answers write it. */
const NUMBER = /[-−]?\d{1,3}(?:,\d{3})*(?:\.\d{1,6})?/g;

/** @param {string} text */
const shape = (text) => text.replace(NUMBER, "0");

/** A sentence in which nothing but figures comes from the link. @param {Link} link @param {Shown} now */
export function compared(link, { figures, tables }) {
  const others = figures.map((figure, n) => ({ ...figure, n })).filter(({ value, n }) => !agrees(link, n, value));
  if (!link.figures.length) return `${FILLED}。`;
  if (others.length) return `${told(link, others[0])}${others.length > 1 ? `，还有 ${others.length - 1} 个数也不同` : ""}：${SINCE}`;
  if (link.figures.length > figures.length) return `${FILLED}；链接里有的数，现在不算了：${SINCE}`;
  if (link.tables && link.tables !== tables) return `${FILLED}；上面的数和链接里的一样，表里有的不一样：${SINCE}`;
  return `${FILLED}，算出来和链接里的一样。`;
}

/** Older links hold the first figure alone, and after it what was appended. @param {Link} link @param {number} n @param {string} value */
function agrees({ state, figures }, n, value) {
  return state === "older" ? n > 0 || figures[0].startsWith(value) : figures[n] === value;
}

/** @param {Link} link @param {{name: string, value: string, n: number}} figure */
function told({ figures }, { name, value, n }) {
  const then = figures[n] ?? "";
  return shape(then) === shape(value)
    ? `链接里的「${name}」是 ${then}，现在算出来是 ${value}`
    : `「${name}」现在算出来是 ${value}，和链接里的不一样`;
}
