"use strict";
/* The settings as controls: a slider, a list, a switch or a field for each. */

class Controls {
  static FIRST = ["variant", "p1", "p2"];

  constructor(playground) {
    this.playground = playground;
    for (const setting of playground.ofRun) {
      if (setting.id !== "mistake") byId(Controls.FIRST.includes(setting.id) ? "settings-first" : "settings-rest").append(this.control(setting));
    }
    this.openWhereWide();
  }

  /** Shows all settings where there is room for them, unless the reader chose otherwise. */
  openWhereWide() {
    const wide = matchMedia("(min-width: 44rem)"), more = byId("settings-more");
    const fit = () => (more.open = wide.matches);
    wide.addEventListener("change", fit);
    more.querySelector("summary").addEventListener("click", () => wide.removeEventListener("change", fit));
    fit();
  }

  control(setting) {
    const id = "set-" + setting.id, name = element("span", {}, say("setting." + setting.id));
    const labelled = (value, input, ...more) => element("div", { class: "setting", "data-setting": setting.id }, element("label", { for: id }, name, value), input, ...more);
    const change = (value) => this.playground.change(setting.id, value);
    if (setting.kind === "choice") {
      const select = element("select", { id, onchange: (e) => change(e.target.value) });
      for (const choice of setting.choices) select.append(element("option", { value: choice }, shownValue(setting, choice)));
      return labelled("", select);
    }
    if (setting.kind === "switch") return labelled(element("input", { id, type: "checkbox", onchange: (e) => change(setting.choices[e.target.checked ? 1 : 0]) }), "");
    const range = { id, min: setting.min, max: setting.max, step: setting.step };
    if ((setting.max - setting.min) / setting.step > 1000) return labelled("", ...this.field(setting, range));
    const output = element("span", { class: "value", id: id + "-value", "aria-hidden": "true" });
    return labelled(output, element("input", { ...range, type: "range", oninput: (e) => change(nearest(setting, e.target.value)) }));
  }

  /** A field for a number of many digits; it says what became of a number that cannot be. */
  field(setting, range) {
    const told = element("p", { class: "soft small told", role: "status", id: range.id + "-told" });
    const input = element("input", { ...range, type: "number", inputmode: "numeric", "aria-describedby": told.id });
    input.addEventListener("change", () => {
      const asked = input.value, value = nearest(setting, asked) ?? this.playground.values[setting.id];
      const taken = asked !== "" && Number(asked) === Number(value);
      told.textContent = taken ? "" : say("field.moved", { asked: asked || say("field.nothing"), value, min: setting.min, max: number(setting.max, 0) });
      input.value = value;
      this.playground.change(setting.id, value);
    });
    return [input, told];
  }

  show(values) {
    for (const setting of this.playground.ofRun) {
      const control = byId("set-" + setting.id), value = values[setting.id];
      if (!control) continue;
      if (setting.kind === "switch") control.checked = value === setting.choices[1];
      else if (control !== document.activeElement || control.type !== "number") control.value = value;
      if (control.type === "range") {
        write(control.id + "-value", shownValue(setting, value));
        control.setAttribute("aria-valuetext", shownValue(setting, value));
      }
      control.closest(".setting").classList.toggle("changed", value !== setting.default);
    }
  }
}
