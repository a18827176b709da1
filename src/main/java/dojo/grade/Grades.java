package dojo.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dojo.machine.MissingException;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A folder of grades, to be read. In it lie
 *
 * <ul>
 *   <li>{@code grading.json}: the settings, and {@code seed.txt}: the seed, which students must not
 *       know;
 *   <li>{@code class.json}: all submissions of the class, by name, and what is known about them;
 *   <li>{@code grades/NAME.json}: a grade each, the same whenever and wherever it is made;
 *   <li>{@code details/NAME.json}: what the tests saw, which may hold values of a student's own
 *       randomness, and {@code times/NAME.json};
 *   <li>{@code grades.csv}: a line each, once all are graded.
 * </ul>
 *
 * @param folder the folder
 */
public record Grades(Path folder) {
  static final String SETTINGS = "grading.json";
  static final String SEED = "seed.txt";
  static final String CLASS = "class.json";
  static final String TABLE = "grades.csv";
  static final String GRADES = "grades";
  static final String DETAILS = "details";
  static final String TIMES = "times";

  private static final int LONG_NAME = 150;

  /** Returns whether a folder holds grades, or those of shards. */
  static boolean isAt(Path folder) {
    try (DirectoryStream<Path> shards =
        Files.newDirectoryStream(folder, "shard-[0-9]*-of-[0-9]*")) {
      return Files.exists(folder.resolve(SETTINGS)) || shards.iterator().hasNext();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
   * @return its grade; nothing if it is not graded yet
   */
  public Optional<Graded> find(String submission) {
    Optional<String> grade = written(file(GRADES, submission));
    Optional<String> details = written(file(DETAILS, submission));
    Optional<String> times = written(file(TIMES, submission));
    if (grade.isEmpty() || details.isEmpty() || times.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(GradeJson.read(grade.get(), details.get(), times.get()));
    } catch (JsonProcessingException | RuntimeException e) {
      throw damaged(file(GRADES, submission), e);
    }
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

  /** Returns the file of a submission, whose name may hold what no file's name can. */
  static Path file(String kind, String submission) {
    StringBuilder name = new StringBuilder();
    for (byte each : submission.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || " -_~".indexOf(c) >= 0);
      boolean dot = c == '.' && !name.isEmpty();
      if (plain || dot) {
        name.append(c);
      } else {
        name.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    String whole = name.toString();
    if (whole.length() > LONG_NAME) {
      whole = whole.substring(0, 100) + "-" + new Digest().with(submission).hex().substring(0, 32);
    }
    return Path.of(kind, whole + ".json");
  }
}
