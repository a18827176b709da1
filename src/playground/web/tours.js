"use strict";
/* The tours: each stop sets the state, says what to look at, and checks on the spot what it claims. */

const Tours = {
  /** What a claim may speak of: the newest numbers of both nets, and the lowest test loss so far. */
  facts(playground) {
    const now = playground.now(), low = (net) => Math.min(...playground.curve.map((m) => m[net].test));
    return { without: { ...now.without, low: low("without") }, with: { ...now.with, low: low("with") }, crowd: playground.crowd, masks: playground.target };
  },

  list: [
    { id: "gap", stops: [
      { state: "speed=run", at: 0, to: 2000, claims: [["gap.train", (f) => f.without.train < f.with.train], ["gap.turn", (f) => f.without.test > 1.3 * f.without.low], ["gap.flat", (f) => f.with.test < f.without.test]] },
    ] },
  ],

  begin(playground) {
    this.playground = playground;
    for (const tour of this.list) {
      byId("tours").append(element("button", { type: "button", "data-tour": tour.id, "aria-pressed": "false", onclick: () => this.go(tour, 0) }, say("tour." + tour.id)));
    }
    byId("tour-back").addEventListener("click", () => this.go(this.tour, this.place - 1));
    byId("tour-next").addEventListener("click", () => (this.place + 1 < this.tour.stops.length ? this.go(this.tour, this.place + 1) : this.end()));
    byId("tour-end").addEventListener("click", () => this.end());
  },

  go(tour, place) {
    const stop = tour.stops[place], playground = this.playground;
    this.tour = tour;
    this.place = place;
    this.results = undefined;
    byId("tour").hidden = false;
    write("tour-name", say("tour." + tour.id));
    write("tour-text", say("tour." + tour.id + "." + (place + 1)));
    write("tour-place", say("tour.place", { place: place + 1, all: tour.stops.length }));
    byId("tour-back").disabled = place === 0;
    byId("tour-next").hidden = place + 1 === tour.stops.length;
    for (const button of document.querySelectorAll("[data-tour]")) button.setAttribute("aria-pressed", button.dataset.tour === tour.id);
    playground.tour(stop);
    this.check();
    byId("tour").focus({ preventScroll: true });
  },

  end() {
    byId("tour").hidden = true;
    document.querySelector("[data-tour='" + this.tour.id + "']").focus();
    for (const button of document.querySelectorAll("[data-tour]")) button.setAttribute("aria-pressed", "false");
    this.tour = undefined;
  },

  /** Ticks the claims of the stop where they are due: at its step, in its state. */
  check() {
    if (!this.tour) return;
    const playground = this.playground, stop = this.tour.stops[this.place];
    const list = byId("tour-claims");
    const due = playground.isAt(stop);
    const facts = due ? this.facts(playground) : undefined;
    const shown = (stop.claims ?? []).map(([name, holds]) => [name, due ? (holds(facts) ? "true" : "false") : "wait"]);
    const key = JSON.stringify([this.tour.id, this.place, shown]);
    if (this.results === key) return;
    this.results = key;
    list.replaceChildren(...shown.map(([name, verdict]) => element("li", { class: verdict === "true" ? "yes" : verdict === "false" ? "no" : "" },
      element("span", { class: "sign", "aria-hidden": "true" }, { true: "✓", false: "✗", wait: "·" }[verdict]),
      element("span", { class: "unseen" }, say("claim." + verdict, { step: number(stop.to, 0) }) + " "), say("claim." + name))));
  },
};
