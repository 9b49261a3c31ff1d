// A link holds what a form holds, and gives it back whole.

import assert from "node:assert/strict";
import { test } from "node:test";

import { leadsTo, read, written } from "../../../publish/web/calc/link.js";

const hasRows = (/** @type {string} */ name) => name === "orders";

test("what is written is read again", () => {
  const answers = {
    amount: "5000.00",
    note: "a~b=c;d,e#f 100%",
    orders: [{ name: "手机，蓝；大~", amount: "4999.00" }, { name: "", amount: "1" }],
  };
  const link = written("monthly-load", answers, "2026-12-10 ~ 17.50 元");
  assert.match(link, /^#monthly-load~amount=5000\.00~note=/);
  assert.ok(leadsTo(link, "monthly-load"));
  assert.deepEqual(read(link, hasRows), { answers, then: "2026-12-10 ~ 17.50 元" });
});

test("a preset is not written: its rates are", () => {
  const link = written("late-fee", { preset: "huabei", daily_rate: "0.05" }, "17.50 元");
  assert.deepEqual(read(link, hasRows).answers, { daily_rate: "0.05" });
});

test("a table without rows stays one", () => {
  assert.deepEqual(read(written("monthly-load", { orders: [] }, ""), hasRows).answers, { orders: [] });
});

test("a link without a figure has none", () => {
  assert.equal(read("#late-fee~amount=1", hasRows).then, "");
});

test("a link to another calculator, or a place on the page, is not ours", () => {
  for (const fragment of ["", "#late-fee", "#late-fees~a=1", "#check=money"]) {
    assert.ok(!leadsTo(fragment, "late-fee"));
  }
});

test("what was cut in mid character says so", () => {
  assert.throws(() => read("#late-fee~name=%E6%89", hasRows), URIError);
  assert.throws(() => read("#monthly-load~orders=name;%E6", hasRows), URIError);
});
