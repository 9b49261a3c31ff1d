// Answers requests with calc in Pyodide under Node. Reads {library, wheel, modules,
// requests} from stdin; writes the replies, null where Python raised, and the files of
// the standard library that were imported (frozen modules have none).
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

// Node's own report would print the line of Pyodide's source: a megabyte.
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});

const { library, wheel, lock, modules, requests } = JSON.parse(readFileSync(0, "utf8"));
const python = await loadPyodide({
  stdLibURL: library,
  lockFileContents: lock,
  env: { PYTHONPATH: "/calc.whl" },
  fsInit: async (FS) => FS.writeFile("/calc.whl", readFileSync(wheel)),
});
for (const name of modules) python.pyimport(name);
const { answer } = python.pyimport("calc.browser");
const replies = requests.map((request) => {
  try {
    return answer(request);
  } catch (error) {
    if (error.name !== "PythonError") throw error;
    return null;
  }
});
const origins = Array.from(
  python.pyimport("sys").modules.values(),
  (module) => `${module.__spec__?.origin}`,
);
const inside = /^\/lib\/python\d+\.zip\//;
const files = origins.filter((path) => inside.test(path));
console.log(
  JSON.stringify({ replies, files: files.map((path) => path.replace(inside, "")) }),
);
