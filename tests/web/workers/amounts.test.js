import assert from "node:assert/strict";
import { test } from "node:test";

import { facts } from "../../../publish/web/workers/search/amounts.js";

const NAMES = new Set(["12378", "95188"]);

for (const [typed, told] of [
  ["458.31", { payment: "458.31" }],
  ["4999 12期", { amount: "4999", periods: "12" }],
  ["4999元分12期", { amount: "4999", periods: "12" }],
  ["4,999 12期 458.31", { amount: "4999", periods: "12", payment: "458.31" }],
  ["5999/24", { amount: "5999", periods: "24" }],
  ["3千分六期", { amount: "3000", periods: "6" }],
  ["一万二 分两年", { amount: "12000", periods: "24" }],
  ["两千零五十 十二期", { amount: "2050", periods: "12" }],
  ["1.2万 36个月", { amount: "12000", periods: "36" }],
  ["每月522.5元", { payment: "522.5" }],
  ["三千块", { amount: "3000" }],
  ["月供 500", { payment: "500" }],
  ["欠1200晚了10天", { overdue_amount: "1200" }],
  ["6000分12期还了5期", { amount: "6000", periods: "12" }],
]) test(`the facts in ${typed}`, () => assert.deepEqual(facts(typed, (text) => NAMES.has(text)), told));

for (const typed of [
  "", "12378", "95188 打了有用吗", "第677条", "2026年", "18%", "晚了三天", "一次还清", "协商分60期还",
  "6期和12期哪个划算", "听说要先交三千", "额度才一万", "10月20日", "逾期1天",
]) test(`no amount in ${typed}`, () => assert.deepEqual(facts(typed, (text) => NAMES.has(text)), {}));
