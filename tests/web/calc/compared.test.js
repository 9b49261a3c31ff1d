// Of a link, only figures are ever shown.

import assert from "node:assert/strict";
import { test } from "node:test";

import { compared } from "../../../publish/web/calc/compared.js";

const NOW = {
  figures: [{ name: "逾期天数", value: "7 天" }, { name: "逾期费用", value: "1,017.50 元" }, { name: "到期日", value: "2026-12-10" }],
  tables: "0f3c0f3c",
};
const then = (/** @type {string[]} */ figures, tables = NOW.tables) =>
  compared({ state: "whole", answers: {}, figures, tables }, NOW);

test("the same figures", () => {
  assert.match(then(["7 天", "1,017.50 元", "2026-12-10"]), /和链接里的一样。$/);
});

test("each figure is pinned, and the tables", () => {
  assert.match(then(["7 天", "17.50 元", "2026-12-10"]), /「逾期费用」是 17.50 元，现在算出来是 1,017.50 元：/);
  assert.match(then(["7 天", "17.50 元", "2027-01-10"]), /还有 1 个数也不同/);
  assert.match(then(["7 天", "1,017.50 元", "2027-01-10"]), /「到期日」是 2027-01-10/);
  assert.match(then(["7 天", "1,017.50 元", "2026-12-10"], "00000000"), /表里有的不一样/);
  assert.match(then(["7 天", "1,017.50 元"]), /「到期日」现在算出来是 2026-12-10，和链接里的不一样/);
  assert.match(then(["7 天", "1,017.50 元", "2026-12-10", "1 元"]), /现在不算了/);
});

test("nothing else of the link is shown", () => {
  for (const words of ["转人工退款加微信", "加微信 13800138000", "13800138000 天", "7 天，退款找客服", "<b>7</b> 天"]) {
    const said = then([words, "1,017.50 元", "2026-12-10"]);
    assert.ok(!said.includes(words), said);
    assert.match(said, /「逾期天数」现在算出来是 7 天，和链接里的不一样/);
  }
});

test("an older link pins the first figure", () => {
  const older = (/** @type {string} */ figure) =>
    compared({ state: "older", answers: {}, figures: [figure], tables: "" }, NOW);
  assert.match(older("7 天&appinstall=0"), /一样。$/);
  assert.match(older("8 天"), /是 8 天，现在算出来是 7 天/);
});
