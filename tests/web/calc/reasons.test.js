// Each reason has its own sentence; that none lacks one, `tsc` sees.

import assert from "node:assert/strict";
import { test } from "node:test";

import { REASONS } from "../../../publish/web/calc/reasons.js";

test("no two reasons are told alike", () => {
  const sentences = Object.values(REASONS);
  assert.ok(sentences.length >= 17);
  assert.equal(new Set(sentences).size, sentences.length);
});
