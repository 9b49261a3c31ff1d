// What is known of the reader's plan: facts that several calculators ask for. A field
// says which of them it is, `data-plan="overdue_amount payment"`: its own name for the
// fact first, then what may stand for it.

/** @typedef {{name: string, facts: string[], text: string}} PlanField */

export class Plan {
  /** The latest text of each fact. @type {Map<string, string>} */
  #known;

  /** @param {Record<string, string>} [facts] */
  constructor(facts = {}) {
    this.#known = new Map(Object.entries(facts));
  }

  /** @param {PlanField[]} fields @param {Record<string, unknown>} outputs Facts too, by their names. */
  learn(fields, outputs) {
    for (const [fact, text] of Object.entries(outputs)) {
      if (typeof text === "string") this.#known.set(fact, text);
    }
    for (const { facts, text } of fields) if (text) this.#known.set(facts[0], text);
  }

  /** Facts that the reader takes from a text, or leaves. @param {Record<string, string>} facts @param {boolean} taken */
  propose(facts, taken) {
    for (const [fact, text] of Object.entries(facts)) {
      if (taken) this.#known.set(fact, text);
      else this.#known.delete(fact);
    }
  }

  /** The fields that would get another text, with it. @param {PlanField[]} fields @returns {PlanField[]} */
  offered(fields) {
    return fields.flatMap((field) => {
      const fact = field.facts.find((name) => this.#known.has(name)) ?? "";
      const text = this.#known.get(fact);
      return text && text !== field.text ? [{ ...field, text }] : [];
    });
  }
}
