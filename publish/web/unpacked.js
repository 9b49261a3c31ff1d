/** What a script carries, base64 of gzip, as bytes on their way. @param {string} text */
export function unpacked(text) {
  const binary = atob(text);
  const packed = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) packed[at] = binary.charCodeAt(at); // by `from` ten times slower
  // not a blob's stream: WebKit refuses to read it in a worker of a page opened as a file
  const { body } = new Response(packed);
  return /** @type {NonNullable<typeof body>} */ (body).pipeThrough(new DecompressionStream("gzip"));
}
