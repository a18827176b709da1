package dojo.experiment;

import dojo.train.Decimals;
import dojo.words.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What came out of an {@link Experiment}: for every setting one result per seed.
 *
 * @param <S> what a setting is
 * @param <R> what a result is
 */
public final class Results<S, R> {
  private final Map<S, List<R>> bySetting = new LinkedHashMap<>();

  Results(Map<S, List<R>> bySetting) {
    bySetting.forEach((setting, results) -> this.bySetting.put(setting, List.copyOf(results)));
  }

  /**
   * Returns the settings.
   *
   * @return in the experiment's order
   */
  public Set<S> settings() {
    return Collections.unmodifiableSet(bySetting.keySet());
  }

  /**
   * Returns the results of one setting.
   *
   * @param setting one of {@link #settings()}
   * @return by seed
   * @throws IllegalArgumentException if the experiment had no such setting
   */
  public List<R> of(S setting) {
    List<R> results = bySetting.get(setting);
    if (results == null) {
      throw new IllegalArgumentException(
          "the settings are " + bySetting.keySet() + ", but was asked for " + setting);
    }
    return results;
  }

  /**
   * Returns the results of some of the settings.
   *
   * @param some of {@link #settings()}, in the order in which they are to be shown
   * @return their results
   * @throws IllegalArgumentException if none is asked for, or the experiment had no such setting
   */
  @SafeVarargs
  public final Results<S, R> only(S... some) {
    if (some.length == 0) {
      throw new IllegalArgumentException(
          "the settings are " + bySetting.keySet() + ", but was asked for none: name at least one");
    }
    Map<S, List<R>> chosen = new LinkedHashMap<>();
    for (S setting : some) {
      chosen.put(setting, of(setting));
    }
    return new Results<>(chosen);
  }

  /**
   * Returns these results with something taken from each.
   *
   * @param <T> what is taken
   * @param part of a result, for example the beginning of a history
   * @return a result per setting and seed
   */
  public <T> Results<S, T> map(Function<R, T> part) {
    Map<S, List<T>> parts = new LinkedHashMap<>();
    bySetting.forEach(
        (setting, results) -> parts.put(setting, results.stream().map(part).toList()));
    return new Results<>(parts);
  }

  /**
   * Returns the mean over seeds of a curve.
   *
   * @param setting one of {@link #settings()}
   * @param curve what to take from a result: equally many numbers from each
   * @return the mean, point by point
   * @throws IllegalArgumentException if the experiment had no such setting, or the curves have
   *     different lengths
   */
  public double[] meanCurve(S setting, Function<R, double[]> curve) {
    List<double[]> curves = of(setting).stream().map(curve).toList();
    double[] mean = new double[curves.get(0).length];
    for (double[] each : curves) {
      if (each.length != mean.length) {
        throw new IllegalArgumentException(
            "curves of one mean must be equally long, but had "
                + mean.length
                + " and "
                + each.length
                + " points");
      }
      for (int i = 0; i < mean.length; i++) {
        mean[i] += each[i] / curves.size();
      }
    }
    return mean;
  }

  /**
   * Returns a number from each result of one setting.
   *
   * @param setting one of {@link #settings()}
   * @param number what to take from a result
   * @return the numbers, by seed
   * @throws IllegalArgumentException if the experiment had no such setting
   */
  public Sample sample(S setting, ToDoubleFunction<R> number) {
    return new Sample(true, of(setting).stream().mapToDouble(number).toArray());
  }

  /**
   * Returns a table of a number for every setting, in the language of this program's surroundings.
   *
   * @param setting what to call the settings
   * @param name what to call the number
   * @param number what to take from a result
   * @return a row per setting: mean, standard deviation, 95 % confidence interval of the mean
   */
  public Table table(String setting, String name, ToDoubleFunction<R> number) {
    return table(setting, name, number, Words.surroundings());
  }

  /**
   * Returns a table of a number for every setting.
   *
   * @param setting what to call the settings
   * @param name what to call the number
   * @param number what to take from a result
   * @param language of the other headings
   * @return a row per setting: mean, standard deviation, 95 % confidence interval of the mean
   */
  public Table table(String setting, String name, ToDoubleFunction<R> number, Locale language) {
    Words words = Words.of(Results.class, language);
    StringColumn names = StringColumn.create(setting);
    DoubleColumn mean = Decimals.column(words.say("mean-of", name));
    DoubleColumn sd = Decimals.column(words.say("sd-over-seeds"));
    StringColumn interval = StringColumn.create(words.say("interval-of-the-mean"));
    for (S each : bySetting.keySet()) {
      Sample sample = sample(each, number);
      names.append(String.valueOf(each));
      mean.append(sample.mean());
      sd.append(sample.sd());
      interval.append(sample.interval(0.95).toString());
    }
    return Table.create(name, names, mean, sd, interval);
  }

  /**
   * Returns a table of several numbers for every setting, in the language of this program's
   * surroundings.
   *
   * @param setting what to call the settings
   * @param measures what to take from a result, a column each
   * @return a row per setting, a column per measure: mean ± standard deviation over seeds
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of only reads the array
  public final Table table(String setting, Measure<R>... measures) {
    return table(setting, List.of(measures), Words.surroundings());
  }

  /**
   * Returns a table of several numbers for every setting.
   *
   * @param setting what to call the settings
   * @param measures what to take from a result, a column each
   * @param language of the first heading
   * @return a row per setting, a column per measure: mean ± standard deviation over seeds
   */
  public Table table(String setting, List<Measure<R>> measures, Locale language) {
    int seeds = bySetting.values().iterator().next().size();
    String heading = Words.of(Results.class, language).say("mean-and-sd", setting, seeds);
    Table table = Table.create(heading, StringColumn.create(heading));
    bySetting.keySet().forEach(each -> table.stringColumn(0).append(String.valueOf(each)));
    for (Measure<R> measure : measures) {
      StringColumn column = StringColumn.create(measure.name());
      bySetting.keySet().forEach(each -> column.append(measure.text(sample(each, measure))));
      table.addColumns(column);
    }
    return table;
  }
}
