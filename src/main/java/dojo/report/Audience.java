package dojo.report;

import dojo.grade.Disclosure;
import dojo.grade.PointsPlan;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

  /** What a student knows anyway; any other column of a roster may be a note of the staff. */
  private static final Set<String> OWN =
      Set.of(
          "submission",
          "name",
          "id",
          "id number",
          "email",
          "email address",
          "late",
          "attempt",
          "submitted");

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
   * Returns what is told of a submission beside its results.
   *
   * @param about all that is known, such as the columns of a roster
   * @return everything to the staff; to a student who they are, when they handed in, and how often
   */
  public Map<String, String> about(Map<String, String> about) {
    Map<String, String> told = new TreeMap<>(about);
    if (who == Who.STUDENT) {
      told.keySet().removeIf(column -> !OWN.contains(column.strip().toLowerCase(Locale.ROOT)));
    }
    return told;
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
