"use strict";
/* A net that learns no more, because its numbers burst or its units died: says what happened, why, and what mends it. */

const Burst = {
  begin(playground) {
    byId("burst-rate").addEventListener("click", () => playground.change("rate", this.slower(playground)));
    byId("burst-mistake").addEventListener("click", () => playground.change("mistake", "none"));
  },

  /** The step at which a net's loss was measured first to be no number, or undefined. */
  stepOf(curve, net) {
    return curve.find((m) => !(Number.isFinite(m[net].train) && Number.isFinite(m[net].test)))?.step;
  },

  /** The next smaller learning rate; undefined at the smallest. */
  slower({ list, values }) {
    const rates = list.find((s) => s.id === "rate").choices;
    return rates[rates.indexOf(values.rate) - 1];
  },

  /** What happened to a net, as the name of a sentence and its facts; undefined if it is well. */
  fate({ run, views }, net) {
    const step = this.stepOf(run.curve, net);
    if (step !== undefined) return { net, burst: true, text: say("burst." + net, { step: number(step, 0) }) };
    return views.answers.dead[net] ? { net, burst: false, text: say("dead." + net) } : undefined;
  },

  show(playground) {
    const { values } = playground, fates = ["without", "with"].map((net) => this.fate(playground, net)).filter(Boolean);
    const mistaken = values.mistake === "fresh-mask" && fates.every((f) => f.net === "with"), slower = this.slower(playground);
    byId("burst").hidden = fates.length === 0;
    if (!fates.length) return write("burst-text", "");
    const why = say((fates.some((f) => f.burst) ? "burst." : "dead.") + (mistaken ? "mistake" : "rate"), { rate: values.rate });
    write("burst-text", [...fates.map((f) => f.text), why].join(" "));
    byId("burst-mistake").hidden = !mistaken;
    byId("burst-rate").hidden = mistaken || slower === undefined;
    write("burst-rate", say("burst.slower", { rate: slower }));
  },
};
