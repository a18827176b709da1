package dojo.kata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the library does what a kata teaches: a class and, if it is one of many, its method.
 *
 * @param className its full name, for example {@code dojo.dropout.Dropout}
 * @param method the name of the method; empty if the class as a whole is meant
 */
public record Counterpart(String className, String method) {
  private static final Pattern FORM = Pattern.compile("([\\w.]+\\.[A-Z]\\w*)(?:#(\\w+))?");

  /** The sources of the library, and its tests: what a student is taught may be a test. */
  private static final List<String> ROOTS = List.of("src/main/java", "src/test/java");

  /**
   * Reads what a plan says.
   *
   * @throws KataFileException if it is no name of a class, with or without that of a method
   */
  static Counterpart of(String plan, String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new KataFileException("entry-not-a-counterpart", plan, "src", text);
    }
    return new Counterpart(form.group(1), form.group(2) == null ? "" : form.group(2));
  }

  /**
   * Finds the source.
   *
   * @param project the folder that holds the library's sources
   * @return the file, as a terminal opens it from there, and the line of the class or the method;
   *     nothing if there is no such file, or no such line in it
   */
  public Optional<Report.Place> in(Path project) {
    return ROOTS.stream()
        .map(root -> root + "/" + className.replace('.', '/') + ".java")
        .filter(file -> Files.isRegularFile(project.resolve(file)))
        .findFirst()
        .flatMap(file -> line(project.resolve(file)).map(line -> new Report.Place(file, line)));
  }

  private Optional<Integer> line(Path file) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    Pattern declared =
        method.isEmpty()
            ? Pattern.compile("[^*/]*\\b(class|record|interface|enum) " + simple + "\\b.*")
            : Pattern.compile(" {2}[\\w@<][^=.(]*\\b" + method + "\\(.*");
    try (Stream<String> lines = Files.lines(file)) {
      List<String> all = lines.toList();
      return IntStream.range(0, all.size())
          .filter(i -> declared.matcher(all.get(i)).matches())
          .mapToObj(i -> i + 1)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // the lesson does without it
    }
  }
}
