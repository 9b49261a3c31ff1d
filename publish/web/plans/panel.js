// The panel of 我的分期: what is kept, what can be done now, and whether the form is in sight.

import { one } from "../dom.js";
import { device } from "./device.js";

/** @import { CalcForm } from "../calc/form.js" */
/** @import { Step } from "./steps.js" */

export class Panel {
  /** @param {CalcForm} form */
  constructor(form) {
    this.form = form;
    this.part = form.one(".plans");
  }

  /** @param {string} does */
  button(does) {
    return one(this.part, `[data-plans=${does}]`);
  }

  get folded() {
    return this.form.classList.contains("plans-folded");
  }

  /** What is due comes first, then what there is to do; or the form, as for who is new. @param {boolean} folded */
  fold(folded) {
    if (folded) this.form.one(".calc-both").after(this.part);
    this.form.classList.toggle("plans-folded", folded);
    const edit = this.button("edit");
    edit.ariaExpanded = String(!folded);
    edit.textContent = folded ? "改我的分期" : "收起表格";
  }

  /** What can be done now. @param {{ours: boolean, strange: boolean}} plans @param {Step | undefined} last */
  offer({ ours, strange }, last) {
    const undo = this.button("undo");
    undo.toggleAttribute("disabled", !last);
    undo.textContent = last ? `撤销：${last.said}` : "撤销";
    const hidden = { own: !device.kept.answers || ours || strange, blank: ours, store: ours, edit: !ours };
    for (const [does, is] of Object.entries(hidden)) this.button(does).hidden = is;
    const state = strange ? "这台设备上存着一份这一页看不懂的分期。" : "这台设备上存着你的分期。";
    one(this.part, ".plans-state").textContent = device.text ? state : "";
  }

  /** @param {string} sentence */
  say(sentence) {
    one(this.part, ".plans-said").textContent = sentence;
  }
}
