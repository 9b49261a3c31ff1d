// Keeps the files of the engine, the looks, and the pages that were visited, for when there
// is no network, or a host that is silent, fails or gives what is not ours. Each build has a
// cache of its own, which the next one replaces when it is complete. The build writes KEPT
// in front.
/**
 * @typedef {Event & {waitUntil(done: Promise<unknown>): void}} Lasting
 * @typedef {Lasting & {request: Request, respondWith(reply: Promise<Response>): void}} Fetching
 * @typedef {{registration: {scope: string}, clients: {claim(): Promise<void>}}} Worker
 * @typedef {{ask: "keep", names: string[]} | {ask: "keep all"} | {ask: "size"} | {ask: "forget"}} Order
 */

const { registration, clients } = /** @type {Worker} */ (/** @type {unknown} */ (self));
const OURS = `handbook ${registration.scope} `;
/** Called by the build that its pages say they are of, and by all that was built. */
const CACHE = `${OURS}${KEPT.pagesOf} ${KEPT.build}`;
const HOW = { ignoreSearch: true, ignoreVary: true };
const SAYS = /<meta name="?build"? content="?([\w.-]+)/;
/** Milliseconds that a host has for a page that is kept. */
const PATIENCE = 2_000;

/** Whether the reader had all of it deleted. What an ended worker forgot to know, it sees: there is no cache. */
let forgotten = false;

/** The place below the scope; what is elsewhere begins with a slash. @param {string} url */
const nameOf = (url) => {
  const { origin, pathname } = new URL(url);
  const place = origin + pathname;
  if (!place.startsWith(registration.scope)) return "/";
  return decodeURI(place.slice(registration.scope.length)).replace(/(^|\/)index\.html$/, "$1");
};
/** @param {string} name */
const urlOf = (name) => new URL(name, registration.scope).href;
/** @param {string} name */
const isFile = (name) => Object.hasOwn(KEPT.files, name);
/** What pages ask for under a name that does not change. @param {string} name */
const isList = (name) => Object.hasOwn(KEPT.lists, name);
/** @param {string} name */
const isPage = (name) => KEPT.pages.includes(name);
/** Perhaps of another build. @param {string} name */
const isStamped = (name) => /^(assets|engine)\//.test(name);

/** @param {Response} response */
const sha256 = async (response) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return Array.from(hash, (n) => n.toString(16).padStart(2, "0")).join("");
};

/** The build that a page says it is of. @param {Response} response */
const said = async (response) => SAYS.exec(await response.text())?.[1];

/** The build that a response is of, if it is whole and ours.
 * @param {string} name @param {Response} response */
const buildOf = async (name, response) => {
  if (!response.ok || response.redirected) return undefined;
  if (isPage(name)) return said(response.clone());
  const whole = await sha256(response.clone()) === (KEPT.files[name] ?? KEPT.lists[name]);
  return whole ? KEPT.pagesOf : undefined;
};

/** What this build keeps under this name, if it is what was built. @param {string} name */
const kept = async (name) => {
  const found = await caches.match(urlOf(name), { ...HOW, cacheName: CACHE });
  return found && (await buildOf(name, found)) === KEPT.pagesOf ? found : undefined;
};

/** Where a build keeps what is its own, unless that was deleted. @param {string} build */
const cacheOf = async (build) => {
  const names = await caches.keys();
  return [CACHE, ...names].find((name) => names.includes(name) && name.startsWith(`${OURS}${build} `));
};

/** Keep what is of this build, or of the next one that waits. @param {string} name @param {Response} response */
const put = async (name, response) => {
  const copy = response.clone();
  const build = await buildOf(name, response);
  const cache = build && await cacheOf(build);
  if (cache && !forgotten) await (await caches.open(cache)).put(urlOf(name), copy);
};

/** Files bear their content in their name: kept ones do.
 * @param {Fetching} event @param {string} name */
const file = async (event, name) => {
  const { request } = event;
  const found = request.cache !== "reload" && await kept(name);
  if (found) return found;
  const response = await fetch(request);
  event.waitUntil(put(name, response.clone()).catch(() => {})); // no room: not kept
  return response;
};

/** From the host, as the tab of another build expects it; else where that build keeps it.
 * @param {Request} request */
const stamped = async (request) => {
  const fresh = await fetch(request).catch(() => undefined);
  if (fresh?.ok) return fresh;
  return await caches.match(request, HOW) ?? fresh ?? Response.error();
};

/** Whether what a host gives may stand in place of what is kept: it leads on, or is of any
 * build of ours, also where that says that a page is gone.
 * @param {string} name @param {Response} response */
