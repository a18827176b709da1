"use strict";
/* Loads the kit as TeaVM compiled it: as WebAssembly, or as JavaScript where the browser lacks WebAssembly's garbage
   collection. Then startPlayground(engine, form, jvm) is called, or failPlayground(error). An address that ends in
   ?form=script asks for JavaScript. */
(async () => {
  const text = (id) => document.getElementById(id).textContent;
  const wasm = async () => {
    const bytes = Uint8Array.from(atob(text("engine-wasm").trim()), (c) => c.charCodeAt(0));
    return (await TeaVM.wasmGC.load(bytes)).exports;
  };
  const script = () => {
    const engine = {};
    new Function("exports", text("engine-script"))(engine);
    return engine;
  };
  const jvm = document.getElementById("digits").dataset.jvm;
  try {
    let form = new URLSearchParams(location.search).get("form") === "script" ? "script" : "wasm";
    let engine;
    if (form === "wasm") {
      try {
        engine = await wasm();
      } catch (error) {
        console.info("no WebAssembly here: " + error);
        form = "script";
      }
    }
    engine ??= script();
    engine.main([]);
    startPlayground(engine, form, jvm);
  } catch (error) {
    failPlayground(error);
  }
})();
