// Cells copied from a spreadsheet: parted by tabs, rows by lines.

/** @typedef {{rows: string[][], left: number}} Pasted  What there is room for, and the rows beyond. */

/**
 * The cells, or nothing when the text is for one box.
 * @param {string} text
 * @param {number} room Rows that still fit.
 * @returns {Pasted | undefined}
 */
export function pasted(text, room) {
  const trimmed = text.replace(/\s+$/, "");
  if (!/[\t\n]/.test(trimmed)) return undefined;
  const lines = trimmed.split(/\r?\n/);
  const rows = lines.slice(0, room).map((line) => line.split("\t").map((cell) => cell.trim()));
  return { rows, left: lines.length - rows.length };
}

/** What there is to say of it. @param {Pasted} pasted @param {number} most Rows the table can have. */
export const told = ({ rows, left }, most) =>
  `贴了 ${rows.length} 行。${left ? `最多 ${most} 行，后面 ${left} 行没有贴。` : ""}`;
