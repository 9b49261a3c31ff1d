// The # that an app wrote as %23 is one again.

import assert from "node:assert/strict";
import { test } from "node:test";

import { mended } from "../../../publish/web/shell/mended.js";

const PAGE = "https://handbook.example/calculators/late-fee/";

test("%23 before a link or a place", () => {
  for (const place of ["late-fee~overdue_amount=5000~check=00000000", "late-fee%7Eoverdue_amount=1", "check=money", "week"]) {
    assert.equal(mended(`${PAGE}%23${place}`), `${PAGE}#${place}`);
    assert.equal(mended(`${PAGE}?from=qq%23${place}`), `${PAGE}?from=qq#${place}`);
  }
});

test("anything else stays", () => {
  for (const address of [PAGE, `${PAGE}#late-fee~name=a%23b`, `${PAGE}#a%23b=c`, `${PAGE}?q=%23`]) {
    assert.equal(mended(address), undefined);
  }
});
