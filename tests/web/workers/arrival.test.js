import assert from "node:assert/strict";
import { test } from "node:test";
import { sum } from "../../../publish/web/workers/arrival.js";

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

test("the checksum is Adler-32", () => {
  assert.equal(sum(bytes("")), 1);
  assert.equal(sum(bytes("Wikipedia")), 0x11e60398);
});

test("it does not overflow", () => {
  assert.equal(sum(new Uint8Array(1_000_000).fill(255)), 0x3843e1be);
});
