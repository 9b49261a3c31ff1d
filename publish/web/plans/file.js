// A file that the reader chose.

import { utf8 } from "./stored.js";

const LARGEST = 200_000;

/**
 * Its text, or why it is of no use here.
 * @param {HTMLInputElement} input
 * @returns {Promise<{text: string, why?: undefined} | {text?: undefined, why: string} | undefined>}
 */
export async function chosen(input) {
  const file = input.files?.[0];
  if (!file) return undefined;
  input.value = ""; // so that the same one may be chosen again
  if (file.size > LARGEST) return { why: "太大，不是这一页导出的" };
  const text = utf8(await file.arrayBuffer());
  return text === undefined ? { why: "不是 UTF-8 编码的文字，可能被别的软件另存过" } : { text };
}
