package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BelittlingTest {
  private static final Belittling ENGLISH = Belittling.of("");

  @ParameterizedTest
  @ValueSource(strings = {"Just scale.", "it is just", "(just)", "scale,just", "JUST"})
  void a_word_is_found_in_any_letters_and_beside_any_mark(String text) {
    assertEquals(List.of("just"), ENGLISH.in(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"adjust", "justice", "unjustly", "nontrivial", "ajusté"})
  void a_part_of_another_word_is_not(String text) {
    assertEquals(List.of(), ENGLISH.in(text));
  }

  @Test
  void a_language_without_spaces_has_words_wherever_they_stand() {
    assertEquals(List.of("只需"), new Belittling(List.of("只需")).in("这里只需除以 q。"));
  }
}
