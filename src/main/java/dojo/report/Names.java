package dojo.report;

import java.util.List;
import java.util.stream.Collectors;

/** The beginning of a list of names, for a sentence that says how many there are. */
final class Names {
  private static final int MOST = 5;

  private Names() {}

  static String some(List<String> names) {
    return names.stream()
        .limit(MOST)
        .map(name -> name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?"))
        .collect(Collectors.joining(", ", "", names.size() > MOST ? ", …" : ""));
  }
}
