// The reader's own plans, kept on the device when asked to, and only then. What is kept is
// overwritten only by what came from it, or when the reader says so.

import { one } from "../dom.js";
import { today } from "./dates.js";
import { isMeant } from "./following.js";
import { kept } from "./keeping.js";
import { AT_FIELDS } from "./loudness.js";
import { save } from "./saving.js";
import { read, text, utf8 } from "./stored.js";

/** @import { CalcForm } from "./form.js" */
const PLANS = "calc.my-plans";
const LARGEST_FILE = 200_000;
const UNUSED = "没有用它。";

export class MyPlans {
  /** Whether the form holds what is kept, so that changes are kept too. */
  ours = false;
  /** Whether this page cannot read what is kept. */
  strange = false;

  /** @param {CalcForm} form @param {AbortSignal} signal */
  constructor(form, signal) {
    this.form = form;
    this.panel = form.one(".plans");
    this.panel.hidden = false;
    this.panel.addEventListener("click", ({ target }) => {
      const { plans } = /** @type {HTMLElement} */ (target).dataset;
      if (plans === "blank") this.blank();
      else if (plans === "store") this.ask();
      else if (plans === "own") this.show("这是存在这台设备上的分期。");
      else if (plans === "clear") this.clear();
      else if (plans === "export") this.export();
    });
    this.panel.addEventListener("change", (event) => {
      event.stopPropagation(); // a file is not an answer
      this.import(/** @type {HTMLInputElement} */ (event.target));
    });
    for (const event of ["input", "change"]) {
      form.addEventListener(event, () => this.ours && this.stored && this.store());
    }
    addEventListener("storage", ({ key }) => (key === PLANS || key === null) && this.elsewhere(), { signal });
    addEventListener("hashchange", () => isMeant(form) && this.beside(), { signal });
    this.open();
  }

  get stored() {
    try {
      return localStorage.getItem(PLANS);
    } catch {
      return null;
    }
  }

  /** A link, beside what is stored; else what was stored; else what the visit has. */
  open() {
    if (this.stored && !isMeant(this.form)) return this.show("这是存在这台设备上的分期。");
    this.form.begin();
    if (this.stored) this.beside();
  }

  /** The form holds what a link brought. */
  beside() {
    this.ours = false;
    if (this.stored) this.say("下面是链接里的，没有存；你自己存的没有动，按「看我自己存的」就回来。");
  }

  /** What is stored, seen from today. @param {string} done */
  show(done) {
    const why = this.fill(this.stored ?? "");
    this.ours = !why;
    this.strange = why !== "";
    if (!why) return this.adopted(done);
    this.say(`这台设备上存着的分期${why}。没有动它：「导出文件」能原样留一份；要不要换掉，由你定。`);
    return this.form.ask(AT_FIELDS);
  }

  /** @param {string} done */
  adopted(done) {
    this.form.touched = this.form.eager = true;
    this.say(done);
    return this.form.ask(AT_FIELDS);
  }

  /** Put a text into the form; why not, if it is none of ours. @param {string} text */
  fill(text) {
    const { answers, why } = read(text);
    if (!answers) return why;
    const filled = this.form.questions.fill({ ...answers, as_of: today() });
    return filled ? "" : "有这一页没有的内容";
  }

  /** Another page of this device stored or cleared. */
  elsewhere() {
    if (!this.stored) {
      if (this.ours) this.emptied("在另一个页面里清除了，这台设备上不再存着你的分期；下面换回了例子。");
    } else if (this.ours || !this.form.touched) this.show("另一个页面里改了，这里也跟着换了。");
    else this.say("另一个页面里存了一份分期；这里填的没有动，也没有存。");
  }

  /** One empty row instead of the example. */
  blank() {
    this.form.questions.fill({ orders: [{}], as_of: today() });
    this.form.questions.box("orders.0.name")?.focus();
    this.say("照账单一笔一行填；填好第一行就能看到结果。");
  }

  /** The reader wants it stored, also in place of what is not in the form. */
  ask() {
    const other = this.stored && !this.ours;
    if (other && !confirm("这台设备上已经存着另一份分期。用现在填的换掉它？")) return;
    this.store("已存在这台设备上，以后改了也跟着存。");
  }

  /** @param {string} [done] */
  store(done) {
    try {
      localStorage.setItem(PLANS, this.text());
    } catch {
      return this.say("浏览器不让存，或者存满了。照样能算；要留着，就导出文件。");
    }
    this.ours = true;
    this.strange = false;
    if (done) this.say(done);
  }

  text() {
    return text(this.form.questions.answers());
  }

  clear() {
    if (!confirm("清除存在这台设备上的全部分期？导出过的文件不受影响。")) return;
    try {
      localStorage.removeItem(PLANS);
    } catch {
      // nothing could be stored either
    }
    this.emptied("已清除，这台设备上不再存着你的分期；下面换回了例子。");
  }

  /** @param {string} sentence */
  emptied(sentence) {
    this.ours = this.strange = this.form.touched = false;
    kept.delete(this.form.name);
    this.form.reset();
    this.say(sentence);
  }

  /** What the form holds; or as it is stored, where the form cannot hold it. */
  async export() {
    const content = (this.strange && this.stored) || this.text();
    const done = await save({ name: "我的分期.json", type: "application/json", text: content });
    this.say(done || "这个应用里存不了文件，没有导出。用下面的「复制链接」，到手机的浏览器里打开，再导出。");
  }

  /** @param {HTMLInputElement} input */
  async import(input) {
    const file = input.files?.[0];
    if (!file) return;
    const content = file.size > LARGEST_FILE ? "" : utf8(await file.arrayBuffer());
    input.value = "";
    if (file.size > LARGEST_FILE) return this.say(`这个文件太大，不是这一页导出的；${UNUSED}`);
    if (content === undefined) return this.say(`这个文件不是 UTF-8 编码的文字，可能被别的软件另存过；${UNUSED}`);
    const why = this.fill(content);
    if (why) return this.say(`这个文件${why}；${UNUSED}`);
    await this.adopted("已导入。");
    if (this.ours && this.stored) this.store();
  }

  /** @param {string} sentence */
  say(sentence) {
    const state = this.strange ? "这台设备上存着一份这一页看不懂的分期。" : "这台设备上存着你的分期。";
    this.form.one(".plans-said").textContent = sentence;
    this.form.one(".plans-state").textContent = this.stored ? state : "";
    one(this.panel, "[data-plans=own]").hidden = !this.stored || this.ours || this.strange;
  }
}
