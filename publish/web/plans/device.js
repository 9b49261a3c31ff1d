// The one place on the device where the reader's plans are kept, if the reader says so.

import { read, text } from "./stored.js";

/** @import { Kept } from "./stored.js" */

const KEY = "calc.my-plans";

/** Tells `changed` when what is kept is no longer what it was, whichever page changed it. */
class Device extends EventTarget {
  seen = this.text;

  constructor() {
    super();
    const look = () => this.look();
    addEventListener("storage", look);
    addEventListener("pageshow", look); // a page that slept heard nothing
    document.addEventListener("visibilitychange", look);
  }

  /** As it stands; nothing where nothing is kept, or the browser forbids to look. */
  get text() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  /** What can be understood of it. @returns {Kept} */
  get kept() {
    return read(this.text ?? "").kept ?? {};
  }

  /** Whether something is kept that this page does not understand. */
  get strange() {
    return this.text !== null && read(this.text).why !== undefined;
  }

  look() {
    const { text } = this;
    if (text === this.seen) return;
    this.seen = text;
    this.dispatchEvent(new Event("changed"));
  }

  /** Keep this from now on; false where the browser refuses. @param {Kept} kept */
  keep(kept) {
    const content = text(kept);
    try {
      localStorage.setItem(KEY, content);
    } catch {
      return false;
    }
    this.look();
    return this.text === content;
  }

  clear() {
    try {
      localStorage.removeItem(KEY);
    } catch {
      return; // nothing could be kept either
    }
    this.look();
  }
}

export const device = new Device();
