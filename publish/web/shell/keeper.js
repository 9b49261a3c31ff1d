// What the browser keeps for when there is no network: starts the service worker and
// tells it what the first visit brought. Only a site that has a web app manifest has one.

import { engine } from "../calc/engine/engine.js";
import { partURL } from "../calc/engine/parts.js";
import { address } from "../trusted.js";
import { onWish, wish } from "./wish.js";
/** @import { PartName } from "../calc/engine/parts.js" */
/** @typedef {{download?: number, done?: number, of?: number, kept?: true, gone?: true, failed?: string}} Kept */

/** Milliseconds in which a worker that runs has answered. */
const PATIENCE = 5_000;

class Keeper {
  manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=manifest]"));
  possible = this.manifest !== null && navigator.serviceWorker !== undefined;
  /** Where our worker is at home. */
  scope = new URL(".", this.manifest?.href ?? location.href).href;

  /** What has come so far is kept too, though it came before the worker. */
  async visit() {
    if (!this.possible || wish.off || navigator.serviceWorker.controller) return;
    const entries = performance.getEntriesByType("resource").map(({ name }) => name);
    await this.tell({ ask: "keep", names: [location.href, ...entries] });
    const parts = /** @type {PartName[]} */ (Object.keys(CALC_ASSETS.parts));
    const names = parts.map(partURL);
    const keep = () => wish.off || this.tell({ ask: "keep", names }).catch(() => {}); // kept next time
    if (engine.progress.stage === "ready") keep();
    else engine.addEventListener("stage", () => engine.progress.stage === "ready" && keep());
  }

  /** The worker, once it is there. */
  async start() {
    const script = address(new URL("service-worker.js", this.scope).href);
    const registered = await navigator.serviceWorker.register(script);
    while (!registered.active) {
      const coming = registered.installing ?? registered.waiting;
      if (!coming) throw new Error("not installed");
      await new Promise((done) => coming.addEventListener("statechange", done, { once: true }));
    }
    return registered.active;
  }

  /** @param {object} order @param {(reply: Kept) => void} [hear] */
  async tell(order, hear) {
    send(await this.start(), order, hear);
  }

  /** Every worker of ours lets go of what it keeps, also one that an open tab still has. */
  async remove() {
    const { serviceWorker } = navigator;
    const registered = (await serviceWorker.getRegistrations()).filter(({ scope }) => scope === this.scope);
    const workers = registered.flatMap(({ installing, waiting, active }) => [installing, waiting, active]);
    await Promise.all([serviceWorker.controller, ...workers].map((worker) => worker && forgotten(worker)));
    await Promise.all(registered.map((each) => each.unregister()));
    const names = (await caches.keys()).filter((name) => name.startsWith(`handbook ${this.scope} `));
    await Promise.all(names.map((name) => caches.delete(name)));
  }
}

/** @param {ServiceWorker} worker @param {object} order @param {(reply: Kept) => void} [hear] */
function send(worker, order, hear = () => {}) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => hear(data);
  worker.postMessage(order, [port2]);
}

/** Settled when the worker has forgotten, or is none that runs. @param {ServiceWorker} worker */
const forgotten = (worker) => new Promise((done) => {
  send(worker, { ask: "forget" }, done);
  setTimeout(done, PATIENCE);
});

export const keeper = new Keeper();
addEventListener("load", () => keeper.visit().catch(() => {})); // a policy may forbid it
onWish(() => keeper.possible && wish.off && keeper.remove());
