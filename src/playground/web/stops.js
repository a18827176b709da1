"use strict";
/* The tours. A tour is a list of stops: the state, the steps from which and to which one watches, what to look at,
   and what is then claimed, as a name and a test of the facts. */

const TOURS = [
  { id: "heart", stops: [
    { state: "", from: 0, to: 200, look: ".loss", claims: [["heart.falls", (f) => f.without.test < f.first.without.test && f.with.test < f.first.with.test], ["heart.ahead", (f) => f.without.test < f.with.test]] },
    { state: "", from: 200, to: 2000, look: ".loss", claims: [["heart.train", (f) => f.without.train < f.with.train], ["heart.turn", (f) => f.without.test > 2 * f.without.low], ["heart.with", (f) => f.with.test < f.without.test / 2]] },
    { state: "", from: 2000, to: 2000, look: ".answers", claims: [["heart.all", (f) => f.without.trainError === 0], ["heart.errors", (f) => f.with.testError < f.without.testError], ["heart.early", (f) => f.without.low < f.with.test]] },
  ] },
  { id: "mask", stops: [
    { state: "speed=slow", from: 0, to: 6, look: ".net", claims: [["mask.half", (f) => Math.abs(f.kept - 0.5) < 0.05]] },
    { state: "speed=slow&p1=0.8&p2=0.8", from: 6, to: 9, look: ".net", claims: [["mask.fifth", (f) => Math.abs(f.kept - 0.2) < 0.05]] },
    { state: "speed=slow&variant=gaussian", from: 6, to: 9, look: ".net", claims: [["mask.none", (f) => f.kept === 1], ["mask.negative", (f) => f.negative > 0.1 && f.negative < 0.25]] },
  ] },
  { id: "crowd", stops: [
    { state: "members=1", from: 1500, to: 1500, look: "#thinned-figure", claims: [["crowd.one", (f) => f.crowd.far > 0.5]] },
    { state: "members=100", from: 1500, to: 1500, look: "#means", claims: [["crowd.near", (f) => f.crowd.apart < f.crowd.apartOfFirst / 2], ["crowd.not", (f) => f.crowd.far > 0.1]] },
  ] },
  { id: "unsure", stops: [
    { state: "members=100", from: 2000, to: 2000, look: "#means", claims: [["unsure.edge", (f) => f.crowd.outside > 1.25 * f.crowd.inside]] },
    { state: "members=100&data=circles&width=32&p1=0.2&p2=0.2", from: 2000, to: 2000, look: "#means", claims: [["unsure.sure", (f) => f.crowd.outside < f.crowd.inside], ["unsure.blind", (f) => f.crowd.lowest < 0.01]] },
  ] },
  { id: "harm", stops: [
    { state: "p1=0.8&p2=0.8", from: 0, to: 2000, look: ".loss", claims: [["harm.train", (f) => f.with.trainError > 0.3], ["harm.errors", (f) => f.with.testError > f.without.testError], ["harm.calm", (f) => f.with.test < f.without.test]] },
    { state: "examples=500&noise=0", from: 0, to: 1200, look: ".loss", claims: [["harm.loss", (f) => f.with.test > 1.25 * f.without.test], ["harm.same", (f) => f.with.testError >= f.without.testError]] },
    { state: "p1=0.2&p2=0.2&seed=2", from: 0, to: 2000, look: ".loss", claims: [["harm.seed", (f) => f.with.test > f.without.test]] },
  ] },
];
