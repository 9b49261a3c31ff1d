// What can be filled in: the plans kept on this device, and what this visit was told.

import { today } from "../calc/dates.js";
import { Plan } from "../calc/plan.js";
import { device } from "./device.js";
import { own } from "./own.js";

/** What this visit was told, in memory only. */
export const told = new Plan();

/** Each plan with its name; what this visit was told has none. @returns {{name: string, plan: Plan}[]} */
export const known = () => [
  { name: "", plan: told },
  ...own(device.kept, today()).map(({ name, facts }) => ({ name, plan: new Plan(facts) })),
];
