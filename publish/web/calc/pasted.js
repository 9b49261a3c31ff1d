// Cells copied from a spreadsheet, parted by tabs; or typed in a chat, parted by commas.

/** @typedef {{rows: string[][], left: number}} Pasted  What there is room for, and the rows beyond. */

const COMMA = /[,，]/;
const AMOUNT = /^\s*\d+(?:\.\d+)?\s*[元期]?\s*$/;
/** A comma that may stand within a number. */
const WITHIN = /\d[,，]\d{3}(?!\d)/;

/**
 * The cells, or nothing when the text is for one box.
 * @param {string} text
 * @param {{rows: number, columns: number}} room What still fits.
 * @returns {Pasted | undefined}
 */
export function pasted(text, room) {
  const lines = text.replace(/\s+$/, "").split(/\r?\n/);
  const rows = lines.slice(0, room.rows).map((line) => cells(line, room.columns).map((cell) => cell.trim()));
  if (lines.length === 1 && rows[0]?.length === 1) return undefined;
  return { rows, left: lines.length - rows.length };
}

/** A name, a date or a number with commas of its own stays whole. @param {string} line @param {number} most */
function cells(line, most) {
  const parts = line.split(COMMA);
  const typed = parts.length > 2 && parts.length <= most && parts.some((part) => AMOUNT.test(part)) && !WITHIN.test(line);
  return typed && !line.includes("\t") ? parts : line.split("\t");
}

/**
 * What there is to say of it.
 * @param {Pasted} pasted
 * @param {number} most Rows the table can have.
 * @param {string[]} strange Cells that found no place.
 */
export function told({ rows, left }, most, strange) {
  const beyond = left ? `最多 ${most} 行，后面 ${left} 行没有贴。` : "";
  const unfit = strange.length ? `「${strange.join("」「")}」没有地方放，没有贴。` : "";
  return `贴了 ${rows.length} 行。${beyond}${unfit}`;
}
