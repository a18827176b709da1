package dojo.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceTest {
  private static final Sentence KEPT = Sentence.of(SentenceTest.class, "kept", 3, 7);

  @Test
  void a_sentence_is_put_into_the_language_of_its_reader() {
    assertEquals("3 of 7 are kept", KEPT.in(Locale.ENGLISH));
    assertEquals("7 个中保留 3 个", KEPT.in(Locale.CHINESE));
    assertEquals("3 of 7 are kept", KEPT.toString());
  }

  @Test
  void sentences_within_a_sentence_are_put_into_the_same_language() {
    Sentence twice = Sentence.of(SentenceTest.class, "twice", KEPT);
    assertEquals("7 个中保留 3 个,7 个中保留 3 个", twice.in(Locale.CHINESE));
  }

  @Test
  void what_is_verbatim_is_the_same_in_every_language() {
    assertEquals("mvn package -q", Sentence.verbatim("mvn package -q").in(Locale.CHINESE));
    assertEquals("100 %s", Sentence.verbatim("100 %s").toString());
  }

  @Test
  void a_key_that_the_room_lacks_is_reported() {
    Sentence lost = Sentence.of(SentenceTest.class, "lost");
    assertThrows(IllegalArgumentException.class, () -> lost.in(Locale.ENGLISH));
  }
}
