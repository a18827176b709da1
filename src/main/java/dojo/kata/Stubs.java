package dojo.kata;

import dojo.machine.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a student starts from, derived from the solutions whenever it is needed; a student edition,
 * which has none, keeps it.
 *
 * @param exercises where the katas are; the solutions lie beside
 */
public record Stubs(Exercises exercises) {

  /**
   * Derives the beginning of a kata: a TODO for each answer or, where a bug is to be found, the
   * first mistake.
   *
   * @param kata the kata
   * @return the text that a student starts from
   * @throws KataFileException if the solution or its mistakes are missing or broken, or the stub of
   *     a student edition is
   */
  public String of(Kata kata) {
    if (exercises.isStudentEdition()) {
      return kept(kata);
    }
    Solution solution = exercises.solution(kata);
    return switch (kata.plan().start()) {
      case TODO, TEST -> solution.stub();
      case BUG ->
          exercises.mistakes(kata).stream()
              .findFirst()
              .orElseThrow(() -> new KataFileException("bug-without-mistake", solution.name()))
              .in(solution);
    };
  }

  private String kept(Kata kata) {
    Path file = exercises.stub(kata);
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new KataFileException("stub-missing", kata.display(file));
    }
  }

  /**
   * Says whether a kata still is as its student first meets it: the start, and nothing beside it.
   *
   * @param kata the kata
   * @return whether nothing was changed, but for the ends of lines
   * @throws KataFileException if the solution or its mistakes are missing or broken
   * @throws IOException if a file cannot be read
   */
  public boolean isUntouched(Kata kata) throws IOException {
    return List.copyOf(kata.sources()).equals(List.of(kata.source(), kata.test()))
        && new Whereabouts(kata).trouble(exercises).isEmpty()
        && Files.readString(kata.source()).replace("\r\n", "\n").equals(of(kata));
  }

  /**
   * Writes every kata as a student first meets it, whatever was made of it here: the stub, the
   * test, the plan and the words.
   *
   * @param into the folder, which becomes a folder of exercises
   * @throws IOException if a file cannot be read or written
   */
  public void write(Path into) throws IOException {
    copyProperties(exercises.root(), Files.createDirectories(into));
    for (Kata kata : exercises.all()) {
      Path folder = Files.createDirectories(into.resolve(kata.name()));
      WholeFile.write(folder.resolve(kata.source().getFileName()), of(kata));
      copy(kata.test(), folder);
      copyProperties(kata.folder(), folder);
    }
  }

  /** The plan and the words, but not what is remembered of a student's way. */
  private static void copyProperties(Path from, Path into) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(from, "{kata,messages}*.properties")) {
      for (Path file : files) {
        copy(file, into);
      }
    }
  }

  private static void copy(Path file, Path into) throws IOException {
    WholeFile.write(into.resolve(file.getFileName()), Files.readAllBytes(file));
  }

  /**
   * Begins a kata again; whatever lies in the place of its file is kept beside it: what was written
   * so far, or a folder, or a link, which is not followed.
   *
   * @param kata the kata
   * @return what is kept, under its new name, or nothing if there was nothing to keep
   * @throws KataFileException if the folder does not let itself be written
   * @throws IOException if a file cannot be read or written
   */
  public Optional<Path> reset(Kata kata) throws IOException {
    String stub = of(kata);
    Path source = kata.source();
    if (holds(source, stub)) {
      return Optional.empty();
    }
    try {
      Optional<Path> kept = Optional.empty();
      if (isThere(source)) {
        kept = Optional.of(Files.move(source, free(source)));
      }
      WholeFile.write(source, stub);
      return kept;
    } catch (FileSystemException e) {
      throw new KataFileException("file-unwritable", kata.display(source), e.toString());
    }
  }

  /** As bytes: what a student saved need not be text. What cannot be read is something else. */
  private static boolean holds(Path source, String stub) {
    byte[] bytes = stub.getBytes(StandardCharsets.UTF_8);
    try {
      return Files.isRegularFile(source)
          && Files.size(source) == bytes.length
          && Arrays.equals(Files.readAllBytes(source), bytes);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path free(Path source) {
    return Stream.iterate(1, n -> n + 1)
        .map(n -> source.resolveSibling(source.getFileName() + ".bak-" + n))
        .filter(file -> !isThere(file))
        .findFirst()
        .orElseThrow();
  }

  /** A link that leads nowhere is there, too. */
  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }
}
