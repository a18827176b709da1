package dojo.practice;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The solutions of katas, compiled beside their tests: a JVM that has run one of them has loaded
 * what it needs before anyone waits for it.
 */
final class Rehearsals implements AutoCloseable {
  private final Exercises exercises;
  private final Scratch scratch = new Scratch();

  Rehearsals(Exercises exercises) {
    this.exercises = exercises;
  }

  /**
   * Returns the folder of the classes.
   *
   * @throws KataFileException if the solution is missing or broken
   */
  Path classes(Kata kata, KataCompiler compiler) throws IOException {
    Path classes = scratch.folder().resolve(kata.name());
    if (!Files.exists(classes)) {
      String name = kata.name() + "/" + kata.source().getFileName();
      Source solution = new Source(name, exercises.solution(kata).model());
      Files.createDirectory(classes);
      compiler.compile(List.of(solution, Source.of(kata, kata.test())), classes);
    }
    return classes;
  }

  @Override
  public void close() {
    scratch.close();
  }
}
