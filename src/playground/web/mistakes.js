"use strict";
/* The buttons that switch on a classic mistake. One that changes nothing here says why, and does nothing. */

class Mistakes {
  /** After so many steps each of them shows. */
  static WORKED_OUT = 2000;

  constructor(playground) {
    this.playground = playground;
    this.choices = playground.list.find((s) => s.id === "mistake").choices;
    for (const choice of this.choices) {
      const button = element("button", { type: "button", "data-mistake": choice, "aria-describedby": "look-" + choice, onclick: () => this.make(choice) }, say("mistake." + choice));
      byId("mistakes").append(element("div", {}, button, element("p", { id: "look-" + choice })));
    }
  }

  /** Switches a mistake on or off, and trains long enough for it to be seen. */
  make(mistake) {
    if (this.playground.values.mistake !== mistake && !this.idle(mistake)) this.playground.change("mistake", mistake, Mistakes.WORKED_OUT);
  }

  /** Why a mistake changes nothing with these settings, or an empty text. */
  idle(mistake) {
    const { engine, ofRun, values } = this.playground;
    return engine.idle(toText(ofRun, { ...values, mistake }));
  }

  show(values) {
    for (const choice of this.choices) {
      const button = document.querySelector("[data-mistake='" + choice + "']"), why = this.idle(choice);
      button.setAttribute("aria-pressed", choice === values.mistake);
      button.setAttribute("aria-disabled", why !== "");
      const look = "mistake." + choice + ".look";
      write("look-" + choice, why ? say("idle." + why) : say(look + "." + values.data, {}, WORDS[look]));
    }
  }
}
