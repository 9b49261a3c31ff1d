const PIECE = 8_192; // as many arguments as every browser takes

/** The text of UTF-16 units, halves of characters among them. @param {Uint16Array} units */
export function text(units) {
  let said = "";
  for (let at = 0; at < units.length; at += PIECE)
    said += String.fromCharCode(...units.subarray(at, at + PIECE));
  return said;
}
