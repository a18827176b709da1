package dojo.grade;

import dojo.content.Workbench;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A submission that tries something, in kata 03, and answers kata 26 honestly; and what must come
 * of it, as its {@code expected.properties} says:
 *
 * <pre>
 * attack = zip-slip, link     # which ones of attacks.properties it makes
 * state = RED                 # of kata 03
 * seen = Threw|Ended          # what the first test saw that is not green; anything by default
 * next = GREEN                # the state of kata 26, which comes after it; green by default
 * tiers = B, C                # all by default
 * archive = zip-slip          # which one of HostileArchives is handed in; else the sources beside
 * remark = leads out          # what a remark on the archive says
 * </pre>
 *
 * @param folder where it lies
 * @param expected what must come of it
 */
record Attempt(Path folder, Properties expected) {
  private static final Path ALL = Path.of("src/test/resources/dojo/grade/hostile");
  static final Path ATTACKS = ALL.resolveSibling("attacks.properties");

  static List<Attempt> all() {
    return Workbench.list(ALL).stream()
        .map(folder -> new Attempt(folder, properties(folder.resolve("expected.properties"))))
        .toList();
  }

  static Properties properties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  String expects(String key, String usual) {
    return expected.getProperty(key, usual);
  }

  List<String> attacks() {
    return List.of(expects("attack", "").split(",\\s*"));
  }

  boolean isFor(Tier tier) {
    return expects("tiers", "A, B, C").contains(tier.name());
  }

  /** What is handed in, as the judge gets it. */
  Handed handed(Path scratch) {
    String archive = expects("archive", "");
    if (archive.isEmpty()) {
      SourceFile honest = Submissions.solution(Submissions.kata(26));
      return Submissions.handed(Map.of("03", Submissions.sources(folder), "26", List.of(honest)));
    }
    try {
      Path file = Files.write(scratch.resolve(archive + ".zip"), HostileArchives.of(archive));
      return new Intake(Workbench.EXERCISES, Workbench.katas()).read(Submission.of(name(), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
