// What the browser keeps for when there is no network: starts the service worker and
// tells it what the first visit brought. Only a site that has a web app manifest has one.

import { engine } from "../calc/engine/engine.js";
import { partURL } from "../calc/engine/parts.js";
import { wish } from "./wish.js";
/** @import { PartName } from "../calc/engine/parts.js" */
/** @typedef {{download?: number, done?: number, of?: number, kept?: true, failed?: string}} Kept */

class Keeper {
  manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=manifest]"));
  possible = this.manifest !== null && navigator.serviceWorker !== undefined;

  /** What has come so far is kept too, though it came before the worker. */
  async visit() {
    if (!this.possible || wish.off || navigator.serviceWorker.controller) return;
    await this.start();
    const entries = performance.getEntriesByType("resource").map(({ name }) => name);
    this.tell({ ask: "keep", names: [location.href, ...entries] });
    const parts = /** @type {PartName[]} */ (Object.keys(CALC_ASSETS.parts));
    const names = parts.map(partURL);
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
    const names = (await caches.keys()).filter((name) => name.startsWith(`handbook ${href} `));
    await Promise.all(names.map((name) => caches.delete(name)));
  }
}

export const keeper = new Keeper();
addEventListener("load", () => keeper.visit().catch(() => {})); // a policy may forbid it
