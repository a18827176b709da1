package dojo.plot;

import dojo.experiment.Results;
import dojo.train.History;
import dojo.train.Units;
import dojo.words.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * The two curves that this course is about: on data that was learned from, and on data that was
 * not.
 *
 * <p>Runs of one experiment may end after different numbers of epochs, if they are stopped early.
 * The mean is then that of the runs that still train, to the end of the longest, the band is there
 * while two are left, and the title says between which epochs runs ended. Beware: the runs that go
 * on are not a random choice.
 */
public final class LossCurves {
  private LossCurves() {}

  /**
   * Returns a chart of the losses of one run, in the language of this program's surroundings.
   *
   * @param title what was trained, on what
   * @param history the run
   * @return train loss dashed, test loss solid
   */
  public static LineChart of(String title, History history) {
    return of(title, history, Words.surroundings());
  }

  /**
   * Returns a chart of the losses of one run.
   *
   * @param title what was trained, on what
   * @param history the run
   * @param language of the axes and the legend
   * @return train loss dashed, test loss solid
   */
  public static LineChart of(String title, History history, Locale language) {
    Words words = Words.of(LossCurves.class, language);
    double[] epochs = epochs(history);
    return LineChart.of(title, words.say("epoch"), history.units().loss(language))
        .line(words.say("test-loss"), epochs, history.testLosses())
        .dashed(words.say("train-loss"), epochs, history.trainLosses());
  }

  /**
   * Returns a chart of the errors of one run, in the language of this program's surroundings: of
   * classes the wrong answers in per cent, of numbers the root-mean-square error.
   *
   * @param title what was trained, on what
   * @param history the run
   * @return train error dashed, test error solid
   */
  public static LineChart ofErrors(String title, History history) {
    return ofErrors(title, history, Words.surroundings());
  }

  /**
   * Returns a chart of the errors of one run: of classes the wrong answers in per cent, of numbers
   * the root-mean-square error.
   *
   * @param title what was trained, on what
   * @param history the run
   * @param language of the axes and the legend
   * @return train error dashed, test error solid
   */
  public static LineChart ofErrors(String title, History history, Locale language) {
    Words words = Words.of(LossCurves.class, language);
    double[] epochs = epochs(history);
    return LineChart.of(title, words.say("epoch"), history.units().error(language))
        .line(words.say("test-error"), epochs, scaled(history, history.testErrors()))
        .dashed(words.say("train-error"), epochs, scaled(history, history.trainErrors()));
  }

  /**
   * Returns a chart of the losses of an experiment, in the language of this program's surroundings.
   *
   * @param title what was trained, on what
   * @param setting what the settings are called, for example {@code p}
   * @param results one history per setting and seed
   * @return for every setting the mean over seeds, with a band of one standard deviation: train
   *     loss dashed, test loss solid
   * @throws IllegalArgumentException if the losses of the runs have different units
   */
  public static LineChart of(String title, String setting, Results<?, History> results) {
    return of(title, setting, results, Words.surroundings());
  }

  /**
   * Returns a chart of the losses of an experiment.
   *
   * @param title what was trained, on what
   * @param setting what the settings are called, for example {@code p}
   * @param results one history per setting and seed
   * @param language of the axes, the legend and the end of the title
   * @return for every setting the mean over seeds, with a band of one standard deviation: train
   *     loss dashed, test loss solid
   * @throws IllegalArgumentException if the losses of the runs have different units
   */
  public static LineChart of(
      String title, String setting, Results<?, History> results, Locale language) {
    String axis = axis(results, units -> units.loss(language));
    return bands(
        title, axis, setting, results, language, History::testLosses, History::trainLosses);
  }

  /**
   * Returns a chart of the errors of an experiment, in the units of {@link #ofErrors(String,
   * History)} and the language of this program's surroundings.
   *
   * @param title what was trained, on what
   * @param setting what the settings are called, for example {@code p}
   * @param results one history per setting and seed
   * @return for every setting the mean over seeds, with a band of one standard deviation: train
   *     error dashed, test error solid
   * @throws IllegalArgumentException if the errors of the runs have different units
   */
  public static LineChart ofErrors(String title, String setting, Results<?, History> results) {
    return ofErrors(title, setting, results, Words.surroundings());
  }

