// The buttons on the page about offline use.

import { Live } from "../dom.js";
import { keeper } from "./keeper.js";
import { onWish, wish } from "./wish.js";

const NOT_WHOLE = "没有下载完，可能是网络断了，或设备没有空间。已经下载的还在，可以再试。";
const GONE = "为断网留的文件已从这台设备删除，以后也不再留。浏览器自己的缓存网页管不着，要在浏览器里清除浏览数据。想恢复，按「全部留在这台设备上」。";
const FOR_NOW = "为断网留的文件已从这台设备删除。这个浏览器不让网页记住你的选择，下次打开又会留一份。";

class OfflineKeeper extends Live {
  /** @param {AbortSignal} signal */
  live(signal) {
    if (!keeper.possible) return;
    this.hidden = false;
    this.one(".offline-all").addEventListener("click", () => this.keep());
    this.one(".offline-remove").addEventListener("click", () => this.remove());
    onWish(() => this.begin(), signal);
    this.begin();
  }

  /** As it is now, whichever tab has made it so. */
  begin() {
    this.say(wish.off ? "这台设备上没有留任何文件。" : "");
    if (!wish.off) keeper.tell({ ask: "size" }, ({ download = 0 }) => this.size(download)).catch(() => {});
  }

  /** @param {string} text */
  say(text) {
    this.one(".offline-status").textContent = text;
  }

  /** @param {number} bytes */
  size(bytes) {
    this.one(".offline-size").textContent = `${(bytes / 1e6).toFixed(1)} MB`;
  }

  keep() {
    wish.off = false;
    navigator.storage?.persist?.(); // else a browser short of room may drop it all
    this.say("正在下载…");
    keeper.tell({ ask: "keep all" }, ({ done, of, kept, failed }) => {
      if (wish.off) this.begin(); // another tab has it deleted meanwhile
      else if (failed) this.say(NOT_WHOLE);
      else if (kept) this.say("全部页面和计算程序都留在这台设备上了。");
      else this.say(`正在下载：${done} / ${of}`);
    }).catch(() => this.say(NOT_WHOLE));
  }

  async remove() {
    wish.off = true;
    await keeper.remove();
    this.say(wish.off ? GONE : FOR_NOW);
  }
}

customElements.define("offline-keeper", OfflineKeeper);
