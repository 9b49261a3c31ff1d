// A link that keeps its word: after the # every answer, so that rates are pinned, and
// the figure they gave. What stands after the # never reaches a server.
//
//   #late-fee~overdue_amount=5000.00~due_date=2026-10-10~…~answer=17.50%20元
//   #monthly-load~orders=name,amount,…;手机,4999.00,…~answer=2026-12-10
"use strict";

const LONGEST = 8000;
/** Holds the figure; no field has this name. */
const ANSWER = "answer";

/** @typedef {Record<string, string | Row[]>} Answers */

/** Also what parts fields, which encodeURIComponent lets through. @param {string} text */
const escaped = (text) => encodeURIComponent(text).replaceAll("~", "%7E");

/** The fragment of what the form holds. @param {CalcForm} form */
function written(form) {
  const answers = Object.entries(form.answers()).filter(([name]) => name !== "preset");
  const fields = answers.map(([name, given]) => {
    if (typeof given === "string") return `${name}=${escaped(given)}`;
    const lines = [Object.keys(given[0] ?? {}), ...given.map((row) => Object.values(row))];
    return `${name}=${lines.map((cells) => cells.map(escaped).join()).join(";")}`;
  });
  return `#${[form.name, ...fields, `${ANSWER}=${escaped(form.headline.value)}`].join("~")}`;
}

/**
 * The answers and the figure in a fragment.
 * @param {CalcForm} form
 * @param {string[]} fields
 * @returns {{answers: Answers, then: string}}
 * @throws {URIError}
 */
function read(form, fields) {
  /** @type {Map<string, string | Row[]>} */
  const answers = new Map();
  for (const field of fields) {
    const [name, ...rest] = field.split("=");
    const text = rest.join("=");
    const [names, ...lines] = text.split(";").map((line) => line.split(",").map(decodeURIComponent));
    answers.set(name, form.table(name)
      ? lines.map((cells) => Object.fromEntries(cells.map((cell, n) => [names[n], cell])))
      : decodeURIComponent(text));
  }
  const then = String(answers.get(ANSWER) ?? "");
  answers.delete(ANSWER);
  return { answers: Object.fromEntries(answers), then };
}

/** Follow the address, if it is a link to this form. @param {CalcForm} form */
async function follow(form) {
  const [name, ...fields] = location.hash.slice(1).split("~");
  const first = document.querySelector(`calc-form[name="${form.name}"]`);
  if (name !== form.name || !fields.length || first !== form) return false;
  form.eager = true;
  form.scrollIntoView();
  form.notice(await adopt(form, fields));
  return true;
}

/** What there is to say about the link. @param {CalcForm} form @param {string[]} fields */
async function adopt(form, fields) {
  const damaged = () => {
    form.reset();
    return "这个链接不完整，或者被改过；下面是例子里的数，请自己填。";
  };
  if (location.hash.length > LONGEST) return damaged();
  try {
    const { answers, then } = read(form, fields);
    if (!form.fill(answers)) return damaged();
    const reply = await form.ask(AT_FIELDS);
    if (!reply) return "已按链接填好。";
    if (Object.keys(reply.errors).length) return damaged();
    const { name, value } = form.headline;
    if (!then) return "已按链接填好。";
    if (then === value) return "已按链接填好，算出来和链接里的一样。";
    return `链接里的「${name}」是 ${then.slice(0, 40)}，现在算出来是 ${value}：做链接以后，计算程序改过。`;
  } catch (error) {
    if (error instanceof URIError) return damaged();
    throw error;
  }
}
