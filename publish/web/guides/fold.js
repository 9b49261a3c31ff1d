// A letter is folded until its heading is what the address leads to.

/** @param {Element} letter @param {AbortSignal} gone */
export function follow(letter, gone) {
  const fold = letter.closest("details");
  let heading = fold?.previousElementSibling;
  while (heading && !heading.id) heading = heading.previousElementSibling;
  if (!fold || !heading) return;
  const address = `#${heading.id}`;
  const look = () => (fold.open ||= location.hash === address);
  addEventListener("hashchange", look, { signal: gone });
  document.addEventListener("click", ({ target }) => {
    const link = /** @type {Element} */ (target).closest("a");
    if (link?.hash === address && link.pathname === location.pathname) fold.open = true;
  }, { signal: gone });
  look();
}
