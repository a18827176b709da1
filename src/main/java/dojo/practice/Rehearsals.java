package dojo.practice;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Stubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The solutions of katas, compiled beside their tests: a JVM that has run one of them has loaded
 * what it needs before anyone waits for it.
 */
final class Rehearsals implements AutoCloseable {
  /** The compiler, too, is warm only when it has done its work a few times. */
  private static final int COLD = 3;

  private final Exercises exercises;
  private final Set<Integer> compiled = new TreeSet<>();
  private final BriefFolder scratch = new BriefFolder();

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
    if (!compiled.contains(kata.number())) {
      Source solution = Source.inPlaceOfStudents(kata, answer(kata));
      int times = compiled.isEmpty() ? COLD : 1;
      Files.createDirectories(classes);
      for (int i = 0; i < times; i++) {
        compiler.compile(List.of(solution, Source.of(kata, kata.test())), classes);
      }
      compiled.add(kata.number());
    }
    return classes;
  }

  /** A student edition has no solutions: its stubs load less, but most. */
  private String answer(Kata kata) {
    return exercises.isStudentEdition()
        ? new Stubs(exercises).of(kata)
        : exercises.solution(kata).model();
  }

  @Override
  public void close() {
    scratch.close();
  }
}
