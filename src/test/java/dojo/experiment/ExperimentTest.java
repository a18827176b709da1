package dojo.experiment;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.data.Dataset;
import dojo.data.OptDigits;
import dojo.dropout.Dropout;
import dojo.nn.Linear;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import dojo.train.Run;
import dojo.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ExperimentTest {
  private static final Dataset TRAIN = OptDigits.train().stratified(100, RandomKey.of(0));
  private static final Dataset TEST = OptDigits.test().stratified(100, RandomKey.of(0));

  /** A training run of a moment, or of so many epochs that it never ends by itself. */
  private static Run train(double p, RandomKey key, int epochs) {
    Sequential model =
        Sequential.of(
            Linear.he(64, 16, key.split("first")),
            new Relu(),
            Dropout.of(p),
            Linear.he(16, 10, key.split("last")));
    return Trainer.ofClassifier(epochs).fit(model, TRAIN, TEST, key);
  }

  @Test
  void the_number_of_threads_changes_nothing() {
    Experiment<Double> experiment = Experiment.over(0.0, 0.5).withSeeds(3);
    Results<Double, Run> one = experiment.withThreads(1).run((p, key) -> train(p, key, 2));
    Results<Double, Run> two = experiment.withThreads(2).run((p, key) -> train(p, key, 2));
    for (double p : new double[] {0, 0.5}) {
      assertEquals(3, one.of(p).size());
      assertEquals(one.of(p), two.of(p)); // weights and histories, to the bit
    }
  }

  @Test
  void every_setting_is_given_the_same_keys_by_seed() {
    Results<String, RandomKey> keys =
        Experiment.over("b", "a").withSeeds(3).run((setting, key) -> key);
    List<RandomKey> expected = List.of(RandomKey.of(0), RandomKey.of(1), RandomKey.of(2));
    assertEquals(expected, keys.of("a"));
    assertEquals(expected, keys.of("b"));
    assertEquals(List.of("b", "a"), new ArrayList<>(keys.settings())); // in the order given
  }

  @Test
  void results_become_samples_and_a_table() {
    Results<String, Double> results =
        Experiment.over("none", "half")
            .withSeeds(3)
            .run((setting, key) -> setting.equals("half") ? 0.25 : seed(key) * 0.5);
    assertArrayEquals(new double[] {0, 0.5, 1}, results.sample("none", r -> r).values());
    Table table = results.table("dropout", "test error", r -> r);
    assertEquals("test error", table.name());
    assertEquals(
        List.of("dropout", "test error, mean", "sd over seeds", "95 % interval of the mean"),
        table.columnNames());
    assertEquals(List.of("none", "half"), table.stringColumn("dropout").asList());
    assertEquals(List.of(0.5, 0.25), table.doubleColumn("test error, mean").asList());
    assertEquals(List.of(0.5, 0.0), table.doubleColumn("sd over seeds").asList());
    assertEquals(
        List.of("[-0.74, 1.74]", "[0.25, 0.25]"),
        table.stringColumn("95 % interval of the mean").asList());
  }

  @Test
  void the_headings_of_a_table_are_those_of_a_language() {
    Locale esperanto = Locale.forLanguageTag("eo");
    assertEquals(
        List.of("p", "meznombro de eraro", "sd over seeds", "95 % interval of the mean"),
        Experiment.over(0.5)
            .run((p, key) -> p)
            .table("p", "eraro", r -> r, esperanto)
            .columnNames());
  }

  private static int seed(RandomKey key) {
    int seed = 0;
    while (!RandomKey.of(seed).equals(key)) {
      seed++;
    }
    return seed;
  }

  @Test
  void a_trial_that_fails_fails_the_experiment_and_says_why() {
    IllegalArgumentException cause = new IllegalArgumentException("p is wrong");
    Experiment<Integer> experiment = Experiment.over(1, 2).withSeeds(2);
    var e =
        assertThrows(
            IllegalStateException.class,
            () ->
                experiment.run(
                    (setting, key) -> {
                      throw cause;
                    }));
    assertEquals("a trial failed: " + cause, e.getMessage());
    assertSame(cause, e.getCause());
  }

  @Test
  void an_interrupted_experiment_is_cancelled_and_its_trials_stop() throws InterruptedException {
    int trials = 2;
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch started = new CountDownLatch(trials);
    CountDownLatch stopped = new CountDownLatch(trials);
    AtomicReference<Throwable> outcome = new AtomicReference<>();
    Experiment<Double> experiment = Experiment.over(0.5).withSeeds(20).withThreads(trials);
    Thread notebook =
        new Thread(
            () -> {
              try {
                experiment.run(
                    (p, key) -> {
                      begun.incrementAndGet();
                      started.countDown();
                      try {
                        return train(p, key, Integer.MAX_VALUE);
                      } catch (CancellationException e) {
                        stopped.countDown();
                        throw e;
                      }
                    });
              } catch (CancellationException e) {
                outcome.set(e);
              }
            });
    notebook.start();
    assertTrue(started.await(1, TimeUnit.MINUTES));
    notebook.interrupt();
    notebook.join(TimeUnit.MINUTES.toMillis(1));
    assertInstanceOf(CancellationException.class, outcome.get());
    assertEquals("the experiment was interrupted", outcome.get().getMessage());
    assertTrue(stopped.await(1, TimeUnit.MINUTES));
    assertEquals(trials, begun.get()); // the 18 others have never begun
  }

  @Test
  void there_is_one_seed_unless_asked_for_more() {
    Experiment<Integer> experiment = Experiment.over(1, 2);
    assertEquals(1, experiment.seeds());
    assertEquals(Runtime.getRuntime().availableProcessors(), experiment.threads());
    assertEquals(new Experiment<>(List.of(1, 2), 5, 3), experiment.withSeeds(5).withThreads(3));
  }

  @Test
  void what_makes_no_experiment_is_rejected() {
    String rule = "an experiment needs a setting, a seed and a thread at least, but had ";
    assertRejected(rule + "0, 1 and 1", () -> new Experiment<>(List.of(), 1, 1));
    assertRejected(rule + "1, 0 and 2", () -> Experiment.over(1).withThreads(2).withSeeds(0));
    assertRejected(rule + "1, 1 and 0", () -> Experiment.over(1).withThreads(0));
    assertRejected(
        "the settings of an experiment must differ, but were [0.5, 0.0, 0.5]",
        () -> Experiment.over(0.5, 0.0, 0.5));
    Results<Integer, Integer> results = Experiment.over(1, 2).run((setting, key) -> setting);
    assertRejected("the settings are [1, 2], but was asked for 3", () -> results.of(3));
  }

  @Test
  void a_table_of_measures_has_a_column_for_each_with_mean_and_sd() {
    Results<String, Double> results =
        Experiment.over("none", "half").withSeeds(3).run((s, key) -> seed(key) * 0.5);
    Measure<Double> loss = Measure.of("loss", r -> r);
    Measure<Double> error = Measure.percent("error", r -> r / 4);
    Table table = results.table("p", List.of(loss, error), Locale.ENGLISH);
    assertEquals(List.of("p (mean ± sd of 3 seeds)", "loss", "error (%)"), table.columnNames());
    assertEquals(List.of("none", "half"), table.stringColumn(0).asList());
    assertEquals("0.50 ± 0.50", table.stringColumn("loss").get(0));
    assertEquals("13 ± 13", table.stringColumn("error (%)").get(1));
    assertEquals(12.5, results.sample("half", error).mean());
    Results<String, Double> one = Experiment.over("none").run((s, key) -> 0.25);
    assertEquals("0.250", one.table("p", loss).stringColumn("loss").get(0)); // no sd
    assertEquals(
        "decimals must be at least 0, but were -1",
        assertThrows(IllegalArgumentException.class, () -> new Measure<Double>("a", r -> r, -1))
            .getMessage());
  }

  @Test
  void some_of_the_settings_in_the_order_asked_for() {
    Results<Integer, Integer> results = Experiment.over(1, 2, 3).run((setting, key) -> -setting);
    Results<Integer, Integer> some = results.only(3, 1);
    assertEquals(List.of(3, 1), new ArrayList<>(some.settings()));
    assertEquals(List.of(-3), some.of(3));
    assertRejected("the settings are [1, 2, 3], but was asked for 4", () -> results.only(4));
    assertRejected(
        "the settings are [1, 2, 3], but was asked for none: name at least one", results::only);
  }

  @Test
  void a_part_of_each_result_and_the_mean_of_their_curves() {
    Results<String, Double> results =
        Experiment.over("none").withSeeds(3).run((s, key) -> seed(key) * 1.5);
    assertEquals(List.of(1.0, 2.5, 4.0), results.map(r -> r + 1).of("none"));
    assertArrayEquals(
        new double[] {1.5, -1.5}, results.meanCurve("none", r -> new double[] {r, -r}), 1e-15);
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> results.meanCurve("none", r -> new double[1 + (int) Math.signum(r)]));
    assertEquals("curves of one mean must be equally long, but had 1 and 2 points", e.getMessage());
  }
}
