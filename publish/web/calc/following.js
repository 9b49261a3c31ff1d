// Follows a link to a form: fills it in, and says whether the figure is still the same.

import { LONGEST, leadsTo, read } from "./link.js";
import { AT_FIELDS } from "./loudness.js";

/** @import { CalcForm } from "./form.js" */

const FILLED = "已按链接填好";

/** Whether this is the form a link or the visit speaks of. @param {CalcForm} form */
export const isFirst = (form) => document.querySelector(`calc-form[name="${form.name}"]`) === form;

/** Follow the address, if it is a link to this form. @param {CalcForm} form */
export async function follow(form) {
  if (!leadsTo(location.hash, form.name) || !isFirst(form)) return false;
  form.eager = true;
  form.scrollIntoView();
  form.notice(await adopt(form));
  return true;
}

/** What there is to say about the link. @param {CalcForm} form */
async function adopt(form) {
  const link = unpack(form);
  if (!link || !form.questions.fill(link.answers)) return damaged(form);
  const reply = await form.ask(AT_FIELDS);
  if (!reply) return `${FILLED}。`;
  if (Object.keys(reply.errors).length) return damaged(form);
  const { name, value } = form.result.headline;
  if (!link.then) return `${FILLED}。`;
  if (link.then === value) return `${FILLED}，算出来和链接里的一样。`;
  return `链接里的「${name}」是 ${link.then.slice(0, 40)}，现在算出来是 ${value}：做链接以后，计算程序改过。`;
}

/** @param {CalcForm} form */
function unpack({ questions }) {
  if (location.hash.length > LONGEST) return undefined;
  try {
    return read(location.hash, (name) => questions.table(name) !== undefined);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** @param {CalcForm} form */
function damaged(form) {
  form.reset();
  return "这个链接不完整，或者被改过；下面是例子里的数，请自己填。";
}
