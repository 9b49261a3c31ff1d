// What was typed goes along when a page has to be loaded whole: in the state of this tab's
// history, from which the next page takes it at once. Nothing of it is stored.

/** @typedef {{build: string, typed: Record<string, unknown[]>}} Over */

/** The build that a page says it is of. @param {ParentNode} page */
export const buildOf = (page) => page.querySelector("meta[name=build]")?.getAttribute("content") ?? "";

/** The same, of a page as a text. @param {string} html */
export const buildIn = (html) => /<meta name="build" content="([^"]*)"/.exec(html)?.[1] ?? "";

/** @type {{over?: Over}} */
const { over, ...state } = history.state ?? {};
if (over) history.replaceState(state, "");

/** Whether the page before was one of another build. */
export const updated = over !== undefined && over.build !== buildOf(document);

/** Whether anything was typed there. */
export const typed = Object.values(over?.typed ?? {}).some(({ length }) => length > 0);

/** What goes along, by its name. @type {Map<string, () => unknown[]>} */
const parts = new Map();

/**
 * What came along under this name; and what shall go along from here.
 * @template Part
 * @param {string} name
 * @param {() => Part[]} pack
 * @returns {Part[] | undefined}
 */
export function carried(name, pack) {
  parts.set(name, pack);
  return /** @type {Part[] | undefined} */ (over?.typed[name]);
}

/** Load the page that the address names, as browsers do. */
export function loadWhole() {
  const going = { build: buildOf(document), typed: Object.fromEntries([...parts].map(([name, pack]) => [name, pack()])) };
  history.replaceState({ ...history.state, over: going }, "");
  location.reload();
}
