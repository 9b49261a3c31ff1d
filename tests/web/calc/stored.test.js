// What is kept on the device is read, or there is a reason why not.

import assert from "node:assert/strict";
import { test } from "node:test";

import { read, text, utf8 } from "../../../publish/web/calc/stored.js";

test("what is written is read again", () => {
  const answers = { orders: [{ name: "手机", amount: "1" }], reserve: "" };
  assert.deepEqual(read(text(answers)), { answers });
});

test("newer is told from cut and from what is not ours", () => {
  assert.match(read('{"version": 2, "answers": {}}').why ?? "", /更新/);
  for (const other of ["", "null", "7", text({ orders: [] }).slice(0, -2), '{"version": 1}', '{"version": 1, "answers": {"orders": 7}}']) {
    assert.match(read(other).why ?? "", /不完整/, other);
  }
});

test("only UTF-8 is text", () => {
  assert.equal(utf8(new TextEncoder().encode("手机").buffer), "手机");
  assert.equal(utf8(new Uint8Array([0xca, 0xd6, 0xbb, 0xfa]).buffer), undefined);
});
