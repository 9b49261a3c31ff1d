// The plans kept on this device as facts, under the names that fields and blanks declare.

import { payments } from "./due.js";

/** @import { Row } from "../calc/rows.js" */
/** @import { Due } from "./due.js" */
/** @import { Kept, NamedPlan } from "./stored.js" */

/** The plans kept, each name once. @param {Kept} kept @param {string} day @returns {NamedPlan[]} */
export function own(kept, day) {
  const rows = payments(kept) ?? [];
  const orders = /** @type {Row[]} */ (kept.answers?.orders ?? []).filter((order) => Object.values(order).some((cell) => cell.trim()));
  const found = orders.map((order, n) => {
    const due = rows.filter((row) => row.order === `${n + 1}`);
    const twins = orders.filter(({ name }) => name === order.name).length > 1;
    return { name: twins || !order.name ? `${order.name}（第 ${n + 1} 行）` : order.name, facts: facts(order, due, day, kept.settled ?? day) };
  });
  const named = new Map((kept.plans ?? []).map((each) => [each.name, each.facts]));
  for (const each of found) named.set(each.name, { ...named.get(each.name), ...each.facts });
  return [...named].map(([name, facts]) => ({ name, facts }));
}

/**
 * What is known of a plan of 我的分期.
 * @param {Row} order
 * @param {Due[]} due Its payments that are kept.
 * @param {string} day
 * @param {string} settled
 * @returns {Record<string, string>}
 */
function facts({ amount, periods, fee, first_due }, due, day, settled) {
  const [next, after = next] = due.filter(({ due_date }) => due_date >= day);
  const late = due.find(({ due_date }) => due_date < day && due_date >= settled);
  return {
    amount, periods, first_due,
    ...(!/[^0.]/.test(fee ?? "") && { method: "interest_free" }),
    // one of the two may be the one with the odd fen
    ...(next && { known: "payment", payment: Number(next.payment) < Number(after.payment) ? next.payment : after.payment }),
    ...(next && { next_due: next.due_date, balance: next.left }),
    ...(next && !late && { paid_periods: `${Number(next.period) - 1}` }),
    ...(late && { due_date: late.due_date, overdue_amount: late.payment }),
  };
}
