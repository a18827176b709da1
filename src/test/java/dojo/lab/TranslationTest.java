package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationTest {
  private static final String PROSE = "# Why p?\\n\\nA question for you.";
  private static final String CODE =
      "int n = 3; // how many coins\\nClaim.that(\\\"they are three\\\");";
  private static final String GERMAN_PROSE = "# Warum p?\\n\\nEine Frage an dich.";
  private static final String GERMAN_CODE =
      "int n = 3; // wie viele Münzen\\nClaim.that(\\\"es sind drei\\\");";

  @TempDir Path folder;

  @Test
  void the_translation_of_a_fixture_is_complete_and_in_step() {
    Translation german = new Translation(Fixtures.notebook("01-good"), "de");
    assertTrue(Files.exists(german.file()));
    assertEquals(Optional.empty(), german.trouble(Locale.ENGLISH));
  }

  @Test
  void a_missing_translation_is_told_with_the_command_that_begins_it() throws IOException {
    Translation german = german(PROSE, CODE);
    assertEquals(
        german.file() + " is missing: begin it with ./dojo translate de 07, and translate it",
        german.trouble(Locale.ENGLISH).orElseThrow());
  }

  @Test
  void what_is_begun_is_the_original_and_says_what_is_left_to_translate() throws IOException {
    Translation german = german(PROSE, CODE);
    Path file = german.write();
    assertEquals("07-why.de.ipynb", String.valueOf(file.getFileName()));
    assertEquals(List.of(PROSE, CODE), sources(file));
    assertEquals(
        file + " still says in the original language what these cells say: question, coins",
        german.trouble(Locale.ENGLISH).orElseThrow());
  }

  @Test
  void a_whole_translation_has_no_trouble_and_keeps_its_words() throws IOException {
    Translation german = translated();
    assertEquals(Optional.empty(), german.trouble(Locale.ENGLISH));
    String before = Files.readString(german.write());
    assertEquals(before, Files.readString(german.write()));
  }

  @Test
  void changed_code_comes_into_the_translation_with_its_words() throws IOException {
    translated();
    Translation german = german(PROSE, CODE.replace("int n = 3", "int n = 4"));
    assertEquals(
        german.file()
            + " is not in step with the original: bring it there with ./dojo translate de 07, and"
            + " translate what that has put into it",
        german.trouble(Locale.ENGLISH).orElseThrow());
    assertEquals(
        List.of(GERMAN_PROSE, GERMAN_CODE.replace("int n = 3", "int n = 4")),
        sources(german.write()));
    assertEquals(Optional.empty(), german.trouble(Locale.ENGLISH));
  }

  @Test
  void reworded_prose_stands_before_its_old_translation_until_it_is_translated()
      throws IOException {
    translated();
    Translation german = german(PROSE.replace("you", "everyone"), CODE);
    assertTrue(german.trouble(Locale.ENGLISH).orElseThrow().contains("is not in step"));
    assertEquals(
        PROSE.replace("you", "everyone") + "\\n\\n" + GERMAN_PROSE, sources(german.write()).get(0));
    assertTrue(german.trouble(Locale.ENGLISH).orElseThrow().endsWith("these cells say: question"));
  }

  @Test
  void a_reworded_claim_comes_into_the_translation() throws IOException {
    translated();
    Translation german = german(PROSE, CODE.replace("three", "3"));
    assertEquals(CODE.replace("three", "3"), sources(german.write()).get(1));
    assertTrue(german.trouble(Locale.ENGLISH).orElseThrow().endsWith("these cells say: coins"));
  }

  @Test
  void code_that_was_changed_in_the_translation_alone_is_not_in_step() throws IOException {
    Translation german = translated();
    Files.writeString(
        german.file(), Files.readString(german.file()).replace("int n = 3", "int n = 5"));
    assertTrue(german.trouble(Locale.ENGLISH).orElseThrow().contains("is not in step"));
    assertEquals(List.of(GERMAN_PROSE, GERMAN_CODE), sources(german.write()));
  }

  @Test
  void a_cell_more_or_less_or_elsewhere_is_not_in_step() throws IOException {
    Translation german = translated();
    Files.writeString(german.file(), Files.readString(german.file()).replace("\"coins\"", "\"n\""));
    assertTrue(german.trouble(Locale.ENGLISH).orElseThrow().contains("is not in step"));
  }

  @Test
  void a_course_is_read_in_a_language_as_far_as_it_is_translated() throws IOException {
    translated();
    Notebooks course = Notebooks.in(folder);
    assertEquals(List.of("07-why"), names(course));
    assertEquals(List.of("07-why.de"), names(course.in(Locale.GERMANY)));
    assertEquals(List.of("07-why"), names(course.in(Locale.FRENCH)));
    assertEquals("07-why", course.in(Locale.GERMAN).all().get(0).topic());
  }

  @Test
  void translation_and_original_share_their_figures() throws IOException {
    Translation german = translated();
    assertEquals(Figures.code(german.original()), Figures.code(Notebook.read(german.file())));
  }

  private Translation translated() throws IOException {
    Translation german = german(PROSE, CODE);
    String begun = Files.readString(german.write());
    Notebook file = Notebook.read(german.file());
    assertTrue(begun.contains("question"));
    Files.writeString(
        german.file(),
        begun
            .replace("# Why p?", "# Warum p?")
            .replace("A question for you.", "Eine Frage an dich.")
            .replace("how many coins", "wie viele Münzen")
            .replace("they are three", "es sind drei"));
    return new Translation(Notebook.read(file.file().resolveSibling("07-why.ipynb")), "de");
  }

  private Translation german(String prose, String code) throws IOException {
    String json =
        """
        {"cells": [
          {"cell_type": "markdown", "id": "question", "metadata": {}, "source": "%s"},
          {"cell_type": "code", "id": "coins", "metadata": {"tags": ["x"]}, "source": "%s",
           "outputs": [], "execution_count": null}],
         "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """;
    Path file = folder.resolve("07-why.ipynb");
    return new Translation(
        Notebook.read(Files.writeString(file, json.formatted(prose, code))), "de");
  }

  private static List<String> names(Notebooks course) {
    return course.all().stream().map(Notebook::name).toList();
  }

  /** The sources of the cells, as they are written in JSON. */
  private static List<String> sources(Path file) {
    List<String> sources = new ArrayList<>();
    Notebook.read(file)
        .content()
        .path("cells")
        .forEach(
            cell -> sources.add(Notebook.source(cell).replace("\"", "\\\"").replace("\n", "\\n")));
    return sources;
  }
}
