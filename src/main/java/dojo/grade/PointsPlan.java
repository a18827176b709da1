package dojo.grade;

import dojo.machine.MissingException;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each group of tests is worth, and how much of it students are shown: a file that an
 * instructor writes. All of its entries may be left out, and so may the file:
 *
 * <pre>
 * points = 10                             # each group of tests, in each kata
 * points.edge-cases = 5                   # this group, in each kata
 * weight.kata30 = 4                       # all groups of this kata count four times
 * points.kata03.edge-cases = 2            # this group of this kata, whatever the lines above say
 *
 * deadline = 2026-12-01T23:59:00+01:00
 * show.visible = everything               # or example, diagnosis, points
 * show.edge-cases = points
 * show.edge-cases.after = example         # from the deadline on
 * </pre>
 *
 * <p>(In the file, a remark has a line of its own.)
 *
 * @param name the file as its author knows it
 * @param entries what the file says, all of it understood
 */
public record PointsPlan(String name, Map<String, String> entries) {
  private static final String POINTS = "10";

  private static final String GROUP = "(?!kata\\d)[a-z0-9]+(?:-[a-z0-9]+)*";
  private static final Pattern KEY =
      Pattern.compile(
          "points"
              + ("|points\\.(?<group>" + GROUP + ")")
              + ("|points\\.kata(?<kata>\\d\\d)\\.(?<own>" + GROUP + ")")
              + "|weight\\.kata(?<weighed>\\d\\d)"
              + ("|show\\.(?<shown>" + GROUP + ")(?:\\.after)?")
              + "|deadline");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,2})?");
  private static final String DISCLOSURES =
      Stream.of(Disclosure.values()).map(PointsPlan::word).collect(Collectors.joining(", "));

  /**
   * Understands what a file says.
   *
   * @param name the file as its author knows it
   * @param entries each value by its key
   * @throws MissingException if an entry cannot be understood
   */
  public PointsPlan {
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    entries.forEach((key, value) -> requireUnderstood(name, key, value));
    if (!entries.containsKey("deadline")) {
      for (String key : entries.keySet()) {
        require(!key.endsWith(".after"), name, "after-without-deadline", key);
      }
    }
  }

  private static void requireUnderstood(String name, String key, String value) {
    require(KEY.matcher(key).matches(), name, "no-such-points-entry", key);
    if (key.equals("deadline")) {
      require(time(value).isPresent(), name, "deadline-not-a-time", value);
    } else if (key.startsWith("show.")) {
      require(disclosure(value).isPresent(), name, "not-a-disclosure", key, DISCLOSURES, value);
    } else {
      require(NUMBER.matcher(value).matches(), name, "not-points", key, value);
    }
  }

  private static void require(boolean holds, String name, String key, Object... values) {
    if (!holds) {
      throw new MissingException(
          Sentence.of(PointsPlan.class, key, values),
          Sentence.of(PointsPlan.class, "correct-it-in", name));
    }
  }

  /**
   * Returns the plan of whoever writes none: each group of tests is worth ten points, and students
   * are shown everything of the tests that they have, of others their points.
   *
   * @return the plan
   */
  public static PointsPlan usual() {
    return new PointsPlan("", Map.of());
  }

  /**
   * Reads a plan.
   *
   * @param file a file of properties in UTF-8
   * @return the plan
   * @throws MissingException if the file is missing, or cannot be understood
   */
  public static PointsPlan read(Path file) {
    Set<String> twice = new TreeSet<>();
    Properties read =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized @Nullable Object put(Object key, Object value) {
            if (containsKey(key)) {
              twice.add(key.toString());
            }
            return super.put(key, value);
          }
        };
    try {
      read.load(new StringReader(Files.readString(file).replaceFirst("^\uFEFF", "")));
    } catch (IOException | IllegalArgumentException e) {
      throw new MissingException(
          Sentence.of(PointsPlan.class, "file-unreadable", file, e.toString()),
          Sentence.of(PointsPlan.class, "correct-it-in", file),
          e);
    }
    twice.forEach(key -> require(false, file.toString(), "entry-twice", key));
    Map<String, String> entries = new TreeMap<>();
    read.stringPropertyNames().forEach(key -> entries.put(key, read.getProperty(key).strip()));
    return new PointsPlan(file.toString(), entries);
  }

  /**
   * Returns what a group of tests is worth.
   *
   * @param kata the label of the kata, for example {@code 03}
   * @param group the name of the group
   * @return points, in hundredths
   */
  public double points(String kata, String group) {
    Optional<BigDecimal> own = number("points.kata" + kata + "." + group);
    BigDecimal points =
        number("points." + group).or(() -> number("points")).orElse(new BigDecimal(POINTS));
    BigDecimal weight = number("weight.kata" + kata).orElse(BigDecimal.ONE);
    return own.orElse(points.multiply(weight)).setScale(2, RoundingMode.HALF_UP).doubleValue();
  }

  private Optional<BigDecimal> number(String key) {
    return Optional.ofNullable(entries.get(key)).map(BigDecimal::new);
  }

  /**
   * Returns how much of a group of tests its students are shown.
   *
   * @param group the name of the group
   * @param now the time at which they look
   * @return everything of the tests that they have, and the points of all others, if the plan does
   *     not say otherwise
   */
  public Disclosure disclosure(String group, Instant now) {
    boolean after = deadline().filter(end -> !now.isBefore(end.toInstant())).isPresent();
    boolean visible = group.equals(JudgedKata.VISIBLE);
    return Optional.ofNullable(entries.get("show." + group + ".after"))
        .filter(later -> after)
        .or(() -> Optional.ofNullable(entries.get("show." + group)))
        .flatMap(PointsPlan::disclosure)
        .orElse(visible ? Disclosure.EVERYTHING : Disclosure.POINTS);
  }

  /**
   * Returns what this plan says of disclosure alone.
   *
   * @return a plan without points
   */
  public PointsPlan disclosing() {
    Map<String, String> kept = new TreeMap<>(entries);
    kept.keySet().removeIf(key -> !key.startsWith("show.") && !key.equals("deadline"));
    return new PointsPlan(name, kept);
  }

  /**
   * Returns when the katas are to be handed in.
   *
   * @return the time, if the plan names one
   */
  public Optional<OffsetDateTime> deadline() {
    return Optional.ofNullable(entries.get("deadline")).flatMap(PointsPlan::time);
  }

  /**
   * Refuses entries about what there is not: a slip in a name must not change a grade.
   *
   * @param katas the labels of all katas of the kit, graded now or not
   * @param groups the names of all groups of tests
   * @throws MissingException if there is such an entry
   */
  public void requireKnown(Set<String> katas, Set<String> groups) {
    for (String key : entries.keySet()) {
      Matcher parts = KEY.matcher(key);
      if (parts.matches()) {
        for (String part : new String[] {"group", "own", "shown"}) {
          requireNamed(groups, parts.group(part), key, "no-such-group");
        }
        for (String part : new String[] {"kata", "weighed"}) {
          requireNamed(katas, parts.group(part), key, "no-such-kata");
        }
      }
    }
  }

  private void requireNamed(
      Set<String> known, @Nullable String named, String key, String sentence) {
    require(
        named == null || known.contains(named),
        name,
        sentence,
        key,
        String.join(", ", new TreeSet<>(known)));
  }

  private static Optional<OffsetDateTime> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Disclosure> disclosure(String text) {
    return Stream.of(Disclosure.values()).filter(each -> word(each).equals(text)).findFirst();
  }

  private static String word(Disclosure disclosure) {
    return disclosure.name().toLowerCase(Locale.ROOT);
  }
}