const stands = async (name, response) => {
  if (response.redirected || response.type === "opaqueredirect") return true;
  if (isList(name)) return response.ok && !/html/.test(response.headers.get("Content-Type") ?? "");
  return response.status < 500 && await said(response) !== undefined;
};

/** Pages come from the host while it gives them; kept ones stand in for it.
 * @param {Fetching} event @param {string} name */
const page = async (event, name) => {
  const { request } = event;
  const fresh = fetch(request, { cache: "no-cache" });
  event.waitUntil(fresh.then((response) => put(name, response.clone())).catch(() => {}));
  const held = await kept(name) ?? await caches.match(urlOf(name), HOW);
  if (!held) return fresh.catch((error) => missing(request, error));
  const good = fresh.then(async (response) => await stands(name, response.clone()) ? response : held);
  const late = new Promise((done) => setTimeout(done, PATIENCE, held));
  return Promise.race([good.catch(() => held), late]);
};

/** @param {Request} request @param {unknown} error */
const missing = (request, error) => {
  if (request.mode !== "navigate") throw error;
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(KEPT.missing.replace("{home}", registration.scope), { status: 503, headers });
};

/** From an earlier build if it is the same there, or else from the network.
 * @param {string} name */
const add = async (name) => {
  if (await kept(name)) return;
  const earlier = isFile(name) ? await caches.match(urlOf(name), HOW) : undefined;
  if (earlier) await put(name, earlier);
  for (const cache of /** @type {RequestCache[]} */ ([isFile(name) ? "default" : "no-cache", "reload"])) {
    if (await kept(name)) return;
    await put(name, await fetch(urlOf(name), { cache }));
  }
  if (!await kept(name)) throw new Error(`not sound: ${name}`);
};

/** @param {string[]} names @param {(done: number) => void} [tell] */
const keep = async (names, tell = () => {}) => {
  let done = 0;
  await Promise.all(names.map((name) => add(name).then(() => tell(++done))));
};

const ours = async () => (await caches.keys()).filter((key) => key.startsWith(OURS));

/** All that the reader could do without network under the last build, under this one. */
const install = async () => {
  const earlier = await Promise.all((await ours()).map((key) => caches.open(key)));
  const requests = await Promise.all(earlier.map((cache) => cache.keys()));
  const before = new Set(requests.flat().map(({ url }) => nameOf(url)));
  await caches.open(CACHE);
  const engine = [...before].some((name) => name.endsWith(".wasm"));
  const looks = (/** @type {string} */ name) => !/^engine\/(python|worker)-/.test(name);
  const files = Object.keys(KEPT.files).filter((name) => engine || looks(name));
  await keep([...files, ...Object.keys(KEPT.lists), ...KEPT.pages.filter((name) => before.has(name))]);
};

const activate = async () => {
  for (const key of await ours()) if (key !== CACHE) await caches.delete(key);
  await caches.delete(`memory of ${registration.scope}engine/`); // as builds of 2026 kept it
  await clients.claim();
};

/** Nothing is left, and nothing comes back while tabs still have this worker. */
const forget = async () => {
  forgotten = true;
  await Promise.all((await ours()).map((key) => caches.delete(key)));
};

/** @param {Order} order @param {(reply: object) => void} tell */
const obey = async (order, tell) => {
  const all = [KEPT.files, KEPT.lists].flatMap(Object.keys).concat(KEPT.pages);
  if (order.ask === "size") return tell({ download: KEPT.download });
  if (order.ask === "forget") return tell({ gone: await forget() ?? true });
  if (order.ask === "keep all") {
    forgotten = false;
    await caches.open(CACHE);
  }
  const names = order.ask === "keep all" ? all : order.names.map(nameOf).filter((name) => all.includes(name));
  await keep(names, (done) => tell({ done, of: names.length }));
  tell({ kept: true });
};

addEventListener("install", (event) =>
  /** @type {Lasting} */ (event).waitUntil(install()));
addEventListener("activate", (event) =>
  /** @type {Lasting} */ (event).waitUntil(activate()));
addEventListener("message", (event) => {
  const tell = (/** @type {object} */ reply) => event.ports[0].postMessage(reply);
  const done = obey(event.data, tell).catch((error) => tell({ failed: String(error) }));
  /** @type {Lasting} */ (/** @type {Event} */ (event)).waitUntil(done);
});
addEventListener("fetch", (event) => {
  const fetching = /** @type {Fetching} */ (event);
  const { method, url } = fetching.request;
  const name = nameOf(url);
  if (method !== "GET") return;
  if (isFile(name)) fetching.respondWith(file(fetching, name));
  else if (isPage(name) || isList(name)) fetching.respondWith(page(fetching, name));
  else if (isStamped(name)) fetching.respondWith(stamped(fetching.request));
});
