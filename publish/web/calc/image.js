// Images made here, as data: an app that shows the page can keep those with a long press.

import { generate } from "lean-qr/nano";

/** Sharp on a phone and in a chat. */
const SCALE = 3;
/** Pixels of a code's squares, and how many of them around it stay empty. */
const SQUARE = 8, AROUND = 4;
/** Longer texts make codes that a camera does not read from a screen. */
const LONGEST = 1400;

/** @param {string} svg */
export async function png(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth, naturalHeight } = image;
  return painted(naturalWidth * SCALE, naturalHeight * SCALE, (context) => {
    context.drawImage(image, 0, 0, naturalWidth * SCALE, naturalHeight * SCALE);
  });
}

/** A code to scan; nothing for a text that is too long. @param {string} text */
export function code(text) {
  if (text.length > LONGEST) return "";
  const squares = generate(text);
  const side = (squares.size + 2 * AROUND) * SQUARE;
  return painted(side, side, (context) => {
    context.fillStyle = "#fff";
    context.fillRect(0, 0, side, side);
    context.fillStyle = "#000";
    for (let y = 0; y < squares.size; y++) {
      for (let x = 0; x < squares.size; x++) {
        if (squares.get(x, y)) context.fillRect((x + AROUND) * SQUARE, (y + AROUND) * SQUARE, SQUARE, SQUARE);
      }
    }
  });
}

/** @param {number} width @param {number} height @param {(context: CanvasRenderingContext2D) => void} paint */
function painted(width, height, paint) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  paint(/** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")));
  return canvas.toDataURL("image/png");
}
