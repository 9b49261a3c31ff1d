// Apps that show pages are told from browsers by what they say of themselves.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { inApp } from "../../../publish/web/calc/in-app.js";

const agents = JSON.parse(readFileSync(new URL("agents.json", import.meta.url), "utf8"));

for (const [kind, isApp] of [["apps", true], ["browsers", false]]) {
  for (const [name, agent] of Object.entries(agents[kind])) {
    test(`${name}: one of the ${kind}`, () => assert.equal(inApp(agent), isApp));
  }
}
