// The reader's own plans, kept on the device when asked to, and only then. What is kept is
// overwritten only by what came from it, or when the reader says so.

import { today } from "../calc/dates.js";
import { isMeant } from "../calc/following.js";
import { kept as visited } from "../calc/keeping.js";
import { AT_FIELDS } from "../calc/loudness.js";
import { save } from "../calc/saving.js";
import { device } from "./device.js";
import { dues, same } from "./due.js";
import { chosen } from "./file.js";
import { Others } from "./others.js";
import { Panel } from "./panel.js";
import { done, stepped } from "./steps.js";
import { merged, read, text } from "./stored.js";

/** @import { CalcForm } from "../calc/form.js" */
/** @import { Reply } from "../calc/result.js" */
/** @import { Step } from "./steps.js" */
/** @import { Kept, NamedPlan } from "./stored.js" */

export class MyPlans {
  /** Whether the form holds what is kept, so that changes are kept too. */
  ours = false;
  /** Whether this page cannot read what is kept. */
  strange = false;
  /** What is kept besides what the form holds. @type {Kept} */
  kept = {};
  /** The way back, the last change at the end. @type {Step[]} */
  steps = [];
  /** From when the plans are seen. */
  day = today();

  /** @param {CalcForm} form @param {AbortSignal} signal */
  constructor(form, signal) {
    this.form = form;
    this.panel = new Panel(form);
    form.tables = true; // what is due comes from them
    /** What the form held when it was last at rest, and what it holds. */
    this.rest = this.now = form.questions.answers();
    this.listen(signal);
    new Others(form.one(".plans-others"), (plan) => this.add(plan), signal);
    this.open();
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const { form, panel: { part } } = this;
    /** @type {Record<string, () => unknown>} */
    const actions = {
      blank: () => this.blank(),
      store: () => this.ask(),
      own: () => this.own(),
      clear: () => this.clear(),
      export: () => this.export(),
      undo: () => this.undo(),
      edit: () => this.edit(),
    };
    part.addEventListener("click", ({ target }) =>
      actions[/** @type {HTMLElement} */ (target).dataset.plans ?? ""]?.());
    part.addEventListener("change", (event) => {
      event.stopPropagation(); // a file is not an answer
      this.import(/** @type {HTMLInputElement} */ (event.target));
    });
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed(true));
    form.addEventListener("refused", () => this.step("换回例子"));
    form.addEventListener("answered", (event) => this.answered(/** @type {CustomEvent<Reply>} */ (event).detail));
    device.addEventListener("changed", () => this.elsewhere(), { signal });
    addEventListener("hashchange", () => isMeant(form) && this.linked(), { signal });
    document.addEventListener("visibilitychange", () => this.ours && this.day !== today() && this.show(""), { signal });
  }

  /** A link, beside what is kept; else what is kept; else what the visit has. */
  open() {
    if (device.text && !isMeant(this.form)) {
      this.show("");
      return this.panel.fold(this.ours);
    }
    this.form.begin();
    if (device.text) this.beside();
  }

  /** A link was opened while the page was. */
  linked() {
    this.step("打开链接");
    if (device.text) this.beside();
  }

  /** The form holds what a link brought; the example, if the link was no good. */
  beside() {
    this.ours = false;
    this.panel.fold(false);
    this.say("下面的没有存；你自己存的没有动，按「看我自己存的」就回来。");
  }

  /** What is kept, seen from today. @param {string} told */
  show(told) {
    this.kept = {};
    const why = this.fill(device.text ?? "");
    this.strange = why !== "";
    this.ours = !why && device.kept.answers !== undefined;
    this.steps = this.kept.steps ?? [];
    if (this.ours) return this.adopted(told);
    if (!why) return this.form.begin();
    this.say(`这台设备上存着的分期${why}。没有动它：「导出文件」能原样留一份；要不要换掉，由你定。`);
    return this.form.ask(AT_FIELDS);
  }

  /** Back from a link, which stays a step away. */
  own() {
    const guest = { said: "看我自己存的", answers: this.now, ours: false };
    this.show("换回了你自己存的。");
    this.steps = stepped(this.steps, guest);
    this.offer();
  }

  /** @param {string} told */
  adopted(told) {
    this.form.touched = this.form.eager = true;
    this.rest = this.now = this.form.questions.answers();
    this.say(told);
    return this.form.ask(AT_FIELDS);
  }

  /** Put a text into the form; why not, if it is none of ours. @param {string} text */
  fill(text) {
    const { kept, why } = read(text);
    if (!kept) return why;
    const { answers, ...others } = kept;
    if (answers && !this.form.questions.fill({ ...answers, as_of: today() })) return "有这一页没有的内容";
    this.kept = { ...this.kept, ...others, plans: merged(this.kept.plans, others.plans) };
    this.day = today();
    return "";
  }

  /** @param {boolean} [atRest] */
  changed(atRest = false) {
    this.now = this.form.questions.answers();
    if (atRest) this.step(done(this.rest, this.now), this.rest);
    if (this.ours && device.text) this.store();
  }

  /** Remember what the form held before something was done. @param {string} said */
  step(said, before = this.now) {
    this.rest = this.now = this.form.questions.answers();
    if (same(before, this.now)) return;
    this.steps = stepped(this.steps, { said, answers: before, ours: this.ours });
    this.offer();
  }

  /** What is due goes with the plans: other pages show it without Python. @param {Reply} reply */
  answered({ errors, outputs }) {
    if (Object.keys(errors).length) return this.panel.fold(false);
    if (!this.ours || !device.text) return;
    this.kept.dues = dues(this.now, outputs, this.kept.settled ?? today());
    this.store();
  }

  /** What is kept was changed, here or elsewhere. */
  elsewhere() {
    const { answers, ...others } = device.kept;
    if (!device.text) {
      this.steps = this.steps.filter(({ ours }) => !ours);
      if (this.ours) this.emptied("在另一个页面里清除了，这台设备上不再存着你的分期；下面换回了例子。");
    } else if (answers && same(answers, this.now)) this.kept = others;
    else if (this.ours || !this.form.touched) this.show("另一个页面里改了，这里也跟着换了。");
    else this.say("另一个页面里存了一份分期；这里填的没有动，也没有存。");
  }

  /** One empty row instead of the example. */
  blank() {
    this.form.questions.fill({ orders: [{}], as_of: today() });
    this.step("清空");
    this.form.questions.box("orders.0.name")?.focus();
    this.say("照账单一笔一行填；填好第一行就能看到结果。");
  }

  /** A plan of another calculator, in a row of its own. @param {NamedPlan} plan */
  add({ name, facts }) {
    const [table] = this.form.questions.tables;
    this.panel.fold(false);
    if (!table.grow({ ...facts, name }, !this.form.touched)) return;
    this.form.questions.fill({ as_of: today() });
    table.changed();
    const known = facts.total_cost || facts.method === "interest_free";
    this.say(`「${name}」加在最后一行，和账单对一遍。${known ? "" : "手续费还空着：空着当免息算，有就填上。"}`);
  }

  /** The reader wants it kept, also in place of what is not in the form. */
  ask() {
    const other = device.text && !this.ours ? device.kept : undefined;
    if ((this.strange || other?.answers) && !confirm("这台设备上已经存着另一份分期。用现在填的换掉它？")) return;
    const replaced = other?.answers && { said: "换掉原来存着的", answers: other.answers, ours: true };
    if (replaced) this.steps = stepped(other.steps ?? [], replaced);
    this.kept = { ...this.kept, ...other, plans: merged(this.kept.plans, other?.plans), dues: undefined };
    this.store("已存在这台设备上，以后改了也跟着存。");
    this.form.ask(AT_FIELDS);
  }

  /** @param {string} [told] */
  store(told) {
    const steps = this.steps.filter(({ ours }) => ours);
    const { settled = today() } = this.kept; // the reader tells of what is still to be paid
    this.kept = { ...this.kept, settled, steps };
    if (!device.keep({ ...this.kept, answers: this.now })) {
      return this.say("浏览器不让存，或者存满了。照样能算；要留着，就导出文件。");
    }
    this.ours = true;
    this.strange = false;
    if (told) this.say(told);
  }

  undo() {
    const last = this.steps.pop();
    if (!last) return;
    this.form.questions.fill({ ...last.answers, as_of: today() });
    this.ours &&= last.ours;
    this.adopted(`已撤销：${last.said}。`);
    if (this.ours) this.store();
  }

  clear() {
    if (!confirm("清除存在这台设备上的全部分期和改动的记录？不能撤销。导出过的文件不受影响。")) return;
    this.ours = false;
    device.clear();
    this.emptied("已清除，这台设备上不再存着你的分期；下面换回了例子。");
  }

  /** @param {string} told */
  emptied(told) {
    this.ours = this.strange = this.form.touched = false;
    this.kept = {};
    this.steps = [];
    visited.delete(this.form.name);
    this.panel.fold(false);
    this.form.reset();
    this.rest = this.now = this.form.questions.answers();
    this.say(told);
  }

  /** What the form holds; or as it is kept, where the form cannot hold it. */
  async export() {
    const { plans, settled } = this.kept;
    const content = (this.strange && device.text) || text({ answers: this.now, plans, settled });
    const told = await save({ name: "我的分期.json", type: "application/json", text: content });
    this.say(told || "这个应用里存不了文件，没有导出。用下面的「复制链接」，到手机的浏览器里打开，再导出。");
  }

  /** @param {HTMLInputElement} input */
  async import(input) {
    const file = await chosen(input);
    if (!file) return;
    const why = file.why ?? this.fill(file.text);
    if (why) return this.say(`这个文件${why}；没有用它。`);
    this.step("导入文件");
    if (this.ours && device.text) this.store(); // before it is said, and before Python has answered
    this.adopted("已导入。");
  }

  /** Show the form, or put it away. */
  edit() {
    this.panel.fold(!this.panel.folded);
    if (!this.panel.folded) this.form.one(".calc-form").scrollIntoView();
  }

  offer() {
    this.panel.offer(this, this.steps.at(-1));
  }

  /** @param {string} sentence */
  say(sentence) {
    this.panel.say(sentence);
    this.offer();
  }
}
