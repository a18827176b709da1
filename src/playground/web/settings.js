"use strict";
/* Settings as text, such as data=moons&p1=0.5: what stands in the address, and what had to be changed in it. */

/** Steps a second. */
const SPEEDS = { slow: 1, walk: 20, run: 200, full: Infinity };

/** What the page itself remembers, in the form of the engine's settings. */
const OWN = [{ id: "speed", kind: "choice", choices: Object.keys(SPEEDS), default: "run" }];

/** Settings of the engine that change what is shown, and not the run. */
const SHOWN = ["steps", "members"];

/** Settings with which other examples are drawn: test losses before and after are no comparison. */
const OTHER_EXAMPLES = ["data", "seed"];

/** The value of a setting that is nearest to what a text means, or undefined where it means none. */
function nearest(setting, text) {
  if (setting.kind !== "slider") return setting.choices.includes(text) ? text : undefined;
  const value = amount(text);
  if (Number.isNaN(value)) return undefined;
  const inside = Math.min(setting.max, Math.max(setting.min, value));
  return String(Number((setting.min + Math.round((inside - setting.min) / setting.step) * setting.step).toFixed(6)));
}

/** The number that a text means; a comma may stand for the point. */
function amount(text) {
  return text.trim() === "" ? NaN : Number(text.replace(",", "."));
}

/** A part of an address such as p1=0.5: its setting and what it asks for, where they can be read. */
function pair(list, part) {
  const cut = part.indexOf("="), setting = list.find((s) => s.id === part.slice(0, cut));
  try {
    return { setting, asked: decodeURIComponent(part.slice(cut + 1)) };
  } catch {
    return {}; // a % that escapes nothing
  }
}

/**
 * Values from a text; what it leaves out is as at the beginning. Tells what could not be taken as it stands: parts
 * that mean nothing here, values that were moved to the nearest possible one, and settings that stand twice.
 */
function parse(list, text) {
  const values = Object.fromEntries(list.map((s) => [s.id, s.default])), strange = [], moved = [], twice = [], seen = {};
  for (const part of text.split(/&amp;|[&#]/).filter(Boolean)) {
    const { setting, asked } = pair(list, part), value = setting && nearest(setting, asked);
    if (value === undefined) strange.push(part);
    else {
      const { id } = setting;
      if (id in seen && seen[id] !== value) twice.push({ part: id, value });
      else if (setting.kind === "slider" && amount(asked) !== Number(value)) moved.push({ part, value });
      values[id] = seen[id] = value;
    }
  }
  return { values, strange: [...new Set(strange)], moved, twice };
}

const toText = (list, values) => list.map((s) => s.id + "=" + encodeURIComponent(values[s.id])).join("&");

/** The value of a setting as a reader sees it. */
function shownValue(setting, value) {
  if (setting.kind === "choice") return say("choice." + setting.id + "." + value, {}, say(setting.id + "." + value, {}, value));
  return setting.id === "noise" ? percent(Number(value), 0) : value;
}
