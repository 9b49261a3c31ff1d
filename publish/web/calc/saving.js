// Files made here: handed to the browser, or to the system where an app shows the page.

import { inApp } from "./in-app.js";

/**
 * Hand a file over, and say no more than is known of it.
 * @param {{name: string, type: string, text: string}} file
 * @returns {Promise<string>} nothing where it can neither be shared nor downloaded
 */
export async function save({ name, type, text }) {
  if (!inApp(navigator.userAgent)) {
    download(name, new Blob([text], { type }));
    return `已交给浏览器下载「${name}」；到下载的文件里看看有没有。`;
  }
  const files = [new File([text], name, { type })];
  if (!navigator.canShare?.({ files })) return "";
  // what took long, such as the first answer, has used up the tap
  if (navigator.userActivation?.isActive === false) return `「${name}」做好了，再按一次就能分享。`;
  try {
    await navigator.share({ files });
    return `「${name}」已交给系统的分享；存没存下，以你选的地方为准。`;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? `没有分享「${name}」。` : "";
  }
}

/** @param {string} name @param {Blob} content */
function download(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
