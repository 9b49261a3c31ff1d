// Pyodide as npm ships it, started as its documentation shows, with the same wheel.
importScripts("pyodide.js");

self.onmessage = async ({ data: { wheel, request } }) => {
  const python = await loadPyodide();
  await python.loadPackage(wheel);
  self.postMessage(python.pyimport("calc.browser").answer(request));
};
