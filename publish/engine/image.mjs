// Makes the memory image: starts the CPython of npm's pyodide under Node, without
// Pyodide's own Python side, and runs inside.py in it. Reads {pyodide, library, wheel,
// script, inside, image} from stdin, all of them paths; writes the memory to `image`,
// and to stdout what a loader must know of it.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const PAGE = 65_536;
const NOW = Date.UTC(2000, 0, 1);

/** Nothing of this moment, this machine or this Node gets into the image. */
function pin() {
  const Plain = Date;
  globalThis.Date = class extends Plain {
    constructor(...given) {
      super(...(given.length ? given : [NOW]));
    }
    static now() {
      return NOW;
    }
    getTimezoneOffset() {
      return 0;
    }
  };
  performance.now = () => 0;
  Math.random = () => 0.5;
  // On this device CPython takes its portable way to call C; the other one would leave an
  // index into the table of this Node.
  const navigator = { userAgent: "iPhone", platform: "", maxTouchPoints: 0, language: "en" };
  Object.defineProperty(globalThis, "navigator", { value: navigator });
}

/** The same for what CPython asks of the system. */
function pinSystem({ env, wasi_snapshot_preview1: wasi }) {
  env.emscripten_date_now = () => NOW;
  env.emscripten_get_now = () => 0;
  wasi.random_get = (at, size) => {
    new Uint8Array(env.memory.buffer).fill(7, at, at + size);
    return 0;
  };
  wasi.clock_time_get = (_clock, _precision, at) => {
    new DataView(env.memory.buffer).setBigUint64(at, BigInt(NOW) * 1_000_000n, true);
    return 0;
  };
}

/** CPython started, as Emscripten's module, with what the wasm imports and exports. */
async function start({ pyodide, library, wheel, script }) {
  Object.assign(globalThis, {
    require: createRequire(import.meta.url),
    __dirname: pyodide,
    __filename: `${pyodide}/pyodide.asm.js`,
  });
  (0, eval)(readFileSync(__filename, "utf8"));
  const wasm = new WebAssembly.Module(readFileSync(`${pyodide}/pyodide.asm.wasm`));
  const printed = [];
  const sentinel = Symbol("error");
  let imports, exports;
  const module = await globalThis._createPyodideModule({
    arguments: [],
    thisProgram: "/python",
    noImageDecoding: true,
    noAudioDecoding: true,
    print: (line) => printed.push(line),
    printErr: (line) => console.error(line.slice(0, 2000)),
    locateFile: (name) => `${pyodide}/${name}`,
    API: {
      config: { env: {}, jsglobals: globalThis },
      runtimeEnv: { IN_NODE: true, IN_BROWSER: false },
      lockFilePromise: new Promise(() => {}),
    },
    instantiateWasm: (given, receive) => {
      imports = given;
      imports.sentinel = {
        create_sentinel: () => sentinel,
        is_sentinel: (value) => Number(value === sentinel),
      };
      pinSystem(imports);
      WebAssembly.instantiate(wasm, imports).then((instance) => {
        exports = instance.exports;
        receive(instance, wasm);
      });
      return {};
    },
    preRun: [({ ENV, FS }) => {
      for (const name of Object.keys(ENV)) delete ENV[name];
      Object.assign(ENV, {
        HOME: "/",
        LANG: "C.UTF-8",
        PYTHONPATH: "/calc.whl",
        PYTHONHASHSEED: "0",
        PYTHONOPTIMIZE: "2",
        PYTHONNODEBUGRANGES: "1",
        PYTHONDONTWRITEBYTECODE: "1",
        PYTHONINSPECT: "1", // or it would end after its empty program
      });
      FS.mkdirTree("/lib/python3.13/site-packages");
      FS.writeFile("/lib/python313.zip", readFileSync(library));
      FS.writeFile("/calc.whl", readFileSync(wheel));
      FS.writeFile("/script.json", readFileSync(script));
    }],
  });
  return { module, imports, exports, printed };
}

/** Runs the program; what it printed last, as JSON. */
function run({ module, exports, printed }, program) {
  const text = module.stringToNewUTF8(program);
  const failed = module._PyRun_SimpleString(text);
  exports.free(text);
  if (failed) throw new Error("image.mjs: Python failed");
  return JSON.parse(printed.at(-1));
}

/** What was let go of still holds what it held: take every free block, empty it, give all back. */
function empty({ module, exports }) {
  const { malloc, free, sbrk, PyObject_Malloc, PyObject_Free, emscripten_stack_get_end } = exports;
  const held = [];
  const wipe = (at, size) => {
    module.HEAPU8.fill(0, at, at + size);
    held.push(at);
  };
  for (let size = 16; size <= 512; size += 16) {
    for (let room = 2_000_000; room > 0; room -= size) wipe(PyObject_Malloc(size), size);
    while (held.length) PyObject_Free(held.pop());
  }
  const top = sbrk(0);
  for (let size = 1 << 22; size >= 8; size = size > 64 ? size >> 1 : size - 8) {
    let at;
    while ((at = malloc(size)) && at + size <= top) wipe(at, size);
    free(at);
  }
  while (held.length) free(held.pop());
  const end = emscripten_stack_get_end();
  module.HEAPU8.fill(0, end, module.stackSave());
}

/** Where the byte code of the frozen modules is, which the start alone reads: [from, size]. */
function frozen({ module, imports, exports }) {
  const words = module.HEAPU32;
  const base = imports.env.__memory_base.value;
  const found = [];
  for (const name of ["Bootstrap", "Stdlib", "Test"]) {
    const list = words[(base + exports[`_PyImport_Frozen${name}`].value) >> 2];
    // struct _frozen { const char *name; const unsigned char *code; int size; int is_package; }
    for (let at = list >> 2; words[at]; at += 4)
      if (words[at + 1]) found.push([words[at + 1], words[at + 2]]);
  }
  return found;
}

/** The values of those imports that are no functions. */
function recorded({ imports }) {
  const globals = {};
  for (const [from, names] of Object.entries(imports))
    for (const [name, each] of Object.entries(names))
      if (each instanceof WebAssembly.Global) globals[`${from}.${name}`] = each.value;
  const { memory, __indirect_function_table: table } = imports.env;
  return { globals, memory: memory.buffer.byteLength / PAGE, table: table.length };
}

/** @throws CPython has chosen this Node's way to call C. */
function portable({ module }) {
  const offset = module.HEAP32[module.__PyEM_EMSCRIPTEN_COUNT_ARGS_OFFSET >> 2];
  if (module.HEAP32[(module.__PyRuntime + offset) >> 2])
    throw new Error("image.mjs: CPython's calls of C are no longer portable");
}

// Node's own report would print the line of Pyodide's source: a megabyte.
process.on("uncaughtException", (error) => {
  console.error(String(error.stack).slice(0, 2000));
  process.exit(1);
});

const given = JSON.parse(readFileSync(0, "utf8"));
pin();
const python = await start(given);
const found = run(python, readFileSync(given.inside, "utf8"));
empty(python);
portable(python);
const used = Math.ceil(python.exports.sbrk(0) / PAGE) * PAGE;
writeFileSync(given.image, python.module.HEAPU8.subarray(0, used));
console.log(JSON.stringify({ ...found, ...recorded(python), frozen: frozen(python) }));
