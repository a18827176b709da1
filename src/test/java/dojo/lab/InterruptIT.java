package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.machine.ChildProcess;
import dojo.machine.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A long cell says how far it is, ends when it is interrupted, and the kernel goes on. Each of
 * these cells would take an hour or more.
 */
class InterruptIT {
  private static final String SETUP =
      """
      %classpath ../target/dojo.jar
      %classpath ../target/lib/*.jar
      import dojo.data.*;
      import dojo.dropout.MonteCarlo;
      import dojo.experiment.*;
      import dojo.random.RandomKey;
      import dojo.train.Trainer;
      RandomKey key = RandomKey.of(1);
      Recipe recipe = Recipe.headline(OptDigits.train(), OptDigits.test()).withRate(0.5);
      void predict() {
        System.out.println("begun");
        MonteCarlo.of(100_000_000).outputs(recipe.net(key), recipe.test().x().rows(0), key);
      }
      """;

  private static final String EXPERIMENT =
      "Experiment.over(0.1, 0.5).withSeeds(5000).run((p, k) -> recipe.withRate(p).run(k));";

  private static final String TRAINING =
      "Trainer.ofClassifier(100_000).fit(recipe.net(key), recipe.data(key), recipe.test(), key);";

  /**
   * One statement: between two, while the kernel compiles the next, there is nothing to interrupt.
   */
  private static final String MONTE_CARLO = "predict();";

  @Test
  void a_long_cell_ends_when_it_is_interrupted_and_the_kernel_goes_on() {
    Project project = Project.around(Path.of(""));
    NotebookSettings settings = NotebookSettings.into(Path.of("target", "interrupt-it"));
    Jupyter jupyter = Jupyter.prepare(project, settings, System.out::println);
    ChildProcess.Output output =
        ChildProcess.run(
            jupyter
                .python(
                    Path.of("src/test/resources/dojo/lab/interrupt.py").toAbsolutePath().toString(),
                    project.notebooks().toAbsolutePath().toString(),
                    SETUP,
                    " of 10000 runs",
                    EXPERIMENT,
                    " of 100000",
                    TRAINING,
                    "begun",
                    MONTE_CARLO)
                .redirectErrorStream(true));
    List<String> told =
        output.text().lines().filter(line -> line.matches("(ok|error)( .*)?")).toList();
    assertEquals(4, told.size(), output.text());
    assertEquals("ok", told.get(0), output.text());
    told.stream()
        .skip(1)
        .forEach(line -> assertTrue(line.matches("error \\d+\\.\\d ok"), output.text()));
  }
}
