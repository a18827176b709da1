package dojo.grade;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What is left of the caps of one submission, however many archives it consists of. */
final class Budget {
  private final Caps caps;
  private final AtomicInteger entries = new AtomicInteger();
  private final AtomicInteger sources = new AtomicInteger();
  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong unpacked = new AtomicLong();

  Budget(Caps caps) {
    this.caps = caps;
  }

  Caps caps() {
    return caps;
  }

  /** Counts a file or a folder. */
  void entry() throws OddException {
    if (entries.incrementAndGet() > caps.entries()) {
      throw new OddException("too-many-entries", caps.entries());
    }
  }

  /** Counts a Java source. */
  void source() throws OddException {
    if (sources.incrementAndGet() > caps.sources()) {
      throw new OddException("too-many-sources", caps.sources());
    }
  }

  /** Counts what is held in memory. */
  void kept(int bytes) throws OddException {
    if (kept.addAndGet(bytes) > caps.kept()) {
      throw new OddException("sources-too-large", caps.kept() >> 20);
    }
  }

  /** Counts what comes out of an archive. */
  void unpacked(long bytes) throws OddException {
    if (unpacked.addAndGet(bytes) > caps.unpacked()) {
      throw new OddException("unpacks-to-too-much", caps.unpacked() >> 20);
    }
  }
}
