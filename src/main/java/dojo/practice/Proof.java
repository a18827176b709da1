package dojo.practice;

import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Mistake;
import dojo.kata.Solution;
import dojo.kata.State;
import dojo.kata.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows what the kit promises of a kata: the solution is green, and each classic mistake gets its
 * own diagnosis. The mistakes are the kit's, so they run in this JVM.
 */
public final class Proof implements AutoCloseable {
  private final Exercises exercises;
  private final KataCompiler compiler;

  /**
   * Makes ready.
   *
   * @param exercises where the katas are; the solutions lie beside
   */
  public Proof(Exercises exercises) {
    this.exercises = exercises;
    try {
      this.compiler = new KataCompiler(ClassPath.entries());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What was seen of a kata.
   *
   * @param solution how the solution stands
   * @param rows its mistakes, in the order in which they are told
   */
  public record Matrix(State solution, List<Row> rows) {

    /**
     * Keeps a copy.
     *
     * @param solution how the solution stands
     * @param rows its mistakes
     */
    public Matrix {
      rows = List.copyOf(rows);
    }

    /**
     * Returns whether all is as it should be.
     *
     * @return whether the solution is green and each mistake gets its own diagnosis
     */
    public boolean holds() {
      return solution == State.GREEN && rows.stream().allMatch(Row::holds);
    }
  }

  /**
   * What was seen of a mistake.
   *
   * @param mistake its id
   * @param state how a class with it stands
   * @param diagnosis the id of the diagnosis that it gets; empty if it gets none
   */
  public record Row(String mistake, State state, String diagnosis) {

    /**
     * Returns whether it gets the diagnosis that it should.
     *
     * @return whether it is red, with its own diagnosis
     */
    public boolean holds() {
      return state == State.RED && diagnosis.equals(mistake);
    }
  }

  /**
   * Compiles and runs the solution and every mistake of a kata.
   *
   * @param kata the kata
   * @return what was seen
   * @throws KataFileException if a file of the kata is missing or broken
   */
  public Matrix of(Kata kata) {
    Solution solution = exercises.solution(kata);
    List<Row> rows = new ArrayList<>();
    for (Mistake mistake : exercises.mistakes(kata)) {
      Verdict verdict = verdict(kata, mistake.in(solution));
      rows.add(new Row(mistake.id(), verdict.state(), verdict.diagnosis()));
    }
    return new Matrix(verdict(kata, solution.model()).state(), rows);
  }

  private Verdict verdict(Kata kata, String student) {
    try (BriefFolder scratch = new BriefFolder()) {
      Source source = Source.inPlaceOfStudents(kata, student);
      compiler.compile(List.of(source, Source.of(kata, kata.test())), scratch.folder());
      try (KataRun run = new KataRun(scratch.folder(), kata.testClass())) {
        KataSettings settings = KataSettings.usual();
        return new Verdict(kata.label(), run.run(settings.parameters(exercises), test -> {}), "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      return new Verdict(kata.label(), List.of(), ""); // it does not compile: no test ran
    }
  }

  @Override
  public void close() {
    try {
      compiler.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
