"use strict";
/* The tours: each stop sets the state, says what to look at, and checks on the spot what it claims. */

const Tours = {
  /** What a claim may speak of: the newest numbers of both nets, the lowest test losses, masks, and the subnetworks. */
  facts(playground) {
    const now = playground.now(), low = (net) => Math.min(...playground.curve.map((m) => m[net].test));
    return { without: { ...now.without, low: low("without") }, with: { ...now.with, low: low("with") }, first: playground.curve[0], crowd: playground.crowd, kept: playground.kept };
  },

  /** A tour is a list of stops: the state, the steps from which and to which one watches, and what is then claimed. */
  list: [
    { id: "heart", stops: [
      { state: "", from: 0, to: 200, claims: [["heart.falls", (f) => f.without.test < f.first.without.test && f.with.test < f.first.with.test], ["heart.ahead", (f) => f.without.test < f.with.test]] },
      { state: "", from: 200, to: 2000, claims: [["heart.train", (f) => f.without.train < f.with.train], ["heart.turn", (f) => f.without.test > 2 * f.without.low], ["heart.with", (f) => f.with.test < f.without.test / 2]] },
      { state: "", from: 2000, to: 2000, claims: [["heart.all", (f) => f.without.trainError === 0], ["heart.errors", (f) => f.with.testError < f.without.testError], ["heart.early", (f) => f.without.low < f.with.test]] },
    ] },
    { id: "mask", stops: [
      { state: "speed=slow", from: 0, to: 6, claims: [["mask.half", (f) => Math.abs(f.kept - 0.5) < 0.05]] },
      { state: "speed=slow&p1=0.8&p2=0.8", from: 6, to: 9, claims: [["mask.fifth", (f) => Math.abs(f.kept - 0.2) < 0.05]] },
      { state: "speed=slow&variant=gaussian", from: 6, to: 9, claims: [["mask.none", (f) => f.kept === 1]] },
    ] },
    { id: "crowd", stops: [
      { state: "members=1", from: 1500, to: 1500, claims: [["crowd.one", (f) => f.crowd.far > 0.5]] },
      { state: "members=100", from: 1500, to: 1500, claims: [["crowd.near", (f) => f.crowd.apart < f.crowd.apartOfFirst / 2], ["crowd.not", (f) => f.crowd.far > 0.1]] },
    ] },
    { id: "unsure", stops: [
      { state: "members=100", from: 2000, to: 2000, claims: [["unsure.edge", (f) => f.crowd.outside > 1.25 * f.crowd.inside]] },
      { state: "members=100&data=circles&width=32&p1=0.2&p2=0.2", from: 2000, to: 2000, claims: [["unsure.sure", (f) => f.crowd.outside < f.crowd.inside], ["unsure.blind", (f) => f.crowd.lowest < 0.01]] },
    ] },
    { id: "harm", stops: [
      { state: "p1=0.8&p2=0.8", from: 0, to: 2000, claims: [["harm.train", (f) => f.with.train > 0.5], ["harm.errors", (f) => f.with.testError > f.without.testError]] },
      { state: "examples=500&noise=0", from: 0, to: 1200, claims: [["harm.loss", (f) => f.with.test > 1.25 * f.without.test], ["harm.same", (f) => f.with.testError >= f.without.testError]] },
      { state: "p1=0.2&p2=0.2&seed=2", from: 0, to: 2000, claims: [["harm.seed", (f) => f.with.test > f.without.test]] },
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
