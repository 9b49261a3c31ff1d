// A change is named by what was done to which plan, and only the last few are kept.

import assert from "node:assert/strict";
import { test } from "node:test";

import { done, stepped } from "../../../publish/web/plans/steps.js";

const phone = { name: "手机", amount: "1" }, buds = { name: "耳机", amount: "2" };
/** @param {Record<string, string>[]} orders */
const answers = (...orders) => ({ orders, income: "" });

test("what was done", () => {
  assert.equal(done(answers(phone, buds), answers(buds)), "删去「手机」");
  assert.equal(done(answers(phone, buds), answers(phone)), "删去「耳机」");
  assert.equal(done(answers(phone), answers(phone, { name: "", amount: "" })), "加一行");
  assert.equal(done(answers(phone, buds), answers(phone, { ...buds, amount: "3" })), "改「耳机」");
  assert.equal(done(answers(phone), answers(phone, buds, buds)), "换几行");
  assert.equal(done(answers(phone), { ...answers(phone), income: "1" }), "改别的条件");
});

test("the oldest steps go", () => {
  /** @type {import("../../../publish/web/plans/steps.js").Step[]} */
  let steps = [];
  for (let n = 0; n < 30; n++) steps = stepped(steps, { said: `${n}`, answers: answers(phone), ours: true });
  assert.deepEqual([steps.length, steps[0].said, steps.at(-1)?.said], [20, "10", "29"]);
});
