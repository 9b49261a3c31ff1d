const PIECE = 8_192; // as many arguments as every browser takes
const WHOLE = new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true });

/** The text of UTF-16 units, halves of characters among them. @param {Uint16Array<ArrayBuffer>} units */
export function text(units) {
  try {
    return WHOLE.decode(units);
  } catch { // a half is no error here
    let said = "";
    for (let at = 0; at < units.length; at += PIECE)
      said += String.fromCharCode(...units.subarray(at, at + PIECE));
    return said;
  }
}
