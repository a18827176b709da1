package dojo.playground;

import java.util.List;

/**
 * The whole state of the playground: a number for every {@link Setting}.
 *
 * <p>As text it is the part of an address after the {@code #}, such as {@code
 * data=moons&p1=0.5&seed=7}; what is left out is as at the beginning. The same text gives the same
 * run, to the bit, on every machine.
 */
public final class Settings {
  /** What the nets learn. */
  static final Setting DATA =
      Setting.choice("data", "moons", "moons", "circles", "spirals", "digits");

  /** How many examples they learn from. */
  static final Setting EXAMPLES = Setting.slider("examples", 20, 500, 20, 60);

  /** The fraction of these examples whose label is wrong. */
  static final Setting NOISE = Setting.slider("noise", 0, 0.4, 0.05, 0.2);

  /** How many hidden units each of both layers has. */
  static final Setting WIDTH = Setting.slider("width", 4, 64, 4, 16);

  /** Which member of the family the second net has. */
  static final Setting VARIANT =
      Setting.choice(
          "variant", "inverted", "none", "inverted", "standard", "gaussian", "dropconnect");

  /** The drop rate on the inputs, on the first hidden layer, on the second. */
  static final List<Setting> RATES =
      List.of(
          Setting.slider("p0", 0, 0.9, 0.05, 0),
          Setting.slider("p1", 0, 0.9, 0.05, 0.5),
          Setting.slider("p2", 0, 0.9, 0.05, 0.5));

  /** The learning rate. */
  static final Setting LEARNING_RATE =
      Setting.choice("rate", "0.03", "0.003", "0.01", "0.03", "0.1", "0.3");

  /** What everything random is drawn from. */
  static final Setting SEED = Setting.slider("seed", 0, 999_999, 1, 1);

  /** A classic mistake in the second net. */
  static final Setting MISTAKE =
      Setting.choice("mistake", "none", "none", "no-scale", "on-in-evaluation", "fresh-mask");

  /** How many steps a page that is opened makes at once. */
  static final Setting STEPS = Setting.slider("steps", 0, 20_000, 1, 0);

  /** How many subnetworks the page takes the mean of. */
  static final Setting MEMBERS = Setting.slider("members", 1, 100, 1, 30);

  /** All settings, in the order in which a page shows them. */
  public static final List<Setting> ALL =
      List.of(
          DATA,
          EXAMPLES,
          NOISE,
          WIDTH,
          VARIANT,
          RATES.get(0),
          RATES.get(1),
          RATES.get(2),
          LEARNING_RATE,
          SEED,
          MISTAKE,
          STEPS,
          MEMBERS);

  private final double[] numbers;

  private Settings(double[] numbers) {
    this.numbers = numbers;
  }

  /**
   * Reads settings.
   *
   * @param text pairs such as {@code p1=0.5}, joined by {@code &}, in any order
   * @return the settings
   * @throws IllegalArgumentException if there is no such setting, or it cannot have this number
   */
  public static Settings of(String text) {
    double[] numbers = ALL.stream().mapToDouble(Setting::value).toArray();
    for (int from = 0; from < text.length(); ) {
      int and = text.indexOf('&', from);
      String pair = text.substring(from, and < 0 ? text.length() : and);
      from += pair.length() + 1;
      int equals = pair.indexOf('=');
      if (equals >= 0) {
        int at = place(pair.substring(0, equals));
        numbers[at] = ALL.get(at).number(pair.substring(equals + 1));
      } else if (!pair.isEmpty()) {
        throw new IllegalArgumentException("a setting is NAME=VALUE, but was " + pair);
      }
    }
    return new Settings(numbers);
  }

  private static int place(String id) {
    for (int i = 0; i < ALL.size(); i++) {
      if (ALL.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "a setting is one of "
            + String.join(", ", ALL.stream().map(Setting::id).toList())
            + ", but was "
            + id);
  }

  double number(Setting setting) {
    return numbers[place(setting.id())];
  }

  int whole(Setting setting) {
    return (int) number(setting);
  }

  /** Returns the name of the choice that was made. */
  String name(Setting setting) {
    return setting.text(number(setting));
  }

  /**
   * Returns these settings as text, without those that are as at the beginning.
   *
   * @return the text that {@link #of} reads
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers.length; i++) {
      Setting setting = ALL.get(i);
      if (numbers[i] != setting.value()) {
        text.append(text.length() == 0 ? "" : "&").append(setting.id()).append('=');
        text.append(setting.text(numbers[i]));
      }
    }
    return text.toString();
  }

  /**
   * Returns the list of all settings, for a page that makes a control of each.
   *
   * @return a JSON array of objects with {@code id}, {@code kind}, {@code min}, {@code max}, {@code
   *     step}, {@code default} (as text) and {@code choices}
   */
  public static String json() {
    return "[" + String.join(",\n", ALL.stream().map(Setting::json).toList()) + "]";
  }
}
