// Why there is no live answer, as a reader is told, and what can be done from here.

/** @import { Reason } from "./engine/error.js" */

/** @type {Record<Reason, string>} */
export const REASONS = {
  old: "这个浏览器太旧，运行不了计算程序；换一个新一点的浏览器，或者更新它。",
  disabled: "这个浏览器关掉了计算程序要用的功能（WebAssembly），苹果设备的锁定模式就会这样；换一台设备，或者只对这个网站关掉锁定模式。",
  blocked: "这个浏览器或网络的安全设置不让计算程序运行。",
  workerless: "这个浏览器不让网页在后台运行程序，计算程序启动不了；换一个浏览器多半就好。",
  packed: "这个浏览器解不开离线版里的计算程序；换一个新一点的浏览器，或者到网上的那一版里算。",
  memory: "这台设备空闲的内存不够，计算程序启动不了；关掉一些网页和应用再试。",
  missing: "计算程序没取到：可能断网了，或者网络把它拦下了。",
  folder: "这份离线版里少了计算程序的文件；把压缩包重新解压一次，再打开里面的网页。",
  absent: "网站上没有计算程序的这个文件，可能正在更新；过几分钟刷新这一页。",
  updated: "手册更新了，这一页的计算程序已经换成新的；刷新这一页就能接着算，填的也会带过去。",
  server: "网站的服务器出了错，计算程序没取到；过一会儿再试。",
  damaged: "取到的计算程序不完整，或者被网络换掉了；再取一次多半就好。",
  silent: "等得太久，网络没有再送来计算程序。",
  stopped: "没有等下去，重新取计算程序。",
  timeout: "等得太久，计算程序没有回音。",
  crashed: "计算程序停了，再试一次会重新启动它。",
  answer: "计算程序自己出了错，这组数它算不出来。",
};

/** Where a new page helps. @type {Reason[]} */
const OF_THE_PAGE = ["absent", "updated"];
/** Where trying again does not. @type {Reason[]} */
const IN_VAIN = ["updated", "old", "disabled", "packed", "folder"];

/** @param {Reason} reason */
export const reloads = (reason) => OF_THE_PAGE.includes(reason);
/** @param {Reason} reason */
export const retries = (reason) => !IN_VAIN.includes(reason);
