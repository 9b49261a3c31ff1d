// Why the engine did not come, looked into once it has failed.

import { buildIn, buildOf } from "../../shell/over.js";
import { EngineError, refused } from "./error.js";
import { partURL } from "./parts.js";

/** What can be known of a failure. @param {unknown} error */
export async function known(error) {
  if (!(error instanceof EngineError)) return new EngineError("crashed", error);
  return error.reason === "absent" && await updated() ? new EngineError("updated") : error;
}

/** Why the worker's script does not run: browsers say nothing of it. */
export async function unstarted() {
  if (CALC_ASSETS.packed) return new EngineError("workerless");
  const response = await fetch(partURL("worker"), { cache: "no-cache" }).catch(() => undefined);
  if (!response) return new EngineError("missing");
  return response.ok ? new EngineError("workerless") : known(refused(response.status));
}

/** Whether the host has another build than this page is of. */
async function updated() {
  const response = await fetch(location.href, { cache: "no-cache" }).catch(() => undefined);
  const there = response?.ok && buildIn(await response.text());
  return Boolean(there) && there !== buildOf(document);
}
