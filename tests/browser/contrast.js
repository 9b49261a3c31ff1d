// What is too faint on a page: text and placeholders below 4.5 : 1 (3 where large); frames of
// boxes, icons, shapes of pictures and focus rings below 3 : 1. A sentence each.

([tapped, ring]) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const read = (css) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const colours = new Map(), styles = new Map();
  const rgba = (css) => colours.get(css) ?? colours.set(css, read(css)).get(css);
  const style = (at) => styles.get(at) ?? styles.set(at, getComputedStyle(at)).get(at);
  const mix = (top, under, alpha) => under.map((c, n) => n < 3 ? top[n] * alpha + c * (1 - alpha) : 1);
  const over = (top, under) => mix(top, under, top[3]);
  const paper = rgba(matchMedia("(prefers-color-scheme: dark)").matches ? "#000" : "#fff");
  const chain = (at) => at ? [...chain(at.parentElement), at] : [];
  const paint = ([at, ...inner], under, ink) => {
    if (!at) return under;
    const own = over(rgba(style(at).backgroundColor), under);
    const done = inner.length ? paint(inner, own, ink) : ink ? over(ink, own) : own;
    return mix(done, under, Number(style(at).opacity));
  };
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((c) =>
      c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const seen = (at) => {
    const { width, height } = at.getBoundingClientRect();
    return width > 1 && height > 1 && style(at).clipPath === "none"
      && at.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const told = [];
  const hold = (at, kind, found, least, said = "") => {
    if (found >= least - 0.005) return;
    const name = `${at.localName}${at.id && "#" + at.id}.${at.getAttribute("class") ?? ""}`;
    told.push(`${kind} ${found.toFixed(2)} < ${least}: ${name} in ${at.parentElement.closest("[class]:not(svg)")?.className} ${said.trim().slice(0, 30)}`);
  };
  const written = (at, colour, said, { fontSize, fontWeight } = style(at), kind = "text") => {
    const ground = chain(at);
    const size = parseFloat(fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    hold(at, kind, ratio(paint(ground, paper, rgba(colour)), paint(ground, paper)), large ? 3 : 4.5, said);
  };
  const around = (at) => paint(chain(at.parentElement), paper);
  const wanted = (at) => !tapped || at.closest(tapped);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = texts.nextNode());) {
    const at = node.parentElement;
    const outside = at.closest("script, style, template, noscript, title, desc, option, textarea");
    if (!node.data.trim() || outside || !wanted(at) || !seen(at)) continue;
    written(at, at instanceof SVGElement ? style(at).fill : style(at).color, node.data);
  }
  for (const at of document.querySelectorAll("body *")) {
    if (!wanted(at)) continue;
    for (const mark of ["::before", "::after"]) {
      const its = getComputedStyle(at, mark);
      if (/^"[^"]*\S[^"]*"$/.test(its.content) && seen(at)) written(at, its.color, its.content, its, mark);
    }
  }
  for (const at of document.querySelectorAll("input, select, textarea")) {
    const { type, value = "", placeholder } = at;
    if (!wanted(at) || !seen(at) || ["checkbox", "file"].includes(type)) continue;
    if (type !== "date") written(at, style(at).color, value);
    if (placeholder) {
      const its = getComputedStyle(at, "::placeholder");
      const [r, g, b, a] = rgba(its.color);
      written(at, `rgb(${r} ${g} ${b} / ${a * Number(its.opacity)})`, placeholder, its, "placeholder");
    }
    const under = around(at), fill = paint(chain(at), paper);
    const line = over(rgba(style(at).borderTopColor), under);
    const framed = parseFloat(style(at).borderTopWidth) ? ratio(line, under) : 1;
    if (!at.closest(".md-search")) hold(at, "frame", Math.max(framed, ratio(fill, under)), 3);
  }
  for (const at of document.querySelectorAll(":is(button, a, label) svg :is(path, circle), .calc-chart :is(rect, path, polyline, circle):not(.calc-column)")) {
    if (!wanted(at) || !seen(at)) continue;
    const { fill, stroke } = style(at);
    const ink = rgba(fill === "none" ? stroke : fill);
    hold(at, "shape", ratio(paint(chain(at), paper, ink), paint(chain(at), paper)), 3);
  }
  for (const at of ring ? document.querySelectorAll(tapped) : []) {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = style(at);
    if (!at.matches("a[href], button, input, select, textarea, summary") || at.tabIndex < 0 || !seen(at)) continue;
    if (outlineStyle === "auto") continue;
    const ground = parseFloat(outlineOffset) < 0 ? paint(chain(at), paper) : around(at);
    const drawn = outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
    hold(at, "ring", drawn ? ratio(over(rgba(outlineColor), ground), ground) : 1, 3);
  }
  return told;
}
