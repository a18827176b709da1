package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @Test
  void the_language_is_found_anywhere_among_the_words() {
    assertEquals(Optional.of("zh"), Language.asked("--lang", "zh", "run"));
    assertEquals(Optional.of("zh"), Language.asked("check", "03", "--lang=zh", "--all", "--bogus"));
    assertEquals(Optional.empty(), Language.asked("run", "05"));
    assertEquals(Optional.empty(), Language.asked("run", "--lang"));
  }

  @Test
  void a_tag_may_be_written_as_systems_write_it() {
    assertEquals(Optional.of(Locale.SIMPLIFIED_CHINESE), Language.of("zh_CN"));
    assertEquals(Optional.of(Locale.forLanguageTag("pt-BR")), Language.of("pt-br"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "english language", "zh_CN.UTF-8"})
  void a_malformed_tag_is_no_language(String tag) {
    assertEquals(Optional.empty(), Language.of(tag));
  }
}
