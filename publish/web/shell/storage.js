// The theme asks the browser's storage for the reader's colours, and would stop where a
// browser denies it. Nothing is found then, and nothing can be stored.
{
  try {
    localStorage.getItem("");
  } catch (denied) {
    const refuse = () => {
      throw denied;
    };
    const value = { getItem: () => null, setItem: refuse, removeItem: () => {} };
    Object.defineProperty(globalThis, "localStorage", { value });
  }
}
