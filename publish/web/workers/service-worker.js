// Keeps the files of the engine, the looks, and the pages that were visited, for when
// there is no network. Each build has a cache of its own, which the next one replaces
// when it is complete. The build writes KEPT in front.
/**
 * @typedef {Event & {waitUntil(done: Promise<unknown>): void}} Lasting
 * @typedef {Lasting & {request: Request, respondWith(reply: Promise<Response>): void}} Fetching
 * @typedef {{registration: {scope: string}, clients: {claim(): Promise<void>}}} Worker
 * @typedef {{ask: "keep", names: string[]} | {ask: "keep all"} | {ask: "size"}} Order
 */

const { registration, clients } = /** @type {Worker} */ (/** @type {unknown} */ (self));
const OURS = `handbook ${registration.scope} `;
const CACHE = OURS + KEPT.build;
const HOW = { ignoreSearch: true, ignoreVary: true };

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
/** @param {string} name */
const isPage = (name) => KEPT.pages.includes(name);
/** Perhaps of another build. @param {string} name */
const isStamped = (name) => /^(assets|engine)\//.test(name);

/** @param {string} name @param {Response} response */
const isSound = async (name, response) => {
  if (!response.ok || response.redirected) return false;
  if (!isFile(name)) return true;
  const bytes = await response.clone().arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (n) => n.toString(16).padStart(2, "0")).join("") === KEPT.files[name];
};

/** What is kept under this name, if it is what the build wrote.
 * @param {Cache | CacheStorage} where @param {string} name */
const kept = async (where, name) => {
  const found = await where.match(urlOf(name), HOW);
  return found && (await isSound(name, found)) ? found : undefined;
};

/** @param {string} name @param {Response} response */
const put = async (name, response) => {
  const copy = response.clone();
  if (await isSound(name, response)) await (await caches.open(CACHE)).put(urlOf(name), copy);
};

/** Files bear their content in their name: kept ones do.
 * @param {Fetching} event @param {string} name */
const file = async (event, name) => {
  const { request } = event;
  const found = request.cache !== "reload" && await kept(await caches.open(CACHE), name);
  if (found) return found;
  const response = await fetch(request);
  event.waitUntil(put(name, response.clone()).catch(() => {})); // no room: not kept
  return response;
};

/** Pages come from the network; kept ones only stand in for it.
 * @param {Fetching} event @param {string} name */
const page = async (event, name) => {
  const { request } = event;
  try {
    const response = await fetch(request, { cache: "no-cache" });
    if (isPage(name)) event.waitUntil(put(name, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    const found = await (await caches.open(CACHE)).match(urlOf(name), HOW)
      ?? await caches.match(urlOf(name), HOW);
    if (found) return found;
    if (request.mode !== "navigate") throw error;
    const headers = { "Content-Type": "text/html; charset=utf-8" };
    const html = KEPT.missing.replace("{home}", registration.scope);
    return new Response(html, { status: 503, headers });
  }
};

/** From an earlier build if it is the same there, or else from the network.
 * @param {string} name */
const add = async (name) => {
  if (await kept(await caches.open(CACHE), name)) return;
  const earlier = isFile(name) ? await kept(caches, name) : undefined;
  const cache = isFile(name) ? "default" : "no-cache";
  const response = earlier ?? await fetch(urlOf(name), { cache });
  if (await isSound(name, response)) return put(name, response);
  await put(name, await fetch(urlOf(name), { cache: "reload" }));
  if (!await kept(await caches.open(CACHE), name)) throw new Error(`not sound: ${name}`);
};

/** @param {string[]} names @param {(done: number) => void} [tell] */
const keep = async (names, tell = () => {}) => {
  let done = 0;
  await Promise.all(names.map((name) => add(name).then(() => tell(++done))));
};

const earlierCaches = async () =>
  (await caches.keys()).filter((key) => key.startsWith(OURS) && key !== CACHE);

/** Pages and files that earlier builds keep, as requests. @param {string} key */
const contents = async (key) => (await caches.open(key)).keys();

/** All that the reader could do without network under the last build, under this one. */
const install = async () => {
  const requests = (await Promise.all((await earlierCaches()).map(contents))).flat();
  const before = new Set(requests.map(({ url }) => nameOf(url)));
  const engine = [...before].some((name) => name.endsWith(".wasm"));
  const looks = (/** @type {string} */ name) => !/^engine\/(python|worker)-/.test(name);
  const files = Object.keys(KEPT.files).filter((name) => engine || looks(name));
  // Every page asks for those that are no pages: the index of the search, the list of all.
  const pages = KEPT.pages.filter((name) => before.has(name) || /\.\w+$/.test(name));
  await keep([...files, ...pages]);
};

/** Pages that were visited since this build was installed are its own; take them over. */
const activate = async () => {
  const cache = await caches.open(CACHE);
  for (const key of await earlierCaches()) {
    const earlier = await caches.open(key);
    for (const request of await earlier.keys()) {
      const found = isPage(nameOf(request.url)) && !await cache.match(request, HOW)
        && await earlier.match(request);
      if (found) await cache.put(request, found);
    }
    await caches.delete(key);
  }
  await caches.delete(`memory of ${registration.scope}engine/`); // as builds of 2026 kept it
  await clients.claim();
};

/** @param {Order} order @param {(reply: object) => void} tell */
const obey = async (order, tell) => {
  const all = [...Object.keys(KEPT.files), ...KEPT.pages];
  if (order.ask === "size") return tell({ download: KEPT.download });
  const names = order.ask === "keep all" ? all : order.names.map((url) => nameOf(url))
    .filter((name) => isFile(name) || isPage(name));
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
  else if (isPage(name) || isStamped(name)) fetching.respondWith(page(fetching, name));
});
