// What the reader chose by the switch of the book, light or dark, holds for the pages of the library, too.
"use strict";
(() => {
  const follow = () => {
    try {
      const chosen = window.localStorage.getItem("dojo-theme");
      if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
    } catch {
      // a browser may forbid a file to remember anything: then the system decides
    }
  };
  follow();
  window.addEventListener("storage", follow); // the switch of a page in another tab
  window.addEventListener("pageshow", follow); // the way back
})();
