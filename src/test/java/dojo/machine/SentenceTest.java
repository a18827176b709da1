package dojo.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceTest {
  private static final Locale MADE_UP = Locale.forLanguageTag("qaa");

  @Test
  void a_sentence_is_put_into_the_language_of_its_reader() {
    Sentence remedy = Os.DEBIAN.installJdk();
    assertEquals("sudo apt install openjdk-17-jdk (or openjdk-21-jdk)", remedy.in(Locale.ENGLISH));
    assertEquals("sudo apt install openjdk-17-jdk (aut openjdk-21-jdk)", remedy.in(MADE_UP));
  }

  @Test
  void sentences_within_a_sentence_are_put_into_the_same_language() {
    MissingException e = new MissingException(Sentence.verbatim("Maven"), Os.DEBIAN.installJdk());
    assertEquals("Maven: sudo apt install openjdk-17-jdk (aut openjdk-21-jdk)", e.in(MADE_UP));
  }

  @Test
  void what_is_verbatim_is_the_same_in_every_language() {
    assertEquals("mvn package -q", Sentence.verbatim("mvn package -q").in(MADE_UP));
    assertEquals("100 %s", Sentence.verbatim("100 %s").toString());
  }

  @Test
  void a_key_that_the_room_lacks_is_reported() {
    Sentence lost = Sentence.of(Os.class, "lost");
    assertThrows(IllegalArgumentException.class, () -> lost.in(Locale.ENGLISH));
  }
}
