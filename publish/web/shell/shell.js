// What surrounds a page: colours, search, where one is, and going on to the next.

import "./opening.js";
import "./search-box.js";
import "./switch.js";
import { Going } from "./going.js";
import { typed, updated } from "./over.js";
import { watch } from "./reading.js";

let stay = new AbortController();

/** A page is there, the first or the next. */
function arrived() {
  stay.abort();
  stay = new AbortController();
  watch(stay.signal);
}

arrived();
/** @type {HTMLElement | null} */
const news = document.querySelector(".shell-news");
if (news) news.textContent = updated ? `${news.dataset.updated}${typed ? news.dataset.carried : ""}` : "";
if (document.querySelector("meta[name=build]") && location.protocol !== "file:") new Going(arrived);
