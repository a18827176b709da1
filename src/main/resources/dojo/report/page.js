// Lets a reader search and sort the table of students. Without it the table is whole, by name.
"use strict";
for (const table of document.querySelectorAll("table[data-search]")) {
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const field = document.createElement("input");
  field.type = "search";
  const label = document.createElement("label");
  label.append(table.dataset.search, " ", field);
  const found = document.createElement("span");
  found.setAttribute("role", "status");
  const bar = document.createElement("div");
  bar.className = "search";
  bar.append(label, found);
  table.parentElement.before(bar);
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted);
      shown += row.hidden ? 0 : 1;
    }
    found.textContent = wanted ? shown + " / " + rows.length : "";
  });
  const signs = { "✓": 100, "…": -1, "!": -2, "–": -2 };
  const key = (head, cell) => {
    const text = cell.textContent;
    return head.dataset.by === "number" ? signs[text] ?? (Number.parseFloat(text) || 0) : text;
  };
  Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const sorted = rows.map((row) => [key(head, row.cells[column]), row]);
      sorted.sort(([a], [b]) => (head.dataset.by === "number" ? a - b : a.localeCompare(b)));
      if (!up) sorted.reverse();
      body.append(...sorted.map(([, row]) => row));
    });
  });
}
