package dojo.grade;

import dojo.machine.MissingException;
import dojo.words.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the submissions in what an instructor names: each is one, or a folder of a whole class, as
 * platforms pack it.
 *
 * <p>A folder is one submission if it holds the folder of a kata, a Java source, {@code exercises},
 * {@code pom.xml} or {@code .git}, or nothing but a folder that does. Otherwise everything in it is
 * a submission, and so it is if two archives in it are of the same kata, or if beside loose files
 * lies what several have sent. Canvas gives each student's files a common beginning of their names,
 * Moodle each student a folder with a common one.
 */
public final class Inbox {
  /** Of Canvas: lovelaceada_LATE_1234_56789_InvertedDropout.java. */
  static final Pattern CANVAS =
      Pattern.compile("(?<student>[^_/]+)_(?<late>LATE_)?(?<id>\\d+)_\\d+_.+");

  /** Of Moodle: Ada Lovelace_1234567_assignsubmission_file_. */
  private static final Pattern MOODLE =
      Pattern.compile("(?<student>.+)_(?<id>\\d+)_assignsubmission_[a-z]+_?");

  private final Map<String, Submission> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private Inbox() {}

  /**
   * Finds submissions.
   *
   * @param named folders, archives and sources
   * @return the submissions, by name; no two names differ in the size of letters only
   * @throws MissingException if one of them is not there, or a folder of a class cannot be read
   */
  public static List<Submission> of(List<Path> named) {
    Inbox inbox = new Inbox();
    for (Path path : named) {
      if (!Files.exists(path)) {
        throw new MissingException(
            Sentence.of(Inbox.class, "no-such-submission", path),
            Sentence.of(Inbox.class, "name-submissions"));
      }
      Path real = path.toAbsolutePath().normalize();
      ClassFolder folder = new ClassFolder(real);
      if (folder.isClass()) {
        folder.sent().forEach(inbox::add);
      } else {
        inbox.add(real);
      }
    }
    return inbox.found.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
  }

  private void add(Path part) {
    String file = name(part);
    Matcher canvas = CANVAS.matcher(file);
    Matcher moodle = MOODLE.matcher(file);
    Map<String, String> about = new LinkedHashMap<>();
    if (canvas.matches()) {
      about.put("id", canvas.group("id"));
      if (canvas.group("late") != null) {
        about.put("late", "yes");
      }
      join(canvas.group("student") + "_" + canvas.group("id"), part, about);
    } else if (moodle.matches()) {
      about.put("id", moodle.group("id"));
      about.put("name", moodle.group("student"));
      join(moodle.group("student") + "_" + moodle.group("id"), part, about);
    } else {
      String name = stem(part);
      String free =
          Stream.iterate(1, n -> n + 1)
              .map(n -> n == 1 ? name : name + "~" + n)
              .filter(each -> !found.containsKey(each))
              .findFirst()
              .orElseThrow();
      found.put(free, Submission.of(free, part));
    }
  }

  /** One more file of the same student. */
  private void join(String name, Path part, Map<String, String> about) {
    Submission before = found.getOrDefault(name, new Submission(name, List.of(), Map.of()));
    List<Path> parts = new ArrayList<>(before.parts());
    parts.add(part);
    Map<String, String> all = new LinkedHashMap<>(before.about());
    all.putAll(about);
    found.put(name, new Submission(name, parts, all));
  }

  private static String stem(Path part) {
    String name = name(part);
    return Files.isDirectory(part)
        ? name
        : name.replaceFirst("(?i)\\.(?:zip|tar|tar\\.gz|tgz|jar|java|java\\.txt)$", "");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
