// The search box. The index and the library that reads it are loaded at the first use, so that pages stay fast. They
// are scripts, for a page that is opened from a disk may read no other file.
"use strict";
(() => {
  const MOST = 40;
  const MOST_LETTERS = 200; // of a question; what is pasted by mistake is longer
  const MOST_WORDS = 12;
  const MOST_QUESTIONS = 12;
  const WORTH = { "kind-term": 1.5, "kind-code": 0.5 };
  const AROUND = 80; // letters of a snippet before and after what was found
  const EAST_ASIAN = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}";
  const PIECES = new RegExp(`[${EAST_ASIAN}]+|\\p{N}+(?:[.,]\\p{N}+)+|(?:(?![${EAST_ASIAN}])[\\p{L}\\p{N}\\p{M}_])+`, "gu");
  const UNSPACED = new RegExp(`^[${EAST_ASIAN}]+$`, "u");
  const HUMPS = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;
  const base = document.currentScript.src.replace(/[^/]*$/, "");

  const plain = (text) => text.normalize("NFKC").toLowerCase();
  // Signs without the spaces around them, so that p=0.5 is p = 0.5; a minus is a hyphen.
  const squeezed = (text) => plain(text).replace(/[\u2010-\u2015\u2212]/g, "-").replace(/\s*([^\p{L}\p{N}\s])\s*/gu, "$1").replace(/\s+/g, " ").trim();

  // Where words are not divided by spaces, each pair of neighbours is one.
  const pairs = (run) => {
    const letters = [...run];
    return letters.length === 1 ? letters : letters.slice(1).map((letter, i) => letters[i] + letter);
  };

  // Plurals and spellings that mean the same have one form; the table of ends is the language's.
  let ends = [];
  const form = (word) => {
    const end = ends.find(([from]) => word.endsWith(from) && word.length - from.length > 2);
    return end ? word.slice(0, word.length - end[0].length) + end[1] : word;
  };

  const pieces = (text) => text.normalize("NFKC").match(PIECES) ?? [];
  const asked = (text) => pieces(text).flatMap((piece) => (UNSPACED.test(piece) ? pairs(piece) : [form(piece.toLowerCase())]));

  // Of DropConnect its two parts can be found as well; of a run without spaces, each letter, as the beginning of a pair.
  const indexed = (text) =>
    pieces(text).flatMap((piece) => {
      if (UNSPACED.test(piece)) return [...pairs(piece), ...(piece.length > 1 ? [[...piece].at(-1)] : [])];
      const humps = piece.match(HUMPS) ?? [];
      const words = (humps.length > 1 ? [piece, ...humps] : [piece]).map((part) => part.toLowerCase());
      return [...new Set([...words, ...words.map(form)])];
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
    const { kinds, pages, entries, words } = window.dojoSearch;
    ends = words.endings;
    const all = entries.map(([kind, page, anchor, heading, text, names = []], id) => {
      const name = kinds[kind][0] === "kind-code" ? "" : heading;
      const called = new Set([name, ...names].filter(Boolean).map((each) => asked(each).join(" ")));
      return { id, heading, text, kind: kinds[kind], name, names: names.join(" "), called, url: pages[page][0] + (anchor ? "#" + anchor : ""), where: pages[page][1] };
    });
    const index = new window.MiniSearch({ fields: ["name", "names", "text"], tokenize: indexed, processTerm: (term) => term });
    await index.addAllAsync(all, { chunkSize: 100 }); // a page stays alive meanwhile
    const same = words.same.map((group) => group.map((name) => ({ name, words: asked(name) })));
    return { all, index, same, over: new Set(words.passedOver.map(form)) };
  };

  // A question may be a sentence; what is left of it says what is looked for. Nobody types more than this on purpose.
  const reduced = (words, over) => {
    const left = words.filter((word) => !over.has(word));
    return (left.length ? left : words).slice(0, MOST_WORDS);
  };

  // The question, and the question in other words.
  const questions = (query, words, same) => {
    const all = [{ phrase: query, words, worth: 1 }];
    for (const group of same) {
      for (const known of group) {
        const at = words.findIndex((_, i) => known.words.every((word, j) => words[i + j] === word));
        if (at < 0) continue;
        for (const other of group) {
          const replaced = [...words.slice(0, at), ...other.words, ...words.slice(at + known.words.length)];
          const isWhole = known.words.length === words.length;
          if (other !== known) all.push({ phrase: isWhole ? other.name : replaced.join(" "), words: replaced, worth: isWhole ? 0.8 : 0.6 });
        }
        break;
      }
    }
    return all.slice(0, MOST_QUESTIONS);
  };

  // First what is called so, then what holds the words as they were typed; definitions before all, and code last.
  const answers = ({ all, index }, { phrase, words, worth }, options) => {
    const typed = squeezed(phrase);
    const name = words.join(" ");
    const weight = (id) => {
      const entry = all[id];
      entry.squeezed ??= squeezed(`${entry.name} ${entry.names} ${entry.text}`);
      const fits = entry.called.has(name) ? 24 : entry.squeezed.includes(typed) ? 4 : 1;
      return worth * fits * (entry.heading === phrase ? 4 : (WORTH[entry.kind[0]] ?? 1)); // MaxNorm is a class, max-norm a term
    };
    return index.search(words.join(" "), { tokenize: (text) => text.split(" "), boost: { name: 3, names: 3 }, boostDocument: weight, prefix, ...options });
  };

  const prefix = (term) => term.length > 2 || UNSPACED.test(term);

  // Of the words that differ by a slip of the finger, the one that most places have. A number is never a slip.
  const corrected = (word, index) => {
    const look = (options) => index.search(word, { tokenize: (text) => [text], ...options });
    if (word.length < 4 || /\p{N}/u.test(word) || look({ prefix }).length) return word;
    for (const fuzzy of [1, 2]) {
      const times = new Map();
      for (const { terms } of word.length > 3 * fuzzy ? look({ fuzzy }) : []) {
        for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
      }
      if (times.size) return [...times].sort((a, b) => b[1] - a[1])[0][0];
    }
    return word;
  };

  // What has all words; if nothing has, what has them spelt right; if nothing has, what has some.
  const find = (library, query) => {
    const words = reduced(asked(query), library.over);
    const right = () => words.map((word) => corrected(word, library.index));
    for (const [spelt, combineWith] of [[() => words, "AND"], [right, "AND"], [right, "OR"]]) {
      const best = new Map();
      for (const question of questions(query, spelt(), library.same)) {
        for (const found of answers(library, question, { combineWith })) {
          if (!(best.get(found.id)?.score >= found.score)) best.set(found.id, found);
        }
      }
      const found = [...best.values()].sort((a, b) => b.score - a.score);
      if (found.length) return { some: combineWith === "OR", found: found.map(({ id, terms }) => ({ ...library.all[id], terms })) };
    }
    return { some: false, found: [] };
  };

  // The text around the first place that matches, with all that matches marked.
  const snippet = (text, query, terms) => {
    const sought = new Set(terms);
    const phrase = query.toLowerCase();
    const spans = [];
    for (let at = text.toLowerCase().indexOf(phrase); at >= 0; at = text.toLowerCase().indexOf(phrase, at + phrase.length)) spans.push([at, at + phrase.length]);
    const whole = spans[0]?.[0];
    for (const { 0: piece, index } of text.matchAll(PIECES)) {
      if (UNSPACED.test(piece)) {
        for (const term of terms) {
          const at = piece.indexOf(term);
          if (at >= 0) spans.push([index + at, index + at + term.length]);
        }
      } else if (indexed(piece).some((word) => sought.has(word))) spans.push([index, index + piece.length]);
    }
    spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const at = whole ?? spans[0]?.[0] ?? 0;
    const from = at < AROUND ? 0 : Math.max(text.lastIndexOf(" ", at - AROUND / 2) + 1, at - AROUND);
    const to = Math.min(text.length, at + 2 * AROUND);
    const parts = [];
    let end = from;
    for (const [start, stop] of spans) {
      if (start < end || stop > to) continue;
      parts.push(text.slice(end, start), element("mark", "", text.slice(start, stop)));
      end = stop;
    }
    return [from > 0 ? "… " : "", ...parts, text.slice(end, to), to < text.length ? " …" : ""];
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

    const glossary = () => {
      const link = element("a", "", element("b", "", say.glossary));
      link.href = "glossary.html";
      return element("li", "", link);
    };
    const ready = () => (index ??= load());
    const links = () => [...list.querySelectorAll("a")];
    const close = () => {
      panel.hidden = true;
    };
    const show = async () => {
      const query = input.value.trim().slice(0, MOST_LETTERS);
      delete list.dataset.asked;
      const mine = ++asking;
      if (!query) {
        list.replaceChildren();
        status.textContent = "";
        return close();
      }
      panel.hidden = false;
      if (!pieces(query).length) {
        list.replaceChildren();
        list.dataset.asked = query;
        status.textContent = say.signs;
        return;
      }
      if (!status.textContent) status.textContent = say.loading;
      try {
        const library = await ready();
        if (mine !== asking) return; // another letter was typed meanwhile
        const { some, found } = find(library, query);
        list.replaceChildren(...(found.length ? found.slice(0, MOST).map((each) => row(each, query)) : [glossary()]));
        list.dataset.asked = query;
        status.textContent = found.length ? (some ? say.some : say.found).replace("{count}", found.length) : say.none;
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
