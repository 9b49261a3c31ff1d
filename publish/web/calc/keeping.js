// What was typed stays for the visit, in memory only: on the same calculator at once,
// on another one when the reader asks for it.

import { all } from "../dom.js";
import { known, told } from "../plans/known.js";
import { carried } from "../shell/over.js";
import { fits, planBoxes, spoken } from "./boxes.js";
import { isFirst } from "./following.js";
import { AT_FIELDS } from "./loudness.js";

/** @import { Box } from "../dom.js" */
/** @import { CalcForm } from "./form.js" */
/** @import { Plan } from "./plan.js" */
/** @import { Answers } from "./questions.js" */
/** @import { Reply } from "./result.js" */

/** By calculator. @type {Map<string, Answers>} */
export const kept = new Map(carried("answers", () => [...kept]));
const MOST_SAID = 4;

/** @param {Box} box */
const field = ({ name, value, dataset }) => ({ name, text: value, facts: (dataset.plan ?? "").split(" ") });

/** @param {CalcForm} form @param {Reply} [reply] */
export function keep(form, reply) {
  if (!form.touched) return;
  kept.set(form.name, form.questions.answers());
  if (!reply || Object.keys(reply.errors).length) return;
  told.learn(planBoxes(form).map(field), reply.outputs);
  for (const proposal of all(form, ".calc-result .calc-proposal")) weigh(proposal);
}

/** What an answer proposes is known to other calculators while it is chosen. @param {HTMLElement} proposal */
export function weigh({ dataset, ariaPressed }) {
  told.propose(JSON.parse(dataset.facts ?? "{}"), ariaPressed === "true");
}

/** Fill in what was typed on another page; else offer what is known. @param {CalcForm} form */
export function restore(form) {
  const answers = kept.get(form.name);
  if (answers && isFirst(form)) {
    const strange = form.questions.fit(answers);
    if (strange.length) form.notice(`手册更新了，有几项没有地方填，没带过来：${strange.filter(Boolean).join("、")}。`);
    form.touched = form.eager = true;
    form.ask(AT_FIELDS);
  } else offer(form);
}

/** A button for each plan that knows something else than the form. @param {CalcForm} form */
export function offer(form) {
  const part = form.one(".calc-carry");
  const [button, ...others] = all(part, "button");
  for (const other of others) other.remove();
  const offers = known().flatMap(({ name, plan }) => taken(form, name, plan));
  part.hidden = !offers.length;
  for (const [n, { said, fill }] of offers.entries()) {
    const each = n ? /** @type {HTMLElement} */ (button.cloneNode()) : button;
    part.append(each);
    each.textContent = said;
    each.onclick = fill;
  }
}

/** @param {CalcForm} form @param {string} name @param {Plan} plan */
function taken(form, name, plan) {
  const box = (/** @type {{name: string}} */ { name }) => /** @type {Box} */ (form.questions.box(name));
  const found = plan.offered(planBoxes(form).map(field)).filter((each) => fits(box(each), each.text));
  // a method alone is no plan
  const typed = found.filter((each) => box(each) instanceof HTMLInputElement);
  if (!typed.length) return [];
  const facts = typed.slice(0, MOST_SAID).map((each) => spoken(box(each), each.text));
  const said = name ? `用「${name}」` : `用刚才填的：${facts.join("、")}${typed.length > MOST_SAID ? "…" : ""}`;
  const fill = () => {
    form.questions.fill(Object.fromEntries(found.map(({ name, text }) => [name, text])));
    box(typed[0]).focus();
    form.changed();
    offer(form);
  };
  return [{ said, fill }];
}
