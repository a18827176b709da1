package dojo.plot;

import dojo.experiment.Results;
import dojo.train.History;
import dojo.train.Units;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The two curves that this course is about: on data that was learned from, and on data that was
 * not.
 */
public final class LossCurves {
  private LossCurves() {}

  /**
   * Returns a chart of the losses of one run.
   *
   * @param title what was trained, on what
   * @param history the run
   * @return train loss dashed, test loss solid
   */
  public static LineChart of(String title, History history) {
    double[] epochs = epochs(history);
    return LineChart.of(title, "epoch", history.units().loss())
        .line("test loss", epochs, history.testLosses())
        .dashed("train loss", epochs, history.trainLosses());
  }

  /**
   * Returns a chart of the errors of one run: of classes the wrong answers in per cent, of numbers
   * the root-mean-square error.
   *
   * @param title what was trained, on what
   * @param history the run
   * @return train error dashed, test error solid
   */
  public static LineChart ofErrors(String title, History history) {
    double[] epochs = epochs(history);
    return LineChart.of(title, "epoch", history.units().error())
        .line("test error", epochs, scaled(history, history.testErrors()))
        .dashed("train error", epochs, scaled(history, history.trainErrors()));
  }

  /**
   * Returns a chart of the losses of an experiment.
   *
   * @param title what was trained, on what
   * @param setting what the settings are called, for example {@code p}
   * @param results one history per setting and seed
   * @return for every setting the mean over seeds, with a band of one standard deviation: train
   *     loss dashed, test loss solid
   * @throws IllegalArgumentException if the losses of the runs are counted in different units
   */
  public static LineChart of(String title, String setting, Results<?, History> results) {
    return bands(
        LineChart.of(seeds(title, results), "epoch", unit(results, Units::loss)),
        setting,
        results,
        History::testLosses,
        History::trainLosses);
  }

  /**
   * Returns a chart of the errors of an experiment, counted as for one run.
   *
   * @param title what was trained, on what
   * @param setting what the settings are called, for example {@code p}
   * @param results one history per setting and seed
   * @return for every setting the mean over seeds, with a band of one standard deviation: train
   *     error dashed, test error solid
   * @throws IllegalArgumentException if the errors of the runs are counted in different units
   */
  public static LineChart ofErrors(String title, String setting, Results<?, History> results) {
    return bands(
        LineChart.of(seeds(title, results), "epoch", unit(results, Units::error)),
        setting,
        results,
        history -> scaled(history, history.testErrors()),
        history -> scaled(history, history.trainErrors()));
  }

  private static <S> LineChart bands(
      LineChart empty,
      String setting,
      Results<S, History> results,
      Function<History, double[]> test,
      Function<History, double[]> train) {
    LineChart chart = empty;
    for (S value : results.settings()) {
      List<History> runs = results.of(value);
      String name = setting + " = " + value;
      double[] epochs = epochs(runs.get(0));
      chart =
          chart
              .band(name + ", test", epochs, runs.stream().map(test).toList())
              .dashedBand(name + ", train", epochs, runs.stream().map(train).toList());
    }
    return chart;
  }

  private static <S> String seeds(String title, Results<S, History> results) {
    int seeds = results.of(results.settings().iterator().next()).size();
    return title + " (mean of " + seeds + " seeds ± 1 sd)";
  }

  private static double[] epochs(History history) {
    return Numbers.from1(history.epochs().size());
  }

  private static double[] scaled(History history, double[] errors) {
    return Arrays.stream(errors).map(error -> history.units().errorFactor() * error).toArray();
  }

  private static <S> String unit(Results<S, History> results, Function<Units, String> axis) {
    Set<String> units = new LinkedHashSet<>();
    for (S setting : results.settings()) {
      results.of(setting).forEach(run -> units.add(axis.apply(run.units())));
    }
    if (units.size() > 1) {
      throw new IllegalArgumentException(
          "the curves of a chart need one unit, but were " + units + ": draw a chart for each");
    }
    return units.iterator().next();
  }
}
