// Cells from a spreadsheet become rows; a plain text stays with its box.

import assert from "node:assert/strict";
import { test } from "node:test";

import { pasted, told } from "../../../publish/web/calc/pasted.js";

const ROOM = { rows: 5, columns: 5 };

test("one cell is for one box", () => {
  assert.equal(pasted("手机 \n", ROOM), undefined);
});

test("tabs part cells, lines part rows, whatever the system's line ends", () => {
  assert.deepEqual(pasted("手机\t 4999.00\r\n电视\t2999\r\n\r\n", ROOM), {
    rows: [["手机", "4999.00"], ["电视", "2999"]],
    left: 0,
  });
});

test("an empty cell keeps its place", () => {
  assert.deepEqual(pasted("手机\t\t12", ROOM)?.rows, [["手机", "", "12"]]);
});

test("rows that find no room are told of", () => {
  const cells = /** @type {import("../../../publish/web/calc/pasted.js").Pasted} */ (pasted("a\nb\nc", { ...ROOM, rows: 2 }));
  assert.deepEqual(cells, { rows: [["a"], ["b"]], left: 1 });
  assert.equal(told(cells, 20, []), "贴了 2 行。最多 20 行，后面 1 行没有贴。");
});

test("commas part what was typed", () => {
  assert.deepEqual(pasted("电视,1200,12,,2026-12-20", ROOM)?.rows, [["电视", "1200", "12", "", "2026-12-20"]]);
  assert.deepEqual(pasted("电视，1200元，12期\n手机, 600, 6", ROOM)?.rows, [["电视", "1200元", "12期"], ["手机", "600", "6"]]);
});

for (const text of ["1,234,567.00", "手机，白色，256G", "手机,白色", "手机,600,120", "电视,1,500.00,6"]) {
  test(`a comma may belong to a name or a number: ${text}`, () => assert.equal(pasted(text, ROOM), undefined));
}

test("a comma in a cell of a spreadsheet stays", () => {
  assert.deepEqual(pasted("手机,白,1\t1,200.00\t12", ROOM)?.rows, [["手机,白,1", "1,200.00", "12"]]);
});

test("what has more commas than there are columns stays whole", () => {
  assert.equal(pasted("2026,12,20", { ...ROOM, columns: 1 }), undefined);
});

test("cells that find no place are told of", () => {
  assert.equal(told({ rows: [["a"]], left: 0 }, 20, ["红", "大"]), "贴了 1 行。「红」「大」没有地方放，没有贴。");
});
