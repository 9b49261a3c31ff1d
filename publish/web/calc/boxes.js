// The boxes of a form: inputs, selects and text areas that have a name.

import { all } from "../dom.js";

/** @import { Box } from "../dom.js" */

/** @param {ParentNode} part @returns {Box[]} */
export const boxes = (part) => all(part, "[name]");

/** The boxes that hold facts of a plan; a table is of several. @param {ParentNode} part @returns {Box[]} */
export const planBoxes = (part) => all(part, ":not(.calc-cells *)[data-plan]");

/** The last part of a name such as `orders.2.amount`. @param {Box} box */
export const column = (box) => box.name.slice(box.name.lastIndexOf(".") + 1);

/** Whether the box can hold this. @param {Box} box @param {unknown} text */
export const fits = (box, text) =>
  typeof text === "string" &&
  (!(box instanceof HTMLSelectElement) || [...box.options].some(({ value }) => value === text));

/** Put a text in; an option may be given by its label. False if it finds no place. @param {Box | undefined} box @param {string} text */
export function put(box, text) {
  if (!(box instanceof HTMLSelectElement)) {
    if (box) box.value = text;
    return !text || box !== undefined;
  }
  const option = [...box.options].find(({ value, label }) =>
    value === text || (text && label.startsWith(text)));
  if (option) box.value = option.value;
  return !text || option !== undefined;
}

/** Open whatever the box is folded in. @param {Element | undefined} box */
export function unfold(box) {
  for (let fold = box?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
}

/** A box's text as people read it. @param {Box} box @param {string} text */
export function spoken(box, text) {
  const options = box instanceof HTMLSelectElement ? [...box.options] : [];
  const chosen = options.find(({ value }) => value === text);
  const unit = box.parentElement?.querySelector(".calc-unit")?.textContent ?? "";
  return chosen ? chosen.label.split("（")[0] : `${text} ${unit}`.trim();
}
