// The search box. The index and the library that reads it are loaded at the first use, so that pages stay fast. They
// are scripts, for a page that is opened from a disk may read no other file.
"use strict";
(() => {
  const MOST = 40;
  const AROUND = 80; // letters of a snippet before and after what was found
  const EAST_ASIAN = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}";
  const PIECES = new RegExp(`[${EAST_ASIAN}]+|\\p{N}+(?:[.,]\\p{N}+)+|(?:(?![${EAST_ASIAN}])[\\p{L}\\p{N}\\p{M}_])+`, "gu");
  const UNSPACED = new RegExp(`^[${EAST_ASIAN}]+$`, "u");
  const HUMPS = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;
  const base = document.currentScript.src.replace(/[^/]*$/, "");

  const plain = (text) => text.normalize("NFKC").toLowerCase();

  // Where words are not divided by spaces, each pair of neighbours is one.
  const pairs = (run) => {
    const letters = [...run];
    return letters.length === 1 ? letters : letters.slice(1).map((letter, i) => letters[i] + letter);
  };

  const asked = (text) =>
    (text.normalize("NFKC").match(PIECES) ?? []).flatMap((piece) => (UNSPACED.test(piece) ? pairs(piece) : [piece.toLowerCase()]));

  // Of DropConnect its two parts can be found as well; of a run without spaces, each letter, as the beginning of a pair.
  const indexed = (text) =>
    (text.normalize("NFKC").match(PIECES) ?? []).flatMap((piece) => {
      if (UNSPACED.test(piece)) return [...pairs(piece), ...(piece.length > 1 ? [[...piece].at(-1)] : [])];
      const parts = piece.match(HUMPS) ?? [];
      return parts.length > 1 ? [piece, ...parts].map((part) => part.toLowerCase()) : [piece.toLowerCase()];
    });

  const script = (file) =>
    new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = base + file;
      element.addEventListener("load", resolve);
      element.addEventListener("error", () => reject(new Error(file)));
      document.head.append(element);
    });

  const load = async () => {
    await Promise.all([script("minisearch.js"), script("search-index.js")]);
    const { kinds, pages, entries } = window.dojoSearch;
    const all = entries.map(([kind, page, anchor, heading, text], id) => ({
      id, heading, text, kind: kinds[kind], name: kinds[kind][0] === "kind-code" ? "" : heading, url: pages[page][0] + (anchor ? "#" + anchor : ""), where: pages[page][1],
    }));
    const index = new window.MiniSearch({ fields: ["name", "text"], tokenize: indexed, processTerm: (term) => term });
    await index.addAllAsync(all, { chunkSize: 100 }); // a page stays alive meanwhile
    return { all, index };
  };

  // Everything that holds all words; first what holds them as they were typed and what is called so, and code last.
  const find = ({ all, index }, query) => {
    const phrase = plain(query).replace(/\s+/g, " ").trim();
    const weights = new Map();
    const weight = (id) => {
      if (!weights.has(id)) {
        const name = plain(all[id].name);
        const { text } = all[id];
        weights.set(id, (all[id].name ? 1 : 0.5) * (name === phrase ? 6 : 1) * (name.includes(phrase) || plain(text).includes(phrase) ? 4 : 1));
      }
      return weights.get(id);
    };
    const options = {
      tokenize: asked,
      combineWith: "AND",
      boost: { name: 3 },
      prefix: (term) => term.length > 2 || UNSPACED.test(term),
      boostDocument: weight,
    };
    const found = index.search(query, options);
    return (found.length ? found : index.search(query, { ...options, fuzzy: 0.2 })).map(({ id, terms }) => ({ ...all[id], terms }));
  };

  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  // The text around the first place that matches, with all that matches marked.
  const snippet = (text, query, terms) => {
    const words = [query.trim(), ...asked(query), ...terms].filter(Boolean).sort((a, b) => b.length - a.length);
    const pattern = new RegExp(words.map(escaped).join("|"), "giu");
    const whole = text.toLowerCase().indexOf(query.trim().toLowerCase());
    const at = Math.max(0, whole < 0 ? text.search(pattern) : whole);
    const from = at < AROUND ? 0 : text.lastIndexOf(" ", at - AROUND / 2) + 1 || at - AROUND / 2;
    const cut = text.slice(Math.max(from, at - AROUND), at + 2 * AROUND);
    const parts = [];
    let end = 0;
    for (const match of cut.matchAll(pattern)) {
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      parts.push(cut.slice(end, match.index), mark);
      end = match.index + match[0].length;
    }
    return [from > 0 ? "… " : "", ...parts, cut.slice(end), at + 2 * AROUND < text.length ? " …" : ""];
  };

  const element = (name, kind, ...content) => {
    const made = document.createElement(name);
    made.className = kind;
    made.append(...content);
    return made;
  };

  const row = ({ kind, url, heading, where, text, terms }, query) => {
    const link = element("a", "", element("span", `kind ${kind[0]}`, kind[1]), " ", element("b", "", heading || where));
    link.href = url;
    if (heading) link.append(" ", element("small", "", where));
    link.append(element("span", "snippet", ...snippet(text, query, terms)));
    return element("li", "", link);
  };

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form.search");
    const input = form.querySelector("input");
    const panel = form.querySelector(".results");
    const status = form.querySelector("[role=status]");
    const list = form.querySelector("ol");
    const say = form.dataset;
    let index = null;
    let asking = 0;
    form.hidden = false;

    const ready = () => (index ??= load());
    const links = () => [...list.querySelectorAll("a")];
    const close = () => {
      panel.hidden = true;
    };
    const show = async () => {
      const query = input.value.trim();
      delete list.dataset.asked;
      const mine = ++asking;
      if (!asked(query).length) {
        list.replaceChildren();
        status.textContent = "";
        return close();
      }
      panel.hidden = false;
      if (!status.textContent) status.textContent = say.loading;
      try {
        const library = await ready();
        if (mine !== asking) return; // another letter was typed meanwhile
        const found = find(library, query);
        list.replaceChildren(...found.slice(0, MOST).map((each) => row(each, query)));
        list.dataset.asked = query;
        status.textContent = found.length ? say.found.replace("{count}", found.length) : say.none;
      } catch {
        index = null;
        status.textContent = say.missing;
      }
    };

    input.addEventListener("focus", () => {
      ready().catch(() => (index = null));
      if (input.value.trim()) show();
    });
    input.addEventListener("input", show);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      await show();
      links()[0]?.click();
    });
    form.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!form.contains(event.target)) close();
    });
    list.addEventListener("click", (event) => {
      if (event.target.closest("a")) close(); // the place may be on this page
    });
    form.addEventListener("keydown", (event) => {
      const all = links();
      const at = all.indexOf(document.activeElement);
      if (event.key === "Escape") {
        event.preventDefault();
        input.focus();
        asking++;
        close();
      } else if (event.key === "ArrowDown" && all.length && !panel.hidden) {
        event.preventDefault();
        all[Math.min(at + 1, all.length - 1)].focus();
      } else if (event.key === "ArrowUp" && at >= 0) {
        event.preventDefault();
        (at === 0 ? input : all[at - 1]).focus();
      }
    });
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        input.focus();
        input.select();
      }
    });
  });
})();
