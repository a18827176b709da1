"use strict";
/* Elements of the page. */

const byId = (id) => document.getElementById(id);

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** Writes a text only where it changed, so that a screen reader's place is not lost. */
function write(id, text) {
  const target = byId(id);
  if (target.textContent !== text) target.textContent = text;
}

/** Whether the reader asked for less motion. */
const calm = matchMedia("(prefers-reduced-motion: reduce)");
