// Cells from a spreadsheet become rows; a plain text stays with its box.

import assert from "node:assert/strict";
import { test } from "node:test";

import { pasted, told } from "../../../publish/web/calc/pasted.js";

test("one cell is for one box", () => {
  assert.equal(pasted("手机 \n", 5), undefined);
});

test("tabs part cells, lines part rows, whatever the system's line ends", () => {
  assert.deepEqual(pasted("手机\t 4999.00\r\n电视\t2999\r\n\r\n", 5), {
    rows: [["手机", "4999.00"], ["电视", "2999"]],
    left: 0,
  });
});

test("an empty cell keeps its place", () => {
  assert.deepEqual(pasted("手机\t\t12", 5)?.rows, [["手机", "", "12"]]);
});

test("rows that find no room are told of", () => {
  const cells = /** @type {import("../../../publish/web/calc/pasted.js").Pasted} */ (pasted("a\nb\nc", 2));
  assert.deepEqual(cells, { rows: [["a"], ["b"]], left: 1 });
  assert.equal(told(cells, 20), "贴了 2 行。最多 20 行，后面 1 行没有贴。");
});
