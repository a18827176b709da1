"use strict";
/* The chart of the losses. */

/** The largest loss that is drawn: a curve that bursts leaves the picture. */
const TOP = 6;

/** A number that is at least as large as the given one, and whose quarters are round. */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map((f) => f * power).find((v) => v >= value * 0.9999);
}

/**
 * Draws loss curves: a line for each entry of lines (colour, dashed, x, y), and a rule at a step.
 */
function drawCurves(id, lines, last, at, stepWord, number) {
  const { pen, width, height } = sheet(id), c = colours();
  const left = 38, bottom = height - 24, top = 8, right = width - 10;
  let high = 0.1;
  for (const line of lines) for (const y of line.y) if (Number.isFinite(y)) high = Math.max(high, y);
  high = Math.min(TOP, roundUp(high));
  const xOf = (x) => left + ((right - left) * x) / last, yOf = (y) => bottom - ((bottom - top) * Math.min(y, high * 1.03)) / high;
  pen.font = "12px system-ui, sans-serif";
  pen.fillStyle = c.soft;
  pen.strokeStyle = c.line;
  pen.lineWidth = 1;
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  for (let i = 0; i <= 4; i++) {
    const y = Math.round(yOf((high * i) / 4)) + 0.5;
    pen.beginPath();
    pen.moveTo(left, y);
    pen.lineTo(right, y);
    pen.stroke();
    pen.fillText(number((high * i) / 4, high < 0.4 ? 3 : 2), left - 6, y);
  }
  pen.textBaseline = "top";
  for (let i = 0; i <= 4; i++) {
    pen.textAlign = i === 0 ? "left" : i === 4 ? "right" : "center";
    if (i % 2 && width < 420) continue;
    const text = number(Math.round((last * i) / 4), 0);
    pen.fillText(i === 4 ? stepWord + " " + text : text, xOf((last * i) / 4), bottom + 7);
  }
  pen.lineJoin = "round";
  for (const line of lines) {
    pen.strokeStyle = c[line.colour];
    pen.lineWidth = line.thin ? 1 : 2.25;
    pen.setLineDash(line.dashed ? [5, 4] : []);
    pen.beginPath();
    line.x.forEach((x, i) => pen.lineTo(xOf(x), yOf(line.y[i])));
    pen.stroke();
  }
  pen.setLineDash([]);
  if (at !== undefined) {
    pen.strokeStyle = c.edge;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(xOf(at), top);
    pen.lineTo(xOf(at), bottom);
    pen.stroke();
  }
  return { left, right };
}
