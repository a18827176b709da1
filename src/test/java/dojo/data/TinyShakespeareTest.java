package dojo.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TinyShakespeareTest {
  private static final Text ALL = TinyShakespeare.all();
  private static final Text TEXT = TinyShakespeare.text();

  @Test
  void the_course_reads_the_first_100_000_of_1_115_394_characters() {
    assertEquals(1_115_394, ALL.size());
    assertEquals(100_000, TEXT.size());
    assertTrue(ALL.characters().startsWith(TEXT.characters()));
  }

  @Test
  void the_alphabet_is_that_of_the_whole() {
    String alphabet = "\n !$&',-.3:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    assertEquals(65, alphabet.length());
    assertEquals(alphabet, ALL.alphabet());
    assertEquals(alphabet, TEXT.alphabet());
  }

  @Test
  void it_begins_and_ends_as_the_file_does_and_has_its_letters() {
    assertTrue(TEXT.characters().startsWith("First Citizen:\nBefore we proceed any further, hear"));
    assertTrue(
        TEXT.characters().endsWith("To banish him that struck more blows for Rome\nThan thou"));
    assertEquals(14_711, count(' '));
    assertEquals(8_897, count('e'));
    assertEquals(3_926, count('\n'));
  }

  private static long count(char c) {
    return TEXT.characters().chars().filter(each -> each == c).count();
  }
}
