// Replies through shared memory come as they were written, one at a time.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Slate } from "../../../publish/web/calc/engine/slate.js";

const HALF = "半个字 \ud800";

test("what is written on one side is read on the other", async () => {
  const page = new Slate(), worker = new Slate(page.memory);
  const heard = new Promise((hear) => page.read((id, reply) => hear([id, reply])));
  assert.equal(worker.write(7, HALF.repeat(10_000)), true);
  assert.deepEqual(await heard, [7, HALF.repeat(10_000)]);
  assert.equal(worker.write(8, "next"), true);
  page.close();
});

test("nothing is written over what has not been read, nor what is too long", () => {
  const slate = new Slate(new SharedArrayBuffer(16));
  assert.equal(slate.write(1, "12345"), false);
  assert.equal(slate.write(1, "1234"), true);
  assert.equal(slate.write(2, "x"), false);
});

test("who closes it hears nothing more", async () => {
  const slate = new Slate();
  const over = slate.read(() => assert.fail());
  slate.close();
  await over;
  assert.equal(slate.write(1, "x"), false);
});
