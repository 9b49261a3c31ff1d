// What no page with this wasm can be faster than: fetching and compiling it.
WebAssembly.compileStreaming(fetch("python.wasm")).then(() => self.postMessage("{}"));
