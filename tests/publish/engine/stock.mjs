// Asks calc in Pyodide as npm ships it, started as its documentation shows. Reads {wheel,
// requests} from stdin; writes the replies, null where Python raised.
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

// Node's own report would print the line of Pyodide's source: a megabyte.
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});

const { wheel, requests } = JSON.parse(readFileSync(0, "utf8"));
const python = await loadPyodide();
await python.loadPackage(wheel, { messageCallback: () => {} });
const { answer } = python.pyimport("calc.browser");
const replies = requests.map((request) => {
  try {
    return answer(request);
  } catch (error) {
    if (error.name !== "PythonError") throw error;
    return null;
  }
});
console.log(JSON.stringify(replies));
