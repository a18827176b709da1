"use strict";
/* The address of the page, behind its #: the whole state, so that a link or a reload comes to the same step. */

class Address {
  /** Browsers stop hearing whoever writes more often, in milliseconds. */
  static QUARTER = 250;
  /** While a net trains, what stands there is not older than about this, in milliseconds. */
  static SECOND = 900;

  constructor(text, open) {
    this.text = text;
    this.written = -Infinity;
    window.addEventListener("hashchange", () => open(this.asked()));
    window.addEventListener("pagehide", () => this.write());
    document.addEventListener("visibilitychange", () => document.hidden && this.write());
  }

  asked() {
    return location.hash.slice(1);
  }

  /** Writes the state soon, without a new entry in the history. */
  keep() {
    clearTimeout(this.writing);
    const wait = this.written + Address.QUARTER - performance.now();
    if (wait > 0) this.writing = setTimeout(() => this.write(), wait);
    else this.write();
  }

  /** Writes the state if it has not been written for a while. */
  refresh() {
    if (performance.now() - this.written > Address.SECOND) this.write();
  }

  write() {
    clearTimeout(this.writing);
    this.written = performance.now();
    try {
      history.replaceState(null, "", "#" + this.text());
    } catch {
      // a browser that has had enough of new addresses: the copied link does not depend on it
    }
  }

  /** The link, without the folders of this computer. */
  name() {
    return location.protocol === "file:" ? this.link().replace(/^file:.*\//, "") : this.link();
  }

  link() {
    return location.href.split("#")[0] + "#" + this.text();
  }
}
