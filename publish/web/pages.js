// The one script of a page: what the elements do, what the browser keeps, how one searches.

import "./calc/form.js";
import "./guides/check.js";
import "./guides/ends.js";
import "./guides/letter.js";
import "./plans/next-due.js";
import "./shell/offline.js";
import "./shell/shell.js";
import { engine } from "./calc/engine/engine.js";
import { mended } from "./shell/mended.js";

const meant = mended(location.href);
if (meant) location.replace(meant);

Object.assign(globalThis, { engine }); // for the console, the tests and the bench
