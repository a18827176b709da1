package dojo.playground;

import java.util.List;

/**
 * One setting of the playground: what the page shows as a control, and what stands in its address.
 *
 * @param id its name in an address, which never changes: links must stay good
 * @param kind which control shows it
 * @param min the smallest number
 * @param max the largest number
 * @param step numbers are whole multiples of it, counted from the smallest
 * @param value the number at the beginning
 * @param choices the names of the numbers 0, 1, 2, …; none for a slider
 */
public record Setting(
    String id, Kind kind, double min, double max, double step, double value, List<String> choices) {

  /** A control. */
  public enum Kind {
    /** A number in a range. */
    SLIDER("slider"),
    /** One of several names. */
    CHOICE("choice"),
    /** On or off. */
    SWITCH("switch");

    private final String id;

    Kind(String id) {
      this.id = id;
    }
  }

  /**
   * Copies the list.
   *
   * @param id its name in an address
   * @param kind which control shows it
   * @param min the smallest number
   * @param max the largest number
   * @param step numbers are whole multiples of it, counted from the smallest
   * @param value the number at the beginning
   * @param choices the names of the numbers 0, 1, 2, …; none for a slider
   */
  public Setting {
    choices = List.copyOf(choices);
  }

  static Setting slider(String id, double min, double max, double step, double value) {
    return new Setting(id, Kind.SLIDER, min, max, step, value, List.of());
  }

  static Setting choice(String id, String value, String... choices) {
    List<String> names = List.of(choices);
    double number = names.indexOf(value);
    return new Setting(id, Kind.CHOICE, 0, names.size() - 1.0, 1, number, names);
  }

  static Setting flag(String id) {
    return new Setting(id, Kind.SWITCH, 0, 1, 1, 0, List.of("off", "on"));
  }

  /**
   * Returns the number that a text means.
   *
   * @throws IllegalArgumentException if it means none, or one that this setting cannot have
   */
  double number(String text) {
    double number = choices.isEmpty() ? Decimal.number(text) : choices.indexOf(text);
    double steps = (number - min) / step;
    if (!(number >= min && number <= max && Math.abs(steps - Math.floor(steps + 0.5)) < 1e-6)) {
      throw new IllegalArgumentException(id + " must be " + range() + ", but was " + text);
    }
    return number;
  }

  private String range() {
    return choices.isEmpty()
        ? Decimal.text(min) + " to " + Decimal.text(max) + " in steps of " + Decimal.text(step)
        : "one of " + String.join(", ", choices);
  }

  /** Returns the text that means a number. */
  String text(double number) {
    return choices.isEmpty() ? Decimal.text(number) : choices.get((int) number);
  }

  /** Returns this setting as a JSON object; ids and choices need no escapes. */
  String json() {
    StringBuilder json = new StringBuilder("{\"id\":\"").append(id);
    json.append("\",\"kind\":\"").append(kind.id);
    json.append("\",\"min\":").append(Decimal.text(min));
    json.append(",\"max\":").append(Decimal.text(max));
    json.append(",\"step\":").append(Decimal.text(step));
    json.append(",\"default\":\"").append(text(value)).append("\",\"choices\":[");
    for (int i = 0; i < choices.size(); i++) {
      json.append(i == 0 ? "\"" : ",\"").append(choices.get(i)).append('"');
    }
    return json.append("]}").toString();
  }
}
