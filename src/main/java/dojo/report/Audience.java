package dojo.report;

import dojo.grade.Disclosure;
import dojo.grade.PointsPlan;
import java.time.Instant;

/**
 * Who reads results, and when: how much they may see is decided here and nowhere else.
 *
 * @param who who reads
 * @param plan what students are shown of each group of tests
 * @param at when they read
 * @param seeds whether the seeds of the tests are published
 */
public record Audience(Who who, PointsPlan plan, Instant at, Seeds seeds) {
  /** The hint that names the bug which a student has to find, and the last one. */
  private static final int ALL_HINTS = 4;

  /** Who reads. */
  public enum Who {
    /** Whoever grades: sees everything. */
    STAFF,
    /** The student who handed in: sees what the plan discloses. */
    STUDENT
  }

  /** Whether the seeds of the tests are told. */
  public enum Seeds {
    /** To nobody: with a seed, a class could know what the tests will ask. */
    SECRET,
    /** To every student that of their own submission, who can then repeat the tests. */
    PUBLISHED
  }

  /**
   * Returns how much of a group of tests is shown.
   *
   * @param group the name of the group
   * @return what the plan says to students, and everything to the staff
   */
  public Disclosure disclosure(String group) {
    return who == Who.STAFF ? Disclosure.EVERYTHING : plan.disclosure(group, at);
  }

  /**
   * Returns up to which hint a reader is to be told: a bug that students have to find gets its name
   * only when there is nothing left to find, after the deadline.
   *
   * @return from 0 to 4
   */
  public int hints() {
    boolean over = plan.deadline().filter(end -> !at.isBefore(end.toInstant())).isPresent();
    return who == Who.STAFF || over ? ALL_HINTS : 0;
  }
}