  /**
   * Returns a chart of the errors of an experiment, in the units of {@link #ofErrors(String,
   * History)}.
   *
   * @param title what was trained, on what
   * @param setting what the settings are called, for example {@code p}
   * @param results one history per setting and seed
   * @param language of the axes, the legend and the end of the title
   * @return for every setting the mean over seeds, with a band of one standard deviation: train
   *     error dashed, test error solid
   * @throws IllegalArgumentException if the errors of the runs have different units
   */
  public static LineChart ofErrors(
      String title, String setting, Results<?, History> results, Locale language) {
    String axis = axis(results, units -> units.error(language));
    return bands(
        title,
        axis,
        setting,
        results,
        language,
        history -> scaled(history, history.testErrors()),
        history -> scaled(history, history.trainErrors()));
  }

  /**
   * Returns a chart of one curve of an experiment, in the language of this program's surroundings:
   * for what is neither loss nor error, such as a share of labels.
   *
   * @param <S> what a setting is
   * @param title what was trained, on what
   * @param axis what the vertical axis shows, with its unit
   * @param setting what the settings are called, for example {@code p}
   * @param results one history per setting and seed
   * @param curve what to take from a history: a number per epoch
   * @return for every setting the mean over seeds, with a band of one standard deviation
   */
  public static <S> LineChart ofCurve(
      String title,
      String axis,
      String setting,
      Results<S, History> results,
      Function<History, double[]> curve) {
    return ofCurve(title, axis, setting, results, curve, Words.surroundings());
  }

  /**
   * Returns a chart of one curve of an experiment: for what is neither loss nor error, such as a
   * share of labels.
   *
   * @param <S> what a setting is
   * @param title what was trained, on what
   * @param axis what the vertical axis shows, with its unit
   * @param setting what the settings are called, for example {@code p}
   * @param results one history per setting and seed
   * @param curve what to take from a history: a number per epoch
   * @param language of the horizontal axis, the legend and the end of the title
   * @return for every setting the mean over seeds, with a band of one standard deviation
   */
  public static <S> LineChart ofCurve(
      String title,
      String axis,
      String setting,
      Results<S, History> results,
      Function<History, double[]> curve,
      Locale language) {
    Words words = Words.of(LossCurves.class, language);
    LineChart chart = empty(title, axis, results, words);
    for (S value : results.settings()) {
      List<History> runs = results.of(value);
      chart =
          chart
              .band(
                  words.say("curve-of-setting", setting, value),
                  epochs(runs),
                  runs.stream().map(curve).toList())
              .under(runs.size());
    }
    return chart;
  }

  private static <S> LineChart empty(
      String title, String axis, Results<S, History> results, Words words) {
    int seeds = results.of(results.settings().iterator().next()).size();
    int[] ends =
        results.settings().stream()
            .flatMap(value -> results.of(value).stream())
            .mapToInt(run -> run.epochs().size())
            .sorted()
            .toArray();
    int last = ends[ends.length - 1];
    String whole =
        ends[0] == last
            ? seeds == 1 ? words.say("one-seed", title) : words.say("mean-of-seeds", title, seeds)
            : words.say("mean-of-seeds-that-train", title, seeds, ends[0], last);
    return LineChart.of(whole, words.say("epoch"), axis);
  }

  private static <S> LineChart bands(
      String title,
      String axis,
      String setting,
      Results<S, History> results,
      Locale language,
      Function<History, double[]> test,
      Function<History, double[]> train) {
    Words words = Words.of(LossCurves.class, language);
    LineChart chart = empty(title, axis, results, words);
    for (S value : results.settings()) {
      List<History> runs = results.of(value);
      String testName = words.say("test-of-setting", setting, value);
      String trainName = words.say("train-of-setting", setting, value);
      double[] epochs = epochs(runs);
      chart =
          chart
              .band(testName, epochs, runs.stream().map(test).toList())
              .under(runs.size())
              .dashedBand(trainName, epochs, runs.stream().map(train).toList())
              .under(runs.size());
    }
    return chart;
  }

  /** Those of the longest run: others may have stopped early. */
  private static double[] epochs(List<History> runs) {
    return runs.stream()
        .max(Comparator.comparingInt(run -> run.epochs().size()))
        .map(run -> run.epochs().stream().mapToDouble(History.Epoch::number).toArray())
        .orElse(new double[0]);
  }

  private static double[] epochs(History history) {
    return epochs(List.of(history));
  }

  private static double[] scaled(History history, double[] errors) {
    return Arrays.stream(errors).map(error -> history.units().errorFactor() * error).toArray();
  }

  private static <S> String axis(Results<S, History> results, Function<Units, String> axis) {
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
