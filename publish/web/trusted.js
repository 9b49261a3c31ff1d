// The one place where a text becomes HTML, and an address that of a script. Python wrote the
// HTML, the build the addresses. Where the policy asks for Trusted Types, every other way is
// refused.

/** @typedef {{createHTML(text: string): string, createScriptURL(url: string): string}} Policy */

const NAME = "handbook";

/** @param {string} url @throws {TypeError} It leads elsewhere. */
function ours(url) {
  const { protocol, host } = new URL(url, location.href);
  if (protocol === "blob:" || (protocol === location.protocol && host === location.host)) return url;
  throw new TypeError(`not ours: ${url}`);
}

/** @type {Policy} */
const rules = { createHTML: (text) => text, createScriptURL: ours };
/** @type {{trustedTypes?: {createPolicy(name: string, rules: Policy): Policy}}} */
const { trustedTypes } = /** @type {any} */ (globalThis);
const policy = trustedTypes?.createPolicy(NAME, rules) ?? rules;

/** HTML that Python wrote. @param {string} text */
export const trusted = (text) => policy.createHTML(text);
/** Where a script of ours is. @param {string} url */
export const address = (url) => policy.createScriptURL(url);
