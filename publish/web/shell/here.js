const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);

/** The root of the site: the script of a page lies in a folder below it. */
export const ROOT = new URL("..", src || location.href).href;
