// The same for our engine.
{
  const { request } = document.currentScript.dataset;
  engine.ask(request).then((reply) => Object.assign(window, { answered: performance.now(), reply }));
}
