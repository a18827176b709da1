"use strict";
/* Words and theme, before any net is there. On paper the page is light. */

(function dress() {
  const root = document.documentElement, system = matchMedia("(prefers-color-scheme: dark)");
  const memory = (use) => {
    try {
      return use(localStorage);
    } catch {
      return undefined; // a browser that keeps nothing for files
    }
  };
  let chosen = memory((store) => store.getItem("dojo-theme")), onPaper = false;
  const apply = () => {
    root.dataset.theme = onPaper ? "light" : chosen === "light" || chosen === "dark" ? chosen : system.matches ? "dark" : "light";
    if (!onPaper) byId("theme").textContent = say(root.dataset.theme === "dark" ? "theme.light" : "theme.dark");
    document.dispatchEvent(new Event("theme"));
  };
  const print = (on) => () => {
    onPaper = on;
    apply();
  };
  root.lang = WORDS.language;
  document.title = say("title");
  for (const place of document.querySelectorAll("[data-say]")) place.textContent = say(place.dataset.say);
  for (const place of document.querySelectorAll("[data-label]")) place.setAttribute("aria-label", say(place.dataset.label));
  write("proof", say("proof.wait"));
  system.addEventListener("change", apply);
  window.addEventListener("beforeprint", print(true));
  window.addEventListener("afterprint", print(false));
  byId("theme").addEventListener("click", () => {
    chosen = root.dataset.theme === "dark" ? "light" : "dark";
    memory((store) => store.setItem("dojo-theme", chosen));
    apply();
  });
  apply();
})();
