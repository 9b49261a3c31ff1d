// Material asks its worker on keyup, which neither a paste by finger nor every phone
// keyboard sends; `input` is sent by all of them.
document.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLInputElement && target.form?.name === "search") {
    target.dispatchEvent(new Event("keyup"));
  }
});
