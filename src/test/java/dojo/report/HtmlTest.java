package dojo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

  @Test
  void elements_hold_elements_and_text() {
    Html html = Html.tag("p").at("class", "a").with(Html.tag("b", "x < y"), Html.text(" & z"));
    assertEquals("<p class=\"a\"><b>x &lt; y</b> &amp; z</p>", html.toString());
  }

  @Test
  void an_attribute_cannot_be_left() {
    String hostile = "\"><script>alert('1')</script>";
    assertEquals(
        "<p title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\"></p>",
        Html.tag("p").at("title", hostile).with().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a\u001B[2J\u0007b | a␛[2J␇b",
        "a\u0000b\u007Fc\u0085d | a␀b\uFFFDc\uFFFDd",
        "a\u202Ebat.exe\u2066c | a[U+202E]bat.exe[U+2066]c",
        "a\u200Bb\uFEFFc\u2028d | a[U+200B]b[U+FEFF]c[U+2028]d",
        "a\uFFFFb\uFDD0c | a\uFFFDb\uFFFDc",
        "می\u200Cخواهم 👩\u200D💻 שלום | می\u200Cخواهم 👩\u200D💻 שלום"
      })
  void what_would_not_be_seen_is_shown_and_every_script_is_left_alone(String text, String shown) {
    assertEquals(shown, Html.text(text).toString());
  }

  @Test
  void half_a_character_is_replaced() {
    assertEquals("a\uFFFDb\uFFFD", Html.text("a\uD83Db\uDC69").toString());
  }

  @Test
  void lines_end_alike_on_every_system() {
    assertEquals("a\nb\tc", Html.text("a\r\nb\tc").toString());
  }

  @Test
  void code_in_prose_stands_between_backquotes() {
    assertEquals("use <code>a&lt;b&gt;</code> here", Html.prose("use `a<b>` here").toString());
    assertEquals("one ` alone", Html.prose("one ` alone").toString());
    assertEquals("<code>a</code>", Html.prose("`a`").toString());
  }
}
