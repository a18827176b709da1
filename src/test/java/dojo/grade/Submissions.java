package dojo.grade;

import dojo.content.Workbench;
import dojo.kata.Kata;
import dojo.practice.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the tests of the judge hand in. */
final class Submissions {
  static final Path HOSTILE = Path.of("src/test/resources/dojo/grade/hostile").toAbsolutePath();

  private Submissions() {}

  static Kata kata(int number) {
    return Workbench.EXERCISES.kata(number).orElseThrow();
  }

  static SourceFile solution(Kata kata) {
    return file(kata, Workbench.solution(kata));
  }

  static SourceFile file(Kata kata, String text) {
    String name = String.valueOf(kata.source().getFileName());
    return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Handed handed(Map<String, List<SourceFile>> katas) {
    return new Handed("submission", katas, List.of());
  }

  /** The sources of a folder; no tool takes them for sources of the kit. */
  static List<SourceFile> sources(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(Submissions::source)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile source(Path file) {
    try {
      String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
      return new SourceFile(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A group of two tests, for each of which a hostile class may end its process. */
  static TestGroup probe() {
    Kata kata = kata(3);
    try {
      String text = Files.readString(HOSTILE.resolveSibling("InvertedDropoutProbe.java.txt"));
      Source source = new Source("kata03/InvertedDropoutProbe.java", text);
      return new TestGroup(kata, "probe", "kata03.InvertedDropoutProbe", List.of(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
