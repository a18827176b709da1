package dojo.grade;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A submission that was graded, and what is to be known beside its grade.
 *
 * @param grade what it got
 * @param content by which it is known whether the student has handed in something else since
 * @param remarks what was odd about it
 * @param worked for how long processors worked for each group of tests, by {@code 03/visible}; no
 *     part of a grade
 */
public record Graded(
    Grade grade, String content, List<Remark> remarks, Map<String, Duration> worked) {

  /**
   * Keeps copies.
   *
   * @param grade what it got
   * @param content by which it is known; empty if it could not be read
   * @param remarks what was odd about it
   * @param worked for how long processors worked
   */
  public Graded {
    remarks = List.copyOf(remarks);
    worked = Collections.unmodifiableMap(new TreeMap<>(worked));
  }

  /**
   * Returns the seed of this submission's tests, which students must not know until it is
   * published.
   *
   * @param classSeed the seed of all tests
   * @return the seed by which the student repeats the tests that they have
   */
  public long seed(long classSeed) {
    return Digest.seed(classSeed, content);
  }

  /**
   * Returns what kept the submission from being read.
   *
   * @return what an instructor has to mend; nothing if it was read
   */
  public Optional<Remark> obstacle() {
    return remarks.stream().filter(remark -> content.isEmpty()).findFirst();
  }
}
