// What was typed stays for the visit, in memory only: on the same calculator at once,
// on another one when the reader asks for it.
"use strict";

/** By calculator. @type {Map<string, Answers>} */
const kept = new Map();
/** The latest text of what several calculators ask for. @type {Map<string, string>} */
const common = new Map();

const AMOUNTS = ["amount", "overdue_amount", "payment", "periods"];
const CARRIED = [
  ...AMOUNTS, "method", "rate", "rate_unit", "first_due", "remainder", "day_basis",
];
/** A period's payment is what can be overdue. @type {Record<string, string>} */
const FROM = { overdue_amount: "payment" };

/** @param {CalcForm} form @param {Reply} [reply] */
function keep(form, reply) {
  if (!form.touched) return;
  const answers = form.answers();
  kept.set(form.name, answers);
  const figures = Object.entries({ ...reply?.outputs, ...answers });
  for (const [name, text] of reply ? figures : []) {
    if (typeof text === "string" && CARRIED.includes(name)) common.set(name, text);
  }
}

/** Fill in what was typed on another page. @param {CalcForm} form */
function restore(form) {
  const answers = kept.get(form.name);
  if (answers && document.querySelector(`calc-form[name="${form.name}"]`) === form) {
    form.touched = form.eager = form.fill(answers);
    form.ask(AT_FIELDS);
  } else offer(form);
}

/** @param {CalcForm} form */
function offer(form) {
  const answers = form.answers();
  const found = CARRIED.filter((name) => name in answers).flatMap((name) => {
    const text = common.get(name) ?? common.get(FROM[name]);
    return text && text !== answers[name] ? [[name, text]] : [];
  });
  if (!found.some(([name]) => AMOUNTS.includes(name))) return;
  const said = found.slice(0, 4).map(([name, text]) => form.said(name, text));
  const button = form.one(".calc-carry-on");
  button.textContent = `用刚才填的：${said.join("、")}${found.length > 4 ? "…" : ""}`;
  form.one(".calc-carry").hidden = false;
  button.addEventListener("click", () => {
    form.fill(Object.fromEntries(found));
    form.one(".calc-carry").hidden = true;
    form.box(found[0][0])?.focus();
    form.changed();
  });
}
