// Follows a link to a form: fills it in, and says whether the figures are still the same.

import { compared } from "./compared.js";
import { LONGEST, leadsTo, read } from "./link.js";
import { AT_FIELDS } from "./loudness.js";

/** @import { CalcForm } from "./form.js" */

const EXAMPLE = "没有用它；下面是例子里的数，请自己填，或者请对方重新发一次。";
const CUT = `这个链接被截短了，不完整：${EXAMPLE}`;
const CHANGED = `这个链接在路上被改过：${EXAMPLE}`;
const OTHER = `这个链接没有损坏，但里面的内容和现在这一页对不上，做它的手册可能更新或更旧：${EXAMPLE}`;

/** Whether this is the form a link or the visit speaks of. @param {CalcForm} form */
export const isFirst = (form) => document.querySelector(`calc-form[name="${form.name}"]`) === form;

/** Whether the address is a link to this form. @param {CalcForm} form */
export const isMeant = (form) => leadsTo(location.hash, form.name) && isFirst(form);

/** Follow the address, if it is a link to this form. @param {CalcForm} form */
export async function follow(form) {
  if (!isMeant(form)) return false;
  form.eager = true;
  form.scrollIntoView();
  form.notice(await adopt(form));
  return true;
}

/** What there is to say about the link. @param {CalcForm} form */
async function adopt(form) {
  const { questions } = form;
  if (location.hash.length > LONGEST) return refused(form, CHANGED);
  const link = read(location.hash, (name) => questions.table(name) !== undefined);
  if (link.state === "cut") return refused(form, CUT);
  if (link.state === "changed") return refused(form, CHANGED);
  if (!questions.fill(link.answers)) return refused(form, OTHER);
  const reply = await form.ask(AT_FIELDS);
  if (!reply) return "已按链接填好。";
  if (Object.keys(reply.errors).length) return refused(form, OTHER);
  return compared(link, form.result);
}

/** @param {CalcForm} form @param {string} sentence */
function refused(form, sentence) {
  form.reset();
  form.dispatchEvent(new Event("refused"));
  return sentence;
}
