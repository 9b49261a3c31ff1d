// The reader's own plans, kept on the device when asked to, and only then.

import { today } from "./dates.js";
import { kept } from "./keeping.js";
import { AT_FIELDS } from "./loudness.js";
import { download } from "./saving.js";

/** @import { CalcForm } from "./form.js" */
const PLANS = "calc.my-plans";
const PLANS_VERSION = 1;
const LARGEST_FILE = 200_000;

export class MyPlans {
  /** @param {CalcForm} form */
  constructor(form) {
    this.form = form;
    this.panel = form.one(".plans");
    this.panel.hidden = false;
    this.panel.addEventListener("click", ({ target }) => {
      const { plans } = /** @type {HTMLElement} */ (target).dataset;
      if (plans === "blank") this.blank();
      else if (plans === "store") this.store("已存在这台设备上，以后改了也跟着存。");
      else if (plans === "clear") this.clear();
      else if (plans === "export") this.export();
    });
    this.panel.addEventListener("change", (event) => {
      event.stopPropagation(); // a file is not an answer
      this.import(/** @type {HTMLInputElement} */ (event.target));
    });
    for (const event of ["input", "change"]) {
      form.addEventListener(event, () => this.stored && this.store());
    }
    this.open();
  }

  get stored() {
    try {
      return localStorage.getItem(PLANS);
    } catch {
      return null;
    }
  }

  /** What was stored, seen from today; else what the link or the visit has. */
  open() {
    if (!this.stored) return this.form.begin();
    this.adopt(this.stored, "这是存在这台设备上的分期。");
  }

  /** @param {string} text @param {string} done */
  async adopt(text, done) {
    if (!this.fill(text)) return this.say("这份内容不是这一页存的，或者坏了；没有用它。");
    this.form.touched = this.form.eager = true;
    this.say(done);
    return this.form.ask(AT_FIELDS);
  }

  /** Whether the text is one of ours, and now in the form. @param {string} text */
  fill(text) {
    try {
      const { version, answers } = JSON.parse(text);
      const ours = version === PLANS_VERSION && Array.isArray(answers.orders);
      return ours && this.form.questions.fill({ ...answers, as_of: today() });
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof TypeError) return false;
      throw error;
    }
  }

  text() {
    return JSON.stringify({ version: PLANS_VERSION, answers: this.form.questions.answers() }, null, 1);
  }

  /** One empty row instead of the example. */
  blank() {
    this.form.questions.fill({ orders: [{}], as_of: today() });
    this.form.questions.box("orders.0.name")?.focus();
    this.say("照账单一笔一行填；填好第一行就能看到结果。");
  }

  /** @param {string} [done] */
  store(done) {
    try {
      localStorage.setItem(PLANS, this.text());
    } catch {
      return this.say("浏览器不让存，或者存满了。照样能算；要留着，就导出文件。");
    }
    if (done) this.say(done);
  }

  clear() {
    if (!confirm("清除存在这台设备上的全部分期？导出过的文件不受影响。")) return;
    try {
      localStorage.removeItem(PLANS);
    } catch {
      // nothing could be stored either
    }
    kept.delete(this.form.name);
    this.form.touched = false;
    this.form.reset();
    this.say("已清除，这台设备上不再存着你的分期；下面换回了例子。");
  }

  export() {
    download({ name: "我的分期.json", type: "application/json", text: this.text() });
    this.say("已导出「我的分期.json」，在下载的文件里。");
  }

  /** @param {HTMLInputElement} input */
  async import(input) {
    const file = input.files?.[0];
    if (!file) return;
    const text = file.size > LARGEST_FILE ? "" : await file.text();
    input.value = "";
    await this.adopt(text, "已导入。");
    if (this.stored) this.store();
  }

  /** @param {string} sentence */
  say(sentence) {
    const state = this.stored ? "这台设备上存着你的分期。" : "";
    this.form.one(".plans-said").textContent = sentence;
    this.form.one(".plans-state").textContent = state;
  }
}
