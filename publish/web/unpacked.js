/** What a script carries, base64 of gzip, as bytes on their way. @param {string} text */
export function unpacked(text) {
  const packed = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  // not a blob's stream: WebKit refuses to read it in a worker of a page opened as a file
  const { body } = new Response(packed);
  return /** @type {NonNullable<typeof body>} */ (body).pipeThrough(new DecompressionStream("gzip"));
}
