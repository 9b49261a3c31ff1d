// A link holds what a form holds, and gives it back whole.

import assert from "node:assert/strict";
import { test } from "node:test";

import { leadsTo, read, sum, written } from "../../../publish/web/calc/link.js";

const hasRows = (/** @type {string} */ name) => name === "orders";

const ANSWERS = {
  amount: "5000.00",
  note: "a~b=c;d,e#f 100% (!*')",
  orders: [{ name: "手机，蓝；大~x=1", amount: "4999.00" }, { name: "", amount: "1" }],
};
const FIGURES = ["2026-12-10 ~ 17.50 元", "5,017.50 元"];
const LINK = written("monthly-load", ANSWERS, FIGURES, "0f3c0f3c");
const WHOLE = { state: "whole", answers: ANSWERS, figures: FIGURES, tables: "0f3c0f3c" };

test("what is written is read again", () => {
  assert.match(LINK, /^#monthly-load~amount=5000\.00~note=.*~check=[0-9a-f]{8}$/);
  assert.match(LINK, /^[^()!*']*$/);
  assert.ok(leadsTo(LINK, "monthly-load"));
  assert.deepEqual(read(LINK, hasRows), WHOLE);
});

test("what is appended is not looked at", () => {
  for (const more of ["&appinstall=0", "。", ")", ">", "%E3%80", "~check=00000000", "abcdef", " 看看"]) {
    assert.deepEqual(read(LINK + more, hasRows), WHOLE);
  }
});

test("another way to write it says the same", () => {
  for (const other of [LINK.replaceAll("~", "%7E"), LINK.replaceAll("~", "%7e"),
    `#${encodeURIComponent(LINK.slice(1))}`, `#${encodeURIComponent(LINK.slice(1)).replaceAll("~", "%7E")}`,
    LINK.replaceAll("%20", " ").replaceAll("%E5%85%83", "元")]) {
    assert.deepEqual(read(other, hasRows), WHOLE, other);
    assert.ok(leadsTo(other, "monthly-load"));
  }
});

test("cut anywhere, it says so", () => {
  for (let end = "#monthly-load~".length; end < LINK.length; end++) {
    assert.equal(read(LINK.slice(0, end), hasRows).state, "cut", LINK.slice(0, end));
  }
});

test("changed anywhere, it says so", () => {
  for (let at = LINK.indexOf("5000"); at < LINK.indexOf("~check"); at++) {
    const other = LINK[at] === "7" ? "8" : "7";
    const changed = read(LINK.slice(0, at) + other + LINK.slice(at + 1), hasRows);
    assert.notDeepEqual(changed, WHOLE);
    assert.equal(changed.state, "changed", LINK.slice(at - 5, at + 5));
  }
  assert.equal(read(LINK.replace("~check=", "~more=1~check="), hasRows).state, "changed");
});

test("a link of before has its first figure, and what was appended to it", () => {
  const { state, answers, figures } = read("#late-fee~amount=1~answer=17.50%20元&appinstall=0", hasRows);
  assert.deepEqual({ state, answers, figures }, { state: "older", answers: { amount: "1" }, figures: ["17.50 元&appinstall=0"] });
});

test("a preset is not written: its rates are", () => {
  const link = written("late-fee", { preset: "huabei", daily_rate: "0.05" }, ["17.50 元"]);
  assert.deepEqual(read(link, hasRows).answers, { daily_rate: "0.05" });
});

test("a table without rows stays one", () => {
  assert.deepEqual(read(written("monthly-load", { orders: [] }), hasRows).answers, { orders: [] });
});

test("a link to another calculator, or a place on the page, is not ours", () => {
  for (const fragment of ["", "#late-fee", "#late-fees~a=1", "#check=money"]) {
    assert.ok(!leadsTo(fragment, "late-fee"));
  }
});

test("the sum is FNV-1a", () => {
  assert.equal(sum(""), "811c9dc5");
  assert.equal(sum("a"), "e40c292c");
  assert.equal(sum("foobar"), "bf9cf968");
});
