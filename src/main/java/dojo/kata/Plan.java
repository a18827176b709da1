package dojo.kata;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param uses the full names of the classes that the student may use beside their own and those of
 *     Java
 * @param counterpart where the library does what the kata teaches; nothing if the plan does not say
 * @param hints the level of the hint, from 1 to 4, that each diagnosis points to
 */
public record Plan(
    String className,
    Start start,
    int minutes,
    List<Integer> buildsOn,
    String notebook,
    List<String> uses,
    Optional<Counterpart> counterpart,
    Map<String, Integer> hints) {

  /** The file that a kata's plan stands in. */
  public static final String FILE = "kata.properties";

  /** What a student may use where the plan does not say otherwise. */
  public static final List<String> USUAL = List.of("dojo.random.RandomKey");

  private static final String HINT = "hint.";

  /**
   * Keeps copies of what can change.
   *
   * @param className the simple name of the class that the student writes
   * @param start what the student's file holds at the beginning
   * @param minutes how long the kata takes, about
   * @param buildsOn the numbers of the katas that it builds on
   * @param notebook the notebook that it belongs to
   * @param uses the classes that the student may use beside their own and those of Java
   * @param counterpart where the library does what the kata teaches
   * @param hints the level of the hint that each diagnosis points to
   */
  public Plan {
    buildsOn = List.copyOf(buildsOn);
    uses = List.copyOf(uses);
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
        entries.values().containsKey("uses") ? list(entries, "uses") : USUAL,
        entries.find("src").map(text -> Counterpart.of(entries.name(), text)),
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
    return list(entries, "builds-on").stream()
        .map(number -> entries.number("builds-on", number))
        .toList();
  }

  private static List<String> list(Entries entries, String key) {
    return entries.find(key).stream()
        .flatMap(text -> Arrays.stream(text.split("\\s*,\\s*", -1)))
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
