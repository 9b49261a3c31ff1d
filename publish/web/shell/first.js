// Before the first paint: the colours. Everything else waits until the page is read; and
// where its script does not come, or does not run in this browser, the page says so.

import { paint } from "./colours.js";

document.documentElement.className = "js";
paint();
addEventListener("error", ({ target }) => {
  const ours = target === globalThis || target instanceof HTMLScriptElement;
  /** @type {HTMLElement | null} */
  const news = document.querySelector(".shell-news");
  if (!ours || "engine" in globalThis || !news) return;
  news.textContent = news.dataset.lost ?? "";
  news.classList.add("shell-lost");
}, { capture: true });
