// The facts of a plan in what was typed: 458.31, 4999 12期, 一万二分两年, 欠1200晚了10天.

/** @typedef {Partial<Record<"amount" | "payment" | "periods" | "overdue_amount", string>>} Facts */
/** @typedef {{text: string, value: number, unit: string, before: string, sure: boolean}} Figure  Sure: not
 * a word of some sentence, as 一 may be. */

const DIGITS = "零一二三四五六七八九", SMALL = { 十: 10, 百: 100, 千: 1000 }, TEN_THOUSAND = 10_000;
const FIGURE = new RegExp(
  "(\\d[\\d,]*(?:\\.\\d+)?|[零一二两三四五六七八九十百千万]+)\\s*(万|千|百|k|w)?\\s*" +
  "(个月|[期年天日号点元块%])?", "g");
const TIMES = { 万: TEN_THOUSAND, w: TEN_THOUSAND, 千: 1000, k: 1000, 百: 100 };
const EACH = /(每期|每月|每个月|月供|一期|一个月)[^\d]{0,2}$/, LATE = /逾期|晚|迟|欠|罚|过期/;
const MOST_PERIODS = 60, LEAST_AMOUNT = 100;

/** @param {string} plain @param {(text: string) => boolean} isName Whether a number is a name, such as 12378.
 * @returns {Facts} */
export function facts(plain, isName) {
  const found = figures(plain).filter(({ text }) => !isName(text));
  const counted = found.find(isPeriods);
  const sums = found.filter((figure) => isSum(figure) && (figure.sure || counted))
    .sort((a, b) => b.value - a.value);
  const many = counted ?? found.find((figure) => sums.length && isBareCount(figure));
  const [first, second] = sums;
  if (!first) return {};
  /** @type {Facts} */
  const told = many ? { periods: String(many.unit === "年" ? many.value * 12 : many.value) } : {};
  const each = !second && (EACH.test(first.before) || !many && !Number.isInteger(first.value));
  told[each ? "payment" : "amount"] = first.text;
  if (second) told.payment = second.text;
  if (LATE.test(plain)) return { overdue_amount: first.text };
  return told;
}

/** @param {string} plain @returns {Figure[]} */
function figures(plain) {
  return [...plain.matchAll(FIGURE)].map((match) => {
    const [, digits, times = "", unit = ""] = match;
    const written = /\d/.test(digits);
    const one = written ? Number(digits.replaceAll(",", "")) : spoken(digits);
    const value = Math.round(one * (TIMES[/** @type {keyof typeof TIMES} */ (times)] ?? 1) * 100) / 100;
    const text = written && !times ? digits.replaceAll(",", "") : String(value);
    return { text, value, unit, before: plain.slice(0, match.index), sure: written || /[元块]/.test(unit) };
  });
}

/** 一万二 is 12000, as people say it. @param {string} text */
function spoken(text) {
  let all = 0, section = 0, digit = 0, last = 1;
  for (const character of text.replaceAll("两", "二")) {
    const small = SMALL[/** @type {keyof typeof SMALL} */ (character)];
    if (character === "万") {
      all += (section + digit || 1) * TEN_THOUSAND;
      [section, digit, last] = [0, 0, TEN_THOUSAND];
    } else if (small) {
      section += (digit || 1) * small;
      [digit, last] = [0, small];
    } else {
      digit = DIGITS.indexOf(character);
      if (!digit) last = 1;
    }
  }
  return all + section + digit * (last > 10 ? last / 10 : 1);
}

/** @param {Figure} figure */
function isPeriods({ unit, before, value }) {
  if (!Number.isInteger(value) || !value) return false;
  return unit === "期" || unit === "个月" || unit === "年" && before.endsWith("分")
    || value <= MOST_PERIODS && /[/x×*]\s*$/.test(before);
}

/** @param {Figure} figure */
function isBareCount({ unit, value, sure }) {
  return sure && !unit && value > 1 && value <= MOST_PERIODS && Number.isInteger(value);
}

/** @param {Figure} figure */
function isSum(figure) {
  const { unit, before, value } = figure;
  if (isPeriods(figure) || before.endsWith("第") || /[年天日号点%月期]/.test(unit)) return false;
  return unit !== "" || value >= LEAST_AMOUNT || !Number.isInteger(value);
}
