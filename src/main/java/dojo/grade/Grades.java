package dojo.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dojo.machine.MissingException;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A folder of grades, to be read. In it lie
 *
 * <ul>
 *   <li>{@code grading.json}: the settings, and {@code seed.txt}: the seed, which students must not
 *       know;
 *   <li>{@code disclosure.json}: what students are shown, and from when on; it changes no grade;
 *   <li>{@code class.json}: all submissions of the class, by name, and what is known about them;
 *   <li>{@code grades/NAME.json}: a grade each, the same whenever and wherever it is made;
 *   <li>{@code details/NAME.json}: what the tests saw, which may hold values of a student's own
 *       randomness, and {@code times/NAME.json};
 *   <li>{@code grades.csv}: a line each, once all are graded, with the columns of the roster.
 * </ul>
 *
 * @param folder the folder
 */
public record Grades(Path folder) {
  static final String SETTINGS = "grading.json";
  static final String SEED = "seed.txt";
  static final String DISCLOSURE = "disclosure.json";
  static final String CLASS = "class.json";
  static final String TABLE = "grades.csv";
  static final String GRADES = "grades";
  static final String DETAILS = "details";
  static final String TIMES = "times";

  private static final int LONG_NAME = 150;

  /** What Windows takes for a device, whatever follows the first dot. */
  private static final Pattern DEVICE =
      Pattern.compile("(?is)(?:con|prn|aux|nul|com\\d|lpt\\d) *(?:\\..*)?");

  /**
   * Opens a folder that must hold grades.
   *
   * @param folder the folder
   * @return the grades
   * @throws MissingException if nothing was graded there: a class without students has no results
   */
  public static Grades in(Path folder) {
    Grades grades = new Grades(folder);
    if (!Files.exists(folder.resolve(SETTINGS)) || grades.submissions().isEmpty()) {
      throw new MissingException(
          Sentence.of(Grades.class, "no-grades", folder), Sentence.of(Grades.class, "name-grades"));
    }
    return grades;
  }

  /** Returns whether a folder holds grades, or those of shards. */
  static boolean isAt(Path folder) {
    try (DirectoryStream<Path> shards =
        Files.newDirectoryStream(folder, "shard-[0-9]*-of-[0-9]*")) {
      return Files.exists(folder.resolve(SETTINGS)) || shards.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException e) {
      return false; // whoever may not look into a folder has not graded into it
    }
  }

  /**
   * Returns all submissions of the class.
   *
   * @return by name, without the places where they lay; none if nothing was graded here
   */
  public List<Submission> submissions() {
    List<Submission> all = new ArrayList<>();
    for (JsonNode each : json(CLASS).path("submissions")) {
      Map<String, String> about = new TreeMap<>();
      each.path("about")
          .properties()
          .forEach(field -> about.put(field.getKey(), field.getValue().asText()));
      all.add(new Submission(each.path("submission").asText(), List.of(), about));
    }
    return all;
  }

  /**
   * Returns what a submission got.
   *
   * @param submission its name
   * @return its grade; nothing if it is not graded yet, or if the file holds the grade of somebody
   *     else, whose name differs in the size of letters alone: some systems have one file for both
   */
  public Optional<Graded> find(String submission) {
    Optional<String> grade = written(file(GRADES, submission));
    Optional<String> details = written(file(DETAILS, submission));
    Optional<String> times = written(file(TIMES, submission));
    if (grade.isEmpty() || details.isEmpty() || times.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(GradeJson.read(grade.get(), details.get(), times.get()))
          .filter(found -> found.grade().submission().equals(submission));
    } catch (JsonProcessingException | RuntimeException e) {
      throw damaged(file(GRADES, submission), e);
    }
  }

