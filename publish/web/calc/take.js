// What a reader takes away: a file, a print, a text for a chat, a link.

import { all } from "../dom.js";
import { LONGEST, written } from "./link.js";
import { IN_FULL } from "./loudness.js";
import { printed } from "./printing.js";
import { save } from "./saving.js";

/** @import { CalcForm } from "./form.js" */
export class TakeAway {
  /** @param {CalcForm} form */
  constructor(form) {
    this.form = form;
    const row = form.one(".calc-take");
    row.hidden = false;
    row.addEventListener("click", ({ target }) => {
      const { take } = /** @type {HTMLElement} */ (target).dataset;
      if (take) this.take(take);
    });
  }

  /** @param {string} kind */
  async take(kind) {
    this.form.one(".calc-copied").hidden = true;
    this.say("");
    if (kind === "ics" || kind === "csv") return this.file(kind);
    if (!this.form.result.current) return this.say("先等算好，或者把标出来的地方改好。");
    if (kind === "print") printed(this.form, "calc-printing");
    else if (kind === "text") this.copy(this.text(), "已复制，可以贴到聊天里。");
    else this.link();
  }

  /** @param {"ics" | "csv"} kind */
  async file(kind) {
    const reply = await this.form.ask(IN_FULL, { export: kind });
    if (!reply || reply.file === undefined) return this.say(reply && "先把标出来的地方改好。");
    if (!reply.file) return this.say("还没有日期：填了还款日，才能存到日历。");
    const done = await save(reply.file);
    if (done) this.say(done);
    else this.link("这个应用里存不了文件，没有存；到手机的浏览器里打开这一页的链接，再存一次。");
  }

  text() {
    /** @param {string} selector */
    const listed = (selector) => all(this.form, `${selector} dl > div, dl${selector} > div`)
      .map(({ children: [name, ...values] }) =>
        `${name.textContent}：${values.map((value) => value.textContent).join("；")}`);
    return [
      this.form.one(".calc-sentence").textContent,
      ...listed(".calc-figures"),
      "",
      this.form.one(".calc-given strong").textContent,
      ...listed(".calc-given"),
      "",
      this.form.one(".calc-made").textContent,
    ].join("\n");
  }

  /** @param {string} [why] What there is to say before. */
  link(why = "") {
    const { form } = this;
    const { figures, tables } = form.result;
    const fragment = written(form.name, form.questions.answers(), figures.map(({ value }) => value), tables);
    if (fragment.length > LONGEST) return this.say("填的太多，一个链接放不下。");
    const here = location.protocol === "file:" ? "这是这台设备上的文件，别的设备打不开。" : "";
    const url = new URL(location.href);
    url.search = "";
    url.hash = fragment;
    this.copy(url.href, `已复制链接，里面有你填的数，只发给信得过的人。${here}`, why);
  }

  /** @param {string} text @param {string} done @param {string} [why] */
  async copy(text, done, why = "") {
    try {
      await navigator.clipboard.writeText(text);
      this.say(why + done);
    } catch {
      const box = /** @type {HTMLTextAreaElement} */ (this.form.one(".calc-copied"));
      box.hidden = false;
      box.value = text;
      box.select();
      this.say(`${why}浏览器没让复制。内容已经选中，请用系统的「复制」。`);
    }
  }

  /** @param {string} [sentence] */
  say(sentence = "") {
    this.form.one(".calc-said").textContent = sentence;
  }
}
