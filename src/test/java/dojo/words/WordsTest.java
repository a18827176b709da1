package dojo.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Words CHINESE = Words.of(WordsTest.class, Locale.CHINESE);

  @Test
  void a_translation_may_change_the_order_of_the_values() {
    assertEquals("7 个中保留 3 个", CHINESE.say("kept", 3, 7));
  }

  @Test
  void what_a_language_lacks_is_said_in_english() {
    assertEquals("100 % as it is", CHINESE.say("plain"));
    assertEquals("3 of 7 are kept", Words.of(WordsTest.class, Locale.GERMAN).say("kept", 3, 7));
  }

  @Test
  void a_regional_language_finds_its_translation() {
    Words regional = Words.of(WordsTest.class, Locale.SIMPLIFIED_CHINESE);
    assertEquals("7 个中保留 3 个", regional.say("kept", 3, 7));
  }

  @Test
  void a_missing_key_is_named_with_its_file() {
    assertEquals(
        "dojo/words/words.properties has no sentence \"lost\": add it there",
        assertThrows(IllegalArgumentException.class, () -> CHINESE.say("lost")).getMessage());
  }
}
