"use strict";
/* The beginning, and its failure: the engine's loader calls one of both. */

/** Starts the page with the engine, its form ("wasm" or "script") and the JVM's fingerprint. */
function startPlayground(engine, form, jvm) {
  try {
    const playground = (window.playground = new Playground(engine, form));
    Tours.begin(playground);
    setTimeout(() => playground.views.prints.prove(jvm), 300);
  } catch (error) {
    failPlayground(error);
  }
}

function failPlayground(error) {
  byId("trouble").hidden = false;
  byId("trouble").textContent = say("trouble.engine", { message: error?.message ?? String(error) });
  console.error(error);
}

Notice.begin();
document.querySelector(".skip").addEventListener("click", (e) => {
  e.preventDefault(); // the address is the state
  byId("main").focus();
});
