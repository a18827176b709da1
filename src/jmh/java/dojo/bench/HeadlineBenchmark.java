package dojo.bench;

import dojo.data.Dataset;
import dojo.data.OptDigits;
import dojo.experiment.Experiment;
import dojo.experiment.Recipe;
import dojo.experiment.Results;
import dojo.nn.Layer;
import dojo.random.RandomKey;
import dojo.train.Run;
import dojo.train.Trainer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The course's main experiment, twenty runs of sixty epochs, in milliseconds per epoch, beside one
 * warm epoch on its own: on c cores the experiment should cost 1/c of it.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HeadlineBenchmark extends SteadyBenchmark {
  private static final int SEEDS = 10;
  private static final int EPOCHS = 60;

  private final Dataset test = OptDigits.test();
  private final Recipe recipe = Recipe.headline(OptDigits.train(), test).withEpochs(EPOCHS);
  private final RandomKey key = RandomKey.of(1);
  private final Layer net = recipe.withRate(0.5).net(key);
  private final Dataset train = recipe.data(key);

  /** Trains on twenty batches, scores on the examples for training and for the test. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public Run epoch() {
    return Trainer.ofClassifier(1).fit(net, train, test, key);
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  @OperationsPerInvocation(2 * SEEDS * EPOCHS)
  public Results<Double, Run> experiment() {
    return Experiment.over(0.0, 0.5)
        .withSeeds(SEEDS)
        .run((p, seed) -> recipe.withRate(p).run(seed));
  }
}
