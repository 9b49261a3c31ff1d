// Asks the loader under Node. Reads {wasm, image, facts, requests} from stdin, the first two
// paths; writes [outcome, text] for each: "reply", "raised", or "broke" and then begins anew.
import { readFileSync } from "node:fs";
import { PythonError, cpython } from "../../../publish/web/workers/cpython.js";

const { wasm, image, facts, requests } = JSON.parse(readFileSync(0, "utf8"));
const module = await WebAssembly.compile(readFileSync(wasm));
const start = () => cpython(module, readFileSync(image), facts);
let ask = start();
const outcomes = requests.map((request) => {
  try {
    return ["reply", ask(request)];
  } catch (error) {
    if (error instanceof PythonError) return ["raised", error.message];
    ask = start();
    return ["broke", String(error)];
  }
});
console.log(JSON.stringify(outcomes));
