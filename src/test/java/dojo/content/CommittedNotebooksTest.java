package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.HeldFigures;
import dojo.lab.Notebook;
import dojo.lab.Notebooks;
import dojo.lab.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every notebook that is committed; a reader's own may look as they like. */
@Tag("dev")
class CommittedNotebooksTest {
  private static final String FIRST_CELL =
      """
      // If this cell fails, the kit is not built yet: run ./dojo lab (or mvn package) in its top folder.
      %classpath ../target/dojo.jar
      %classpath ../target/lib/*.jar
      void show(Object what) { display(dojo.plot.Show.html(what), "text/html"); }""";

  /** As many characters as a page of the course shows without scrolling. */
  private static final int WIDTH = 110;

  private static final Pattern NAMED = Pattern.compile("[Nn]otebooks? (\\d\\d)");

  private static final Pattern HEADING = Pattern.compile("(?m)^# (.+)$");

  private static final Pattern CLAIM = Pattern.compile("Claim\\.that\\(");

  private static final Pattern DEFINES_A_CLASS =
      Pattern.compile(
          "(?m)^\\s*(public |final |static |abstract )*(class|record|interface|enum) \\w");

  /**
   * Words, and numbers of their own: not c17, nor the random id that an editor gives a new cell.
   */
  private static final Pattern TELLING = Pattern.compile("(?![a-f]{8}$)[a-z]+(-([a-z]+|\\d+))*");

