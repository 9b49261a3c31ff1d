// Before the first paint: the colours. Everything else waits until the page is read.

import { paint } from "./colours.js";

document.documentElement.className = "js";
paint();
