package dojo.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the answer to a kata lies: in the student's file or, by a slip of an editor or a file
 * manager, under another name beside it.
 *
 * @param kata the kata
 */
public record Whereabouts(Kata kata) {

  /**
   * Says why there is no answer in the student's file, although there is one, or something else.
   *
   * @param exercises where the katas are
   * @return what is seen instead of an answer; nothing if the file can be compiled
   * @throws KataFileException if the plan of the kata is missing or broken
   */
  public Optional<Seen> trouble(Exercises exercises) {
    Path own = kata.source();
    List<Path> all = all();
    if (!all.contains(
        own)) { // its name to the letter: a file system may take keeprule for KeepRule
      return misnamed(all, "", Seen.Misnamed.Own.MISSING)
          .or(() -> unreadable(own, Seen.Unreadable.Why.MISSING));
    }
    Optional<Seen> unreadable = unreadable(own);
    if (unreadable.isPresent()) {
      return unreadable;
    }
    Optional<String> text = text(own).map(Whereabouts::withUnixLines);
    if (text.filter(String::isBlank).isPresent()) {
      return misnamed(all, "", Seen.Misnamed.Own.EMPTY)
          .or(() -> unreadable(own, Seen.Unreadable.Why.EMPTY));
    }
    Optional<String> start = start(exercises).filter(known -> text.equals(Optional.of(known)));
    return start.flatMap(
        known -> {
          boolean todo = TodoMark.isIn(known);
          // where a bug is to be found, the start can be checked beside what is not compiled
          List<Path> others = all.stream().filter(file -> todo || Kata.isSource(file)).toList();
          return misnamed(others, known, Seen.Misnamed.Own.UNTOUCHED);
        });
  }

  /**
   * Returns the files that may hold an answer, whatever name it was saved under.
   *
   * @return those of the kata's folder that look like a source in Java, also to a student
   */
  public List<Path> files() {
    return all().stream().filter(Whereabouts::looksLikeJava).filter(Files::isRegularFile).toList();
  }

  private static boolean looksLikeJava(Path file) {
    return String.valueOf(file.getFileName()).matches("(?i)[^.#].*\\.java(\\.txt)?");
  }

  /**
   * Says whether the class stands in the student's file.
   *
   * @return whether the file can be read and declares the class
   * @throws KataFileException if the plan of the kata is missing or broken
   */
  boolean isWhereItBelongs() {
    return declares(kata.source());
  }

  /** The newest of the other files that declare the class; copies of the start are no answers. */
  private Optional<Seen> misnamed(List<Path> files, String start, Seen.Misnamed.Own how) {
    String wanted = String.valueOf(kata.source().getFileName());
    return files.stream()
        .filter(file -> isNamedAlike(file) && declares(file))
        .filter(file -> !text(file).map(Whereabouts::withUnixLines).equals(Optional.of(start)))
        .max(Comparator.comparing(Whereabouts::saved).thenComparing(Comparator.reverseOrder()))
        .map(file -> new Seen.Misnamed(String.valueOf(file.getFileName()), wanted, how));
  }

  /** A Java source of any name, but for the student's, the test and what an editor hides. */
  private boolean isNamedAlike(Path file) {
    String name = String.valueOf(file.getFileName());
    String own = kata.plan().className();
    return (looksLikeJava(file) || name.matches("(?i)" + own + "(\\.txt)?"))
        && !file.equals(kata.source())
        && !file.equals(kata.test());
  }

  private boolean declares(Path file) {
    Pattern declaration =
        Pattern.compile(
            "(?m)(?:^|[;}/])\\s*(?:(?:public|final|abstract|sealed|strictfp)\\s+)*"
                + "(?:class|record|enum|interface)\\s+"
                + kata.plan().className()
                + "\\b");
    return text(file).filter(text -> declaration.matcher(text).find()).isPresent();
  }

  private List<Path> all() {
    try (Stream<Path> files = Files.list(kata.folder())) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Seen> unreadable(Path file) {
    if (Files.isRegularFile(file)) {
      return Files.isReadable(file)
          ? Optional.empty()
          : unreadable(file, Seen.Unreadable.Why.PERMISSION);
    }
    return unreadable(
        file,
        Files.isDirectory(file)
            ? Seen.Unreadable.Why.FOLDER
            : Files.exists(file) ? Seen.Unreadable.Why.SPECIAL : Seen.Unreadable.Why.LINK);
  }

  private static Optional<Seen> unreadable(Path file, Seen.Unreadable.Why why) {
    return Optional.of(new Seen.Unreadable(String.valueOf(file.getFileName()), why));
  }

  /** Without its solution a kata can still be checked. */
  private Optional<String> start(Exercises exercises) {
    try {
      return Optional.of(new Stubs(exercises).of(kata));
    } catch (KataFileException e) {
      return Optional.empty();
    }
  }

  /** What is no text in UTF-8 is told elsewhere. */
  private static Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String withUnixLines(String text) {
    return text.replace("\r\n", "\n");
  }

  private static long saved(Path file) {
    return file.toFile().lastModified();
  }
}
