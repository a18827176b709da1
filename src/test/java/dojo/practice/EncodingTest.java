package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private static final String CLASS = "package kata01;\r\n// prüft ∞ Zahlen\nclass A {}\n";

  @Test
  void utf_8_is_read_with_and_without_a_byte_order_mark() throws CharacterCodingException {
    assertEquals(CLASS, read(CLASS, StandardCharsets.UTF_8));
    assertEquals(CLASS, read("\uFEFF" + CLASS, StandardCharsets.UTF_8));
    assertEquals("", read("", StandardCharsets.UTF_8));
    assertEquals("", read("\uFEFF", StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
  void utf_16_is_recognised(String charset) {
    assertEquals("UTF-16", looksLike(CLASS.getBytes(Charset.forName(charset))));
    assertEquals("UTF-16", looksLike("\uFEFF变量".getBytes(Charset.forName("UTF-16LE"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-32", "UTF-32LE", "X-UTF-32BE-BOM", "X-UTF-32LE-BOM"})
  void utf_32_is_recognised(String charset) {
    assertEquals("UTF-32", looksLike(CLASS.getBytes(Charset.forName(charset))));
  }

  @Test
  void other_text_is_taken_for_what_is_usual_on_windows() {
    assertEquals("Windows-1252", looksLike("// prüft\n".getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals("", looksLike(new byte[] {'P', 'K', 3, 4, (byte) 0xFF}));
  }

  @Test
  void a_stray_zero_is_left_to_the_compiler() throws CharacterCodingException {
    assertEquals("class A {}\0", read("class A {}\0", StandardCharsets.UTF_8));
    assertEquals("\0\0", read("\0\0", StandardCharsets.UTF_8));
  }

  private static String read(String text, Charset charset) throws CharacterCodingException {
    return Encoding.text(text.getBytes(charset));
  }

  private static String looksLike(byte[] bytes) {
    Encoding.UnknownException unknown =
        assertThrows(Encoding.UnknownException.class, () -> Encoding.text(bytes));
    return unknown.looksLike();
  }
}
