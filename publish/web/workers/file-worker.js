// Before the stand-in for workers, which a page opened from a folder needs for scripts
// that are files: a worker made from a blob needs no stand-in, and must not get it.
const { Worker } = window;
const either = new Proxy(Worker, {
  construct: (_, [url, options]) =>
    String(url).startsWith("blob:") ? new Worker(url, options) : new IFrameWorker(url),
});
Object.defineProperty(window, "Worker", { get: () => either, set() {} });
