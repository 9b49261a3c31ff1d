// Moves within the first page of a visit, kept from the theme: it would fetch the page
// once more on the first of them, and what the reader has typed would be gone.
// Runs before the theme's own script, so that it is the first to hear.
{
  const { origin, pathname } = location;

  /** @param {Event} event @param {Location | HTMLAnchorElement | null} to */
  const keep = (event, to) => {
    if (to?.origin !== origin) return;
    if (to.pathname === pathname) event.stopImmediatePropagation();
    else stop();
  };
  /** @param {Event} event */
  const clicked = (event) => {
    const link = /** @type {Element} */ (event.target).closest("a[href]");
    keep(event, /** @type {HTMLAnchorElement | null} */ (link));
  };
  /** @param {Event} event */
  const moved = (event) => keep(event, location);
  const stop = () => {
    document.body.removeEventListener("click", clicked);
    removeEventListener("popstate", moved);
  };
  document.body.addEventListener("click", clicked);
  addEventListener("popstate", moved);
}
