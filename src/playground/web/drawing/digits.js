"use strict";
/* Digits, and what is read in them. */

/** Digits in a grid, each with a text: what is read, which has a cross where it is wrong, or a number. A misread one is framed. */
function drawDigits(id, digits) {
  const { pen, width } = sheet(id), c = colours(), per = 5, cell = width / per, ink = parts(c.ink), card = parts(c.card);
  digits.forEach((digit, i) => {
    const letters = Math.max(10, cell * 0.22), size = Math.min(cell * 0.66, cell - letters - 5), x = (i % per) * cell + (cell - size) / 2, y = Math.floor(i / per) * cell + 2;
    drawField(pen, x, y, size, digit.pixels, (v) => mixed(card, ink, Math.max(0, Math.min(1, v))));
    const wrong = digit.wrong;
    pen.strokeStyle = wrong ? c.bad : c.line;
    pen.lineWidth = wrong ? 2.5 : 1;
    pen.strokeRect(x, y, size, size);
    pen.fillStyle = wrong ? c.bad : c.soft;
    pen.font = (wrong ? "700 " : "") + letters + "px system-ui, sans-serif";
    pen.textAlign = "center";
    pen.textBaseline = "top";
    pen.fillText((wrong && String(digit.text).length === 1 ? "✗ " : "") + digit.text, x + size / 2, y + size + 1);
  });
}
