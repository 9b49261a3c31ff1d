// What comes next is true on any later day, and nothing is said by rows that are not those of the plans.

import assert from "node:assert/strict";
import { test } from "node:test";

import { distance, grouped, spoken } from "../../../publish/web/plans/days.js";
import { ahead, dues, same } from "../../../publish/web/plans/due.js";

const answers = { orders: [{ name: "手机", amount: "3" }, { name: "耳机", amount: "2" }], as_of: "2026-11-27", income: "" };

/** @param {string} day @param {string} name @param {string} [together] */
const row = (day, name, together = "1.00") => ({
  due_date: day, name, order: "1", period: "1", periods: "3", payment: "1.00", together, left: "3.00",
});
const outputs = {
  past: [row("2026-11-10", "手机")],
  upcoming: [row("2026-12-10", "手机", "2.00"), row("2026-12-10", "耳机", "2.00"), row("2027-01-10", "手机")],
};
const kept = { answers, settled: "2026-11-27", dues: dues(answers, outputs, "2026-11-27") };

test("the next day, whatever day it is", () => {
  /** @type {[string, string | undefined, number | undefined, string[]][]} */
  const seen = [
    ["2026-11-27", "2026-12-10", 13, []],
    ["2026-12-10", "2026-12-10", 0, []],
    ["2026-12-11", "2027-01-10", 30, ["2026-12-10"]],
    ["2027-01-10", "2027-01-10", 0, ["2026-12-10"]],
    ["2027-03-01", undefined, undefined, ["2026-12-10", "2027-01-10"]],
  ];
  for (const [today, next, days, past] of seen) {
    const found = ahead(kept, today);
    assert.equal(found?.next?.day, next, today);
    assert.equal(found?.next?.days, days, today);
    assert.deepEqual(found?.past.map(({ day }) => day), past, today);
  }
});

test("what is due together is one sum, that Python made", () => {
  const { next } = ahead(kept, "2026-12-01") ?? {};
  assert.deepEqual([next?.amount, next?.names], ["2.00", ["手机", "耳机"]]);
});

test("what the reader says is paid is not asked for again", () => {
  assert.deepEqual(ahead({ ...kept, settled: "2026-12-11" }, "2026-12-12")?.past, []);
});

test("rows of other plans, broken ones or none say nothing", () => {
  const today = "2026-11-27";
  assert.equal(ahead({}, today), undefined);
  assert.equal(ahead({ answers }, today), undefined);
  assert.equal(ahead({ ...kept, answers: { ...answers, orders: [] } }, today), undefined);
  for (const [name, value] of [["due_date", "soon"], ["payment", "1"], ["together", "<b>"], ["left", ""], ["name", ""]]) {
    const rows = [{ ...row("2026-12-10", "手机"), [name]: value }];
    assert.equal(ahead({ ...kept, dues: { ...kept.dues, rows } }, today), undefined, name);
  }
  // @ts-expect-error  another handbook may keep anything
  for (const rows of [null, 7, [null], [{}]]) assert.equal(ahead({ ...kept, dues: { ...kept.dues, rows } }, today), undefined);
});

test("the plans are the same seen from another day", () => {
  assert.ok(same(answers, { ...answers, as_of: "2027-01-01" }));
  assert.ok(!same(answers, { ...answers, income: "1" }));
});

test("after as many payments as are kept, the next one is not known", () => {
  const upcoming = Array.from({ length: 241 }, (_, n) => row(new Date(Date.UTC(2027, n, 1)).toISOString().slice(0, 10), "手机"));
  const many = { ...kept, dues: dues(answers, { past: [], upcoming }, "2026-11-27") };
  assert.equal(ahead(many, "2027-01-02")?.next?.day, "2027-02-01");
  assert.equal(ahead(many, "2050-01-01"), undefined);
});

test("days and amounts as people read them", () => {
  assert.equal(spoken("2026-12-05", "2026-11-27"), "12 月 5 日");
  assert.equal(spoken("2027-01-05", "2026-11-27"), "2027 年 1 月 5 日");
  assert.deepEqual([-5, 0, 1, 2].map(distance), ["过了 5 天", "就是今天", "明天", "还有 2 天"]);
  assert.deepEqual(["1.00", "999.99", "1234.50", "1234567.00"].map(grouped), ["1.00", "999.99", "1,234.50", "1,234,567.00"]);
});
