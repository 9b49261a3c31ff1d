// The search worker: it answers the search box, in a worker or (opened from a folder) in
// a blob.
import { answered } from "./search/answering.js";
import { Book } from "./search/book.js";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;

/** @type {Book} */
let book;

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    book = new Book(data);
    postMessage({ type: READY });
  } else if (type === QUERY) {
    postMessage({ type: RESULT, data: answered(book, data) });
  }
});
