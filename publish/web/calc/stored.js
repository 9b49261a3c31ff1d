// The text of one's plans, as it is kept on the device and in an exported file.

/** @import { Answers } from "./questions.js" */

const VERSION = 1;
const UNREAD = "不完整，或者不是这一页存的";

/** @param {Answers} answers */
export const text = (answers) => JSON.stringify({ version: VERSION, answers }, null, 1);

/**
 * What a text holds, or why it is of no use here.
 * @param {string} text
 * @returns {{answers: object, why?: undefined} | {answers?: undefined, why: string}}
 */
export function read(text) {
  try {
    const { version, answers } = JSON.parse(text);
    if (version > VERSION) return { why: "是更新的手册存的，这一页还看不懂" };
    if (version !== VERSION || !Array.isArray(answers.orders)) return { why: UNREAD };
    return { answers };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return { why: UNREAD };
    throw error;
  }
}

/** The text of a file's bytes; nothing where they are not UTF-8. @param {ArrayBuffer} bytes */
export function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
