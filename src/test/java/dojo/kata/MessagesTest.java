package dojo.kata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {
  @TempDir private Path project;
  private Path exercises;
  private Kata kata;

  @BeforeEach
  void a_kata_in_english() throws IOException {
    exercises = Files.createDirectory(project.resolve("exercises"));
    kata = new Kata(7, Files.createDirectory(exercises.resolve("kata07")));
    write("messages.properties", "diagnosis.BOTH = shared", "diagnosis.SHARED = shared");
    write(
        "kata07/messages.properties",
        "title = the title",
        "hint.1 = first?",
        "hint.2 = second",
        "diagnosis.BOTH = own",
        "check.mask = mask(%d, %d)");
  }

  @Test
  void a_katas_own_sentence_wins_over_the_shared_one() {
    Messages words = kata.words(Locale.ENGLISH);

    assertEquals(Optional.of("own"), words.diagnosis("BOTH"));
    assertEquals(Optional.of("shared"), words.diagnosis("SHARED"));
    assertEquals(Optional.empty(), words.diagnosis("UNKNOWN"));
  }

  @Test
  void title_hints_and_checks_are_found_by_their_keys() {
    Messages words = kata.words(Locale.ENGLISH);

    assertEquals("the title", words.title());
    assertEquals(List.of("first?", "second"), words.hints());
    assertEquals(Optional.of("mask(%d, %d)"), words.check("mask"));
  }

  @Test
  void each_key_comes_from_the_nearest_language_that_has_it() throws IOException {
    write("kata07/messages_zh.properties", "title = 标题", "hint.1 = 一？");
    write("kata07/messages_zh_CN.properties", "hint.1 = 第一？");
    Messages words = kata.words(Locale.SIMPLIFIED_CHINESE);

    assertEquals("标题", words.title());
    assertEquals(List.of("第一？", "second"), words.hints());
    assertEquals("the title", kata.words(Locale.FRENCH).title());
  }

  @Test
  void a_translated_shared_sentence_does_not_replace_an_own_one_of_another_meaning()
      throws IOException {
    write("messages_zh.properties", "diagnosis.BOTH = 共有", "diagnosis.SHARED = 共有");
    Messages words = kata.words(Locale.CHINESE);

    assertEquals(Optional.of("own"), words.diagnosis("BOTH"));
    assertEquals(Optional.of("共有"), words.diagnosis("SHARED"));
  }

  @Test
  void a_missing_file_is_told_in_one_line_with_the_remedy() throws IOException {
    Files.delete(exercises.resolve("kata07/messages.properties"));
    refused(
        "exercises/kata07/messages.properties is missing:"
            + " git checkout exercises/kata07/messages.properties");
  }

  @Test
  void a_file_that_is_not_utf_8_is_told_in_one_line_with_the_remedy() throws IOException {
    Path file = exercises.resolve("kata07/messages.properties");
    Files.write(file, "title = q·x".getBytes(StandardCharsets.ISO_8859_1));
    refused(
        "exercises/kata07/messages.properties cannot be read"
            + " (java.nio.charset.MalformedInputException: Input length = 1):"
            + " git checkout exercises/kata07/messages.properties");
  }

  @Test
  void a_kata_without_a_title_is_told_in_one_line_with_the_remedy() throws IOException {
    write("kata07/messages.properties", "title =");
    refused(
        "exercises/kata07/messages.properties has no entry \"title\":"
            + " add it, or git checkout exercises/kata07/messages.properties");
  }

  @Test
  void a_key_that_is_no_text_is_told_not_thrown_as_a_riddle() throws IOException {
    write("kata07/messages.properties", "title = \\u12");
    KataFileException broken = assertThrows(KataFileException.class, () -> kata.words(Locale.ROOT));
    assertTrue(broken.in(Locale.ENGLISH).contains("cannot be read"), broken.in(Locale.ENGLISH));
  }

  private void refused(String line) {
    KataFileException broken =
        assertThrows(KataFileException.class, () -> kata.words(Locale.ENGLISH).title());
    assertEquals(line, broken.in(Locale.ENGLISH));
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(exercises.resolve(file), List.of(lines));
  }
}
