// Notes when the worker of this page has answered, in milliseconds since it was asked for.
{
  const { worker, ...message } = document.currentScript.dataset;
  const asked = new Worker(worker);
  asked.onmessage = ({ data }) => Object.assign(window, { answered: performance.now(), reply: data });
  asked.postMessage(message);
}
