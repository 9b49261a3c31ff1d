// What a reader takes away: a file, a print, a text for a chat, a link, an image.

import { all, one } from "../dom.js";
import { code, png } from "./image.js";
import { LONGEST, written } from "./link.js";
import { IN_FULL } from "./loudness.js";
import { printed } from "./printing.js";
import { save } from "./saving.js";

/** @import { CalcForm } from "./form.js" */
/** Tells a plan of this visit from an equal one of another, in one calendar. */
const SEED = crypto.getRandomValues(new Uint32Array(2)).join("-");

/** @typedef {string | number | undefined} Only What of a calendar or a text. */

const PRIVATE = "里面有你填的数，只发给信得过的人。";
const OF_THIS_DEVICE = "这是这台设备上的文件，别的设备打不开。";

export class TakeAway {
  /** @param {CalcForm} form */
  constructor(form) {
    this.form = form;
    form.one(".calc-take").hidden = false;
    form.addEventListener("click", ({ target }) => {
      const { take, only } = /** @type {HTMLElement} */ (target).dataset;
      if (take) this.take(take, only === undefined ? only : Number(only));
    });
  }

  /** @param {string} kind @param {Only} only */
  async take(kind, only) {
    if (kind === "copy") return this.copy(this.box.value, "已复制。");
    this.form.one(".calc-copy").hidden = this.form.one(".calc-image").hidden = true;
    this.say("");
    if (kind === "ics" || kind === "csv") return this.file(kind, only);
    if (kind === "one" || kind === "next") return this.file("ics", only ?? kind);
    if (!this.form.result.current) await this.form.ask(IN_FULL);
    if (!this.form.result.current) return this.say("先等算好，或者把标出来的地方改好。");
    if (kind === "text") return this.copy(this.text(), "已复制，可以贴到聊天里。");
    if (kind === "link") return this.link();
    if (kind === "code") return this.code();
    if (kind === "svg") return this.image();
    if (!printed(this.form)) this.image("这个应用里打印不了。");
  }

  get box() {
    return /** @type {HTMLTextAreaElement} */ (this.form.one(".calc-copied"));
  }

  /** @param {"ics" | "csv"} kind @param {Only} only */
  async file(kind, only) {
    const file = await this.made(kind, only);
    if (file === null) this.say(only ? "没有还没到的还款日了。" : "还没有日期：填了还款日，才能存到日历。");
    if (!file) return;
    const done = await save(file);
    if (done) return this.say(done);
    const instead = await this.made("txt", only);
    if (!instead) return;
    this.put(instead.text);
    this.say(`这个应用里存不了文件，没有存。同样的内容写成了文字，在下面；也可以做成图片。${this.elsewhere()}`);
  }

  /** What the engine makes of the answer; undefined where there is none. @param {string} kind @param {Only} [only] */
  async made(kind, only) {
    const reply = await this.form.ask(IN_FULL, { export: kind, only, seed: SEED });
    if (reply && reply.file === undefined) this.say("先把标出来的地方改好。");
    return reply?.file;
  }

  /** @param {string} [why] What there is to say before. */
  async image(why = "") {
    const file = await this.made("svg");
    if (!file) return;
    const way = why && this.elsewhere();
    try {
      this.show(await png(file.text), this.text());
      this.say(`${why}图片在下面，还没有存：长按图片（电脑上点右键），选保存或转发。${PRIVATE}${way}`);
    } catch {
      this.say(`${why}这个浏览器画不出图片；可以用「复制文字」。${way}`);
    }
  }

  code() {
    const address = this.address();
    if (!address) return;
    if (location.protocol === "file:") return this.say(`${OF_THIS_DEVICE}没有做二维码。`);
    const image = code(address);
    if (!image) return this.say("填的太多，一个二维码放不下；用「复制链接」。");
    this.show(image, "这个结果的二维码");
    this.say(`用另一台设备的相机扫，就打开这个结果。${PRIVATE}`);
  }

  link() {
    const address = this.address();
    const here = location.protocol === "file:" ? OF_THIS_DEVICE : "";
    if (address) this.copy(address, `已复制链接，${PRIVATE}${here}`);
  }

  /** The link to the answer; none, and said, where it would be too long. */
  address() {
    const { form } = this;
    const { figures, tables } = form.result;
    const fragment = written(form.name, form.questions.answers(), figures.map(({ value }) => value), tables);
    if (fragment.length > LONGEST) {
      this.say("填的太多，一个链接放不下。");
      return "";
    }
    const url = new URL(location.href);
    url.search = "";
    url.hash = fragment;
    return url.href;
  }

  text() {
    /** @param {string} selector */
    const listed = (selector) => all(this.form, `${selector} dl > div, dl${selector} > div`)
      .map(({ children: [name, ...values] }) =>
        `${name.textContent}：${values.filter((value) => !value.matches(".calc-term")).map((value) => value.textContent).join("；")}`);
    return [
      this.form.one(".calc-sentence").textContent,
      ...listed(".calc-figures"),
      "",
      this.form.one(".calc-given strong").textContent,
      ...listed(".calc-given"),
      "",
      this.form.one(".calc-made").textContent,
    ].join("\n");
  }

  /** @param {string} text @param {string} done */
  async copy(text, done) {
    try {
      await navigator.clipboard.writeText(text);
      this.say(done);
    } catch {
      this.put(text);
      this.box.select();
      const copied = document.execCommand("copy"); // what apps of before the clipboard understand
      this.say(copied ? done : "浏览器没让复制。内容已经选中，请用系统的「复制」。");
    }
  }

  /** A text that can be copied. @param {string} text */
  put(text) {
    this.box.value = text;
    this.form.one(".calc-copy").hidden = false;
  }

  /** @param {string} image @param {string} words The same. */
  show(image, words) {
    const figure = this.form.one(".calc-image");
    Object.assign(one(figure, "img"), { src: image, alt: words });
    figure.hidden = false;
  }

  /** The way to a browser, where an app shows the page; in words, where no link leads there. */
  elsewhere() {
    if (location.protocol === "file:") return "用浏览器打开这个网页文件，就能存、能打印。";
    /** @type {HTMLTextAreaElement} */
    (this.form.one(".calc-address")).value = this.address() || location.href;
    this.form.one(".calc-elsewhere").hidden = false;
    return "";
  }

  /** @param {string} sentence */
  say(sentence) {
    this.form.one(".calc-said").textContent = sentence;
  }
}
