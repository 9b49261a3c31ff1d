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
    if (off) localStorage.setItem(OFF, "1");
    else localStorage.removeItem(OFF);
  },
};
