// Plans that other calculators were told to keep: to add to 我的分期, or to let go.

import { all, one } from "../dom.js";
import { device } from "./device.js";

/** @import { Row } from "../calc/rows.js" */
/** @import { NamedPlan } from "./stored.js" */

export class Others {
  /** @param {HTMLElement} part @param {(plan: NamedPlan) => void} add @param {AbortSignal} signal */
  constructor(part, add, signal) {
    this.part = part;
    part.addEventListener("click", ({ target }) => {
      const { other } = /** @type {HTMLElement} */ (target).dataset;
      const at = all(part, "li").findIndex((line) => line.contains(/** @type {Node} */ (target)));
      const plan = this.plans[at];
      if (other === "add") add(plan);
      else if (other === "drop" && confirm(`把存着的「${plan.name}」删去？不能撤销。`)) this.drop(plan);
    });
    device.addEventListener("changed", () => this.show(), { signal });
    this.show();
  }

  /** Those that are no row yet. @returns {NamedPlan[]} */
  get plans() {
    const { answers, plans = [] } = device.kept;
    const rows = /** @type {Row[]} */ (answers?.orders ?? []);
    return plans.filter(({ name }) => !rows.some((row) => row.name === name));
  }

  /** @param {NamedPlan} plan */
  drop({ name }) {
    const { kept } = device;
    const plans = (kept.plans ?? []).filter((each) => each.name !== name);
    if (kept.answers || plans.length) device.keep({ ...kept, plans });
    else device.clear();
  }

  show() {
    const { plans } = this;
    const [line, ...others] = all(this.part, "li");
    for (const other of others) other.remove();
    this.part.hidden = !plans.length;
    for (const [n, { name }] of plans.entries()) {
      const each = n ? /** @type {HTMLElement} */ (line.cloneNode(true)) : line;
      one(this.part, "ul").append(each);
      one(each, "span").textContent = name;
    }
  }
}
