// The search worker and its index, brought when a reader first means to search.

import { address } from "../trusted.js";

/**
 * @typedef {{location: string, title: string, text: string}} Hit  Title and text are HTML.
 * @typedef {{items: Hit[][], kind?: string}} Answer  A page, and its parts that answer, each.
 * @typedef {() => Promise<{script: string, index: object}>} Source  The worker's address, and the index.
 */

/** What stands above an answer, by its kind. @type {Record<string, string>} */
const SAID = { urgent: "最急的几件事", nearest: "没有正好的一页，这些最接近" };
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;

export class Search {
  /** Numbers the queries: the worker answers them in turn. */
  #asked = 0;
  #answered = 0;

  /** @param {Source} source @param {(answer: Answer) => void} show The answer to the latest query. */
  constructor(source, show) {
    this.show = show;
    this.ready = source().then((found) => this.#start(found));
  }

  /** @param {{script: string, index: object}} found @returns {Promise<Worker>} */
  #start({ script, index }) {
    const worker = new Worker(address(script));
    worker.postMessage({ type: SETUP, data: index });
    return new Promise((ready, fail) => {
      worker.onerror = fail;
      worker.onmessage = ({ data: { type, data } }) => {
        if (type === READY) ready(worker);
        if (type === RESULT && ++this.#answered === this.#asked) this.show(data);
      };
    });
  }

  /** @param {string} query */
  async ask(query) {
    const worker = await this.ready;
    this.#asked++;
    worker.postMessage({ type: QUERY, data: query });
  }
}

/** A worker's address, made of its text. @param {string} text */
export const carried = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));

/** What to say of an answer. @param {Answer} answer */
export const said = ({ items, kind }) => SAID[kind ?? ""] ?? `找到 ${items.length} 页`;
