const OFF = "handbook-offline-off";

/** What the reader wants of this device. */
export const wish = {
  /** That nothing is kept. */
  get off() {
    try {
      return localStorage.getItem(OFF) !== null;
    } catch {
      return false;
    }
  },

  /** @param {boolean} off */
  set off(off) {
    try {
      if (off) localStorage.setItem(OFF, "1");
      else localStorage.removeItem(OFF);
    } catch {} // who asks what it is now, hears that it is as before
  },
};

/** Another tab has changed it. @param {() => void} told @param {AbortSignal} [signal] */
export const onWish = (told, signal) =>
  addEventListener("storage", ({ key }) => (key === OFF || key === null) && told(), { signal });
