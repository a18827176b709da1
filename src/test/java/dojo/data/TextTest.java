package dojo.data;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  private static final Text BANANA = Text.of("banana");

  @Test
  void a_text_is_its_characters_numbered_by_its_alphabet() {
    assertEquals("abn", BANANA.alphabet());
    assertArrayEquals(new int[] {1, 0, 2, 0, 2, 0}, BANANA.indices());
    assertEquals("6 characters of an alphabet of 3", BANANA.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab\r\n\tb", "ü ‽ 𝄞𝄢"})
  void numbers_turn_into_the_text_again(String characters) {
    Text text = Text.of(characters);
    assertEquals(characters, text.decode(text.indices()));
    assertEquals(characters.length(), text.size());
  }

  @Test
  void a_passage_keeps_the_alphabet() {
    assertEquals(new Text("ana", "abn"), BANANA.passage(1, 4));
    assertArrayEquals(new int[] {0, 2, 0}, BANANA.passage(1, 4).indices());
  }

  @Test
  void windows_tell_what_comes_next() {
    float[] a = {1, 0, 0};
    float[] b = {0, 1, 0};
    float[] n = {0, 0, 1};
    Dataset windows = BANANA.windows(3, 1); // ban→a, ana→n, nan→a
    assertEquals(Tensor.ofRows(b, a, n, a, n, a, n, a, n).reshape(3, 3, 3), windows.x());
    assertArrayEquals(new int[] {0, 2, 0}, windows.labels());
    assertEquals(windows.rows(0, 2), BANANA.windows(3, 2));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 5", "5, 1, 1", "6, 1, 0", "7, 1, 0", "1, 4, 2", "1, 5, 1", "2, 2, 2"})
  void every_window_has_a_next_character(int length, int step, int n) {
    Dataset windows = BANANA.windows(length, step);
    assertArrayEquals(new int[] {n, length, 3}, windows.x().shape());
    assertEquals(n, windows.size());
    assertEquals(n * length, windows.x().sum());
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "every character must be in the alphabet, but number 2 was \"n\"",
        () -> new Text("banana", "ab"));
    assertRejected(
        "an alphabet has every character once, but was \"aba\"", () -> new Text("a", "aba"));
    assertRejected(
        "the length and step of windows must be at least 1, but were 0 and 1",
        () -> BANANA.windows(0, 1));
    assertRejected(
        "the length and step of windows must be at least 1, but were 3 and 0",
        () -> BANANA.windows(3, 0));
    assertRejected(
        "a tensor holds at most 2147483392 numbers, but the shape was [1115294, 100, 65]: make it"
            + " smaller, or compute it in parts",
        () -> TinyShakespeare.all().windows(100, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> BANANA.decode(3));
    assertThrows(IndexOutOfBoundsException.class, () -> BANANA.passage(3, 7));
  }
}
