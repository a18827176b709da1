package dojo.practice;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The solutions of katas, compiled beside their tests: a JVM that has run one of them has loaded
 * what it needs before anyone waits for it.
 */
final class Rehearsals implements AutoCloseable {
  private final Exercises exercises;
  private final KataCompiler compiler;
  private final Scratch scratch = new Scratch();

  Rehearsals(Exercises exercises, KataCompiler compiler) {
    this.exercises = exercises;
    this.compiler = compiler;
  }

  /** Returns the folder of the classes; nothing where the solution is missing or wrong. */
  Optional<Path> classes(Kata kata) {
    Path classes = scratch.folder().resolve(kata.name());
    try {
      if (!Files.exists(classes)) {
        String name = kata.name() + "/" + kata.source().getFileName();
        Source solution = new Source(name, exercises.solution(kata).model());
        Files.createDirectory(classes);
        compiler.compile(List.of(solution, Source.of(kata, kata.test())), classes);
      }
      return Optional.of(classes);
    } catch (IOException | KataFileException e) {
      return Optional.empty(); // the check comes to its verdict without, a little later
    }
  }

  @Override
  public void close() {
    scratch.close();
  }
}
