// Asks the search worker itself, outside a browser.
// stdin: {"index": …, "asked": […]}; stdout: the items for each query.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const { index, asked } = JSON.parse(readFileSync(0, "utf8"));
let hear, said;
runInNewContext(readFileSync(process.argv[2], "utf8"), {
  addEventListener: (type, listener) => { hear = listener; },
  postMessage: (message) => { said = message; },
});
hear({ data: { type: 0, data: index } });
console.log(JSON.stringify(asked.map((query) => {
  hear({ data: { type: 2, data: query } });
  return said.data.items;
})));
