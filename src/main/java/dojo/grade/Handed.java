package dojo.grade;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a student handed in, sorted by kata.
 *
 * @param submission the name of the submission, which no other one of the class has
 * @param katas the student's own sources by the label of the kata, for example {@code 03}; a kata
 *     that was not handed in is not there
 * @param remarks what is to be known about it, in the order in which it was found
 */
public record Handed(String submission, Map<String, List<SourceFile>> katas, List<Remark> remarks) {

  /**
   * Keeps copies.
   *
   * @param submission the name of the submission
   * @param katas the student's own sources by the label of the kata
   * @param remarks what is to be known about it
   */
  public Handed {
    Map<String, List<SourceFile>> sorted = new TreeMap<>();
    katas.forEach((kata, files) -> sorted.put(kata, List.copyOf(files)));
    katas = Collections.unmodifiableMap(sorted);
    remarks = List.copyOf(remarks);
  }

  /**
   * Returns the student's own sources for a kata.
   *
   * @param kata the label of the kata, for example {@code 03}
   * @return its sources; none if the kata was not handed in
   */
  public List<SourceFile> files(String kata) {
    return katas.getOrDefault(kata, List.of());
  }
}
