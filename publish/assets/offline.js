// What the browser keeps for when there is no network: starts the service worker, tells
// it what the first visit brought, and shows its buttons on the page about offline use.
// Only a site that has a web app manifest has a service worker.
"use strict";

/** @typedef {{download?: number, done?: number, of?: number, kept?: true, failed?: string}} Kept */

const OFFLINE_OFF = "handbook-offline-off";

class Keeper {
  manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=manifest]"));
  possible = this.manifest !== null && navigator.serviceWorker !== undefined;

  /** The reader wants nothing kept. */
  get off() {
    try {
      return localStorage.getItem(OFFLINE_OFF) !== null;
    } catch {
      return false;
    }
  }

  /** @param {boolean} off */
  set off(off) {
    if (off) localStorage.setItem(OFFLINE_OFF, "1");
    else localStorage.removeItem(OFFLINE_OFF);
  }

  /** What has come so far is kept too, though it came before the worker. */
  async visit() {
    if (!this.possible || this.off || navigator.serviceWorker.controller) return;
    await this.start();
    const entries = performance.getEntriesByType("resource").map(({ name }) => name);
    this.tell({ ask: "keep", names: [location.href, ...entries] });
    const parts = Object.values(CALC_ASSETS.parts);
    const names = parts.map(({ file }) => new URL(file, CALC_FOLDER).href);
    const keep = () => this.tell({ ask: "keep", names });
    if (engine.progress.stage === "ready") keep();
    else engine.addEventListener("stage", () => engine.progress.stage === "ready" && keep());
  }

  async start() {
    const { href } = /** @type {HTMLLinkElement} */ (this.manifest);
    await navigator.serviceWorker.register(new URL("service-worker.js", href));
    return navigator.serviceWorker.ready;
  }

  /** @param {object} order @param {(reply: Kept) => void} [hear] */
  async tell(order, hear = () => {}) {
    const { active } = await this.start();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => hear(data);
    active?.postMessage(order, [port2]);
  }

  async remove() {
    const registered = await navigator.serviceWorker.getRegistrations();
    const { href } = new URL(".", this.manifest?.href);
    const ours = registered.filter(({ scope }) => scope === href);
    await Promise.all(ours.map((each) => each.unregister()));
    const memory = `memory of ${new URL(".", CALC_FOLDER)}`;
    const names = (await caches.keys()).filter(
      (name) => name.startsWith(`handbook ${href} `) || name === memory);
    await Promise.all(names.map((name) => caches.delete(name)));
  }
}

const keeper = new Keeper();
addEventListener("load", () => keeper.visit().catch(() => {})); // a policy may forbid it

class OfflineKeeper extends HTMLElement {
  connectedCallback() {
    if (!keeper.possible) return;
    this.hidden = false;
    this.one(".offline-all").addEventListener("click", () => this.keep());
    this.one(".offline-remove").addEventListener("click", () => this.remove());
    if (keeper.off) this.say("这台设备上没有留任何文件。");
    else keeper.tell({ ask: "size" }, ({ download = 0 }) => this.size(download));
  }

  /** @param {string} selector @returns {HTMLElement} */
  one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {string} text */
  say(text) {
    this.one(".offline-status").textContent = text;
  }

  /** @param {number} bytes */
  size(bytes) {
    this.one(".offline-size").textContent = `${(bytes / 1e6).toFixed(1)} MB`;
  }

  keep() {
    keeper.off = false;
    navigator.storage?.persist?.(); // else a browser short of room may drop it all
    this.say("正在下载…");
    keeper.tell({ ask: "keep all" }, ({ done, of, kept, failed }) => {
      if (failed) this.say("没有下载完，可能是网络断了，或设备没有空间。已经下载的还在，可以再试。");
      else if (kept) this.say("全部页面和计算程序都留在这台设备上了。");
      else this.say(`正在下载：${done} / ${of}`);
    });
  }

  async remove() {
    keeper.off = true;
    await keeper.remove();
    this.say("已从这台设备删除，以后也不再留。想恢复，按「全部留在这台设备上」。");
  }
}

customElements.define("offline-keeper", OfflineKeeper);
