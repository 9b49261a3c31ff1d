// The buttons on the page about offline use.

import { Live } from "../dom.js";
import { keeper } from "./keeper.js";
import { wish } from "./wish.js";

class OfflineKeeper extends Live {
  live() {
    if (!keeper.possible) return;
    this.hidden = false;
    this.one(".offline-all").addEventListener("click", () => this.keep());
    this.one(".offline-remove").addEventListener("click", () => this.remove());
    if (wish.off) this.say("这台设备上没有留任何文件。");
    else keeper.tell({ ask: "size" }, ({ download = 0 }) => this.size(download));
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
      if (failed) this.say("没有下载完，可能是网络断了，或设备没有空间。已经下载的还在，可以再试。");
      else if (kept) this.say("全部页面和计算程序都留在这台设备上了。");
      else this.say(`正在下载：${done} / ${of}`);
    });
  }

  async remove() {
    wish.off = true;
    await keeper.remove();
    this.say("已从这台设备删除，以后也不再留。想恢复，按「全部留在这台设备上」。");
  }
}

customElements.define("offline-keeper", OfflineKeeper);
