// Asks the search worker itself, outside a browser.
// stdin: {"script": …, "index": …, "asked": […]}; stdout: its answer to each query.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const { script, index, asked } = JSON.parse(readFileSync(0, "utf8"));
let hear, said;
runInNewContext(script, {
  addEventListener: (type, listener) => { hear = listener; },
  postMessage: (message) => { said = message; },
});
hear({ data: { type: 0, data: index } });
console.log(JSON.stringify(asked.map((query) => {
  hear({ data: { type: 2, data: query } });
  return said.data;
})));
