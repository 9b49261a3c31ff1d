// Why there is no live answer, as a reader is told.

/** @import { Reason } from "./engine/error.js" */

/** @type {Record<Reason, string>} */
export const REASONS = {
  unsupported: "这个浏览器太旧，运行不了计算程序；换一个新一点的浏览器，或者更新它。",
  blocked: "这个浏览器或网络的安全设置不让计算程序运行。",
  missing: "计算程序没取到：可能断网了，或者网络把它拦下了。",
  damaged: "取到的计算程序不完整，再取一次多半就好。",
  timeout: "等得太久，计算程序没有回音。",
  crashed: "计算程序停了，再试一次会重新启动它。",
  answer: "计算程序自己出了错，这组数它算不出来。",
};
