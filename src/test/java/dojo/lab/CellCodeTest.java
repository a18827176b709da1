package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellCodeTest {
  private static final CellCode CODE =
      new CellCode(
          """
          char c = '"'; // "why"
          f("one", "say \\"two\\" // or\\t3", \"""
              four "five"
              six\"""); /* "no" */ key.split("mask", 1);
          """);

  @Test
  void words_are_comments_and_what_is_quoted_but_no_name_of_a_key() {
    assertEquals(
        List.of(
            "// \"why\"",
            "\"one\"",
            "\"say \\\"two\\\" // or\\t3\"",
            "\"\"\"\n    four \"five\"\n    six\"\"\"",
            "/* \"no\" */"),
        CODE.words());
  }

  @Test
  void what_is_quoted_is_known_as_it_is_printed() {
    assertEquals(List.of("say \"two\" // or\t3", "four \"five\"", "one", "six"), CODE.quoted());
    assertEquals(
        List.of("q² — \\d\""), new CellCode("f(\"q\\u00b2 \\uu2014 \\\\d\\\"\")").quoted());
  }

  @Test
  void numbers_are_made_by_all_else_but_the_layout() {
    assertEquals("charc='\"';f(\"\",\"\",\"\");key.split(\"mask\",1);", CODE.numbers());
  }

  @Test
  void other_words_leave_the_numbers_as_they_are() {
    String translated = CODE.with(List.of("// warum", "\"eins\"", "\"$1\"", "\"\"", "/**/"));
    assertEquals(
        "char c = '\"'; // warum\nf(\"eins\", \"$1\", \"\"); /**/ key.split(\"mask\", 1);\n",
        translated);
    assertEquals(CODE.numbers(), new CellCode(translated).numbers());
  }
}
