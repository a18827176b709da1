package dojo.kata;

import java.util.List;

/**
 * What is said about a check of a kata, by its key: {@code check.<key>} in the kata's own {@code
 * messages.properties}, or in those that all katas share.
 *
 * <p>A {@link dojo.words.Sentence} of a kata, which has no room of its own; and it crosses from the
 * JVM of the student's class to that of the reader, so its values are {@link Value}s.
 *
 * @param key the key without {@code check.}
 * @param values what the places of its pattern hold
 */
public record Label(String key, List<Value> values) {

  /**
   * Keeps copies.
   *
   * @param key the key without {@code check.}
   * @param values what the places of its pattern hold
   */
  public Label {
    values = List.copyOf(values);
  }

  /**
   * Makes a sentence.
   *
   * @param key the key without {@code check.}
   * @param values what the places of its pattern hold: numbers, texts, small arrays
   * @return the sentence
   */
  public static Label of(String key, Object... values) {
    return new Label(key, List.of(values).stream().map(Value::new).toList());
  }
}
