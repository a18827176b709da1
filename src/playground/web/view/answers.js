"use strict";
/* What the nets answer: a map of the plane for each, or what it reads in digits. */

class AnswersView extends View {
  constructor(playground) {
    super(playground, 150);
    this.dead = {};
  }

  outdate() {
    super.outdate();
    this.dead = {};
  }

  draw() {
    const { run } = this, m = run.now();
    ["without", "with"].forEach((name, net) => {
      const answers = run.ask(net, 0, 1), id = "map-" + name;
      this.dead[name] = run.at > 0 && isOneAnswer(answers, run.digits ? 10 : 1);
      if (!answers.every(Number.isFinite)) {
        drawNothing(id);
        write(id + "-text", say("map.burst", { net: say(name) }));
      } else if (run.digits) {
        write(id + "-text", say("digits.text", { net: say(name), ...drawReadings(id, run.data, answers) }));
      } else {
        drawMap(id, answers, run.data);
        write(id + "-text", say("map.text", { net: say(name), wrong: percent(m[name].testError), all: number(run.data.tests, 0) }));
      }
    });
    write("answers-key", say(run.digits ? "digits.key" : "map.key"));
    Burst.show(this.playground);
  }
}

/** Whether a net gives the same probabilities to all inputs. */
function isOneAnswer(answers, classes) {
  return answers.every((v, i) => v === answers[i % classes]);
}

/** The class that is the most probable of ten. */
function readingOf(probabilities, i) {
  const ten = Array.from(probabilities.slice(10 * i, 10 * i + 10));
  return ten.indexOf(Math.max(...ten));
}

/** Draws digits with what is read in them, and returns the facts about the misread ones. */
function drawReadings(id, data, probabilities) {
  const digits = data.map((digit, i) => ({ ...digit, read: readingOf(probabilities, i) }));
  drawDigits(id, digits.map((d) => ({ ...d, text: d.read, wrong: d.read !== d.right })));
  const wrong = digits.filter((d) => d.read !== d.right);
  return { wrong: number(wrong.length, 0), all: number(digits.length, 0), list: wrong.map((d) => say("digits.one", d)).join(", ") || say("digits.none") };
}
