// A kept plan is offered under the names of facts, as they are on the reader's day.

import assert from "node:assert/strict";
import { test } from "node:test";

import { dues } from "../../../publish/web/plans/due.js";
import { own } from "../../../publish/web/plans/own.js";

const phone = { name: "手机", amount: "100", periods: "3", fee: "6", first_due: "2026-11-10" };

/** @param {number} n @param {string} payment @param {string} left @param {string} [order] */
const row = (n, payment, left, order = "1") => ({
  due_date: `2026-1${n}-10`, name: "手机", order, period: `${n + 1}`, periods: "3", payment, together: payment, left,
});
const rows = [row(0, "35.34", "106.00"), row(1, "35.33", "70.66"), row(2, "35.33", "35.33")];

/** @param {Record<string, string>[]} orders @param {string} settled */
function kept(orders, settled, upcoming = rows) {
  const answers = { orders };
  return { answers, settled, dues: dues(answers, { past: [], upcoming }, settled) };
}

test("what comes next, and how many are paid", () => {
  const [{ name, facts }] = own(kept([phone], "2026-10-01"), "2026-10-01");
  assert.equal(name, "手机");
  assert.deepEqual(facts, {
    amount: "100", periods: "3", first_due: "2026-11-10", known: "payment", payment: "35.33",
    next_due: "2026-10-10", balance: "106.00", paid_periods: "0",
  });
  assert.equal(own(kept([phone], "2026-12-01"), "2026-12-01")[0].facts.paid_periods, "2");
});

test("what is overdue is a fact of its own, and how many are paid is not known", () => {
  const [{ facts }] = own(kept([phone], "2026-11-01"), "2026-11-20");
  assert.deepEqual([facts.due_date, facts.overdue_amount, facts.next_due], ["2026-11-10", "35.33", "2026-12-10"]);
  assert.equal(facts.paid_periods, undefined);
});

test("no fee is no interest", () => {
  for (const fee of ["", "0", "0.00"]) assert.equal(own(kept([{ ...phone, fee }], "2026-10-01"), "2026-10-01")[0].facts.method, "interest_free");
  assert.equal(own(kept([phone], "2026-10-01"), "2026-10-01")[0].facts.method, undefined);
});

test("two of one name are two", () => {
  const both = own(kept([phone, { name: " ", amount: "", periods: "", fee: "", first_due: "" }, phone], "2026-10-01"), "2026-10-01");
  assert.deepEqual(both.map(({ name }) => name), ["手机（第 1 行）", "手机（第 2 行）"]);
});

test("what is due by other plans is not said, the plans are", () => {
  const [{ facts }] = own({ ...kept([phone], "2026-10-01"), answers: { orders: [{ ...phone, amount: "7" }] } }, "2026-10-01");
  assert.deepEqual(facts, { amount: "7", periods: "3", first_due: "2026-11-10" });
});

test("what a calculator kept is joined to the row of its name", () => {
  const plans = [{ name: "手机", facts: { amount: "9", rate: "18" } }, { name: "电视", facts: { amount: "1" } }];
  const found = own({ ...kept([phone], "2026-10-01"), plans }, "2026-10-01");
  assert.deepEqual(found.map(({ name }) => name), ["手机", "电视"]);
  assert.deepEqual([found[0].facts.amount, found[0].facts.rate], ["100", "18"]);
});
