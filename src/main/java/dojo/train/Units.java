package dojo.train;

import dojo.data.Dataset;
import dojo.data.Examples;
import dojo.data.Sequences;
import dojo.nn.Loss;
import dojo.words.Words;
import java.util.Locale;
import java.util.Map;

/**
 * What the scores of a history are, and the units they are in: the names for the axes of charts.
 *
 * @param lossUnit the unit of the losses, for example {@code nats per example}; empty for none
 * @param errors what the errors are
 * @param errorUnit the unit of the errors, for example {@code %}
 */
public record Units(String lossUnit, Errors errors, String errorUnit) {

  /** What errors are. */
  public enum Errors {
    /** The fraction of examples in a wrong class; charts show it in per cent. */
    WRONG_ANSWERS,
    /** The root of the mean square distance from the targets. */
    ROOT_MEAN_SQUARE
  }

  private static final String OF_TARGETS = "unit of the targets";

  /** The units of this kit have names in every language; those of others are shown as they are. */
  private static final Map<String, String> KEYS =
      Map.of(
          "nats per example",
          "nats-per-example",
          "nats per target",
          "nats-per-target",
          "squared unit of the targets",
          "squared-unit-of-the-targets",
          OF_TARGETS,
          "unit-of-the-targets");

  /**
   * Returns the units of scores.
   *
   * @param loss what was measured
   * @param data what it was measured on
   * @return for classes wrong answers in per cent, for numbers the root-mean-square error
   */
  public static Units of(Loss loss, Examples<?> data) {
    return data instanceof Dataset || data instanceof Sequences
        ? new Units(loss.unit(), Errors.WRONG_ANSWERS, "%")
        : new Units(loss.unit(), Errors.ROOT_MEAN_SQUARE, OF_TARGETS);
  }

  /**
   * Returns the name of an axis that shows losses.
   *
   * @param language of the name
   * @return for example {@code loss (nats per example)}
   */
  public String loss(Locale language) {
    Words words = Words.of(Units.class, language);
    return lossUnit.isEmpty()
        ? words.say("loss")
        : words.say("loss-in-unit", unit(lossUnit, words));
  }

  /**
   * Returns the name of an axis that shows errors.
   *
   * @param language of the name
   * @return for example {@code wrong answers (%)}
   */
  public String error(Locale language) {
    Words words = Words.of(Units.class, language);
    String key = errors == Errors.WRONG_ANSWERS ? "wrong-answers" : "root-mean-square-error";
    return words.say(key, unit(errorUnit, words));
  }

  /**
   * Returns the factor that brings errors into their unit.
   *
   * @return 100 for wrong answers, which are scored as fractions; else 1
   */
  public double errorFactor() {
    return errors == Errors.WRONG_ANSWERS ? 100 : 1;
  }

  private static String unit(String name, Words words) {
    String key = KEYS.get(name);
    return key == null ? name : words.say(key);
  }
}