  static List<Notebook> notebooks() {
    return Notebooks.in(Path.of("notebooks")).all();
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void a_notebook_is_committed_without_outputs(Notebook notebook) {
    for (JsonNode cell : notebook.codeCells()) {
      assertTrue(
          cell.path("outputs").isEmpty() && cell.path("execution_count").isNull(),
          () ->
              notebook.name()
                  + " holds outputs, which go stale: clear them with"
                  + " .venv/bin/jupyter nbconvert --clear-output --inplace "
                  + notebook.file());
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void a_notebook_names_only_notebooks_that_are_there(Notebook notebook) {
    List<Integer> numbers = Notebooks.in(Path.of("notebooks")).numbers();
    List<String> missing =
        StreamSupport.stream(notebook.content().path("cells").spliterator(), false)
            .flatMap(cell -> NAMED.matcher(Notebook.source(cell)).results())
            .filter(named -> !numbers.contains(Integer.valueOf(named.group(1))))
            .map(MatchResult::group)
            .toList();
    assertEquals(List.of(), missing, () -> notebook.name() + ": say \"a later notebook\" instead");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void a_notebook_asks_for_the_kernel_that_ijava_and_jjava_share(Notebook notebook) {
    assertEquals(
        "java",
        notebook.content().path("metadata").path("kernelspec").path("name").asText(),
        () -> notebook.name() + ": set metadata.kernelspec.name to \"java\"");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void the_first_cell_shows_the_kernel_the_kit_and_says_what_to_do_if_it_is_not_built(
      Notebook notebook) {
    assertEquals(
        FIRST_CELL,
        Notebook.source(notebook.codeCells().get(0)),
        () -> notebook.name() + ": begin with the first cell of the other notebooks");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void every_cell_has_a_telling_name_of_its_own(Notebook notebook) {
    Set<String> names = new HashSet<>();
    for (JsonNode cell : notebook.content().path("cells")) {
      String name = cell.path("id").asText();
      assertTrue(
          names.add(name) && name.length() <= 64 && TELLING.matcher(name).matches(),
          () ->
              notebook.name()
                  + ": the cell \""
                  + name
                  + "\" needs a telling name of its own: in the notebook's file set \"id\" to what the"
                  + " cell shows, in lower-case words joined by hyphens, such as \"loss-curves\"."
                  + " It never changes again: figures and translations know the cell by it.");
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void a_cell_that_checks_a_kata_is_of_the_machine(Notebook notebook) {
    for (JsonNode cell : notebook.codeCells()) {
      assertTrue(
          !Notebook.source(cell).contains("Katas.check(")
              || cell.path("metadata").path("tags").toString().contains("\"machine\""),
          () ->
              notebook.name()
                  + ": give the cell "
                  + cell.path("id").asText()
                  + " the tag \"machine\": its verdict depends on what the reader wrote");
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void the_figures_of_a_notebook_were_made_with_its_code(Notebook notebook) {
    Optional<Path> stale = HeldFigures.beside(notebook).stale(notebook);
    assertTrue(
        stale.isEmpty(),
        () ->
            stale.orElseThrow()
                + " is missing or was made with other code: write the figures anew with\n"
                + "  ./dojo run %1$02d --write-figures && ./dojo run %1$02d --quick --write-figures"
                    .formatted(notebook.number())
                + "\nand read what git diff says");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void a_notebook_is_translated_into_every_language_of_the_course(Notebook notebook)
      throws IOException {
    Set<String> troubles = new TreeSet<>();
    for (String tag : languages()) {
      new Translation(notebook, tag).trouble(Locale.ENGLISH).ifPresent(troubles::add);
    }
    assertEquals(Set.of(), troubles);
  }

  private static Set<String> languages() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files
          .filter(file -> file.toString().endsWith(".ipynb"))
          .map(Notebook::read)
          .filter(Notebook::isTranslation)
          .map(translation -> translation.name().substring(translation.topic().length() + 1))
          .collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void a_notebook_states_its_question_first_and_makes_claims(Notebook notebook) {
    assertTrue(
        notebook.summary().startsWith("Question: "),
        () -> notebook.name() + ": begin the first paragraph with **Question: …?**");
    assertTrue(
        notebook.codeCells().stream()
            .anyMatch(cell -> Notebook.source(cell).contains("Claim.that(")),
        () -> notebook.name() + " claims nothing: check what it says with Claim.that");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void a_notebook_has_the_parts_that_its_readers_look_for(Notebook notebook) {
    Checks.assertNone(new NotebookParts(notebook).problems());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void every_link_leads_somewhere_and_every_kata_is_there(Notebook notebook) {
    Checks.assertNone(new NotebookLinks(Path.of("exercises")).problems(notebook));
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void every_name_in_the_font_of_code_is_the_name_of_something(Notebook notebook) {
    Checks.assertNone(NamedCode.OF_THE_COURSE.problems(notebook));
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void prose_quotes_no_figure_that_a_full_run_does_not_print(Notebook notebook) {
    Checks.assertNone(new QuotedFigures(Path.of("notebooks/figures")).problems(notebook));
  }

  @Test
  void every_notebook_ends_with_the_way_to_the_next() {
    List<Notebook> all = notebooks();
    for (int i = 1; i < all.size(); i++) {
      Notebook next = all.get(i);
      String title = HEADING.matcher(prose(next)).results().findFirst().orElseThrow().group(1);
      String last = "**Next:** [" + title + "](" + next.file().getFileName() + ").";
      String before = all.get(i - 1).name();
      assertTrue(
          prose(all.get(i - 1)).endsWith("\n" + last), before + ": end its last cell with " + last);
    }
  }

  private static String prose(Notebook notebook) {
    return StreamSupport.stream(notebook.content().path("cells").spliterator(), false)
        .map(Notebook::source)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void every_symbol_is_defined_once() {
    Checks.assertNone(Notation.in(notebooks().get(0)).problems(notebooks()));
  }

  @Test
  void the_course_makes_a_hundred_and_fifty_claims(TestReporter reporter) {
    long claims =
        notebooks().stream()
            .flatMap(notebook -> notebook.codeCells().stream())
            .flatMap(cell -> CLAIM.matcher(Notebook.source(cell)).results())
            .count();
    reporter.publishEntry("claims", String.valueOf(claims));
    boolean whole = notebooks().size() == 17;
    assertTrue(claims >= 150 || !whole, () -> "the course makes " + claims + " claims: add some");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void cells_are_narrow_and_define_no_classes(Notebook notebook) {
    for (JsonNode cell : notebook.codeCells()) {
      String source = Notebook.source(cell);
      source
          .lines()
          .forEach(
              line ->
                  assertTrue(
                      line.length() <= WIDTH,
                      () -> notebook.name() + ": break the line after " + WIDTH + ": " + line));
      assertTrue(
          !DEFINES_A_CLASS.matcher(source).find(),
          () -> notebook.name() + ": move this class to src/main/java:\n" + source);
    }
  }
}
