"use strict";
/* What a link asked for and did not get: told once, and not longer than a reader bears. */

const Notice = {
  MOST: 5,
  LONGEST: 40,

  begin() {
    byId("notice-close").addEventListener("click", () => this.hide());
  },

  show({ strange, moved, twice }) {
    const cut = (text) => (text.length > this.LONGEST ? text.slice(0, this.LONGEST) + "…" : text);
    const told = [
      ...moved.map(({ part, value }) => say("link.moved", { part: cut(part), value })),
      ...twice.map(({ part, value }) => say("link.twice", { part: cut(part), value })),
      ...strange.map((part) => say("link.strange", { part: cut(part) })),
    ];
    const more = told.length - this.MOST;
    const list = told.slice(0, this.MOST).concat(more > 0 ? [say("link.more", { count: number(more, 0) })] : []);
    byId("notice").hidden = told.length === 0;
    write("notice-text", told.length ? say("link", { list: list.join("; ") }) : "");
  },

  hide() {
    byId("notice").hidden = true;
  },
};
