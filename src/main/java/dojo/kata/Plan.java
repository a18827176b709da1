package dojo.kata;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a kata consists of, in no language: its {@code kata.properties}.
 *
 * @param className the simple name of the class that the student writes
 * @param start what the student's file holds at the beginning
 * @param minutes how long the kata takes, about
 * @param buildsOn the numbers of the katas that it builds on
 * @param notebook the notebook that it belongs to, for example {@code 02-the-dropout-layer}; it may
 *     not be there yet
 * @param hints the level of the hint, from 1 to 4, that each diagnosis points to
 */
public record Plan(
    String className,
    Start start,
    int minutes,
    List<Integer> buildsOn,
    String notebook,
    Map<String, Integer> hints) {

  /** The file that a kata's plan stands in. */
  public static final String FILE = "kata.properties";

  private static final String HINT = "hint.";

  /**
   * Keeps copies of what can change.
   *
   * @param className the simple name of the class that the student writes
   * @param start what the student's file holds at the beginning
   * @param minutes how long the kata takes, about
   * @param buildsOn the numbers of the katas that it builds on
   * @param notebook the notebook that it belongs to
   * @param hints the level of the hint that each diagnosis points to
   */
  public Plan {
    buildsOn = List.copyOf(buildsOn);
    hints = Map.copyOf(hints);
  }

  /**
   * Reads the plan of a kata.
   *
   * @param kata the kata
   * @return the plan
   * @throws KataFileException if the file is missing, or an entry is missing or wrong
   */
  static Plan of(Kata kata) {
    Entries entries = Entries.of(kata, kata.folder().resolve(FILE));
    Map<String, Integer> hints = new TreeMap<>();
    for (String key : entries.values().keySet()) {
      if (key.startsWith(HINT)) {
        hints.put(key.substring(HINT.length()), entries.number(key));
      }
    }
    return new Plan(
        entries.get("class"),
        start(entries),
        entries.number("minutes"),
        buildsOn(entries),
        entries.get("notebook"),
        hints);
  }

  private static Start start(Entries entries) {
    String text = entries.get("start");
    return Arrays.stream(Start.values())
        .filter(start -> start.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new KataFileException("entry-not-a-start", entries.name(), "start", text));
  }

  private static List<Integer> buildsOn(Entries entries) {
    return entries.find("builds-on").stream()
        .flatMap(text -> Arrays.stream(text.split("\\s*,\\s*", -1)))
        .map(number -> entries.number("builds-on", number))
        .toList();
  }

  /**
   * Returns the hint that helps against a mistake.
   *
   * @param diagnosis the id of the mistake
   * @return the level, from 1 to 4; 1 for a mistake that the plan does not know
   */
  public int hint(String diagnosis) {
    return hints.getOrDefault(diagnosis, 1);
  }
}
