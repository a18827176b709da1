"use strict";
/* A tour as a reader takes it: each stop sets the state, says what to look at, and checks on the spot what it claims. */

const Tours = {
  begin(playground) {
    this.playground = playground;
    for (const tour of TOURS) {
      byId("tours").append(element("button", { type: "button", "data-tour": tour.id, "aria-pressed": "false", onclick: () => this.go(tour, 0) }, say("tour." + tour.id)));
    }
    byId("tour-back").addEventListener("click", () => this.go(this.tour, this.place - 1));
    byId("tour-next").addEventListener("click", () => this.go(this.tour, this.place + 1));
    byId("tour-end").addEventListener("click", () => this.end());
    byId("tour-look").addEventListener("click", () => {
      this.look();
      this.sight().closest(".card").focus({ preventScroll: true });
    });
    const observer = new ResizeObserver(() => this.measure());
    observer.observe(byId("dock"));
    observer.observe(byId("tour"));
    byId("tour-fold").addEventListener("click", () => this.fold(!byId("tour").classList.contains("folded")));
  },

  /** Tells the style sheet how much of the screen the bar and the card hide, so that nothing is scrolled behind them. */
  measure() {
    const dock = byId("dock"), card = byId("tour"), { style } = document.documentElement;
    const hides = (element, position) => (getComputedStyle(element).position === position ? element.offsetHeight : 0) + "px";
    style.setProperty("--dock", hides(dock, "sticky"));
    style.setProperty("--sheet", hides(card, "fixed"));
  },

  go(tour, place) {
    const stop = tour.stops[place];
    this.sight()?.classList.remove("looked-at");
    Object.assign(this, { tour, place, stop, results: undefined });
    byId("tour").hidden = false;
    document.body.classList.add("touring");
    this.fold(false);
    write("tour-name", say("tour." + tour.id));
    write("tour-text", say("tour." + tour.id + "." + (place + 1)));
    write("tour-place", say("tour.place", { place: place + 1, all: tour.stops.length }));
    byId("tour-back").disabled = place === 0;
    byId("tour-next").hidden = place + 1 === tour.stops.length;
    for (const button of document.querySelectorAll("[data-tour]")) button.setAttribute("aria-pressed", button.dataset.tour === tour.id);
    write("tour-live", "");
    this.playground.tour(stop);
    this.check();
    byId("tour").focus({ preventScroll: true });
    this.look();
  },

  /** What the stop speaks of. */
  sight() {
    return this.stop && document.querySelector(this.stop.look);
  },

  /** Scrolls to what the stop speaks of, beneath what sticks to the top. */
  look() {
    this.measure();
    const sight = this.sight();
    sight.classList.add("looked-at");
    sight.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
  },

  fold(on) {
    byId("tour").classList.toggle("folded", on);
    byId("tour-fold").setAttribute("aria-expanded", !on);
    write("tour-fold", say(on ? "tour.unfold" : "tour.fold"));
  },

  end() {
    byId("tour").hidden = true;
    document.body.classList.remove("touring");
    this.sight().classList.remove("looked-at");
    const button = document.querySelector("[data-tour='" + this.tour.id + "']");
    for (const each of document.querySelectorAll("[data-tour]")) each.setAttribute("aria-pressed", "false");
    this.tour = this.stop = undefined;
    button.focus();
  },

  /** What a claim may speak of: the newest numbers of both nets, the lowest test losses, masks, and the subnetworks. */
  facts({ run, views }) {
    const now = run.now(), low = (net) => Math.min(...run.curve.map((m) => m[net].test));
    return { without: { ...now.without, low: low("without") }, with: { ...now.with, low: low("with") }, first: run.curve[0], crowd: views.crowd.facts, kept: views.net.kept, negative: views.net.negative };
  },

  /** Ticks the claims of the stop where they are due: at its step, in its state. */
  check() {
    if (!this.stop) return;
    const { stop } = this, due = this.playground.isAt(stop), facts = due ? this.facts(this.playground) : undefined;
    const shown = stop.claims.map(([name, holds]) => [name, due ? (holds(facts) ? "true" : "false") : "wait"]);
    const results = JSON.stringify(shown);
    if (this.results === results) return;
    this.results = results;
    const sentence = ([name, verdict]) => say("claim." + verdict, { step: number(stop.to, 0) }) + " " + say("claim." + name);
    byId("tour-claims").replaceChildren(...shown.map(([name, verdict]) => element("li", { class: { true: "yes", false: "no", wait: "" }[verdict] },
      element("span", { class: "sign", "aria-hidden": "true" }, { true: "✓", false: "✗", wait: "·" }[verdict]),
      element("span", { class: "unseen" }, say("claim." + verdict, { step: number(stop.to, 0) }) + " "), say("claim." + name))));
    if (due) write("tour-live", shown.map(sentence).join(" "));
  },
};
