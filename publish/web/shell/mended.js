// Some apps write the # of a link as %23; then no page is found, or not the place on it.

/** @param {string} href @returns {string | undefined} The address that was meant, if it is another. */
export function mended(href) {
  const [page, ...place] = href.split("#", 1)[0].split(/%23(?=[\w-]+(?:~|%7E|=|$))/i);
  return place.length ? `${page}#${place.join("%23")}` : undefined;
}
