// The switch of light and dark, the menu of narrow screens, and formulas that are copied as TeX. Each page is whole without it.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  // A browser may forbid a file to remember anything.
  const memory = (action) => {
    try {
      return action(window.localStorage);
    } catch {
      return null;
    }
  };
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const chosen = memory((store) => store.getItem("dojo-theme"));
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  const theme = () => root.dataset.theme ?? (system.matches ? "dark" : "light");

  const themeSwitch = () => {
    const button = document.querySelector(".theme");
    const tell = () => {
      button.textContent = theme() === "dark" ? button.dataset.light : button.dataset.dark;
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = theme() === "dark" ? "light" : "dark";
      memory((store) => store.setItem("dojo-theme", root.dataset.theme));
      tell();
    });
    system.addEventListener("change", tell);
    tell();
  };

  const menu = () => {
    const button = document.querySelector(".menu");
    const parts = document.querySelectorAll(".top nav, .chapters");
    button.hidden = false;
    const isOpen = () => button.getAttribute("aria-expanded") === "true";
    const turn = (open) => {
      button.setAttribute("aria-expanded", String(open));
      for (const part of parts) part.classList.toggle("open", open);
    };
    button.addEventListener("click", () => turn(!isOpen()));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || !isOpen()) return;
      turn(false);
      button.focus();
    });
    const contents = document.querySelector(".contents details");
    if (contents && window.matchMedia("(max-width: 85rem)").matches) contents.open = false;
  };

  // What is wider than its place can be moved by the keyboard, too.
  const movable = () => {
    for (const part of document.querySelectorAll(".wide, .shown, .formula, main pre")) {
      if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
      else part.removeAttribute("tabindex");
    }
  };

  // Browsers show MathML, and would copy its letters without their places.
  const copyFormulas = (event) => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed) return;
    const copy = document.createElement("div");
    for (let i = 0; i < selection.rangeCount; i++) copy.append(selection.getRangeAt(i).cloneContents());
    const formulas = copy.querySelectorAll("math");
    if (formulas.length === 0) return;
    for (const formula of formulas) {
      const mark = formula.getAttribute("display") === "block" ? "$$" : "$";
      const tex = formula.querySelector("annotation")?.textContent;
      formula.replaceWith(tex ? mark + tex + mark : formula.textContent);
    }
    for (const block of copy.querySelectorAll("p, h1, h2, h3, li, tr, pre, div")) block.append("\n");
    event.clipboardData.setData("text/plain", copy.textContent.replace(/\n{3,}/g, "\n\n").trim());
    event.preventDefault();
  };

  document.addEventListener("DOMContentLoaded", () => {
    themeSwitch();
    menu();
    movable();
    window.addEventListener("resize", movable);
    document.addEventListener("toggle", movable, true); // what was folded has had no width
    document.addEventListener("copy", copyFormulas);
  });
})();
