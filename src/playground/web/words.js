"use strict";
/* The words and numbers of the page, as its reader's language writes them. */

const WORDS = JSON.parse(document.getElementById("words").textContent);

/** The words for a name, with {facts} filled in. */
function say(name, facts = {}, otherwise = name) {
  return (WORDS[name] ?? otherwise).replace(/\{(\w+)\}/g, (all, fact) => facts[fact] ?? all);
}

const FORMATS = new Map();

/** A number as text; a format is made once, for it takes longer than all else in a frame. */
function formatted(value, style, digits) {
  const key = style + digits;
  if (!FORMATS.has(key)) FORMATS.set(key, new Intl.NumberFormat(WORDS.language, { style, minimumFractionDigits: digits, maximumFractionDigits: digits }));
  return FORMATS.get(key).format(value);
}

const number = (value, digits) => formatted(value, "decimal", digits);
const percent = (share, digits = 1) => formatted(share, "percent", digits);

function loss(value) {
  if (Number.isNaN(value)) return say("loss.nan");
  return value < 1000 ? number(value, 3) : value < Infinity ? value.toExponential(2) : "∞";
}
