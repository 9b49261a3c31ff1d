// What is due next by the plans kept on this device, and what the reader did not say is
// paid. It starts no Python: the amounts are those of the last answer.

import { today } from "../calc/dates.js";
import { Live } from "../dom.js";
import { distance, grouped, spoken } from "./days.js";
import { device } from "./device.js";
import { ahead } from "./due.js";

/** @import { DueDay } from "./due.js" */

class NextDue extends Live {
  /** What was settled before the reader said that more is. @type {string | undefined} */
  earlier;

  /** @param {AbortSignal} gone */
  live(gone) {
    const show = () => this.show();
    device.addEventListener("changed", show, { signal: gone });
    document.addEventListener("visibilitychange", show, { signal: gone }); // on another day, perhaps
    this.one(".next-paid").addEventListener("click", () => this.settle(today(), true));
    this.one(".next-undo").addEventListener("click", () => this.settle(this.earlier, false));
    this.show();
  }

  /** What was due before that day is paid. @param {string | undefined} day @param {boolean} more */
  settle(day, more) {
    const { kept } = device;
    this.earlier = kept.settled;
    device.keep({ ...kept, settled: day });
    this.one(".next-settled").hidden = !more;
  }

  show() {
    const day = today();
    const { kept } = device;
    const found = ahead(kept, day);
    const unknown = kept.answers ? "这台设备上存着你的分期，打开就看到下一笔。" : "这台设备上存着你留下的分期。";
    this.hidden = !device.text;
    this.put(".next-past", found?.past.map((each) => said(each, day)).join("\n"));
    this.put(".next-none", found && !found.next && "存着的几笔，都过了最后一个还款日。");
    this.put(".next-unknown", !found && unknown);
    this.one(".next-due").hidden = !found?.next;
    if (found?.next) this.next(found.next, day);
  }

  /** @param {string} selector @param {string | false | undefined} sentence */
  put(selector, sentence) {
    const part = this.one(selector);
    part.hidden = !sentence;
    (part.querySelector(".next-list") ?? part).textContent = sentence || "";
  }

  /** @param {DueDay} next @param {string} day */
  next({ day: due, days, amount, names }, day) {
    this.one(".next-names").textContent = names.join("、");
    this.one(".next-amount").textContent = grouped(amount);
    this.one(".next-when").textContent = `${spoken(due, day)}，${distance(days)}`;
  }
}

/** @param {DueDay} due @param {string} today */
const said = ({ day, days, amount, names }, today) =>
  `${spoken(day, today)} · ${grouped(amount)} 元 · ${names.join("、")}，${distance(days)}`;

customElements.define("next-due", NextDue);