  /**
   * Returns what every group of tests is worth.
   *
   * @return in the order of a grade; nothing if nothing was graded here
   */
  public Worth worth() {
    Map<String, Map<String, Double>> points = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> kata : json(SETTINGS).path("points").properties()) {
      Map<String, Double> groups = new LinkedHashMap<>();
      kata.getValue()
          .properties()
          .forEach(group -> groups.put(group.getKey(), group.getValue().asDouble()));
      points.put(kata.getKey(), groups);
    }
    return new Worth(points);
  }

  /**
   * Refuses a plan of points by which these grades were not made.
   *
   * @param plan a plan, which may say nothing of points
   * @param katas the labels of all katas of the kit: one plan serves all parts of a course
   * @throws MissingException if it speaks of other katas or groups of tests, or gives other points
   */
  public void requireMadeBy(PointsPlan plan, Set<String> katas) {
    Map<String, Map<String, Double>> points = worth().points();
    Set<String> groups = new TreeSet<>();
    points.values().forEach(kata -> groups.addAll(kata.keySet()));
    Set<String> known = new TreeSet<>(katas);
    known.addAll(points.keySet());
    plan.requireKnown(known, groups);
    boolean silent = plan.entries().equals(plan.disclosing().entries());
    points.forEach(
        (kata, worth) ->
            worth.forEach(
                (group, each) -> {
                  if (!silent && each != plan.points(kata, group)) {
                    throw new MissingException(
                        Sentence.of(
                            Grades.class,
                            "store-of-others",
                            folder,
                            Sentence.of(Grades.class, "other-points")),
                        Sentence.of(Grades.class, "grade-by-plan"));
                  }
                }));
  }

  /**
   * Returns what students are shown of each group of tests, as the instructor's plan of points
   * said.
   *
   * @return a plan without points; the usual one if there was none
   * @throws MissingException if it is not kept with the grades: what an instructor may have hidden
   *     is not shown by accident
   */
  public PointsPlan disclosure() {
    JsonNode kept = json(DISCLOSURE);
    if (text(Path.of(DISCLOSURE)).isEmpty() || !kept.isObject()) {
      throw new MissingException(
          Sentence.of(Grades.class, "no-disclosure", folder.resolve(DISCLOSURE)),
          Sentence.of(Grades.class, "grade-to-disclose"));
    }
    Map<String, String> entries = new TreeMap<>();
    kept.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue().asText()));
    return new PointsPlan(String.valueOf(folder.resolve(DISCLOSURE)), entries);
  }

  /**
   * Returns which submissions are alike, if somebody had the class compared.
   *
   * @return each pair that was told; none if nothing was compared
   */
  public List<Alike> alike() {
    return text(Path.of("similarity", "similarity.csv"))
        .map(text -> Alike.in(Csv.of(text.getBytes(StandardCharsets.UTF_8))))
        .orElse(List.of());
  }

  /**
   * Returns the seed of all tests.
   *
   * @return the seed; nothing if nothing was graded here
   */
  public Optional<Long> seed() {
    try {
      return text(Path.of(SEED)).map(text -> Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      throw damaged(Path.of(SEED), e);
    }
  }

  /**
   * Returns where the seed of all tests lies, or is to lie.
   *
   * @return a file, whose only line is a whole number
   */
  public Path seedFile() {
    return folder.resolve(SEED);
  }

  JsonNode json(String name) {
    try {
      return GradeJson.node(text(Path.of(name)).orElse("{}"));
    } catch (JsonProcessingException e) {
      throw damaged(Path.of(name), e);
    }
  }

  /** Returns what a file in this folder says; nothing if there is no such file. */
  Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(folder.resolve(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When a machine loses its power, a file may be there whose content is not. */
  private Optional<String> written(Path file) {
    return text(file).filter(text -> !text.isBlank());
  }

  private MissingException damaged(Path file, Exception cause) {
    return new MissingException(
        Sentence.of(Grades.class, "grades-damaged", folder.resolve(file)),
        Sentence.of(Grades.class, "delete-and-grade-again"),
        cause);
  }

  /** Returns the file of a submission. */
  static Path file(String kind, String submission) {
    return Path.of(kind, fileName(submission) + ".json");
  }

  /**
   * Returns the name of the files of a submission, whose own name may hold what no file's can.
   *
   * @param submission its name
   * @return another name for each submission, without the end that says what kind of file it is
   */
  public static String fileName(String submission) {
    StringBuilder name = new StringBuilder();
    byte[] bytes = submission.getBytes(StandardCharsets.UTF_8);
    boolean device = DEVICE.matcher(submission).matches();
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xFF);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-_~".indexOf(c) >= 0);
      // as the last letter of a folder's name, Windows drops both
      boolean inside = (c == ' ' || (c == '.' && i > 0)) && i < bytes.length - 1;
      if ((plain || inside) && !(device && i == 0)) {
        name.append(c);
      } else {
        name.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    String whole = name.toString();
    if (whole.length() > LONG_NAME) {
      whole = whole.substring(0, 100) + "-" + new Digest().with(submission).hex().substring(0, 32);
    }
    return whole;
  }
}
