// Facts of a plan go from one calculator to the next under the names its fields declare.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Plan } from "../../../publish/web/calc/plan.js";

const amount = (/** @type {string} */ text) => ({ name: "amount", facts: ["amount"], text });
const overdue = (/** @type {string} */ text) => ({ name: "overdue", facts: ["overdue_amount", "payment"], text });

test("nothing is offered before something is known", () => {
  assert.deepEqual(new Plan().offered([amount("4999")]), []);
});

test("the latest text is offered where it differs", () => {
  const plan = new Plan();
  plan.learn([amount("3000")], {});
  plan.learn([amount("3500")], {});
  assert.deepEqual(plan.offered([amount("4999")]), [amount("3500")]);
  assert.deepEqual(plan.offered([amount("3500")]), []);
});

test("a figure that was worked out may stand for what is asked", () => {
  const plan = new Plan();
  plan.learn([amount("3000")], { payment: "526.58", rows: [] });
  assert.deepEqual(plan.offered([overdue("458.31")]), [overdue("526.58")]);
});

test("what a text proposes is offered while it is chosen", () => {
  const plan = new Plan();
  plan.propose({ amount: "3000" }, true);
  assert.deepEqual(plan.offered([amount("4999")]), [amount("3000")]);
  plan.propose({ amount: "3000" }, false);
  assert.deepEqual(plan.offered([amount("4999")]), []);
});

test("its own fact goes before one that stands for it", () => {
  const plan = new Plan();
  plan.learn([overdue("100")], { payment: "526.58" });
  assert.deepEqual(plan.offered([overdue("458.31")]), [overdue("100")]);
});

test("what stands for a fact is not changed by it", () => {
  const plan = new Plan();
  plan.learn([overdue("100")], {});
  assert.deepEqual(plan.offered([{ name: "payment", facts: ["payment"], text: "1" }]), []);
});
