// What ends says so by the reader's own clock. Without this script the day itself is said.

import { today } from "../calc/dates.js";
import { Live, all } from "../dom.js";

class WhatEnds extends Live {
  live() {
    const over = today() > (this.dataset.until ?? "");
    const [lasting, ended] = all(this, "span");
    lasting.hidden = over;
    ended.hidden = !over;
  }
}

customElements.define("what-ends", WhatEnds);
