// What is kept on the device is read, or there is a reason why not.

import assert from "node:assert/strict";
import { test } from "node:test";

import { read, text, utf8 } from "../../../publish/web/plans/stored.js";

const answers = { orders: [{ name: "手机", amount: "1" }], reserve: "" };

test("what is written is read again", () => {
  const kept = { answers, settled: "2026-12-01", plans: [{ name: "电视", facts: { amount: "1" } }] };
  assert.deepEqual(read(text(kept)), { kept });
  assert.deepEqual(read(text({ plans: kept.plans })), { kept: { plans: kept.plans } });
});

test("what an earlier handbook kept is read", () => {
  assert.deepEqual(read(JSON.stringify({ version: 1, answers })), { kept: { answers } });
});

test("newer is told from cut and from what is not ours", () => {
  assert.match(read('{"version": 3, "answers": {}}').why ?? "", /更新/);
  const others = [
    "", "null", "7", text({ answers }).slice(0, -2), '{"version": 1}', '{"version": 0, "answers": {"orders": []}}',
    '{"version": 2, "plans": []}', '{"version": 2, "plans": [{"name": 1, "facts": {}}]}',
    '{"version": 2, "plans": [{"name": "x", "facts": {"amount": {}}}]}', '{"version": 2, "plans": [{"name": "x"}]}',
    '{"version": 1, "answers": {"orders": 7}}',
  ];
  for (const other of others) assert.match(read(other).why ?? "", /不完整/, other);
});

test("only UTF-8 is text", () => {
  assert.equal(utf8(new TextEncoder().encode("手机").buffer), "手机");
  assert.equal(utf8(new Uint8Array([0xca, 0xd6, 0xbb, 0xfa]).buffer), undefined);
});
